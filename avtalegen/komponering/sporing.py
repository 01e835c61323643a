"""Text that knows which values it shows, while a document is composed.

`sporet` copies an agreement so that each value in it carries the way to itself. Nothing else changes: a text is still a
`str`, a date a `date`. What `Språk` and the templates make of the values goes through the operations here, which keep
the way with each character. `løsnet` takes the ways out of the finished blocks, and what is left is the document as
it would have been.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple, SupportsIndex

from avtalegen.dokument.spor import Rute
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.klokke import Ukedagene

Bit = tuple[int, int, Rute, bool]
"""A `Spenn` until the document is done: there are many, and a plain tuple is made in a tenth of the time."""


class Sporet(str):
    """A text with the spans of the values that it shows, in order."""

    __slots__ = ("spenn",)
    spenn: tuple[Bit, ...]

    def __add__(self, other: str, /) -> str:
        """Return the two texts as one; `other` has its spans with it."""
        return sammen(self, other)

    def __radd__(self, other: str) -> str:
        """Return the two texts as one."""
        return sammen(other, self)

    def __getitem__(self, key: SupportsIndex | slice, /) -> str:
        """Return a part of the text, with its part of the spans."""
        if not isinstance(key, slice):
            key = slice(key.__index__(), key.__index__() + 1 or None)
        fra, til, steg = key.indices(len(self))
        del_ = str.__getitem__(self, key)
        return _av(del_, _mellom(self.spenn, fra, til)) if steg == 1 else del_

    def _fra(self, fra: int) -> Sporet:
        return _av(str.__getitem__(self, slice(fra, None)), _mellom(self.spenn, fra, len(self)))

    def _til(self, til: int) -> Sporet:
        return _av(str.__getitem__(self, slice(til)), _mellom(self.spenn, 0, til))

    def lstrip(self, chars: str | None = None, /) -> str:
        """Return the text without what is stripped, with the rest of its spans."""
        borte = len(self) - len(str.lstrip(self, chars))
        return self._fra(borte) if borte else self

    def rstrip(self, chars: str | None = None, /) -> str:
        """Return the text without what is stripped, with the rest of its spans."""
        slutt = len(str.rstrip(self, chars))
        return self if slutt == len(self) else self._til(slutt)

    def strip(self, chars: str | None = None, /) -> str:
        """Return the text without what is stripped, with the rest of its spans."""
        return self.rstrip(chars).lstrip(chars)

    def removesuffix(self, suffix: str, /) -> str:
        """Return the text without the end, with the rest of its spans."""
        return self._til(len(self) - len(suffix)) if suffix and self.endswith(suffix) else self

    def removeprefix(self, prefix: str, /) -> str:
        """Return the text without the beginning, with the rest of its spans."""
        return self._fra(len(prefix)) if prefix and self.startswith(prefix) else self

    def lower(self) -> str:
        """Return the text in small letters, with its spans."""
        return self._med(str.lower(self))

    def upper(self) -> str:
        """Return the text in capitals, with its spans."""
        return self._med(str.upper(self))

    def _med(self, tekst: str) -> str:
        # A capital of one letter can be two («ß»): then each letter has its own.
        if len(tekst) == len(self):
            return _av(tekst, self.spenn)
        return _av(tekst, tuple((0, len(tekst), rute, valgt) for _, _, rute, valgt in self.spenn[:1]))

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """Return the pieces between `sep`, each with its spans."""
        if sep is None:
            return super().split(sep, maxsplit)
        biter: list[str] = []
        fra = 0
        for bit in super().split(sep, maxsplit):
            biter.append(self[fra : fra + len(bit)])
            fra += len(bit) + len(sep)
        return biter


def _av(tekst: str, spenn: tuple[Bit, ...]) -> Sporet:
    """Return `tekst` with these spans."""
    sporet = _ny(Sporet, tekst)
    sporet.spenn = spenn
    return sporet


def hel(tekst: str, rute: Rute, *, valgt: bool = False) -> Sporet:
    """Return `tekst` as what shows the value at `rute`, or with `valgt` as what stands there because of it."""
    sporet = _ny(Sporet, tekst)
    sporet.spenn = ((0, len(tekst), rute, valgt),)
    return sporet


_ny = str.__new__


def _mellom(spenn: tuple[Bit, ...], fra: int, til: int) -> tuple[Bit, ...]:
    return tuple(
        [
            (start - fra if start > fra else 0, (slutt if slutt < til else til) - fra, rute, valgt)
            for start, slutt, rute, valgt in spenn
            if start < til and fra < slutt
        ]
    )


def sammen(*deler: str) -> str:
    """Return the texts as one, with the spans of all."""
    return _samlet("".join(deler), deler)


def skjøt(mellom: str, deler: Iterable[str]) -> str:
    """Return the texts as one with `mellom` between them, with the spans of all."""
    alle = [*deler]
    return _samlet(mellom.join(alle), alle, len(mellom))


def _samlet(tekst: str, deler: Sequence[str], mellom: int = 0) -> str:
    # Most texts have no way when nobody asks for one, and many have one part.
    if Sporet not in map(type, deler):
        return tekst
    spenn = flyttet(deler, mellom)
    return _av(tekst, spenn) if spenn else tekst


def flyttet(deler: Iterable[str], mellom: int = 0) -> tuple[Bit, ...]:
    """Return the spans of all the texts, as they are when these stand after each other, `mellom` characters apart."""
    spenn: list[Bit] = []
    fra = 0
    for del_ in deler:
        if del_.__class__ is Sporet:
            for start, slutt, rute, valgt in del_.spenn:
                spenn.append((start + fra, slutt + fra, rute, valgt))
        fra += len(del_) + mellom
    return tuple(spenn)


def omskrevet(tekst: str, ny: str) -> str:
    """Return `ny`, which is `tekst` with other characters in the same places, with the spans of `tekst`."""
    return _av(ny, tekst.spenn) if isinstance(tekst, Sporet) and len(ny) == len(tekst) else ny


def fylt(mønster: str, verdier: Mapping[str, str]) -> str:
    """Return `mønster` with a value in the place of each name of it, with the spans of the values."""
    deler = re.split(f"({'|'.join(map(re.escape, verdier))})", mønster)
    return sammen(*(verdier.get(del_, del_) for del_ in deler))


def byttet(tekst: str, tegn: Callable[[str], str]) -> str:
    """Return `tekst` with what `tegn` gives in the place of each character, with its spans."""
    deler = [*map(tegn, tekst)]
    ny = "".join(deler)
    if not isinstance(tekst, Sporet):
        return ny
    plass = [0, *accumulate(map(len, deler))]
    return _av(ny, tuple((plass[fra], plass[til], rute, valgt) for fra, til, rute, valgt in tekst.spenn))


def uten(tekst: str, deler: Iterable[slice]) -> str:
    """Return `tekst` without some parts of it, which are given in their order, with the rest of its spans."""
    biter, fra = [], 0
    for del_ in deler:
        biter.append(tekst[fra : del_.start])
        fra = del_.stop
    return sammen(*biter, tekst[fra:])


def som(verdi: object, tekst: str, *, valgt: bool = False) -> str:
    """Return `tekst` as what shows `verdi`; when nobody asks for the ways, `verdi` has none, and it is as it was."""
    rute = rute_til(verdi)
    return hel(tekst, rute, valgt=valgt) if rute and tekst else tekst


def rute_til(verdi: object) -> Rute | None:
    """Return the way to a value that carries it: of several, the first."""
    if verdi.__class__ is Sporet:
        return verdi.spenn[0][2] if verdi.spenn else None
    if rute := getattr(verdi, "rute", None):
        return rute  # type: ignore[no-any-return]
    if isinstance(verdi, tuple | list):
        return next(filter(None, map(rute_til, verdi)), None)
    return None


class Grunn(NamedTuple):
    """Why the words of ours that follow in the same paragraph are there: a choice; None from where it is not why."""

    rute: Rute | None


class Valgt:
    """A choice as a template sees it, with the way to it; an `Enum` can't carry one."""

    __slots__ = ("_valg", "rute")

    def __init__(self, valg: Enum, rute: Rute) -> None:
        self._valg = valg
        self.rute = rute

    @property
    def value(self) -> str:
        """The word that stands for the choice."""
        return som(self, str(self._valg.value))

    def __eq__(self, other: object) -> bool:
        return self._valg == (other._valg if isinstance(other, Valgt) else other)

    def __hash__(self) -> int:
        return hash(self._valg)


def sporet(avtale: Avtale) -> Avtale:
    """Return the agreement with the way to each value in it, and to each of its parts."""
    return _del(avtale, ())  # type: ignore[no-any-return]


def _del(del_: Del, rute: Rute) -> Any:
    # What Pydantic's own copying does, and nothing else: there is one for each part of an agreement.
    kopi = object.__new__(type(del_))
    _sett(kopi, "rute", rute)
    _sett(kopi, "__pydantic_fields_set__", del_.__pydantic_fields_set__)
    _sett(kopi, "__pydantic_extra__", del_.__pydantic_extra__)
    _sett(kopi, "__pydantic_private__", del_.__pydantic_private__)
    verdier = del_.__dict__.copy()
    _sett(kopi, "__dict__", verdier)
    felter = _felter(type(del_))
    for navn, verdi in del_.__dict__.items():
        # Many fields, few of them filled.
        if verdi is None or (verdi.__class__ is tuple and not verdi) or (felt := felter.get(navn)) is None:
            continue
        vei = (*rute, felt[0])
        verdier[navn] = hel(verdi, vei) if verdi.__class__ is str else _verdi(verdi, vei, felt[1])
    return kopi


_sett = object.__setattr__


@cache
def _felter(cls: type[Del]) -> dict[str, tuple[str, bool]]:
    return {felt.navn: (felt.nøkkel, felt.mange) for felt in cls.felter.values()}


def _verdi(verdi: Any, rute: Rute, mange: bool = False) -> Any:
    if verdi.__class__ is str:
        return hel(verdi, rute)
    if verdi.__class__ is bool:
        return verdi
    if isinstance(verdi, Del):
        return _del(verdi, rute)
    if verdi.__class__ is tuple:
        # What is written as one text may hold several values, such as the hours of a day: all have the same way.
        alle = tuple(_verdi(en, (*rute, nr) if mange else rute) for nr, en in enumerate(verdi))
        return _med_rute(_Valgte(alle), rute) if isinstance(verdi[0], Enum) else alle
    # These have no subclasses; the templates tell of them where they ask for them.
    return verdi if verdi is None or isinstance(verdi, bool | Enum) else _med_rute(verdi, rute)


def _med_rute(verdi: Any, rute: Rute) -> Any:
    cls: Any = _sporet_klasse(verdi.__class__)
    match verdi:
        case Ukedagene():
            kopi = cls(verdi, verdi.ord)
        case tuple():
            kopi = cls._make(verdi)
        case date():
            kopi = cls(verdi.year, verdi.month, verdi.day)
        case _:
            kopi = cls(verdi)
            for navn in {navn for klasse in type(verdi).__mro__ for navn in getattr(klasse, "__slots__", ())}:
                setattr(kopi, navn, getattr(verdi, navn))
    kopi.rute = rute
    return kopi


class _Valgte(tuple[Any, ...]):
    """Several choices, such as the days of a week."""

    _make: Any = classmethod(tuple.__new__)


@cache
def _sporet_klasse(cls: Hashable) -> Any:
    assert isinstance(cls, type)
    return type(f"Sporet{cls.__name__}", (cls,), {"rute": None, "__module__": __name__})

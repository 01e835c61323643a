"""Text that knows which values it shows, while a document is composed.

`sporet` copies an agreement so that each value in it carries the way to itself. Nothing else changes: a text is still a
`str`, a date a `date`. What `Språk` and the templates make of the values goes through the operations here, which keep
the way with each character. `løsnet` takes the ways out of the finished blocks, and what is left is the document as
it would have been.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple, SupportsIndex

from avtalegen.dokument.spor import Rute, Spenn
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.klokke import Ukedagene


class Sporet(str):
    """A text with the spans of the values that it shows, in order."""

    __slots__ = ("spenn",)
    spenn: tuple[Spenn, ...]

    @classmethod
    def av(cls, tekst: str, spenn: Iterable[Spenn]) -> Sporet:
        """Return `tekst` with these spans."""
        sporet = str.__new__(cls, tekst)
        sporet.spenn = tuple(spenn)
        return sporet

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
        return Sporet.av(del_, _mellom(self.spenn, fra, til)) if steg == 1 else del_

    def lstrip(self, chars: str | None = None, /) -> str:
        """Return the text without what is stripped, with the rest of its spans."""
        return self[len(self) - len(str.lstrip(self, chars)) :]

    def rstrip(self, chars: str | None = None, /) -> str:
        """Return the text without what is stripped, with the rest of its spans."""
        slutt = len(str.rstrip(self, chars))
        return self if slutt == len(self) else self[:slutt]

    def strip(self, chars: str | None = None, /) -> str:
        """Return the text without what is stripped, with the rest of its spans."""
        return self.rstrip(chars).lstrip(chars)

    def removesuffix(self, suffix: str, /) -> str:
        """Return the text without the end, with the rest of its spans."""
        return self[: len(str.removesuffix(self, suffix))]

    def removeprefix(self, prefix: str, /) -> str:
        """Return the text without the beginning, with the rest of its spans."""
        return self[len(self) - len(str.removeprefix(self, prefix)) :]

    def lower(self) -> str:
        """Return the text in small letters, with its spans."""
        return self._med(str.lower(self))

    def upper(self) -> str:
        """Return the text in capitals, with its spans."""
        return self._med(str.upper(self))

    def _med(self, tekst: str) -> str:
        # A capital of one letter can be two («ß»): then each letter has its own.
        if len(tekst) == len(self):
            return Sporet.av(tekst, self.spenn)
        return Sporet.av(tekst, (Spenn(0, len(tekst), s.rute, s.valgt) for s in self.spenn[:1]))

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


def _mellom(spenn: Iterable[Spenn], fra: int, til: int) -> Iterator[Spenn]:
    for start, slutt, rute, valgt in spenn:
        if start < til and fra < slutt:
            yield Spenn(max(start, fra) - fra, min(slutt, til) - fra, rute, valgt)


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
    spenn: list[Spenn] = []
    fra = 0
    for del_ in deler:
        if del_.__class__ is Sporet:
            if fra:
                spenn += [Spenn(start + fra, slutt + fra, rute, valgt) for start, slutt, rute, valgt in del_.spenn]
            else:
                spenn += del_.spenn
        fra += len(del_) + mellom
    return Sporet.av(tekst, spenn) if spenn else tekst


def omskrevet(tekst: str, ny: str) -> str:
    """Return `ny`, which is `tekst` with other characters in the same places, with the spans of `tekst`."""
    return Sporet.av(ny, tekst.spenn) if isinstance(tekst, Sporet) and len(ny) == len(tekst) else ny


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
    return Sporet.av(ny, (Spenn(plass[fra], plass[til], rute, valgt) for fra, til, rute, valgt in tekst.spenn))


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
    return Sporet.av(tekst, (Spenn(0, len(tekst), rute, valgt),)) if rute and tekst else tekst


def rute_til(verdi: object) -> Rute | None:
    """Return the way to a value that carries it: of several, the first."""
    if isinstance(verdi, Sporet):
        return verdi.spenn[0].rute if verdi.spenn else None
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
    verdier = dict(del_.__dict__)
    for navn, nøkkel, mange in _felter(type(del_)):
        verdi = verdier[navn]
        if verdi is None or verdi == ():
            continue
        if verdi.__class__ is str:  # the most of what there is
            verdier[navn] = Sporet.av(verdi, (Spenn(0, len(verdi), (*rute, nøkkel)),))
        else:
            verdier[navn] = _verdi(verdi, (*rute, nøkkel), mange)
    # What Pydantic's own copying does, and nothing else: there is one for each part of an agreement.
    kopi = object.__new__(type(del_))
    _sett(kopi, "__dict__", verdier)
    _sett(kopi, "rute", rute)
    _sett(kopi, "__pydantic_fields_set__", del_.__pydantic_fields_set__)
    _sett(kopi, "__pydantic_extra__", del_.__pydantic_extra__)
    _sett(kopi, "__pydantic_private__", del_.__pydantic_private__)
    return kopi


_sett = object.__setattr__


@cache
def _felter(cls: type[Del]) -> tuple[tuple[str, str, bool], ...]:
    return tuple((felt.navn, felt.nøkkel, felt.mange) for felt in cls.felter.values())


def _verdi(verdi: Any, rute: Rute, mange: bool = False) -> Any:
    if verdi.__class__ is str:
        return Sporet.av(verdi, (Spenn(0, len(verdi), rute),))
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

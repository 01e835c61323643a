"""Text that knows which values it shows, while a document is composed.

In an agreement that is `sporet` (`spor.avtale`), each value carries the way to itself. Nothing else changes: a text
is still a `str`, a date a `date`. What `Språk` and the templates make of the values goes through the operations here,
which keep the way with each character. `løsnet` takes the ways out of the finished blocks, and what is left is the
document as it would have been.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, SupportsIndex

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.diagnostic import Rute

_rstrip = str.rstrip


class Valgrute(tuple[str | int, ...]):
    """The way to a choice, or to yes or no, on words of ours that are there because of it."""

    __slots__ = ()


class Sporet(str):
    """A text that shows the value at `rute`, or stands there because of it when that is a `Valgrute`.

    One with several values has no `rute`, and is put together of `deler`: what a text of theirs is, may be other than
    what it was, but never how long it is. So nobody has to know where each of them stands until the document is done.
    """

    __slots__ = ("deler", "rute")
    rute: Rute | None
    deler: Sequence[str]

    def __add__(self, other: str, /) -> str:
        """Return the two texts as one; `other` has its ways with it."""
        return _satt(str.__add__(self, other), (self, other))

    def __radd__(self, other: str) -> str:
        """Return the two texts as one."""
        return samlet((other, self))

    def __getitem__(self, key: SupportsIndex | slice, /) -> str:
        """Return a part of the text, with the ways of what is in it."""
        if not isinstance(key, slice):
            key = slice(key.__index__(), key.__index__() + 1 or None)
        del_ = str.__getitem__(self, key)
        if self.rute is not None:
            return hel(del_, self.rute)
        fra, til, steg = key.indices(len(self))
        return _satt(del_, _mellom(self.deler, fra, til)) if steg == 1 else del_

    def lstrip(self, chars: str | None = None, /) -> str:
        """Return the text without what is stripped, with the ways of the rest."""
        borte = len(self) - len(str.lstrip(self, chars))
        return self[borte:] if borte else self

    def rstrip(self, chars: str | None = None, /) -> str:
        """Return the text without what is stripped, with the ways of the rest."""
        slutt = len(_rstrip(self, chars))
        return self if slutt == len(self) else self[:slutt]

    def strip(self, chars: str | None = None, /) -> str:
        """Return the text without what is stripped, with the ways of the rest."""
        return self.rstrip(chars).lstrip(chars)

    def removesuffix(self, suffix: str, /) -> str:
        """Return the text without the end, with the ways of the rest."""
        return self[: len(self) - len(suffix)] if suffix and self.endswith(suffix) else self

    def removeprefix(self, prefix: str, /) -> str:
        """Return the text without the beginning, with the ways of the rest."""
        return self[len(prefix) :] if prefix and self.startswith(prefix) else self

    def lower(self) -> str:
        """Return the text in small letters, with its ways."""
        return self._med(str.lower(self))

    def upper(self) -> str:
        """Return the text in capitals, with its ways."""
        return self._med(str.upper(self))

    def _med(self, tekst: str) -> str:
        # A capital of one letter can be two («ß»): then nobody knows which of them is whose.
        rute = self.rute or (None if len(tekst) == len(self) else rute_til(self))
        return hel(tekst, rute) if rute else _satt(tekst, self.deler)

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """Return the pieces between `sep`, each with its ways."""
        if sep is None:
            return super().split(sep, maxsplit)
        biter: list[str] = []
        fra = 0
        for bit in super().split(sep, maxsplit):
            biter.append(self[fra : fra + len(bit)])
            fra += len(bit) + len(sep)
        return biter


_ny = tuple.__new__


def hel(tekst: str, rute: Rute) -> Sporet:
    """Return `tekst` as what shows the value at `rute`, or with a `Valgrute` as what stands there because of it."""
    sporet = Sporet(tekst)
    sporet.rute = rute
    return sporet


def _satt(tekst: str, deler: Sequence[str]) -> str:
    """Return `tekst` as what `deler` have become when they stand after each other."""
    if not tekst:  # of what is empty, no way is needed, however much it is made of
        return tekst
    sporet = Sporet(tekst)
    sporet.rute = None
    sporet.deler = deler
    return sporet


def _ledd(deler: Iterable[str]) -> Iterator[str]:
    """Give the texts, with what it is put together of in the place of one with several values.

    A template of their own can put texts together as many times as it likes: so it is no recursion.
    """
    åpne = [iter(deler)]
    while åpne:
        for del_ in åpne[-1]:
            if del_.__class__ is Sporet and del_.rute is None:
                åpne.append(iter(del_.deler))
                break
            yield del_
        else:
            åpne.pop()


def _mellom(deler: Iterable[str], fra: int, til: int) -> list[str]:
    biter: list[str] = []
    for del_ in _ledd(deler):
        if til <= 0:
            break
        lengde = len(del_)
        if fra < lengde:
            biter.append(del_ if fra <= 0 and lengde <= til else del_[max(fra, 0) : til])
        fra -= lengde
        til -= lengde
    return biter


def sammen(*deler: str) -> str:
    """Return the texts as one, with the ways of all."""
    return samlet(deler)


def samlet(deler: Sequence[str]) -> str:
    """Return the texts as one, with the ways of all."""
    for del_ in deler:
        if del_.__class__ is Sporet:
            return del_ if len(deler) == 1 else _satt("".join(deler), deler)
    return "".join(deler)  # most texts have no way when nobody asks for one


def skjøt(mellom: str, deler: Iterable[str]) -> str:
    """Return the texts as one with `mellom` between them, with the ways of all."""
    alle = [*deler]
    if len(alle) == 1 and alle[0].__class__ is Sporet:
        return alle[0]
    if Sporet not in map(type, alle):
        return mellom.join(alle)
    biter = [mellom] * (2 * len(alle) - 1)
    biter[::2] = alle
    return _satt(mellom.join(alle), biter)


def spenn(deler: Iterable[str]) -> tuple[Spenn, ...]:
    """Return the spans of texts that stand after each other; neighbours that show the same value are one."""
    alle: list[Spenn] = []
    fra, slutt = 0, -1
    åpne: list[Iterator[str]] = []  # as in `_ledd`
    rest = iter(deler)
    while True:
        for del_ in rest:
            if del_.__class__ is not Sporet:
                fra += len(del_)
                continue
            if (rute := del_.rute) is None:
                åpne.append(rest)
                rest = iter(del_.deler)
                break
            til = fra + len(del_)
            valgt = rute.__class__ is Valgrute
            if fra == slutt and (før := alle[-1])[2] == rute and før[3] is valgt:
                alle[-1] = _ny(Spenn, (før[0], til, rute, valgt))
                slutt = til
            elif fra < til:
                alle.append(_ny(Spenn, (fra, til, rute, valgt)))
                slutt = til
            fra = til
        else:
            if not åpne:
                return tuple(alle)
            rest = åpne.pop()


def hele(tekst: Sporet) -> Spenn:
    """Return the span of a text that shows one value, as more than half of them do."""
    return _ny(Spenn, (0, len(tekst), tekst.rute, tekst.rute.__class__ is Valgrute))


def omskrevet(tekst: str, ny: str) -> str:
    """Return `ny`, which is `tekst` with other characters in the same places, with the ways of `tekst`."""
    if tekst.__class__ is not Sporet:
        return ny
    if ny == tekst:
        return tekst
    if len(ny) != len(tekst):
        return ny
    return hel(ny, tekst.rute) if tekst.rute is not None else _satt(ny, tekst.deler)


def fylt(mønster: str, verdier: Mapping[str, str]) -> str:
    """Return `mønster` with a value in the place of each name of it, with the ways of the values."""
    deler = re.split(f"({'|'.join(map(re.escape, verdier))})", mønster)
    return samlet([verdier.get(del_, del_) for del_ in deler])


def byttet(tekst: str, tegn: Callable[[str], str]) -> str:
    """Return `tekst` with what `tegn` gives in the place of each character, with its ways."""
    if tekst.__class__ is not Sporet:
        return "".join(map(tegn, tekst))
    if tekst.rute is not None:
        return hel("".join(map(tegn, str(tekst))), tekst.rute)
    biter: list[str] = []
    fra = 0
    for del_ in _ledd(tekst.deler):
        til = fra + len(del_)
        biter.append(byttet(omskrevet(del_, str.__getitem__(tekst, slice(fra, til))), tegn))
        fra = til
    return samlet(biter)


def uten(tekst: str, deler: Iterable[slice]) -> str:
    """Return `tekst` without some parts of it, which are given in their order, with the ways of the rest."""
    biter, fra = [], 0
    for del_ in deler:
        biter.append(tekst[fra : del_.start])
        fra = del_.stop
    return sammen(*biter, tekst[fra:])


def som(verdi: object, tekst: str) -> str:
    """Return `tekst` as what shows `verdi`; when nobody asks for the ways, `verdi` has none, and it is as it was."""
    rute = rute_til(verdi)
    return hel(tekst, rute) if rute and tekst else tekst


def fordi(verdi: object, tekst: str) -> str:
    """Return `tekst` as words of ours that are there because of `verdi`; without a way, as it was."""
    rute = rute_til(verdi)
    return hel(tekst, Valgrute(rute)) if rute and tekst else tekst


def rute_til(verdi: object) -> Rute | None:
    """Return the way to a value that carries it: of several, the first."""
    if verdi.__class__ is str:
        return None
    rute: Rute | None = getattr(verdi, "rute", None)
    if rute:
        return rute
    if verdi.__class__ is Sporet:
        verdi = [*_ledd(verdi.deler)]
    if isinstance(verdi, (tuple, list)):
        return next(filter(None, map(rute_til, verdi)), None)
    return None


def egne_ord(verdi: object) -> str:
    """Return the words that stand instead of a choice or an answer; empty when it is made, or nothing is said."""
    ord_ = getattr(verdi, "ord", None)
    return som(verdi, ord_) if ord_ else ""


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

    @property
    def ord(self) -> str | None:
        """The words that stand instead of a choice."""
        return getattr(self._valg, "ord", None)

    def __bool__(self) -> bool:
        return bool(self._valg)

    def __eq__(self, other: object) -> bool:
        return self._valg == (other._valg if isinstance(other, Valgt) else other)

    def __hash__(self) -> int:
        return hash(self._valg)

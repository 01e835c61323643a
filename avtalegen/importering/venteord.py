"""The words that a pattern waits for: whatever it matches, they stand there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from avtalegen.modell.senere import senere

_KLASSE = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_GANGER = r"(?:[*+?][+?]?|\{\d*,?\d*\}\??)"
_FLATT = rf"(?:[^()\[\\]|\\.|{_KLASSE})*"
_HULL = (
    rf"(?:(?:\\[bBsSwW]|(?!\[\\s\\S\\d\]){_KLASSE}){_GANGER}?|\(\?<?!{_FLATT}\)"
    rf"|\((?!\?[<=!]|\?[aimsu]+\)){_FLATT}\)(?:[*?]|\{{0?,\d*\}})[+?]?)+"
)
_BIT = senere(
    rf"{_HULL}|(\((?:\?[aimsu]*(?:-[ims]+)?:|\?P<\w+>)?[^\W\d_][\w ]+(?:\|[^\W\d_][\w ]+)*\)"
    rf"|[^\W\d_][\w ]+(?![*+?{{\w ])|\\.|{_KLASSE}|\(\?P<\w+>|\(\?[aimsu]*(?:-[ims]+)?:|\(\?<?[=!]"
    rf"|\(\?[aimsu]+\)|{_GANGER}|\(\?|.)",
    re.DOTALL,
)
"""A piece of a pattern: what says nothing, or in a group of its own: nothing but words, a word, a class, what opens a
group, how many times; the last ones are all that is left.
"""
_FORAN = re.compile(r"\((?:\?P<\w+>|\?[^:]*:)?")
_INGENTING = ""
_IKKE_SEG_SELV = frozenset((*"|.^$", _INGENTING))
_FLAGG = re.compile(r"\(\?[aimsu]+\)")
_KORTEST, _FLEST = 3, 60
SIFFER = r"\d"
"""What stands for any digit among the words."""
MED_SIFFER = r"[\s\S\d]"
"""A class of anything, in what stands for something with a digit in it."""
_FINN_SIFFER = re.compile(SIFFER)


class Enten(NamedTuple):
    """Several ways that it may be said, of which all that one of them waits for is there."""

    grener: tuple[Krav, ...]


Krav = tuple["frozenset[str] | Enten", ...]
"""All that has to be there: one of some words, or one of several ways to say it."""
_INTET: Krav = ()


def venteord(uttrykk: str) -> Krav:
    """Return which words, folded, stand in each text that a pattern matches; nothing when that isn't known."""
    biter = _BIT.findall(uttrykk)
    return () if "(?" in biter else _Leser(biter).valg()


@lru_cache(maxsize=32)
def brettet(tekst: str) -> str:
    """Return a text as it is looked for words in: folded, and with what stands for any digit last if it has one."""
    return tekst.casefold() + (SIFFER if _FINN_SIFFER.search(tekst) else "")


def er_der(krav: Krav, brettet: str) -> bool:
    """Tell whether a folded text has the words."""
    for en in krav:
        if isinstance(en, Enten):
            for gren in en.grener:
                if er_der(gren, brettet):
                    break
            else:
                return False
            continue
        for ord_ in en:
            if ord_ in brettet:
                break
        else:
            return False
    return True


class _Leser:
    """Reads the pieces of a pattern from the first to the last."""

    def __init__(self, biter: list[str]) -> None:
        self._biter, self._nr = biter, 0

    def valg(self) -> Krav:
        """Return what the ways to match, up to the end of a group, wait for."""
        grener = [self._gren()]
        while self._nr < len(self._biter) and self._biter[self._nr] == "|":
            self._nr += 1
            grener.append(self._gren())
        self._nr += 1
        return grener[0] if len(grener) == 1 else _en_av(grener)

    def _gren(self) -> Krav:
        """Return what the pieces up to the next way, or the end, wait for."""
        biter, krav, løp = self._biter, list[frozenset[str] | Enten](), ""
        slutt = len(biter)
        while self._nr < slutt and (bit := biter[self._nr]) != "|" and bit != ")":
            self._nr += 1
            if bit in _IKKE_SEG_SELV:
                tegn, under = "", _INTET
            elif (len(bit) == 1 and bit != "(") or bit[0] not in "([\\":
                tegn, under = bit, _INTET
            else:
                tegn, under = self._en(bit)
            antall = biter[self._nr] if self._nr < slutt else _INGENTING
            if antall and (antall[0] in "*+?" or (antall[0] == "{" and len(antall) > 1)):
                self._nr += 1
                if antall[0] in "*?" or antall[:2] in ("{0", "{,"):
                    tegn, under = "", _INTET
            elif tegn:
                løp += tegn
                continue
            krav += _løpet(løp + tegn)
            krav += under
            løp = ""
        return (*krav, *_løpet(løp))

    def _en(self, bit: str) -> tuple[str, Krav]:
        """Return the signs that a piece stands for, or else what it waits for."""
        if bit[0] == "(":
            if bit[-1] == ")":
                return "", () if _FLAGG.match(bit) else _ordene(bit)
            under = self.valg()
            return "", () if bit[-1] == "!" else under
        if bit in (SIFFER, MED_SIFFER):
            return "", (frozenset((SIFFER,)),)
        return bit[1] if bit[0] == "\\" and not bit[1].isalnum() else "", ()


def _en_av(grener: list[Krav]) -> Krav:
    """Return what is waited for by one of several ways; nothing when one of them waits for nothing."""
    if not all(grener):
        return ()
    if all(len(gren) == 1 and isinstance(gren[0], frozenset) for gren in grener):
        ord_ = frozenset[str]().union(*(en for gren in grener for en in gren if isinstance(en, frozenset)))
        return (ord_,) if len(ord_) <= _FLEST else ()
    return (Enten(tuple(grener)),)


def _ordene(bit: str) -> Krav:
    """Return the words of a group of nothing but words."""
    start = _FORAN.match(bit)
    ord_ = frozenset(bit[start.end() if start else 0 : -1].casefold().split("|"))
    return (ord_,) if min(map(len, ord_)) >= _KORTEST and len(ord_) <= _FLEST else ()


def _løpet(løp: str) -> Krav:
    """Return that a run of signs is waited for, when it is long enough."""
    return (frozenset((løp.casefold(),)),) if len(løp) >= _KORTEST else ()

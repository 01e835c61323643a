"""Plain text that a typewriter or a program has made even at both sides: the wider spaces part no columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from avtalegen.importering.lesere.linjeskift import MERKE
from avtalegen.modell.senere import senere

_LUKE = senere(r"(?<=\S) {2,}(?=\S)")
_MIDT_I = senere(r"[a-zæøå,] {2,3}[a-zæøå]")
"""A wider space where a sentence goes on."""
_BREDEST = 3
"""Spaces between two words of a line that is made even."""
_SPERRET = senere(r"(?:\w {1,3}){5}")
"""Letters with a space after each, as in a title; the wider ones part its words."""
_MINST, _ANDEL = 5, 0.1
_LIKE = 0.7
_MEST = 400  # characters that are looked at


def jevnet(linjer: Sequence[str]) -> dict[int, str]:
    """Return the lines of a text that are made even, by their places, with single spaces; none when it isn't."""
    med = sum(_MIDT_I.search(linje[:_MEST]) is not None for linje in linjer)
    if med < _MINST or med < _ANDEL * sum(map(bool, linjer)):
        return {}
    luker = [_luker(linje) for linje in linjer]
    smale = [bool(noen) and max(slutt - start for start, slutt in noen) <= _BREDEST for noen in luker]
    starter = [{slutt for _, slutt in noen} for noen in luker]
    i_tabell = {0}
    for nr, (over, under) in enumerate(pairwise(starter)):
        felles = len(over & under)
        brede = felles and not (smale[nr] and smale[nr + 1])
        if brede or (felles > 1 and felles >= _LIKE * max(len(over), len(under))):
            i_tabell |= {nr + 1, nr + 2}
    # In text, words begin at the same place in three lines by chance alone: hardly ever.
    for nr, tre in enumerate(zip(starter, starter[1:], starter[2:], strict=False)):
        if set.intersection(*tre):
            i_tabell |= {nr + 1, nr + 2, nr + 3}
    return {
        nr: _enkle(linje)
        for nr, linje in enumerate(linjer)
        if smale[nr] and nr + 1 not in i_tabell and not ("\t" in linje or _SPERRET.search(linje[:_MEST]))
    }


def _fra(linje: str) -> int:
    """Return where the text of a line begins, after its mark."""
    merke = MERKE.match(linje)
    return merke.end() if merke else len(linje) - len(linje.lstrip())


def _luker(linje: str) -> list[tuple[int, int]]:
    return [treff.span() for treff in _LUKE.finditer(linje[:_MEST], _fra(linje))]


def _enkle(linje: str) -> str:
    fra = _fra(linje)
    return linje[:fra] + re.sub(r"(?<=\S) {2,3}(?=\S)", " ", linje[fra:])

"""The words that a pattern waits for: whatever it matches, one of them stands there."""

from __future__ import annotations

import re

_BIT = re.compile(
    r"[^\W\d_][\w ]+(?![*+?{\w ])|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?P<\w+>|\(\?[aimsu]*(?:-[ims]+)?:|\(\?<?[=!]"
    r"|\(\?[aimsu]+\)|[*+?][+?]?|\{\d*,?\d*\}\??|\(\?|.",
    re.DOTALL,
)
"""A piece of a pattern: a word, a class, what opens a group, how many times; the last ones are all that is left."""
_IKKE_SEG_SELV = frozenset("|.^$")
_FLAGG = re.compile(r"\(\?[aimsu]+\)")
_KORTEST, _FLEST = 3, 60
_INGEN: frozenset[str] = frozenset()


def venteord(uttrykk: str) -> frozenset[str]:
    """Return words, folded, of which at least one stands in each text that a pattern matches; none when not known."""
    biter = _BIT.findall(uttrykk)
    return _INGEN if "(?" in biter else _valg(biter, 0)[0]


def _valg(biter: list[str], nr: int) -> tuple[frozenset[str], int]:
    """Return the words of what stands up to the end of a group, and where that is."""
    grener: list[frozenset[str]] = []
    best, løp, slutt = _INGEN, "", len(biter)
    while nr < slutt and (bit := biter[nr]) != ")":
        nr += 1
        under, tegn, først = _INGEN, "", bit[0]
        if bit == "|":
            grener.append(_bedre(best, løp))
            best, løp = _INGEN, ""
            continue
        if først == "(":
            if _FLAGG.match(bit):
                continue
            under, nr = _valg(biter, nr)
            nr += 1
            if bit[-1] == "!":
                under = _INGEN
        elif først == "\\":
            tegn = "" if bit[1].isalnum() else bit[1]
        elif len(bit) == 1 or først != "[":
            tegn = "" if bit in _IKKE_SEG_SELV else bit
        antall = biter[nr] if nr < slutt and biter[nr][0] in "*+?{" and biter[nr] != "{" else ""
        if antall:
            nr += 1
            if antall[0] in "*?" or antall[:2] in ("{0", "{,"):
                tegn, under = "", _INGEN
        løp += tegn
        if antall or not tegn:
            best, løp = _bedre(best, løp), ""
            if under:
                best = max(best, under, key=_verdt)
    grener.append(_bedre(best, løp))
    alle = _INGEN.union(*grener)
    return (alle if all(grener) and len(alle) <= _FLEST else _INGEN), nr


def _bedre(best: frozenset[str], løp: str) -> frozenset[str]:
    return max(best, frozenset((løp.casefold(),)), key=_verdt) if len(løp) >= _KORTEST else best


def _verdt(ord_: frozenset[str]) -> tuple[int, int]:
    """Weigh words: those that are longest say most, and a few are faster to look for than many."""
    return (min(map(len, ord_), default=0), -len(ord_))

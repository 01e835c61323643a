"""Which words two paragraphs have in common, and how the one becomes the other.

Only words are found again, as many as can be; what stands between two that are, is compared from both ends. So no word
is struck that could stand, and a change of several words is one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Literal, NamedTuple

from avtalegen.henting.samstilling import equal_ends
from avtalegen.utgaver.sporing.biter import Bit

Hva = Literal["står", "ut", "inn", "fra", "til"]
"""What becomes of some bits: they stand, go, come, or are moved from here or to here."""


class Strekk(NamedTuple):
    """Some bits with the same fate. Of those that stand, `før` are what they were, which may have looked otherwise."""

    hva: Hva
    biter: list[Bit]
    før: list[Bit]


def felles(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence.

    Each row of the table of lengths is one number, a bit for each of `a`: 0 where the length grows (Hyyrö 2004).
    """
    first, last = equal_ends(a, b)
    pairs = [(n, n) for n in range(first)]
    pairs += ((first + i, first + j) for i, j in _felles(a[first : len(a) - last], b[first : len(b) - last]))
    return pairs + [(len(a) - n, len(b) - n) for n in range(last, 0, -1)]


def antall_felles(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """Return how long a longest common subsequence is."""
    places, full = _plasser(a)
    row = full
    for one in b:
        grows = row & places.get(one, 0)
        row = ((row + grows) | (row - grows)) & full
    return len(a) - row.bit_count()


def _plasser(a: Sequence[Hashable]) -> tuple[dict[Hashable, int], int]:
    places: dict[Hashable, int] = {}
    for n, one in enumerate(a):
        places[one] = places.get(one, 0) | 1 << n
    return places, (1 << len(a)) - 1


def _felles(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    if not a or not b:
        return []
    places, full = _plasser(a)
    rows = [full]
    for one in b:
        row = rows[-1]
        grows = row & places.get(one, 0)
        rows.append(((row + grows) | (row - grows)) & full)
    i, j, found = len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
            found.append((i, j))
        elif rows[j] >> (i - 1) & 1:
            i -= 1
        else:
            j -= 1
    return found[::-1]


def forskjell(gamle: Sequence[Bit], nye: Sequence[Bit], *, helt: bool = False) -> list[Strekk]:
    """Return how the old bits become the new ones. With `helt`, no word is found again between the equal ends."""
    a = [n for n, bit in enumerate(gamle) if bit.er_ord]
    b = [n for n, bit in enumerate(nye) if bit.er_ord]
    pairs = [] if helt else felles([gamle[n].nøkkel for n in a], [nye[n].nøkkel for n in b])
    strekk: list[Strekk] = []
    x = y = 0
    for i, j in [*((a[i], b[j]) for i, j in pairs), (len(gamle), len(nye))]:
        _mellom(strekk, gamle[x:i], nye[y:j])
        if i < len(gamle):
            _legg(strekk, "står", nye[j : j + 1], gamle[i : i + 1])
        x, y = i + 1, j + 1
    return strekk


def _mellom(strekk: list[Strekk], gamle: Sequence[Bit], nye: Sequence[Bit]) -> None:
    first, last = equal_ends([bit.nøkkel for bit in gamle], [bit.nøkkel for bit in nye])
    _legg(strekk, "står", nye[:first], gamle[:first])
    _legg(strekk, "ut", gamle[first : len(gamle) - last], ())
    _legg(strekk, "inn", nye[first : len(nye) - last], ())
    _legg(strekk, "står", nye[len(nye) - last :], gamle[len(gamle) - last :])


def _legg(strekk: list[Strekk], hva: Hva, biter: Sequence[Bit], før: Sequence[Bit]) -> None:
    if not biter:
        return
    if strekk and strekk[-1].hva == hva:
        strekk[-1].biter.extend(biter)
        strekk[-1].før.extend(før)
    else:
        strekk.append(Strekk(hva, list(biter), list(før)))

"""Which blocks of the one file have become which of the other: the pairs that leave the fewest words to mark.

Blocks that each file has once and that are equal, hold the two together; between them, those are paired that have the
most words in common, in the order that they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Protocol, TypeVar

from avtalegen.henting.samstilling import equal_ends
from avtalegen.utgaver.sporing.biter import Avsnitt
from avtalegen.utgaver.sporing.blokker import Rad, Tabell
from avtalegen.utgaver.sporing.ordene import antall_felles

Sikkert = tuple[int, int]
"""The places of what belongs together."""
Par = tuple[int | None, int | None]
"""The same, or what stands alone: None where there is no other."""
_LIKE = 0.5
"""How much of the words two blocks must have in common to be the same one changed."""
LITE = 0.25
"""Below this, what stands in the place of another is another, and no word of it is found again."""
_KORT = 4  # words: so little text may be another in the same place
_MEST = 250_000  # pairs: some seconds, where an agreement needs some thousands


class Sak(Protocol):
    """What can be paired."""

    @property
    def slag(self) -> Hashable:
        """What kind it is: only what is of the same kind can be paired."""

    @property
    def nøkkel(self) -> Hashable:
        """What is equal when there is nothing to mark."""

    @property
    def ord(self) -> list[Hashable]:
        """The words."""


S = TypeVar("S", bound=Sak)


def par(gamle: Sequence[S], nye: Sequence[S]) -> list[Par]:
    """Return the pairs, in the order of the blocks; in one place, what has gone stands before what has come."""
    a, b = [en.nøkkel for en in gamle], [en.nøkkel for en in nye]
    first, last = equal_ends(a, b)
    pairs: list[Par] = [(n, n) for n in range(first)]
    x, y = first, first
    slutt = (len(a) - last, len(b) - last)
    for i, j in [*_fester(gamle, nye, (first, slutt[0]), (first, slutt[1])), slutt]:
        pairs += _i_rommet(gamle, nye, (x, i), (y, j))
        if (i, j) != slutt:
            pairs.append((i, j))
        x, y = i + 1, j + 1
    return pairs + [(len(a) - n, len(b) - n) for n in range(last, 0, -1)]


def _fester(gamle: Sequence[Sak], nye: Sequence[Sak], fra: tuple[int, int], til: tuple[int, int]) -> list[Sikkert]:
    """Return the blocks that both have once and in the same order, those with the most words together."""
    a, b = Counter(gamle[n].nøkkel for n in range(*fra)), Counter(nye[n].nøkkel for n in range(*til))
    plass = {nye[n].nøkkel: n for n in range(*til) if b[nye[n].nøkkel] == 1}
    en_gang = [(n, plass[k]) for n in range(*fra) if a[k := gamle[n].nøkkel] == 1 and k in plass and gamle[n].ord]
    return _tyngst(en_gang, [len(gamle[n].ord) for n, _ in en_gang])


def _tyngst(pairs: list[Sikkert], vekt: list[int]) -> list[Sikkert]:
    """Return the heaviest of the pairs that stand in the same order in both."""
    # Ends and weights of the best sequences so far, both rising, each with the way back.
    ends: list[int] = []
    best: list[tuple[int, int]] = []
    før: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        total = vekt[n] + (best[at - 1][0] if at else 0)
        før.append(best[at - 1][1] if at else -1)
        til = at
        while til < len(ends) and best[til][0] <= total:
            til += 1
        ends[at:til], best[at:til] = [j], [(total, n)]
    n = best[-1][1] if best else -1
    found: list[Sikkert] = []
    while n >= 0:
        found.append(pairs[n])
        n = før[n]
    return found[::-1]


def _i_rommet(gamle: Sequence[Sak], nye: Sequence[Sak], fra: tuple[int, int], til: tuple[int, int]) -> Iterator[Par]:
    """Give the pairs between two that are sure, and what stands alone, what has gone first in each place."""
    sikre = [*_best(gamle, nye, fra, til), (fra[1], til[1])]
    x, y = fra[0], til[0]
    for i, j in sikre:
        yield from _på_plass(gamle, nye, (x, i), (y, j))
        if (i, j) != sikre[-1]:
            yield i, j
        x, y = i + 1, j + 1


def _best(gamle: Sequence[Sak], nye: Sequence[Sak], fra: tuple[int, int], til: tuple[int, int]) -> list[Sikkert]:
    """Return the pairs with the most words in common."""
    rows, columns = range(*fra), range(*til)
    if not rows or not columns or len(rows) * len(columns) > _MEST:
        return []
    above = [0.0] * (len(columns) + 1)
    table = [above]
    verdier: list[list[float]] = []
    tellinger = [Counter(nye[j].ord) for j in columns]
    for i in rows:
        telling = Counter(gamle[i].ord)
        verdi = [_verdi(gamle[i], nye[j], telling, tellinger[n]) for n, j in enumerate(columns)]
        row = [0.0]
        for n, one in enumerate(verdi):
            row.append(max(row[n], above[n + 1], above[n] + one if one else 0))
        verdier.append(verdi)
        table.append(row)
        above = row
    m, n, found = len(rows), len(columns), []
    while m and n:
        if table[m][n] == table[m - 1][n]:
            m -= 1
        elif table[m][n] == table[m][n - 1]:
            n -= 1
        else:
            m, n = m - 1, n - 1
            found.append((rows[m], columns[n]))
    return found[::-1]


def _verdi(a: Sak, b: Sak, i_a: Counter[Hashable], i_b: Counter[Hashable]) -> float:
    """Return what a pair is worth: the words that need not be marked, 0 when they are not the same one."""
    if a.slag != b.slag:
        return 0
    if a.nøkkel == b.nøkkel:
        return len(a.ord) + 1
    total = len(a.ord) + len(b.ord)
    if not total or 2 * (i_a & i_b).total() < _LIKE * total:
        return 0
    if isinstance(a, Tabell):
        return (i_a & i_b).total()
    if isinstance(a, Rad) and isinstance(b, Rad):
        return _rader(a, b)
    common = antall_felles(a.ord, b.ord)
    return common + 0.25 + 0.25 * _samme_stil(a, b) if 2 * common >= _LIKE * total else 0


def _rader(a: Rad, b: Rad) -> float:
    """Return what two rows of as many cells are worth: 0 when a cell says something else altogether in both."""
    common = [antall_felles(x, y) for x, y in zip(a.ord_i_celler, b.ord_i_celler, strict=True)]
    total = len(a.ord) + len(b.ord)
    return sum(common) + 0.25 if 2 * sum(common) >= _LIKE * total else 0


def _samme_stil(a: Sak, b: Sak) -> bool:
    return isinstance(a, Avsnitt) and isinstance(b, Avsnitt) and a.stil == b.stil


def _på_plass(gamle: Sequence[Sak], nye: Sequence[Sak], fra: tuple[int, int], til: tuple[int, int]) -> Iterator[Par]:
    """Give what nothing is sure about: as many of one kind in the same place are the same ones written over."""
    a, b = range(*fra), range(*til)
    if len(a) == len(b) and all(_skrevet_over(gamle[i], nye[j]) for i, j in zip(a, b, strict=True)):
        yield from zip(a, b, strict=True)
        return
    yield from ((i, None) for i in a)
    yield from ((None, j) for j in b)


def _skrevet_over(a: Sak, b: Sak) -> bool:
    if a.slag != b.slag:
        return False
    if isinstance(a, Tabell):
        return True
    if isinstance(a, Rad) and isinstance(b, Rad):
        return likhet(a, b) > 0 and a.ord_i_celler[:1] == b.ord_i_celler[:1]
    if not _samme_stil(a, b):
        return False
    return max(len(a.ord), len(b.ord)) <= _KORT or likhet(a, b) >= LITE


def likhet(a: Sak, b: Sak) -> float:
    """Return how much of the words two blocks have in common, 0-1."""
    total = len(a.ord) + len(b.ord)
    return 2 * antall_felles(a.ord, b.ord) / total if total else 1.0

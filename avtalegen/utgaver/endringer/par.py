"""Two lists held against each other: which things are in both, and which of those that changed places were moved.

The two lists are treated alike: change them round, and the same pairs are found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any
from zlib import crc32

from avtalegen.modell.base import Del
from avtalegen.modell.deler import Rolle
from avtalegen.utgaver.endringer.likhet import LIK_NOK, hele, kjennetegn, likhet, ordene, trekk

Par = tuple[int, int]

_ALLE_MOT_ALLE = 10_000
"""Pairs: up to here each thing left of one list is held against each of the other."""
_FELLES_ORD = 60
"""Above that, only things that share a word which no more pairs than this share."""


def par(gamle: Sequence[Any], nye: Sequence[Any]) -> list[Par]:
    """Return the places of what is in both lists: the same things first, then those known by the same, then the like.

    How many are held against each other is bounded: two lists of thousands take little more than reading them does.
    """
    funnet = _Funnet(len(gamle), len(nye))
    funnet.med(gamle, nye, hele)
    kjente = [[kjennetegn(en) if isinstance(en, Del) else () for en in liste] for liste in (gamle, nye)]
    for n in range(max((len(en) for liste in kjente for en in liste), default=0)):
        funnet.med([en[n] for en in kjente[0]], [en[n] for en in kjente[1]], lambda en: en)
    for i, j in _like(gamle, nye, funnet):
        funnet.legg_til(i, j)
    igjen = funnet.igjen
    if len(igjen[0]) == len(igjen[1]) == 1:
        i, j = igjen[0][0], igjen[1][0]
        if _uten_navn(gamle[i]) and _uten_navn(nye[j]):
            funnet.legg_til(i, j)
    return sorted(funnet.par)


class _Funnet:
    """The pairs found so far, and what is left in each list."""

    def __init__(self, gamle: int, nye: int) -> None:
        self.par: list[Par] = []
        self._ledige = dict.fromkeys(range(gamle)), dict.fromkeys(range(nye))

    @property
    def igjen(self) -> tuple[list[int], list[int]]:
        return [*self._ledige[0]], [*self._ledige[1]]

    def legg_til(self, i: int, j: int) -> None:
        self.par.append((i, j))
        for ledige, plass in zip(self._ledige, (i, j), strict=True):
            del ledige[plass]

    def med(self, gamle: Sequence[Any], nye: Sequence[Any], nøkkel: Callable[[Any], Hashable | None]) -> None:
        """Pair those left that have the same key, in their order where several have it. None is no key."""
        plasser: tuple[dict[Hashable, list[int]], ...] = (defaultdict(list), defaultdict(list))
        for liste, ledige, etter_nøkkel in zip((gamle, nye), self._ledige, plasser, strict=True):
            for plass in ledige:
                if (en := nøkkel(liste[plass])) is not None:
                    etter_nøkkel[en].append(plass)
        for en, i_gamle in plasser[0].items():
            for i, j in zip(i_gamle, plasser[1].get(en, ()), strict=False):
                self.legg_til(i, j)


def _uten_navn(ting: Any) -> bool:
    """Tell whether it is a part that nothing need be known of: one that is alone, is the one that was alone before."""
    return isinstance(ting, Del) and not isinstance(ting, Rolle) and not any(f.påkrevd for f in ting.felter.values())


def _like(gamle: Sequence[Any], nye: Sequence[Any], funnet: _Funnet) -> Iterator[Par]:
    """Give the pairs of those left that say much the same, the likest first, each thing once."""
    i_gamle, i_nye = ({plass: trekk(liste[plass]) for plass in igjen} for liste, igjen in _igjen(gamle, nye, funnet))
    like = (
        (likhet(i_gamle[i], i_nye[j]), i, j)
        for i, j in _kandidater({i: gamle[i] for i in i_gamle}, {j: nye[j] for j in i_nye})
    )
    # Of two pairs that are as like, those are one that are as far into the lists.
    rekkefølge = sorted((-likhet, abs(i - j), min(i, j), i, j) for likhet, i, j in like if likhet >= LIK_NOK)
    brukt: tuple[set[int], set[int]] = set(), set()
    for *_, i, j in rekkefølge:
        if i not in brukt[0] and j not in brukt[1]:
            brukt[0].add(i)
            brukt[1].add(j)
            yield i, j


def _igjen(gamle: Sequence[Any], nye: Sequence[Any], funnet: _Funnet) -> Iterator[tuple[Sequence[Any], list[int]]]:
    return zip((gamle, nye), funnet.igjen, strict=True)


def _kandidater(gamle: dict[int, Any], nye: dict[int, Any]) -> Iterable[Par]:
    if len(gamle) * len(nye) <= _ALLE_MOT_ALLE:
        return [(i, j) for i in gamle for j in nye]
    plasser: tuple[dict[str, list[int]], ...] = (defaultdict(list), defaultdict(list))
    for liste, etter_ord in zip((gamle, nye), plasser, strict=True):
        for plass, ting in liste.items():
            for ord_ in ordene(ting):
                etter_ord[ord_].append(plass)
    delte = ((i_gamle, plasser[1].get(ord_, [])) for ord_, i_gamle in plasser[0].items())
    return {
        (i, j) for i_gamle, i_nye in delte if len(i_gamle) * len(i_nye) <= _FELLES_ORD for i in i_gamle for j in i_nye
    }


def flyttede(parene: Iterable[Par], gamle: Sequence[Any], nye: Sequence[Any]) -> set[Par]:
    """Return the pairs to move for the old order to become the new: as few as can be, and those that moved furthest.

    The others are the longest row that has the same order in both. Of rows as long, that one is chosen whose things
    moved least, and then one by what they say, so that it is the same one from either side.
    """
    alle = list(parene)
    plass_i = {i: n for n, i in enumerate(sorted(i for i, _ in alle))}
    plass_j = {j: n for n, j in enumerate(sorted(j for _, j in alle))}
    i_rekkefølge = sorted((plass_i[i], plass_j[j], (i, j)) for i, j in alle)
    if all(a == b for a, b, _ in i_rekkefølge):
        return set()
    tre = _Beste(len(alle))
    forrige: dict[Par, Par | None] = {}
    for a, b, ett in i_rekkefølge:
        (antall, avstand, merke), før = tre.før(b)
        i, j = ett
        spor = crc32(repr(sorted(map(repr, (hele(gamle[i]), hele(nye[j]))))).encode())
        forrige[ett] = før
        tre.sett(b, (antall + 1, avstand - abs(a - b), merke + spor), ett)
    beholdt, ett_ = set(), tre.før(len(alle))[1]
    while ett_ is not None:
        beholdt.add(ett_)
        ett_ = forrige[ett_]
    return {*alle} - beholdt


_Vekt = tuple[int, int, int]


class _Beste:
    """The best row that ends before a place, looked up and set in logarithmic time (a Fenwick tree)."""

    def __init__(self, lengde: int) -> None:
        self._tre: list[tuple[_Vekt, Par | None]] = [((0, 0, 0), None)] * (lengde + 1)

    def før(self, plass: int) -> tuple[_Vekt, Par | None]:
        best: tuple[_Vekt, Par | None] = ((0, 0, 0), None)
        while plass > 0:
            best = max(best, self._tre[plass], key=lambda en: en[0])
            plass -= plass & -plass
        return best

    def sett(self, plass: int, vekt: _Vekt, ett: Par) -> None:
        plass += 1
        while plass < len(self._tre):
            self._tre[plass] = max(self._tre[plass], (vekt, ett), key=lambda en: en[0])
            plass += plass & -plass


__all__ = ["Par", "flyttede", "par"]

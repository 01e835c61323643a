"""A paragraph taken apart: which of the sentences that the templates can write it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from avtalegen.importering import ledd
from avtalegen.importering.egne.lesere import kommunen
from avtalegen.importering.egne.monster import Mønster
from avtalegen.importering.grense import hold_fristen
from avtalegen.komponering.skjelett.enheter import Enhet
from avtalegen.modell.senere import senere

_SLUTT = senere(r"[.!?…:][)»”\"]?(?=\s)")
NY_SETNING = senere(r"[.!?]\s+[A-ZÆØÅ«]")
_ALDRI = 10_000.0
_FLEST = 24
"""Ends of sentences in one paragraph that are tried against each other."""


@dataclass(eq=False)
class Kandidat:
    """A sentence that can be written: its place in the section, its pattern, and whether it is an item of a list.

    `fordel` is how much more likely it is than others that have none of our words. `liste` is the list that an item is
    one of when it stands in a sentence: the first of those with the same pattern is meant.
    """

    nr: int
    mønster: Mønster
    enhet: Enhet
    ny: bool = True
    under: int = 0
    fordel: float = 0.0
    liste: int | None = None


class Bit(NamedTuple):
    """A piece of a paragraph, and the sentence that it is; None for one that nothing here has written.

    `tvil`: other sentences of ours could be what is written there, with other values.
    """

    fra: int
    til: int
    kandidat: Kandidat | None
    treff: re.Match[str] | None
    tvil: bool = False

    @property
    def våre(self) -> int:
        """How many words of it are ours."""
        return self.kandidat.mønster.våre(self.treff) if self.kandidat and self.treff else 0


def tatt_fra_hverandre(tekst: str, kandidater: Sequence[Kandidat], nr: int, under: int = 0) -> list[Bit]:
    """Return the pieces of a paragraph; `nr` is how far in the section it is.

    A long one is taken so many sentences at a time, and the last of those again with what comes after them.
    """
    slutter = [t.end() for t in _SLUTT.finditer(tekst)]
    slutter = [*(s for s in slutter if s < len(tekst)), len(tekst)]
    ut: list[Bit] = []
    fra = 0
    while slutter:
        biter = _sluttvis(tekst, fra, slutter[:_FLEST], kandidater, nr, under)
        if len(slutter) > _FLEST:
            trygge = [bit for bit in biter if bit.til <= slutter[_FLEST * 2 // 3]]
            biter = trygge or biter[:1]
        ut += biter
        fra = _etter(tekst, biter[-1].til)
        slutter = [s for s in slutter if s > biter[-1].til]
    return ut


def _sluttvis(
    tekst: str, først: int, slutter: Sequence[int], kandidater: Sequence[Kandidat], nr: int, under: int
) -> list[Bit]:
    """Return the pieces from a place to the last of some ends of sentences."""
    starter = [først, *(_etter(tekst, s) for s in slutter[:-1])]
    best: dict[int, tuple[float, list[Bit]]] = {len(tekst): (0.0, [])}
    for n in range(len(starter) - 1, -1, -1):
        hold_fristen()
        fra = starter[n]
        her = [*_ulike(k for k in kandidater if k.mønster.kan_begynne(tekst, fra) and k.mønster.kan_stå_i(tekst, fra))]
        for m, til in enumerate(slutter[n:], n):
            rest = best[starter[m + 1] if m + 1 < len(starter) else len(tekst)]
            pris, bit = _beste(tekst, fra, til, her, nr, under, først=fra == 0)
            if fra not in best or pris + rest[0] < best[fra][0]:
                best[fra] = pris + rest[0], [bit, *rest[1]]
    return best[først][1]


def _ulike(kandidater: Iterable[Kandidat]) -> Iterator[Kandidat]:
    sett: set[tuple[str, int]] = set()
    for k in kandidater:
        if k.liste is None:
            yield k
        elif (nøkkel := (k.mønster.kilde, k.liste)) not in sett:
            sett.add(nøkkel)
            yield k


def _etter(tekst: str, slutt: int) -> int:
    treff = re.compile(r"\s*").match(tekst, slutt)
    return treff.end() if treff else slutt


def _beste(
    tekst: str, fra: int, til: int, kandidater: Iterable[Kandidat], nr: int, under: int, *, først: bool
) -> tuple[float, Bit]:
    """Return the sentence that explains most of a piece, and what is left to explain."""
    beste = Bit(fra, til, None, None)
    lavest = 6.0 * (til - fra) + 60
    mulige: list[tuple[int, Kandidat]] = []
    like: dict[str, tuple[re.Match[str], int] | None] = {}
    for k in kandidater:
        # Many are the same pattern, with values that go elsewhere.
        m = k.mønster
        if m.kilde not in like:
            like[m.kilde] = (t, m.våre(t)) if (t := m.treff(tekst, fra, til)) else None
        if (funnet := like[m.kilde]) is None:
            continue
        treff, våre = funnet
        pris = pris_av(treff, k, nr, under, våre, først=først)
        mulige.append((våre, k))
        if pris < lavest:
            lavest, beste = pris, Bit(fra, til, k, treff)
    if beste.kandidat and beste.treff:
        beste = beste._replace(tvil=_tvil(beste.kandidat, beste.våre, mulige))
    return lavest, beste


def _tvil(valgt: Kandidat, våre: int, mulige: Iterable[tuple[int, Kandidat]]) -> bool:
    """Tell whether there is another sentence with as many of our words, for other values of the same section."""
    ruter = {h.rute for h in valgt.mønster.hull.values()}
    return any(
        antall >= våre and k.under == valgt.under and ruter.isdisjoint({h.rute for h in k.mønster.hull.values()})
        for antall, k in mulige
        if k is not valgt
    )


def pris_av(
    treff: re.Match[str], k: Kandidat, nr: int, under: int | None = None, våre: int | None = None, *, først: bool
) -> float:
    """Return how unlikely it is that a sentence is what has been written: the more in its holes, the more.

    `nr` and `under` are where in the section one is; `først`: the sentence begins its paragraph.
    """
    i_hull, pris = 0, 2.0
    våre = k.mønster.våre(treff) if våre is None else våre
    # Where each value has a paragraph of its own, it may be several sentences.
    alene = not våre and k.ny and først and treff.end() == len(treff.string)
    for navn, hull in k.mønster.hull.items():
        inni = treff[navn]
        if inni is None:
            continue
        i_hull += len(inni)
        pris += 1 + (30 if alene else 80) * len(NY_SETNING.findall(inni))
        if not lesbar(hull.slag, inni):
            pris += 500 if hull.slag == "kommunenavn" else 30
        if hull.rute is None and hull.slag == "ukjent":
            pris += 2 * len(inni)
    pris += i_hull + min(abs(k.nr - nr), 40) * 0.05
    if under is not None and k.under != under:
        pris += 5 if våre > 3 else 80 if våre else _ALDRI
    if not våre:
        return (
            pris
            + 40
            - k.fordel
            + 0.3 * i_hull
            + (120 if k.ny and not først else 20 if først and not k.ny else 0)
            + (25 if k.nr < nr else 0)
        )
    return pris + (8 if k.nr < nr else 0)


@lru_cache(4_000)
def lesbar(slag: str, tekst: str) -> bool:
    """Tell whether the format reads what stands in a hole as what it is to be, and not as words only."""
    leser = _LESERE.get(slag)
    return leser is None or leser(" ".join(tekst.split())) is not None


_LESERE: dict[str, Callable[[str], str | None]] = {
    "dato": ledd.datering,
    "hyppighet": ledd.hyppighet,
    "varighet": ledd.lengde,
    "lengde": ledd.lengde,
    "klokkeslett": ledd.klokkeslett,
    "kommunenavn": kommunen,
}

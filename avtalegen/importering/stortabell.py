"""A table that the whole agreement is laid out in: rows that go all the way across are headings over the others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from avtalegen.importering.blokker import Rute, Tabell
from avtalegen.importering.ordliste import NUMMER, etter_stammen, overskrift
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_LENGSTE = 70
"""Characters of a heading that is a row of a table."""
_NUMMERERT = senere(r"(?i)\s*(?:del|kapittel|kap\.|bolk|avsnitt)\s?(?:\d{1,2}|[A-K]|[IVX]{1,4})\b")
_NR = senere(r"(?i)\s*(?:nr\.?|punkt|pkt\.?|[A-K]?\d{0,2}(?:\.\d{1,2}){0,3}\.?|[a-k]\)|–|-)\s*")


class Bolk(NamedTuple):
    """What stands under a heading in such a table: tables of its own, and the numbers of their rows."""

    tittel: Utsnitt
    tabeller: list[Tabell]
    numre: list[Utsnitt]


def hele_raden(tabell: Tabell, rad: int) -> Utsnitt | None:
    """Return the one short line of a row that is a single cell over all the columns; None for another row."""
    rute = tabell[rad, 0]
    if rute is None or tabell.kolonner < 2 or rute.celle.kolonner < tabell.kolonner:
        return None
    linjene = [u for u in rute.utsnitt if u.s.strip()]
    return linjene[0].strippet() if len(linjene) == 1 and len(linjene[0].s) <= _LENGSTE else None


def bolker(tabell: Tabell) -> list[Bolk]:
    """Return the parts of a table that the whole agreement is laid out in; none for another table."""
    hele = {r: u for r in range(tabell.rader) if (u := hele_raden(tabell, r))}
    titler = [r for r, u in hele.items() if _NUMMERERT.match(u.s)] or [r for r, u in hele.items() if _er_tittel(u.s)]
    if len(titler) < 2 or titler[0] != 0:
        return []
    grenser = zip(titler, [*titler[1:], tabell.rader], strict=True)
    return [_bolk(tabell, hele[fra], fra, til) for fra, til in grenser]


def _bolk(tabell: Tabell, tittel: Utsnitt, fra: int, til: int) -> Bolk:
    numre: list[Utsnitt] = []
    like = groupby(range(fra + 1, til), lambda r: _sammenslått(tabell, r, fra))
    tabeller = [_smal(tabell, [*rader], numre) for _, rader in like]
    return Bolk(tittel, [t for t in tabeller if t.rader], numre)


def _er_tittel(tekst: str) -> bool:
    nummer = NUMMER.match(tekst)
    rent = tekst[nummer.end() if nummer else 0 :]
    return bool(overskrift(rent) or etter_stammen(rent))


def _sammenslått(tabell: Tabell, rad: int, fra: int) -> frozenset[tuple[int, int]]:
    """Return which columns of a row are one cell; a row that is all one cell goes with the one before it."""
    while rad > fra + 1 and hele_raden(tabell, rad):
        rad -= 1
    ruter = (tabell[rad, k] for k in range(tabell.kolonner))
    return frozenset((r.celle.kolonne, r.celle.kolonner) for r in ruter if r and r.celle.kolonner > 1)


def _smal(tabell: Tabell, rader: list[int], numre: list[Utsnitt]) -> Tabell:
    """Return some rows as a table of the columns that they use, without one that only has the numbers of the rows."""
    delte = [r for r in rader if not hele_raden(tabell, r)]
    starter = sorted({rute.celle.kolonne for r in delte for rute in _rutene(tabell, r)})
    første = [tabell.tekst(r, 0) for r in delte]
    if len(starter) > 2 and starter[0] == 0 and all(_NR.fullmatch(t) for t in første) and any(første):
        numre += [u for r in delte if (rute := tabell[r, 0]) for u in rute.utsnitt]
        starter = starter[1:]
    ruter: dict[tuple[int, int], Rute] = {}
    for nr, r in enumerate(rader):
        for rute in _rutene(tabell, r):
            hel = rute.celle.kolonner >= tabell.kolonner
            if hel or rute.celle.kolonne in starter:
                k = 0 if hel else starter.index(rute.celle.kolonne)
                celle = rute.celle._replace(rad=nr, kolonne=k, kolonner=max(1, len(starter)) if hel else 1)
                ruter[nr, k] = rute._replace(celle=celle)
    return Tabell(ruter)


def _rutene(tabell: Tabell, rad: int) -> Iterator[Rute]:
    """Return the cells that begin in a row."""
    return (rute for (r, _), rute in sorted(tabell.egne.items()) if r == rad)

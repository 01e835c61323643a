"""The paragraphs that the tags of a PDF tell of, as lines, with the words that are drawn of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from avtalegen.importering.lesere.linjeskift import Ordliste
from avtalegen.importering.lesere.pdf_avsnitt import legg, skjøt
from avtalegen.importering.lesere.pdf_merket import Blokk, Merke
from avtalegen.importering.lesere.pdf_rader import Rad, merk_spredte, rader
from avtalegen.importering.lesere.pdf_tolk import PYNT, Ord, Side
from avtalegen.importering.lesere.utkast import Utkast

_FULLE = 4  # rows that go as far to the right as any that begin where they do: fewer are no column of text
_FLEST = 0.9  # of the words, that tags must tell of to be of use


def ord_etter_merke(sider: Sequence[Side], lenker: Mapping[Merke, str]) -> dict[Merke, list[Ord]]:
    """Return the words that are known by each mark, in the order that they are drawn, with what they lead to."""
    ut: dict[Merke, list[Ord]] = {}
    for nr, side in enumerate(sider):
        for o in side.ord:
            if o.merke is not None and o.merke != PYNT:
                lenke = lenker.get((nr, o.merke), "")
                ut.setdefault((nr, o.merke), []).append(o._replace(lenke=lenke) if lenke else o)
    return ut


def dekker(blokker: Iterable[Blokk], ord_: dict[Merke, list[Ord]], sider: Sequence[Side]) -> bool:
    """Tell whether tags tell of nearly every word, and of none twice."""
    merker = [merke for blokk in blokker for merke in blokk.merker]
    fortalt = sum(len(ord_.get(merke, ())) for merke in merker)
    alle = sum(o.merke != PYNT for side in sider for o in side.ord)
    return len(set(merker)) == len(merker) and fortalt > _FLEST * alle


def linjer(blokker: Iterable[Blokk], ord_: dict[Merke, list[Ord]], ordliste: Ordliste) -> list[Utkast]:
    """Return the lines of the paragraphs; what has been taken is removed from `ord_`."""
    lest = [(blokk, [*_rader(blokk, ord_)]) for blokk in blokker]
    høyre = _kanter(lest)
    i_spalten: dict[tuple[int, int], list[Rad]] = {}
    for blokk, noen in lest:
        for side, rad in noen if blokk.rute is None else ():
            i_spalten.setdefault((side, round(rad.x0 / 4)), []).append(rad)
    for alle in i_spalten.values():
        merk_spredte(alle)
    ut: list[Utkast] = []
    tall: dict[int, int] = {}
    for blokk, noen in lest:
        u: Utkast | None = None
        forrige: Rad | None = None
        for side, rad in noen:
            tall[side] = tall.get(side, 0) + 1
            if u is None or forrige is None:
                u = Utkast(blokk.hvor, side + 1, tall[side], nivå=blokk.nivå)
                u.listenivå, u.rute = blokk.listenivå, blokk.rute
                legg(u, rad)
                ut.append(u)
            elif _rom(forrige, rad, høyre[_spalte(blokk, noen)]):
                u.legg("\n")
                legg(u, rad)
            else:
                skjøt(u, forrige, rad, ordliste)
            forrige = rad
    return ut


_Rader = list[tuple[int, Rad]]
_Spalte = tuple[int, ...]


def _spalte(blokk: Blokk, noen: _Rader) -> _Spalte:
    """Return what tells the column that a paragraph stands in: that of its table, or where on its page it begins."""
    if blokk.rute:
        return blokk.rute.tabell, blokk.rute.kolonne, blokk.rute.kolonner
    return noen[0][0], round(min(rad.x0 for _, rad in noen) / 4)


def _kanter(lest: Sequence[tuple[Blokk, _Rader]]) -> dict[_Spalte, float]:
    """Return how far to the right each column goes: to the edge of the page where only short rows stand."""
    rader_i: dict[_Spalte, list[Rad]] = {}
    for blokk, noen in lest:
        if noen:
            rader_i.setdefault(_spalte(blokk, noen), []).extend(rad for _, rad in noen)
    ytterst = max((rad.x1 for alle in rader_i.values() for rad in alle), default=0.0)
    innerst = min((rad.x0 for alle in rader_i.values() for rad in alle), default=0.0)
    kanter = {}
    for spalte, alle in rader_i.items():
        kant = _felles_kant(alle) or max(rad.x1 for rad in alle)
        fulle = sum(rad.x1 > kant - 0.15 * (kant - rad.x0) for rad in alle)
        smal = kant - min(rad.x0 for rad in alle) < 0.45 * (ytterst - innerst)
        kanter[spalte] = ytterst if len(spalte) == 2 and smal and fulle < _FULLE else kant
    return kanter


def _felles_kant(alle: Sequence[Rad]) -> float | None:
    """Return the edge that half of the rows of a column are spread out to, whatever is wider, as the title over it."""
    steder = Counter(round(rad.x1) for rad in alle)
    ender = {sted: steder[sted - 1] + steder[sted] + steder[sted + 1] for sted in steder}
    sted = max(ender, key=lambda sted: ender[sted])
    return float(sted + 1) if ender[sted] >= _FULLE and 2 * ender[sted] >= len(alle) else None


def igjen(ord_: dict[Merke, list[Ord]], side: Side, nr: int) -> list[Ord]:
    """Return the words of a page that no paragraph has: what has no mark, and what no tag tells of."""
    return [o for o in side.ord if o.merke is None or (o.merke != PYNT and (nr, o.merke) in ord_)]


def _rader(blokk: Blokk, ord_: dict[Merke, list[Ord]]) -> Iterator[tuple[int, Rad]]:
    """Give the words of a paragraph as rows, as they are drawn: a row ends where the next word isn't to the right."""
    grupper: list[tuple[int, list[Ord]]] = []
    for side, nr in blokk.merker:
        for o in ord_.pop((side, nr), ()):
            sist = grupper[-1][1][-1] if grupper and grupper[-1][0] == side else None
            lik = sist is not None and abs(o.y - sist.y) < 0.5 * max(o.størrelse, sist.størrelse)
            if lik and sist is not None and o.x0 > sist.x0 - 1:
                grupper[-1][1].append(o)
            else:
                grupper.append((side, [o]))
    return ((side, rad) for side, gruppe in grupper for rad in rader(gruppe))


def _rom(forrige: Rad, rad: Rad, høyre: float) -> bool:
    """Tell whether a row ended though there was room for more, as people end lines."""
    første = rad.ord[0]
    return høyre - forrige.x1 > første.x1 - første.x0 + 2 * rad.størrelse and rad.y < forrige.y

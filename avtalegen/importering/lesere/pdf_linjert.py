"""Tables that are drawn with nothing but a line over and under each row, on a page of a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from avtalegen.importering.lesere.pdf_ruter import Ramme, Rutenett, samlet
from avtalegen.importering.lesere.pdf_streker import Strek
from avtalegen.importering.lesere.pdf_tolk import Ord

_LIKE = 2.0  # points: lines that begin and end no farther from each other are of one table
_MEST = 400  # lines of a page
_FLEST = 12  # columns
_LUKE = 0.9  # of the size: what is blank between two cells of a head, at least
_LUFT = 8.0  # points from the edge of a cell to what stands in it, at most
_STØRRE = 1.15  # times the size of the head: what is larger is a heading
_KANT = 15.0  # points from the edge to the first column, at most


def linjerte(streker: Sequence[Strek], ord_: Sequence[Ord]) -> Iterator[Rutenett]:
    """Give the tables of a page: a head of several columns, and rows in which no word goes from one to the next."""
    vannrette = samlet([s for s in streker if s.x1 - s.x0 >= s.y1 - s.y0], vannrett=True)
    if len(vannrette) > _MEST:
        return
    grupper: list[list[Strek]] = []
    for s in sorted(vannrette, key=lambda s: -s.y0):
        lik = (g for g in grupper if abs(g[0].x0 - s.x0) < _LIKE and abs(g[0].x1 - s.x1) < _LIKE)
        if (gruppe := next(lik, None)) is not None:
            gruppe.append(s)
        else:
            grupper.append([s])
    for gruppe in grupper:
        if len(gruppe) > 2:
            yield from _tabellene(gruppe, ord_)


def _tabellene(gruppe: Sequence[Strek], ord_: Sequence[Ord]) -> Iterator[Rutenett]:
    x0, x1 = gruppe[0].x0, gruppe[0].x1
    bånd = [
        [o for o in ord_ if under.y0 < o.y + o.størrelse * 0.25 < over.y0 and x0 <= (o.x0 + o.x1) / 2 <= x1]
        for over, under in pairwise(gruppe)
    ]
    fra = 0
    while fra < len(bånd) - 1:
        hode = bånd[fra]
        kanter = _kolonnene(hode, x0)
        til = fra + 1
        while kanter and til < len(bånd) and _er_rad(bånd[til], hode, kanter):
            til += 1
        if til > fra + 1:
            yield _nett([s.y0 for s in gruppe[fra : til + 1]], [x0, *kanter, x1])
        fra = til


def _er_rad(ord_: Sequence[Ord], hode: Sequence[Ord], kanter: Sequence[float]) -> bool:
    """Tell whether words are a row under a head: no heading between two tables, no text, and no head of another."""
    venstre, størrelse = min(o.x0 for o in hode), max(o.størrelse for o in hode)
    nytt_hode = all(o.fet for o in (*hode, *ord_)) and any(o.x0 > kanter[0] for o in ord_)
    return (
        bool(ord_)
        and not nytt_hode
        and all(
            (o.x0 > venstre - _LIKE or venstre > kanter[0])
            and o.størrelse < _STØRRE * størrelse
            and not _over(o, kanter)
            for o in ord_
        )
    )


def _kolonnene(hode: Sequence[Ord], x0: float) -> list[float]:
    """Return where the columns begin that a head tells of, but the first; none when it is no head."""
    dekket: list[tuple[float, float]] = []
    for o in sorted(hode, key=lambda o: o.x0):
        if dekket and o.x0 - dekket[-1][1] < _LUKE * o.størrelse:
            dekket[-1] = dekket[-1][0], max(dekket[-1][1], o.x1)
        else:
            dekket.append((o.x0, o.x1))
    luft = 1.0
    if dekket and dekket[0][0] - x0 < _KANT:  # what is blank before the first, is so before them all
        luft = min(max(dekket[0][0] - x0, 1.0), _LUFT)
        del dekket[0]
    kanter = [fra - luft for fra, _ in dekket]
    return kanter if len(kanter) < _FLEST else []


def _over(o: Ord, kanter: Sequence[float]) -> bool:
    """Tell whether a word reaches over the edge of a column."""
    return any(o.x0 < kant < o.x1 - 1 for kant in kanter)


def _nett(ys: Sequence[float], xs: Sequence[float]) -> Rutenett:
    """Return a table with these lines from the top, and these edges from the left."""
    rammer = [
        Ramme(rad, kolonne, 1, 1, xs[kolonne], ys[rad + 1], xs[kolonne + 1], ys[rad])
        for rad in range(len(ys) - 1)
        for kolonne in range(len(xs) - 1)
    ]
    hvor = {(r.rad, r.kolonne): nr for nr, r in enumerate(rammer)}
    return Rutenett(tuple(rammer), xs[0], ys[-1], xs[-1], ys[0], tuple(xs), tuple(ys[::-1]), hvor)

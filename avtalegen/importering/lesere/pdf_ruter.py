"""Tables that are drawn with lines on a page of a PDF: their cells, those that are merged too."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from avtalegen.importering.lesere.pdf_streker import Strek
from avtalegen.importering.lesere.pdf_tolk import Ord

_NÆR = 3.0  # points: lines that are no farther apart meet
_SAMME = 2.0  # points: lines beside each other that are one
_MEST = 400  # lines of a page, when those that go on from each other are one
_MEST_RUTER = 3_000
_KORTEST = 6.0


class Ramme(NamedTuple):
    """A cell: where it stands in the grid, how much of it it covers, and the box that is drawn."""

    rad: int
    kolonne: int
    rader: int
    kolonner: int
    x0: float
    y0: float
    x1: float
    y1: float


class Rutenett(NamedTuple):
    """A table: its cells from the top and the left, and the box round it.

    `xs` and `ys` are its lines from the left and from below, `hvor` the place in `rammer` of each square of the grid.
    """

    rammer: tuple[Ramme, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    hvor: dict[tuple[int, int], int]

    def plass(self, ord_: Ord) -> int:
        """Return the place in `rammer` of the cell that a word stands in, -1 for none."""
        x, y = (ord_.x0 + ord_.x1) / 2, ord_.y + ord_.størrelse * 0.25
        if not (self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1):
            return -1
        kolonne = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        rad = len(self.ys) - 1 - min(bisect_right(self.ys, y), len(self.ys) - 1)
        return self.hvor.get((rad, kolonne), -1)


def rutenett(streker: Sequence[Strek]) -> list[Rutenett]:
    """Return the tables that these lines draw."""
    vannrette = samlet([s for s in streker if s.x1 - s.x0 >= s.y1 - s.y0], vannrett=True)
    loddrette = samlet([s for s in streker if s.x1 - s.x0 < s.y1 - s.y0], vannrett=False)
    if len(vannrette) > _MEST or len(loddrette) > _MEST:
        return []
    nett = []
    for h, v in _grupper(vannrette, loddrette):
        if ett := _nett(h, v):
            nett.append(ett)
    return nett


def samlet(streker: list[Strek], *, vannrett: bool) -> list[Strek]:
    """Return the lines with those that go on from each other as one."""

    def langs(s: Strek) -> tuple[float, float]:
        return (s.x0, s.x1) if vannrett else (s.y0, s.y1)

    def tvers(s: Strek) -> float:
        return (s.y0 + s.y1) / 2 if vannrett else (s.x0 + s.x1) / 2

    like: list[list[Strek]] = []
    for s in sorted(streker, key=tvers):
        if not like or tvers(s) - tvers(like[-1][0]) > _SAMME:
            like.append([])
        like[-1].append(s)
    ut: list[Strek] = []
    for noen in like:
        sted = tvers(noen[0])
        biter: list[tuple[float, float]] = []
        for fra, til in sorted(map(langs, noen)):
            if biter and fra <= biter[-1][1] + _NÆR:
                biter[-1] = biter[-1][0], max(biter[-1][1], til)
            else:
                biter.append((fra, til))
        for fra, til in biter:
            if til - fra >= _KORTEST:
                ut.append(Strek(fra, sted, til, sted) if vannrett else Strek(sted, fra, sted, til))
    return ut


def _grupper(vannrette: list[Strek], loddrette: list[Strek]) -> list[tuple[list[Strek], list[Strek]]]:
    """Return the lines that meet each other, together."""
    over = list(range(len(vannrette) + len(loddrette)))

    def rot(n: int) -> int:
        while over[n] != n:
            over[n] = over[over[n]]
            n = over[n]
        return n

    for i, h in enumerate(vannrette):
        for j, v in enumerate(loddrette):
            if v.y0 - _NÆR <= h.y0 <= v.y1 + _NÆR and h.x0 - _NÆR <= v.x0 <= h.x1 + _NÆR:
                over[rot(i)] = rot(len(vannrette) + j)
    grupper: dict[int, tuple[list[Strek], list[Strek]]] = {}
    for n, s in enumerate([*vannrette, *loddrette]):
        grupper.setdefault(rot(n), ([], []))[n >= len(vannrette)].append(s)
    return [*grupper.values()]


def _steder(verdier: Sequence[float]) -> list[float]:
    ut: list[float] = []
    for v in sorted(verdier):
        if not ut or v - ut[-1] > _NÆR:
            ut.append(v)
    return ut


def _nett(h: list[Strek], v: list[Strek]) -> Rutenett | None:
    """Return the table of lines that meet; None for a frame, or a rule, that has no cells in it."""
    if not h or not v:
        return None
    xs = _steder([*(s.x0 for s in v), *(x for s in h for x in (s.x0, s.x1))])
    ys = _steder([*(s.y0 for s in h), *(y for s in v for y in (s.y0, s.y1))])[::-1]
    rader, kolonner = len(ys) - 1, len(xs) - 1
    if rader < 1 or kolonner < 1 or not 2 <= rader * kolonner <= _MEST_RUTER:
        return None

    def skilt(streker: list[Strek], tvers: float, langs: float, *, vannrett: bool) -> bool:
        return any(
            abs((s.y0 if vannrett else s.x0) - tvers) <= _NÆR
            and (s.x0 if vannrett else s.y0) - 1 <= langs <= (s.x1 if vannrett else s.y1) + 1
            for s in streker
        )

    midt_x = [(a + b) / 2 for a, b in pairwise(xs)]
    midt_y = [(a + b) / 2 for a, b in pairwise(ys)]
    tatt: dict[tuple[int, int], int] = {}
    rammer: list[Ramme] = []
    for rad in range(rader):
        for kolonne in range(kolonner):
            if (rad, kolonne) in tatt:
                continue
            bort, ned = kolonne + 1, rad + 1
            while bort < kolonner and not skilt(v, xs[bort], midt_y[rad], vannrett=False) and (rad, bort) not in tatt:
                bort += 1
            while ned < rader and not any(
                skilt(h, ys[ned], midt_x[k], vannrett=True) or (ned, k) in tatt for k in range(kolonne, bort)
            ):
                ned += 1
            tatt |= {(r, k): len(rammer) for r in range(rad, ned) for k in range(kolonne, bort)}
            rammer.append(Ramme(rad, kolonne, ned - rad, bort - kolonne, xs[kolonne], ys[ned], xs[bort], ys[rad]))
    if len(rammer) < 2:
        return None
    return Rutenett(tuple(rammer), xs[0], ys[-1], xs[-1], ys[0], tuple(xs), tuple(ys[::-1]), tatt)

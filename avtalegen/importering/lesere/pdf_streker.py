"""The straight lines that a page of a PDF draws, however they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from avtalegen.importering.lesere.pdf_matrise import Matrise, tall

_MEST_STREKER = 3_000  # of a page
_TYNN = 2.5  # points: what is filled and no wider is a line

BANE = {"m", "l", "re", "c", "v", "y"}
_STRØKET = {"S", "s", "B", "B*", "b", "b*"}
_FYLT = {"f", "F", "f*", "B", "B*", "b", "b*"}
TEGNER = _STRØKET | _FYLT | {"n"}
"""The operators that add to what is to be drawn, and those that draw it."""


class Strek(NamedTuple):
    """A line that is drawn straight up or straight across: its ends, the lower left one first."""

    x0: float
    y0: float
    x1: float
    y1: float


class Baner:
    """What is being drawn, corner by corner. `streker` are the lines that have been drawn."""

    def __init__(self) -> None:
        self.streker: list[Strek] = []
        self._bane: list[Strek] = []
        self._flater: list[Strek] = []
        self._omriss: list[tuple[float, float]] = []  # the corners since the last that wasn't drawn to
        self._punkt = (0.0, 0.0)

    def følg(self, op: str, verdier: list[Any], ctm: Matrise) -> None:
        """Take in one of the operators of `BANE`."""
        n = tall(verdier, 4 if op == "re" else 2)
        if n is None or len(self._bane) + len(self._flater) > _MEST_STREKER:
            return
        if op == "re":
            x, y, b, h = n
            hjørner = [_sted(ctm, x, y), _sted(ctm, x + b, y + h)]
            (x0, y0), (x1, y1) = map(min, *hjørner), map(max, *hjørner)
            self._flater.append(Strek(x0, y0, x1, y1))
            return
        punkt = _sted(ctm, n[-2], n[-1])
        if op == "m":
            self._flater += _tynn_flate(self._omriss)
            self._omriss = []
        self._omriss.append(punkt)
        if op == "l":
            (x0, y0), (x1, y1) = map(min, self._punkt, punkt), map(max, self._punkt, punkt)
            self._bane.append(Strek(x0, y0, x1, y1))
        self._punkt = punkt

    def tegn(self, op: str) -> None:
        """Take in one of the operators of `TEGNER`."""
        if op in _FYLT:
            self._flater += _tynn_flate(self._omriss)
        streker = [*_streker(self._bane, self._flater, strøket=op in _STRØKET, fylt=op in _FYLT)]
        self.streker += streker[: max(_MEST_STREKER - len(self.streker), 0)]
        self._bane, self._flater, self._omriss = [], [], []


def _sted(m: Matrise, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _streker(bane: list[Strek], flater: list[Strek], *, strøket: bool, fylt: bool) -> Iterator[Strek]:
    """Give the straight lines among what is drawn: strokes, the edges of boxes, and boxes that are thin."""
    for s in bane if strøket else ():
        if s.x1 - s.x0 < 1 or s.y1 - s.y0 < 1:
            yield s
    for s in flater:
        tynn = s.x1 - s.x0 < _TYNN or s.y1 - s.y0 < _TYNN
        if fylt and tynn:
            yield s
        elif strøket:
            yield from (s._replace(x1=s.x0), s._replace(x0=s.x1), s._replace(y1=s.y0), s._replace(y0=s.y1))


def _tynn_flate(omriss: list[tuple[float, float]]) -> list[Strek]:
    """Return what is drawn corner by corner as a line, when it is thin as one."""
    if len(omriss) < 4:
        return []
    (x0, x1), (y0, y1) = ((min(v), max(v)) for v in zip(*omriss, strict=True))
    return [Strek(x0, y0, x1, y1)] if x1 - x0 < _TYNN or y1 - y0 < _TYNN else []

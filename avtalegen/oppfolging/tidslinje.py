"""A drawing of what the table says: when each agreement applies, and what comes. It says nothing by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from avtalegen.oppfolging.ord import Ord
from avtalegen.oppfolging.oversikt import Oversikt
from avtalegen.oppfolging.rad import Rad

_FØR, _ETTER = 1, 4
"""Years that are drawn before and after the one that it is, at most."""
_NAVN, _BREDDE, _RAD, _TOPP = 210, 760, 24, 28
_FLEST_TEGN = 30


def tidslinje(o: Oversikt, ord_: Ord, t: Callable[[object], str]) -> str:
    """Return the drawing as SVG with what its signs mean; "" when there is nothing to draw. `t` writes a text."""
    rader = [rad for rad in o.rader if rad.lest and not rad.avsluttet and (rad.fra or rad.til or rad.løpende)]
    if not rader:
        return ""
    slutt = max([rad.til.year for rad in rader if rad.til] + [o.i_dag.year + 1])
    år = range(o.i_dag.year - _FØR, min(slutt, o.i_dag.year + _ETTER) + 1)
    return "".join(_Tegner(o, ord_, år, t).tegn(rader))


class _Tegner:
    def __init__(self, o: Oversikt, ord_: Ord, år: range, t: Callable[[object], str]) -> None:
        self._o, self._ord, self._år, self._t = o, ord_, år, t
        self._fra = date(år[0], 1, 1)
        self._dager = (date(år[-1], 12, 31) - self._fra).days + 1

    def _x(self, dag: date | None, ellers: float) -> float:
        """Return where a day is; one outside of the years is at the edge."""
        andel = ellers if dag is None else (dag - self._fra).days / self._dager
        return round(_NAVN + min(max(andel, 0), 1) * _BREDDE, 1)

    def _innenfor(self, dag: date | None) -> bool:
        return dag is not None and 0 <= (dag - self._fra).days < self._dager

    def tegn(self, rader: list[Rad]) -> Iterator[str]:
        bunn = _TOPP + len(rader) * _RAD
        yield f'<div aria-hidden="true"><svg viewBox="0 0 {_NAVN + _BREDDE} {bunn + 4}" focusable="false">'
        for år in self._år:
            x = self._x(date(år, 1, 1), 0)
            yield f'<line class="år" x1="{x}" y1="8" x2="{x}" y2="{bunn}"/><text x="{x + 5}" y="18">{år}</text>'
        for nummer, rad in enumerate(rader):
            yield from self._rad(rad, _TOPP + nummer * _RAD)
        x = self._x(self._o.i_dag, 0)
        yield f'<line class="i-dag" x1="{x}" y1="20" x2="{x}" y2="{bunn}"/></svg>'
        tegn = "".join(f'<li class="{navn}">{self._t(tekst)}</li>' for navn, tekst in self._ord["tegn"].items())
        yield f'<ul class="tegn"><li class="i-dag">{self._t(self._ord["tegn_i_dag"])}</li>{tegn}</ul></div>'

    def _rad(self, rad: Rad, y: int) -> Iterator[str]:
        midt = y + _RAD // 2
        navn = rad.navn if len(rad.navn) <= _FLEST_TEGN else f"{rad.navn[: _FLEST_TEGN - 1]}…"
        yield f'<text x="0" y="{midt + 4}">{self._t(navn)}</text>'
        fra, til = self._x(rad.fra, 0), self._x(rad.til, 1)
        hast = self._o.hast(rad).value
        yield f'<rect class="{hast}" x="{fra}" y="{midt - 5}" width="{max(til - fra, 2):.1f}" height="10" rx="2"/>'
        dager = [
            ("møte", rad.møte.når.dato if rad.møte else None),
            ("evaluering", rad.evaluering and rad.evaluering.dato),
            ("revisjon", rad.revisjon and rad.revisjon.dato),
            *(("tiltak", tiltak.dag) for tiltak in rad.tiltak),
        ]
        for navn, dag in dager:
            if self._innenfor(dag):
                yield f'<path class="{navn}" d="{_form(navn, self._x(dag, 0), midt)}"/>'


def _form(navn: str, x: float, y: int) -> str:
    """Return the outline of a sign: each has a shape of its own, for those who don't tell the colours apart."""
    former = {
        "møte": f"M{x - 5} {y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0",
        "evaluering": f"M{x} {y - 7}l7 7l-7 7l-7 -7z",
        "revisjon": f"M{x - 5} {y - 5}h10v10h-10z",
        "tiltak": f"M{x} {y - 6}l7 12h-14z",
    }
    return former[navn]

"""The levels of a list that is made of several: the points with a bullet that stand further in than a clause above."""

from __future__ import annotations

from avtalegen.importering.kilde import Kilde, Linje
from avtalegen.importering.ventende import senere

_TALL = senere(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-hA-H]|[ivxIVX]{1,4})[.)]?")
_LENGRE_INN = 0.3
"""Centimetres that a point stands further in than the one it is under."""


def med_nivåer(kilde: Kilde) -> Kilde:
    """Return a source in which a point stands on the level under the numbered clause that it is further in than.

    Word counts the levels of each list from the first, also those of one that stands in the middle of another.
    """
    linjer: list[Linje] = []
    over: Linje | None = None
    for linje in kilde.linjer:
        er_punkt = linje.celle is None and linje.nivå is None and linje.listenivå is not None
        inne = over is not None and linje.innrykk > over.innrykk + _LENGRE_INN
        if not er_punkt:
            over = over if inne and linje.celle is None and linje.nivå is None else None
        elif linje.listenivå == 0 and not inne:
            over = linje if _TALL.fullmatch(linje.nummer) else None
        linjer.append(linje._replace(listenivå=1) if er_punkt and inne and linje.listenivå == 0 else linje)
    return kilde._replace(linjer=tuple(linjer))

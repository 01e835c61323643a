"""Deadlines counted from a meeting."""

from __future__ import annotations

from datetime import date, timedelta

from avtalegen.modell.klokke import Ukedag
from avtalegen.modell.tid import siste_dag
from avtalegen.modell.varighet import Enhet, Varighet
from avtalegen.register.helligdager import fridag

_DAGER = {Enhet.DAG: 1, Enhet.UKE: 7}
_MÅNEDER = {Enhet.MÅNED: 1, Enhet.KVARTAL: 3, Enhet.HALVÅR: 6, Enhet.ÅR: 12}


def før(dag: date, varighet: Varighet | None) -> date | None:
    """Return the last day that is so long before `dag`; None when that can't be counted, or is beyond the calendar."""
    return _flyttet(dag, varighet, -1)


def etter(dag: date, varighet: Varighet | None) -> date | None:
    """Return the day that is so long after `dag`; None when that can't be counted, or is beyond the calendar."""
    return _flyttet(dag, varighet, 1)


def _flyttet(dag: date, varighet: Varighet | None, retning: int) -> date | None:
    if varighet is None or varighet.ord:
        return None
    try:
        if varighet.virkedager:
            return _virkedager(dag, varighet.antall, retning)
        if varighet.enhet in _DAGER:
            return dag + timedelta(days=retning * varighet.antall * _DAGER[varighet.enhet])
        måneder = dag.year * 12 + dag.month - 1 + retning * varighet.antall * _MÅNEDER[varighet.enhet]
        slutt = siste_dag(måneder // 12, måneder % 12 + 1)
        # A month that is too short for the day ends with its last day.
        return slutt.replace(day=min(dag.day, slutt.day))
    except (OverflowError, ValueError):
        return None


_LENGST = 1000
"""Working days. More is no deadline for a meeting, and each of them is a step."""


def _virkedager(dag: date, antall: int, retning: int) -> date | None:
    if antall > _LENGST:
        return None
    while antall:
        dag += timedelta(days=retning)
        antall -= dag.isoweekday() < Ukedag.LØRDAG and not fridag(dag)
    return dag

"""Deadlines counted from a meeting."""

from __future__ import annotations

from datetime import date, timedelta

from avtalegen.modell.klokke import Ukedag
from avtalegen.modell.varighet import Varighet, flyttet
from avtalegen.register.helligdager import fridag


def før(dag: date, varighet: Varighet | None) -> date | None:
    """Return the last day that is so long before `dag`; None when that can't be counted, or is beyond the calendar."""
    return _flyttet(dag, varighet, -1)


def etter(dag: date, varighet: Varighet | None) -> date | None:
    """Return the day that is so long after `dag`; None when that can't be counted, or is beyond the calendar."""
    return _flyttet(dag, varighet, 1)


def _flyttet(dag: date, varighet: Varighet | None, retning: int) -> date | None:
    if varighet is None or not varighet.virkedager:
        return varighet and flyttet(dag, varighet, retning)
    try:
        return _virkedager(dag, varighet.antall, retning)
    except OverflowError:
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

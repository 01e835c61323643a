"""From when and how long an agreement applies."""

from __future__ import annotations

from datetime import date, timedelta

from avtalegen.modell.datering import dagen
from avtalegen.modell.former import Status
from avtalegen.modell.varighet import Varighet, er_dager, flyttet
from avtalegen.regler.base import Kontekst


def siste_gyldige_dag(k: Kontekst) -> date | None:
    """Return the last day on which the agreement applies, or None when it is not said.

    It is `til`, or `varighet` counted from the first day: `fra`, or the date of the agreement when that is all there
    is. An agreement that is «løpende» has no last day unless `til` says otherwise; one that is «opphevet» is over.
    """
    periode = k.avtale.periode
    if periode is None or k.avtale.avtale.status is Status.OPPHEVET:
        return None
    if periode.til or periode.løpende or not periode.varighet:
        return periode.til
    start = første_gyldige_dag(k)  # asked for last: what could not be read there says nothing of `til`
    return _etter(start, periode.varighet) if start else None


def er_utløpt(k: Kontekst) -> bool:
    """Tell whether the agreement is over. Then DAT105 says so, and no rule says it of what comes after its end."""
    slutt = siste_gyldige_dag(k)
    return slutt is not None and slutt < k.valg.i_dag


def første_gyldige_dag(k: Kontekst) -> date | None:
    """Return the first day on which the agreement applies, as far as it is known."""
    periode = k.avtale.periode
    return (periode.fra if periode else None) or dagen(k.avtale.avtale.dato)


def _etter(start: date, varighet: Varighet) -> date | None:
    """Return the last day of what begins on `start` and lasts so long, or None when it is words or beyond time."""
    etter = flyttet(start, varighet)
    # A month that is too short for the day ends with its last day, and that is in it.
    i_tillegg = etter is not None and not er_dager(varighet) and etter.day < start.day
    return etter if etter is None or i_tillegg else etter - timedelta(days=1)

"""The period after a period: as long as it, from the day after its last."""

from __future__ import annotations

from datetime import date, timedelta

from avtalegen.modell.tid import Tidsrom, siste_dag


def neste(gammel: Tidsrom, fra: date | None = None) -> Tidsrom:
    """Return the period that follows one with both ends known, or one as long that begins `fra` a day.

    Whole months stay whole months: 1 January 2027 to 31 December 2030 is followed by 1 January 2031 to 31 December
    2034, whatever leap years there are. Other lengths are counted in days.
    """
    assert gammel.fra is not None, "only what has both ends can be followed"
    assert gammel.til is not None, "only what has both ends can be followed"
    etter = gammel.til + timedelta(days=1)
    fra = fra or etter
    måneder = hele_måneder(gammel.fra, gammel.til)
    til = måneder_etter(fra, måneder) - timedelta(days=1) if måneder else fra + (gammel.til - gammel.fra)
    return Tidsrom(fra, til)


def hele_måneder(fra: date, til: date) -> int | None:
    """Return how many months a period lasts; None when it isn't a number of whole months."""
    etter = til + timedelta(days=1)
    if (etter.month, etter.day) == (2, 29) and fra.day == 1:
        etter = etter.replace(month=3, day=1)  # «28 February» in a leap year is meant as the end of the month
    antall = (etter.year - fra.year) * 12 + etter.month - fra.month
    if antall > 0 and måneder_etter(fra, antall) == etter:
        return antall
    # A year from 29 February is over when February is.
    kort = måneder_etter(fra, antall - 1) if antall > 1 else fra
    return antall - 1 if kort.day < fra.day and kort == til else None


def måneder_etter(dag: date, antall: int) -> date:
    """Return the same day of the month so many months later; the last day of a month that is too short for it."""
    år, måned = divmod(dag.year * 12 + dag.month - 1 + antall, 12)
    siste = siste_dag(år, måned + 1)
    return siste if dag.day > siste.day else siste.replace(day=dag.day)

"""Meetings of one year in another: the same day of the same week of the year, where nobody is off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

_UKER = (0, 1, -1, 2, -2, 3, -3, 4, -4)
"""How many weeks a meeting may be moved from a day off, the nearest first."""


def år_fram(dager: Iterable[date], fra: date) -> int:
    """Return how many years later a plan must be, so that its first meeting is on `fra` or later.

    A plan is often for one year, made anew each year: it becomes that of the first year from `fra`, whichever year it
    was for. One that covers the whole of a period, covers the whole of the next.
    """
    første = min(dager)
    år = max(fra.year - første.year, 0)
    # The same week may begin some days earlier; then the meeting is in the week after.
    return år if år == 0 or i_uken(første, år) > fra - timedelta(weeks=1) else år + 1


def i_uken(dag: date, år: int) -> date:
    """Return the same weekday of the same week (ISO 8601) so many years later; week 53 is the last week there is."""
    iso = dag.isocalendar()
    siste = date(iso.year + år, 12, 28).isocalendar().week
    return date.fromisocalendar(iso.year + år, min(iso.week, siste), iso.weekday)


class Flyttet(NamedTuple):
    """A meeting moved: its day before and now, None where there is no day for it.

    `i_veien` is why it isn't in its own week: what `fri` said of that day; None where it is.
    """

    før: date
    nå: date | None
    i_veien: object = None


def flyttet(
    dager: Sequence[date], år: int, fra: date, til: date | None, fri: Callable[[date], object]
) -> list[Flyttet]:
    """Return the days of a plan so many years later, each in the week where nobody is `fri` nearest to its own.

    They are from `fra` to `til`, and no two on the same day but those that were. A day for which there is no such
    within a month, is None.
    """
    tatt: set[date] = set()
    funnet: dict[date, Flyttet] = {}
    for dag in dict.fromkeys(dager):
        egen = i_uken(dag, år)
        mulige = (egen + timedelta(weeks=n) for n in _UKER)
        valgt = next(
            (en for en in mulige if fra <= en <= (til or date.max) and en not in tatt and not fri(en)),
            None,
        )
        tatt |= {valgt} if valgt else set()
        funnet[dag] = Flyttet(dag, valgt, None if valgt == egen else fri(egen))
    return [funnet[dag] for dag in dager]

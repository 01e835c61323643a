"""The public holidays of Norway."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from avtalegen.funn.begge import Begge

if TYPE_CHECKING:
    from holidays import HolidayBase

_MÅNEDER_MED_FRIDAGER = {1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 12: 31}
"""The months that may have a public holiday, and their days."""


_PÅ_NYNORSK = {"Skjærtorsdag": "Skjertorsdag", "Arbeidernes dag": "Arbeidardagen"}
"""The days that have another name there."""


def fridag(dag: date) -> Begge | None:
    """Return what to call a public holiday in Norway, or None when the day isn't one."""
    # The library takes some 70 ms to import, and half of the year has no holiday.
    if dag.month not in _MÅNEDER_MED_FRIDAGER:
        return None
    if not (navn := _fridager().get(dag)):
        return None
    navnene = navn.split("; ")
    på_nynorsk = " og ".join(_PÅ_NYNORSK.get(ett, ett) for ett in navnene)
    return Begge(f"en fridag ({' og '.join(navnene)})", f"ein fridag ({på_nynorsk})")


@lru_cache(maxsize=1)
def _fridager() -> HolidayBase:
    from holidays.countries.norway import Norway

    return Norway(language="no")


def fridager(år: int) -> dict[date, str]:
    """Return the public holidays of a year, each with what it is called."""
    return {dag: _fridager()[dag].replace("; ", " og ") for dag in _dager(år) if _fridager().get(dag)}


def _dager(år: int) -> list[date]:
    return [date(år, måned, dag) for måned, dager in _MÅNEDER_MED_FRIDAGER.items() for dag in range(1, dager + 1)]

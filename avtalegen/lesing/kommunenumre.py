"""The number of a kommune that is given by its name alone: the register has it."""

from __future__ import annotations

from typing import Any

from avtalegen import register


def fill_in_numbers(data: Any) -> Any:
    """Return the data of an agreement, changed so that a kommune with a name and no number has its number.

    A name that two kommuner have, is put there itself: it says of which of them it is no more than that. Where a name
    alone stands for a kommune, that is the one with the name, if there is one.
    """
    parter = data.get("parter") if isinstance(data, dict) else None
    kommuner = parter.get("kommuner") if isinstance(parter, dict) else None
    if parter is not None and isinstance(kommuner, str):
        parter["kommuner"] = _number(kommuner)
    for n, kommune in enumerate(kommuner if isinstance(kommuner, list) else [kommuner]):
        if isinstance(kommune, dict) and (nummer := kommune.get("kommunenummer")) is not None:
            kommune["kommunenummer"] = _number(nummer)
        elif isinstance(kommune, dict):
            navn = kommune.get("navn")
            if isinstance(navn, str) and (kjente := register.kommuner_med_navn(navn)):
                kommune["kommunenummer"] = kjente[0].kommunenummer if len(kjente) == 1 else navn
        elif isinstance(kommuner, list):
            kommuner[n] = _number(kommune)
    return data


def number_of(kommune: Any) -> str | None:
    """Return the number of a kommune by its name, None when it isn't one that the register knows as the only one."""
    navn = kommune.get("navn") if isinstance(kommune, dict) else None
    kjente = register.kommuner_med_navn(navn) if isinstance(navn, str) else ()
    return kjente[0].kommunenummer if len(kjente) == 1 else None


def _number(skrevet: Any) -> Any:
    return number_of({"navn": skrevet}) or skrevet

"""The number beside the name of a kommune: it decides which one is meant, and can speak against the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from avtalegen import register
from avtalegen.importering.tidligere import gamle_fylker, gammelt_nummer
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere
from avtalegen.register import Kommune

_VED_NAVNET = senere(
    r"(?P<n>[A-ZÆØÅ][\wæøåáäö\-]{1,30})\s(?i:kommune|herad),?\s"
    r"(?:\(?(?i:kommune-?\s?(?:nr|nummer)|komm\.?\s?nr|knr)\.?:?\s?|\()(?P<nr>\d{4})(?!\d)"
)


def ved_navnene(alle: Iterable[Utsnitt]) -> dict[str, str]:
    """Return the numbers that stand beside names of kommuner, by the last word of the name."""
    funnet: dict[str, str] = {}
    for u in alle:
        for treff in _VED_NAVNET.finditer(u.s):
            funnet.setdefault(treff["n"].casefold(), treff["nr"])
    return funnet


def til_navnet(navn: str, numre: Mapping[str, str]) -> str | None:
    """Return the number that stands beside a name somewhere in the agreement."""
    return numre.get(re.split(r"\s", navn.casefold())[-1])


def med_nummer(nummer: str) -> tuple[Kommune, ...]:
    """Return the kommuner that a number, of today or before, became; none when it isn't known."""
    i_dag = gammelt_nummer(nummer) or nummer
    return tuple(k for k in (register.kommune(i_dag), *register.tidligere_nummer(nummer)) if k)


def _i_fylket(kommune: Kommune, nummer: str) -> bool:
    """Tell whether a number that is not known is of a fylke that became the one of the kommune."""
    return nummer[:2] in gamle_fylker(kommune.fylkesnummer)


def valgt(treff: tuple[Kommune, ...], nummer: str) -> Kommune | None:
    """Return the kommune that a number says is meant, of those with the name or another; None when it can't say."""
    if kjente := med_nummer(nummer):
        return next((k for k in kjente if k in treff), register.kommune_i_dag(nummer) or kjente[0])
    return next((k for k in treff if _i_fylket(k, nummer)), None)


def taler_mot(kommune: Kommune, navn: str, nummer: str | None) -> str:
    """Return why it is not sure which kommune a name is of, «» when it is."""
    rent = re.sub(r"\s+", " ", navn).strip().title()
    med_navnet = register.kommuner_med_navn(rent)
    if nummer is None:
        return f"registeret har flere som heter {rent}" if len(med_navnet) > 1 else ""
    if kjente := med_nummer(nummer):
        sagt = not med_navnet or kommune in med_navnet or gammelt_nummer(nummer)
        return "" if kommune in kjente and sagt else f"nummeret {nummer} er ikke til en som heter {rent}"
    return "" if _i_fylket(kommune, nummer) else f"nummeret {nummer} er fra et annet fylke"

"""The ways to write what has changed: a note in words, and a list for other programs."""

from __future__ import annotations

import json
from typing import Any

from avtalegen.dokument.spor import vist
from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.data import som_data
from avtalegen.modell.former import Målform
from avtalegen.register.personnummer import skjult
from avtalegen.skrivere import write
from avtalegen.utgaver.endringer.notat import Notat, notat, som_dokument, som_tekst

FORMATER = ("tekst", "md", "json", "html")
VERSJON = 1
"""Of the list: raised when something is gone or means something else."""


def skriv(
    format: str, gammelt_navn: str, gammel: Avtale, nytt_navn: str, ny: Avtale, målform: Målform | None = None
) -> bytes:
    """Return what has changed between two editions, in one of `FORMATER`; the names are what the user calls them."""
    ett = notat(gammel, ny, målform)
    if format == "tekst":
        return som_tekst(ett).encode()
    if format == "json":
        data = {"versjon": VERSJON, "gammel": gammelt_navn, "ny": nytt_navn, "endringer": som_json(ett)}
        return (skjult(json.dumps(data, ensure_ascii=False, indent=2)) + "\n").encode()
    return write(som_dokument(ett), format)


def som_json(ett: Notat) -> list[dict[str, Any]]:
    """Return the changes as JSON can say them: kind, the two ways, before and after, and the sentence that tells it."""
    fortalt = {id(en): setning.tekst for avsnitt in ett.avsnitt for setning in avsnitt.hver for en in setning.endringer}
    return [
        {
            "slag": en.slag.value,
            "sti": _sti(en.rute),
            "gammel_sti": _sti(en.gammel_rute),
            "før": _data(en.før),
            "etter": _data(en.etter),
            "tekst": fortalt[id(en)].replace("\u00a0", " "),
        }
        for en in ett.endringer
    ]


def _sti(rute: Rute | None) -> str | None:
    return None if rute is None else vist(rute)


def _data(verdi: Any) -> Any:
    if isinstance(verdi, Del):
        return _uten_tomme(verdi.model_dump(exclude_none=True))
    return None if verdi is None else som_data(verdi)


def _uten_tomme(data: Any) -> Any:
    if isinstance(data, dict):
        return {nøkkel: ny for nøkkel, en in data.items() if (ny := _uten_tomme(en)) not in ([], {})}
    return [*map(_uten_tomme, data)] if isinstance(data, list) else data

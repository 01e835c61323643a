"""The tables for a spreadsheet: a file for each, cells with semicolons between and numbers with a comma, as here.

A text that a spreadsheet would run as a formula has an apostrophe in front.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from avtalegen.oppfolging.csv import BOM, celle
from avtalegen.oppfolging.tabeller.felles import Verdi
from avtalegen.oppfolging.tabeller.formater import Om
from avtalegen.oppfolging.tabeller.skjema import TABELLER, VERSJON, Kolonne, Tabell, Type

PAKKE = "datapackage.json"
"""What says which columns there are, for programs that read Frictionless Data Package."""
FILER = (*(f"{tabell.navn}.csv" for tabell in TABELLER), PAKKE)
_TYPER = {Type.TEKST: "string", Type.HELTALL: "integer", Type.TALL: "number", Type.DATO: "date", Type.JA_NEI: "boolean"}


class Skriver:
    """Writes a file for each table."""

    def __init__(self, mappe: Path, om: Om) -> None:
        self._åpne = ExitStack()
        self._skrivere = {}
        pakke = json.dumps(_pakke(om), ensure_ascii=False, indent=1)
        (mappe / PAKKE).write_text(f"{pakke}\n", encoding="utf-8", newline="\n")
        for tabell in TABELLER:
            fil = self._åpne.enter_context((mappe / f"{tabell.navn}.csv").open("w", encoding="utf-8", newline=""))
            fil.write(BOM)
            self._skrivere[tabell.navn] = csv.writer(fil, delimiter=";", lineterminator="\r\n")
            self._skrivere[tabell.navn].writerow(k.navn for k in tabell.vist(med_navn=om.med_navn))

    def rader(self, tabell: str, rader: Sequence[tuple[Verdi, ...]]) -> None:
        """Take some rows."""
        self._skrivere[tabell].writerows([_celle(verdi) for verdi in rad] for rad in rader)

    def ferdig(self) -> None:
        """Write what is left: nothing, but what is on its way to the disk when the files are closed."""

    def close(self) -> None:
        """Close the files."""
        self._åpne.close()


def _celle(verdi: Verdi) -> str | int:
    if verdi is None:
        return ""
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if isinstance(verdi, float):
        return f"{verdi:.10g}".replace(".", ",")
    if isinstance(verdi, date):
        return verdi.isoformat()
    return celle(verdi)


def _pakke(om: Om) -> dict[str, object]:
    return {
        "name": "avtaler",
        "title": "Avtaler om kommune- og politisamarbeid",
        "version": str(VERSJON),
        "per_dag": om.per_dag,
        "med_navn": om.med_navn,
        "resources": [_ressurs(tabell, om) for tabell in TABELLER],
    }


def _ressurs(tabell: Tabell, om: Om) -> dict[str, object]:
    felter = [_felt(k) for k in tabell.vist(med_navn=om.med_navn)]
    skjema: dict[str, object] = {"fields": felter, "primaryKey": list(tabell.nøkkel), "missingValues": [""]}
    if any(k.navn == "fil" for k in tabell.kolonner) and tabell.navn not in ("avtaler", "funn"):
        skjema["foreignKeys"] = [{"fields": "fil", "reference": {"resource": "avtaler", "fields": "fil"}}]
    return {
        "name": tabell.navn,
        "path": f"{tabell.navn}.csv",
        "description": tabell.hva,
        "format": "csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";"},
        "schema": skjema,
    }


def _felt(kolonne: Kolonne) -> dict[str, object]:
    felt: dict[str, object] = {"name": kolonne.navn, "type": _TYPER[kolonne.type], "description": kolonne.hva}
    if kolonne.type is Type.JA_NEI:
        felt |= {"trueValues": ["ja"], "falseValues": ["nei"]}
    if kolonne.type is Type.TALL:
        felt["decimalChar"] = ","
    return felt

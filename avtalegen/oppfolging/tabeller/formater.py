"""How the tables are written: one module per format, loaded when it is used."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from avtalegen.oppfolging.tabeller.felles import Verdi


class Om(NamedTuple):
    """What is said of the tables as a whole: the day they are of, as 2026-11-20, and whether names are in them.

    `distrikt` is the politidistrikt that the collection is for, when it says so.
    """

    per_dag: str
    med_navn: bool
    distrikt: str = ""


class Skriver(Protocol):
    """Takes the rows as they come, table by table or not, and writes the files in a folder that is there and empty."""

    def rader(self, tabell: str, rader: Sequence[tuple[Verdi, ...]]) -> None:
        """Take some rows, with the columns in their order."""

    def ferdig(self) -> None:
        """Write what is left."""

    def close(self) -> None:
        """Let go of the files, finished or not."""


FORMATER = {
    "csv": "avtalegen.oppfolging.tabeller.csv",
    "json": "avtalegen.oppfolging.tabeller.json",
    "sqlite": "avtalegen.oppfolging.tabeller.sqlite",
    "parquet": "avtalegen.oppfolging.tabeller.parquet",
    "jsonld": "avtalegen.oppfolging.tabeller.jsonld",
}


def skriver(format: str, mappe: Path, om: Om) -> Skriver:
    """Return what writes a format into a folder. Raises `AvtalegenError` when what it needs isn't installed."""
    modul: Any = import_module(FORMATER[format])
    laget: Skriver = modul.Skriver(mappe, om)
    return laget


def filer(format: str) -> tuple[str, ...]:
    """Return the names of the files of a format."""
    modul: Any = import_module(FORMATER[format])
    navnene: tuple[str, ...] = modul.FILER
    return navnene

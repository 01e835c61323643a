"""The tables as a database in one file, to ask questions of in SQL. Dates are texts (2026-11-20), yes is 1 and no 0."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from avtalegen.oppfolging.tabeller.felles import Verdi
from avtalegen.oppfolging.tabeller.formater import Om
from avtalegen.oppfolging.tabeller.skjema import TABELLER, VERSJON, Tabell, Type

FIL = "avtaler.sqlite"
FILER = (FIL,)
_TYPER = {
    Type.TEKST: "TEXT",
    Type.HELTALL: "INTEGER",
    Type.TALL: "REAL",
    Type.DATO: "TEXT",
    Type.JA_NEI: "INTEGER",
}
_DISKEN = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}


class Skriver:
    """Fills the tables as the rows come. Nobody reads the file before it is finished, so there is no journal."""

    def __init__(self, mappe: Path, om: Om) -> None:
        self._om = om
        self._inn: dict[str, str] = {}
        with ExitStack() as lukk, _som_systemet():
            self._db = sqlite3.connect(mappe / FIL, isolation_level=None)
            lukk.callback(self._db.close)
            self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
            self._db.execute(f"PRAGMA user_version = {VERSJON}")
            for tabell in TABELLER:
                kolonner = tabell.vist(med_navn=om.med_navn)
                self._db.execute(opprett(tabell, med_navn=om.med_navn))
                self._inn[tabell.navn] = f'INSERT INTO "{tabell.navn}" VALUES ({", ".join("?" * len(kolonner))})'
            lukk.pop_all()

    def rader(self, tabell: str, rader: Sequence[tuple[Verdi, ...]]) -> None:
        """Take some rows."""
        with _som_systemet():
            self._db.executemany(self._inn[tabell], ([_verdi(verdi) for verdi in rad] for rad in rader))

    def ferdig(self) -> None:
        """Say what the tables are of."""
        om = {"versjon": str(VERSJON), "per_dag": self._om.per_dag, "med_navn": "ja" if self._om.med_navn else "nei"}
        with _som_systemet():
            self._db.execute("CREATE TABLE om (nøkkel TEXT PRIMARY KEY, verdi TEXT) WITHOUT ROWID")
            self._db.executemany("INSERT INTO om VALUES (?, ?)", om.items())
            self._db.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._db.close()


@contextmanager
def _som_systemet() -> Iterator[None]:
    """Let what the disk says no to be what it is for any other file. A fault in our SQL is still one."""
    try:
        yield
    except sqlite3.OperationalError as error:
        kode = error.sqlite_errorcode & 0xFF  # the rest of it says where
        if kode not in _DISKEN:
            raise
        raise OSError(_DISKEN[kode], str(error)) from error


def opprett(tabell: Tabell, *, med_navn: bool) -> str:
    """Return the SQL that makes a table."""
    kolonner = [f'"{k.navn}" {_TYPER[k.type]}' for k in tabell.vist(med_navn=med_navn)]
    nøkkel = ", ".join(f'"{navn}"' for navn in tabell.nøkkel)
    return f'CREATE TABLE "{tabell.navn}" ({", ".join(kolonner)}, PRIMARY KEY ({nøkkel}))'


def _verdi(verdi: Verdi) -> str | int | float | None:
    return verdi.isoformat() if isinstance(verdi, date) else verdi

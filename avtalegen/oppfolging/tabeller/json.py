"""The tables as one JSON file: an object with a list for each table, each row an object with all its columns."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from avtalegen.oppfolging.tabeller.felles import Verdi
from avtalegen.oppfolging.tabeller.formater import Om
from avtalegen.oppfolging.tabeller.skjema import TABELLER, VERSJON

FIL = "avtaler.json"
FILER = (FIL,)


class Skriver:
    """Keeps the rows of each table on the disk until all are there, for they come agreement by agreement."""

    def __init__(self, mappe: Path, om: Om) -> None:
        self._mappe, self._om = mappe, om
        self._åpne = ExitStack()
        self._filer = {t.navn: self._åpne.enter_context(_midlertidig(mappe)) for t in TABELLER}
        self._kolonner = {t.navn: [k.navn for k in t.vist(med_navn=om.med_navn)] for t in TABELLER}

    def rader(self, tabell: str, rader: Sequence[tuple[Verdi, ...]]) -> None:
        """Take some rows."""
        fil, kolonner = self._filer[tabell], self._kolonner[tabell]
        for rad in rader:
            tekst = som_json(dict(zip(kolonner, rad, strict=True)))
            fil.write((",\n   " if fil.tell() else "   ").encode() + tekst.encode())

    def ferdig(self) -> None:
        """Write the file."""
        with (self._mappe / FIL).open("wb") as ut:
            topp = {"versjon": VERSJON, "per_dag": self._om.per_dag, "med_navn": self._om.med_navn}
            ut.write(f"{json.dumps(topp, ensure_ascii=False, indent=1)[:-2]},\n".encode())
            ut.write(b' "tabeller": {\n')
            skille = ""
            for tabell, fil in self._filer.items():
                ut.write(f'{skille}  "{tabell}": [\n'.encode())
                fil.seek(0)
                shutil.copyfileobj(fil, ut)
                ut.write(b"\n  ]")
                skille = ",\n"
            ut.write(b"\n }\n}\n")

    def close(self) -> None:
        """Let go of the rows."""
        self._åpne.close()


def _midlertidig(mappe: Path) -> AbstractContextManager[BinaryIO]:
    return cast("AbstractContextManager[BinaryIO]", TemporaryFile(dir=mappe))


def som_json(ting: object) -> str:
    """Return something as JSON, on one line, dates as 2026-11-20."""
    return json.dumps(ting, ensure_ascii=False, default=_dato)


def _dato(verdi: object) -> str:
    assert isinstance(verdi, date)
    return verdi.isoformat()

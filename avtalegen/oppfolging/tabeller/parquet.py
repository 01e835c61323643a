"""The tables for programs that work with large ones: a Parquet file for each, with types, and what each column is.

It takes pyarrow, which few need and which is large: who wants it, installs it (`parquet` in pyproject.toml).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.oppfolging.tabeller.felles import Verdi
from avtalegen.oppfolging.tabeller.formater import Om
from avtalegen.oppfolging.tabeller.skjema import TABELLER, VERSJON, Tabell, Type

FILER = tuple(f"{tabell.navn}.parquet" for tabell in TABELLER)
_MANGE = 5_000  # rows that are written together: Parquet holds each column of them by itself


class Skriver:
    """Writes a file for each table. Raises `AvtalegenError` when pyarrow isn't installed.

    What pyarrow packs is small and is held until it is finished: its own files tell of a full disk once more when
    Python takes them away, in a way nobody can stop.
    """

    def __init__(self, mappe: Path, om: Om) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError as error:
            raise AvtalegenError(
                "Parquet krever pyarrow, som ikke er installert. Installer med "
                '«pipx install "avtalegen[parquet]"» eller «pip install "avtalegen[parquet]"».'
            ) from error
        self._pyarrow = pyarrow
        self._mappe = mappe
        self._venter: dict[str, list[tuple[Verdi, ...]]] = {tabell.navn: [] for tabell in TABELLER}
        self._skjemaer = {tabell.navn: _skjema(pyarrow, tabell, om) for tabell in TABELLER}
        self._pakket = {navn: pyarrow.BufferOutputStream() for navn in self._skjemaer}
        self._skrivere = {
            navn: parquet.ParquetWriter(self._pakket[navn], skjema) for navn, skjema in self._skjemaer.items()
        }

    def rader(self, tabell: str, rader: Sequence[tuple[Verdi, ...]]) -> None:
        """Take some rows."""
        self._venter[tabell] += rader
        if len(self._venter[tabell]) >= _MANGE:
            self._skriv(tabell)

    def ferdig(self) -> None:
        """Write the rows that are left, and the files."""
        for tabell in self._venter:
            self._skriv(tabell)
        self.close()
        for navn, pakket in self._pakket.items():
            (self._mappe / f"{navn}.parquet").write_bytes(pakket.getvalue())

    def close(self) -> None:
        """Let go of what is packed."""
        for skriver in self._skrivere.values():
            skriver.close()

    def _skriv(self, tabell: str) -> None:
        rader, self._venter[tabell] = self._venter[tabell], []
        if rader:
            skjema = self._skjemaer[tabell]
            kolonner = [
                self._pyarrow.array(verdier, type=felt.type)
                for felt, verdier in zip(skjema, zip(*rader, strict=True), strict=True)
            ]
            self._skrivere[tabell].write_table(self._pyarrow.Table.from_arrays(kolonner, schema=skjema))


def _skjema(pyarrow: Any, tabell: Tabell, om: Om) -> Any:
    typer = {
        Type.TEKST: pyarrow.string(),
        Type.HELTALL: pyarrow.int64(),
        Type.TALL: pyarrow.float64(),
        Type.DATO: pyarrow.date32(),
        Type.JA_NEI: pyarrow.bool_(),
    }
    felter = [
        pyarrow.field(k.navn, typer[k.type], metadata={"description": k.hva}) for k in tabell.vist(med_navn=om.med_navn)
    ]
    hva = {"versjon": str(VERSJON), "per_dag": om.per_dag, "med_navn": "ja" if om.med_navn else "nei"}
    return pyarrow.schema(felter, metadata={"description": tabell.hva, **hva})

"""The tables of some agreements, read back from each format."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from avtalegen.oppfolging.tabeller.skjema import TABELLER
from tests.cli_support import FAULTY, VALID

I_DAG = ("--i-dag", "2026-11-20")
FULL = """\
format: 1
avtale: {status: signert, tittel: "=HYPERLINK(1)"}
parter:
  kommuner:
    kommunenummer: "1859"
    leder: {tittel: ordfører, navn: Einar Testesen}
    kontaktpersoner: {tittel: SLT-koordinator, navn: Mona Vidde, telefon: 913 13 131, epost: mona@flakstad.no}
  politi: {distrikt: Nordland, politimester: {tittel: politimester, navn: Tone Fjell}}
periode: {fra: 1.1.2025, til: 31.12.2028}
politikontakt: {navn: Ola van der Berg, stillingsandel: "12,5 %", telefon: 912 34 567, epost: ola@politiet.no}
politiråd:
  leder: {tittel: ordfører, navn: Einar Testesen}
  sekretær: Ruth Hav
  møter:
    per_år: minst 4
    sted: hos Mona Vidde
    innkallingsfrist: to uker
    plan: [{dato: 3.12.2026, klokkeslett: 10.00, vert: Berit Strand, tema: [Ring 91 31 31 31 eller a.b@c.no]}, mai 2027]
satsningsområder:
  områder:
    - navn: Trygg skolevei
      tiltak:
        - {hva: Einar ringer Tone Fjells kontor, ansvarlig: [Per Olav Bakke, Flakstad kommune], frist: 1.9.2026}
        - {hva: Vidde møter skolen, ansvarlig: ordfører Kari Lund}
oppgaver:
  - {hva: Be Einar ringe, ansvarlig: [Per Olav Bakke, politikontakten], frist: 1.10.2026, fra_møte: 17.9.2026}
  - {hva: Merke skoleveien, frist: neste møte, status: Ferdig}
tjenestetilbud:
  tjenestesteder:
    - navn: Vest-Lofoten lensmannskontor
      åpningstider: mandag–torsdag 9–15, fredag stengt
      telefon: 76 05 43 01
      epost: kari.lund@politiet.no
signaturer:
  - {tittel: ordfører, navn: Einar Testesen, for: Flakstad kommune, part: kommunen, dato: 2.1.2025}
  - {tittel: Lensmann Nils Holm, dato: januar 2025}
"""
ULIKE_BYTE = {"sqlite", "parquet"}
"""The formats that hold the version of the library that wrote them."""
TO_FORMER = ("a\u030a.yaml", "\u00e5.yaml")
"""The same name to look at: as macOS puts the letter together, and as others do."""
HEMMELIG = (
    *("Einar", "Testesen", "Vidde", "Fjell", "Berg", "Ruth Hav", "Strand", "Bakke", "Lund", "Holm"),
    *("913", "9131", "912", "7605", "76 05", "@"),
)


@pytest.fixture
def samling(tmp_path: Path) -> Path:
    (tmp_path / "avtalegen.toml").write_text('distrikt = "Nordland"\n', encoding="utf-8")
    avtaler = tmp_path / "avtaler"
    avtaler.mkdir()
    for name, text in {
        "full": FULL,
        "ødelagt": FAULTY + "periode: {fra: i går, til: 31.2.2026}\nsignaturer: [{navn: Einar Testesen}]\n",
        "uleselig": "format: 1\navtale: [\n",
        "rolig": VALID.replace("1859", "1860"),
    }.items():
        (avtaler / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def tabeller(mappe: Path, format: str) -> dict[str, list[dict[str, Any]]]:
    """Return what is in the tables, as it is in JSON."""
    if format == "json":
        lest: dict[str, Any] = json.loads((mappe / "avtaler.json").read_text(encoding="utf-8"))
        return lest["tabeller"]  # type: ignore[no-any-return]
    if format == "csv":
        return {t.navn: [*_fra_csv(mappe / f"{t.navn}.csv", t.navn)] for t in TABELLER}
    if format == "jsonld":
        noder = json.loads((mappe / "avtaler.jsonld").read_text(encoding="utf-8"))["@graph"]
        tomme = {t.navn: dict.fromkeys(k.navn for k in t.vist(med_navn="leder_navn" in str(noder))) for t in TABELLER}
        uten = {"@id", "@type", "avtale"}
        return {
            navn: [tom | {k: v for k, v in n.items() if k not in uten} for n in noder if n["@type"] == navn]
            for navn, tom in tomme.items()
        }
    if format == "parquet":
        return {
            t.navn: [*map(_som_json, parquet.read_table(mappe / f"{t.navn}.parquet").to_pylist())] for t in TABELLER
        }
    with closing(sqlite3.connect(mappe / "avtaler.sqlite")) as db:
        db.row_factory = sqlite3.Row
        return {t.navn: [dict(rad) for rad in db.execute(f'SELECT * FROM "{t.navn}" ORDER BY rowid')] for t in TABELLER}


def _som_json(rad: dict[str, Any]) -> dict[str, Any]:
    return {navn: verdi.isoformat() if isinstance(verdi, date) else verdi for navn, verdi in rad.items()}


def _fra_csv(fil: Path, tabell: str) -> Any:
    typer = {k.navn: k.type.value for t in TABELLER if t.navn == tabell for k in t.kolonner}
    les = {"heltall": int, "tall": lambda v: float(v.replace(",", ".")), "ja/nei": lambda v: v == "ja"}
    with fil.open(encoding="utf-8-sig", newline="") as åpen:
        for rad in csv.DictReader(åpen, delimiter=";"):
            yield {
                k: (les.get(typer[k], lambda v: v.removeprefix("'"))(v) if v else None)  # type: ignore[operator]
                for k, v in rad.items()
            }

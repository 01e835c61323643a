"""`avtalegen status`: every agreement has a row, the most urgent first, and the row says what the YAML does."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests import cli_support
from tests.cli_support import Run

cli = cli_support.cli
I_DAG = ("--i-dag", "2026-11-20")

FULL = """\
format: 1
avtale: {status: signert, dato: 12.11.2024}
parter:
  kommuner: {kommunenummer: "1859", leder: {tittel: ordfører, navn: Einar Eksempel}}
  politi: Nordland politidistrikt
periode: {fra: 2025, til: 1.2.2027, revisjon: {neste: oktober 2026}}
satsningsområder:
  områder:
    - navn: Trygg skolevei
      tiltak:
        - {hva: Merke gangfeltene, frist: 1.6.2026, ansvarlig: Kommunen}
        - {hva: Telle bilene, frist: 1.6.2027}
        - {hva: Male skiltene, frist: 1.6.2026, avsluttet: mai 2026}
    - navn: Ungdom og rus
      periode: 2025
      tiltak: {hva: Holde kurs, frist: 1.6.2025}
politiråd:
  leder: ordfører
  møter:
    sted: rådhuset
    innkallingsfrist: to uker
    plan: [1.9.2026, {dato: 3.12.2026, klokkeslett: 09.00, slutt: 11.00}, mars 2027]
politikontakt: {navn: Kari Nordmann, stillingsandel: 50 %}
evaluering: {neste: 15.1.2027}
signaturer:
  - {tittel: ordfører, part: kommunen, dato: 12.11.2024}
  - {tittel: lensmann, part: politiet, dato: 14.11.2024}
"""
ROLIG = """\
format: 1
avtale: {status: vedtatt}
parter: {kommuner: "1860", politi: Nordland politidistrikt}
periode: {fra: 1.1.2026, til: 31.12.2029}
satsningsområder: [Trygg  skolevei]
politikontakt: {navn: Kari Nordmann, stillingsandel: 50 %}
"""
ØDELAGT = """\
format: 1
avtale: {status: signert}
parter: {kommuner: "1865", politi: Nordland politidistrikt}
periode: {fra: 32.1.2026, til: 31.12.2029}
politiråd: {leder: ordfører, møter: {plan: [4.12.2026]}}
"""


@pytest.fixture
def samling(tmp_path: Path) -> Path:
    for navn, tekst in (("full", FULL), ("rolig", ROLIG), ("ødelagt", ØDELAGT)):
        (tmp_path / f"{navn}.yaml").write_text(tekst, encoding="utf-8")
    (tmp_path / "uleselig.yaml").write_text("format: 1\navtale: [\n", encoding="utf-8")
    return tmp_path


def rader(cli: Run, *valg: str) -> dict[str, Any]:
    ran = cli("status", "--format", "json", *I_DAG, *valg)
    assert (ran.code, ran.err) == (0, "")
    return {rad["fil"]: rad for rad in json.loads(ran.out)["avtaler"]}


def test_a_row_says_what_the_agreement_does(cli: Run, samling: Path) -> None:
    rad = rader(cli)["full.yaml"]
    assert rad["kommuner"] == [{"nummer": "1859", "navn": "Flakstad"}]
    assert (rad["status"], rad["fra"], rad["til"], rad["dager_igjen"]) == ("signert", "2025-01-01", "2027-02-01", 73)
    assert rad["signert"]["dato"] == "2024-11-14"
    assert rad["politikontakter"] == [{"navn": "Kari Nordmann", "status": None, "andel": "50 %", "kommuner": []}]
    assert rad["leder"] == "Einar Eksempel, ordfører"
    møte = rad["neste_møte"]
    assert (møte["dato"], møte["klokkeslett"], møte["sted"]) == ("2026-12-03", "09:00", "rådhuset")
    assert møte["innkallingsfrist"] == "2026-11-19"
    assert rad["neste_evaluering"] == {"dato": "2027-01-15", "tekst": "15.1.2027", "senest": "2027-01-15"}
    # The day in October is nobody's invention: there is none.
    assert rad["neste_revisjon"] == {"dato": None, "tekst": "oktober 2026", "senest": "2026-10-31"}
    assert [tiltak["hva"] for tiltak in rad["tiltak_forfalt"]] == ["Merke gangfeltene"]
    assert rad["satsningsområder"] == ["Trygg skolevei"]
    assert [(g["hva"], g["forfalt"]) for g in rad["gjøremål"]] == [
        ("tiltak", True),
        ("revisjon", True),
        ("innkalling", False),
        ("evaluering", False),
        ("utløp", False),
    ]


def test_the_most_urgent_is_first_and_what_has_errors_has_a_row_of_what_could_be_read(cli: Run, samling: Path) -> None:
    alle = rader(cli)
    assert [(fil, rad["hast"]) for fil, rad in alle.items()] == [
        ("full.yaml", "forfalt"),
        ("ødelagt.yaml", "feil"),
        ("uleselig.yaml", "feil"),
        ("rolig.yaml", "greit"),
    ]
    ødelagt = alle["ødelagt.yaml"]
    assert ødelagt["har_feil"]
    assert ødelagt["ulest"] == ["fra"]
    assert (ødelagt["fra"], ødelagt["til"], ødelagt["neste_møte"]["dato"]) == (None, "2029-12-31", "2026-12-04")
    assert alle["uleselig.yaml"]["ulest"] is None
    assert alle["uleselig.yaml"]["har_feil"]


def test_what_counts_as_soon_can_be_chosen(cli: Run, samling: Path) -> None:
    assert rader(cli, "rolig.yaml", "--frist", "2000")["rolig.yaml"]["hast"] == "snart"
    (samling / "avtalegen.toml").write_text("[grenser]\nutløper_snart = 3000\n".replace("ø", "o"), encoding="utf-8")
    assert rader(cli, "rolig.yaml")["rolig.yaml"]["hast"] == "snart"
    assert rader(cli, "rolig.yaml", "--frist", "10")["rolig.yaml"]["hast"] == "greit"


def test_late_is_one_only_when_it_is_asked_for(cli: Run, samling: Path) -> None:
    assert cli("status", *I_DAG).code == 0
    assert cli("status", *I_DAG, "--streng").code == 1
    assert cli("status", *I_DAG, "--streng", "rolig.yaml").code == 0
    # An invitation whose day has passed may have been sent.
    ran = cli("status", "--i-dag", "2026-09-30", "--streng", "full.yaml", "--format", "json")
    assert ran.code == 1  # the measure
    assert cli("status", "finnes-ikke.yaml").code == 3


def test_the_newer_agreement_ends_the_older_one(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "gammel.yaml").write_text(ROLIG.replace("1.1.2026, til: 31.12.2029", "2022, til: 31.12.2025"))
    (tmp_path / "ny.yaml").write_text(ROLIG)
    alle = rader(cli)
    assert (alle["gammel.yaml"]["hast"], alle["gammel.yaml"]["avløst_av"]) == ("avsluttet", "ny.yaml")
    assert alle["gammel.yaml"]["gjøremål"] == []
    (tmp_path / "ny.yaml").write_text(ROLIG.replace("vedtatt", "utkast"))
    assert rader(cli)["gammel.yaml"]["hast"] == "forfalt"


@pytest.mark.parametrize(
    ("status", "periode", "hast"),
    [("utkast", "", "greit"), ("utkast", "periode: {fra: 2022}", "avsluttet"), ("signert", "", "avsluttet")],
)
def test_a_draft_without_a_period_is_not_ended_by_the_agreement_that_applies(
    cli: Run, tmp_path: Path, status: str, periode: str, hast: str
) -> None:
    (tmp_path / "gjelder.yaml").write_text(ROLIG)
    (tmp_path / "annen.yaml").write_text(
        "\n".join(periode if linje.startswith("periode") else linje for linje in ROLIG.splitlines()).replace(
            "status: vedtatt", f"status: {status}"
        )
    )
    assert rader(cli)["annen.yaml"]["hast"] == hast


def test_across_agreements(cli: Run, samling: Path) -> None:
    funnet = json.loads(cli("status", "--format", "json", *I_DAG).out)
    assert funnet["satsningsområder"] == [{"navn": "Trygg skolevei", "avtaler": ["full.yaml", "rolig.yaml"]}]
    kari, ingen = funnet["politikontakter"]
    assert [(sted["fil"], sted["kommuner"], sted["andel"]) for sted in kari["steder"]] == [
        ("full.yaml", ["Flakstad"], "50 %"),
        ("rolig.yaml", ["Vestvågøy"], "50 %"),
    ]
    assert (ingen["navn"], [sted["fil"] for sted in ingen["steder"]]) == (None, ["ødelagt.yaml"])
    (dekning,) = funnet["uten_avtale"]
    assert dekning["distrikt"] == "Nordland politidistrikt"
    assert "Flakstad" not in dekning["kommuner"]
    assert "Vågan" not in dekning["kommuner"]  # its file has errors, but the party is read
    assert len(dekning["kommuner"]) == 38
    assert dekning["usikker"]  # of one file nothing is read


def test_the_findings_are_those_of_valider(cli: Run, samling: Path) -> None:
    status = json.loads(cli("status", "--format", "json", *I_DAG).out)["sammendrag"]["funn"]
    valider = json.loads(cli("valider", "--format", "json", *I_DAG).out)["sammendrag"]
    assert status == {navn: valider[navn] for navn in ("feil", "advarsel", "råd")}
    assert all(status.values())


def test_text_has_the_same_rows(cli: Run, samling: Path) -> None:
    ran = cli("status", *I_DAG)
    assert ran.out.startswith(
        "Slik står det til 20. november 2026.\n\n"
        "FORFALT  Flakstad (full.yaml)\n"
        "  Gjelder:              signert, 1. januar 2025 – 1. februar 2027, 73 dager igjen\n"
        "  Haster:               revisjonen skulle vært gjort innen 31. oktober 2026, 1 tiltak over fristen,\n"
    )
    assert "  Tiltak over fristen:  Merke gangfeltene (frist: 1.6.2026, ansvarlig: kommunen)\n" in ran.out
    assert "HAR FEIL  Vågan (ødelagt.yaml)" in ran.out
    assert "4 avtaler: 1 er forfalt, 2 har feil, 1 er i orden." in ran.out
    assert "38 kommuner i Nordland politidistrikt har ingen avtale her: Bodø" in ran.out


def test_a_spreadsheet_has_a_row_for_each_and_runs_nothing(cli: Run, samling: Path) -> None:
    (samling / "full.yaml").write_text(FULL.replace("Kari Nordmann", '"=HYPERLINK(1)"'), encoding="utf-8")
    ran = cli("status", "--format", "csv", *I_DAG)
    assert ran.raw.startswith(b"\xef\xbb\xbf")
    innhold = list(csv.DictReader(io.StringIO(ran.raw.decode("utf-8-sig")), delimiter=";"))
    assert [rad["fil"] for rad in innhold] == ["full.yaml", "ødelagt.yaml", "uleselig.yaml", "rolig.yaml"]
    assert innhold[0]["politikontakt"] == "'=HYPERLINK(1) (50 %)"
    assert (innhold[0]["dager igjen"], innhold[0]["innkalling senest"]) == ("73", "2026-11-19")
    assert [rad["ikke lest"] for rad in innhold] == ["", "fra", "alt", ""]


@pytest.mark.parametrize("format", ["tekst", "json", "csv"])
def test_an_earlier_overview_is_replaced_and_nothing_else_is(cli: Run, samling: Path, format: str) -> None:
    fil = samling / "ut.txt"
    valg = ("status", *I_DAG, "--format", format, "-o", "ut.txt", "rolig.yaml")
    assert cli(*valg).out.startswith("Skrev ut.txt\n")
    skrevet = fil.read_bytes()
    assert cli(*valg).out.startswith("Uendret: ut.txt\n")
    assert cli(*valg, "full.yaml").out.startswith("Skrev ut.txt\n")
    assert fil.read_bytes() != skrevet
    fil.write_text("Handleliste\n")
    ran = cli(*valg)
    assert ran.code == 3
    assert "ikke en oversikt" in ran.err
    assert fil.read_text() == "Handleliste\n"

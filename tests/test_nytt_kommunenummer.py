"""A kommune that has got another number since the agreement was made, is the same kommune."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import icalendar
import pytest

from avtalegen import register
from tests import cli_support
from tests.cli_support import Run

cli = cli_support.cli
I_DAG = ("--i-dag", "2026-11-30")


def avtale(nummer: str, fra: str, til: str) -> str:
    return (
        f"format: 1\navtale: {{status: vedtatt, dato: {fra}}}\nperiode: {{fra: {fra}, til: {til}}}\n"
        f'parter: {{kommuner: {{kommunenummer: "{nummer}", navn: Sarpsborg}}, politi: Øst politidistrikt}}\n'
        "politiråd: {møter: {plan: [{dato: 10.3.2027, klokkeslett: 09.00}]}}\n"
    )


@pytest.fixture
def samling(tmp_path: Path) -> Path:
    """Make a collection where Sarpsborg has an agreement by the number it had to 2023, and the one after."""
    (tmp_path / "avtalegen.toml").touch()
    (tmp_path / "gammel.yaml").write_text(avtale("3003", "1.3.2022", "1.3.2028"), encoding="utf-8")
    (tmp_path / "ny.yaml").write_text(avtale("3105", "1.3.2026", "1.3.2030"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("nummer", "i_dag"), [("3105", "3105"), ("3003", "3105"), ("301", "0301"), ("1507", "1508"), ("9999", None)]
)
def test_the_register_knows_who_has_the_number_today(nummer: str, i_dag: str | None) -> None:
    kjent = register.kommune_i_dag(nummer)
    assert (kjent and kjent.kommunenummer) == i_dag


def test_the_new_agreement_takes_the_place_of_the_old(cli: Run, samling: Path) -> None:
    sagt = json.loads(cli("status", "--format", "json", *I_DAG).out)
    assert {rad["fil"]: rad["hast"] for rad in sagt["avtaler"]} == {"gammel.yaml": "avsluttet", "ny.yaml": "greit"}
    assert "Sarpsborg" not in sagt["uten_avtale"][0]["kommuner"]
    (samling / "ny.yaml").unlink()
    assert "Sarpsborg" not in json.loads(cli("status", "--format", "json", *I_DAG).out)["uten_avtale"][0]["kommuner"]


def test_the_tables_count_them_as_one(cli: Run, samling: Path) -> None:
    assert cli("data", "--til", "tall", *I_DAG).code == 0
    tekst = (samling / "tall" / "avtaler.csv").read_text(encoding="utf-8-sig")
    rader = csv.DictReader(io.StringIO(tekst), delimiter=";")
    assert {(rad["samarbeid"], rad["avløst_av"]) for rad in rader} == {("3105", "ny.yaml"), ("3105", "")}
    parter = (samling / "tall" / "parter.csv").read_text(encoding="utf-8-sig")
    assert parter.count(";kommune;Sarpsborg;3105;") == 2


def test_two_that_apply_at_the_same_time_are_told_of(cli: Run, samling: Path) -> None:
    said = "advarsel[REP103] Sarpsborg er også part i «gammel.yaml», som gjelder samtidig."
    assert said in cli("valider", "--kort", *I_DAG).out


def test_the_number_is_what_has_changed_and_not_the_kommune(cli: Run, samling: Path) -> None:
    sagt = cli("sammenlign", "gammel.yaml", "ny.yaml").out
    assert "- Sarpsborg kommune – kommunenummer: 3105. Før: 3003.\n" in sagt
    assert "Ny kommune" not in sagt


def test_who_subscribes_keeps_the_events_when_the_number_is_put_right(
    cli: Run, samling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hendelser() -> dict[str, int]:
        kalender = icalendar.Calendar.from_ical((samling / "gammel.ics").read_bytes())
        return {str(en["uid"]): int(en["sequence"]) for en in kalender.walk("VEVENT")}

    with monkeypatch.context() as før:  # the register as it was before the number was replaced
        før.setattr("avtalegen.register.kommune_i_dag", register.kommune)
        assert cli("kalender", "gammel.yaml").code == 0
    gamle = hendelser()
    assert b"X-AVTALEGEN-AVTALE:3003" in (samling / "gammel.ics").read_bytes()
    skrevet = (samling / "gammel.yaml").read_text(encoding="utf-8")
    (samling / "gammel.yaml").write_text(skrevet.replace("3003", "3105"), encoding="utf-8")
    assert cli("kalender", "gammel.yaml").code == 0
    assert hendelser() == gamle == dict.fromkeys(gamle, 0)
    assert len(gamle) == 2

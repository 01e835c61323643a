"""A new agreement made through the page alone, by two people at once, with a file that breaks on the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import cli_support
from tests.grundig import grundig
from tests.konformitet.test_rediger_konformitet import drive_in

# Two windows that write at once: beside other sessions on two cores, one of them may wait in vain.
pytestmark = [pytest.mark.konformitet, grundig]
cli = cli_support.cli


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ny")


@pytest.fixture(scope="module")
def seen(folder: Path) -> dict[str, Any]:
    """Return what was seen while the agreement was made (`rediger_ny.mjs`)."""
    return drive_in("rediger_ny.mjs", folder, 600)


def test_a_new_agreement_says_what_the_register_knows_and_nothing_else(seen: dict[str, Any]) -> None:
    assert seen["facts"] == ["Trøndelag politidistrikt", "Gauldal politistasjonsdistrikt"]
    assert seen["title"] == "Røros og Trøndelag politidistrikt"
    assert "politiråd" not in seen["first"]


def test_what_is_proposed_is_offered_once_and_whoever_takes_it_stays_on_the_page(seen: dict[str, Any]) -> None:
    assert seen["proposed"] == ["forslag-satsningsområder.kunnskapsgrunnlag"]
    assert seen["lost"] == []


def test_the_page_leads_from_part_to_part_until_the_draft_holds(
    seen: dict[str, Any], folder: Path, cli: cli_support.Run
) -> None:
    assert seen["next"] == [
        "Neste: Velg satsningsområder",
        "Neste: Beskriv politirådet",
        "Neste: Svar på om kommunen har SLT",
    ]
    for said in ("trygge skoleveier", "Leder: Kari Nordmann", "fire faste møter i året", "fire år fra 1. januar 2027"):
        assert said in seen["sheet"]
    assert seen["verdict"].startswith("Ingen feil, så dokumentet kan lages.")
    assert cli("valider", str(folder / "roros.yaml")).code == 0
    assert seen["made"] == "Laget roros.docx i mappen «ny0»."
    assert (folder / "roros.docx").read_bytes().startswith(b"PK")


def test_two_who_write_at_once_keep_what_both_wrote_and_are_asked_about_the_same_field(seen: dict[str, Any]) -> None:
    assert seen["both"]
    what, *values = seen["conflict"]
    assert what == "Møtested"
    mine, theirs = values
    assert {mine, theirs} == {"biblioteket", "kulturhuset"}
    assert seen["keptBefore"] == theirs
    assert seen["keptAfter"] == [theirs] * 3


def test_a_file_that_another_program_has_broken_is_left_alone_and_nothing_is_lost(seen: dict[str, Any]) -> None:
    broken = seen["broken"]
    assert broken["said"].startswith("«roros.yaml» kan ikke leses. Linje ")
    assert broken["said"].endswith("Det du skriver, ligger her, men lagres ikke ennå.")
    assert (broken["untouched"], broken["kept"], broken["parts"], broken["sheet"]) == (True, "skolen", True, True)


def test_nothing_is_refused(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == []

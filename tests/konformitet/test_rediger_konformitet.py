"""The editor in Chromium: what a person who has never seen YAML does, and what comes to stand in the file."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli_support import ROOT, command, environment
from tests.konformitet.verktoy import tool

pytestmark = pytest.mark.konformitet


def drive(script: str, folder: Path, timeout: int) -> dict[str, Any]:
    """Return what a script saw that edited a copy of an example in Chromium."""
    file = folder / "flakstad.yaml"
    file.write_bytes((ROOT / "eksempler" / "flakstad.yaml").read_bytes())
    return drive_in(script, file, timeout)


def drive_in(script: str, what: Path, timeout: int) -> dict[str, Any]:
    """Return what a script saw that edited a file, or in a folder, in Chromium."""
    tools = os.environ.get("AVTALEGEN_NODE_VERKTOY", "")
    if not (Path(tools) / "node_modules" / "axe-core").is_dir():
        pytest.fail("axe-core mangler; se CONTRIBUTING.md")
    judge = [tool("node"), str(Path(__file__).with_name(script)), tools, tool("chromium", "AVTALEGEN_CHROMIUM")]
    editor = command("rediger", str(what), "--ikke-åpne", "--i-dag", "2026-11-20")
    ran = subprocess.run(
        [*judge, str(what), *editor], capture_output=True, text=True, check=False, timeout=timeout, env=environment()
    )
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout.splitlines()[-1]))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what was seen while an agreement was edited (`rediger.mjs`)."""
    return drive("rediger.mjs", tmp_path_factory.mktemp("rediger"), 900)


def test_the_parts_are_told_with_how_far_they_have_come(seen: dict[str, Any]) -> None:
    first = seen["first"]
    told = dict(zip(first["parts"], first["words"], strict=True))
    assert told["Parter"] == "Ferdig"
    assert told["Satsningsområder"] == "Tom"
    assert told["Politirådet"] == "Påbegynt"
    assert told["Vedlegg"] == "Valgfri"
    assert first["next"] == "Neste: Velg satsningsområder"


def test_a_text_is_saved_in_its_own_line_and_the_writer_stays_where_he_is(seen: dict[str, Any]) -> None:
    text = seen["text"]
    assert text["lines"] == ["-    per_år: minst to", "+    per_år: minst fire"]
    assert (text["focused"], text["caret"]) == ("i-politiråd.møter.per_år", 4)


def test_what_is_found_is_told_before_anything_is_saved(seen: dict[str, Any]) -> None:
    assert seen["live"]["said"].startswith("Råd: Avtalen sikrer bare to møter i året.")
    assert seen["live"]["unsaved"]


def test_what_can_not_be_read_stays_in_the_field_and_out_of_the_file(seen: dict[str, Any]) -> None:
    refused = seen["refused"]
    assert "31.2.2027" in refused["said"]
    assert (refused["kept"], refused["file"], refused["invalid"]) == ("31.2.2027", False, "true")
    assert refused["status"] == "Ikke lagret"
    assert seen["mended"] == 0


def test_what_is_refused_and_has_no_field_says_why_and_what_to_do(seen: dict[str, Any]) -> None:
    nowhere = seen["nowhere"]
    assert nowhere["said"] == (
        "Ikke lagret: «Kommuner» mangler i «Parter». Kommunen eller kommunene som er part. Skriv for eksempel «1859»."
    )
    assert nowhere["status"].startswith("Lagret ")
    assert nowhere["focused"] == "sidetittel"


def test_what_could_not_be_written_waits_and_is_written_when_there_is_room(seen: dict[str, Any]) -> None:
    assert seen["full"] == {"file": False, "asked": True}


def test_a_title_gets_a_name(seen: dict[str, Any]) -> None:
    assert seen["role"] == [
        "-  leder: en ordfører",
        "+  leder:",
        "+    tittel: en ordfører",
        "+    navn: Kari Nordmann",
    ]


def test_items_are_moved_removed_and_brought_back_with_the_focus_where_it_belongs(seen: dict[str, Any]) -> None:
    assert seen["moved"] == "Deltaker 1 er nå nummer 2 av 3"
    assert seen["topmost"] == "true"
    assert seen["removed"] == "«lensmann» er slettet.Angre"
    assert "lensmann" in seen["undone"]


def test_an_area_has_goals_and_measures(seen: dict[str, Any]) -> None:
    assert seen["area"].splitlines() == [
        "satsningsområder:",
        "  områder:",
        "    - navn: Trygg oppvekst",
        "      mål:",
        "        - Færre unge prøver rusmidler",
        "      tiltak:",
        "        - hva: Holde foreldremøte",
        "          frist: 15.10.2027",
    ]


def test_the_calendar_knows_the_free_days_and_the_time_limits(seen: dict[str, Any]) -> None:
    assert seen["calendar"]["name"] == "6. mai, fridag: Kristi himmelfartsdag"
    assert "Velg onsdag 5. mai" in seen["calendar"]["day"]
    assert "22. april" in seen["calendar"]["day"]
    assert seen["chosen"] == {"focused": "i-politiråd.møter.plan.0.dato", "closed": True}


def test_a_proposal_is_in_the_agreement_only_when_it_is_taken(seen: dict[str, Any]) -> None:
    proposal = seen["proposal"]
    assert proposal["label"] == "Forslag fra veilederen · ikke med i avtalen"
    assert proposal["sentence"].endswith(".")
    assert not proposal["inSheet"]
    assert proposal["hidden"]["file"]
    assert proposal["taken"] == []
    assert proposal["added"] > 0


def test_all_of_it_is_undone_to_the_byte(seen: dict[str, Any]) -> None:
    assert seen["restored"] == []
    assert seen["same"]


def test_what_somebody_else_wrote_in_the_same_field_is_asked_about_and_never_written_over(seen: dict[str, Any]) -> None:
    conflict = seen["conflict"]
    assert conflict["file"] == "per_år: minst tre"
    assert conflict["text"].split("\n")[3:] == ["Møter i året", "minst seks", "minst tre"]
    assert conflict["chosen"] == 0
    assert conflict["focused"] == "dialog-tittel"
    assert conflict["after"] == "i-politiråd.møter.per_år"


def test_two_windows_show_the_same(seen: dict[str, Any]) -> None:
    assert seen["windows"] == "rådhuset"


def test_nothing_that_is_written_is_lost_when_the_file_or_the_command_is_gone(seen: dict[str, Any]) -> None:
    assert "er borte" in seen["gone"]["said"]
    assert "Legg filen tilbake der den lå" in seen["gone"]["said"]
    assert seen["gone"]["kept"] == "kulturhuset"
    assert seen["stopped"]["said"].startswith("Kontakten er brutt.")
    assert (seen["stopped"]["kept"], seen["stopped"]["status"]) == ("biblioteket", "Ikke lagret")


def test_nothing_is_fetched_from_anywhere_else_and_nothing_is_refused(seen: dict[str, Any]) -> None:
    assert {url for url in seen["requests"] if not url.startswith(seen["url"]) and url != "data:"} == set()
    assert seen["complaints"] == []

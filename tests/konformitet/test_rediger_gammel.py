"""An old agreement in the editor, in Chromium: from the document to a file that says all of it and nothing of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests import cli_support
from tests.cli_support import ROOT
from tests.konformitet.test_rediger_konformitet import drive_in
from tests.test_rediger_gammel import FIENDTLIG

pytestmark = pytest.mark.konformitet
cli = cli_support.cli
SHOWN = ("04-volda-orsta-2012.odt", "05-rakkestad-2023.pdf")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gammel")
    for name in ("01-nord-troms-2017.docx", *SHOWN):
        (folder / name).write_bytes((ROOT / "tests" / "data" / "gamle" / name).read_bytes())
    (folder / "fiendtlig.txt").write_text(FIENDTLIG, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def seen(folder: Path) -> dict[str, Any]:
    """Return what was seen while the agreement was put in place (`rediger_gammel.mjs`)."""
    return drive_in("rediger_gammel.mjs", folder, 900)


def test_an_old_agreement_becomes_a_draft_with_the_old_words_beside_its_fields(seen: dict[str, Any]) -> None:
    told = re.match(r"Utkastet er lest av 01-nord-troms-2017\.docx: (\d+) verdier, \d+ av dem sikre\. ", seen["told"])
    assert told, seen["told"]
    assert int(told[1]) == 144
    assert seen["box"] == "4 steder fra den gamle avtalen er ikke plassert."
    beside = seen["beside"]
    assert beside["said"][0].startswith("Den gamle avtalen, linje 80")
    assert "sikker" in beside["said"][0]
    assert "1. mars 2017" in " ".join(beside["said"])
    assert (beside["open"], beside["right"]) == (True, True)
    assert seen["narrow"] == {"open": False, "below": True}


def test_a_part_of_a_piece_is_put_in_a_field_with_keys_alone(seen: dict[str, Any]) -> None:
    assert seen["pieces"][0] == seen["untouched"] == "vi gjør dette sammen"
    assert seen["chosen"].startswith("Møtested")
    assert (seen["put"], seen["rest"]) == ("Satt inn i «Møtested».", "dette sammen")
    assert seen["focus"] == "Sett i et felt …"
    assert "sted: vi gjør" in seen["inFile"]
    assert "# linje 6: dette sammen" in seen["inFile"]
    assert "to ganger i halvåret" in seen["asked"]


def test_every_piece_finds_its_place_and_the_file_holds(
    seen: dict[str, Any], folder: Path, cli: cli_support.Run
) -> None:
    assert seen["back"] == "Ta tilbake"
    assert seen["done"] == {"focus": "gammel-tomt", "title": "Alt er plassert"}
    assert "# Ikke plassert" not in seen["placed"]
    assert "overskrift: Fra den forrige avtalen" in seen["placed"]
    file = folder / "01-nord-troms-2017.yaml"
    assert cli("valider", str(file)).code == 0
    assert "#" not in seen["ended"]["text"]
    assert seen["ended"]["said"].startswith("Alt om den gamle avtalen er tatt bort")
    for line in re.findall(r"(?m)^# linje \d+: (.*)$", seen["draft"]):
        assert line in seen["placed"] or all(word in seen["placed"] for word in line.split())


def test_what_every_value_was_read_of_is_shown_at_its_field(seen: dict[str, Any]) -> None:
    for name in SHOWN:
        assert seen["shown"][name]["notes"] > 50
        assert seen["shown"][name]["missing"] == [], name


def test_what_an_enemy_wrote_is_text(seen: dict[str, Any]) -> None:
    nynorsk = seen["nynorsk"]
    assert nynorsk["tab"].startswith("Gammal avtale")
    assert any("<script>alert(1)</script>" in piece for piece in nynorsk["pieces"]), nynorsk
    assert nynorsk["scripts"] == 0


def test_axe_finds_no_fault_and_nothing_is_too_wide_or_too_small(seen: dict[str, Any]) -> None:
    assert len(seen["looks"]) == 4 * 5
    for look in seen["looks"]:
        assert look["violations"] == [], look
        assert look["passes"] > 20 or look["width"] == 640 or look["scheme"] == "dark"
        assert max(look["overflow"]) <= 0, look
        assert look["small"] == [], look


def test_nothing_is_refused(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == []

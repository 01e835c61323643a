"""A new agreement made by keyboard alone: every kind of control, and the focus is never lost and always in sight."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import cli_support
from tests.grundig import grundig
from tests.konformitet.test_rediger_konformitet import drive_in

# Five hundred keys, each with a look at where the focus is: a minute, and more beside other sessions.
pytestmark = [pytest.mark.konformitet, grundig]
cli = cli_support.cli


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tastatur")


@pytest.fixture(scope="module")
def seen(folder: Path) -> dict[str, Any]:
    """Return what was seen while the agreement was made (`rediger_tastatur.mjs`)."""
    return drive_in("rediger_tastatur.mjs", folder, 600)


def test_the_focus_is_never_lost_and_always_in_sight(seen: dict[str, Any]) -> None:
    assert seen["lost"] == []
    assert seen["unseen"] == []
    assert seen["complaints"] == []


def test_the_focus_goes_where_the_writer_goes_on(seen: dict[str, Any]) -> None:
    område = "satsningsområder.områder"
    assert seen["moved"] == f"opp-{område}.0.mål.0"
    assert seen["brought"] == f"i-{område}.0.mål.0"
    day, left = seen["calendar"]
    assert day.startswith("kal-dag-")
    assert left == f"kal-{område}.0.tiltak.0.avsluttet"
    assert seen["cards"] == [f"opp-{område}.0", f"kort-{område}.1"]
    assert seen["proposal"] == "i-satsningsområder.kunnskapsgrunnlag.0"
    assert seen["ignored"].startswith("funndel-")
    assert seen["menu"] == "lag"


def test_the_sheet_leads_to_a_field_and_back(seen: dict[str, Any]) -> None:
    sentence, field, back = seen["sheet"]
    assert sentence.startswith("Endre: ")
    assert field.startswith("i-")
    assert back


def test_the_agreement_has_no_errors_and_is_a_document(
    seen: dict[str, Any], folder: Path, cli: cli_support.Run
) -> None:
    assert seen["verdict"].startswith("Ingen feil, så dokumentet kan lages.")
    assert cli("valider", str(folder / "roros.yaml")).code == 0
    assert (folder / "roros.docx").read_bytes().startswith(b"PK")

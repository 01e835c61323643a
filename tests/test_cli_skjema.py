"""`avtalegen skjema`: the JSON Schema on standard output or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from avtalegen.cli import skjema as kommando
from avtalegen.modell.skjema import json_schema
from tests import cli_support
from tests.cli_support import Run, names
from tests.skjemaprove import skjema

cli = cli_support.cli


@pytest.fixture
def ferdig(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command have the schema that is made already, for what is not about the schema itself."""
    monkeypatch.setattr(kommando, "json_schema", skjema)


def test_the_schema_is_shown_for_people_and_programs(cli: Run) -> None:
    code, out, err, _ = cli("skjema")
    assert (code, err) == (0, "")
    assert json.loads(out) == json_schema()
    assert "\\u" not in out
    assert out.startswith('{\n  "')


def test_the_schema_can_be_put_in_a_file(ferdig: None, cli: Run, tmp_path: Path) -> None:
    assert cli("skjema", "-o", "avtale.schema.json")[:3] == (0, "Skrev avtale.schema.json\n", "")
    assert (tmp_path / "avtale.schema.json").read_text(encoding="utf-8") == cli("skjema").out
    assert cli("skjema", "-o", "-").out == cli("skjema").out


def test_a_file_that_cannot_be_written_is_told(ferdig: None, cli: Run, tmp_path: Path) -> None:
    code, out, err, _ = cli("skjema", "-o", "borte/avtale.schema.json")
    assert (code, out) == (3, "")
    assert err.startswith("Feil: Kunne ikke skrive «borte")
    assert err.endswith("mappen finnes ikke. Lag den først.\n")
    assert names(tmp_path) == set()


def test_a_file_that_is_something_else_is_left_alone(ferdig: None, cli: Run, tmp_path: Path) -> None:
    file = tmp_path / "min.yaml"
    file.write_text("format: 1\n")
    code, out, err, _ = cli("skjema", "-o", "min.yaml")
    assert (code, out) == (3, "")
    assert "«min.yaml» finnes fra før og er annerledes. Filen er ikke rørt." in err
    assert file.read_text() == "format: 1\n"
    assert cli("skjema", "-o", "min.yaml", "--overskriv").out == "Skrev min.yaml\n"
    assert cli("skjema", "-o", "min.yaml").out == "Uendret: min.yaml\n"

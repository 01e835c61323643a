"""What is wrong with avtalegen.toml is told by the commands that have no other findings to tell, too."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from tests import cli_support
from tests.cli_support import VALID, Run

cli = cli_support.cli


@pytest.mark.parametrize(
    "command", ["revider a.yaml", "sett a.yaml taushetsplikt=ja", "valider a.yaml --rett --vis", "kalender a.yaml"]
)
def test_a_command_with_no_other_findings_tells_what_is_wrong_as_it_is_read(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "avtalegen.toml").write_text("[[skolefri]]\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")
    told = cli(*command.split()).err
    assert "␛" not in told
    assert click.unstyle(told).splitlines()[:4] == [
        "avtalegen.toml:1:1: feil[KONF003] «skolefri» skal være en tabell, men er en liste.",
        "  |",
        "1 | [[skolefri]]",
        "  | ^^^^^^^^^^^^",
    ]

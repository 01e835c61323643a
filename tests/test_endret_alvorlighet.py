"""What the changelog says of severities that are changed: each line keeps the old one, and is needed for it."""

import json
import re
from pathlib import Path

import pytest

from avtalegen.regler.katalog import katalog
from tests import cli_support
from tests.cli_support import Run
from tests.test_regler import full

cli = cli_support.cli

CHANGELOG = (Path(__file__).parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")
ENDRET = re.findall(r"^\| ([A-Z]{3}\d{3}) \| (\w+) \| (\w+)[^|]*\|.*\| `(\1 = \"\2\")` \|$", CHANGELOG, re.M)


def test_every_row_is_read() -> None:
    _, _, avsnitt = CHANGELOG.partition("### Endret alvorlighet")
    assert len(ENDRET) == len(re.findall(r"^\| [A-Z]{3}\d", avsnitt, re.M)) > 0


@pytest.mark.parametrize(("kode", "før", "nå", "linje"), ENDRET, ids=[rad[0] for rad in ENDRET])
def test_the_line_keeps_the_old_severity(cli: Run, kode: str, før: str, nå: str, linje: str) -> None:
    def alvorligheter() -> set[str]:
        funn = json.loads(cli("valider", "a.yaml", "--format", "json").out)["funn"]
        assert not [ett for ett in funn if ett["kode"].startswith("KONF")]
        return {ett["alvorlighet"] for ett in funn if ett["kode"] == kode}

    Path("a.yaml").write_text(full(katalog()[kode].dokumentasjon.eksempel_feil), encoding="utf-8")
    Path("avtalegen.toml").write_text("", encoding="utf-8")
    assert alvorligheter() == {nå} == {katalog()[kode].alvorlighet.value}
    Path("avtalegen.toml").write_text(f"[alvorlighet]\n{linje}\n", encoding="utf-8")
    assert alvorligheter() == {før}

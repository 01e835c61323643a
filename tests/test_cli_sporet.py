"""A file with tracked changes between two editions, as `lag` and `hent` meet it."""

from __future__ import annotations

from pathlib import Path

from avtalegen.utgaver.sporing import spor
from tests import cli_support
from tests.cli_support import VALID, Run
from tests.sporingprove import DAG

cli = cli_support.cli


def lagt(cli: Run) -> bytes:
    """Put a file with tracked changes where `lag` would put the agreement."""
    Path("avtale.yaml").write_text(VALID, encoding="utf-8")
    assert cli("lag", "avtale.yaml", "-o", "gammel.docx").code == 0
    Path("avtale.yaml").write_text(VALID.replace("utkast", "til-behandling"), encoding="utf-8")
    assert cli("lag", "avtale.yaml").code == 0
    ny = Path("avtale.docx")
    data = spor(Path("gammel.docx").read_bytes(), ny.read_bytes(), "Kari Nes", DAG).data
    ny.write_bytes(data)
    return data


def test_lag_never_writes_over_it(cli: Run) -> None:
    data = lagt(cli)
    svar = cli("lag", "avtale.yaml")
    assert svar.code == 1
    assert "«avtale.docx» viser det som er endret mellom to utgaver. Filen er ikke rørt." in svar.err
    assert Path("avtale.docx").read_bytes() == data
    sjekk = cli("lag", "avtale.yaml", "--sjekk")
    assert sjekk.code == 1
    assert "avtale.docx: viser det som er endret mellom to utgaver." in sjekk.err
    assert cli("lag", "avtale.yaml", "--overskriv").code == 0
    assert Path("avtale.docx").read_bytes() != data


def test_hent_gives_the_yaml_of_the_new_edition(cli: Run) -> None:
    lagt(cli)
    svar = cli("hent", "avtale.docx")
    assert svar.code == 0
    assert svar.out == Path("avtale.yaml").read_text(encoding="utf-8")
    assert "viser det som er endret mellom to utgaver, slik avtalegen laget det" in svar.err
    endringer = cli("hent", "avtale.docx", "--endringer", "--format", "json")
    assert '"tilstand": "sporet"' in endringer.out

"""A signed edition is never lost: not when the YAML becomes a draft again, and not in any format."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.dokument.formater import FORMATS
from tests import cli_support
from tests.cli_support import Run
from tests.grundig import utvalg

cli = cli_support.cli
EKSEMPEL = Path(__file__).parent.parent / "eksempler" / "flakstad.yaml"
SIGNED = EKSEMPEL.read_text(encoding="utf-8").replace("status: til-behandling", "status: signert\n  dato: 1.11.2026")
DRAFT = SIGNED.replace("status: signert", "status: utkast")


@pytest.mark.parametrize(
    ("format", "status"),
    utvalg([(f, s) for s in ("utkast", "til-behandling", "vedtatt", "opphevet") for f in FORMATS], 2),
)
def test_the_document_knows_that_it_is_signed(cli: Run, tmp_path: Path, format: str, status: str) -> None:
    yaml, document = tmp_path / "a.yaml", tmp_path / f"a{FORMATS[format].ending}"
    yaml.write_text(SIGNED, encoding="utf-8")
    assert cli("lag", "a.yaml", "--format", format).code == 0
    edition = document.read_bytes()
    yaml.write_text(SIGNED.replace("status: signert", f"status: {status}"), encoding="utf-8")
    code, _, err, _ = cli("lag", "a.yaml", "--format", format)
    assert code == 1
    assert "er den signerte utgaven av avtalen, og YAML-filen er ikke lenger signert. Filen er ikke rørt." in err
    assert document.read_bytes() == edition
    assert cli("lag", "a.yaml", "--format", format, "--sjekk").code == 0
    assert cli("lag", "a.yaml", "--format", format, "--til", "ny").code == 0
    assert cli("lag", "a.yaml", "--format", format, "--overskriv").code == 0
    assert document.read_bytes() != edition
    assert cli("lag", "a.yaml", "--format", format).code == 0  # the draft is no signed edition


def test_a_draft_that_is_signed_becomes_the_signed_edition(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DRAFT, encoding="utf-8")
    assert cli("lag", "a.yaml", "--format", "docx,pdf,html,md").code == 0
    (tmp_path / "a.yaml").write_text(SIGNED, encoding="utf-8")
    assert "Skrev" in cli("lag", "a.yaml", "--format", "html,md", "--overskriv").out

"""What the importer doesn't load, make or look for when it has no use for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_support import ROOT, environment
from tests.grundig import noen_raskt

GAMLE = ROOT / "tests" / "data" / "gamle"
TEKST = ("07-bronnoy-2008.txt", frozenset({"lxml", "zipfile"}))


@pytest.mark.parametrize(
    ("navn", "bare_pakker"),
    noen_raskt([TEKST, ("02-kvam-2019.docx", frozenset())], [TEKST]),
)
def test_importer_loads_no_rules_and_nothing_that_edits_composes_or_writes(
    navn: str, bare_pakker: frozenset[str], tmp_path: Path
) -> None:
    code = (
        "import sys; from avtalegen.__main__ import main; "
        f"main(['importer', {str(GAMLE / navn)!r}, '-o', 'ny.yaml']); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, check=True
    )
    lastet = set(done.stderr.decode().split())
    assert "avtalegen.lesing.validering" in lastet
    assert lastet & (bare_pakker | {"jinja2", "docx", "pypdf", "json", "avtalegen.dokument.innhold"}) == set()
    deler = ("flyt", "regler", "lesing.redigering", "lesing.gammel", "komponering", "henting", "skrivere.opphav")
    assert lastet.isdisjoint(f"avtalegen.{del_}" for del_ in deler)


def test_what_reads_our_own_documents_loads_nothing_that_makes_them() -> None:
    code = "import sys; import avtalegen.importering.egne.gjenkjenning; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, check=True)
    lastet = set(done.stdout.decode().split())
    assert "avtalegen.komponering.skjelett.fil" in lastet
    deler = ("komponering.mal", "komponering.sammensetting", "komponering.skjelett.avsnitt", "dokument.innhold")
    assert lastet.isdisjoint(("jinja2", *(f"avtalegen.{del_}" for del_ in deler)))

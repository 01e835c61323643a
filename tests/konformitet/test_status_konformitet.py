"""The page of `avtalegen status` before the judge, and what its script does when somebody looks for an agreement."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests import cli_support
from tests.cli_support import Run
from tests.konformitet.test_html_konformitet import assert_all_good
from tests.konformitet.verktoy import tool
from tests.test_cli_status import I_DAG, samling

pytestmark = pytest.mark.konformitet
cli = cli_support.cli
__all__ = ["cli", "samling"]
JUDGED = {
    "color-contrast",
    "document-title",
    "heading-order",
    "html-has-lang",
    "label",
    "region",
    "aria-required-children",
}


def test_axe_finds_no_fault(cli: Run, samling: Path) -> None:
    for målform in ("bokmål", "nynorsk"):
        asked = ("--format", "html", *I_DAG, "--målform", målform, "-o", f"{målform}.html")
        assert cli("status", *asked).code == 0
    assert_all_good({samling / f"{målform}.html": JUDGED for målform in ("bokmål", "nynorsk")})


def test_somebody_looks_for_an_agreement(cli: Run, samling: Path) -> None:
    assert cli("status", "--format", "html", *I_DAG, "-o", "status.html").code == 0
    folder = os.environ.get("AVTALEGEN_NODE_VERKTOY", "")
    script = str(Path(__file__).with_name("status.mjs"))
    command = [tool("node"), script, folder, tool("chromium", "AVTALEGEN_CHROMIUM"), str(samling / "status.html")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        "Flakstad|Vågan|uleselig.yaml|Vestvågøy: Viser 4 avtaler",
        "Flakstad|Vestvågøy: Viser 2 avtaler",
        "Flakstad: Viser 1 avtale",
        "Flakstad|Vågan|Vestvågøy|uleselig.yaml",
    ]

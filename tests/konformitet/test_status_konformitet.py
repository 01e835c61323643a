"""The page of `avtalegen status` before the judge, and what its script does when somebody looks for an agreement."""

from __future__ import annotations

import os
import re
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


_FULL = """\
format: 1
avtale: { status: signert, dato: 30.9.2024 }
parter: { kommuner: "1859", politi: Nordland }
politikontakt: { navn: Kommunikasjonsrådgiver Forebyggingskoordinatorsen, stillingsandel: 100 % }
politiråd:
  leder: { navn: Ordførerstellvertrederen Kommunedirektørsen }
  møter: { plan: [{ dato: 30.11.2026, klokkeslett: 10.00, sted: Kommunestyresalen i Vestlofotbygda }] }
oppgaver: { hva: Gjennomføre kriminalitetsforebyggingstiltak, ansvarlig: kommunalsjefen, frist: 30.9.2026 }
satsningsområder:
  - { navn: Rus, tiltak: [{ hva: Ungdomskriminalitetsforebygging, ansvarlig: kommunalsjefen, frist: 30.9.2025 }] }
evaluering: { neste: 30.9.2027 }
periode: { fra: 30.9.2024, til: 30.9.2028, revisjon: { neste: 30.9.2027 } }
"""
_MEASURE = "<script>onload=()=>{document.title='bredde '+(document.documentElement.scrollWidth-innerWidth)}</script>"


@pytest.mark.parametrize("width", [1280, 1220, 700])
def test_the_page_is_no_wider_than_the_window_when_each_column_has_long_words(
    cli: Run, tmp_path: Path, width: int
) -> None:
    folder = tmp_path / ("en_lang_mappe_uten_bindestrek" * 3)
    folder.mkdir()
    (folder / "avtale.yaml").write_text(_FULL, encoding="utf-8")
    for målform in ("bokmål", "nynorsk"):
        asked = ("--format", "html", "--i-dag", "2026-11-20", "--målform", målform, "-o", str(tmp_path / "side.html"))
        assert cli("status", str(folder), *asked).code == 0
        page = tmp_path / f"{målform}.html"
        told = (tmp_path / "side.html").read_text(encoding="utf-8")
        page.write_text(re.sub(r"<meta http-equiv[^>]*>", "", told).replace("</body>", f"{_MEASURE}</body>"), "utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={width},900"]
        flags += [f"--user-data-dir={tmp_path / 'profil'}", "--virtual-time-budget=2000", "--dump-dom", page.as_uri()]
        command = [tool("chromium", "AVTALEGEN_CHROMIUM"), *flags]
        seen = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
        assert "<title>bredde 0</title>" in seen, re.findall("<title>.*?</title>", seen)

"""The preview in Chromium: what a person who writes sees, in the order in which it happens."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli_support import ROOT, command, environment
from tests.konformitet.verktoy import tool

pytestmark = pytest.mark.konformitet
JUDGED = {"aria-required-children", "color-contrast", "document-title", "heading-order", "html-has-lang", "region"}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what was seen while an agreement was written (`visning.mjs`)."""
    folder = os.environ.get("AVTALEGEN_NODE_VERKTOY", "")
    if not (Path(folder) / "node_modules" / "axe-core").is_dir():
        pytest.fail("axe-core mangler; se CONTRIBUTING.md")
    file = tmp_path_factory.mktemp("vis") / "flakstad.yaml"
    file.write_bytes((ROOT / "eksempler" / "flakstad.yaml").read_bytes())
    script = str(Path(__file__).with_name("visning.mjs"))
    judge = [tool("node"), script, folder, tool("chromium", "AVTALEGEN_CHROMIUM"), str(file)]
    preview = command("vis", str(file), "--i-dag", "2026-11-20")
    ran = subprocess.run(
        [*judge, *preview], capture_output=True, text=True, check=False, timeout=300, env=environment()
    )
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def test_the_agreement_and_the_findings_are_there(seen: dict[str, Any]) -> None:
    first = seen["first"]
    assert "Avtalen er mellom: Flakstad kommune" in first["document"]
    assert {"VEI302", "VEI417", "KON104"} <= set(first["codes"])
    assert first["banner"] == ""
    assert first["status"].startswith("Oppdatert ")
    assert first["groups"][:2] == ["Avtalen som helhet", "1 Innledning"]


def test_every_group_of_findings_has_marks_at_its_heading_or_at_sentences_under_it(seen: dict[str, Any]) -> None:
    whole, *rest = seen["first"]["marks"]
    assert whole == ["Samarbeidsavtale mellom Flakstad kommune og Nordland politidistrikt", "3 advarsler og 1 råd"]
    assert ["3.1.1 Sammensetning", "VEI412 advarsel"] in rest
    assert ["Politirådet har minst to faste møter i året. Det bør settes opp en møteplan", "2 råd"] in [
        [at[:75].strip(), said] for at, said in rest
    ]


def test_a_mark_leads_to_the_finding_and_the_finding_to_its_section(seen: dict[str, Any]) -> None:
    jump = seen["jump"]
    assert jump["finding"] == "funn raad"
    assert (jump["group"], jump["heading"]) == ("4 Politikontakt", "4 Politikontakt 2 råd")
    assert jump["inFrame"]
    assert abs(jump["top"]) < 60


def test_a_severity_can_be_left_out(seen: dict[str, Any]) -> None:
    assert set(seen["filtered"]) == {"Advarsel"}


def test_the_page_follows_the_file_within_a_second_and_the_reader_stays_where_he_was(seen: dict[str, Any]) -> None:
    assert "Prøve nummer" in seen["edited"]["document"]
    assert seen["edited"]["stayed"]
    assert statistics.median(seen["latency"]) < 1000
    assert abs(seen["before"] - 20) < 2
    assert abs(seen["after"] - seen["before"]) < 2
    assert seen["open"] == 1


def test_while_the_file_has_errors_the_edition_before_is_shown_and_called_so(seen: dict[str, Any]) -> None:
    broken, mended = seen["broken"], seen["mended"]
    assert broken["banner"].startswith("Dette er den forrige utgaven, fra kl. ")
    assert broken["document"] == seen["edited"]["document"]
    assert "SKJ002" in broken["codes"]
    assert "politikontakter: ja" in broken["lines"][0]
    assert mended["banner"] == ""
    assert mended["codes"] == seen["first"]["codes"]
    assert mended["document"] == seen["first"]["document"]
    assert mended["stayed"]


def test_a_preview_that_is_started_again_is_found_again(seen: dict[str, Any]) -> None:
    assert seen["stopped"]["status"].startswith("Ikke oppdatert")
    assert seen["stopped"]["document"] == seen["mended"]["document"]
    assert seen["again"]["banner"] == "Avtalen vises når feilen er rettet."
    assert seen["again"]["stayed"]


@pytest.mark.parametrize("state", ["looks", "brokenLooks"])
def test_axe_finds_no_fault_on_a_desk_or_on_a_phone(seen: dict[str, Any], state: str) -> None:
    looks = seen[state]
    assert [(look["scheme"], look["width"]) for look in looks] == [
        ("light", 1400),
        ("light", 400),
        ("dark", 1400),
        ("dark", 400),
    ]
    for look in looks:
        assert look["violations"] == []
        assert set(look["passes"]) >= JUDGED
        assert look["parts"] == 2
        assert look["overflow"] == 0
    assert len({look["background"] for look in looks}) == 2


def test_nothing_is_fetched_from_anywhere_else_and_nothing_is_refused(seen: dict[str, Any]) -> None:
    assert {url for url in seen["requests"] if not url.startswith(seen["url"]) and url != "data:"} == set()
    assert seen["complaints"] == []

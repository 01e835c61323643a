"""The reports for machines: JSON, GitHub Actions and JUnit; and the short one. SARIF has its own tests."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from avtalegen.funn.diagnostic import Diagnostic, Related, Severity, Span
from avtalegen.rapporter import REPORTERS, FileReport, JobSummary, Totals, reporter
from tests import cli_support
from tests.cli_support import FAULTY, VALID, Run, environment, process
from tests.grundig import antall, utvalg

cli = cli_support.cli
MACHINES = ["json", "sarif", "github", "junit"]
FEIL, ADVARSEL, RÅD = Severity.FEIL, Severity.ADVARSEL, Severity.RÅD


def funn(severity: Severity = FEIL, message: str = "Noe er galt.", file: str = "a.yaml", **other: Any) -> Diagnostic:
    span = other.pop("span", Span(file, 2, 3, 2, 8))
    return Diagnostic(other.pop("code", "SKJ002"), severity, message, span, **other)


def told(format_: str, *diagnostics: Diagnostic, text: str = "a: 1\n  b: 2\n", unreadable: int = 0) -> list[str]:
    """Return the pieces of a report on one file."""
    totals = Totals()

    def files() -> Iterator[FileReport]:
        totals.files += 1
        totals.findings.update(d.severity for d in diagnostics)
        yield FileReport("a.yaml", text, diagnostics)
        totals.unreadable = unreadable

    return list(reporter(format_)(files(), totals))


def screen(format_: str, *diagnostics: Diagnostic, **other: Any) -> str:
    return "".join(part for part in told(format_, *diagnostics, **other) if not isinstance(part, JobSummary))


def page(*diagnostics: Diagnostic, **other: Any) -> str:
    (one,) = (part for part in told("github", *diagnostics, **other) if isinstance(part, JobSummary))
    return one


ALT = funn(
    ADVARSEL,
    "«x» mangler, men «y» er der.",
    hint="Skriv «x».\nEller «z».",
    section="veilederen 4.1.2",
    code="VEI423",
    related=(Related(Span("felles/b.yaml", 4, 1, 4, 9), "Først oppgitt her."),),
)


# JSON


def test_json_has_everything_about_a_finding() -> None:
    assert json.loads(screen("json", ALT))["funn"] == [
        {
            "kode": "VEI423",
            "navn": "mangler-kunnskapsgrunnlag",
            "alvorlighet": "advarsel",
            "melding": "«x» mangler, men «y» er der.",
            "hjelp": "Skriv «x».\nEller «z».",
            "fil": "a.yaml",
            "start": {"linje": 2, "kolonne": 3},
            "slutt": {"linje": 2, "kolonne": 8},
            "grunnlag": "veilederen 4.1.2",
            "relatert": [
                {
                    "fil": "felles/b.yaml",
                    "start": {"linje": 4, "kolonne": 1},
                    "slutt": {"linje": 4, "kolonne": 9},
                    "melding": "Først oppgitt her.",
                }
            ],
        }
    ]


def test_json_counts_at_the_end() -> None:
    assert json.loads(screen("json", funn(), funn(RÅD), ALT, ALT, unreadable=1)) | {"funn": []} == {
        "versjon": 1,
        "funn": [],
        "sammendrag": {
            "avtaler": 1,
            "feil": 1,
            "advarsel": 2,
            "råd": 1,
            "hoppet_over": 0,
            "utelatt": 0,
            "ikke_lest": 1,
        },
    }


def test_json_without_findings_is_json() -> None:
    assert json.loads(screen("json"))["funn"] == []


def test_json_of_a_folder_that_has_nothing_and_of_a_file_that_cannot_be_read_is_json(cli: Run) -> None:
    code, out, err, _ = cli("valider", "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["sammendrag"]["avtaler"] == 0
    code, out, err, _ = cli("valider", "borte.yaml", "--format", "json")
    assert code == 3
    assert err.startswith("Feil: Kunne ikke lese «borte.yaml»")
    assert json.loads(out)["sammendrag"]["ikke_lest"] == 1


def test_json_of_several_files_is_one_object(cli: Run, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.yaml").write_text(VALID if name == "b" else FAULTY, encoding="utf-8")
    funn = json.loads(cli("valider", "--format", "json", "--velg", "SKJ").out)["funn"]
    assert [(ett["fil"], ett["kode"], ett["navn"]) for ett in funn] == [
        ("a.yaml", "SKJ002", "ukjent-felt"),
        ("c.yaml", "SKJ002", "ukjent-felt"),
    ]


@pytest.mark.parametrize("format_", ["kort", "json", "sarif"])
def test_memory_does_not_grow_with_the_number_of_files(format_: str) -> None:
    """A thousand files of ten findings are 2 MB of report; it is given file by file."""
    totals = Totals()

    def files(number: int) -> Iterator[FileReport]:
        for n in range(number):
            name = f"{n}.yaml"
            yield FileReport(name, "a: 1\n  b: 2\n", (funn(message=f"Noe er galt i {n}.", file=name),) * 10)

    def peak(number: int) -> int:
        tracemalloc.start()
        try:
            for _ in reporter(format_)(files(number), totals):
                pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)  # what is loaded once
    assert peak(antall(250, 1000)) < peak(10) + antall(25_000, 100_000)


# GitHub Actions


def test_github_gets_the_place_the_name_and_what_to_do() -> None:
    (line, *_) = screen("github", ALT).split("\n")
    assert line == (
        "::warning file=a.yaml,line=2,endLine=2,col=3,endColumn=8,title=VEI423 mangler-kunnskapsgrunnlag"
        "::«x» mangler, men «y» er der.%0ASkriv «x».%0AEller «z»."
    )


@pytest.mark.parametrize(("severity", "kind"), [(FEIL, "error"), (ADVARSEL, "warning"), (RÅD, "notice")])
def test_github_has_a_kind_for_each_severity(severity: Severity, kind: str) -> None:
    assert screen("github", funn(severity)).startswith(f"::{kind} file=a.yaml,")


def test_github_text_is_escaped_in_messages_and_more_so_in_properties() -> None:
    out = screen("github", funn(message="100 % rart: a, b\r\nc", span=Span("å 1%,2:3.yaml", 1, 1, 1, 2)))
    first, *_ = out.split("\n")
    assert first.startswith("::error file=å 1%25%2C2%3A3.yaml,line=1,")
    assert first.endswith("::100 %25 rart: a, b␍%0Ac")


@settings(deadline=None)  # a slow machine is no fault
@given(text=st.text(), name=st.text(min_size=1))
def test_github_gets_one_command_on_one_line_whatever_is_in_a_text(text: str, name: str) -> None:
    first, rest = screen("github", funn(message=text, file=name)).split("\n", 1)
    properties, data = re.fullmatch(r"::error ([^:]*)::(.*)", first).groups()  # type: ignore[union-attr]
    assert [part.split("=", 1)[0] for part in properties.split(",")] == [
        "file",
        "line",
        "endLine",
        "col",
        "endColumn",
        "title",
    ]
    assert re.sub("%(?:25|0A|0D)", "", data).count("%") == 0
    assert rest == "1 feil i 1 avtale.\n"


@pytest.mark.parametrize(
    ("span", "place"),
    [
        (Span("a.yaml", 2, 3, 2, 3), "line=2,endLine=2,col=3,endColumn=3,"),
        (Span("a.yaml", 2, 3, 4, 5), "line=2,endLine=4,"),
        (Span("a.yaml", 2, 3, 4, 1), "line=2,endLine=3,"),
        (Span("a.yaml", 2, 3, 3, 1), "line=2,endLine=2,"),
    ],
)
def test_github_gets_columns_only_within_a_line(span: Span, place: str) -> None:
    assert screen("github", funn(span=span)).startswith(f"::error file=a.yaml,{place}title=")


def test_github_gets_the_errors_first_and_ten_of_each_kind_and_the_totals() -> None:
    out = screen("github", *[funn(RÅD)] * 3, *[funn(ADVARSEL)] * 12, *[funn(FEIL, f"Nr. {n}.") for n in range(11)])
    lines = out.split("\n")
    assert [line.split(" ")[0] for line in lines[:23]] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 3
    assert lines[0].endswith("::Nr. 0.")
    assert lines[23:] == [
        "3 funn til vises ikke her. Se sammendraget av jobben.",
        "11 feil, 12 advarsler og 3 råd i 1 avtale.",
        "",
    ]


def rows(markdown: str) -> list[list[str]]:
    """Return the cells of the table as Markdown shows them."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    cells = [
        "".join(child.content for child in token.children or [])
        for before, token in pairwise(tokens)
        if before.type in {"td_open", "th_open"}
    ]
    return [cells[at : at + 3] for at in range(0, len(cells), 3)]


def test_the_page_of_the_job_has_all_findings_in_a_table_the_gravest_first() -> None:
    markdown = page(ALT, *[funn(FEIL, "Galt | *her*.")] * 12)
    assert markdown.startswith("### avtalegen\n\n12 feil og 1 advarsel i 1 avtale.\n\n| sted |")
    head, *body = rows(markdown)
    assert head == ["sted", "funn", "melding"]
    assert body[:12] == [["a.yaml:2:3", "feil SKJ002 ukjent-felt", "Galt | *her*."]] * 12
    assert body[12:] == [
        [
            "a.yaml:2:3",
            "advarsel VEI423 mangler-kunnskapsgrunnlag",
            "«x» mangler, men «y» er der. Skriv «x».␊Eller «z».",
        ]
    ]


def test_the_page_of_the_job_is_no_larger_than_github_takes() -> None:
    markdown = page(*[funn(message="æ" * 2000)] * 5000, *[funn(RÅD)] * 10)
    assert 500_000 < len(markdown.encode()) < 1_000_000
    body = rows(markdown)[1:]
    assert markdown.endswith(f"\n\n{5010 - len(body)} funn til er ikke med i tabellen.\n")


def test_the_page_of_the_job_without_findings_has_no_table() -> None:
    assert page() == "### avtalegen\n\nIngen funn i 1 avtale.\n\n"


def test_the_page_of_the_job_is_added_to_the_file_that_the_environment_names(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "side.md").write_text("Fra før.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "side.md"))
    code, out, err, _ = cli("valider", "--format", "github", "--velg", "SKJ")
    assert (code, err) == (1, "")
    assert out.startswith("::error file=a.yaml,line=7,endLine=7,col=1,endColumn=9,title=SKJ002 ukjent-felt::")
    assert "|" not in out
    side = (tmp_path / "side.md").read_text(encoding="utf-8")
    assert side.startswith(
        "Fra før.\n### avtalegen\n\n1 feil i 1 avtale.\n\n| sted | funn | melding |\n|---|---|---|\n"
    )
    assert "| a.yaml:7:1 | feil SKJ002 ukjent-felt | " in side


def test_a_page_that_cannot_be_written_is_told_after_the_findings(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    code, out, err, _ = cli("valider", "--format", "github")
    assert code == 3
    assert "1 feil" in out
    assert err.startswith(f"Feil: Kunne ikke skrive sammendraget av jobben til «{tmp_path}»: ")


@pytest.mark.parametrize("format_", [name for name in REPORTERS if name != "github"])
def test_other_formats_leave_the_page_of_the_job_alone(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "side.md"))
    assert cli("valider", "--format", format_).code == 1
    assert not (tmp_path / "side.md").exists()


# JUnit


def test_junit_has_a_test_for_each_file_that_fails_when_there_are_errors(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(VALID, encoding="utf-8")
    code, out, err, _ = cli("valider", "--format", "junit", "--velg", "SKJ")
    assert (code, err) == (1, "")
    root = ElementTree.fromstring(out)
    (suite,) = root
    for element in (root, suite):
        assert {name: element.get(name) for name in ("name", "tests", "failures", "errors")} == {
            "name": "avtalegen",
            "tests": "2",
            "failures": "1",
            "errors": "0",
        }
    faulty, fine = suite
    assert [case.attrib for case in suite] == [
        {"classname": "avtalegen", "name": name, "file": name} for name in ("a.yaml", "b.yaml")
    ]
    (failure,) = faulty
    assert failure.tag == "failure"
    assert failure.attrib == {"type": "feil", "message": "«politrad» er ikke en kjent nøkkel."}
    assert (failure.text or "").startswith("a.yaml:7:1: feil[SKJ002] «politrad» er ikke en kjent nøkkel.\n  Hjelp: ")
    assert len(fine) == 0


def test_junit_has_all_errors_of_a_file_in_one_failure_and_the_rest_as_output() -> None:
    (suite,) = ElementTree.fromstring(screen("junit", funn(), ALT, funn(message="Mer.")))
    ((failure, output),) = suite
    assert failure.get("message") == "2 feil"
    assert failure.text == "a.yaml:2:3: feil[SKJ002] Noe er galt.\na.yaml:2:3: feil[SKJ002] Mer."
    assert output.tag == "system-out"
    assert output.text == (
        "a.yaml:2:3: advarsel[VEI423] «x» mangler, men «y» er der.\n"
        "  Hjelp: Skriv «x».␊Eller «z».\n"
        "  Grunnlag: veilederen 4.1.2"
    )


def test_junit_does_not_fail_a_file_for_advice() -> None:
    (suite,) = ElementTree.fromstring(screen("junit", ALT, funn(RÅD)))
    assert (suite.get("failures"), [element.tag for element in suite[0]]) == ("0", ["system-out"])


def test_junit_tells_of_files_that_could_not_be_read() -> None:
    (suite,) = ElementTree.fromstring(screen("junit", unreadable=2))
    assert (suite.get("tests"), suite.get("errors")) == ("2", "1")
    assert suite[1][0].tag == "error"
    assert suite[1][0].get("message") == "2 filer eller mapper kunne ikke leses."


@settings(deadline=None)  # a slow machine is no fault
@given(text=st.text(), name=st.text(min_size=1))
def test_junit_is_well_formed_whatever_is_in_a_text(text: str, name: str) -> None:
    out = screen("junit", funn(message=text, hint=text, file=name), funn(RÅD, text, section=text))
    (suite,) = ElementTree.fromstring(out.encode())
    assert len(suite) == 1


# The short one


def test_the_short_report_has_a_line_for_each_finding(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY + "politrad: nei\n", encoding="utf-8")
    code, out, err, _ = cli("valider", "--kort", "--velg", "SKJ,YML")
    assert (code, err) == (1, "")
    assert out == (
        "a.yaml:7:1: feil[SKJ002] «politrad» er ikke en kjent nøkkel.\n"
        "a.yaml:8:1: feil[YML002] Feltet «politrad» er oppgitt to ganger. Et felt kan bare stå én gang på samme sted.\n"
        "2 feil i 1 avtale.\n"
    )
    assert cli("valider", "--format", "kort", "--velg", "SKJ,YML").out == out


def test_the_short_report_is_no_other_format(cli: Run) -> None:
    code, out, err, _ = cli("valider", "--kort", "--format", "json")
    assert (code, out) == (2, "")
    assert err.endswith("Feil: Bruk enten «--kort» eller «--format json».\n")


# All of them


@pytest.mark.parametrize("format_", REPORTERS)
def test_a_code_without_a_name_is_told_all_the_same(format_: str) -> None:
    assert "XYZ999" in screen(format_, funn(code="XYZ999"))


@pytest.mark.parametrize("format_", MACHINES)
def test_a_report_has_no_colour_and_nothing_that_steers_a_terminal(format_: str) -> None:
    out = screen(format_, funn(message="\x1b[31mrødt\x07", hint="\u202e\x00", file="\x1b.yaml"))
    assert [
        c for c in re.sub("\x1b\\[[0-9;]*m(?=.* i 1 avtale)|\x1b\\[0m\n", "", out) if ord(c) < 32 and c != "\n"
    ] == []


@pytest.mark.parametrize("format_", utvalg(MACHINES, 2))
def test_a_file_name_that_is_not_text_does_not_stop_a_report(format_: str, tmp_path: Path) -> None:
    name = b"\xff.yaml"
    try:
        Path(str(tmp_path / name.decode("utf-8", "surrogateescape"))).write_text(FAULTY, encoding="utf-8")
    except OSError:
        pytest.skip("this system takes no such names")
    outcome = process("valider", ".", "--format", format_, cwd=tmp_path)
    assert (outcome.code, outcome.err) == (1, "")
    if format_ in {"json", "sarif"}:
        json.loads(outcome.raw)
    elif format_ == "junit":
        ElementTree.fromstring(outcome.raw)


def test_plain_text_does_not_wait_for_the_catalogue(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    program = (
        "import sys\n"
        "from avtalegen.__main__ import main\n"
        "assert main(['valider', 'a.yaml', *sys.argv[1:]]) == 1\n"
        "print([name for name in sys.modules if 'katalog' in name or 'forklaring' in name])\n"
    )
    for options in ([], ["--kort"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *options],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
        )
        assert done.stdout.endswith("1 feil i 1 avtale.\n[]\n")

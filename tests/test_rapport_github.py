"""What GitHub is told: commands on lines of their own, and the page of the job."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from avtalegen.funn.diagnostic import Severity, Span
from avtalegen.rapporter import REPORTERS
from tests import cli_support
from tests.cli_support import FAULTY, Run
from tests.i_ett import i_ett
from tests.rapportprove import ADVARSEL, ALT, FEIL, RÅD, funn, page, screen
from tests.tekstprove import TEGN

cli = cli_support.cli


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
@given(text=st.text(TEGN), name=st.text(TEGN, min_size=1))
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


@i_ett(
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

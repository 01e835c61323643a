"""The reporter for people: what is shown, where the mark stands, and what can't reach the terminal."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Iterator
from itertools import product

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from avtalegen.funn.diagnostic import Diagnostic, Related, Severity, Span
from avtalegen.rapporter import REPORTERS, FileReport, Totals, reporter
from avtalegen.rapporter.snippet import snippet
from avtalegen.rapporter.tekst import counted, findings, report_each, summary
from avtalegen.rapporter.visible import cells, visible
from tests.i_ett import i_ett

FILE = "avtaler/flakstad.yaml"


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> os.terminal_size:
        raise OSError(errno.ENOTTY, "Inappropriate ioctl for device")

    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", refuse)


def span(line: int, column: int, end_column: int, file: str = FILE) -> Span:
    return Span(file, line, column, line, end_column)


def plain(text: str, *diagnostics: Diagnostic) -> str:
    return click.unstyle(findings(FileReport(FILE, text, diagnostics)))


def marked(line: str, start: int, end: int, width: int = 60) -> str:
    """Return what stands above the mark, found by cells of the terminal, and check that nothing is too wide."""
    part = snippet(line, start, end, width)
    assert wcswidth(part.line) <= width
    before = max(n for n in range(len(part.line) + 1) if wcswidth(part.line[:n]) == part.indent)
    after = max(n for n in range(len(part.line) + 1) if wcswidth(part.line[:n]) <= part.indent + part.length)
    return part.line[before:after]


def test_a_finding_shows_the_place_the_line_the_help_and_the_basis() -> None:
    text = "format: 1\npolitrad:\n  leder: Ordfører\n"
    finding = Diagnostic(
        "SKJ003",
        Severity.FEIL,
        "Ukjent felt «politrad».",
        span(2, 1, 9),
        hint="Mente du «politiråd»?",
        section="Veilederen kapittel 4",
    )
    assert plain(text, finding) == (
        "avtaler/flakstad.yaml:2:1: feil[SKJ003] Ukjent felt «politrad».\n"
        "  |\n"
        "2 | politrad:\n"
        "  | ^^^^^^^^\n"
        "  |\n"
        "  = Hjelp: Mente du «politiråd»?\n"
        "  = Grunnlag: Veilederen kapittel 4\n"
        "\n"
    )


def test_related_places_stand_in_the_order_of_the_file_with_their_messages() -> None:
    text = "a: 1\n" * 8 + "parter: x\n" + "b: 2\n" * 3 + "parter: y\n"
    finding = Diagnostic(
        "YML002",
        Severity.ADVARSEL,
        "Feltet «parter» er oppgitt to ganger.",
        span(13, 1, 7),
        related=(
            Related(span(9, 1, 7), "først oppgitt her"),
            Related(span(4, 2, 5, "felles.yaml"), "og i den felles filen"),
        ),
    )
    assert plain(text, finding) == (
        "avtaler/flakstad.yaml:13:1: advarsel[YML002] Feltet «parter» er oppgitt to ganger.\n"
        "   |\n"
        " 9 | parter: x\n"
        "   | ------ først oppgitt her\n"
        " … |\n"
        "13 | parter: y\n"
        "   | ^^^^^^\n"
        "   |\n"
        "   = Se også: felles.yaml:4:2: og i den felles filen\n"
        "\n"
    )


def test_two_places_on_one_line_share_it() -> None:
    finding = Diagnostic(
        "R1", Severity.RÅD, "Fra er etter til.", span(1, 6, 10), related=(Related(span(1, 12, 16), "til"),)
    )
    assert plain("fra: 2025–2024\n", finding).split("\n")[2:5] == [
        "1 | fra: 2025–2024",
        "  |      ^^^^",
        "  |            --- til",  # the mark ends with the line
    ]


def test_several_lines_of_help_are_indented_alike() -> None:
    finding = Diagnostic("R1", Severity.RÅD, "Uleselig.", span(1, 1, 2), hint="Skriv\n  2024–2025\n  løpende")
    assert plain("a\n", finding).split("\n")[5:8] == [
        "  = Hjelp: Skriv",
        "             2024–2025",
        "             løpende",
    ]


def test_long_help_is_broken_for_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    finding = Diagnostic("R1", Severity.RÅD, "Uleselig.", span(1, 1, 2), hint="ord " * 40)
    assert max(map(len, plain("a\n", finding).split("\n"))) > 160
    monkeypatch.setenv("COLUMNS", "60")
    lines = plain("a\n", finding).split("\n")
    assert max(map(len, lines)) <= 60
    assert all(line.startswith("           ord") for line in lines[6:-2])


@i_ett(
    ("line", "start", "end", "expected"),
    [
        ("navn: Flakstad", 6, 14, "Flakstad"),
        ("område: Ålesund og Bodø", 8, 15, "Ålesund"),
        ("navn: 漢字 her", 6, 8, "漢字"),
        ("navn: 漢字 her", 9, 12, "her"),
        ("ikon: 🎉 fest", 8, 12, "fest"),
        ("familie: 👨‍👩‍👧 her", 15, 18, "her"),
        ("navn: A\u030alesund", 6, 14, "A\u030alesund"),
        ("navn: A\u030alesund", 8, 14, "lesund"),
        ("\tnavn: x", 1, 5, "navn"),
        ("\tnavn: x", 0, 1, "→   "),
        ("a\x1b[31mb: x", 1, 2, "␛"),
        ("a\u202eb: x", 1, 2, "<U+202E>"),
    ],
)
def test_the_mark_stands_under_the_right_cells(line: str, start: int, end: int, expected: str) -> None:
    assert marked(line, start, end) == expected


def test_a_mark_on_a_combining_mark_stands_under_the_letter_that_carries_it() -> None:
    part = snippet("A\u030alesund", 1, 2, 60)
    assert (part.indent, part.length) == (0, 1)


@i_ett(
    ("filler", "before", "after"),
    product(["x", "å", "漢", "🎉", "☁\ufe0f", "e\u0301", "\x1b", "\t"], [0, 5, 30, 500], [0, 5, 500]),
)
def test_a_long_line_is_cut_around_the_place(filler: str, before: int, after: int) -> None:
    line = filler * before + "HER" + filler * after
    assert marked(line, len(filler) * before, len(filler) * before + 3) == "HER"
    part = snippet(line, len(filler) * before, len(filler) * before + 3, 60)
    fits = cells(visible(line)) <= 60
    assert ("…" in part.line) != fits
    assert part.line.startswith("…") or visible(line).startswith(part.line.rstrip("…"))
    assert part.line.endswith("…") or visible(line).endswith(part.line.lstrip("…"))


@given(
    line=st.text(st.sampled_from("a å漢🎉\u200d\ufe0f\u0301\x1b\t\u202e👨👩"), max_size=300),
    start=st.integers(0, 310),
    length=st.integers(0, 310),
    width=st.integers(30, 120),
)
def test_whatever_the_line_is_what_is_shown_fits_and_the_mark_is_within_it(
    line: str, start: int, length: int, width: int
) -> None:
    part = snippet(line, start, start + length, width)
    assert cells(part.line) <= width
    assert part.indent >= 0
    assert part.length >= 1
    assert part.indent + part.length <= cells(part.line) + 1
    assert not set(part.line) & set("\x1b\t\u202e")


def test_a_mark_longer_than_the_line_shown_ends_with_it() -> None:
    part = snippet("x" * 1000, 10, 900, 60)
    assert part.indent + part.length <= 60
    assert part.length > 30


@i_ett(("line", "start", "end"), [("", 0, 0), ("abc", 3, 3), ("abc", 9, 20), ("abc", 1, 1)])
def test_a_mark_is_never_empty_and_never_far_outside(line: str, start: int, end: int) -> None:
    part = snippet(line, start, end, 60)
    assert part.length == 1
    assert part.indent == min(start, len(line))


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    finding = Diagnostic("R1", Severity.FEIL, "Galt.", Span(FILE, 1, 4, 3, 2))
    assert plain("a: bcd\nefg\nhij\n", finding).split("\n")[2:5] == ["1 | a: bcd", "  |    ^^^", ""]


def test_a_place_after_the_last_line_has_no_snippet() -> None:
    finding = Diagnostic("R1", Severity.FEIL, "Galt.", span(9, 1, 1))
    assert plain("a: 1", finding) == f"{FILE}:9:1: feil[R1] Galt.\n\n"


def test_an_empty_file_has_a_place_too() -> None:
    finding = Diagnostic("YML009", Severity.FEIL, "Filen er tom.", span(1, 1, 1))
    assert plain("", finding).split("\n")[1:5] == ["  |", "1 |", "  | ^", ""]


HOSTILE = "\x1b]0;tittel\x07\x1b[2J\x9b31m\x00\x7f\r\x08\u202e\u2066\u200b\ufeff\u2028\ud800"


def test_nothing_in_a_finding_steers_the_terminal() -> None:
    finding = Diagnostic(
        "R1",
        Severity.FEIL,
        f"Melding {HOSTILE}",
        Span(f"a{HOSTILE}.yaml", 1, 1, 1, 2),
        hint=f"Hjelp {HOSTILE}",
        section=f"Grunnlag {HOSTILE}",
        related=(
            Related(Span(f"a{HOSTILE}.yaml", 1, 1, 1, 2), f"her {HOSTILE}"),
            Related(Span(f"b{HOSTILE}.yaml", 1, 1, 1, 2), f"der {HOSTILE}"),
        ),
    )
    shown = click.unstyle(findings(FileReport("a", f"tekst {HOSTILE}", (finding,))))
    assert [c for c in shown if c != "\n" and not c.isprintable()] == []
    assert shown.encode()
    assert "␛]0;tittel␇␛[2J<U+009B>31m␀␡␍␈<U+202E><U+2066><U+200B><U+FEFF><U+2028>\ufffd" in shown


def test_ordinary_text_is_shown_as_it_is() -> None:
    text = "Ærlig talt, blåbærsyltetøy – 漢字 🎉 👨‍👩‍👧 e\u0301\u00a0čđŋšŧž"
    assert visible(text) == text


@i_ett(("text", "width"), [("", 0), ("æøå", 3), ("漢字", 4), ("e\u0301", 1), ("👨‍👩‍👧", 2)])
def test_cells_are_those_of_a_terminal(text: str, width: int) -> None:
    assert cells(text) == width


@i_ett(
    ("errors", "warnings", "advice", "expected"),
    [
        (0, 0, 0, ""),
        (1, 0, 0, "1 feil"),
        (0, 1, 0, "1 advarsel"),
        (0, 2, 0, "2 advarsler"),
        (2, 0, 1, "2 feil og 1 råd"),
        (3, 5, 7, "3 feil, 5 advarsler og 7 råd"),
    ],
)
def test_findings_are_counted_in_plain_norwegian(errors: int, warnings: int, advice: int, expected: str) -> None:
    counts = Counter({Severity.FEIL: errors, Severity.ADVARSEL: warnings, Severity.RÅD: advice})
    assert counted(counts) == expected


def totals(findings: dict[Severity, int], files: int, skipped: int = 0, unreadable: int = 0) -> Totals:
    result = Totals()
    result.findings.update(findings)
    result.files, result.skipped, result.unreadable = files, skipped, unreadable
    return result


@i_ett(
    ("seen", "expected"),
    [
        (totals({}, 41), "Ingen funn i 41 avtaler.\n"),
        (totals({}, 1), "Ingen funn i 1 avtale.\n"),
        (totals({Severity.FEIL: 1}, 1), "1 feil i 1 avtale.\n"),
        (
            totals({}, 0),
            "Fant ingen avtaler i mappen du står i. En avtale er en YAML-fil med linjen «format: 1». Oppgi en annen "
            "fil eller mappe, eller lag en avtale med «avtalegen ny KOMMUNE».\n",
        ),
        (totals({}, 0, 0, 1), "1 fil eller mappe kunne ikke leses.\n"),
        (totals({}, 1, 1), "Ingen funn i 1 avtale.\n1 YAML-fil er ikke en avtale og er hoppet over.\n"),
        (totals({}, 2, 2), "Ingen funn i 2 avtaler.\n2 YAML-filer er ikke avtaler og er hoppet over.\n"),
        (totals({}, 2, 0, 1), "Ingen funn i 2 avtaler.\n1 fil eller mappe kunne ikke leses.\n"),
        (totals({}, 2, 0, 3), "Ingen funn i 2 avtaler.\n3 filer eller mapper kunne ikke leses.\n"),
    ],
)
def test_the_summary_says_what_was_found_and_what_was_left_out(seen: Totals, expected: str) -> None:
    assert click.unstyle(summary(seen)) == expected


def test_the_summary_has_the_colour_of_the_worst_finding() -> None:
    assert summary(totals({Severity.RÅD: 9, Severity.ADVARSEL: 1}, 1)).startswith(
        click.style("", fg="yellow", reset=False)
    )
    assert summary(totals({Severity.RÅD: 9, Severity.FEIL: 1}, 1)).startswith(click.style("", fg="red", reset=False))


def test_each_finding_is_given_as_soon_as_a_file_is_checked() -> None:
    finding = Diagnostic("R1", Severity.FEIL, "Galt.", span(1, 1, 2))
    taken = []

    def files() -> Iterator[FileReport]:
        for number in range(3):
            taken.append(number)
            yield FileReport(f"{number}", "a", (finding,) if number != 1 else ())

    seen = totals({Severity.FEIL: 2}, 3)
    told = report_each(files(), seen)
    assert taken == []
    next(told)
    assert taken == [0]
    next(told)
    assert taken == [0, 1, 2]
    assert click.unstyle(next(told)) == "2 feil i 3 avtaler.\n"
    assert list(told) == []


@i_ett("name", REPORTERS)
def test_every_reporter_in_the_table_can_be_loaded(name: str) -> None:
    assert "".join(reporter(name)(iter(()), Totals()))

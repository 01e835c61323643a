"""Syntax errors: each has one place and Norwegian words that name the cause, with either parser."""

from __future__ import annotations

import re

import pytest

from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.lesing import CODES, parse
from avtalegen.lesing.case import Complaint
from avtalegen.lesing.syntax import explain
from tests import lesing_support
from tests.i_ett import i_ett
from tests.lesing_support import assert_as_told, told

parser = lesing_support.parser


def only(text: str) -> Diagnostic:
    source = parse(text, "a.yaml")
    assert source.root is None
    (found,) = source.diagnostics
    assert found.severity is Severity.FEIL
    assert found.code in CODES
    return found


def c(name: str, text: str, place: tuple[int, int, int], message: str, hint: str, code: str = "YML001"):
    return pytest.param(code, text, place, message, hint, id=name)


CASES = [
    c("colon in value", "æ: 1\ntittel: Avtale: Ås\n", (2, 15, 16), "kolon", 'tittel: "Avtale: Ås"'),
    c("colon in value in list", "- 😀: a: b # c: d\n", (1, 7, 8), "kolon", '😀: "a: b"'),
    c("colon behind backslash", "a: C:\\x: y\n", (1, 8, 9), "kolon", "a: 'C:\\x: y'"),
    c("colon in curly quotes", "a: “hei: hå”\n", (1, 8, 9), "“ regnes ikke", 'a: "hei: hå"'),
    c("colon in guillemets", "a: «hei: hå»\n", (1, 8, 9), "« regnes ikke", 'a: "hei: hå"'),
    c("colon in a long value", f"a: b: {'c' * 90}\n", (1, 5, 6), "kolon", 'a: "…"'),
    c("colon in CRLF file", "a: 1\r\nb: c: d\r\n", (2, 5, 6), "kolon", 'b: "c: d"'),
    c("line above without colon", "navn Kari\ntittel: x\n", (1, 1, 10), "mangler kolon", "navn: verdi"),
    c("line without colon", "a:\n  b: c\n  navn Kari\n  d: e\n", (3, 3, 12), "mangler kolon", "navn: verdi"),
    c("last line without colon", "a: b\nÅs", (2, 1, 3), "mangler kolon", "rykkes inn"),
    c("no blank behind colon", "a: b\nøre:d\ne: f\n", (2, 4, 5), "mellomrom etter kolon", "«øre: d»"),
    c("no blank behind colon above", "øre:d\ne: f\n", (1, 4, 5), "mellomrom etter kolon", "«øre: d»"),
    c("no blank behind colon, further in", "a:\n  øre:d\n  e: f\n", (2, 6, 7), "mellomrom etter kolon", "«øre: d»"),
    c("no blank behind a dash", "- a\n-b\n", (2, 1, 3), "etter streken", 'anførselstegn rundt: "-b"'),
    c("web address as a line", "a: b\nhttps://x.no\n", (2, 1, 13), "mangler kolon", "navn: verdi"),
    c("indented below a value", "a:\n  b: c\n    å: d\n", (3, 5, 6), "«å» er rykket lenger inn", "under «b»"),
    c(
        "indented below, with a comment",
        "a: b\n# c\n\n  å: d\n",
        (4, 3, 7),
        "2 tegn. Linjene over er rykket inn 0 tegn",
        "like",
    ),
    c("hard blank in a comment above", "a: b\n# d:\xa0e\nå: b: c\n", (3, 5, 6), "kolon", 'å: "b: c"'),
    c("second colon on a line of text", "a:\n  b\n  å: d\n", (2, 3, 4), "mangler kolon", "navn: verdi"),
    c("item to the left", "a:\n  - b\n - å\n", (3, 2, 5), "1 tegn. Linjene over er rykket inn 0 eller 2", "like"),
    c("item indented too far", "- b: c\n   d: e\n", (2, 4, 5), "«d» er rykket lenger inn", "under «b»"),
    c("between two levels", "a:\n  b: c\n å: d\n", (3, 2, 6), "1 tegn. Linjene over er rykket inn 0 eller 2", "like"),
    c(
        "between three levels",
        "a:\n  b:\n      c: d\n    e: f\n",
        (4, 5, 9),
        "4 tegn. Linjene over er rykket inn 0, 2 eller 6 tegn",
        "like mange mellomrom",
    ),
    c(
        "between levels of one blank",
        "a:\n b:\n    c: d\n  e: f\n",
        (4, 3, 7),
        "2 tegn. Linjene over er rykket inn 0, 1 eller 4 tegn",
        "like mange mellomrom",
    ),
    c(
        "between item and its fields",
        "a:\n  - b: c\n   d: e\n",
        (3, 4, 8),
        "3 tegn. Linjene over er rykket inn 0, 2 eller 4 tegn",
        "like mange mellomrom",
    ),
    c("left of the first field", "  a: 1\nb: 2\n", (2, 1, 5), "lenger til venstre", "helt til venstre"),
    c("item among fields", "a:\n  b: 1\n  - æ\n", (3, 3, 6), "listepunkt (-), men", "Rykk listepunktet inn"),
    c("field among items", "a:\n  - b\n  å: 1\n", (3, 3, 7), "begynner ikke med listepunkt", "Sett - og"),
    c("item on the line of its field", "æ: - b\n", (1, 4, 5), "samme linje som feltet", 'æ: "- b"'),
    c("text behind quotes", "a: 'Lars' gate'\n", (1, 11, 16), "Teksten slutter ved '", 'a: "Lars\' gate"'),
    c("quotes in quotes", 'a: "Ø "x" y"\n', (1, 8, 13), 'slutter ved "', "a: 'Ø \"x\" y'"),
    c("text behind brackets", "a: [b] c\n", (1, 8, 9), "Verdien slutter ved ]", 'a: "[b] c"'),
    c("text behind quoted file", '"a" b\n', (1, 5, 6), 'slutter ved "', "'\"a\" b'"),
    c("unclosed single quote", "å: 'x\nb: 1\n", (1, 4, 6), "ikke avsluttet med '", "dobbelt ('')"),
    c("unclosed double quote", 'å: "x  \nb: 1\n', (1, 4, 6), 'ikke avsluttet med "', '\\"'),
    c("quote closed by the next", "å: 'x\nb: 'y'\n", (1, 4, 6), "ikke avsluttet med '", "Sett inn '"),
    c("quote runs into a new document", 'å: "x\n---\ny"\n', (1, 4, 6), "ikke avsluttet", "Sett inn"),
    c("unclosed list", "å: [x, y\nb: 1\n", (1, 4, 5), "[ blir ikke lukket med ]", "Sett inn ]"),
    c("unclosed mapping", "å: {x: 1\nb: 2\n", (1, 4, 5), "{ blir ikke lukket med }", "Sett inn }"),
    c("unclosed at the end", "å: [x, {y: z},", (1, 4, 5), "[ blir ikke lukket med ]", "Sett inn ]"),
    c("wrong bracket", "å: [x, y}\n", (1, 9, 10), "} kan ikke lukke [", "Bruk ]"),
    c("wrong bracket behind a field", "å: [b: }\n", (1, 8, 9), "} kan ikke lukke [", "Bruk ]"),
    c("colon between brackets", "å: [b: c: d]\n", (1, 9, 10), "Kolon", "anførselstegn"),
    c("missing comma", "å: [a 'b', 'c' d]\n", (1, 16, 17), "mangler komma eller ]", "komma"),
    c("empty place between commas", "å: [a,, b]\n", (1, 7, 8), "mangler en verdi", "Fjern kommaet"),
    c("at sign", "å: @ola\n", (1, 4, 5), "begynne med @", 'å: "@ola"'),
    c("backtick", "- `x`: y\n", (1, 3, 4), "begynne med `", '"`x`": …'),
    c("percent in value", "å: %50\n", (1, 4, 5), "begynne med %", 'å: "%50"'),
    c("percent in front of all", "%YAML 1.1\n%YAML 1.1\n--- a", (2, 1, 10), "begynner med %", "Fjern linjen"),
    c("asterisks as in Markdown", "å: **viktig**\n", (1, 4, 5), "begynne med *", 'å: "**viktig**"'),
    c("asterisk at both ends", "å: *viktig* x\n", (1, 4, 5), "begynne med *", 'å: "*viktig* x"'),
    c("ampersand", "å: & sønn\n", (1, 4, 5), "begynne med &", 'å: "& sønn"'),
    c("exclamation mark", "å: !x!y z\n", (1, 4, 5), "begynne med !", 'å: "!x!y z"'),
    c("question mark", "å: ? b\n", (1, 4, 5), "begynne med ?", 'å: "? b"'),
    c("comma in front", "å: , b\n", (1, 4, 5), "begynne med ,", 'å: ", b"'),
    c("bracket that closes nothing", "å: ]\n", (1, 4, 5), "begynne med ]", 'å: "]"'),
    c("text behind >", "å: > b\n", (1, 4, 5), "Etter >", 'å: "> b"'),
    c("text behind |", "å: |x\n  y\n", (1, 4, 5), "Etter |", 'å: "|x"'),
    c("unknown code", 'å: "C:\\mappe"\n', (1, 7, 9), "\\m er ingen gyldig kode", "enkle"),
    c("incomplete code", 'å: "æ\\x1"\n', (1, 6, 8), "\\x er ingen gyldig kode", "enkle"),
    c("impossible character", 'å: "\\UFFFFFFFF"\n', (1, 5, 7), "\\U er ingen gyldig kode", "enkle"),
    c("no name in front of the colon", "a: 1\n: b\n", (2, 1, 2), "feltnavn foran kolon", "Skriv navnet"),
    c("text behind the end", "a: b\n...\nc: d\n", (3, 1, 5), "innholdet i filen er slutt", "navn, kolon"),
    c("quotes on lines above", "a: 'x\n  y'\nb: 'c' d\n", (3, 8, 9), "Teksten slutter ved '", 'b: "'),
    c("tab", "å:\n\tb: c\n", (2, 1, 2), "tabulator", "mellomrom", "YML003"),
    c("tab behind blanks", "å:\n  \tb: c\n", (2, 3, 4), "tabulator", "mellomrom", "YML003"),
    c("tab below a value", "å: b\n\tc: d\n", (2, 1, 2), "tabulator", "mellomrom", "YML003"),
    c("tab in a block text", "å: |\n  x\n\ty\n", (3, 1, 2), "tabulator", "mellomrom", "YML003"),
    c("tab behind a dash", "- a\n-\tb: c\n", (2, 2, 3), "tabulator der", "mellomrom", "YML003"),
    c("tab alone on a line", "å:\n\t", (2, 1, 2), "tabulator", "mellomrom", "YML003"),
    c("hard blank behind a colon", "å:\xa0b\nc: d\n", (1, 3, 4), "U+00A0", "Slett", "YML014"),
    c("hard blanks in front", "å: b\n\xa0\xa0c: d\n  e: f\n", (2, 1, 3), "U+00A0", "Slett", "YML014"),
]


@pytest.mark.usefixtures("parser")
@i_ett(("code", "text", "place", "message", "hint"), CASES)
def test_a_syntax_error_is_located_and_explained(code, text, place, message, hint):
    found = only(text)
    assert (found.code, found.span.line, found.span.column, found.span.end_column) == (code, *place)
    assert found.span.end_line == found.span.line
    assert message in found.message
    assert hint in (found.hint or "")


OTHERS = ["[*a \n  ", "%\t", "&a [", "- :", "{"]


def test_what_is_said_is_what_we_have_read(skriv_fasit):
    cases = [(case.id, case.values[1]) for case in CASES] + [(f"other {n}", text) for n, text in enumerate(OTHERS)]
    assert_as_told("syntaks.txt", [told(*case) for case in cases], skriv_fasit)


def test_a_value_in_quotes_is_written_as_the_hint_says_without_findings():
    hints = [parse(case.values[1], "f").diagnostics[0].hint or "" for case in CASES]
    examples = [match[1] for hint in hints if (match := re.search("(?:anførselstegn|hele verdien): (.+)", hint))]
    assert len(examples) > 20
    for example in examples:
        text = example if ": " in example else f"a: {example}"
        assert parse(text, "f").diagnostics == (), text


@pytest.mark.usefixtures("parser")
def test_the_line_that_an_indentation_is_measured_by_is_shown():
    (related,) = only("å: x\n  b: c\n").related
    assert (related.span.line, related.span.column, related.message) == (1, 1, "«å» står her")
    (related,) = only("# x\n   å: x\nb: c\n").related
    assert (related.span.line, related.span.column, related.message) == (2, 4, "det første feltet står her")


def test_what_was_found_before_a_syntax_error_is_kept():
    source = parse("a: 1\na: 2\nb: [\n", "f")
    assert [d.code for d in source.diagnostics] == ["YML002", "YML001"]
    assert source.root is None


@pytest.mark.parametrize("front", ["\ufeff", "# 😀 漢字 a\u030a\n", "\r\n\r\n"])
def test_what_stands_above_does_not_shift_a_place(front):
    found = only(f"{front}a\u030a😀: b: c\n")
    assert (found.span.line, found.span.column) == (front.count("\n") + 1, 7)


ENGLISH = ("expected", "found", "while", "not ", "mapping", "scalar", "document", "token", "block", "the ")


@pytest.mark.parametrize("problem", ["found a new kind of problem", ""])
def test_an_error_that_nobody_foresaw_is_told_in_norwegian(problem):
    complaint = Complaint(problem, "while scanning the unknown", (7, 70))
    found = explain(complaint, "f", ["å: b", "  c", ""])
    assert (found.code, found.span.line, found.span.column) == ("YML001", 2, 4)
    assert not any(word in f"{found.message} {found.hint}" for word in ENGLISH)


@pytest.mark.parametrize("column", [2, 4])
def test_where_no_character_stands_none_is_to_blame(column):
    found = explain(Complaint("did not find expected node content", "while parsing", (0, column)), "f", ["å: b", ""])
    assert found.message.startswith("Filen er ikke gyldig YAML fra dette stedet.")


def test_every_code_has_a_title_of_one_line():
    assert list(CODES) == [f"YML{number:03}" for number in range(1, len(CODES) + 1)]
    assert all(title and "\n" not in title and not title.endswith(".") for title in CODES.values())

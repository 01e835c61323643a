"""What can be wrong with a file that the parser can read, and with its bytes; syntax errors are elsewhere."""

from __future__ import annotations

import pytest

from avtalegen.funn.diagnostic import Span
from avtalegen.lesing import parse, to_data
from tests import lesing_support
from tests.i_ett import i_ett
from tests.lesing_support import assert_as_told, places, told

parser = lesing_support.parser


def data(text: str) -> object:
    source = parse(text, "a.yaml")
    assert source.diagnostics == ()
    assert source.root is not None
    return to_data(source.root)


@pytest.mark.usefixtures("parser")
def test_a_field_given_twice_points_at_both_places_and_the_first_one_counts():
    source = parse('tittel: en\nråd:\n  å: 1\n  a\u030a: 2\n"tittel": to\nslutt: x\n', "a.yaml")
    found = source.diagnostics
    assert [(d.code, d.span) for d in found] == [
        ("YML002", Span("a.yaml", 4, 3, 4, 5)),
        ("YML002", Span("a.yaml", 5, 1, 5, 9)),
    ]
    assert [r for d in found for r in d.related] == [
        (Span("a.yaml", 3, 3, 3, 4), "først oppgitt her"),
        (Span("a.yaml", 1, 1, 1, 7), "først oppgitt her"),
    ]
    assert "«tittel»" in found[1].message
    assert source.root is not None
    assert to_data(source.root) == {"tittel": "en", "råd": {"å": "1"}, "slutt": "x"}


def test_all_findings_are_reported_at_once_and_in_order():
    text = 'b: !!int 3\na: &a [*a]\nb: 4\n? [x]\n: y\n<<: *b\nc: *d\n"": e\n*a : f\nok: ja\n'
    assert places(text) == [
        ("YML012", 1, 4, 9),
        ("YML013", 2, 8, 10),
        ("YML002", 3, 1, 2),
        ("YML012", 4, 3, 4),
        ("YML012", 6, 1, 3),
        ("YML013", 6, 5, 7),
        ("YML013", 7, 4, 6),
        ("YML012", 8, 1, 3),
        ("YML012", 9, 1, 3),
    ]
    root = parse(text, "f").root
    assert root is not None
    assert to_data(root) == {"b": "3", "a": [None], "c": None, "ok": "ja"}


@pytest.mark.parametrize("tag", ["!!int", "!!binary", "!egen", "!", "!<tag:x,2024:y>"])
@pytest.mark.parametrize("value", ["x", "[x]", "{x: y}", "&b x"])
def test_a_tag_is_found_and_the_value_kept(tag, value):
    assert places(f"æ: {tag} {value}\n") == [("YML012", 1, 4, 4 + len(tag))]


def test_a_quoted_merge_sign_is_an_ordinary_name():
    assert data("'<<': x") == {"<<": "x"}


def test_a_template_placeholder_is_no_name():
    assert places("tittel: {{ navn }}\n") == [("YML012", 1, 10, 11)]


@pytest.mark.usefixtures("parser")
def test_an_invisible_blank_in_a_name_is_found_and_left_out():
    source = parse("råd:\n\xa0\xa0møter: 2\nle\u200bder: x\n", "f")
    assert [(d.code, *d.span[1:]) for d in source.diagnostics] == [("YML014", 2, 1, 2, 3), ("YML014", 3, 3, 3, 4)]
    assert "U+00A0" in source.diagnostics[0].message
    assert source.root is not None
    assert to_data(source.root) == {"råd": None, "møter": "2", "leder": "x"}


def test_items_that_are_read_as_text_are_found():
    assert places("a:\n- b\n - c\n - d\n") == [("YML015", 3, 2, 5)]
    assert places("a:\n  -b\n  -c\n") == [("YML015", 3, 3, 5)]
    assert places("a:\n  -bø # c\n") == [("YML015", 2, 3, 6)]
    (alene,) = parse("a:\n  -Følge opp\n", "f").diagnostics
    assert alene.hint is not None
    assert "«- Følge opp»" in alene.hint
    assert '"-Følge opp"' in alene.hint
    assert data("a: -b\nc:\n  -5\nd:\n  '-e'\nf: [-g]\n") == {"a": "-b", "c": "-5", "d": "-e", "f": ["-g"]}
    assert places("a:\n  -b: c\n  -d: e\n") == [("YML015", 2, 3, 5), ("YML015", 3, 3, 5)]
    assert data("a: 5\n  -- 6 stykker\nb: '-c\n\n  - d'\n") == {"a": "5 -- 6 stykker", "b": "-c\n- d"}


@i_ett("text", ["", "\n\n", "# bare en merknad\n", "---\n", "~", "\ufeff", " \n  # x"])
def test_an_empty_file_is_found(text):
    assert places(text) == [("YML009", 1, 1, 1)]
    assert parse(text.encode(), "f").root is None


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("# x\n- a\n- b\n", (2, 1, 4), "en liste"),
        ("Avtale om samarbeid\nmer\n", (1, 1, 20), "en tekst"),
        ("[a, b]", (1, 1, 7), "en liste"),
    ],
)
def test_a_file_without_fields_is_found(text, place, kind):
    (found,) = parse(text, "f").diagnostics
    assert (found.code, found.span.line, found.span.column, found.span.end_column) == ("YML010", *place)
    assert kind in found.message
    assert parse(text, "f").root is None


def test_a_missing_blank_behind_the_first_colon_is_told_as_such():
    (found,) = parse("format:1\ntittel:x\n", "f").diagnostics
    assert found.code == "YML010"
    assert "mellomrom etter kolon" in (found.hint or "")


@pytest.mark.usefixtures("parser")
@i_ett(("text", "line"), [("a: b\n---\nc: d\n", 2), ("---\na: b\n...\n---\nc: [\n", 4), ("a: b\n---\n", 2)])
def test_a_second_document_is_found_and_the_first_one_read(text, line):
    source = parse(text, "f")
    assert [(d.code, *d.span[1:]) for d in source.diagnostics] == [("YML008", line, 1, line, 4)]
    assert source.root is not None
    assert to_data(source.root) == {"a": "b"}


def test_the_end_mark_of_a_document_is_no_second_one():
    assert data("---\na: b\n...\n") == {"a": "b"}


TOLD = {
    "given twice": "tittel: en\ntittel: to\n",
    "too deep": "a: " + "[" * 41 + "]" * 41,
    "too many": f"a: [{'x,' * 20_000}]\n",
    "too many through an alias": f"a: &a [{'x,' * 10_000}]\nb: *a\n",
    "second document": "a: b\n---\nc: d\n",
    "empty": "# bare en merknad\n",
    "a list": "- a\n- b\n",
    "a text": "Avtale om samarbeid\n",
    "no blank behind the first colon": "format:1\ntittel:x\n",
    "a list as a name": "? [x]\n: y\n",
    "an alias as a name": "a: &a b\n*a : c\n",
    "no name": '"": x\n',
    "merge": "a: &a {b: c}\n<<: *a\n",
    "type": "a: !!int 3\nb: !<tag:x,2024:y> z\n",
    "an alias inside itself": "a: &a [*a]\n",
    "an alias of nothing": "a: *viktig\n",
    "hard blank": "råd:\n\xa0\xa0møter: 2\n",
    "narrow hard blank": "a\u202fb: 2\n",
    "blank without width": "le\u200bder: x\n",
    "soft hyphen": "le\xadder: x\n",
    "item in a text": "a:\n- b\n - c\n",
    "item as a name": "a:\n  -b: c\n",
    "item from Word": "a:\n  • første\n  • andre\n",
    "item from Word as a name": "a:\n  – b: c\n",
    "Windows": "format: 1\nnavn: Ås\n".encode("cp1252"),
    "Windows, curly quotes": "a: “x”\n".encode("cp1252"),
    "no letter in any": b"a: \x81\n",
    "cut in the middle of a letter": b"\xef\xbb\xbfa: \xc3",
    "UTF-16": "format: 1\n".encode("utf-16"),
    "Word": b"PK\x03\x04\x00\xff",
    "PDF": b"%PDF-1.7\xff",
    "too large": "x" * 2_000_001,
    "forbidden": "a: \x00 \x0b \x1b \ufeff \ud800\n",
}


def test_what_is_said_is_what_we_have_read(skriv_fasit):
    assert_as_told("funn.txt", [told(name, text) for name, text in TOLD.items()], skriv_fasit)


# Bytes and characters


@i_ett(
    ("data", "line", "column", "said"),
    [
        ("format: 1\nnavn: Ås og Øy\n".encode("cp1252"), 2, 7, ["0xC5", "Windows-1252", "«Å»"]),
        ("æ: 1\r\nø: 😀".encode() + b" \x81", 2, 6, ["0x81"]),
        (b"\xef\xbb\xbfa: \xc3", 1, 4, ["0xC3"]),
        (b"a: \xed\xa0\x80", 1, 4, ["0xED"]),
    ],
)
def test_bytes_that_are_not_utf8_are_located(data, line, column, said):
    source = parse(data, "f")
    assert [(d.code, *d.span[1:]) for d in source.diagnostics] == [("YML004", line, column, line, column + 1)]
    assert all(words in source.diagnostics[0].message for words in said)
    assert "UTF-8" in (source.diagnostics[0].hint or "")
    assert source.root is None


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named_and_the_text_readable(codec):
    source = parse("format: 1\næ: ø\n".encode(codec), "f")
    assert [(d.code, *d.span[1:]) for d in source.diagnostics] == [("YML004", 1, 1, 1, 1)]
    assert "UTF-16" in source.diagnostics[0].message
    assert source.text == "format: 1\næ: ø\n"


def test_zero_bytes_alone_are_no_utf16():
    assert places(b"\0\0a: b") == [("YML011", 1, 1, 2), ("YML011", 1, 2, 3)]


@pytest.mark.usefixtures("parser")
@i_ett("character", ["\x00", "\x0b", "\x1b", "\x7f", "\x9f", "\ufeff", "\ufffe", "\ud800"])
def test_forbidden_characters_are_located_and_the_rest_is_read(character):
    source = parse(f"å: 😀\r\nb: c{character}d\na: b\na: c\n", "f")
    assert [(d.code, *d.span[1:]) for d in source.diagnostics] == [("YML011", 2, 5, 2, 6), ("YML002", 4, 1, 4, 2)]
    assert f"U+{ord(character):04X}" in source.diagnostics[0].message
    assert source.text.split("\n")[1] == "b: c\ufffdd"


def test_a_binary_file_gets_ten_findings_and_is_not_read():
    assert [d.code for d in parse(b"a: b\n" + b"\x01\n" * 1000, "f").diagnostics] == ["YML011"] * 10


@i_ett("sign", ["–", "—", "•", "·", "1.", "a)"])
def test_a_list_pasted_from_word_is_told_where_it_begins(sign: str) -> None:
    source = parse(f"avtale:\n  bakgrunn:\n    {sign} første\n    {sign} andre\n", "f")
    assert [(d.code, d.span.line, d.span.column) for d in source.diagnostics] == [("YML015", 3, 5)]
    assert "Word" in (source.diagnostics[0].hint or "")
    longer = parse(f"a:\n    {sign} første\n    som går videre\n    {sign} andre\n", "f")
    assert [(d.code, d.span.line, d.span.column) for d in longer.diagnostics] == [("YML015", 2, 5)]


def test_a_dash_in_the_middle_of_a_text_is_a_dash() -> None:
    assert parse("avtale:\n  bakgrunn: Det første\n    – og det andre\n", "f").diagnostics == ()
    assert parse("avtale:\n  dato: 17. mai\n    2026\n", "f").diagnostics == ()
    assert parse("a: – sa han\n  og gikk\nb: |\n  – x\n", "f").diagnostics == ()
    assert parse("a: |\n  – x\nb: – sa han\n  og gikk\n", "f").diagnostics == ()


@pytest.mark.parametrize(("start", "what"), [(b"PK\x03\x04", "Word-dokument"), (b"%PDF-1.7", "PDF")])
def test_a_document_given_for_a_yaml_file_is_recognised(start: bytes, what: str) -> None:
    (finding,) = parse(start + b"\x00\xff", "f").diagnostics
    assert (finding.code, finding.span.line) == ("YML004", 1)
    assert what in finding.message

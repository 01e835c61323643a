"""Text to tree: what is read, where it stands, and how a route finds its way to it."""

from __future__ import annotations

import pytest

from avtalegen.funn.diagnostic import Span
from avtalegen.lesing import Mapping, Scalar, Sequence, locate, looks_like_agreement, parse, to_data
from avtalegen.lesing.ours import read_yaml
from tests import lesing_support
from tests.i_ett import i_ett

parser = lesing_support.parser


def read(text: str | bytes) -> Mapping:
    source = parse(text, "a.yaml")
    assert source.diagnostics == ()
    assert source.root is not None
    return source.root


def data(text: str | bytes) -> object:
    return to_data(read(text))


def scalar(node: object) -> Scalar:
    assert isinstance(node, Scalar)
    return node


# What is read


@pytest.mark.usefixtures("parser")
@i_ett("value", ["0301", "02800", "no", "nei", "14:30", "2024-10-25", "1e3", "0x1F", "=", "True"])
def test_a_value_is_the_text_that_was_written(value):
    assert data(f"a: {value}\nb: [{value}]\n") == {"a": value, "b": [value]}


@pytest.mark.usefixtures("parser")
def test_only_a_plain_value_that_is_empty_or_null_is_none():
    assert data("a:\nb: ~\nc: null\nd: Null\ne: NULL\nf:\n  -\n") == dict.fromkeys("abcde") | {"f": []}
    assert data("a:\n  -\n  - x\n  - ~\n  - &y\n  - *y\n  - - null\n    - 'null'\n") == {"a": ["x", ["null"]]}
    hele = parse("a:\n  -\n  - x\n", "a.yaml", all_items=True).root
    assert hele is not None
    assert to_data(hele) == {"a": [None, "x"]}
    assert data("a: ''\nb: '~'\nc: \"null\"\nd: nULL\ne: |\nf: !!str\ng: !!str null\n") == {
        "a": "",
        "b": "~",
        "c": "null",
        "d": "nULL",
        "e": "",
        "f": "",
        "g": "null",
    }


def test_names_and_values_are_composed_unicode_whatever_the_file_holds():
    assert data("politira\u030ad: O\u0308yvind A\u030as") == {"politiråd": "Öyvind Ås"}
    assert data('"politira\\u030ad": "A\\u030as"') == {"politiråd": "Ås"}


@pytest.mark.usefixtures("parser")
def test_line_ends_and_byte_order_mark_make_no_difference():
    expected = {"format": "1", "tekst": "æ\nø\n", "liste": ["å", "😀"]}
    text = "format: 1\ntekst: |\n  æ\n  ø\nliste:\n  - å\n  - 😀\n"
    for variant in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        for source in (parse(variant, "f"), parse("\ufeff" + variant, "f"), parse(variant.encode("utf-8-sig"), "f")):
            assert source.text == text
            assert source.root is not None
            assert to_data(source.root) == expected


def test_breaks_that_editors_do_not_show_are_blanks():
    assert data("a: x\u2028y\u2029z\x85w\nb: c") == {"a": "x y z w", "b": "c"}


def test_an_alias_is_a_copy_in_the_data_and_points_at_the_first_place():
    root = read("a: &a\n  navn: Kari\nb: *a\n")
    first, second = (entry.value for entry in root.entries.values())
    assert first is second
    copied = to_data(root)
    assert copied == {"a": {"navn": "Kari"}, "b": {"navn": "Kari"}}
    assert isinstance(copied, dict)
    assert copied["a"] is not copied["b"]
    assert locate("f", root, ("b", "navn")) == Span("f", 2, 9, 2, 13)


def test_an_anchor_may_be_given_anew():
    assert data("a: &x 1\nb: *x\nc: &x 2\nd: *x\n") == {"a": "1", "b": "1", "c": "2", "d": "2"}


# Where it stands


@pytest.mark.usefixtures("parser")
def test_columns_count_characters_also_behind_wide_ones():
    root = read("\ufeffæøå: {😀😀: 漢字, e\u0301: ø}\n")
    mapping = root.entries["æøå"].value
    assert isinstance(mapping, Mapping)
    assert (mapping.line, mapping.column, mapping.end_line, mapping.end_column) == (1, 6, 1, 21)
    emoji, accent = mapping.entries["😀😀"], mapping.entries["é"]
    assert (emoji.key.column, emoji.key.end_column) == (7, 9)
    assert (scalar(emoji.value).column, scalar(emoji.value).end_column) == (11, 13)
    assert (accent.key.column, accent.key.end_column) == (15, 17)
    assert (scalar(accent.value).column, scalar(accent.value).end_column) == (19, 20)


@pytest.mark.usefixtures("parser")
@i_ett(
    ("text", "column", "end_column", "plain"),
    [
        ("a: én\n  to\nb: c\n", 4, 6, True),
        ('a: "én  \n  to"\n', 4, 7, False),
        ("a: |  # merknad\n  én\n  to\n", 4, 5, False),
        ("a: >-\n  én\n  to\nb: c\n", 4, 6, False),
        ("a: 'én'\n", 4, 8, False),
    ],
)
def test_a_text_over_several_lines_is_shown_on_its_first(text, column, end_column, plain):
    node = scalar(read(text).entries["a"].value)
    assert (node.line, node.column, node.end_line, node.end_column, node.plain) == (1, column, 1, end_column, plain)


@pytest.mark.usefixtures("parser")
def test_only_brackets_on_one_line_are_a_stretch_of_their_own():
    root = read("a: [b, c]\nd: [\n  e]\nf:\n  - g")
    assert [(e.value.column, e.value.end_column) for e in root.entries.values()] == [(4, 10), (4, 4), (3, 3)]


ROUTES = """\
format: 1
parter:
  kommuner:
    navn: Ås
politiråd:
  leder: Ordfører
  møter:
    - dato: 12.3.2025
      sted: Rådhuset
    - høsten
  medlemmer: [Kari, {navn: Ola}]
  referat:
slt: {nivåer: {styrende: ja}}
fora:
  - - - x
      - y
  - {}
"""


@pytest.mark.usefixtures("parser")
@i_ett(
    ("route", "line", "column", "end_column"),
    [
        pytest.param(("format",), 1, 9, 10, id="text"),
        pytest.param((), 1, 1, 7, id="root: the first name"),
        pytest.param(("evaluering",), 1, 1, 7, id="missing at the top"),
        pytest.param(("politiråd",), 5, 1, 10, id="block mapping: its name"),
        pytest.param(("politiråd", "møter"), 7, 3, 8, id="block list: its name"),
        pytest.param(("politiråd", "møter", 0), 8, 7, 11, id="item: its first name"),
        pytest.param(("politiråd", "møter", 0, "dato"), 8, 13, 22, id="text in item"),
        pytest.param(("politiråd", "møter", 1), 10, 7, 13, id="text item"),
        pytest.param(("politiråd", "møter", 0, "tid"), 8, 7, 11, id="missing in item"),
        pytest.param(("politiråd", "møter", 7, "tid"), 7, 3, 8, id="no such item"),
        pytest.param(("politiråd", "møter", -1), 7, 3, 8, id="negative number"),
        pytest.param(("politiråd", "sekretær"), 5, 1, 10, id="missing in mapping"),
        pytest.param(("politiråd", "sekretær", "navn"), 5, 1, 10, id="below what is missing"),
        pytest.param(("politiråd", "møter", "plan", 0, "dato"), 8, 13, 22, id="name left out around a list"),
        pytest.param(("politiråd", "møter", "plan", 1, "dato"), 10, 7, 13, id="text for a mapping"),
        pytest.param(("politiråd", "leder", "navn", 0, "x"), 6, 10, 18, id="everything below a text"),
        pytest.param(("parter", "kommuner", 0, "navn"), 4, 11, 13, id="one thing for a list"),
        pytest.param(("parter", "kommuner", 0, "nummer"), 3, 3, 11, id="missing in one thing for a list"),
        pytest.param(("politiråd", "medlemmer"), 11, 14, 33, id="brackets on one line"),
        pytest.param(("politiråd", "medlemmer", 1), 11, 21, 32, id="item in brackets"),
        pytest.param(("politiråd", "medlemmer", 1, "tittel"), 11, 22, 26, id="missing in item in brackets"),
        pytest.param(("slt", "nivåer", "utførende"), 13, 7, 13, id="missing in brackets: the name"),
        pytest.param(("politiråd", "referat"), 12, 3, 10, id="empty value: its name"),
        pytest.param(("politiråd", "referat", "frist"), 12, 3, 10, id="below an empty value"),
        pytest.param(("fora", 0), 15, 9, 10, id="lists in lists: the first text"),
        pytest.param(("fora", 1, "navn"), 17, 5, 7, id="missing in nothing"),
    ],
)
def test_a_route_leads_to_the_smallest_stretch(route, line, column, end_column):
    assert locate("f", read(ROUTES), route) == Span("f", line, column, line, end_column)


@i_ett(
    ("route", "line", "column", "end_column"),
    [
        (("format",), 1, 1, 7),
        (("politiråd", "møter", 0, "sted"), 9, 7, 11),
        (("politiråd", "medlemmer"), 11, 3, 12),
        (("politiråd", "medlemmer", 1, "navn"), 11, 22, 26),
        (("politiråd", "ukjent"), 5, 1, 10),
    ],
)
def test_a_name_can_be_asked_for(route, line, column, end_column):
    assert locate("f", read(ROUTES), route, key=True) == Span("f", line, column, line, end_column)


# Which files are agreements


@i_ett(
    "text",
    [
        "format: 1\n",
        "# merknad\nformat: 1",
        "\ufeffformat: 1",
        "x: y\r\n'format' : 1",
        '"format":\t1',
        "x\rformat:1",
        "a: [\nformat: 1",
        "navn: Ås\nformat: 1".encode("cp1252"),
        "format: 1".encode("utf-16"),
        "x\nformat: 1".encode("utf-16-be"),
        b"\xef\xbb\xbfformat: 1",
    ],
)
def test_a_file_with_format_at_the_top_looks_like_an_agreement(text):
    assert looks_like_agreement(text)


@i_ett(
    "text",
    ["", "on: push\n", "a:\n  format: 1\n", "# format: 1", "formatering: 1", "x format: 1", "format", b"\x00\xff"],
)
def test_other_files_do_not_look_like_an_agreement(text):
    assert not looks_like_agreement(text)


def test_the_tree_is_of_the_three_kinds_of_nodes():
    root = read("a: [b, {c: d}]")
    items = root.entries["a"].value
    assert isinstance(items, Sequence)
    assert [type(item) for item in items.items] == [Scalar, Mapping]


# Our own files


def test_a_file_of_ours_is_read_as_any_other_and_is_never_broken(tmp_path):
    path = tmp_path / "ord.yaml"
    path.write_text("ja: nei\n07: [08]\n", encoding="utf-8")
    assert read_yaml(path) == {"ja": "nei", "07": ["08"]}
    for broken in ("ja: nei\nja: ja\n", "ja: [\n", ""):
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(AssertionError, match=r"ord\.yaml is broken: .*YML0"):
            read_yaml(path)

"""Which lines are told to be changed, and how what is new in a file is written: its line breaks and its layout."""

import dataclasses

import pytest
import yaml

from avtalegen.lesing.redigering import Fjern, Flytt, LinjeEndring, Sett, SettInn, Sitert, angre, rediger
from tests.i_ett import i_ett
from tests.redigering_support import etter
from tests.yamlprove import TEKSTER


def test_of_lines_that_are_alike_it_is_told_which_is_new() -> None:
    made = rediger(b"a:\n  - x\n  - y\n  - z\n", "a.yaml", SettInn(("a",), 1, "x"))
    assert made.linjer == (LinjeEndring(3, (), ("  - x\n",)),)
    made = rediger(b"a:\n  - x\n\n  - y\n\n\nb: z", "a.yaml", SettInn(("a",), 2, {"b": "x", "c": "2"}))
    assert made.linjer == (LinjeEndring(6, (), ("  - b: x\n", "    c: 2\n", "\n")),)
    made = rediger(b"a:\n  - x\n  - y\n  - z\n", "a.yaml", Sett(("a",), ["z", "w", "z"]))
    assert made.linjer == (LinjeEndring(2, ("  - x\n", "  - y\n"), ("  - z\n", "  - w\n")),)


def test_two_changes_far_apart_are_told_one_by_one() -> None:
    data = b"a:\n  - p\n" + b"  - x\n" * 300 + b"  - q\n"
    made = rediger(data, "a.yaml", Sett(("a", 0), "1"), Sett(("a", 301), "2"))
    assert made.linjer == (
        LinjeEndring(2, ("  - p\n",), ("  - 1\n",)),
        LinjeEndring(303, ("  - q\n",), ("  - 2\n",)),
    )
    assert angre(made) == data


@i_ett(
    ("data", "etterpå"),
    [
        (b"a: x\r\nb: y\nc: z\n", b"a:\r\n  - 1\n  - 2\nb: y\nc: z\n"),
        (b"a: x\nb: y\r\nc: z\r\n", b"a:\n  - 1\r\n  - 2\r\nb: y\r\nc: z\r\n"),
        (b"a: x\r\nb: y\nc: z\r\nd: w\r\n", b"a:\r\n  - 1\r\n  - 2\r\nb: y\nc: z\r\nd: w\r\n"),
        (b"a: x\rb: y\r", b"a:\r  - 1\r  - 2\rb: y\r"),
        (b"a: x", b"a:\n  - 1\n  - 2"),
        (b"a: x\r\n", b"a:\r\n  - 1\r\n  - 2\r\n"),
    ],
)
def test_a_line_that_is_changed_keeps_its_break_and_the_new_ones_have_the_usual(data: bytes, etterpå: bytes) -> None:
    made = rediger(data, "a.yaml", Sett(("a",), ["1", "2"]))
    assert made.data == etterpå
    assert angre(made) == data
    made = rediger(b"\xef\xbb\xbf# c\r\n" + data + b"\nz: y\n", "a.yaml", Sett(("z",), "x"))
    assert made.data == b"\xef\xbb\xbf# c\r\n" + data + b"\nz: x\n"
    assert angre(made) == b"\xef\xbb\xbf# c\r\n" + data + b"\nz: y\n"


def test_a_text_that_must_be_in_quotes_is_so() -> None:
    assert etter("a: x\n", Sett(("a",), Sitert("0301"))) == 'a: "0301"\n'
    assert etter("a: x\n", Sett(("b",), [Sitert("y"), "y"])) == 'a: x\nb:\n  - "y"\n  - y\n'
    assert etter("a: {b: x}\n", Sett(("a", "b"), Sitert("y"))) == 'a: {b: "y"}\n'

    # Also where it is written in another way than the reader has it.
    put_in = SettInn(("liste",), 0, {"møa\u030a": Sitert("a\u030a"), "x": ["a\u030a"]})
    assert etter("å: x\n", put_in) == 'å: x\nliste:\n  - møå: "å"\n    x:\n      - å\n'
    assert etter("å:\n  - x\n  - y\n", Fjern(("a\u030a", 0)), SettInn(("a\u030a",), 0, "z")) == "å:\n  - z\n  - y\n"
    assert etter("å:\n  - x\n  - y\n", Flytt(("a\u030a",), 0, 1)) == "å:\n  - y\n  - x\n"


NAVN = (
    "-a",
    "?a",
    "- a",
    "<<",
    "Kari: a",
    "a:",
    "#",
    "[a",
    "a]",
    "'a",
    '"a',
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "|",
    "~",
)


def test_names_are_in_quotes_only_where_they_must_be() -> None:
    written = [etter("a: x\n", Sett((name,), "y")).split("\n")[1].removesuffix(": y") for name in NAVN]
    assert written == [name if name == "a]" else "'\"a'" if name == '"a' else f'"{name}"' for name in NAVN]
    assert etter("a: x\n", Sett(("x:y",), "z")) == "a: x\nx:y: z\n"


I_ANFØRSELSTEGN = (
    "?",
    ":",
    "-",
    ": a",
    "- a",
    "? a",
    "--- a",
    "... a",
    " a",
    "a ",
    "a:",
    "Kari: a",
    "a #b",
    "~",
    "",
    "a\tb",
)
UTEN = ("-5", ":a", "?a", "-a", "p, q", "a---", "a:b", "a#b", "<<", "1. a", "a]", "'", "a'b")


def test_texts_are_in_quotes_only_where_they_must_be() -> None:
    lines = etter("a: x\n", Sett(("a",), [*I_ANFØRSELSTEGN, *UTEN])).splitlines()[1:]
    told = {text: line.removeprefix("  - ") for text, line in zip([*I_ANFØRSELSTEGN, *UTEN], lines, strict=True)}
    assert {text: told[text] for text in I_ANFØRSELSTEGN} == {
        text: '"' + text.replace("\t", "\\t") + '"' for text in I_ANFØRSELSTEGN
    }
    assert {text: told[text] for text in UTEN} == {text: '"\'"' if text == "'" else text for text in UTEN}


def test_in_brackets_all_readers_of_yaml_read_what_is_written() -> None:
    tekster = [
        *I_ANFØRSELSTEGN,
        *UTEN,
        "Hva virket?",
        "hvem? alle",
        "a?b",
        ", b",
        "a: b",
        "a,b",
        "[a]",
        "{a: b}",
        "a :b",
    ]
    linje = etter("a: {x: y}\n", Sett(("a",), {"b": tekster, "Hvem?": "alle"}))
    assert linje.startswith("a: {")
    for leser in {yaml.BaseLoader, TEKSTER}:
        assert yaml.load(linje, leser) == {"a": {"b": tekster, "Hvem?": "alle"}}


def test_the_layout_of_most_of_the_file_is_that_of_the_new() -> None:
    text = "a:\n    b: x\nc:\n    d: y\ne:\n  f: z\ng:\n- x\nh:\n- y\ni:\n  - z\n"
    assert etter(text, Sett(("j",), {"k": ["l"]})).removeprefix(text) == "j:\n    k:\n    - l\n"
    assert etter(
        "a: { b: x }\nc: { d: x }\ne: {f: x}\ng: {h: y}\ni: { j: z }\nk: []\n", Sett(("k", 0), {"l": "m"})
    ).endswith("k: [{ l: m }]\n")
    assert etter(text, Sett(("a", "j"), ["l"])).startswith("a:\n    b: x\n    j:\n    - l\n")
    # A list as the other lists of the same mapping.
    assert etter("a:\n  b:\n  - x\nc:\n  - y\nd:\n  - z\n", Sett(("a", "e"), ["w"])) == (
        "a:\n  b:\n  - x\n  e:\n  - w\nc:\n  - y\nd:\n  - z\n"
    )


def test_what_is_asked_for_and_what_comes_back_does_not_change() -> None:
    for one, name in (
        (Sett(("a",), "x"), "verdi"),
        (SettInn(("a",), 0, "x"), "plass"),
        (Fjern(("a",)), "rute"),
        (Flytt(("a",), 0, 1), "fra"),
        (rediger(b"a: x\n", "a.yaml"), "data"),
        (LinjeEndring(1, (), ()), "fra"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, name, None)

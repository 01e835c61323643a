"""How deep and how large a file may be: what is more, is refused at the first that is too much."""

from __future__ import annotations

from itertools import product

import pytest

from avtalegen.funn.diagnostic import Span
from avtalegen.lesing import LIMITS, Source, builder, parse
from tests.grundig import noen_raskt, utvalg
from tests.i_ett import i_ett
from tests.lesing_support import PARSERS, places

DEEP = {
    "lists and mappings": ("a: " + "[{b: " * 2500, 1, 100),
    "lists": ("a: " + "[" * 5000, 1, 43),
    "mappings": ("a: " + "{b: " * 5000, 1, 160),
    "blocks": ("".join(" " * i + "å:\n" for i in range(5000)), 41, 41),
    "items": ("- " * 5000 + "x", 1, 81),
    "closed": ("a: " + "[" * 5000 + "]" * 5000 + "\n", 1, 43),
    "a list alone": ("[" * 5000, 1, 41),
    "lists in items": ("- " * 20 + "[" * 5000, 1, 61),
    "items and fields": ("".join("  " * i + "- a:\n" for i in range(2500)), 21, 41),
    "as deep as the parser goes": ("- " * 999 + "[" * 999, 1, 81),
    "a line for each": ("a: {b: [" + "\n  [" * 5000, 39, 3),
    "after other things": ("a: b\nå: [" + "x, [" * 5000, 2, 160),
}
"""What has thousands of levels, and the place of the first that is too deep."""


# PyYAML's own parser looks far ahead for what may be a key, which takes its time.
@pytest.mark.parametrize(
    ("loader", "name"),
    [*product(PARSERS[:1], DEEP), *utvalg(product(PARSERS[1:], DEEP), 1)],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_5000_levels_are_refused_at_the_first_that_is_too_deep(loader, name, monkeypatch):
    monkeypatch.setattr(builder, "PARSER", loader)
    text, line, column = DEEP[name]
    limits = LIMITS._replace(bytes=20_000_000)
    (code, *place, _) = places(text, limits)[0]
    assert (code, place) == ("YML006", [line, column])
    assert parse(text, "f", limits).root is None


EACH_PARSER = pytest.mark.parametrize("loader", noen_raskt(PARSERS, PARSERS[:1]), ids=lambda loader: loader.__name__)


@EACH_PARSER
def test_what_stands_before_levels_that_are_too_deep_is_told_once(loader, monkeypatch):
    monkeypatch.setattr(builder, "PARSER", loader)
    text = "a: b\na: c\nå: " + "[" * 5000
    assert [place[0] for place in places(text)] == ["YML002", "YML006"]


@EACH_PARSER
def test_a_line_without_a_colon_is_that_first_and_then_too_deep(loader, monkeypatch):
    monkeypatch.setattr(builder, "PARSER", loader)
    assert places("a: b\n" + "[" * 5000) == [("YML001", 2, 1, 5001)]


def test_as_many_levels_as_allowed_are_read():
    text = "a: " + "[" * 39 + "]" * 39
    assert places(text) == []
    assert places(text.replace("[]", "[[]]"))[0][0] == "YML006"


def test_an_alias_is_told_what_it_lacks():
    (itself,) = parse("a: &a {b: [*a]}\n", "f").diagnostics
    (nothing,) = parse("a: *viktig\nb: &viktig c\n", "f").diagnostics
    assert "står inni det den viser til" in itself.message
    assert "&viktig, som ikke finnes lenger oppe" in nothing.message
    assert '"*viktig"' in (nothing.hint or "")


@i_ett("inner", ["[[x]], y", "y, [[x]]", "[[x]], [y]", "[y], [[x]]", "{a: [x]}, y"])
def test_the_deepest_of_what_an_alias_stands_for_is_counted(inner):
    text = f"a: &a [{inner}]\nb: [*a]\n"
    assert places(text, LIMITS._replace(depth=5)) == []
    assert places(text, LIMITS._replace(depth=4)) == [("YML006", 2, 5, 7)]


def test_levels_are_counted_through_aliases():
    text = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 100))
    assert places(text) == [("YML006", 40, 12, 16)]


def test_values_are_counted_with_names_and_collections():
    limits = LIMITS._replace(nodes=6)
    assert parse("a: [b, c]\nd: {}\n", "f", limits).diagnostics[0].code == "YML007"
    assert parse("a: [b, c]\nd:\n", "f", limits._replace(nodes=7)).diagnostics == ()
    assert places("a: b\nc: d\nø: e\n", limits) == [("YML007", 3, 4, 5)]
    assert places("a: &a b\nc: [*a]\n", limits) == []
    assert places("a: &a b\nc: [*a, *a]\n", limits) == [("YML007", 2, 9, 11)]
    assert LIMITS[:3] == (2_000_000, 40, 20_000)


def test_aliases_that_multiply_are_stopped_at_once():
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 10)
    )
    source = parse(text, "f")
    assert source.root is None
    assert [(d.code, d.span.line) for d in source.diagnostics] == [("YML007", 5)]
    assert "*a3" in source.diagnostics[0].message


def test_a_large_file_is_refused_unread():
    for big in (b"\xff" * 50_000_000, "å" * 1_000_001):
        source = parse(big, "f")
        assert source == Source("f", "", None, source.diagnostics)
        assert [(d.code, d.span) for d in source.diagnostics] == [("YML005", Span("f", 1, 1, 1, 1))]
        assert "høyst 2 MB" in source.diagnostics[0].message
    assert [d.code for d in parse("å" * LIMITS.bytes, "f").diagnostics] == ["YML005"]
    for limit, said in ((1_500_000, "1,5 MB"), (1_234_567, "1,2 MB"), (40_000_000, "40 MB")):
        (refused,) = parse(b"x" * (limit + 1), "f", LIMITS._replace(bytes=limit)).diagnostics
        assert f"høyst {said}." in refused.message
    for exact in ("a: b #" + "å" * 999_997, b"a: b #" + b"x" * 1_999_994):
        assert parse(exact, "f").diagnostics == ()
        assert [d.code for d in parse(exact + exact[-1:], "f").diagnostics] == ["YML005"]

"""What holds for any file at all."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from avtalegen.funn.diagnostic import Span
from avtalegen.lesing import (
    CODES,
    Limits,
    Mapping,
    Node,
    Sequence,
    builder,
    locate,
    looks_like_agreement,
    parse,
    to_data,
)
from tests.lesing_support import PARSERS
from tests.tekstprove import TEGN

# Pieces that YAML gives a meaning, so that more than noise comes together.
PIECES = [
    *"aå😀0=“:-[]{},'\"|>&*!#%@`?~\\ \t\n\r",
    *("a\u030a", "!!str ", "!!int ", "---", "...", "<<", "null", "\\u", "\\x41", ": ", "- ", "? ", " # ", "&a ", "*a "),
    *("\n  ", "\n    ", "\r\n", "\nb: ", "\ufeff", "\x00", "\x0b", "\x85", "\u2028", "\xa0", "\u200b", "\ud800"),
]
files = st.one_of(
    st.text(TEGN, max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.binary(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=20).map(lambda p: "".join(p).encode("utf-16", "replace")),
    st.lists(st.sampled_from(PIECES), max_size=20).map(lambda p: "".join(p).encode("cp1252", "replace")),
)


def inside(place: Span | Node, lines: list[str]) -> bool:
    return (
        1 <= place.line == place.end_line <= len(lines)
        and 1 <= place.column <= place.end_column <= len(lines[place.line - 1]) + 1
    )


def nodes(root: Node) -> list[Node]:
    found: dict[int, Node] = {}
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if id(node) not in found:
            found[id(node)] = node
            if isinstance(node, Mapping):
                waiting += [part for entry in node.entries.values() for part in (entry.key, entry.value)]
            elif isinstance(node, Sequence):
                waiting += node.items
    return list(found.values())


@pytest.mark.parametrize("loader", PARSERS, ids=lambda loader: loader.__name__)
@given(data=files, limits=st.sampled_from([Limits(), Limits(bytes=100, depth=3, nodes=10)]))
@example(data="? <<-", limits=Limits())
@example(data=" \xa0\n  a", limits=Limits())
@example(data='"\\UFFFFFFFF"', limits=Limits())
def test_any_file_gives_a_tree_or_a_finding_and_all_places_lie_within(loader, data, limits):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder, "PARSER", loader)
        source = parse(data, "f", limits)
    lines = source.text.split("\n")
    assert "\r" not in source.text
    assert list(source.diagnostics) == sorted(source.diagnostics, key=lambda d: d.span)
    for found in source.diagnostics:
        assert found.code in CODES
        assert found.message.strip()
        assert found.hint
        assert all(inside(span, lines) for span in (found.span, *(r.span for r in found.related)))
    if source.root is None:
        assert source.diagnostics
    else:
        to_data(source.root)
        assert all(inside(node, lines) for node in nodes(source.root))
    assert looks_like_agreement(data) in (True, False)


@given(
    data=files,
    route=st.lists(st.one_of(st.integers(-2, 3), st.sampled_from(["a", "å", "b", "😀"])), max_size=6),
    key=st.booleans(),
)
def test_any_route_leads_to_a_place_within_the_file(data, route, key):
    source = parse(data, "f")
    if source.root is not None:
        assert inside(locate("f", source.root, route, key=key), source.text.split("\n"))


words = st.text(st.sampled_from("abæøåÅ é😀漢0:-#'\"\\ \n"), max_size=12)
# A name with a dash in front is taken for an item of a list with its blank forgotten.
names = words.filter(lambda name: name.strip() and not name.startswith("-"))
documents = st.recursive(
    st.one_of(words, st.sampled_from(["0301", "no", "14:30", "2024-10-25", "null", "~", ""])),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=4)),
    max_leaves=12,
)


@given(st.dictionaries(names, documents, min_size=1, max_size=4), st.booleans(), st.booleans())
def test_what_pyyaml_writes_is_read_back(content, flow, unicode):
    text = yaml.dump(content, Dumper=yaml.SafeDumper, default_flow_style=flow, allow_unicode=unicode)
    source = parse(text, "f")
    assert source.diagnostics == ()
    assert source.root is not None
    assert to_data(source.root) == content == yaml.load(text, Loader=yaml.BaseLoader)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("a: [b, {c: 'd'}]\ne: |\n  f\n")
def test_what_is_read_without_findings_is_what_pyyaml_reads(text):
    source = parse(text, "f")
    if source.root is None or source.diagnostics:
        return
    expected = yaml.load(source.text, Loader=PARSERS[0])
    assert to_data(source.root) == normalised(expected, to_data(source.root))


def normalised(expected: object, actual: object) -> object:
    """Return PyYAML's data in NFC, with None where we have None for one of the words for nothing."""
    if isinstance(expected, dict):
        inner = actual if isinstance(actual, dict) else {}
        names = ((unicodedata.normalize("NFC", name), value) for name, value in expected.items())
        return {name: normalised(value, inner.get(name, "")) for name, value in names}
    if isinstance(expected, list):
        inner_list = actual if isinstance(actual, list) else []
        return [normalised(value, part) for value, part in zip(expected, inner_list, strict=True)]
    if actual is None and expected in ("", "~", "null", "Null", "NULL"):
        return None
    return unicodedata.normalize("NFC", str(expected))

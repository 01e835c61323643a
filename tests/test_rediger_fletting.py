"""Two sets of changes to one file put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalegen.visning.rediger.fletting import flett
from tests.i_ett import i_ett

BASE = b"a\nb\nc\nd\ne\n"


@i_ett(
    ("min_", "deres", "begge"),
    [
        (b"A\nb\nc\nd\ne\n", b"a\nb\nc\nd\nE\n", b"A\nb\nc\nd\nE\n"),
        (b"A\nb\nc\nd\ne\n", b"a\nB\nc\nd\ne\n", b"A\nB\nc\nd\ne\n"),
        (b"a\nc\nd\ne\n", b"a\nb\nc\nd\nx\ne\n", b"a\nc\nd\nx\ne\n"),
        (b"a\nb\nc\nd\ne\nf\n", b"x\na\nb\nc\nd\ne\n", b"x\na\nb\nc\nd\ne\nf\n"),
        (BASE, b"x\n", b"x\n"),
        (b"x\n", BASE, b"x\n"),
    ],
)
def test_changes_of_different_lines_are_both_made(min_: bytes, deres: bytes, begge: bytes) -> None:
    assert flett(BASE, min_, deres) == begge


@pytest.mark.parametrize(
    ("min_", "deres"),
    [
        (b"a\nB\nc\nd\ne\n", b"a\nX\nc\nd\ne\n"),
        (b"a\nb\nc\nd\ne\nf\n", b"a\nb\nc\nd\ne\ng\n"),
        (b"a\ne\n", b"a\nb\nC\nd\ne\n"),
    ],
)
def test_changes_of_the_same_lines_are_not_chosen_between(min_: bytes, deres: bytes) -> None:
    assert flett(BASE, min_, deres) is None


@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=12), st.data())
def test_one_change_each_of_different_lines_gives_the_same_either_way(lines: list[str], data: st.DataObject) -> None:
    base = [f"{n}{line}\n" for n, line in enumerate(lines)]
    mine = data.draw(st.integers(0, len(base) - 1))
    theirs = data.draw(st.integers(0, len(base) - 1))
    one, other = ("".join([*base[:n], what, *base[n + 1 :]]).encode() for n, what in ((mine, "x\n"), (theirs, "")))
    merged = flett("".join(base).encode(), one, other)
    if mine == theirs:
        assert merged is None
    else:
        assert merged == "".join("x\n" if n == mine else line for n, line in enumerate(base) if n != theirs).encode()
        assert merged == flett("".join(base).encode(), other, one)

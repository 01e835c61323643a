"""Comments in YAML: what is one, what only looks like one, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalegen.lesing import parse, to_data
from avtalegen.lesing.comments import Comment, comments
from tests import lesing_support
from tests.i_ett import i_ett

parser = lesing_support.parser


def found(text: str) -> list[Comment]:
    return list(comments(text))


@pytest.mark.usefixtures("parser")
@i_ett(
    "text",
    [
        'a: "x # nei"\n',
        "a: 'x # nei'\n",
        "a: 'x # ''nei'\n",
        'a: "x \\" # nei"\n',
        "a: x#nei\n",
        "a: 'x\n  # nei\n  y'\n",
        'a: "x\n\n  # nei"\n',
        "a: |\n  x # nei\n  # nei\n\n  # nei\nb: 1\n",
        "a: >-\n  # nei\n",
        "a: |2\n   # nei\n  # nei\n",
        "a:\n  - |\n    # nei\n  - y\n",
        "'a # nei': 1\n",
        "? |\n  # nei\n: 1\n",
        "[a#nei, 'b # nei']\n",
        "a: https://politiet.no/#nei\n",
    ],
)
def test_a_sign_inside_a_text_begins_no_comment(text: str) -> None:
    assert found(text) == []


@pytest.mark.usefixtures("parser")
@i_ett(
    ("text", "comment"),
    [
        ("# x", Comment("# x", 1, 1, None)),
        ("a: 1 # x  \n", Comment("# x", 1, 6, 1)),
        ("a: 1\n  # x\nb: 2\n", Comment("# x", 2, 3, None)),
        ("åsted: «æ» # x\n", Comment("# x", 1, 12, 1)),
        ("a: # x\n  b: 1\n", Comment("# x", 1, 4, 1)),
        ("a:\n  - # x\n    b\n", Comment("# x", 2, 5, 2)),
        ("a: 'b\n  c' # x\n", Comment("# x", 2, 6, 1)),
        ("a: b\n  c # x\n", Comment("# x", 2, 5, 1)),
        ("a: [b, # x\n  c]\n", Comment("# x", 1, 8, 1)),
        ("a: {b: 1,\n  c: 2} # x\n", Comment("# x", 2, 9, 2)),
        ("a: | # x\n  # b\n", Comment("# x", 1, 6, 1)),
        ("a: >-  # x\n  # b\n", Comment("# x", 1, 8, 1)),
        ("a: |  # x \t\n  # b\n", Comment("# x", 1, 7, 1)),
        ("a: |\n  b\n# x\nc: 1\n", Comment("# x", 3, 1, None)),
        ("a:\n  b: |\n    c\n  # x\n  d: 1\n", Comment("# x", 4, 3, None)),
        ("a: &n 1 # x\nb: *n\n", Comment("# x", 1, 9, 1)),
        ("a: &n 1\nb: *n # x\n", Comment("# x", 2, 7, 2)),
        ("--- # x\na: 1\n", Comment("# x", 1, 5, 1)),
        ("a: 'nei # nei' # x # y\n", Comment("# x # y", 1, 16, 1)),
        ("a: 1\n# x", Comment("# x", 2, 1, None)),
    ],
)
def test_a_comment_is_found_with_its_place_and_what_stands_beside_it(text: str, comment: Comment) -> None:
    assert found(text) == [comment]


def test_comments_come_in_the_order_of_the_file() -> None:
    text = "# en\n\n# to\na: |  # tre\n  # nei\nb: 1 # fire\n# fem\n# seks\n"
    assert [(c.text, c.line) for c in found(text)] == [
        ("# en", 1),
        ("# to", 3),
        ("# tre", 4),
        ("# fire", 6),
        ("# fem", 7),
        ("# seks", 8),
    ]


def test_what_is_not_yaml_gives_the_comments_before_it() -> None:
    assert [c.text for c in found('# en\na: 1 # to\nb: "uten slutt\n# tre\n')] == ["# en", "# to"]


def test_a_file_of_nothing_but_comments_takes_no_longer_than_it_is_long() -> None:
    """With a count of lines from the start for each comment, this would take minutes."""
    assert found("# x\n" * 200_000)[-1] == Comment("# x", 200_000, 1, None)


TEXTS = st.text(alphabet="a #'\"|\n-:æ", max_size=12)


@given(TEXTS, TEXTS)
def test_taking_the_comments_away_changes_no_value(first: str, second: str) -> None:
    text = f"a: {first}\nb: {second}\nc: 1 # x\n"
    source = parse(text, "a.yaml")
    if source.root is None or source.diagnostics:
        return
    lines = text.split("\n")
    for comment in reversed(found(text)):
        line = lines[comment.line - 1]
        assert line[comment.column - 1] == "#"
        assert line[comment.column - 1 :].rstrip() == comment.text
        lines[comment.line - 1] = line[: comment.column - 1]
    without = parse("\n".join(lines), "a.yaml")
    assert without.root is not None
    assert to_data(without.root) == to_data(source.root)

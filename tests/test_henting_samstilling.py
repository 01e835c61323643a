"""Two sequences held side by side: what belongs together, and how much work it may take."""

from __future__ import annotations

from avtalegen.henting.samstilling import Pair, Work
from tests.i_ett import i_ett


def splittet(tekster: str) -> list[list[str]]:
    """Texts with «|» between them, each as its words."""
    return [tekst.split() for tekst in tekster.split("|")] if tekster else []


@i_ett(
    ("gamle", "nye", "ventet"),
    [
        ("", "", []),
        ("a", "", [(0, None)]),
        ("", "a", [(None, 0)]),
        ("p|q", "r|p|s|q|t", [(None, 0), (0, 1), (None, 2), (1, 3), (None, 4)]),
        ("p|u", "p", [(0, 0), (1, None)]),
        ("u|p", "p", [(0, None), (1, 0)]),
        ("p q|q", "q|p q", [(None, 0), (0, 1), (1, None)]),  # in the same order
        ("p", "p|p", [(0, 0), (None, 1)]),  # the first of those that are as alike
        ("a b", "a c|a b c", [(None, 0), (0, 1)]),  # the one that is most alike
        ("a b", "a c", [(0, 0)]),  # half of the words
        ("a b", "a c d", [(0, None), (None, 0)]),  # fewer
        ("|p", "|p", [(0, 0), (1, 1)]),  # without words
    ],
)
def test_texts_that_are_alike_are_paired_in_their_order(gamle: str, nye: str, ventet: list[Pair]) -> None:
    assert Work().paired(splittet(gamle), splittet(nye)) == ventet


def test_the_steps_of_texts_are_counted_and_used_up() -> None:
    a, b = splittet("x y"), splittet("x|x y z")
    need = 200 * 2 + 10 * (2 * 2 + 1 * 4)
    together, apart = [(None, 0), (0, 1)], [(0, None), (None, 0), (None, 1)]
    work = Work(2 * need)
    assert [work.paired(a, b) for _ in range(3)] == [together, together, apart]
    work = Work(2 * need - 1)
    assert [work.paired(a, b) for _ in range(2)] == [together, apart]


def test_the_steps_of_difflib_are_counted_between_the_ends_that_are_equal() -> None:
    """All pairs that match, and what there is to look through, once for each match that can be found."""
    need = (2 + 3 + 2) * 2
    found = [
        *[("equal", 0, 1, 0, 1), ("insert", 1, 1, 1, 2), ("equal", 1, 2, 2, 3), ("delete", 2, 4, 3, 3)],
        ("equal", 4, 6, 3, 5),
    ]
    too_much = [("equal", 0, 1, 0, 1), ("replace", 1, 4, 1, 3), ("equal", 4, 6, 3, 5)]
    work = Work(need)
    assert [list(work.opcodes("-abc--", "-ba--")) for _ in range(2)] == [found, too_much]
    assert list(Work(need - 1).opcodes("-abc--", "-ba--")) == too_much
    assert list(Work().opcodes("a", "b")) == [("replace", 0, 1, 0, 1)]
    assert list(Work(0).opcodes("--", "--")) == [("equal", 0, 2, 0, 2)]

"""Many cases in one test: all are tried, and each that fails is told of."""

from __future__ import annotations

import pytest

from tests.i_ett import i_ett


@pytest.fixture
def to() -> int:
    return 2


tried: list[int] = []


@i_ett("n", [1, 2, 3, pytest.param(5, id="five")])
def test_each_case_is_tried_with_what_else_is_asked_for(n: int, to: int) -> None:
    tried.append(n * to)
    assert tried == [2, 4, 6, 10][: len(tried)]


def test_each_case_that_fails_is_told_of() -> None:
    @i_ett(("a", "b"), [(1, 1), (1, 2), (3, 3), (3, 4)])
    def equal(a: int, b: int) -> None:
        assert a == b

    with pytest.raises(ExceptionGroup, match="2 av 4 tilfeller") as raised:
        equal()
    assert [error.__notes__ for error in raised.value.exceptions] == [
        ["Tilfellet er (1, 2)"],
        ["Tilfellet er (3, 4)"],
    ]


def test_cases_that_take_their_time_to_find_are_found_when_it_is_run() -> None:
    found: list[int] = []

    @i_ett("n", lambda: found.append(1) or [1, 2])
    def one(n: int) -> None:
        assert n == 1

    @i_ett("n", lambda: [])
    def none(n: int) -> None: ...

    assert not found
    with pytest.raises(ExceptionGroup, match="1 av 2 tilfeller"):
        one()
    with pytest.raises(AssertionError, match="there are no cases"):
        none()

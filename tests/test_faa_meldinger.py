"""Of each test the process that runs it tells how it ended, and all that went wrong."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests import faa_meldinger
from tests.i_ett import i_ett


def told(monkeypatch: pytest.MonkeyPatch, *ended: tuple[str, str], verbose: int = -1, **options: Any) -> Any:
    """Return what is told of a test with parts that ended so, None when pytest is left to tell it."""
    reports = [SimpleNamespace(when=when, passed=how == "passed", keywords={"a": 1}) for when, how in ended]
    monkeypatch.setattr(faa_meldinger, "runtestprotocol", lambda *_, **how: [] if how["log"] else reports)
    heard: list[Any] = []
    item: Any = SimpleNamespace(
        config=SimpleNamespace(option=SimpleNamespace(verbose=verbose, **options)),
        ihook=SimpleNamespace(pytest_runtest_logreport=lambda *, report: heard.append((report.when, report.passed))),
    )
    return heard if faa_meldinger.pytest_runtest_protocol(item, None) else None


@i_ett(
    ("how", "said"),
    [
        (("passed", "passed", "passed"), [("call", True)]),
        (("passed", "failed", "passed"), [("call", False)]),
        (("passed", "passed", "failed"), [("call", True), ("teardown", False)]),
        (("failed", None, "passed"), [("setup", False)]),
        (("skipped", None, "failed"), [("setup", False), ("teardown", False)]),
    ],
)
def test_how_a_test_ended_is_told_and_all_that_went_wrong(
    monkeypatch: pytest.MonkeyPatch, how: tuple[str, str | None, str], said: list[tuple[str, bool]]
) -> None:
    ended = [(when, end) for when, end in zip(("setup", "call", "teardown"), how, strict=True) if end]
    assert told(monkeypatch, *ended) == said


@i_ett("option", [{"verbose": 1}, {"durations": 5}, {"xmlpath": "a.xml"}, {"maxfail": 1}])
def test_who_asks_for_more_is_told_all(monkeypatch: pytest.MonkeyPatch, option: dict[str, Any]) -> None:
    assert told(monkeypatch, ("call", "passed"), **option) is None

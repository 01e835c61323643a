"""The tests of a room: how long each of them takes, and which functions it calls."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import process_time
from types import CodeType, FrameType
from typing import NamedTuple

import hypothesis
import pytest

from mutanter.prosess import in_fork

OPTIONS = ["-q", "--no-header", "-p", "no:cacheprovider", "--hypothesis-profile=mutasjon", "-W", "ignore"]
_SLOWEST = 600  # seconds of the processor, for all tests of a room

Function = tuple[str, str]
"""A file and the name of a function in it."""


class Suite(NamedTuple):
    """The tests of a room.

    `early` are the functions that are called before any test is. `failing` are the tests that fail as it is.
    """

    files: tuple[str, ...]
    seconds: Mapping[str, float]
    callers: Mapping[Function, frozenset[str]]
    early: frozenset[Function]
    failing: tuple[str, ...]

    def that_see(self, path: Path, function: str) -> list[str]:
        """Return the tests that call a function, the quickest first; where none does, those that use the module."""
        callers = self.callers.get((str(path), function))
        if not callers:
            callers = frozenset().union(*(tests for (file, _), tests in self.callers.items() if file == str(path)))
        return sorted((callers or set(self.seconds)) - set(self.failing), key=lambda test: (self.seconds[test], test))


def warm(files: Sequence[str], package: Path) -> None:
    """Load all that the tests need but the package and the tests themselves, which some faults need anew."""
    hypothesis.settings.register_profile(
        "mutasjon",
        derandomize=True,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    pytest.main([*OPTIONS, "--collect-only", "-qqq", *files], plugins=[_Silent()])
    ours = tuple(f"{folder}/" for folder in (package, *{Path(file).resolve().parent for file in files}))
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(ours):
            del sys.modules[name]


class _Silent:
    """A plugin without the report of what is collected."""

    def pytest_configure(self, config: pytest.Config) -> None:
        config.pluginmanager.unregister(name="terminalreporter")


def measured(files: Sequence[str], package: Path) -> Suite:
    """Run the tests once as they are."""
    suite: Suite | None = in_fork(lambda: _Recorder(package).run(files), _SLOWEST)
    if suite is None:
        raise SystemExit(f"Testene ble ikke ferdige: {' '.join(files)}")
    return suite


class _Recorder:
    """A plugin that notes which functions of the package each test calls."""

    def __init__(self, package: Path) -> None:
        self.package = f"{package}/"
        self.seconds: dict[str, float] = {}
        self.callers: defaultdict[Function, set[str]] = defaultdict(set)
        self.early: frozenset[Function] = frozenset()
        self.failing: list[str] = []
        self.known: dict[CodeType, Function | None] = {}
        self.called: set[Function] = set()

    def run(self, files: Sequence[str]) -> Suite:
        sys.settrace(self._call)  # and not setprofile, which is told of each call of C too
        pytest.main([*OPTIONS, *files], plugins=[self])
        sys.settrace(None)
        callers = {function: frozenset(tests) for function, tests in self.callers.items()}
        return Suite(tuple(files), self.seconds, callers, self.early, tuple(self.failing))

    def _call(self, frame: FrameType, *_: object) -> None:
        code = frame.f_code
        if code not in self.known:
            ours = code.co_filename.startswith(self.package)
            self.known[code] = (code.co_filename, code.co_qualname.split(".<locals>")[0]) if ours else None
        if (function := self.known[code]) is not None:
            self.called.add(function)

    def pytest_collection_finish(self) -> None:
        self.early = frozenset(self.called)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.called = set()
        start = process_time()
        yield
        self.seconds[item.nodeid] = process_time() - start
        for function in self.called:
            self.callers[function].add(item.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failing.append(report.nodeid)

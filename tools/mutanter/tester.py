"""The tests of a room: how long each of them takes, and which functions it calls."""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from time import process_time
from typing import NamedTuple

import hypothesis
import pytest

from mutanter.innlesing import give
from mutanter.prosess import in_fork

OPTIONS = ["-q", "--no-header", "-p", "no:cacheprovider", "--hypothesis-profile=mutasjon", "-W", "ignore"]
_SLOWEST = 600  # seconds of the processor, for all tests of a room

_TOLD = "__mutanter_told__"

Function = tuple[str, str]
"""A file and the name of a function in it."""


class Suite(NamedTuple):
    """The tests of a room.

    `early` are the functions that are called before any test is, and those that remember what they have returned: a
    test may depend on them without calling them. `failing` are the tests that fail as it is.
    """

    files: tuple[str, ...]
    seconds: Mapping[str, float]
    callers: Mapping[Function, frozenset[str]]
    early: frozenset[Function]
    failing: tuple[str, ...]

    def that_see(self, path: str, function: str, users: Collection[str] = ()) -> list[str]:
        """Return the tests that call a function, the quickest first.

        What is in no function, or is called early, any test may see; those that use the module, come first. When only
        the functions `users` can see it, it is the tests that call one of them.
        """
        if users and not self.early.intersection((path, user) for user in users):
            calling = frozenset().union(*(self.callers.get((path, user), ()) for user in users))
            if calling:
                return sorted(calling - set(self.failing), key=lambda test: (self.seconds[test], test))
        near = frozenset().union(*(tests for (file, _), tests in self.callers.items() if file == path))
        tests = set(self.seconds)
        if function and (path, function) not in self.early:
            tests &= self.callers.get((path, function), frozenset())  # where none calls it, none can see it
        tests -= set(self.failing)
        return sorted(tests, key=lambda test: (test not in near, self.seconds[test], test))


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
    with redirect_stdout(StringIO()):
        pytest.main([*OPTIONS, "--collect-only", *files])
    ours = tuple(f"{folder}/" for folder in (package, *{Path(file).resolve().parent for file in files}))
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(ours):
            del sys.modules[name]


def measured(files: Sequence[str], modules: Mapping[str, Path]) -> Suite:
    """Run the tests once as they are, and see which functions of the modules each of them calls."""
    suite: Suite | None = in_fork(lambda: _Recorder().run(files, modules), _SLOWEST)
    if suite is None:
        raise SystemExit(f"Testene ble ikke ferdige: {' '.join(files)}")
    return suite


class _Recorder:
    """A plugin that notes which functions each test calls: at the beginning of each function stands that it is."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.callers: defaultdict[Function, set[str]] = defaultdict(set)
        self.early: set[Function] = set()
        self.failing: list[str] = []
        self.called: set[Function] = set()

    def run(self, files: Sequence[str], modules: Mapping[str, Path]) -> Suite:
        setattr(builtins, _TOLD, self._tell)
        for name, path in modules.items():
            tree = ast.parse(path.read_text(encoding="utf-8"))
            self.early |= _tell_of_calls(tree, str(path), "")
            give(name, path, compile(tree, str(path), "exec", dont_inherit=True))
        pytest.main([*OPTIONS, *files], plugins=[self])
        callers = {function: frozenset(tests) for function, tests in self.callers.items()}
        return Suite(tuple(files), self.seconds, callers, frozenset(self.early), tuple(self.failing))

    def _tell(self, file: str, function: str) -> None:
        self.called.add((file, function))

    def pytest_collection_finish(self) -> None:
        self.early |= self.called

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.called = set()
        _forget()
        start = process_time()
        yield
        self.seconds[item.nodeid] = process_time() - start
        for function in self.called:
            self.callers[function].add(item.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failing.append(report.nodeid)


def _forget() -> None:
    """Forget what the tests have remembered for each other, so that each of them calls all that it depends on.

    Not the templates that they have compiled: that takes its time, and no template is measured.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith("tests.") and name != "tests.malminne":
            for thing in list(vars(module).values()):
                if getattr(thing, "__module__", None) == name and hasattr(thing, "cache_clear"):
                    thing.cache_clear()


def _tell_of_calls(node: ast.Module | ast.ClassDef, file: str, inside: str) -> set[Function]:
    """Put a call of `_TOLD` first in each function; of functions inside each other only in the outermost.

    Return the functions that remember what they have returned.
    """
    remembering: set[Function] = set()
    for child in node.body:
        if isinstance(child, ast.ClassDef):
            remembering |= _tell_of_calls(child, file, f"{inside}{child.name}.")
        elif isinstance(child, ast.FunctionDef):
            function = (file, inside + child.name)
            told = ast.Expr(ast.Call(ast.Name(_TOLD, ast.Load()), [ast.Constant(part) for part in function], []))
            child.body.insert(1 if ast.get_docstring(child) else 0, told)
            ast.fix_missing_locations(child)
            if any(re.match(r"(lru_)?cache\b", ast.unparse(decorator)) for decorator in child.decorator_list):
                remembering.add(function)
    return remembering

"""Whether a test sees a fault: the package with the fault in it, in a process of its own, and the tests that use it."""

from __future__ import annotations

import ast
import gc
import os
import sys
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

import pytest

from mutanter.brukere import users
from mutanter.feil import Mutant
from mutanter.innlesing import give
from mutanter.prosess import Forked, allow, in_fork
from mutanter.tester import OPTIONS, Function, Suite

_FOREVER = 100_000
_LONGEST = 300  # seconds of the processor for all tests together
_AT_LEAST, _SLOWER = 3, 5  # seconds of the processor that a test is given, and times what it takes without a fault

Run = Callable[[Sequence[str]], str]
"""Runs tests in the order given until one fails, and returns what betrayed the fault, «» when nothing did."""


class Fault(NamedTuple):
    """A fault of the module `module`, which is the file `path`."""

    path: Path
    module: str
    tree: ast.Module
    mutant: Mutant

    @property
    def function(self) -> Function:
        """The function that it is in, as Python calls it."""
        return str(self.path), self.mutant.function.removesuffix("()")

    @property
    def told(self) -> str:
        """The fault on a line, for a person."""
        one = self.mutant
        nth = f" ({one.nth})" if one.nth > 1 else ""
        return f"{self.path.name}:{one.line} {one.function}{nth}: {one.before}  →  {one.after}"

    def code(self) -> CodeType:
        """Return the module with the fault in it."""
        right = self.mutant.place.put(self.mutant.node)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return compile(self.tree, str(self.path), "exec", dont_inherit=True)
        finally:
            self.mutant.place.put(right)


def killers(suite: Suite, faults: Sequence[Fault], jobs: int) -> list[str]:
    """Return for each fault the test that sees it, or what else betrays it; «» when nothing does."""
    progress = os.dup(sys.stderr.fileno())  # what else a worker prints is of no interest
    workers = [Forked(_Worker(suite, faults[n::jobs], progress), _FOREVER) for n in range(jobs)]
    found = [""] * len(faults)
    for n, worker in enumerate(workers):
        found[n::jobs] = worker.result()
    return found


class _Worker:
    """Tries faults one after the other.

    Most of them are in a function that nothing calls before the tests are run. So the tests are collected once, and
    for each of these faults the process is forked and the function given other code. The rest need the package loaded
    anew.
    """

    def __init__(self, suite: Suite, faults: Sequence[Fault], progress: int) -> None:
        self.suite = suite
        self.faults = faults
        self.progress = progress
        self.kills: Counter[str] = Counter()
        self.found: dict[int, str] = {}

    def __call__(self) -> list[str]:
        late = {n: swaps for n, fault in enumerate(self.faults) if (swaps := self._swaps(fault))}
        for n, fault in enumerate(self.faults):
            if n not in late:
                # The module may run it as it is loaded, as it does a decorator: then any test may see it.
                only = frozenset() if fault.mutant.function else users(fault.tree, fault.mutant.line)
                self._try(n, self._loaded_anew(fault), self.suite.that_see(str(fault.path), "", only))
        loop = _Loop(lambda loop: self._try_late(late, loop))
        if pytest.main([*OPTIONS, *self.suite.files], plugins=[loop]) == pytest.ExitCode.INTERNAL_ERROR:
            raise RuntimeError(loop.broken)
        return [self.found[n] for n in range(len(self.faults))]

    def _swaps(self, fault: Fault) -> list[tuple[CodeType, CodeType]]:
        """Return the code of the function with the fault, as it is and with it; nothing when that won't do."""
        if not fault.mutant.function.endswith("()") or fault.function in self.suite.early:
            return []
        name = fault.function[1]
        pairs = zip(
            _named(compile(fault.tree, str(fault.path), "exec", dont_inherit=True), name),
            _named(fault.code(), name),
            strict=True,
        )
        swaps = [(old, new) for old, new in pairs if old != new]
        return swaps if all(old.co_freevars == new.co_freevars for old, new in swaps) else []

    def _try_late(self, late: dict[int, list[tuple[CodeType, CodeType]]], loop: _Loop) -> None:
        for n in late:
            import_module(self.faults[n].module)  # some are loaded by the function that needs them
        functions: defaultdict[tuple[str, CodeType], list[FunctionType]] = defaultdict(list)
        gc.unfreeze()  # `conftest.py` freezes what is loaded, and what is frozen isn't among the objects
        for one in gc.get_objects():
            if isinstance(one, FunctionType):
                functions[one.__code__.co_filename, one.__code__].append(one)
        for n, swaps in late.items():
            changed = [(one, new) for old, new in swaps for one in functions[str(self.faults[n].path), old]]
            assert changed, self.faults[n].function
            self._try(n, self._with_other_code(changed, loop), self.suite.that_see(*self.faults[n].function))

    def _with_other_code(self, swaps: Sequence[tuple[FunctionType, CodeType]], loop: _Loop) -> Run:
        def run(tests: Sequence[str]) -> str:
            for function, code in swaps:
                function.__code__ = code
            return loop.first_failure(tests, self.suite.seconds)

        return run

    def _loaded_anew(self, fault: Fault) -> Run:
        def run(tests: Sequence[str]) -> str:
            give(fault.module, fault.path, fault.code())
            files: defaultdict[str, list[str]] = defaultdict(list)
            for test in tests:
                files[test.split("::")[0]].append(test)
            return next(filter(None, (self._failure_in(file, inside) for file, inside in files.items())), "")

        return run

    def _failure_in(self, file: str, tests: Sequence[str]) -> str:
        loop = _Loop(lambda loop: loop.first_failure(tests, self.suite.seconds))
        status = pytest.main([*OPTIONS, file], plugins=[loop])
        return loop.failed or ("" if status == pytest.ExitCode.OK else "innlesingen")

    def _try(self, n: int, run: Run, tests: list[str]) -> None:
        """Run the tests that can see a fault; first those that have seen one before."""
        tests.sort(key=lambda test: -self.kills[test])
        killer: str | None = in_fork(lambda: run(tests), _LONGEST)
        self.found[n] = "tiden" if killer is None else killer
        self.kills[self.found[n]] += 1
        os.write(self.progress, b"." if self.found[n] else f"\n{self.faults[n].told}\n".encode())


def _named(code: CodeType, name: str) -> list[CodeType]:
    """Return the code of all functions of a name, such as `Work.opcodes`: a property may have several."""
    inside = [one for one in code.co_consts if isinstance(one, CodeType)]
    found = [one for one in inside if one.co_qualname == name]
    return found + [code for one in inside if name.startswith(f"{one.co_qualname}.") for code in _named(one, name)]


class _Loop:
    """A plugin that leaves it to `work` what is done with the tests, and notes the first that fails."""

    def __init__(self, work: Callable[[_Loop], object]) -> None:
        self.work = work
        self.failed = ""
        self.broken = ""
        self.items: dict[str, pytest.Item] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        self.work(self)
        return True

    def first_failure(self, tests: Sequence[str], seconds: Mapping[str, float]) -> str:
        """Run tests until one fails, and return its name."""
        chosen = [self.items[test] for test in tests if test in self.items]
        for item, following in zip_longest(chosen, chosen[1:]):
            allow(_AT_LEAST + _SLOWER * seconds[item.nodeid])
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                break
        return self.failed

    def pytest_internalerror(self, excrepr: object) -> None:
        self.broken = str(excrepr)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = self.failed or report.nodeid

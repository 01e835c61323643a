"""Options and fixtures that all tests share."""

import faulthandler
import gc
import importlib
import os
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

from tests.grundig import GRUNDIG, antall, utvalg

# Both find the same each time; `make grundig` looks in many more places. How long a case takes says nothing on a
# machine that does other work too.
settings.register_profile("avtalegen", max_examples=antall(6, 500), deadline=None, derandomize=True, print_blob=True)
settings.load_profile("avtalegen")
if not GRUNDIG:
    # To read all our code for values to draw takes each process two seconds in a new checkout and half a one in any,
    # and what is found follows from which modules happen to be loaded. Of so few cases hardly any has one of them.
    providers._get_local_constants = lambda: providers._local_constants

HER = Path(__file__).parent
KONFORMITET = HER / "konformitet"
EKSEMPLER = sorted((HER.parent / "eksempler").glob("*.yaml"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--skriv-fasit",
        action="store_true",
        help="run only the tests that write what they compare with, and write it anew; look at it with git diff",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Remember the templates that are compiled, but not in the process that only hands out tests to others: those wait
    for it to load what it needs.
    """
    handed_out = hasattr(config, "workerinput")
    if handed_out or not getattr(config.option, "numprocesses", None):
        from tests import malminne

        malminne.remember()
        gc.disable()  # until the tests are collected
    if handed_out:
        from tests import faa_meldinger

        config.pluginmanager.register(faa_meldinger)


GUARD, AT_MOST_EACH = 1800, 60
"""Seconds before a test that hangs is ended, with the process that it is in, and before the count may begin anew."""

_guarded = -float(AT_MOST_EACH)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """End a test that never ends by itself. On a machine at rest none takes ten seconds.

    To begin the count takes a thread and a wait for the one before: as much as many of the tests.
    """
    global _guarded  # noqa: PLW0603
    if (now := monotonic()) - _guarded >= AT_MOST_EACH:
        faulthandler.dump_traceback_later(GUARD, exit=True)
        _guarded = now
    return (yield)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let every other process load the tests from the last to the first.

    In a new checkout, to make them ready to run takes each process eight seconds, and so they share that work. What
    can't be loaded, is told of when it is collected.
    """
    number = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    if int(number) % 2 and [Path(argument).resolve() for argument in session.config.args] == [HER]:
        for path in sorted(HER.glob("test_*.py"), reverse=True):
            with suppress(Exception, pytest.skip.Exception):
                importlib.import_module(f"tests.{path.stem}")


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and not in what is there for good: thousands of tests, and what they have loaded.

    It took a tenth of the time of the suite. A test that counts what is left, looks for itself. While they are
    collected, hardly anything is garbage, and to look took a fifth of that time.
    """
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)
    gc.enable()


def pytest_sessionfinish() -> None:
    """Let the process take the time that it needs to end."""
    faulthandler.cancel_dump_traceback_later()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Don't load the tests of konformitet when none of them is to be run."""
    unwanted = "not konformitet" in config.option.markexpr and collection_path == KONFORMITET
    return True if unwanted else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--skriv-fasit`, run the tests that write and no others: those that ask for `skriv_fasit`."""
    if not config.getoption("--skriv-fasit"):
        return
    others = [item for item in items if "skriv_fasit" not in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if item not in set(others)]


@pytest.fixture
def skriv_fasit(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--skriv-fasit"))


@pytest.fixture(params=EKSEMPLER, ids=lambda path: path.stem)
def eksempel(request: pytest.FixtureRequest) -> Path:
    """Each of the agreements in eksempler/ in turn."""
    path: Path = request.param
    return path


@pytest.fixture(params=utvalg(EKSEMPLER, 2), ids=lambda path: path.stem)
def et_eksempel(request: pytest.FixtureRequest) -> Path:
    """Some of them, for what is the same in all."""
    path: Path = request.param
    return path

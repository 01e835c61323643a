"""What a process that runs tests tells the one that hands them out: how a test ended, and no more.

pytest-xdist tells five things of each test, and pytest heeds one of them when nothing is wrong. To pack, send and
unpack the others took as much time as many of the tests.
"""

from __future__ import annotations

import pytest
from _pytest.runner import runtestprotocol

NEEDS_ALL = ("durations", "xmlpath", "setupshow", "maxfail")
"""Options of pytest that use more than how a test ended."""


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test as pytest does, and tell what it became, and of what went wrong before or after it."""
    options = item.config.option
    if options.verbose > 0 or any(getattr(options, name, None) for name in NEEDS_ALL):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.passed:
            if report.when != "call":
                continue
            report.keywords = {}
        item.ihook.pytest_runtest_logreport(report=report)
    return True

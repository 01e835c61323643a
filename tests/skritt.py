"""How much work something is, in steps and not in seconds: the same on every machine, whatever else it does.

A step is a call of a function, in Python or in C. What one call in C spends by itself can't be counted: a test of that
gives it so much that anything but linear time would never end, and is ended itself by the guard in conftest.py.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class TooManyStepsError(BaseException):
    """The work was more than allowed. Nothing that is tried may catch it."""


class Steps:
    """The steps taken so far."""

    def __init__(self, most: int | None) -> None:
        self.taken = 0
        self._most = most

    def count(self, frame: FrameType, event: str, _arg: Any) -> None:
        """Take note of what the interpreter tells."""
        if event in ("call", "c_call"):
            self.taken += 1
            if self._most is not None and self.taken > self._most:
                sys.setprofile(None)
                raise TooManyStepsError(f"more than {self._most} steps; the last in {frame.f_code.co_qualname}")


@contextmanager
def steps(most: int | None = None) -> Iterator[Steps]:
    """Count the steps that are taken, and stop with an error when they are more than `most`."""
    counted, before = Steps(most), sys.getprofile()
    sys.setprofile(counted.count)
    try:
        yield counted
    finally:
        sys.setprofile(before)

"""How much is tried: a sample in `make test`, all of it in `make grundig`.

Nothing is tried only in the one and not of its kind in the other: `utvalg` and `antall` take a part of what the
thorough suite takes all of. A test that can't be made smaller bears the mark `grundig`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeVar

import pytest

T = TypeVar("T")

GRUNDIG = bool(os.environ.get("AVTALEGEN_GRUNDIG"))
"""Whether everything is to be tried."""

grundig = pytest.mark.grundig
"""Marks a test that is too long for `make test`."""


def antall(raskt: int, grundig: int) -> int:
    """Return how many of something to try."""
    return grundig if GRUNDIG else raskt


def utvalg(alle: Iterable[T], raskt: int) -> list[T]:
    """Return the cases to try: all of them, or so many, spread evenly with the first and the last among them."""
    ting = list(alle)
    if GRUNDIG or len(ting) <= raskt:
        return ting
    skritt = (len(ting) - 1) / max(raskt - 1, 1)
    return [ting[round(n * skritt)] for n in range(raskt)]

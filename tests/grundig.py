"""How much is tried: a sample in `make test`, all of it in `make grundig`.

Nothing is tried only in the one and not of its kind in the other: `utvalg` and `antall` take a part of what the
thorough suite takes all of. A test that can't be made smaller bears the mark `grundig`, and is run by `make lange`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, TypeVar

import pytest
from _pytest.mark import ParameterSet

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


def noen_raskt(alle: Iterable[Any], raske: Iterable[Any]) -> list[Any]:
    """Return all the cases as parameters of a test. Each tells of something of its own; those not among `raske`, that
    `make test` has no time for, bear the mark `grundig`.
    """
    med = list(raske)
    return [_merket(en) if en not in med else en for en in alle]


def spredt(alle: Iterable[Any], raskt: int) -> list[Any]:
    """Return all the cases as parameters of a test; `make test` takes so many, spread as by `utvalg`, and `make lange`
    the others.
    """
    ting = list(alle)
    return noen_raskt(ting, utvalg(ting, raskt))


def _merket(en: Any) -> ParameterSet:
    if isinstance(en, ParameterSet):
        return en._replace(marks=[*en.marks, grundig])
    return pytest.param(*(en if isinstance(en, tuple) else (en,)), marks=grundig)

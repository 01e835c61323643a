"""The table of what has been measured, in `README.md` beside this file: a row for each module."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

PAGE = Path(__file__).resolve().parent / "README.md"
_ROW = re.compile(r"^\| `(?P<module>[^`]+)` \|.*\n", re.MULTILINE)


def row(module: str, made: int, seen: int, equivalent: int, rate: float, seed: int, day: str) -> str:
    """Return a row: the faults made, those seen, those that change nothing, and how many per cent were seen."""
    return f"| `{module}` | {made} | {seen} | {equivalent} | {rate:.0f} % | {seed} | {day} |\n"


def rows(page: str) -> dict[str, str]:
    """Return the rows of a page, by their modules."""
    return {found["module"]: found[0] for found in _ROW.finditer(page)}


def updated(page: str, new: Mapping[str, str], modules: Iterable[str]) -> str:
    """Return the page with the rows of `new` instead of those it had, sorted, and no row of what isn't in `modules`."""
    head = page[: found.start()] if (found := _ROW.search(page)) else page
    all_ = rows(page) | new
    return head + "".join(all_[module] for module in sorted(set(modules) & all_.keys()))

"""Findings for people in a hurry, and for editors and grep: one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from avtalegen.rapporter import FileReport, Totals
from avtalegen.rapporter.tekst import headline, summary


def report(reports: Iterable[FileReport], totals: Totals) -> Iterator[str]:
    """Give a line for each finding as soon as its file has been checked, and the summary at the end."""
    for one in reports:
        if one.diagnostics:
            yield "".join(f"{headline(diagnostic)}\n" for diagnostic in one.diagnostics)
    yield summary(totals)

"""How findings are told: one module per format, each with a `report` of the type `Reporter`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple, cast

from avtalegen.diagnostic import Diagnostic, Severity

REPORTERS = {
    "tekst": "avtalegen.rapporter.tekst",
}


class FileReport(NamedTuple):
    r"""One file, the text (lines end in `\n`) that its findings point into, and these in order."""

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]


class Totals:
    """What has been seen so far. Only counts are kept, so memory does not grow with the number of files."""

    def __init__(self) -> None:
        self.findings: Counter[Severity] = Counter()
        self.files = 0
        self.skipped = 0
        self.unreadable = 0


Reporter = Callable[[Iterable[FileReport], Totals], Iterator[str]]
"""Takes the files as they are checked, and the totals, which are complete when the last file has been taken.
Gives text as soon as it is ready, possibly with ANSI colours: whoever writes it removes what does not fit."""


def reporter(name: str) -> Reporter:
    """Load the reporter `name`, a key of `REPORTERS`."""
    return cast(Reporter, import_module(REPORTERS[name]).report)

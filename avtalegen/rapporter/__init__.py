"""How findings are told: one module per format, each with a `report` of the type `Reporter`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.register.personnummer import skjult

REPORTERS = {
    "tekst": "avtalegen.rapporter.tekst",
    "kort": "avtalegen.rapporter.kort",
    "json": "avtalegen.rapporter.json",
    "sarif": "avtalegen.rapporter.sarif",
    "github": "avtalegen.rapporter.github",
    "junit": "avtalegen.rapporter.junit",
}


class JobSummary(str):
    """Markdown for the page that a CI system shows of a job, among what a reporter gives. It is not for the screen."""

    __slots__ = ()


FILE_BY_FILE = frozenset({"junit"})
"""The formats that tell of each file by itself whether it has errors, and so need all the findings of each."""


class FileReport(NamedTuple):
    r"""One file, the text (lines end in `\n`) that its findings point into, and these in order.

    Findings may also point into the files that it inherits from; `texts` holds the text of these by name. `suppressed`
    holds findings that a comment in a file turns off: they are counted nowhere.
    """

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = MappingProxyType({})
    suppressed: tuple[Diagnostic, ...] = ()

    def lines(self) -> dict[str, list[str]]:
        """Return the lines of each file that a finding points into, with the fødselsnummer in them masked."""
        texts = {**self.texts, self.file: self.text}
        return {
            name: lines_of(texts.get(name, "")) for name in {d.span.file for d in (*self.diagnostics, *self.suppressed)}
        }


def lines_of(text: str) -> list[str]:
    """Return the lines of a file with the fødselsnummer in them masked: they go to logs, and to others' machines."""
    return [skjult(line) for line in text.split("\n")]


class Totals:
    """What has been seen so far. Only counts are kept, so memory does not grow with the number of files."""

    def __init__(self, paths: Sequence[str] = ()) -> None:
        self.paths = tuple(paths)  # where to look
        self.findings: Counter[Severity] = Counter()
        self.files = 0
        self.skipped = 0  # YAML files that are no agreements
        self.excluded = 0  # YAML files that the settings leave out
        self.unreadable = 0

    @property
    def nothing(self) -> bool:
        """Whether there are no agreements where there should be some, and nothing that could have been one."""
        return not (self.files or self.unreadable)


Årsak = tuple[str, Severity, str, Span]
"""What makes a finding the same in several agreements (`Diagnostic.årsak`)."""


def untold(file: str, diagnostics: tuple[Diagnostic, ...], told: set[Årsak] | None) -> tuple[Diagnostic, ...]:
    """Return the findings without those in other files than `file` whose cause is in `told`, and add that of the rest.

    Forty agreements may inherit from one file, and what is wrong there is put right once. With None, all are returned.
    """
    if told is None:
        return diagnostics
    news = []
    for diagnostic in diagnostics:
        if diagnostic.span.file != file:
            if diagnostic.årsak in told:
                continue
            told.add(diagnostic.årsak)
        news.append(diagnostic)
    return tuple(news)


Reporter = Callable[[Iterable[FileReport], Totals], Iterator[str]]
"""Takes the files as they are checked, and the totals, which are complete when the last file has been taken.
Gives text as soon as it is ready, possibly with ANSI colours: whoever writes it removes what does not fit."""


def reporter(name: str, *, each: bool = False) -> Reporter:
    """Load the reporter `name`, a key of `REPORTERS`.

    The one for people tells what several agreements have in common once, unless `each` is asked for.
    """
    module = import_module(REPORTERS[name])
    found: Reporter = module.report_each if each and name == "tekst" else module.report
    return found

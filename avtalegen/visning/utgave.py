"""What the preview shows: the last document that could be made, and what is found in the files as they are now."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from avtalegen.dokument.innhold import Document, Heading, Tekststed, characters
from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity, Span
from avtalegen.komponering.noter import Steder
from avtalegen.rapporter import FileReport
from avtalegen.rapporter.visible import visible
from avtalegen.skrivere.disposisjon import Outline
from avtalegen.visning.ord import i_målform

_GRAVEST_FIRST = list(Severity)


class Source(NamedTuple):
    """Where the values of a document are written.

    `place` takes the route of a value, and gives the steps of it that stand in the file, and where it leads to. `lines`
    holds the lines of each file, by name.
    """

    place: Callable[[Rute], tuple[Rute, Span]]
    lines: Mapping[str, Sequence[str]]


class Sheet(NamedTuple):
    """A finished document: the page as `lag` writes it, when it was made, where things stand in it and in files."""

    html: bytes
    made: datetime
    document: Document
    steder: Steder
    source: Source

    @property
    def digest(self) -> str:
        """A name for the page: two pages with the same name are equal."""
        return hashlib.sha256(self.html).hexdigest()[:16]


class Attempt(NamedTuple):
    """What came of reading the files once.

    `sheet` is None when no document could be made. `failure` is a message when something could not be read at all.
    """

    reports: tuple[FileReport, ...] = ()
    sheet: Sheet | None = None
    failure: str = ""


class Told(NamedTuple):
    """A finding, the lines of the file that it points into, and the sentence that it is about, if it is just one."""

    found: Diagnostic
    lines: Sequence[str]
    sentence: Tekststed | None = None


class Group(NamedTuple):
    """The findings about one heading, or about a file.

    `heading` is the id of the heading, «» that of the title; None: they are about a file, and stand nowhere in the
    document.
    """

    title: str
    heading: str | None
    told: tuple[Told, ...]


class Edition(NamedTuple):
    """What is shown at one moment.

    `file` is the agreement as the user named it, `at` when it was read. `sheet` is the last document that could be
    made; it is `current` when it was made of the files as they are now.
    """

    file: str
    at: datetime
    sheet: Sheet | None
    current: bool
    groups: tuple[Group, ...]
    failure: str = ""

    @property
    def numbered(self) -> Iterator[tuple[Group, Told, int]]:
        """Give the findings in the order that they are shown in, each with its group and its number, from 1."""
        number = 0
        for group in self.groups:
            for told in group.told:
                number += 1
                yield group, told, number

    @property
    def nynorsk(self) -> bool:
        """Whether what is said of the agreement is in nynorsk: as what is found in its file, or else the document."""
        found = [told.found for _, told, _ in self.numbered]
        if own := [one for one in found if one.span.file == self.file]:
            return own[0].nynorsk
        return self.sheet.document.language == "nn" if self.sheet else any(one.nynorsk for one in found)

    @property
    def ord(self) -> dict[str, str]:
        """The words of the page."""
        return i_målform(self.nynorsk)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        found = [one.found.severity for group in self.groups for one in group.told]
        return {severity: found.count(severity) for severity in Severity}


def edition(file: str, attempt: Attempt, at: datetime, before: Edition | None = None) -> Edition:
    """Return what to show after `attempt`; the document stays that of `before` when no new one could be made."""
    sheet = attempt.sheet or (before.sheet if before else None)
    if attempt.failure and before:
        # Nothing was read, so what was known of the files is the best there is.
        return before._replace(at=at, current=False, failure=attempt.failure)
    told = [Told(found, lines) for report in attempt.reports for found, lines in _told(report)]
    return Edition(file, at, sheet, attempt.sheet is not None, tuple(_groups(told, sheet)), attempt.failure)


def _told(report: FileReport) -> Iterator[tuple[Diagnostic, Sequence[str]]]:
    lines = report.lines()
    for found in report.diagnostics:
        yield found, lines[found.span.file]


def _groups(told: Iterable[Told], sheet: Sheet | None) -> Iterator[Group]:
    """Give the findings in groups: first those about files, then in the order of the document."""
    by_file: dict[str, list[Told]] = {}
    by_heading: dict[str | None, list[Told]] = {}
    headings = [block for block in sheet.document.blocks if isinstance(block, Heading)] if sheet else []
    for one in told:
        route = one.found.route
        if sheet is None or route is None:
            by_file.setdefault(one.found.span.file, []).append(one)
        else:
            placed = one._replace(sentence=sheet.steder.setning(route))
            by_heading.setdefault(sheet.steder.of(route), []).append(placed)
    for file, found in by_file.items():
        yield Group(visible(file), None, tuple(found))
    if found := by_heading.get(None, []):
        yield Group(i_målform(found[0].found.nynorsk)["helhet"], "", _gravest_first(found))
    outline = Outline()
    for heading in headings:
        number = outline.next(heading)[1]
        if found := by_heading.get(heading.id, []):
            yield Group(f"{number} {characters(heading.content)}".strip(), heading.id, _gravest_first(found))


def _gravest_first(told: list[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda one: _GRAVEST_FIRST.index(one.found.severity)))

"""Findings as GitHub Actions shows them: beside the lines of a pull request, and in a table on the page of the job.

GitHub shows ten findings of each kind from a step, the first ones, and counts the rest nowhere. Hence the errors come
first, and the totals are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

import click

from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.funn.ordlyd import antall
from avtalegen.rapporter import FileReport, JobSummary, Totals
from avtalegen.rapporter.forklaring import escaped
from avtalegen.rapporter.tekst import no_agreements, summary
from avtalegen.rapporter.visible import visible
from avtalegen.regler.katalog import katalog

_KINDS = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.RÅD: "notice"}
_ANNOTATIONS = 10  # of each kind: what GitHub shows
_ROWS = 1000  # of each kind: more than anybody reads, and no more than fits in memory
_SUMMARY = 900_000  # bytes: GitHub refuses a summary of more than a mebibyte

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(reports: Iterable[FileReport], totals: Totals) -> Iterator[str]:
    """Give the findings when all files have been checked, the gravest first, the totals, and the page of the job."""
    kept: dict[Severity, list[Diagnostic]] = {severity: [] for severity in _KINDS}
    for one in reports:
        for diagnostic in one.diagnostics:
            if len(kept[diagnostic.severity]) < _ROWS:
                kept[diagnostic.severity].append(diagnostic)
    for some in kept.values():
        for diagnostic in some[:_ANNOTATIONS]:
            yield _annotation(diagnostic)
    if hidden := sum(max(0, number - _ANNOTATIONS) for number in totals.findings.values()):
        yield f"{antall(hidden, 'funn', 'funn')} til vises ikke her. Se sammendraget av jobben.\n"
    if totals.nothing:  # a job that has looked in the wrong folder is no good sign
        yield f"::error title=avtalegen::{no_agreements(totals).translate(_DATA)}\n"
    yield click.unstyle(summary(totals))
    yield JobSummary(_page([diagnostic for some in kept.values() for diagnostic in some], totals))


def _annotation(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    one_line = span.end_line == span.line
    last_line = span.end_line if one_line or span.end_column > 1 else span.end_line - 1
    properties = {"file": PurePath(span.file).as_posix(), "line": str(span.line), "endLine": str(last_line)}
    if one_line:  # GitHub refuses columns for several lines
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = _title(diagnostic)
    told = ",".join(f"{name}={visible(value).translate(_PROPERTY)}" for name, value in properties.items())
    lines = "\n".join(filter(None, (diagnostic.message, diagnostic.hint))).split("\n")
    data = "\n".join(map(visible, lines)).translate(_DATA)
    return f"::{_KINDS[diagnostic.severity]} {told}::{data}\n"


def _title(diagnostic: Diagnostic) -> str:
    known = katalog().get(diagnostic.code)
    return f"{diagnostic.code} {known.navn}" if known else diagnostic.code


def _page(diagnostics: list[Diagnostic], totals: Totals) -> str:
    """Return the table of findings as Markdown, without the last rows when they are too many."""
    lines = ["### avtalegen", "", click.unstyle(summary(totals)).strip().replace("\n", "\n\n"), ""]
    if diagnostics:
        lines += ["| sted | funn | melding |", "|---|---|---|"]
    room, told = _SUMMARY, 0
    for diagnostic in diagnostics:
        row = _row(diagnostic)
        room -= len(row.encode("utf-8", "replace"))
        if room < 0:
            break
        lines.append(row)
        told += 1
    if left := totals.findings.total() - told:
        lines += ["", f"{antall(left, 'funn', 'funn')} til er ikke med i tabellen."]
    return "\n".join((*lines, ""))


def _row(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    place = f"{span.file}:{span.line}:{span.column}"
    found = f"{diagnostic.severity.value} {_title(diagnostic)}"
    message = " ".join(filter(None, (diagnostic.message, diagnostic.hint)))
    return f"| {escaped(place)} | {escaped(found)} | {escaped(message)} |"

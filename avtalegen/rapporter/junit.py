"""Findings as JUnit XML, which most CI systems can show: each file is a test, and it fails when it has errors.

Warnings and advice are told as output of the test: they don't stop anything, so they should not make it red.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.rapporter import FileReport, Totals
from avtalegen.rapporter.tekst import counted, not_read
from avtalegen.rapporter.visible import visible

# What is left of that which XML 1.0 can't hold, when `visible` has done its part.
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def report(reports: Iterable[FileReport], totals: Totals) -> Iterator[str]:
    """Give the whole file at the end: the numbers stand first in it."""
    cases, failures = [], 0
    for one in reports:
        cases.append(_case(one))
        failures += _has_errors(one)
    if totals.unreadable:
        error = f"<error message={_quoted(not_read(totals))}/>"
        cases.append(f'<testcase classname="avtalegen" name="lesing">\n{error}\n</testcase>\n')
    errors = int(totals.unreadable > 0)
    numbers = f'name="avtalegen" tests="{len(cases)}" failures="{failures}" errors="{errors}"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {numbers}>\n<testsuite {numbers}>\n'
    yield from cases
    yield "</testsuite>\n</testsuites>\n"


def _case(one: FileReport) -> str:
    """Return a file as a test. Readers of JUnit take one failure per test, so it holds all the errors."""
    errors = [d for d in one.diagnostics if d.severity is Severity.FEIL]
    others = [d for d in one.diagnostics if d.severity is not Severity.FEIL]
    inside = ""
    if errors:
        message = _quoted(errors[0].message if len(errors) == 1 else counted({Severity.FEIL: len(errors)}))
        inside += f'<failure type="feil" message={message}>{_told(errors)}</failure>\n'
    if others:
        inside += f"<system-out>{_told(others)}</system-out>\n"
    file = _quoted(one.file)
    return f'<testcase classname="avtalegen" name={file} file={file}>\n{inside}</testcase>\n'


def _has_errors(one: FileReport) -> bool:
    return any(d.severity is Severity.FEIL for d in one.diagnostics)


def _told(diagnostics: Iterable[Diagnostic]) -> str:
    return escape("\n".join(line for diagnostic in diagnostics for line in _lines(diagnostic)))


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    span = diagnostic.span
    kind = f"{diagnostic.severity.value}[{diagnostic.code}]"
    yield _allowed(f"{span.file}:{span.line}:{span.column}: {kind} {diagnostic.message}")
    if diagnostic.hint:
        yield _allowed(f"  Hjelp: {diagnostic.hint}")
    if diagnostic.section:
        yield _allowed(f"  Grunnlag: {diagnostic.section}")


def _quoted(text: str) -> str:
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    return _NOT_XML.sub("\ufffd", visible(text))

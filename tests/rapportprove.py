"""Reports on findings that are made up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from avtalegen.funn.diagnostic import Diagnostic, Related, Severity, Span
from avtalegen.rapporter import FileReport, JobSummary, Totals, reporter

MACHINES = ["json", "sarif", "github", "junit"]
FEIL, ADVARSEL, RÅD = Severity.FEIL, Severity.ADVARSEL, Severity.RÅD


def funn(severity: Severity = FEIL, message: str = "Noe er galt.", file: str = "a.yaml", **other: Any) -> Diagnostic:
    span = other.pop("span", Span(file, 2, 3, 2, 8))
    return Diagnostic(other.pop("code", "SKJ002"), severity, message, span, **other)


def told(format_: str, *diagnostics: Diagnostic, text: str = "a: 1\n  b: 2\n", unreadable: int = 0) -> list[str]:
    """Return the pieces of a report on one file."""
    totals = Totals()

    def files() -> Iterator[FileReport]:
        totals.files += 1
        totals.findings.update(d.severity for d in diagnostics)
        yield FileReport("a.yaml", text, diagnostics)
        totals.unreadable = unreadable

    return list(reporter(format_)(files(), totals))


def screen(format_: str, *diagnostics: Diagnostic, **other: Any) -> str:
    return "".join(part for part in told(format_, *diagnostics, **other) if not isinstance(part, JobSummary))


def page(*diagnostics: Diagnostic, **other: Any) -> str:
    (one,) = (part for part in told("github", *diagnostics, **other) if isinstance(part, JobSummary))
    return one


ALT = funn(
    ADVARSEL,
    "«x» mangler, men «y» er der.",
    hint="Skriv «x».\nEller «z».",
    section="veilederen 4.1.2",
    code="VEI423",
    related=(Related(Span("felles/b.yaml", 4, 1, 4, 9), "Først oppgitt her."),),
)

"""What the tool has to say about a file: one type for YAML syntax, the format and the rules.

Positions are 1-based and count characters, not bytes and not screen cells: «æ» is one, a tab is one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How grave a finding is. FEIL stops `lag`; the two others are shown and counted."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    RÅD = "råd"


class Span(NamedTuple):
    """A stretch of one file.

    `file` is the name as the user gave it («-» is standard input). `end_line` and `end_column` point at
    the first character after the stretch; an empty stretch marks one place.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Related(NamedTuple):
    """Another place that belongs to the same finding («først oppgitt her»)."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
    """One finding.

    `message` says what is wrong and what was expected, `hint` what to do about it. `section` names the
    section of the guide or the paragraph of law that the finding rests on.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    hint: str | None = None
    section: str | None = None
    related: tuple[Related, ...] = ()


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings without repetitions, in the order in which a person reads the files."""
    return sorted(dict.fromkeys(diagnostics), key=lambda d: (d.span, d.code, d.message))


def has_errors(diagnostics: list[Diagnostic]) -> bool:
    """Tell whether any finding is of severity FEIL."""
    return any(d.severity is Severity.FEIL for d in diagnostics)


class AvtalegenError(Exception):
    """The tool could not do its work: a file that can't be read, a full disk, an agreement with errors.

    The message is Norwegian and complete. `diagnostics` holds the findings when it was an agreement.
    """

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics

"""What the tool has to say about a file: one type for YAML syntax, the format and the rules.

Positions are 1-based and count characters, not bytes and not screen cells: «æ» is one, a tab is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from avtalegen.funn.begge import i_nynorsk

Rute = tuple[str | int, ...]
"""The way to a value of the YAML: keys, and positions in lists, where the first is 0. The root is ()."""


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


class Fix(NamedTuple):
    """What would put a finding right: `old`, as it stands in `span`, replaced by `new`."""

    span: Span
    old: str
    new: str


class Diagnostic(NamedTuple):
    """One finding.

    `message` says what is wrong and what was expected, `hint` what to do about it. `section` names the
    section of the guide or the paragraph of law that the finding rests on. `suppressed` is set where a comment in
    the file turns the finding off: it is the reason given there, empty when there is none. `route` is the way to what
    the finding is about in the agreement, in keys and positions of the long form; None when it is about the file.
    `fix` is set where one change of the text is sure to be right. The texts are in bokmål, and as `Begge` they have
    nynorsk with them; where `nynorsk` is set, they are in that (`på_nynorsk`), and `på_bokmål` is the message there.
    `antall` is how many it stands for, where the rest of very many of a kind are told as one.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    hint: str | None = None
    section: str | None = None
    related: tuple[Related, ...] = ()
    suppressed: str | None = None
    route: Rute | None = None
    fix: Fix | None = None
    nynorsk: bool = False
    på_bokmål: str = ""
    antall: int = 1

    @property
    def årsak(self) -> tuple[str, Severity, str, Span]:
        """What makes it the same finding when it is told to somebody else, perhaps in the other målform."""
        return self.code, self.severity, self.på_bokmål or self.message, self.span

    @property
    def alvor(self) -> str:
        """How grave it is, in a word to people."""
        return "åtvaring" if self.nynorsk and self.severity is Severity.ADVARSEL else self.severity.value

    @property
    def se_også(self) -> str:
        """What stands before a place that belongs to it."""
        return "Sjå også" if self.nynorsk else "Se også"


def per_alvorlighet(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """Return how many there are of each severity."""
    counts: Counter[Severity] = Counter()
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += diagnostic.antall
    return counts


_ROUTE = Diagnostic._fields.index("route")


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings without repetitions, in the order in which a person reads the files.

    A finding about something that the file says once, and that counts in several places, is one finding.
    """
    if len(diagnostics) < 2:
        return [*diagnostics]
    once: dict[tuple[object, ...], Diagnostic] = {}
    for diagnostic in diagnostics:
        once.setdefault(diagnostic[:_ROUTE] + diagnostic[_ROUTE + 1 :], diagnostic)
    return sorted(once.values(), key=lambda d: (d.span, d.code, d.message))


def på_nynorsk(found: Diagnostic) -> Diagnostic:
    """Return a finding in nynorsk, but for what is known in bokmål only."""
    return found._replace(
        message=i_nynorsk(found.message),
        hint=found.hint and i_nynorsk(found.hint),
        section=found.section and i_nynorsk(found.section),
        related=tuple(one._replace(message=i_nynorsk(one.message)) for one in found.related),
        nynorsk=True,
        på_bokmål=found.message,
    )


def has_errors(diagnostics: list[Diagnostic]) -> bool:
    """Tell whether any finding is of severity FEIL."""
    return any(d.severity is Severity.FEIL for d in diagnostics)


class AvtalegenError(Exception):
    """The tool could not do its work: a file that can't be read, a full disk, an agreement with errors.

    The `message` is Norwegian and complete. `diagnostics` holds the findings when it was an agreement.
    """

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.diagnostics = diagnostics

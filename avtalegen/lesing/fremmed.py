"""Lines that are no part of an agreement, but of what it has been through: git, an e-mail, a code block on a page.

They are told as what they are, and what else the file says is read without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Related, Span
from avtalegen.lesing.findings import finding
from avtalegen.lesing.nokler import parts_keys
from avtalegen.modell.senere import senere

_MOST = 8
"""Findings about such lines: there is no end to what can be pasted."""
_FIRST, _BASE, _SECOND, _END = "<" * 7, "|" * 7, "=" * 7, ">" * 7
_MARK = senere(r"(<{7}|\|{7}|={7}|>{7})(?:\s.*)?")
_QUOTED = senere(r"(?:> ?)+(?!>)")
_FENCE = senere(r"\s*(?:```|~~~)\s*\w*\s*")
_GREETING = senere(
    r"(?i)--\s*|(?:med )?(?:vennlig|venleg|vennleg|beste|hjertelig|god) (?:hilsen|helsing)\b.*|"
    r"(?:hilsen|helsing|mvh|vh)\b(?!\s*:).*"
)


def without_foreign(file: str, lines: list[str]) -> tuple[list[Diagnostic], list[str]]:
    """Return one finding for each stretch of such lines, and the lines with comments in their places."""
    left = [*lines]
    found = [*_conflicts(file, left), *_quotes(file, left), *_fences(file, left), *_greeting(file, left)]
    return found[:_MOST], left


def _conflicts(file: str, lines: list[str]) -> Iterator[Diagnostic]:
    """Tell of each place where git could not choose, and leave what stands first there."""
    marks = [(row, line[:7]) for row, line in enumerate(lines) if _MARK.fullmatch(line)]
    nr = 0
    while nr < len(marks):
        row, mark = marks[nr]
        kinds = [kind for _, kind in marks[nr + 1 : nr + 4]]
        whole = mark == _FIRST and (kinds[:2] == [_SECOND, _END] or kinds == [_BASE, _SECOND, _END])
        inside = marks[nr + 1 : nr + 2 + kinds.index(_END)] if whole else []
        nr += 1 + len(inside)
        if not whole and mark == _SECOND and lines[row].strip("="):
            continue
        first, last = (inside[0][0], inside[-1][0]) if inside else (row, row)
        for taken in (row, *range(first, last + 1)):
            lines[taken] = "#"
        yield _conflict(file, row, inside) if inside else _stray(file, row)


def _conflict(file: str, row: int, inside: list[tuple[int, str]]) -> Diagnostic:
    second = next(other for other, kind in inside if kind == _SECOND)
    return finding(
        "YML001",
        _span(file, row, 7),
        Begge(
            "Her har to utgaver av filen forskjellig innhold, og det er ikke valgt mellom dem (git).",
            "Her har to utgåver av fila ulikt innhald, og det er ikkje valt mellom dei (git).",
        ),
        Begge(
            "Behold de linjene som skal gjelde, og slett resten, også linjene med <<<<<<<, ======= og >>>>>>>.",
            "Behald dei linjene som skal gjelde, og slett resten, også linjene med <<<<<<<, ======= og >>>>>>>.",
        ),
        (
            Related(_span(file, second, 7), Begge("her begynner den andre utgaven", "her byrjar den andre utgåva")),
            Related(_span(file, inside[-1][0], 7), Begge("her slutter den", "her sluttar ho")),
        ),
    )


def _stray(file: str, row: int) -> Diagnostic:
    return finding(
        "YML001",
        _span(file, row, 7),
        Begge(
            "Dette merket setter git der to utgaver av filen er forskjellige. Det er ikke YAML.",
            "Dette merket set git der to utgåver av fila er ulike. Det er ikkje YAML.",
        ),
        Begge(
            "Se at linjene rundt er de som skal gjelde, og slett linjen med merket.",
            "Sjå at linjene rundt er dei som skal gjelde, og slett linja med merket.",
        ),
    )


def _quotes(file: str, lines: list[str]) -> Iterator[Diagnostic]:
    """Tell where lines begin to be quoted as in an answer to an e-mail, and leave them without the sign."""
    before = False
    for row, line in enumerate(lines):
        quoted = _QUOTED.match(line)
        if quoted and not before:
            yield finding(
                "YML001",
                _span(file, row, 1),
                Begge(
                    "Linjen begynner med >, slik linjene gjør i svaret på en e-post.",
                    "Linja byrjar med >, slik linjene gjer i svaret på ein e-post.",
                ),
                Begge(
                    "Slett > og mellomrommet bak, på denne linjen og linjene under.",
                    "Slett > og mellomrommet bak, på denne linja og linjene under.",
                ),
            )
        if quoted:
            lines[row] = line[quoted.end() :]
        before = bool(quoted)


def _fences(file: str, lines: list[str]) -> Iterator[Diagnostic]:
    rows = [row for row, line in enumerate(lines) if _FENCE.fullmatch(line)]
    if rows:
        sign = lines[rows[0]].strip()[:3]
        for row in rows:
            lines[row] = "#"
        yield finding(
            "YML001",
            _span(file, rows[0], 3),
            Begge(
                f"{sign} står rundt YAML på nettsider og i samtaler, men er ikke en del av den.",
                f"{sign} står rundt YAML på nettsider og i samtalar, men er ikkje ein del av han.",
            ),
            likt("Slett linjene med dette merket."),
            tuple(Related(_span(file, row, 3), likt("og her")) for row in rows[1:2]),
        )


def _greeting(file: str, lines: list[str]) -> Iterator[Diagnostic]:
    """Tell of the end of an e-mail below the agreement: nothing under it is a field, but «Tlf: 02800» is none."""
    last = max((row for row, line in enumerate(lines) if _is_field(line)), default=0)
    for row, line in enumerate(lines[last + 1 :], last + 1):
        if _GREETING.fullmatch(line):
            lines[row:] = ["#"] * (len(lines) - row)
            yield finding(
                "YML001",
                _span(file, row, len(line)),
                Begge(
                    "Dette ser ut som slutten av en e-post, og er ikke en del av avtalen.",
                    "Dette ser ut som slutten av ein e-post, og er ikkje ein del av avtalen.",
                ),
                Begge("Slett denne linjen og resten av filen.", "Slett denne linja og resten av fila."),
            )
            return


def _is_field(line: str) -> bool:
    """Tell whether a line is a field of the whole agreement, or one that others may stand under."""
    named = re.match(r"(\w+):(?:\s+(\S)|\s|$)", line)
    return named is not None and (not named[2] or named[1] in parts_keys(("",)))


def _span(file: str, row: int, width: int) -> Span:
    return Span(file, row + 1, 1, row + 1, max(width, 1) + 1)

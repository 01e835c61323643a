"""Where in a text of the file the words stand that a finding is about."""

from __future__ import annotations

from avtalegen.funn.diagnostic import Span


def innenfor(tekst: str, span: Span, bit: str) -> Span:
    """Return the place of the first `bit` within a stretch of a file; the stretch itself when it isn't there.

    `tekst` is all of the file.
    """
    linjer = tekst.split("\n")
    slutt = min(span.end_line, len(linjer))
    if span.line <= slutt and linjer[span.line - 1][span.column - 1 :][:1] in ("|", ">"):
        # A text in lines of its own goes on as long as they are further in than its key.
        innrykk = _innrykk(linjer[span.line - 1])
        while slutt < len(linjer) and (not linjer[slutt].strip() or _innrykk(linjer[slutt]) > innrykk):
            slutt += 1
    for nummer in range(span.line, slutt + 1):
        fra = linjer[nummer - 1].find(bit, span.column - 1 if nummer == span.line else 0)
        if fra >= 0:
            return Span(span.file, nummer, fra + 1, nummer, fra + 1 + len(bit))
    return span


def _innrykk(linje: str) -> int:
    return len(linje) - len(linje.lstrip())

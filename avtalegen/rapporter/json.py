"""Findings as one JSON object, for other programs.

`versjon` changes when something is removed or gets another meaning; new keys may come without notice. Places are
1-based and count characters; `slutt` is the first character after the stretch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.rapporter import FileReport, Totals
from avtalegen.regler.katalog import katalog

VERSJON = 1


def report(reports: Iterable[FileReport], totals: Totals) -> Iterator[str]:
    """Give the object piece by piece: the findings of a file are written, and forgotten, before the next is read."""
    yield f'{{"versjon": {VERSJON}, "funn": ['
    separator = "\n"
    for one in reports:
        if one.diagnostics:
            yield separator + ",\n".join(_dumps(finding(diagnostic)) for diagnostic in one.diagnostics)
            separator = ",\n"
    yield f'\n], "sammendrag": {_dumps(_summary(totals))}}}\n'


def finding(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return one finding as an object."""
    known = katalog().get(diagnostic.code)
    return {
        "kode": diagnostic.code,
        "navn": known.navn if known else None,
        "alvorlighet": diagnostic.severity.value,
        "melding": diagnostic.message,
        "hjelp": diagnostic.hint,
        **_place(diagnostic.span),
        "grunnlag": diagnostic.section,
        "relatert": [{**_place(related.span), "melding": related.message} for related in diagnostic.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "fil": span.file,
        "start": {"linje": span.line, "kolonne": span.column},
        "slutt": {"linje": span.end_line, "kolonne": span.end_column},
    }


def _summary(totals: Totals) -> dict[str, int]:
    return {
        "avtaler": totals.files,
        **{severity.value: totals.findings[severity] for severity in Severity},
        "hoppet_over": totals.skipped,
        "utelatt": totals.excluded,
        "ikke_lest": totals.unreadable,
    }


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

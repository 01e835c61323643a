"""Findings as SARIF 2.1.0, the format that GitHub code scanning and many editors read.

A finding has a fingerprint of its code, its file and the text of its line, so that it is known again when lines above
it come or go.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from avtalegen import __version__
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span, in_order
from avtalegen.rapporter import FileReport, Totals
from avtalegen.rapporter.forklaring import markdown
from avtalegen.regler.katalog import FAMILIER, Oppslag, katalog

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.RÅD: "note"}
_ROOT = "%SRCROOT%"
_FINGERPRINT = "avtalegen/v1"
_SENTENCE_END = re.compile(r"(?<=[.?])\s")


class _Fingerprints:
    """What tells a finding from the others with its code, its file and the text of its line: how many came before."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str, str]] = Counter()
        self._begun: dict[tuple[str, str, str], hashlib._Hash] = {}  # a line may be long, and have many findings

    def of(self, code: str, file: str, line: str) -> str:
        """Return the fingerprint of the next finding with these."""
        alike = code, file, line
        if not self._seen[alike]:
            self._begun[alike] = hashlib.sha256("\0".join(alike).encode("utf-8", "surrogateescape"))
        self._seen[alike] += 1
        whole = self._begun[alike].copy()
        whole.update(f"\0{self._seen[alike]}".encode())
        return whole.hexdigest()[:32]


def report(reports: Iterable[FileReport], totals: Totals) -> Iterator[str]:
    """Give the log piece by piece: the findings of a file are written, and forgotten, before the next is read."""
    codes = katalog()
    numbers = {code: number for number, code in enumerate(codes)}
    driver = {
        "name": "avtalegen",
        "semanticVersion": __version__,
        "language": "nb",
        "rules": [_rule(oppslag) for oppslag in codes.values()],
    }
    run = {"tool": {"driver": driver}, "language": "nb", "columnKind": "unicodeCodePoints"}
    yield f'{{"$schema": {_dumps(_SCHEMA)}, "version": "2.1.0", "runs": [{_dumps(run)[:-1]}, "results": ['
    separator = "\n"
    shared = _Fingerprints()  # several agreements may have findings in a file that they inherit from
    for one in reports:
        own, lines = _Fingerprints(), one.lines()
        results = []
        for diagnostic in in_order([*one.diagnostics, *one.suppressed]):
            seen = own if diagnostic.span.file == one.file else shared
            results.append(_dumps(_result(diagnostic, numbers, seen, lines[diagnostic.span.file])))
        if results:
            yield separator + ",\n".join(results)
            separator = ",\n"
    yield f'\n], "invocations": [{_dumps({"executionSuccessful": not totals.unreadable})}]}}]}}\n'


def _rule(oppslag: Oppslag) -> dict[str, Any]:
    dok = oppslag.dokumentasjon
    examples = f"Feil:\n{dok.eksempel_feil}\nRiktig:\n{dok.eksempel_riktig}"
    properties = {"tags": [oppslag.familie, FAMILIER[oppslag.familie]]}
    return {
        "id": oppslag.kode,
        "name": oppslag.navn,
        "shortDescription": {"text": _SENTENCE_END.split(dok.hva, maxsplit=1)[0]},
        "fullDescription": {"text": f"{dok.hva} {dok.hvorfor}"},
        "help": {
            "text": f"Hvorfor: {dok.hvorfor}\n\nRett opp: {dok.rett_opp}\n\n{examples}",
            "markdown": markdown(oppslag),
        },
        "defaultConfiguration": {"level": _LEVELS[oppslag.alvorlighet]},
        "properties": {"section": oppslag.grunnlag, **properties} if oppslag.grunnlag else properties,
    }


def _result(
    diagnostic: Diagnostic, numbers: Mapping[str, int], seen: _Fingerprints, lines: Sequence[str]
) -> dict[str, Any]:
    span = diagnostic.span
    line = lines[span.line - 1].strip() if span.line <= len(lines) else ""
    fingerprint = seen.of(diagnostic.code, PurePath(span.file).as_posix(), line)
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": "\n".join(filter(None, (diagnostic.message, diagnostic.hint)))},
        "locations": [{"physicalLocation": _physical(span)}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if diagnostic.code in numbers:
        result["ruleIndex"] = numbers[diagnostic.code]
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(related.span), "message": {"text": related.message}}
            for number, related in enumerate(diagnostic.related, start=1)
        ]
    if diagnostic.suppressed is not None:
        justification = {"justification": diagnostic.suppressed} if diagnostic.suppressed else {}
        result["suppressions"] = [{"kind": "inSource", **justification}]
    return result


def _physical(span: Span) -> dict[str, Any]:
    path = PurePath(span.file)
    if path.is_absolute():
        location = {"uri": path.as_uri()}
    else:
        location = {"uri": quote(path.as_posix(), errors="surrogateescape"), "uriBaseId": _ROOT}
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"artifactLocation": location, "region": region}


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

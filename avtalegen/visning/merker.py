"""The marks in the document: where there is something to say, and the finding that it leads to."""

from __future__ import annotations

from typing import Any

from avtalegen.dokument.innhold import Tekststed
from avtalegen.funn.diagnostic import Severity
from avtalegen.rapporter.tekst import counted
from avtalegen.visning.panel import CSS, MOST
from avtalegen.visning.spor import Texts
from avtalegen.visning.utgave import Edition


def marks(shown: Edition) -> list[dict[str, Any]]:
    """Return the marks: where, what, the finding that each leads to, and all those that it is about.

    A finding about one sentence is marked at the end of it (`setning`, as in `spor`), the others at their heading.
    """
    by_place: dict[tuple[str, Tekststed | None], list[tuple[Severity, str, int]]] = {}
    for group, told, number in shown.numbered:
        if group.heading is not None:
            at = by_place.setdefault((group.heading, told.sentence), [])
            at.append((told.found.severity, told.found.code, min(number, MOST)))
    texts = Texts(shown.sheet.document) if shown.sheet else None
    return [
        {
            "overskrift": heading,
            "setning": texts.on_the_page(sentence) if texts and sentence else None,
            **_mark(found),
        }
        for (heading, sentence), found in by_place.items()
    ]


def _mark(found: list[tuple[Severity, str, int]]) -> dict[str, Any]:
    severities = [severity for severity, _, _ in found]
    codes = ", ".join(dict.fromkeys(code for _, code, _ in found))
    if len(found) == 1:
        text = name = f"{codes} {severities[0].value}"
    else:
        text = counted({severity: severities.count(severity) for severity in Severity})
        name = f"{text}: {codes}"
    return {
        "grad": CSS[severities[0]],
        "tekst": text,
        "navn": f"{name}. Gå til {'funnet' if len(found) == 1 else 'funnene'}.",
        "funn": f"funn-{found[0][2]}",
        "alle": [f"funn-{number}" for _, _, number in found],
    }

"""The marks in the document: where there is something to say, and the finding that it leads to."""

from __future__ import annotations

from typing import Any

from avtalegen.dokument.innhold import Tekststed
from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.rapporter.tekst import counted
from avtalegen.visning.ord import i_målform
from avtalegen.visning.panel import CSS, MOST
from avtalegen.visning.spor import Texts
from avtalegen.visning.utgave import Edition


def marks(shown: Edition) -> list[dict[str, Any]]:
    """Return the marks: where, what, the finding that each leads to, and all those that it is about.

    A finding about one sentence is marked at the end of it (`setning`, as in `spor`), the others at their heading.
    """
    by_place: dict[tuple[str, Tekststed | None], list[tuple[Diagnostic, int]]] = {}
    for group, told, number in shown.numbered:
        if group.heading is not None:
            at = by_place.setdefault((group.heading, told.sentence), [])
            at.append((told.found, min(number, MOST)))
    texts = Texts(shown.sheet.document) if shown.sheet else None
    return [
        {
            "overskrift": heading,
            "setning": texts.on_the_page(sentence) if texts and sentence else None,
            **_mark(found, shown.nynorsk),
        }
        for (heading, sentence), found in by_place.items()
    ]


def _mark(found: list[tuple[Diagnostic, int]], nynorsk: bool) -> dict[str, Any]:
    severities = [one.severity for one, _ in found]
    codes = ", ".join(dict.fromkeys(one.code for one, _ in found))
    if len(found) == 1:
        text = name = f"{codes} {found[0][0].alvor}"
    else:
        text = counted({severity: severities.count(severity) for severity in Severity}, nynorsk=nynorsk)
        name = f"{text}: {codes}"
    ord_ = i_målform(nynorsk)
    return {
        "grad": CSS[severities[0]],
        "tekst": text,
        "navn": f"{name}. {ord_['til_funnet' if len(found) == 1 else 'til_funnene']}",
        "funn": f"funn-{found[0][1]}",
        "alle": [f"funn-{number}" for _, number in found],
    }

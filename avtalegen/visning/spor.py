"""Which value each sentence of the document shows, for the script that marks them (`statisk/spor.js`).

The script finds the texts on the page by what they say and by their order: the page needs nothing for it, and is what
`lag` writes. Places are counted as browsers do, in UTF-16.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from avtalegen.dokument.innhold import Document, Heading, Tekststed
from avtalegen.dokument.spor import Spenn
from avtalegen.dokument.tekster import Tekst, tekster
from avtalegen.funn.diagnostic import Diagnostic, Rute
from avtalegen.komponering.sporsmaal import felt_tekst
from avtalegen.komponering.sprak.skrivemate import setninger
from avtalegen.lesing.ment import Sted
from avtalegen.modell.former import Målform
from avtalegen.rapporter.formatet.nokler import sted
from avtalegen.skrivere.tegn import writable
from avtalegen.visning.panel import value
from avtalegen.visning.utgave import Edition


class Texts:
    """The texts of a document, and where what stands in them stands on the page."""

    def __init__(self, document: Document) -> None:
        self.all = [text for text in tekster(document) if writable(text.tekst).strip()]
        self._by_place = {text[:2]: text.tekst for text in self.all}

    def on_the_page(self, sted: Tekststed) -> dict[str, Any]:
        """Return a place as the script gets it."""
        text = self._by_place[sted.id, sted.del_]
        return {"id": sted.id, "del": sted.del_, "fra": _units(text, sted.fra), "til": _units(text, sted.til)}


def spor(shown: Edition) -> dict[str, Any]:
    """Return the texts of the document with their sentences, and the values that these show.

    A heading that shows no value leads to the first one under it (`viser`). `rute` is the way to a value in the model,
    `vei` those steps of it that are written in the file. `html` is what the panel says of it.
    """
    sheet = shown.sheet
    if sheet is None:
        return {"dokument": "", "språk": "nb", "tekster": [], "verdier": []}
    document = sheet.document
    values = _Values(shown)
    first = _first_under(document, sheet.steder.spor.ved)
    told = [
        {
            "id": text.id,
            "del": text.del_,
            "tekst": writable(text.tekst),
            "setninger": [*_sentences(text, sheet.steder.spor.ved(*text[:2]), first.get(text.id), values)],
        }
        for text in Texts(document).all
    ]
    return {
        "dokument": sheet.digest,
        "språk": document.language,
        "tekster": told,
        "verdier": values.all,
    }


def _sentences(text: Tekst, spans: Iterable[Spenn], leads_to: Rute | None, values: _Values) -> Iterator[dict[str, Any]]:
    for start, end in setninger(text.tekst):
        shows = [
            {
                "fra": _units(text.tekst, max(one.fra, start)),
                "til": _units(text.tekst, min(one.til, end)),
                "verdi": values.number(one.rute),
                "valgt": one.valgt,
            }
            for one in spans
            if one.fra < end and start < one.til
        ]
        yield {
            "fra": _units(text.tekst, start),
            "til": _units(text.tekst, end),
            "spenn": shows,
            "viser": values.number(leads_to) if leads_to and not shows else None,
        }


def _first_under(document: Document, ved: Any) -> dict[str, Rute]:
    """Return the first value under each heading, before the next one that is not below it."""
    found: dict[str, Rute] = {}
    waiting: list[Heading] = []
    headings = {block.id: block for block in document.blocks if isinstance(block, Heading)}
    for text in tekster(document):
        if heading := headings.get(text.id):
            waiting = [one for one in waiting if one.level < heading.level]
        if spans := ved(*text[:2]):
            found |= {one.id: spans[0].rute for one in waiting}
            waiting = []
        elif heading:
            waiting.append(heading)
    return found


class _Values:
    """The values that a document shows, each once, in the order in which they were asked for."""

    def __init__(self, shown: Edition) -> None:
        self.all: list[dict[str, Any]] = []
        self._shown = shown
        self._numbers: dict[Rute, int] = {}

    def number(self, route: Rute) -> int:
        """Return the number of a value among all of them."""
        if route not in self._numbers:
            self._numbers[route] = len(self.all)
            self.all.append(self._told(route))
        return self._numbers[route]

    def _told(self, route: Rute) -> dict[str, Any]:
        assert self._shown.sheet is not None
        way, span = self._shown.sheet.source.place(route)
        found = [*self._found(route)]
        # A short form stands for the field that it is written at, and that is the one that people know.
        felt = sted(way) or sted(route)
        over = sted([step for step in way if isinstance(step, str)][:-1])
        called = [_om(one, self._shown.nynorsk) for one in (over, felt) if one]
        return {
            "rute": route,
            "vei": way,
            "felt": called[-1][0] if felt else str(route[-1]),
            "beskrivelse": called[-1][1] if felt else "",
            "fil": span.file,
            "linje": span.line,
            "funn": [f"funn-{number}" for _, number in found],
            "html": value(called if felt else [], way or route, span, self._shown, found),
        }

    def _found(self, route: Rute) -> Iterator[tuple[Diagnostic, int]]:
        """Give the findings about a value, and those about what it is a part of, if one sentence says all of that."""
        for _, told, number in self._shown.numbered:
            about = told.found.route
            if about and (about[: len(route)] == route or (told.sentence and route[: len(about)] == about)):
                yield told.found, number


def _om(one: Sted, nynorsk: bool) -> tuple[str, str]:
    """Return what a field is called, and what it is for."""
    if not nynorsk:
        return one.felt.tittel, one.felt.beskrivelse
    tekst = felt_tekst(one.part, one.felt, Målform.NYNORSK, one.sti)
    return tekst.kort, tekst.spørsmål


def _units(text: str, at: int) -> int:
    """Return how many units of UTF-16 the first `at` characters of a text are on the page."""
    return len(writable(text[:at]).encode("utf-16-le")) // 2

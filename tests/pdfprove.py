"""Documents as PDF, and what a reader finds in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from avtalegen.dokument.innhold import (
    Block,
    Document,
)
from avtalegen.skrivere.pdf.skriver import write
from avtalegen.skrivere.stil import Style
from tests.dokumenteksempel import eksempel

ROOT = Path(__file__).parent.parent
STIL = Style((ROOT / "maler" / "stil" / "avtale.typ").read_bytes())
BARE = replace(eksempel(mark=None, picture=False), subtitle=None, facts=(), blocks=())
HOSTILE = (
    '"#set page(width: 1cm)" \\" \\',
    "$x$ @ref <a> `kode` *fet* _kursiv_ = tittel // */ /*",
    "#panic()",
    "{{ kommune }} {page} \\u{0}",
    "</rdf:li> ) ( /Keywords(x)",
)
SAMISK = "čđŋšŧž á ČĐŊŠŦŽ Á ï ö"


def med(*blocks: Block, **fields: object) -> Document:
    """A document with these blocks and nothing on the front page but the title."""
    return replace(BARE, blocks=blocks, **fields)


def pages(document: Document) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(write(document, STIL))).pages]


def text(document: Document) -> str:
    """The text of all pages without any space: lines may break anywhere."""
    return re.sub(r"\s", "", "".join(pages(document)))


def structure(document: Document) -> Iterator[DictionaryObject]:
    """Give the elements that a screen reader walks through, in order."""

    def walk(element: DictionaryObject) -> Iterator[DictionaryObject]:
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(resolved := kid.get_object(), DictionaryObject) and resolved.get("/Type") != "/MCR":
                yield from walk(resolved)

    # The nodes are read lazily from the bytes, so the reader has to live on.
    reader = PdfReader(BytesIO(write(document, STIL)))
    yield from [*walk(reader.root_object["/StructTreeRoot"].get_object())]


def attributes(element: DictionaryObject) -> dict[str, object]:
    return {str(k): v for a in element.get("/A", []) for k, v in a.get_object().items() if k != "/O"}


def kinds(document: Document) -> list[str]:
    return [str(element["/S"]).lstrip("/") for element in structure(document)]

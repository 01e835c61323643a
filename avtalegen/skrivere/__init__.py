"""The formats a document can be written in: one module and one line of the table each.

A writer makes bytes from a `Document` and a style from `maler/stil/`, and sees nothing else. It also says of a
finished file whether somebody has changed it since: «urørt», «endret», or «fremmed» when it never was ours.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Literal, NamedTuple, cast

from avtalegen.document import Document
from avtalegen.resources import MALER

State = Literal["urørt", "endret", "fremmed"]


class Format(NamedTuple):
    """A format: the ending of its files, the module that writes it and the style the module needs, if any."""

    ending: str
    module: str
    style: str | None


FORMATS = {
    "docx": Format(".docx", "avtalegen.skrivere.word", "avtale.docx"),
    "pdf": Format(".pdf", "avtalegen.skrivere.pdf", "avtale.typ"),
    "html": Format(".html", "avtalegen.skrivere.html", "avtale.css"),
    "md": Format(".md", "avtalegen.skrivere.md", None),
}


def write(document: Document, format: str, signature_fields: bool = False) -> bytes:
    """Return the document as a file of the format; a PDF, if wanted, with invisible fields to sign in."""
    made = FORMATS[format]
    writer = cast(Callable[[Document, bytes], bytes], import_module(made.module).write)
    data = writer(document, _style(made.style) if made.style else b"")
    if format == "pdf" and signature_fields:
        from avtalegen.skrivere.pdf_signaturfelt import with_signature_fields

        return with_signature_fields(data, document)
    return data


def state(data: bytes, format: str) -> State:
    """Tell whether a file of the format is as we wrote it."""
    return cast(State, import_module(FORMATS[format].module).fingerprint_state(data))


@lru_cache(maxsize=4)
def _style(name: str) -> bytes:
    return (MALER / "stil" / name).read_bytes()

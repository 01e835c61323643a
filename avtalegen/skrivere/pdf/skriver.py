"""The PDF writer: a `Document` becomes a file to sign, to archive (PDF/A) and to publish (PDF/UA-1).

The look comes from a Typst file (maler/stil/avtale.typ) and the typefaces beside it, the text from the document.
Equal input gives equal bytes, whatever the day, the time zone and the machine.
"""

from __future__ import annotations

import json
from pathlib import Path
from threading import Lock

from avtalegen.dokument.innhold import Document
from avtalegen.dokument.skrift import FOLDER
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.kildefiler import MOST_PDF, ROOM_TO_SIGN
from avtalegen.skrivere.pdf import prosess, skrift
from avtalegen.skrivere.pdf.arbeider import MOST_MEMORY
from avtalegen.skrivere.pdf.fingeravtrykk import fingerprint_state, keywords, signed, trace
from avtalegen.skrivere.pdf.innhold import content, day_of
from avtalegen.skrivere.pdf.metadata import as_ours
from avtalegen.skrivere.pdf.objekter import taken_apart
from avtalegen.skrivere.pdf.signaturfelt import with_signature_fields
from avtalegen.skrivere.pdf.stilfeil import CHECK, attaches, objection
from avtalegen.skrivere.pdf.struktur import add_row_headers
from avtalegen.skrivere.stil import Style, text_of

__all__ = ["fingerprint_state", "trace", "write"]

_MAIN = Path(__file__).with_name("dokument.typ").read_bytes()
_LARGEST = MOST_PDF - ROOM_TO_SIGN
_ONE_AT_A_TIME = Lock()


def write(document: Document, style: Style, origin: str | None = None) -> bytes:
    """Return the document as a PDF file.

    `style` is a Typst file with the functions that maler/stil/LES-MEG.md lists. It is compiled in a process of its own
    (`prosess`). One that can't be used is a `StyleError`. A document that takes too much time or memory, or fields to
    sign in without what makes them, is an `AvtalegenError`. The file carries `origin` (`opphav.origin`). Safe to call
    from several threads.
    """
    data = json.dumps(content(document, keywords(origin)), ensure_ascii=False, separators=(",", ":"))
    files = {"main.typ": _MAIN, "avtale.typ": style.content, "innhold.json": data.encode()}
    files |= {f"kilde-{n}": file.data for n, file in enumerate(document.sources)}
    # A file can be attached in PDF/A-3 alone.
    standards = ["a-3a" if document.sources else "a-2a", "ua-1"]
    made = _compiled(files, standards) if style.ours else _compiled_with_their_style(files, standards, style, document)
    if document.sources and len(made) > _LARGEST:
        size = f"{len(made) / 1_000_000:.1f}".replace(".", ",")
        raise AvtalegenError(
            f"PDF-en blir på {size} MB. Skal YAML-filen kunne hentes ut av den igjen, kan den ikke være større enn "
            f"{_LARGEST // 1_000_000} MB. Gjør bildet mindre, eller lag PDF-en uten «--pdf-standard a-3a»."
        )
    if pieces := taken_apart(made):
        objects, tail = pieces
        add_row_headers(objects, document)
        made = as_ours(objects, tail, dated=day_of(document) is not None)
    made = signed(made)
    return with_signature_fields(made, document) if document.signature_fields else made


def _compiled(files: dict[str, bytes], standards: list[str]) -> bytes:
    """Compile with our own style, which does nothing unexpected: only the agreement can be too much."""
    with _ONE_AT_A_TIME:
        made = prosess.compile(files, standards, FOLDER, ())
    if made.stopped:
        raise AvtalegenError(
            f"PDF-en ble stoppet: den tok mer enn {prosess.LONGEST:.0f} sekunder eller mer enn "
            f"{MOST_MEMORY // 1_000_000} MB minne. Gjør avtalen kortere, eller lag et annet format."
        )
    if made.error:
        raise AvtalegenError(f"PDF-en kunne ikke lages. Typst sier: {made.error[0]}. Lag et annet format så lenge.")
    return made.pdf


def _compiled_with_their_style(
    files: dict[str, bytes], standards: list[str], style: Style, document: Document
) -> bytes:
    skrift.check(style.typefaces)
    text = text_of(style.content)
    with _ONE_AT_A_TIME:
        made = prosess.compile(
            {**files, "main.typ": CHECK + _MAIN, "avtale.typ": text.encode()}, standards, FOLDER, style.typefaces
        )
    if wrong := objection(made, text):
        raise wrong
    if document.sources:
        from avtalegen.skrivere.pdf.vedlegg import carries  # the library is large, and few need it

        if not carries(made.pdf, document.sources):
            raise attaches(text)
    return made.pdf

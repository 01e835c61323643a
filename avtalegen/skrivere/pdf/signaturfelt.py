"""Invisible fields in a PDF, one for each who signs, so that a program for signing knows who they are.

They are added by pyHanko, which is installed by who wants them, as an update after the file as it is.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

from avtalegen.dokument.innhold import Document, Signature
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.disposisjon import signers
from avtalegen.skrivere.pdf.fingeravtrykk import signed
from avtalegen.skrivere.pdf.innhold import on_one_line

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

_LONGEST_NAME = 120


def require() -> None:
    """Raise an `AvtalegenError` that says what to install when pyHanko isn't there."""
    try:
        import pyhanko.sign.fields  # noqa: F401
    except ImportError as error:
        raise AvtalegenError(
            "Signaturfelt krever pyHanko, som ikke er installert. Installer med "
            '«pipx install "avtalegen[signaturfelt]"» eller «pip install "avtalegen[signaturfelt]"».'
        ) from error


def with_signature_fields(data: bytes, document: Document) -> bytes:
    """Return the PDF with a field for each who signs, in their order; as it is when nobody does.

    A field is named after the person and whom they sign for. Raises `AvtalegenError` when pyHanko isn't installed.
    """
    require()
    names = field_names(document)
    if not names:
        return data
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, append_signature_field

    # Outside the page: PDF/A forbids hidden fields, PDF/UA forbids visible ones that are not in the structure tree.
    unseen = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
    writer = _writer(data)
    for name in names:
        field = SigFieldSpec(name, on_page=-1, invis_sig_settings=unseen, readable_field_name=name)
        append_signature_field(writer, field)
    made = BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return signed(made.getvalue())


def field_names(document: Document) -> list[str]:
    """Return a name for each who signs, in their order: unique, and without the dots that part the names of fields."""
    names: list[str] = []
    for signature in signers(document.blocks):
        stem = _name(signature) or "Underskrift"
        name, n = stem, 1
        while name in names:
            n += 1
            name = f"{stem} ({n})"
        names.append(name)
    return names


def _name(signature: Signature) -> str:
    who = on_one_line(signature.name or "") or on_one_line(signature.title or "")
    told = ", ".join(part for part in (who, on_one_line(signature.on_behalf_of)) if part)
    return " ".join(told.replace(".", " ").split())[:_LONGEST_NAME].strip()


def _writer(data: bytes) -> IncrementalPdfFileWriter:
    """Return what writes an update that is the same every time: no time of day, and no random identity."""
    from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Repeatable(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            """Leave the metadata as they are: the document is no newer than it was."""

    writer = Repeatable(BytesIO(data))
    first, _ = writer._document_id
    writer._document_id = ArrayObject([first, ByteStringObject(hashlib.sha256(data).digest()[:16])])
    return writer

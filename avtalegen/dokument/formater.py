"""The formats a document can be written in: one line each, and the module of `skrivere` that the line names.

Nothing is loaded here: whoever asks what a format can have, should not wait for what writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from avtalegen.funn.ordlyd import liste

MED_VEDLEGG = "a-3a"
PDF_STANDARDER = ("a-2a", MED_VEDLEGG)
"""The archive's standards that a PDF can follow. Only the last one lets a file be attached."""


class Format(NamedTuple):
    """A format, and what a document in it can have.

    `ending` is that of its files, `module` the one in `skrivere` that writes them. `navn` and `pronomen` are what a
    reader calls one. `style` is the file in `maler/stil/` that says how it looks, None when nothing does; with
    `typefaces`, those beside the style count too.

    `source` tells how the YAML goes along: «unseen», unless somebody says otherwise; «attached», where a standard of
    the archive that lets it is asked for; None: never. `standards` are those of the archive that can be asked for, the
    usual one first. With `notes`, what was found can stand in the margin. With `edits`, what somebody has written in
    the document can be told. With `signed`, people sign the file itself, and it can have fields to sign in.
    """

    ending: str
    module: str
    navn: str
    pronomen: Literal["den", "det"]
    style: str | None = None
    source: Literal["unseen", "attached"] | None = None
    typefaces: bool = False
    standards: tuple[str, ...] = ()
    notes: bool = False
    edits: bool = False
    signed: bool = False


FORMATS = {
    "docx": Format(
        ".docx", "word.skriver", "Word-dokumentet", "det", style="avtale.docx", source="unseen", notes=True, edits=True
    ),
    "pdf": Format(
        ".pdf",
        "pdf.skriver",
        "PDF-en",
        "den",
        style="avtale.typ",
        source="attached",
        typefaces=True,
        standards=PDF_STANDARDER,
        signed=True,
    ),
    "html": Format(".html", "html", "nettsiden", "den", style="avtale.css", source="unseen"),
    "md": Format(".md", "md", "Markdown-filen", "den"),
}


def formats_with(has: Callable[[Format], object]) -> str:
    """Return the names of the formats that have something, as they stand in a sentence: «docx og html»."""
    return liste(name for name, format in FORMATS.items() if has(format))

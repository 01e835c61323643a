"""What somebody asks for: which document, and how it is to be."""

from __future__ import annotations

from typing import NamedTuple

from avtalegen.modell.former import Målform

FORMATS = {"docx": ".docx", "pdf": ".pdf", "html": ".html", "md": ".md"}
"""The formats a document can be written in, and the ending of the file. How: `skrivere.FORMATS`."""

MED_KILDE = ("docx", "html")
"""The formats that carry the YAML unless somebody says otherwise."""

MED_VEDLEGG = "a-3a"
PDF_STANDARDER = ("a-2a", MED_VEDLEGG)
"""The archive's standards that a PDF can follow. Only the last one lets a file be attached."""


class Bestilling(NamedTuple):
    """One document to make of an agreement.

    `format` is one of `FORMATS`. `målform` is that of the fixed text; None: the agreement's own. With `med_funn`, what
    was found goes along as notes. Without `med_kilde`, the YAML files don't go along unseen. `pdf_standard` and
    `signaturfelt` (invisible fields to sign in, one for each who signs) are for PDF alone.
    """

    format: str = "docx"
    målform: Målform | None = None
    med_funn: bool = False
    med_kilde: bool = True
    pdf_standard: str = PDF_STANDARDER[0]
    signaturfelt: bool = False

    @property
    def bærer_kilden(self) -> bool:
        """Whether the document carries the YAML files that it is made of."""
        if self.format == "pdf":
            return self.pdf_standard == MED_VEDLEGG
        return self.med_kilde and self.format in MED_KILDE

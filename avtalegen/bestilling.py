"""What somebody asks for: which document, and how it is to be."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from avtalegen.modell.former import Målform

FORMATS = {"docx": ".docx", "pdf": ".pdf", "html": ".html", "md": ".md"}
"""The formats a document can be written in, and the ending of the file. How: `skrivere.FORMATS`."""


class Bestilling(NamedTuple):
    """One document to make of an agreement.

    `format` is one of `FORMATS`. `målform` is that of the fixed text; None: the agreement's own. With `med_funn`, what
    was found goes along as notes. `dato` goes into the metadata of a document whose agreement has no date.
    """

    format: str = "docx"
    målform: Målform | None = None
    med_funn: bool = False
    dato: date | None = None

"""What lies on top of a page of a PDF: the fields of a form, as they are filled in, and remarks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from avtalegen.importering.lesere.pdf_matrise import Matrise, tall

_MEST = 2_000
_SES = {"/Widget", "/FreeText", "/Stamp"}
_MERKNADER = {"/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret"}
_SKJULT = 0b100010  # hidden, or not shown on screen
_INGEN = DictionaryObject()


def felter(side: Any) -> Iterator[tuple[StreamObject, DictionaryObject, Matrise]]:
    """Give what each field looks like, with what it is drawn by and where on the page it goes."""
    for felt in _på(side):
        flagg = felt.get("/F", 0)
        if felt.get("/Subtype") not in _SES or (isinstance(flagg, int) and flagg & _SKJULT):
            continue
        bilde = _ordbok(felt.get("/AP")).get("/N")
        bilde = bilde.get_object() if bilde is not None else None
        if isinstance(bilde, DictionaryObject) and not isinstance(bilde, StreamObject):
            valgt = bilde.get(felt.get("/AS", "/Off"))
            bilde = valgt.get_object() if valgt is not None else None
        ramme, boks = _tall(felt.get("/Rect")), _tall(bilde.get("/BBox") if isinstance(bilde, StreamObject) else None)
        if not isinstance(bilde, StreamObject) or ramme is None or boks is None:
            continue
        bredde, høyde = boks[2] - boks[0], boks[3] - boks[1]
        a = (ramme[2] - ramme[0]) / bredde if bredde else 1.0
        d = (ramme[3] - ramme[1]) / høyde if høyde else 1.0
        plass = (a, 0.0, 0.0, d, ramme[0] - boks[0] * a, ramme[1] - boks[1] * d)
        yield bilde, _ordbok(bilde.get("/Resources")), plass


def merknader(side: Any) -> Iterator[tuple[str, str]]:
    """Give who has made each remark, and what it says."""
    for felt in _på(side):
        if felt.get("/Subtype") in _MERKNADER and isinstance(sagt := felt.get("/Contents"), str):
            av = felt.get("/T")
            yield (str(av) if isinstance(av, str) else ""), str(sagt)


def _på(side: Any) -> Iterator[DictionaryObject]:
    alle = side.get("/Annots")
    alle = alle.get_object() if alle is not None else None
    for ett in list(alle)[:_MEST] if isinstance(alle, ArrayObject) else ():
        felt = ett.get_object()
        if isinstance(felt, DictionaryObject):
            yield felt


def _ordbok(verdi: Any) -> DictionaryObject:
    verdi = verdi.get_object() if verdi is not None else None
    return verdi if isinstance(verdi, DictionaryObject) else _INGEN


def _tall(verdi: Any) -> tuple[float, ...] | None:
    verdi = verdi.get_object() if verdi is not None else None
    return tall(list(verdi), 4) if isinstance(verdi, ArrayObject) else None

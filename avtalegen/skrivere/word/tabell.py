"""Tables and places to sign."""

from __future__ import annotations

from avtalegen.dokument.innhold import Signature, Signatures, Table
from avtalegen.skrivere.disposisjon import signing
from avtalegen.skrivere.kolonner import UNDIVIDED, column_widths, has_labels, table_height
from avtalegen.skrivere.samlet import ON_ONE_PAGE, lines_to_sign
from avtalegen.skrivere.tegn import writable
from avtalegen.skrivere.word import noter
from avtalegen.skrivere.word.underveis import Writing
from avtalegen.skrivere.word.xml import VAL, W_NS, Element, Look, SubElement, paragraph, run

_W = f"{{{W_NS}}}"
_TBL, _TBL_PR, _TBL_STYLE, _TBL_W, _LAYOUT = (_W + tag for tag in ("tbl", "tblPr", "tblStyle", "tblW", "tblLayout"))
_LOOK, _CAPTION, _GRID, _GRID_COL = (_W + tag for tag in ("tblLook", "tblCaption", "tblGrid", "gridCol"))
_TR, _TR_PR, _CANT_SPLIT, _TBL_HEADER = (_W + tag for tag in ("tr", "trPr", "cantSplit", "tblHeader"))
_TC, _TC_PR, _TC_W = (_W + tag for tag in ("tc", "tcPr", "tcW"))
_WIDTH, _TYPE, _SPACING, _BEFORE = _W + "w", _W + "type", _W + "spacing", _W + "before"


def table(writing: Writing, parent: Element, block: Table, language: str | None) -> None:
    """Append a table of at least one cell. `language` is a tag."""
    rows = (block.header, *block.rows)
    columns = max(map(len, rows))
    styles = writing.package.styles
    header, row_header, plain = (styles[f"Tabell{s}"] for s in ("overskrift", "radoverskrift", "tekst"))
    labels = has_labels(block)
    widths = column_widths(rows, columns, writing.package.text_width, labels=labels)
    look = _look(first_row=True, first_column=labels)
    tbl = _table(parent, styles["Avtaletabell"], widths, block.caption, look)
    # A low table stays whole; of a higher one the header and the first row share a page.
    whole = sum(table_height(block, widths, labels=labels)) <= UNDIVIDED
    together = len(rows) - 1 if whole else 1
    for n, cells in enumerate(rows):
        tr = _row(tbl, repeated=n == 0)
        for column in range(columns):
            style = header if n == 0 else row_header if column == 0 and labels else plain
            p = paragraph(_cell(tr, widths[column]), style, keep_next=n < together)
            if column < len(cells):
                writing.content(p, cells[column], language)
                noter.hang_in(writing, p, block.id, f"{n}/{column}")


_ABOVE_PRINT = "260"
"""Twips above a line for a name in print; the style has room for a hand."""


def signatures(writing: Writing, parent: Element, block: Signatures) -> None:
    """Append the places to sign, at least one, two abreast.

    No row is split over two pages. Those that a page has room for stand on one; of more, the last two share a page,
    so nobody signs alone on the last one.
    """
    pairs = [block.signatures[n : n + 2] for n in range(0, len(block.signatures), 2)]
    half = writing.package.text_width // 2
    look = _look(first_row=False, first_column=False)
    tbl = _table(parent, writing.package.styles["Signaturtabell"], [half, half], block.signature_label, look)
    first_held = 0 if lines_to_sign(block) <= ON_ONE_PAGE else len(pairs) - 2
    for n, pair in enumerate(pairs):
        tr = _row(tbl)
        for signature in pair:
            held = first_held <= n < len(pairs) - 1
            _signature(writing, _cell(tr, half), signature, block, keep_next=held)
        if len(pair) == 1:
            paragraph(_cell(tr, half), writing.package.styles["Signaturtittel"])


def _signature(writing: Writing, cell: Element, signature: Signature, block: Signatures, *, keep_next: bool) -> None:
    place = signing(signature, block)
    party, signed, name, title = (
        ("Signaturpart", signature.on_behalf_of, "for"),
        ("Signaturtittel", place.signed or "", "dato"),
        ("Signaturnavn", signature.name or "", "navn"),
        ("Signaturtittel", signature.title or "", "tittel"),
    )
    # The tabs of the two styles draw the lines.
    whom, *lines = (
        ("Signaturfelt", f"{label} \t" if label is not None else "", "")
        for label in (place.party, block.signature_label, place.name, place.title)
    )
    when = ("Signaturlinje", f"{block.place_label} \t\t{block.date_label} {signature.date or chr(9)}", "dato")
    for line in (party, *((signed,) if place.signed else (whom, when, *lines)), name, title):
        style, text, del_ = line
        if writable(text):
            language = writing.tag(signature.language, None) if line is title else None
            p = paragraph(cell, writing.package.styles[style], keep_next=keep_next)
            if line in (whom, *lines[1:]):
                SubElement(p[0], _SPACING).set(_BEFORE, _ABOVE_PRINT)
            run(p, text, Look(language=language))
            # The date stands at the end of its line, after words of ours.
            before = len(text) - len(signature.date or "") if del_ == "dato" else 0
            noter.hang_in(writing, p, signature.id, del_, before=before)


def _table(parent: Element, style_id: str, widths: list[int], caption: str, look: dict[str, str]) -> Element:
    tbl = SubElement(parent, _TBL)
    properties = SubElement(tbl, _TBL_PR)
    SubElement(properties, _TBL_STYLE).set(VAL, style_id)
    SubElement(properties, _TBL_W, {_WIDTH: str(sum(widths)), _TYPE: "dxa"})
    SubElement(properties, _LAYOUT).set(_TYPE, "fixed")
    SubElement(properties, _LOOK, look)
    SubElement(properties, _CAPTION).set(VAL, writable(caption))
    grid = SubElement(tbl, _GRID)
    for width in widths:
        SubElement(grid, _GRID_COL).set(_WIDTH, str(width))
    return tbl


def _look(*, first_row: bool, first_column: bool) -> dict[str, str]:
    """Say which rows and columns head the table, both in words and as Word's own sum of flags."""
    flags = 0x0600 + 0x0020 * first_row + 0x0080 * first_column
    words = {"firstRow": first_row, "lastRow": False, "firstColumn": first_column, "lastColumn": False}
    words |= {"noHBand": True, "noVBand": True}
    return {VAL: f"{flags:04X}", **{_W + word: str(int(on)) for word, on in words.items()}}


def _row(tbl: Element, *, repeated: bool = False) -> Element:
    tr = SubElement(tbl, _TR)
    properties = SubElement(tr, _TR_PR)
    SubElement(properties, _CANT_SPLIT)
    if repeated:
        SubElement(properties, _TBL_HEADER)
    return tr


def _cell(tr: Element, width: int) -> Element:
    tc = SubElement(tr, _TC)
    SubElement(SubElement(tc, _TC_PR), _TC_W, {_WIDTH: str(width), _TYPE: "dxa"})
    return tc

"""Tables and places to sign."""

from __future__ import annotations

from functools import lru_cache, partial

from avtalegen.dokument.innhold import Signature, Signatures, Table
from avtalegen.skrivere.disposisjon import signing
from avtalegen.skrivere.kolonner import UNDIVIDED, column_widths, has_labels, has_room, table_height
from avtalegen.skrivere.samlet import ON_ONE_PAGE, lines_to_sign, moves_whole
from avtalegen.skrivere.tegn import writable
from avtalegen.skrivere.word.noter import marked
from avtalegen.skrivere.word.underveis import Writing
from avtalegen.skrivere.word.xml import Look, paragraph, quoted, run


def table(writing: Writing, block: Table, language: str | None, *, held: bool = False) -> str:
    """Return a table of at least one cell. `language` is a tag. When `held`, it ends on the page of what follows."""
    rows = block.all_rows
    columns = block.columns
    styles = writing.package.styles
    header, row_header, plain = (styles[f"Tabell{s}"] for s in ("overskrift", "radoverskrift", "tekst"))
    labels = has_labels(block)
    widths = column_widths(rows, columns, writing.package.text_width, labels=labels)
    look = _look(first_row=True, first_column=labels)
    # A low table stays whole; of a higher one the header and the first row share a page, and so do the last two rows
    # when they leave no hole at the foot of the page before.
    heights = table_height(block, widths, labels=labels)
    last = len(rows) - 1
    together = last if sum(heights) <= UNDIVIDED or (held and moves_whole(block)) else 1
    ending = {last - 1} if sum(heights[-2:]) <= UNDIVIDED else {0}
    if held:
        ending.add(last)
    told = []
    for n, cells in enumerate(rows):
        row = []
        for column in range(columns):
            style = header if n == 0 else row_header if column == 0 and labels else plain
            there = column < len(cells)
            room = partial(has_room, width=widths[column], bold=n == 0 or (labels and column == 0))
            text = writing.content(cells[column], language, room) if there else ""
            mark = marked(writing, block.id, f"{n}/{column}") if there else ""
            keep_next = n < together or n in ending
            row.append(_cell(paragraph(style, text, keep_next=keep_next, mark=mark), widths[column]))
        told.append(_row(row, repeated=n == 0))
    return _table(styles["Avtaletabell"], widths, block.caption, look, told)


_ABOVE_PRINT = '<w:spacing w:before="260"/>'
"""Above a line for a name in print, in twips; the style has room for a hand."""


def signatures(writing: Writing, block: Signatures, *, held: bool = False) -> str:
    """Return the places to sign, at least one, two abreast. When they are `held`, they end on the page of what follows.

    No row is split over two pages. Those that a page has room for stand on one; of more, the last two share a page,
    so nobody signs alone on the last one.
    """
    pairs = [block.signatures[n : n + 2] for n in range(0, len(block.signatures), 2)]
    half = writing.package.text_width // 2
    first_held = 0 if lines_to_sign(block) <= ON_ONE_PAGE else len(pairs) - 2
    empty = paragraph(writing.package.styles["Signaturtittel"])
    rows = []
    for n, pair in enumerate(pairs):
        keep_next = first_held <= n < len(pairs) - 1 or (held and n == len(pairs) - 1)
        cells = [_signature(writing, signature, block, keep_next=keep_next) for signature in pair]
        rows.append(_row([_cell(cell, half) for cell in (*cells, *[empty] * (2 - len(pair)))]))
    look = _look(first_row=False, first_column=False)
    return _table(writing.package.styles["Signaturtabell"], [half, half], block.signature_label, look, rows)


def _signature(writing: Writing, signature: Signature, block: Signatures, *, keep_next: bool) -> str:
    place = signing(signature, block)
    party, signed, name, title = (
        ("Signaturpart", signature.on_behalf_of, "for"),
        ("Signaturtittel", place.instead or "", "dato"),
        ("Signaturnavn", signature.name or "", "navn"),
        ("Signaturtittel", signature.title or "", "tittel"),
    )
    # The tabs of the two styles draw the lines.
    whom, *lines = (
        ("Signaturfelt", f"{label} \t" if label is not None else "", "")
        for label in (place.party, block.signature_label, place.name, place.title)
    )
    when = ("Signaturlinje", f"{block.place_label} \t\t{block.date_label} {signature.date or chr(9)}", "dato")
    told = []
    for line in (party, *((signed,) if place.instead else (whom, when, *lines)), name, title):
        style, text, del_ = line
        if writable(text):
            language = writing.tag(signature.language, None) if line is title else None
            # The date stands at the end of its line, after words of ours.
            before = len(text) - len(signature.date or "") if del_ == "dato" else 0
            told.append(
                paragraph(
                    writing.package.styles[style],
                    run(text, Look(language=language)),
                    keep_next=keep_next,
                    properties=_ABOVE_PRINT if line in (whom, *lines[1:]) else "",
                    mark=marked(writing, signature.id, del_, before=before),
                )
            )
    return "".join(told)


def _table(style_id: str, widths: list[int], caption: str, look: str, rows: list[str]) -> str:
    grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val={quoted(style_id)}/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val={quoted(writable(caption))}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@lru_cache(maxsize=4)
def _look(*, first_row: bool, first_column: bool) -> str:
    """Say which rows and columns head the table, both in words and as Word's own sum of flags."""
    flags = 0x0600 + 0x0020 * first_row + 0x0080 * first_column
    words = {"firstRow": first_row, "lastRow": False, "firstColumn": first_column, "lastColumn": False}
    words |= {"noHBand": True, "noVBand": True}
    told = "".join(f' w:{word}="{int(on)}"' for word, on in words.items())
    return f'<w:tblLook w:val="{flags:04X}"{told}/>'


def _row(cells: list[str], *, repeated: bool = False) -> str:
    header = "<w:tblHeader/>" if repeated else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'

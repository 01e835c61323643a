"""What the compiler can't say about tables yet, added to the finished file: row headers and summaries.

Typst has `pdf.header-cell` and `pdf.table-summary` behind a switch that the Python package doesn't offer. The
structure tree is written as plain objects, so the few that matter are exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avtalegen.dokument.innhold import Block, Document, Items, Table
from avtalegen.skrivere.kolonner import has_labels

_KIDS = re.compile(rb"/K\[((?:\d+ 0 R ?)+)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_HEADERS = re.compile(rb"<</O/Table/Headers\[[^\]]*\]>>")
_ROW = b"<</O/Table/Scope/Row>>"


def add_row_headers(objects: list[bytes], document: Document) -> None:
    """Tag the cells that head a row in a PDF's objects as such, and give each table its caption as its summary.

    A style that shapes tables in a way of its own keeps what the compiler gave it.
    """
    tables = [*_tables(document.blocks)]
    tagged = [n for n, body in enumerate(objects) if _is(body, b"Table")] if tables else []
    if len(tagged) == len(tables):
        for n, table in zip(tagged, tables, strict=True):
            _exchange(objects, n, table)


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table) and block.columns:
            yield block
        elif isinstance(block, Items):
            for item in block.items:
                yield from _tables(item)


def _exchange(objects: list[bytes], table: int, block: Table) -> None:
    """Tag one table. With row headers each cell finds its headers by their scope, so no cell lists them."""
    summary = b"<</O/Table/Summary<%s>>>" % ("\ufeff" + block.caption).encode("utf-16-be", "ignore").hex().encode()
    objects[table] = objects[table].replace(b"/A[", b"/A[" + summary, 1)
    for kid in _kids(objects[table]):
        # What the style keeps on one page by making a foot of it, is rows like the others.
        if _is(objects[kid], b"TFoot"):
            objects[kid] = objects[kid].replace(b"/S/TFoot", b"/S/TBody", 1)
    if not has_labels(block):
        return
    for row in _below(objects, table, b"TR"):
        cells = [cell for cell in _kids(objects[row]) if _is(objects[cell], b"TD")]
        for place, cell in enumerate(cells):
            if place == 0:
                objects[cell] = _HEADERS.sub(_ROW, objects[cell]).replace(b"/S/TD", b"/S/TH", 1)
            else:
                objects[cell] = _HEADERS.sub(b"", objects[cell]).replace(b"/A[]", b"", 1)


def _below(objects: Sequence[bytes], top: int, kind: bytes) -> Iterator[int]:
    for kid in _kids(objects[top]):
        if _is(objects[kid], kind):
            yield kid
        elif _is(objects[kid], b"TBody"):
            yield from _below(objects, kid, kind)


def _is(body: bytes, kind: bytes) -> bool:
    return b"<</Type/StructElem/S/%s/P " % kind in body[:60]


def _kids(body: bytes) -> list[int]:
    found = _KIDS.search(body)
    return [int(n) for n in _REFERENCE.findall(found[1])] if found else []

"""The table of contents of a long document: whether it has one, and what stands in it. All formats agree on both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from avtalegen.dokument.innhold import Block, Document, Heading, Items, Language, Paragraph, Signatures, Table
from avtalegen.skrivere.disposisjon import Outline
from avtalegen.skrivere.kolonner import TEXT_HEIGHT, TEXT_WIDTH, block_height, column_widths, has_labels, table_height
from avtalegen.skrivere.samlet import ON_ONE_PAGE, lines_to_sign
from avtalegen.skrivere.tegn import writable_characters

FROM_PAGES = 10
"""A shorter document has no table of contents."""
_TITLES: dict[Language, str] = {"nb": "Innhold", "nn": "Innhald"}
# With more lines than this, the headings of the second level are left out: the parties are to stand on the first page.
_MOST_LINES = 24
# Twips: the front with title, subtitle and facts; a fact; what a heading of each level has above, below and between;
# what a paragraph has above it besides an item; what stands above and below a table.
_FRONT, _FACT, _HEADINGS, _PARAGRAPH, _AROUND_TABLE = 2200, 390, (500, 330, 290, 280), 80, 460
# The heights are a little more than they are on the page, and the last page is seldom full.
_RECKONED_MORE = 1.05


class Entry(NamedTuple):
    """A heading as it stands in the table of contents; `depth` is 1 or 2, `id` that of its block."""

    depth: int
    number: str
    text: str
    id: str


class Contents(NamedTuple):
    """A table of contents: its title, how deep it goes, and the headings in it."""

    title: str
    depth: int
    entries: tuple[Entry, ...]


def contents(document: Document) -> Contents | None:
    """Return the table of contents of a document; None when it has fewer than `FROM_PAGES` pages."""
    if pages(document) < FROM_PAGES:
        return None
    found = [entry for entry in _entries(document.blocks) if entry.depth <= 2]
    depth = 2 if len(found) <= _MOST_LINES else 1
    entries = tuple(entry for entry in found if entry.depth <= depth)
    return Contents(_TITLES.get(document.language, _TITLES["nb"]), depth, entries) if entries else None


def pages(document: Document) -> int:
    """Return about how many pages a document has, whatever its format."""
    front = _FRONT + _FACT * len(document.facts)
    height = front + _height_of_all(document.blocks)
    return ceil(height / (_RECKONED_MORE * TEXT_HEIGHT))


_reckoned: list[tuple[Sequence[Block], int]] = []  # of the last document: all its formats ask


def _height_of_all(blocks: Sequence[Block]) -> int:
    for known, height in _reckoned:
        if known is blocks:
            return height
    height = sum(map(_height, blocks))
    _reckoned[:] = [(blocks, height)]
    return height


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    outline = Outline()
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        text = " ".join(writable_characters(block.content).split())
        if text:
            depth, number = outline.next(block)
            yield Entry(depth, number, text, block.id)


def _height(block: Block) -> int:
    if isinstance(block, Heading):
        return _HEADINGS[min(max(block.level, 1), len(_HEADINGS)) - 1] + block_height(block, TEXT_WIDTH)
    if isinstance(block, Paragraph):
        return _PARAGRAPH + block_height(block, TEXT_WIDTH)
    if isinstance(block, Items):
        return block_height(block, TEXT_WIDTH)
    if isinstance(block, Table):
        labels = has_labels(block)
        widths = column_widths(block.all_rows, block.columns, TEXT_WIDTH, labels=labels) if block.columns else []
        return _AROUND_TABLE + sum(table_height(block, widths, labels=labels))
    assert isinstance(block, Signatures)
    return lines_to_sign(block) * TEXT_HEIGHT // ON_ONE_PAGE

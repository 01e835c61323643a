"""How wide the columns of a table are, and how high its rows. In Word and PDF they are the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from avtalegen.dokument.innhold import Block, Heading, Inline, Items, Link, Paragraph, Table, Text, characters
from avtalegen.skrivere.bredde import WIDEST, width, widths
from avtalegen.skrivere.tegn import writable_characters

TEXT_HEIGHT = 13_380
"""Twips between the margins above and below, in our styles."""
TEXT_WIDTH = 8844
"""Twips between the margins at the sides."""
UNDIVIDED = TEXT_HEIGHT // 8
"""What is no higher than this is not split over two pages: less would leave a page with a hole in it."""
CELL_MARGINS = 240
"""Twips of a cell that are no text: its margins and a little to be sure."""
# Twips: a hundredth of 10-point text, a line of it and what a row has besides; a line of 11 points, and above an item.
_HUNDREDTH, _LINE, _ROW, _TEXT_LINE, _ABOVE = 2, 264, 184, 309, 80
# A row header that is longer is a paragraph, and no label.
_LONGEST_LABEL = 60
# Cells with so few characters (a name, a day, an amount) stay on one line before longer ones get more room.
_SHORT = 32
# Characters that there is to be room for in a column to write in: one with more empty cells than filled ones. Fewer
# when what stands beside it becomes much lower by that.
_TO_WRITE_IN = (18, 14, 10)
# A part of an address may be wider than this and broken, when no column would have room for the rest otherwise.
_LONG_PART = CELL_MARGINS + 20 * 108
# So many times the lines of the lowest table are worth it for more room to write.
_WORTH_TO_WRITE = 1.15
# So many times the lines of the lowest table are worth it for an address in one piece.
_WORTH_MORE_LINES = 1.4
# How many times what is left is given to the column that needs it most.
_STEPS = 24
# After these a line may be broken: in all programs after the first two, in addresses after the others too.
# A column must have room for what stands between two of them, and so for a whole range of numbers (`linjer.RANGE`);
# how many lines a text becomes is counted faster without that.
_BREAKS, ADDRESS_BREAKS = re.compile(r" |(?<=[-–])"), re.compile(r" |(?<=[-–.@/])(?=[^/])")
_WORD_BREAKS = re.compile(r" |(?<=[-–])(?!\d)")
LONGEST_WORD = 70
"""Characters that a word in running text may have before it must be broken."""

Cell = tuple[Inline, ...]
Row = Sequence[Cell]


class Widths(NamedTuple):
    """The width of a column as it is wished for, in twips, from what is needed to what is best.

    `needed`: no word is broken. `parts`: nor is a part of an address, from one full stop to the next. `addresses`: nor
    is an address. `short`: nor is a short cell. `writing`: there is room to write in it. `whole`: every cell is on one
    line.
    """

    needed: int
    parts: int
    addresses: int
    short: int
    writing: int
    whole: int


_OF_ADDRESSES = (Widths._fields.index("parts"), Widths._fields.index("addresses"))


def has_labels(table: Table) -> bool:
    """Tell whether the first cell of each row heads the row: it does not when one of them is a paragraph."""
    first = (characters(row[0]) for row in table.rows if row)
    return table.row_headers and all(len(text) <= _LONGEST_LABEL for text in first)


def column_widths(rows: Sequence[Row], columns: int, total: int, *, labels: bool = True) -> list[int]:
    """Share `total` twips between the columns after what stands in them; with `labels`, the first one is bold.

    No word is broken while another column has room, and no short cell while one that is empty or long has.
    """
    # A table is asked for by each format, and twice by most of them.
    return [*_column_widths(tuple(rows), columns, total, labels)]


@lru_cache(maxsize=16)
def _column_widths(rows: tuple[Row, ...], columns: int, total: int, labels: bool) -> list[int]:
    wishes = [_wishes(rows, column, bold=labels and column == 0) for column in range(columns)]
    if not any(wished.writing for wished in wishes):
        return _best(rows, wishes, total, labels)[1]
    found = []
    for characters_there in _TO_WRITE_IN:
        room = CELL_MARGINS + characters_there * 108
        # What there is to read, is not pressed together by what there is to write in.
        there = [wished._replace(writing=min(wished.whole, room)) for wished in wishes]
        found.append(_best(rows, there, total, labels))
    lowest = min(height for height, _ in found)
    return next(widths for height, widths in found if height <= lowest * _WORTH_TO_WRITE)


def _best(rows: tuple[Row, ...], wishes: Sequence[Widths], total: int, labels: bool) -> tuple[int, list[int]]:
    """Return the lines that the table has, and the widths."""
    found = [_satisfied(rows, wishes, total, labels, frozenset())]
    # An address that is whole at the cost of many lines beside it, is better broken.
    for without in (_OF_ADDRESSES[1:], _OF_ADDRESSES):
        at = without[0]
        if any(wished[at] > wished[at - 1] for wished in wishes):
            found.append(_satisfied(rows, wishes, total, labels, frozenset(without)))
    heights = [sum(_row_lines(row, widths, labels=labels) for row in rows) for widths in found]
    most = min(heights) * _WORTH_MORE_LINES
    return next((height, widths) for height, widths in zip(heights, found, strict=True) if height <= most)


def _satisfied(
    rows: tuple[Row, ...], wishes: Sequence[Widths], total: int, labels: bool, without: frozenset[int]
) -> list[int]:
    """Return the widths with as many of the wishes as there is room for, `without` some of them."""
    columns = len(wishes)
    widths = [CELL_MARGINS] * columns
    for wish in range(len(Widths._fields)):
        wanted = [max(now, wished[wish]) for now, wished in zip(widths, wishes, strict=True)]
        if wish in without or (wish in _OF_ADDRESSES and sum(wanted) > total):
            continue  # an address that must be broken in any case, takes no room from the rest
        if wish == Widths._fields.index("whole") and sum(wanted) > total:
            return _lowest(rows, widths, total, labels=labels)
        extra = [more - now for now, more in zip(widths, wanted, strict=True)]
        if sum(wanted) > total:
            if wish == 0:
                # Whoever needs no more than a fair share gets it.
                widths = [min(now, total // columns) for now in wanted]
                extra = [more - now for now, more in zip(widths, wanted, strict=True)]
            return _shared(widths, extra, total)
        widths = wanted
    return _shared(widths, widths, total)


def _row_lines(row: Row, widths: Sequence[int], *, labels: bool) -> int:
    cells = enumerate(zip(row, widths, strict=False))
    return max((_lines(cell, wide, bold=labels and column == 0) for column, (cell, wide) in cells), default=1)


def table_height(table: Table, widths: Sequence[int], *, labels: bool) -> list[int]:
    """Return about how high each row is in twips, the header first, when the columns have these widths."""
    return [
        _ROW
        + _LINE
        * max(
            (
                _lines(cell, width, bold=n == 0 or (labels and column == 0))
                for column, (cell, width) in enumerate(zip(row, widths, strict=False))
            ),
            default=1,
        )
        for n, row in enumerate(table.all_rows)
    ]


def list_height(items: Items, total: int) -> int:
    """Return about how high a list is in twips, when the text around it is `total` twips wide."""
    return sum(block_height(block, total - 397) for item in items.items for block in item)


def block_height(block: Block, total: int) -> int:
    """Return about how high a paragraph, heading or list is in twips; anything else as a whole page."""
    if isinstance(block, Items):
        return list_height(block, total)
    if isinstance(block, Paragraph | Heading):
        # 11 points are a tenth wider than the 10 of a table.
        return _ABOVE + _TEXT_LINE * _lines(block.content, total * 10 // 11, bold=isinstance(block, Heading))
    return TEXT_HEIGHT


def longest_in(cell: Cell, width: int, *, bold: bool) -> int | None:
    """Return how many characters a word in a cell may have before it must be broken; None when all have room."""
    if _widest(_WORD_BREAKS, cell, bold=bold) <= width:
        return None
    return max(1, (width - CELL_MARGINS) // 108)


def has_room(address: str, width: int, *, bold: bool) -> bool:
    """Tell whether an address stands on one line in a cell."""
    return _twips(address, bold=bold) <= width


def parted(address: str) -> list[str]:
    """Return the pieces that people would part an address in when no line has room for it."""
    return [address] if " " in address else ADDRESS_BREAKS.split(address)


def _wishes(rows: Sequence[Row], column: int, *, bold: bool) -> Widths:
    needed = parts = addresses = short = whole = CELL_MARGINS
    empty = 0
    for n, row in enumerate(rows):
        cell = row[column] if column < len(row) else ()
        empty += n > 0 and not cell
        heavy = bold or n == 0
        linked = any(isinstance(inline, Link) for inline in cell)
        part = _widest(ADDRESS_BREAKS if linked else _WORD_BREAKS, cell, bold=heavy)
        needed = max(needed, min(part, _LONG_PART) if linked else part)
        parts = max(parts, part)
        addresses = max(addresses, _widest(_WORD_BREAKS, cell, bold=heavy))
        for line in _hard_lines(cell):
            there = _twips(line, bold=heavy or _has_bold(cell))
            whole = max(whole, there)
            if n and len(line) <= _SHORT:
                short = max(short, there)
    writing = CELL_MARGINS + _TO_WRITE_IN[0] * 108 if 2 * empty > len(rows) - 1 else 0
    return Widths(needed, parts, addresses, short, writing, max(whole, writing))


def _widest(breaks: re.Pattern[str], cell: Cell, *, bold: bool) -> int:
    bold = bold or _has_bold(cell)
    pieces = (piece for line in _hard_lines(cell) for piece in breaks.split(line))
    return max((_twips(piece, bold=bold) for piece in pieces), default=CELL_MARGINS)


def _lowest(rows: Sequence[Row], widths: list[int], total: int, *, labels: bool) -> list[int]:
    """Give what is left of `total`, a little at a time, to the column that makes the most rows as high as they are."""
    widths = [*widths]
    texts = [
        [
            [_twips(line, bold=n == 0 or (labels and column == 0)) - CELL_MARGINS for line in _hard_lines(cell)]
            for column, cell in enumerate(row)
        ]
        for n, row in enumerate(rows)
    ]
    heights = [[_height(cell, widths[column]) for column, cell in enumerate(row)] for row in texts]
    step = max(1, (total - sum(widths)) // _STEPS)
    while (left := total - sum(widths)) > 0:
        # First what makes a row as high as it is, then what else has lines that more room would join.
        pressure = [(0, 0)] * len(widths)
        for row, cells in zip(heights, texts, strict=True):
            highest = max(row, default=0)
            for column, (height, lines) in enumerate(zip(row, cells, strict=True)):
                if height > len(lines):
                    first, then = pressure[column]
                    pressure[column] = (first + height * (height == highest), then + height)
        if max(pressure) == (0, 0):
            return _shared(widths, widths, total)
        most = pressure.index(max(pressure))
        widths[most] += min(step, left)
        for row, cells in zip(heights, texts, strict=True):
            if most < len(row) and row[most] > 1:
                row[most] = _height(cells[most], widths[most])
    return widths


def _height(lines: Sequence[int], wide: int) -> int:
    """Return how many lines those of a cell become when it is `wide`."""
    room = max(1, wide - CELL_MARGINS)
    return sum(max(1, -(-line // room)) for line in lines)


def _shared(widths: Sequence[int], extra: Sequence[int], total: int) -> list[int]:
    """Share what is left of `total` in proportion to `extra`."""
    left, parts = total - sum(widths), max(1, sum(extra))
    shared = [now + left * more // parts for now, more in zip(widths, extra, strict=True)]
    shared[-1] += total - sum(shared)
    return shared


def _lines(cell: Cell, room: int, *, bold: bool) -> int:
    """Return how many lines a text has in a column of `room` twips."""
    if not cell:
        return 1
    bold = bold or _has_bold(cell)
    room -= CELL_MARGINS
    text = writable_characters(cell)
    return sum([_broken_quickly(line, room, bold) or _broken(line, room, bold) for line in text.split("\n")])


def _broken_quickly(line: str, room: int, bold: bool) -> int | None:
    """Return what `_broken` does, in a fraction of the time; None for what is not words with a space between them."""
    if len(line) * WIDEST * _HUNDREDTH <= room:
        return 1
    wide = widths(line, bold=bold)
    if room <= 0 or wide is None:
        return None
    # Most have room: then no word of it needs looking at.
    if _HUNDREDTH * sum(wide) <= room:
        return 1
    if 0 in wide or "  " in f" {line} ":
        return None
    ends = [0, *accumulate(wide)]
    start, count, most = 0, 1, room // _HUNDREDTH
    while (end := bisect_right(ends, ends[start] + most, start) - 1) < len(line):
        # The last place that a line can end: before a space, or after a hyphen.
        start = 1 + max(line.rfind(" ", start, end + 1), line.rfind("-", start, end), line.rfind("–", start, end))
        if not start:
            return None
        count += 1
    return count


def _broken(line: str, room: int, bold: bool) -> int:
    """Return how many lines a text becomes when each can be `room` twips."""
    space, count, at = _HUNDREDTH * width(" ", bold=bold), 1, 0
    hyphens = "-" in line or "–" in line
    for word in line.split(" "):
        for n, piece in enumerate(_BREAKS.split(word) if hyphens and ("-" in word or "–" in word) else (word,)):
            wide = _HUNDREDTH * width(piece, bold=bold)
            if at:
                before = space if n == 0 else 0
                if at + before + wide <= room:
                    at += before + wide
                    continue
                count += 1
            count += max(0, wide - 1) // max(1, room)
            at = wide
    return count


def _has_bold(cell: Cell) -> bool:
    return any(isinstance(inline, Text) and inline.bold for inline in cell)


def _twips(text: str, *, bold: bool) -> int:
    return _HUNDREDTH * width(text, bold=bold) + CELL_MARGINS


def _hard_lines(cell: Cell) -> Iterator[str]:
    # A no-break space holds two words together, and the rest of what Python calls the end of a line is none.
    yield from writable_characters(cell).split("\n") if cell else ()

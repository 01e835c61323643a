"""How wide the columns of a table are. In Word and PDF they are the same."""

from __future__ import annotations

from collections.abc import Sequence

from avtalegen.dokument.innhold import Inline, LineBreak

# Twips, on the safe side: the mean character of bold 10-point Calibri, and a cell's margins.
CELL_CHARACTER, CELL_MARGINS = 108, 230
# Letters that are so much wider than the mean, in twips, that a word with two of them would not have room.
_WIDE, _MORE = "mwMWæÆ", 52
# A cell with more characters than this may as well break into several lines.
_LONG = 44
# Characters that there is to be room for in a column to write in: one with more empty cells than filled ones.
_TO_WRITE_IN = 18

Row = Sequence[tuple[Inline, ...]]


def column_widths(rows: Sequence[Row], columns: int, total: int) -> list[int]:
    """Share `total` twips between the columns: no word broken if it can be helped, the rest after need."""
    needed, wanted = [CELL_MARGINS] * columns, [CELL_MARGINS] * columns
    for row in rows:
        for column, cell in enumerate(row):
            for line in _lines(cell):
                # A no-break space holds two words together.
                word = max(map(_width, line.split(" ")), default=0)
                needed[column] = max(needed[column], word + CELL_MARGINS)
                wanted[column] = max(wanted[column], min(len(line), _LONG) * CELL_CHARACTER + CELL_MARGINS)
    for column in range(columns):
        filled = sum(column < len(row) and bool(row[column]) for row in rows[1:])
        if 2 * filled < len(rows) - 1:
            wanted[column] = max(wanted[column], _TO_WRITE_IN * CELL_CHARACTER + CELL_MARGINS)
    if sum(needed) > total:
        shares = [min(width, total // columns) for width in needed]
        extra = [width - share for width, share in zip(needed, shares, strict=True)]
    elif sum(wanted) > total:
        shares, extra = needed, [max(0, w - n) for w, n in zip(wanted, needed, strict=True)]
    else:
        shares, extra = wanted, wanted
    left, parts = total - sum(shares), max(1, sum(extra))
    widths = [share + left * e // parts for share, e in zip(shares, extra, strict=True)]
    widths[-1] += total - sum(widths)
    return widths


def _width(word: str) -> int:
    return len(word) * CELL_CHARACTER + sum(word.count(letter) for letter in _WIDE) * _MORE


def _lines(cell: tuple[Inline, ...]) -> list[str]:
    return "".join("\n" if isinstance(inline, LineBreak) else inline.text for inline in cell).splitlines()

"""Tables without columns that say nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import chain
from operator import is_ as _is

from avtalegen.dokument.innhold import Block, Inline, Items, LineBreak, Table, Text, characters
from avtalegen.komponering.spor.sporing import sammen

NOTHING = "–"
"""What stands in a cell when there is nothing to say. An empty cell is one to write in."""
# Of so many rows, one alone is hardly a column.
_ROWS_FOR_A_COLUMN = 4

_Row = list[tuple[Inline, ...]]


def without_empty_columns(blocks: Iterable[Block], liten: Callable[[str], str]) -> list[Block]:
    """Return the blocks with tables that have no column where nothing, or only one of many rows, says anything.

    What that one row says then stands in the column before, after the name of its own, and `liten` writes it as what
    follows a colon.
    """
    return [_one(liten, block) for block in blocks]


def _one(liten: Callable[[str], str], block: Block) -> Block:
    if isinstance(block, Items):
        items = tuple(tuple(map(partial(_one, liten), item)) for item in block.items)
        same = all(map(_is, chain.from_iterable(items), chain.from_iterable(block.items)))
        return block if same else replace(block, items=items)
    if not isinstance(block, Table):
        return block
    header, *rows = ([*row] for row in block.all_rows)
    columns = len(header)
    # The first column is what the rows are about, and a table has two.
    for column in range(len(header) - 1, 0, -1):
        if len(header) > 2 and all(column < len(row) for row in rows) and _says_nothing(rows, column):
            _leave_out(header, rows, column, liten)
    return block if len(header) == columns else replace(block, header=tuple(header), rows=tuple(map(tuple, rows)))


def _says_nothing(rows: list[_Row], column: int) -> bool:
    if not rows or any(not row[column] for row in rows):
        return False
    saying = [row for row in rows if characters(row[column]).strip() != NOTHING]
    if not saying:
        return True
    # What is said of one thing, can't stand alone in the column of another.
    beside = characters(saying[0][column - 1]).strip() != NOTHING
    return len(saying) == 1 and len(rows) >= _ROWS_FOR_A_COLUMN and beside


def _leave_out(header: _Row, rows: list[_Row], column: int, liten: Callable[[str], str]) -> None:
    label = characters(header.pop(column))
    for row in rows:
        said = row.pop(column)
        if characters(said).strip() == NOTHING:
            continue
        first, *rest = said
        if isinstance(first, Text):
            first = replace(first, text=liten(first.text))
        row[column - 1] = (*row[column - 1], LineBreak(), Text(sammen(label, ": ")), first, *rest)

"""Brackets that are opened and never closed: where they were meant to be, when that is sure."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.lesing import Mapping, Node, Scalar, Sequence, parse

_CLOSING = {"[": "]", "{": "}"}
_STOPPER = frozenset(("YML001", "YML003", "YML014", "YML006", "YML015"))
_MOST_ROWS = 200
"""Rows that one pair of brackets may be meant to hold: what is longer, is more likely something else."""


def closed(lines: list[str], row: int) -> dict[int, str] | None:
    """Return the lines to write instead, by their rows, for what is opened in a row to be closed.

    What stands first in its row, is left out. Otherwise it is closed behind what stands further in than the row, or at
    the end of the row when nothing does; what has nothing behind it in its row, and fields below as they are without
    brackets, is left out too. None when nothing is opened there, or neither can be read.
    """
    open_ = _still_open(lines[row], "")
    if not open_:
        return None
    column = len(lines[row]) - len(lines[row].lstrip())
    last = row
    for below in range(row + 1, min(row + _MOST_ROWS, len(lines))):
        line = lines[below]
        if line.strip() and not line.lstrip().startswith("#"):
            spaces = line.expandtabs()
            if len(spaces) - len(spaces.lstrip()) <= column:
                break
            last = below
    return next((new for new in _tried(lines, row, last, open_) if _can_be_read(lines, row, last, new)), None)


def _tried(lines: list[str], row: int, last: int, open_: str) -> Iterator[dict[int, str]]:
    if (line := lines[row].lstrip())[0] in _CLOSING:
        # Around all the fields of the file or the part.
        yield {row: lines[row].replace(line[0], "", 1)}
        return
    between = [line.rstrip() for line in lines[row + 1 : last] if line.strip()]
    commas = bool(between) and all(line.endswith(",") for line in between)
    if last > row and len(open_) == 1 and lines[row].rstrip()[-1] in _CLOSING and not commas:
        yield {row: lines[row].rstrip()[:-1].rstrip()}
        if between:
            return
    left: str | None = open_
    for line in lines[row + 1 : last + 1]:
        left = None if left is None else _still_open(line, left)
    if left:
        yield {last: lines[last].rstrip() + left[::-1]}


def _can_be_read(lines: list[str], row: int, last: int, new: dict[int, str]) -> bool:
    tried = [new.get(n, lines[n]) for n in range(row, last + 1)]
    source = parse("\n".join(("x:", *(f" {line}" for line in tried))), "")
    if source.root is None or any(one.code in _STOPPER for one in source.diagnostics):
        return False
    # What follows a comma in a text, would be the name of a field with nothing in it.
    return (row in new and last > row) or not _has_empty(source.root)


def _has_empty(node: Node | None) -> bool:
    if isinstance(node, Mapping):
        return any(_has_empty(entry.value) for entry in node.entries.values())
    if isinstance(node, Sequence):
        return any(map(_has_empty, node.items))
    return node is None or (isinstance(node, Scalar) and node.value is None)


def _still_open(line: str, open_: str) -> str | None:
    """Return what closes the brackets that are open after a line, the outermost first, when those given were before it.

    None when it can't be told: a quote is not closed, a bracket is closed that is not open, or a comment follows.
    """
    quote, before = "", " "
    for sign in line:
        if quote:
            quote = "" if sign == quote and before != "\\" else quote
        elif sign in "\"'" and before in " [{,:":
            quote = sign
        elif sign == "#" and before in " \t":
            return None
        elif sign in _CLOSING and (open_ or before == " "):
            open_ += _CLOSING[sign]
        elif open_ and sign in "]}":
            if open_[-1] != sign:
                return None
            open_ = open_[:-1]
        before = sign
    return None if quote else open_

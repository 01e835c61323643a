"""Markdown that is as simple as our templates write it, read without a parser.

Headings, paragraphs, lists of one level whose items are a line each, tables, and words in bold: where it is certain
what CommonMark makes of a text. Anything that could be something else is left to the parser (None), and
`tests/test_enkel_markdown.py` holds what is read here to what that reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avtalegen.komponering.markdown.plan import (
    SAID,
    TABLE_CAPTION,
    Line,
    Piece,
    Read,
    ReadList,
    ReadTable,
    heading_of,
    line_of,
    paragraph_of,
    pieces_of,
)
from avtalegen.komponering.markdown.verdier import CLOSE, OPEN

# Signs that may be markup, spaces of other kinds than « », and those at the ends of lines.
_NOT_SIMPLE = re.compile(r"[\\`_<>]|\]\(|\]\[|[^\S \n]|\S +\n|^ +\S|\0", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6}) +([^\s#](?:.*[^\s#])?)")
# A paragraph begins with a letter, a value or a bracket: what else it could be, begins otherwise.
_BEGINS = rf"(?=[\w{OPEN}\[«(§]|\*\*)(?!\d+[.)](?:\s|$))"
_PARAGRAPH = re.compile(_BEGINS)
_ITEM = re.compile(rf"(-|1\.) ({_BEGINS}[^|]*)")
_MARKS = ("-", "1.")
_DELIMITERS = re.compile(r"\|(?: ?-+ ?\|)+")
# Where the signs can be nothing else than the beginning and the end of bold.
_BOLD = re.compile(
    rf"(?:(?<=\s)|^)\*\*(?=[\w{OPEN}])([^*]+?)(?:(?<=[\w{CLOSE}])\*\*(?=[\s,.:;)]|$)|(?<=:)\*\*(?=\s|$))", re.MULTILINE
)


class _NotSimpleError(Exception):
    """The text is for the parser."""


def read_simple(text: str) -> tuple[Read, ...] | None:
    """Return what a text is made of; None for one that is not simple."""
    if _NOT_SIMPLE.search(text):
        return None
    try:
        return tuple(_read([*map(str.rstrip, text.split("\n"))]))
    except _NotSimpleError:
        return None


def _read(lines: Sequence[str]) -> Iterator[Read]:
    n = 0
    caption: Line | None = None
    while n < len(lines):
        line = lines[n]
        if not line:
            n += 1
        elif line.startswith("#"):
            found = _HEADING.fullmatch(line)
            if not found:
                raise _NotSimpleError
            yield heading_of(len(found[1]), found[2], _line(found[2]))
            n += 1
        elif line.startswith(_MARKS):
            items, n = _items(lines, n)
            yield items
        elif line.startswith("|"):
            end = _end(lines, n)
            yield _table(lines[n:end], caption)
            n, caption = end, None
        else:
            end = _end_of_paragraph(lines, n)
            said = "\n".join(lines[n:end])
            n = end
            if said.startswith(TABLE_CAPTION) and _next(lines, n).startswith("|"):
                caption = _line(said)
            else:
                yield paragraph_of(said, _line(said))


def _items(lines: Sequence[str], n: int) -> tuple[ReadList, int]:
    """Return the list that begins on line `n`, and where it ends."""
    items: list[tuple[Read, ...]] = []
    mark = lines[n].partition(" ")[0]
    while n < len(lines) and (lines[n].startswith(_MARKS) or not lines[n]):
        if lines[n]:
            found = _ITEM.fullmatch(lines[n])
            if not found or found[1] != mark:
                raise _NotSimpleError
            items.append((paragraph_of(found[2], _line(found[2])),))
        n += 1
    if n < len(lines) and lines[n - 1] and not lines[n].startswith("#"):
        raise _NotSimpleError  # a line right below an item belongs to it
    return ReadList(mark != "-", mark[-1], tuple(items)), n


def _table(lines: Sequence[str], caption: Line | None) -> ReadTable:
    if len(lines) < 2 or not _DELIMITERS.fullmatch(lines[1]):
        raise _NotSimpleError
    columns = lines[1].count("|") - 1
    rows = [lines[0], *lines[2:]]
    if any(not row.startswith("|") or not row.endswith("|") or row.count("|") - 1 != columns for row in rows):
        raise _NotSimpleError
    return ReadTable(caption, tuple(tuple(map(_line, map(str.strip, row[1:-1].split("|")))) for row in rows))


def _end_of_paragraph(lines: Sequence[str], n: int) -> int:
    """Return where the paragraph that begins on line `n` ends."""
    while n < len(lines) and lines[n] and not lines[n].startswith(("#", "- ")):
        if "|" in lines[n] or not _PARAGRAPH.match(lines[n]):
            raise _NotSimpleError
        n += 1
    return n


def _end(lines: Sequence[str], n: int) -> int:
    while n < len(lines) and lines[n]:
        n += 1
    return n


def _next(lines: Sequence[str], n: int) -> str:
    """Return the next line with something on it."""
    while n < len(lines) and not lines[n]:
        n += 1
    return lines[n] if n < len(lines) else ""


def _line(text: str) -> Line:
    return line_of(tuple(_pieces(text)))


def _pieces(text: str) -> Iterator[Piece]:
    for n, part in enumerate(_BOLD.split(text) if "*" in text else (text,)):
        if "*" in part:
            raise _NotSimpleError
        for m, line in enumerate(part.split("\n")):
            if m:
                yield Piece(SAID, " ")
            yield from pieces_of(line, bold=n % 2 == 1)

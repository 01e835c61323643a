"""What a text of Markdown is made of, in the order of its document, with places for the values.

What is read holds marks, not values, so agreements of the same shape share it, and nothing of it may change. `markdown`
makes blocks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avtalegen.dokument.innhold import Text
from avtalegen.komponering.innledninger import FORMS
from avtalegen.komponering.markdown.verdier import BREAK, CLOSE, OPEN

TABLE_CAPTION = "Tabell: "
LITERAL, SAID, BREAK_HERE = -1, -2, -3
"""What the `number` of a piece is when it is no value: words, words added for a link, a space, or a new line."""
_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")


class Piece(NamedTuple):
    """A part of a line: the value with a `number`, or `text`; how it looks, and the address when it is a link."""

    number: int
    text: str = ""
    bold: bool = False
    italic: bool = False
    url: str = ""


class Line(NamedTuple):
    """What a paragraph, a heading or a cell says. `fixed` holds it where no value is in it.

    `alike`: it is words and values that all look the same, with nothing between them.
    """

    pieces: tuple[Piece, ...]
    fixed: tuple[Text, ...] | None
    alike: bool


class ReadHeading(NamedTuple):
    """A heading of a level; `says_value`: it shows a value of the agreement."""

    level: int
    line: Line
    says_value: bool


class ReadParagraph(NamedTuple):
    """A paragraph. `alone` is the number of the value that is all there is in it, -1 when there is none.

    `form`: it is another lead-in of a list (`innledninger.FORMS`).
    """

    line: Line
    alone: int
    form: str | None
    quote: bool


class ReadList(NamedTuple):
    """A list; `markup` is the sign after the number."""

    ordered: bool
    markup: str
    items: tuple[tuple[Read, ...], ...]


class ReadTable(NamedTuple):
    """A table, its header first, with the paragraph «Tabell: …» just before it."""

    caption: Line | None
    rows: tuple[tuple[Line, ...], ...]


Read = ReadHeading | ReadParagraph | ReadList | ReadTable


def line_of(pieces: Sequence[Piece]) -> Line:
    """Return the line that has these pieces."""
    first = pieces[0] if pieces else Piece(LITERAL)
    alike = not first.url and all(
        piece.number != BREAK_HERE and piece[2:] == first[2:] and "\n" not in piece.text and BREAK not in piece.text
        for piece in pieces
    )
    # Of what has no value, nothing depends on the agreement.
    fixed = alike and len(pieces) == 1 and first.number == LITERAL
    return Line(tuple(pieces), (Text(*first[1:4]),) if fixed else None, alike)


def pieces_of(text: str, *, bold: bool = False, italic: bool = False, url: str = "") -> Iterator[Piece]:
    """Give words that look the same in pieces, cut where the values are to be."""
    for n, part in enumerate(_MARK.split(text)):
        if n % 2:
            yield Piece(int(part), "", bold, italic, url)
        elif part:
            yield Piece(LITERAL, part, bold, italic, url)


def heading_of(level: int, text: str, line: Line) -> ReadHeading:
    """Return the heading that is written as `text`."""
    return ReadHeading(level, line, _MARK.search(text) is not None)


def paragraph_of(text: str, line: Line, *, quote: bool = False) -> ReadParagraph:
    """Return the paragraph that is written as `text`."""
    mark = _MARK.fullmatch(text)
    form = next((form for form in FORMS if text.startswith(form)), None)
    return ReadParagraph(line, int(mark[1]) if mark else -1, form, quote)

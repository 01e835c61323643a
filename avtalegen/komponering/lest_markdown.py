"""Markdown read once: what a text is made of, in the order of its document, with places for the values.

What is read holds marks, not values, so agreements of the same shape share it, and nothing of it may change. `markdown`
makes blocks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from avtalegen.dokument.innhold import Text
from avtalegen.komponering.rydding import FORMS
from avtalegen.komponering.verdier import BREAK, CLOSE, OPEN
from avtalegen.modell.adresser import full_adresse

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

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

    `form`: it is another lead-in of a list (`rydding.FORMS`).
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


@lru_cache(maxsize=512)
def read(text: str) -> tuple[Read, ...]:
    """Return what a text of Markdown is made of."""
    return tuple(_Reader(_parser().parse(text)).until(""))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"maxNesting": 40}).enable(
        [
            "list",
            "blockquote",
            "autolink",
            "table",
            "heading",
            "emphasis",
            "link",
            "escape",
            "newline",
            "balance_pairs",
            "fragments_join",
        ]
    )
    # An address is shown as it was written; the writers encode those that become links.
    parser.normalizeLink = parser.normalizeLinkText = str  # type: ignore[method-assign, assignment]
    return parser


class _Reader:
    """Goes through the tokens of one text."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = _with_captions(iter(tokens))
        self._caption: Line | None = None
        self._quotes = 0

    def until(self, end: str) -> Iterator[Read]:
        for token in self._tokens:
            kind = token.type
            if kind == end:
                return
            if kind == _CAPTION:
                self._caption = _line(token)
            elif kind == "heading_open":
                text = next(self._tokens)
                yield ReadHeading(int(token.tag[1]), _line(text), _MARK.search(text.content) is not None)
            elif kind == "inline":
                mark = _MARK.fullmatch(token.content)
                form = next((f for f in FORMS if token.content.startswith(f)), None)
                yield ReadParagraph(_line(token), int(mark[1]) if mark else -1, form, self._quotes > 0)
            elif kind in ("bullet_list_open", "ordered_list_open"):
                items = tuple(self._items(kind.replace("open", "close")))
                yield ReadList(kind == "ordered_list_open", token.markup, items)
            elif kind in ("blockquote_open", "blockquote_close"):
                self._quotes += token.nesting
            elif kind == "table_open":
                yield self._table()

    def _items(self, end: str) -> Iterator[tuple[Read, ...]]:
        for token in self._tokens:
            if token.type == end:
                return
            if token.type == "list_item_open":
                yield tuple(self.until("list_item_close"))

    def _table(self) -> ReadTable:
        rows: list[list[Line]] = []
        for token in self._tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(_line(token))
        caption, self._caption = self._caption, None
        return ReadTable(caption, tuple(map(tuple, rows)))


def _line(token: Token) -> Line:
    pieces = tuple(_pieces(token))
    first = pieces[0] if pieces else Piece(LITERAL)
    alike = not first.url and all(
        piece.number != BREAK_HERE and piece[2:] == first[2:] and "\n" not in piece.text and BREAK not in piece.text
        for piece in pieces
    )
    # Of what has no value, nothing depends on the agreement.
    fixed = alike and len(pieces) == 1 and first.number == LITERAL
    return Line(pieces, (Text(*first[1:4]),) if fixed else None, alike)


def _pieces(token: Token) -> Iterator[Piece]:
    bold = italic = 0
    url = href = title = ""
    for child in token.children or ():
        if child.type == "text":
            for n, text in enumerate(_MARK.split(child.content)):
                if n % 2:
                    yield Piece(int(text), "", bold > 0, italic > 0, url)
                elif text:
                    yield Piece(LITERAL, text, bold > 0, italic > 0, url)
        elif child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type in ("em_open", "em_close"):
            italic += child.nesting
        elif child.type == "link_open":
            href = str(child.attrs.get("href", ""))
            url = full_adresse(href) or ""
            title = str(child.attrs.get("title", ""))
        elif child.type == "link_close":
            # What can't be opened, and what a link has no room for, is said in words.
            if said := ", ".join(filter(None, (href if not url else "", title))):
                yield Piece(SAID, f" ({said})")
            url = href = title = ""
        elif child.type == "softbreak":
            yield Piece(SAID, " ")
        elif child.type == "hardbreak":
            yield Piece(BREAK_HERE)


_CAPTION = "caption"


def _with_captions(tokens: Iterator[Token]) -> Iterator[Token]:
    """Give the tokens with a paragraph «Tabell: …» marked as a caption where a table follows it."""
    held: list[Token] = []
    for token in tokens:
        if len(held) == 3 and token.type == "table_open":
            yield held[1].copy(type=_CAPTION)
            held = []
        if held and len(held) < 3:
            held.append(token)
            if len(held) == 2 and not token.content.startswith(TABLE_CAPTION):
                yield from held
                held = []
            continue
        yield from held
        held = []
        if token.type == "paragraph_open":
            held.append(token)
        else:
            yield token
    yield from held

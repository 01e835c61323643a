"""Markdown read once: by what knows all of it, or faster, what is as simple as our templates write it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from avtalegen.komponering.markdown.enkel import read_simple
from avtalegen.komponering.markdown.plan import (
    BREAK_HERE,
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
from avtalegen.modell.adresser import full_adresse

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@lru_cache(maxsize=512)
def read(text: str) -> tuple[Read, ...]:
    """Return what a text of Markdown is made of."""
    # The parser takes longer to load than an agreement to compose, and most agreements need it for nothing.
    simple = read_simple(text)
    return read_all(text) if simple is None else simple


def read_all(text: str) -> tuple[Read, ...]:
    """Return what a text of any Markdown is made of."""
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
                yield heading_of(int(token.tag[1]), text.content, _line(text))
            elif kind == "inline":
                yield paragraph_of(token.content, _line(token), quote=self._quotes > 0)
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
    return line_of(tuple(_pieces(token)))


def _pieces(token: Token) -> Iterator[Piece]:
    bold = italic = 0
    url = href = title = ""
    for child in token.children or ():
        if child.type == "text":
            yield from pieces_of(child.content, bold=bold > 0, italic=italic > 0, url=url)
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

"""Markdown to blocks, with places held for values so that a value can never become markup.

A template is rendered with a mark where each value goes (`Values.hold`), the Markdown is parsed with the marks in it,
and the values are put in afterwards (`blocks`). What a value holds (`|`, `#`, `<`, a line break) therefore never
meets the Markdown parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from avtalegen.dokument.innhold import (
    Block,
    Heading,
    Inline,
    Items,
    Language,
    LineBreak,
    Link,
    Marks,
    Paragraph,
    Signatures,
    Table,
    Text,
    characters,
)
from avtalegen.dokument.spor import Rute, Spenn
from avtalegen.komponering.rydding import FORMS, LeadIn, Part, joined, tidied
from avtalegen.komponering.skrevet import markdown
from avtalegen.komponering.sporede_blokker import med_spor
from avtalegen.komponering.sporing import Grunn, Sporet, rute_til
from avtalegen.komponering.sprak import Språk
from avtalegen.komponering.tabeller import without_empty_columns
from avtalegen.komponering.verdier import BREAK, CLOSE, OPEN, Values
from avtalegen.modell.adresser import full_adresse
from avtalegen.modell.former import Markdown

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_TABLE_CAPTION = "Tabell: "
_ENDS = (".", "!", "?", "…")
NOT_WORDS = (_TABLE_CAPTION, *FORMS)
"""How a line begins that says something of what follows it, and is no paragraph."""


def blocks(text: str, values: Values, prefix: str, språk: Språk, *, front: bool = False) -> tuple[Block, ...]:
    """Return the blocks of a rendered template; their ids are `prefix` and a running number.

    The `front` of a paper is no section: its heading is the title, whatever stands under it.
    """
    builder = _Builder(values, prefix)
    parts = _keep_leads(builder.all(_tokens(text)))
    if front:
        return tuple(part for part in parts if not isinstance(part, LeadIn))
    made = tidied(parts, builder.kept, språk)
    return tuple(without_empty_columns(made))


def local_blocks(text: str, prefix: str, below: int, language: Language | None = None) -> tuple[Block, ...]:
    """Return the blocks of Markdown that a user wrote, in `language` (None: the document's).

    Its headings go below level `below` and have no number.
    """
    found = _Builder(Values(), prefix, local=True).all(_tokens(markdown(text)))
    headings = [b.level for b in found if isinstance(b, Heading)]
    shift = below + 1 - min(headings, default=1)
    return tuple(
        replace(b, level=min(4, b.level + shift), numbered=False, language=language)
        if isinstance(b, Heading)
        else b
        if isinstance(b, Signatures)
        else replace(b, language=language)
        for b in _keep_leads(found)
        if not isinstance(b, LeadIn)
    )


@lru_cache(maxsize=512)
def _tokens(text: str) -> list[Token]:
    # What is parsed holds marks, not values, so agreements of the same shape share the work.
    return _parser().parse(text)


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


def _keep_leads(found: Sequence[Part]) -> list[Part]:
    """Mark each paragraph that ends with a colon before a list or a table: it stays on their page."""
    kept = list(found)
    for n, (block, following) in enumerate(pairwise(kept)):
        if (
            isinstance(block, Paragraph)
            and isinstance(following, Items | Table)
            and characters(block.content).rstrip().endswith(":")
        ):
            kept[n] = replace(block, lead=True)
    return kept


class _Builder:
    """Makes blocks from the tokens of one text; `local`: one that the parties wrote.

    `kept` are the ids of what stays as it is: headings that say a value, and all that the parties wrote themselves.
    """

    def __init__(self, values: Values, prefix: str, *, local: bool = False) -> None:
        self.kept: set[str] = set()
        self._values = values
        self._prefix = prefix
        self._local = local
        self._number = 0
        self._level = 1
        self._caption = ""
        self._grunn: Rute | None = None
        self._ended = False
        self._quotes = 0

    def all(self, tokens: Sequence[Token]) -> list[Part]:
        return list(self._parts(iter(tokens), ""))

    def _blocks(self, tokens: Iterator[Token], until: str) -> Iterator[Block]:
        return (part for part in self._parts(tokens, until) if not isinstance(part, LeadIn))

    def _id(self) -> str:
        self._number += 1
        return f"{self._prefix}-{self._number}"

    def _parts(self, tokens: Iterator[Token], until: str) -> Iterator[Part]:
        tokens = _with_captions(tokens)
        for token in tokens:
            if token.type == until:
                return
            if token.type == _CAPTION:
                self._caption = characters(self._inlines(token)).removeprefix(_TABLE_CAPTION)
                continue
            if token.type == "heading_open":
                self._level = int(token.tag[1])
                text, id_ = next(tokens), self._id()
                if _MARK.search(text.content):
                    self.kept.add(id_)
                yield Heading(id_, self._level, self._inlines(text))
            elif token.type == "inline":
                yield from self._paragraph(token)
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                yield self._list(token, tuple(self._items(tokens, token.type.replace("open", "close"))))
            elif token.type in ("blockquote_open", "blockquote_close"):
                self._quotes += token.nesting
            elif token.type == "table_open":
                yield self._table(tokens)

    def _list(self, token: Token, items: tuple[tuple[Block, ...], ...]) -> Items:
        """Return a list. What people wrote keeps its marks (`skrevne_lister`)."""
        ordered = token.type == "ordered_list_open"
        marks: Marks | None = None
        if ordered and self._local:
            marks = "a)" if token.markup == ")" else "1."
        return Items(self._id(), items, ordered, marks=marks)

    def _items(self, tokens: Iterator[Token], until: str) -> Iterator[tuple[Block, ...]]:
        for token in tokens:
            if token.type == until:
                return
            if token.type == "list_item_open":
                yield tuple(self._blocks(tokens, "list_item_close"))

    def _table(self, tokens: Iterator[Token]) -> Table:
        """Return a table; a paragraph «Tabell: …» just before it is its caption."""
        rows: list[list[tuple[Inline, ...]]] = []
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._inlines(token))
        caption, self._caption = self._caption, ""
        return Table(self._id(), caption, tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))

    def _paragraph(self, token: Token) -> Iterator[Part]:
        mark = _MARK.fullmatch(token.content)
        value = self._values[int(mark[1])] if mark else None
        if isinstance(value, Markdown):
            known = self._values.languages
            text, language = (known.shown(value), known.language(value)) if known else (value, None)
            made = local_blocks(text, self._id(), self._level, language)
            self.kept.update(block.id for block in made)
            yield from made if (rute := rute_til(value)) is None else med_spor(made, rute)
        elif isinstance(value, Heading | Paragraph | Items | Table | Signatures):
            yield value
        elif not self._local and (form := next((f for f in FORMS if token.content.startswith(f)), None)):
            first, *rest = self._inlines(token)
            assert isinstance(first, Text)  # it begins with what the template says
            yield LeadIn((replace(first, text=first.text.removeprefix(form)), *rest), form)
        else:
            yield Paragraph(self._id(), self._inlines(token), quote=self._quotes > 0)

    def _inlines(self, token: Token) -> tuple[Inline, ...]:
        found: list[Inline] = []
        bold = italic = 0
        url = href = title = ""
        self._grunn = None
        self._ended = False
        for child in token.children or ():
            if child.type == "text":
                for inline in self._filled(child.content, bold > 0, italic > 0):
                    if url and isinstance(inline, Text):
                        found.append(Link(inline.text, url))
                    else:
                        found.append(inline)
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
                said = ", ".join(filter(None, (href if not url else "", title)))
                found += [Text(f" ({said})")] if said else []
                url = href = title = ""
            elif child.type == "softbreak":
                found.append(Text(" "))
            elif child.type == "hardbreak":
                found.append(LineBreak())
        return tuple(joined(_tidy(found) if self._local else found))

    def _filled(self, text: str, bold: bool, italic: bool) -> Iterator[Inline]:
        """Yield `text` with the values in place of their marks."""
        for n, piece in enumerate(_MARK.split(text)):
            value = self._values[int(piece)] if n % 2 else piece
            if isinstance(value, Grunn):
                self._grunn = value.rute
                continue
            if not n % 2 and self._ended and piece.startswith("."):
                # The value has ended the sentence itself: «… mv.» takes no stop more.
                value = piece[1:]
            if value:
                shown = value.text if isinstance(value, Text | Link) else value
                self._ended = bool(n % 2) and isinstance(shown, str) and shown.endswith(_ENDS)
            if isinstance(value, Text | Link | LineBreak):
                yield value
            elif isinstance(value, str):
                if self._grunn and not n % 2:
                    value = Sporet.av(value, (Spenn(0, len(value), self._grunn, True),))
                for m, line in enumerate(_lines(value)):
                    if m:
                        yield LineBreak()
                    languages = self._values.languages
                    for run, language in languages.runs(line) if languages else ((line, None),):
                        if run:
                            yield Text(run, bold, italic, language)
            else:
                raise ValueError("a block needs a paragraph of its own in the template")


def _lines(text: str) -> Sequence[str]:
    if BREAK in text:
        return text.replace(BREAK, "\n").split("\n")
    return text.split("\n") if "\n" in text else (text,)


def _tidy(inlines: Sequence[Inline]) -> list[Inline]:
    """Return the inlines of a paragraph without line breaks at its ends, and without spaces after those within."""
    found: list[Inline] = []
    for inline in inlines:
        after_break = not found or isinstance(found[-1], LineBreak)
        shown = replace(inline, text=inline.text.lstrip(" ")) if after_break and isinstance(inline, Text) else inline
        if found if isinstance(shown, LineBreak) else shown.text:
            found.append(shown)
    while found and isinstance(found[-1], LineBreak):
        found.pop()
    return found


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
            if len(held) == 2 and not token.content.startswith(_TABLE_CAPTION):
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

"""Markdown to blocks, with places held for values so that a value can never become markup.

A template is rendered with a mark where each value goes (`Values.hold`), the Markdown is parsed with the marks in it,
and the values are put in afterwards (`blocks`). What a value holds (`|`, `#`, `<`, a line break) therefore never
meets the Markdown parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

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
from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.innledninger import FORMS
from avtalegen.komponering.markdown.lest import read
from avtalegen.komponering.markdown.oppramset import START, in_blocks, lines_of, on_lines
from avtalegen.komponering.markdown.plan import (
    LITERAL,
    SAID,
    TABLE_CAPTION,
    Line,
    Piece,
    Read,
    ReadList,
    ReadParagraph,
    ReadTable,
)
from avtalegen.komponering.markdown.skrevet import markdown
from avtalegen.komponering.markdown.verdier import BREAK, Held, Values
from avtalegen.komponering.rydding import LeadIn, Part, joined, tidied
from avtalegen.komponering.spor.blokker import med_spor
from avtalegen.komponering.spor.sporing import Grunn, hel, rute_til, samlet
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.komponering.sprak.skrivemate import er_liste, som_avsnitt
from avtalegen.komponering.tabeller import without_empty_columns
from avtalegen.modell.former import Markdown

_ENDS = (".", "!", "?", "…")
NOT_WORDS = (TABLE_CAPTION, *FORMS)
"""How a line begins that says something of what follows it, and is no paragraph."""


def blocks(text: str, values: Values, prefix: str, språk: Språk, *, front: bool = False) -> tuple[Block, ...]:
    """Return the blocks of a rendered template; their ids are `prefix` and a running number.

    The `front` of a paper is no section: its heading is the title, whatever stands under it.
    """
    builder = _Builder(values, prefix)
    parts = _keep_leads(builder.all(read(text)))
    if front:
        return tuple(part for part in parts if not isinstance(part, LeadIn))
    made = tidied(parts, builder.kept, språk)
    return tuple(without_empty_columns(made, språk.liten))


def local_blocks(text: str, prefix: str, below: int, language: Language | None = None) -> tuple[Block, ...]:
    """Return the blocks of Markdown that a user wrote, in `language` (None: the document's).

    Its headings go below level `below` and have no number.
    """
    found = _Builder(Values(), prefix, local=True).all(read(markdown(text)))
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


def _keep_leads(found: Sequence[Part]) -> list[Part]:
    """Mark each paragraph that ends with a colon before a list or a table: it stays on their page."""
    kept = list(found)
    for n, (block, following) in enumerate(pairwise(kept)):
        if (
            isinstance(block, Paragraph)
            and isinstance(following, Items | Table)
            and characters(block.content).rstrip().endswith(":")
        ):
            kept[n] = Paragraph(block.id, block.content, True, block.language, block.quote)
    return kept


class _Builder:
    """Makes blocks of one text that has been read; `local`: one that the parties wrote.

    `kept` are the ids of what stays as it is: headings that say a value, and all that the parties wrote themselves.
    """

    def __init__(self, values: Values, prefix: str, *, local: bool = False) -> None:
        self.kept: set[str] = set()
        self._values = values
        self._prefix = prefix
        self._local = local
        self._number = 0
        self._level = 1

    def all(self, parts: Sequence[Read]) -> list[Part]:
        made: list[Part] = []
        for part in parts:
            if isinstance(part, ReadParagraph):
                made += self._paragraph(part)
            elif isinstance(part, ReadList):
                made.append(self._list(part))
            elif isinstance(part, ReadTable):
                made.append(self._table(part))
            else:
                self._level, id_ = part.level, self._id()
                if part.says_value:
                    self.kept.add(id_)
                made.append(Heading(id_, self._level, self._inlines(part.line)))
        return made

    def _id(self) -> str:
        self._number += 1
        return f"{self._prefix}-{self._number}"

    def _list(self, part: ReadList) -> Items:
        """Return a list. What people wrote keeps its marks (`skrevne_lister`)."""
        items = tuple(tuple(b for b in self.all(item) if not isinstance(b, LeadIn)) for item in part.items)
        marks: Marks | None = None
        if part.ordered and self._local:
            marks = "a)" if part.markup == ")" else "1."
        return Items(self._id(), items, part.ordered, marks=marks)

    def _table(self, part: ReadTable) -> Table:
        """Return a table; a paragraph «Tabell: …» just before it is its caption."""
        said = characters(self._inlines(part.caption)) if part.caption else ""
        header, *rows = (tuple(map(self._inlines, row)) for row in part.rows)
        return Table(self._id(), said.removeprefix(TABLE_CAPTION), header, tuple(rows))

    def _paragraph(self, part: ReadParagraph) -> Sequence[Part]:
        if part.alone >= 0:
            value = self._values[part.alone]
            if isinstance(value, Markdown):
                return self._written(value)
            if isinstance(value, Heading | Paragraph | Items | Table | Signatures):
                return (value,)
        if part.form and not self._local:
            first, *rest = self._inlines(part.line)
            assert isinstance(first, Text)  # it begins with what the template says
            text = Text(first.text.removeprefix(part.form), first.bold, first.italic, first.language)
            return (LeadIn((text, *rest), part.form),)
        content = self._filled_line(part.line)
        if START in content and any(inline is START for inline in content):
            return tuple(in_blocks(content, self._id, quote=part.quote))
        return (Paragraph(self._id(), content, quote=part.quote),)

    def _written(self, value: Markdown) -> tuple[Block, ...]:
        known = self._values.languages
        text, language = (known.shown(value), known.language(value)) if known else (value, None)
        made = local_blocks(som_avsnitt(str(text)), self._id(), self._level, language)
        self.kept.update(block.id for block in made)
        return made if (rute := rute_til(value)) is None else med_spor(made, rute)

    def _inlines(self, line: Line) -> tuple[Inline, ...]:
        content = self._filled_line(line)
        return tuple(joined(on_lines(content))) if START in content else content

    def _filled_line(self, line: Line) -> tuple[Inline, ...]:
        if self._local:
            return tuple(joined(_tidy([*self._filled(line)])))
        if line.alike and not self._values.languages:
            if line.fixed:
                return line.fixed
            if (texts := self._texts(line.pieces)) is not None:
                return (Text(samlet(texts), *line.pieces[0][2:4]),) if texts else ()
        return tuple(joined(self._filled(line)))

    def _texts(self, pieces: tuple[Piece, ...]) -> list[str] | None:
        """Return the texts of a line whose pieces look the same, as `_filled` has them; None: they are not only texts.

        Nearly all lines are such ones.
        """
        texts: list[str] = []
        grunn: Rute | None = None
        ended = False
        for piece in pieces:
            text = piece.text
            if piece.number >= 0:
                value = self._values[piece.number]
                if isinstance(value, Grunn):
                    grunn = value.rute
                    continue
                if not isinstance(value, str) or "\n" in value or BREAK in value:
                    return None
                text = value
                if text:
                    ended = text.endswith(_ENDS)
            elif (grunn or ended) and piece.number == LITERAL:
                text, ended = _literal(piece, grunn, ended)
            if text:
                texts.append(text)
        return texts

    def _filled(self, line: Line) -> Iterator[Inline]:
        """Give a line with the values in place of their marks."""
        grunn: Rute | None = None
        ended = False
        plain = not self._values.languages
        for piece in line.pieces:
            value: Held
            if piece.number == LITERAL:
                value, ended = _literal(piece, grunn, ended)
            elif piece.number < 0:
                value = Text(piece.text) if piece.number == SAID else LineBreak()
            else:
                value = self._values[piece.number]
                if isinstance(value, Grunn):
                    grunn = value.rute
                    continue
                if value:
                    shown = value.text if isinstance(value, Text | Link) else value
                    ended = isinstance(shown, str) and shown.endswith(_ENDS)
            if isinstance(value, str):
                if plain and value and not piece.url and "\n" not in value and BREAK not in value:
                    yield Text(value, piece.bold, piece.italic)  # as below: the most of what there is
                else:
                    yield from self._runs(value, piece)
            elif isinstance(value, Text | Link | LineBreak):
                yield Link(value.text, piece.url) if piece.url and isinstance(value, Text) else value
            else:
                raise ValueError("a block needs a paragraph of its own in the template")

    def _runs(self, value: str, piece: Piece) -> Iterator[Inline]:
        if er_liste(value):
            yield from lines_of(_lines(value), lambda line: self._line(line, piece))
            return
        for n, line in enumerate(_lines(value)):
            if n:
                yield LineBreak()
            yield from self._line(line, piece)

    def _line(self, line: str, piece: Piece) -> Iterator[Inline]:
        languages = self._values.languages
        for run, language in languages.runs(line) if languages else ((line, None),):
            if run:
                yield Link(run, piece.url) if piece.url else Text(run, piece.bold, piece.italic, language)


def _literal(piece: Piece, grunn: Rute | None, ended: bool) -> tuple[str, bool]:
    """Return words of the template, and whether a sentence has ended there when one had before them."""
    # The value has ended the sentence itself: «… mv.» takes no stop more.
    text = piece.text[1:] if ended and piece.text.startswith(".") else piece.text
    ended = ended and not text
    return (hel(text, grunn) if grunn else text), ended


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

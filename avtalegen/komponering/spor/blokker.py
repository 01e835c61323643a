"""Blocks whose texts know which values they show: how the ways come into them, and out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Text,
)
from avtalegen.dokument.spor import Spenn, Sporene
from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.spor.sporing import Sporet, hel, hele, spenn

Change = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def med_spor(blocks: Iterable[Block], rute: Rute) -> tuple[Block, ...]:
    """Return the blocks as those that a text at `rute` has become."""

    def gi(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            inline if isinstance(inline, LineBreak) else _med_tekst(inline, hel(inline.text, rute))
            for inline in content
        )

    return tuple(_byttet(block, gi) for block in blocks)


def løsnet(document: Document) -> Sporene:
    """Return the ways in a document that nobody else has seen, and take them out: it is changed as it is."""
    løsner = _Løsner()
    løsner.tekst(document, "title", "tittel")
    løsner.tekst(document, "subtitle", "undertittel")
    facts = [(str(label), løsner.uten_spor("forside", str(n), text)) for n, (label, text) in enumerate(document.facts)]
    _sett(document, "facts", tuple(facts))
    _sett(document, "short_headers", tuple(map(str, document.short_headers)))
    for navn in ("author", "subject", "header"):
        _sett(document, navn, str(getattr(document, navn)))
    løsner.blokker(document.blocks)
    return løsner.ferdig()


_sett = object.__setattr__


class _Løsner:
    """Takes the ways out of the texts of one document."""

    def __init__(self) -> None:
        self._steder: dict[tuple[str, str], tuple[Spenn, ...]] = {}
        # What holds a text with ways: one thing may stand in several places.
        self._inlines: list[Text | Link] = []
        self._andre: list[tuple[object, str]] = []

    def ferdig(self) -> Sporene:
        """Return the ways, when all have been seen."""
        for inline in self._inlines:
            _SETT_TEKST[inline.__class__](inline, str(inline.text))
        for ting, navn in self._andre:
            _sett(ting, navn, str(getattr(ting, navn)))
        return Sporene(self._steder)

    def blokker(self, blocks: Iterable[Block]) -> None:
        """See to some blocks."""
        for block in blocks:
            if block.__class__ is Paragraph or block.__class__ is Heading:
                self._innhold(block.id, "", block.content)
            elif block.__class__ is Items:
                for item in block.items:
                    self.blokker(item)
            elif block.__class__ is Table:
                if block.caption.__class__ is Sporet:
                    self._andre.append((block, "caption"))
                for row, cells in enumerate(block.all_rows):
                    for column, cell in enumerate(cells):
                        self._innhold(block.id, f"{row}/{column}", cell)
            elif block.__class__ is Signatures:
                for en in block.signatures:
                    for del_, navn in _UNDERSKRIFT.items():
                        self.tekst(en, navn, en.id, del_)

    def tekst(self, ting: Document | Signature, navn: str, id_: str, del_: str = "") -> None:
        """See to a text that stands in a field."""
        if (tekst := getattr(ting, navn)).__class__ is Sporet:
            self._ta((id_, del_), tekst)
            self._andre.append((ting, navn))

    def uten_spor(self, id_: str, del_: str, tekst: str) -> str:
        """Return a text without its ways."""
        if tekst.__class__ is Sporet:
            self._ta((id_, del_), tekst)
        return str(tekst)

    def _innhold(self, id_: str, del_: str, content: tuple[Inline, ...]) -> None:
        if len(content) == 1 and (only := content[0]).__class__ is Text:  # nearly all of what there is
            if (text := only.text).__class__ is Sporet:
                self._inlines.append(only)
                self._ta((id_, del_), text)
            return
        texts = ["\n" if isinstance(inline, LineBreak) else inline.text for inline in content]
        if Sporet in map(type, texts):
            if found := spenn(texts):
                self._steder[id_, del_] = found
            self._inlines += (
                inline for inline in content if not isinstance(inline, LineBreak) and inline.text.__class__ is Sporet
            )

    def _ta(self, sted: tuple[str, str], tekst: Sporet) -> None:
        if not tekst:
            return
        if tekst.rute is not None:
            self._steder[sted] = (hele(tekst),)
        elif found := spenn(tekst.deler):
            self._steder[sted] = found


_SETT_TEKST = {cls: vars(cls)["text"].__set__ for cls in (Text, Link)}
"""How the text of a frozen inline is changed: as `__setattr__` of all objects does it, in two thirds of the time."""
_UNDERSKRIFT = {"for": "on_behalf_of", "navn": "name", "tittel": "title", "dato": "date"}


def _med_tekst(inline: Text | Link, tekst: str) -> Text | Link:
    # What `replace` does, in a fraction of the time: there are hundreds in a document.
    if isinstance(inline, Link):
        return Link(tekst, inline.url)
    return Text(tekst, inline.bold, inline.italic, inline.language)


def _byttet(block: Block, change: Change) -> Block:
    """Return a block with what `change` gives of each text in it."""
    match block:
        case Items():
            items = tuple(tuple(_byttet(b, change) for b in item) for item in block.items)
            return Items(block.id, items, block.ordered, block.language, block.marks, block.whole)
        case Table():
            header, *rows = (tuple(map(change, cells)) for cells in block.all_rows)
            return replace(block, header=header, rows=tuple(rows), caption=str(block.caption))
        case Signatures():
            return block
        case Paragraph():
            return Paragraph(block.id, change(block.content), block.lead, block.language, block.quote)
    return Heading(block.id, block.level, change(block.content), block.numbered, block.language)

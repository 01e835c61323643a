"""The texts of a document one by one, each with its place (`spor.Sporene`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.dokument.innhold import Block, Document, Items, Signatures, Table, characters


class Tekst(NamedTuple):
    """A text, and where in the document it stands: the id of its block, and which text of that."""

    id: str
    del_: str
    tekst: str


def tekster(document: Document) -> Iterator[Tekst]:
    """Give the texts of a document in its order, also those that show no value; of the front, the title first."""
    yield Tekst("tittel", "", document.title)
    yield Tekst("undertittel", "", document.subtitle or "")
    for n, (_, text) in enumerate(document.facts):
        yield Tekst("forside", str(n), text)
    for block in document.blocks:
        yield from i_blokken(block)


def i_blokken(block: Block) -> Iterator[Tekst]:
    """Give the texts of a block and of those in it."""
    match block:
        case Items():
            for item in block.items:
                for inner in item:
                    yield from i_blokken(inner)
        case Table():
            for row, cells in enumerate(block.all_rows):
                for column, cell in enumerate(cells):
                    yield Tekst(block.id, f"{row}/{column}", characters(cell))
        case Signatures():
            for one in block.signatures:
                yield Tekst(one.id, "for", one.on_behalf_of)
                yield Tekst(one.id, "dato", one.date or "")
                yield Tekst(one.id, "navn", one.name or "")
                yield Tekst(one.id, "tittel", one.title or "")
        case _:
            yield Tekst(block.id, "", characters(block.content))

"""The text of a document in units that know which values they show: headings, paragraphs, and rows of tables.

A unit is what `skrivere.word.tekst` tells of, so a document that somebody has edited has the same ones. Which values
they show comes from composing the agreement, and is laid on them here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avtalegen.dokument.innhold import Block, Document, Items, Signature, Signatures, Table, characters
from avtalegen.dokument.spor import Spenn, Sporene
from avtalegen.henting.forskjell import paths
from avtalegen.skrivere.word.tekst import MARGINS, Section, comparable


class Enhet(NamedTuple):
    """A heading (`overskrift`), a paragraph (one cell) or a row, with the spans of each cell.

    `sti` is the heading that it stands under, with those above it; a heading stands under itself.
    """

    sti: tuple[str, ...]
    celler: tuple[str, ...]
    spenn: tuple[tuple[Spenn, ...], ...]
    overskrift: bool = False
    rad: bool = False

    @property
    def tekst(self) -> str:
        """The text on one line."""
        return " | ".join(self.celler)

    @property
    def alle(self) -> tuple[Spenn, ...]:
        """The spans of all cells that show a value itself."""
        return tuple(ett for celle in self.spenn for ett in celle if not ett.valgt)


def enheter(sections: Sequence[Section]) -> list[Enhet]:
    """Return the units of a text, without spans; the margins of the pages are none of them.

    What stands around every page is written by the template of the document, from values that also stand in the text.
    """
    alle: list[Enhet] = []
    for sti, section in zip(paths(sections), sections, strict=True):
        if not section.level and section.heading == MARGINS:
            continue
        if section.level:
            alle.append(Enhet(sti, (section.heading,), ((),), overskrift=True))
        for item in section.items:
            celler = (item,) if isinstance(item, str) else item
            alle.append(Enhet(sti, celler, ((),) * len(celler), rad=not isinstance(item, str)))
    return alle


def margene(sections: Sequence[Section]) -> tuple[str, ...]:
    """Return what stands around every page."""
    return tuple(
        item if isinstance(item, str) else " | ".join(item)
        for section in sections
        if not section.level and section.heading == MARGINS
        for item in section.items
    )


def med_spor(alle: Sequence[Enhet], document: Document, spor: Sporene) -> list[Enhet]:
    """Return the units of a document that was just written, with the spans of what it was written from."""
    plasser = _Plasser(alle)
    for tekst, spenn in _tekster(document, spor):
        plasser.legg(tekst, spenn)
    return plasser.ferdige()


class _Plasser:
    """Finds each text of a document among its units, in the order that they come."""

    def __init__(self, alle: Sequence[Enhet]) -> None:
        self._alle = alle
        self._spenn = [[list(celle) for celle in enhet.spenn] for enhet in alle]
        self._celler = [(nr, celle) for nr, enhet in enumerate(alle) for celle in range(len(enhet.celler))]
        self._her, self._fra = 0, 0

    def legg(self, tekst: str, spenn: Sequence[Spenn]) -> None:
        """Find a text from the place of the last one on, and lay its spans on the cell that has it."""
        søkt = comparable(tekst)
        if not søkt:
            return
        for n in range(self._her, len(self._celler)):
            nr, celle = self._celler[n]
            innhold = self._alle[nr].celler[celle]
            start = innhold.find(søkt, self._fra if n == self._her else 0)
            # A short text could be found within a longer one: only a place to sign and the front hold several texts.
            if start < 0 or (innhold != søkt and not self._samler(nr, innhold)):
                continue
            self._her, self._fra = n, start + len(søkt)
            self._spenn[nr][celle] += (
                Spenn(start + _plass(tekst, s.fra), start + _plass(tekst, s.til), s.rute, s.valgt) for s in spenn
            )
            return

    def _samler(self, nr: int, innhold: str) -> bool:
        return (self._alle[nr].rad and " / " in innhold) or nr < self._forside

    @property
    def _forside(self) -> int:
        return next((nr for nr, enhet in enumerate(self._alle) if enhet.overskrift), len(self._alle))

    def ferdige(self) -> list[Enhet]:
        """Return the units with their spans."""
        return [
            enhet._replace(spenn=tuple(tuple(_uten_tomme(celle)) for celle in spenn))
            for enhet, spenn in zip(self._alle, self._spenn, strict=True)
        ]


def _uten_tomme(spenn: Sequence[Spenn]) -> Iterator[Spenn]:
    forrige = 0
    for ett in sorted(spenn, key=lambda ett: (ett.fra, ett.til)):
        if ett.fra >= forrige and ett.til > ett.fra:
            yield ett
            forrige = ett.til


def _plass(tekst: str, n: int) -> int:
    """Return where the character at `n` stands in the text as it is compared."""
    return len(comparable(f"{tekst[:n]}x")) - 1


def _tekster(document: Document, spor: Sporene) -> Iterator[tuple[str, tuple[Spenn, ...]]]:
    yield document.title, spor.ved("tittel")
    if document.subtitle:
        yield document.subtitle, spor.ved("undertittel")
    for nr, (_, tekst) in enumerate(document.facts):
        yield tekst, spor.ved("forside", str(nr))
    for block in document.blocks:
        yield from _i_blokk(block, spor)


def _i_blokk(block: Block, spor: Sporene) -> Iterator[tuple[str, tuple[Spenn, ...]]]:
    match block:
        case Items():
            for item in block.items:
                for inner in item:
                    yield from _i_blokk(inner, spor)
        case Table():
            for rad, cells in enumerate(block.all_rows):
                for kolonne, cell in enumerate(cells):
                    yield characters(cell), spor.ved(block.id, f"{rad}/{kolonne}")
        case Signatures():
            for en in block.signatures:
                for del_, tekst in _underskrevet(en):
                    yield tekst or "", spor.ved(en.id, del_)
        case _:
            yield characters(block.content), spor.ved(block.id)


def _underskrevet(en: Signature) -> tuple[tuple[str, str | None], ...]:
    """Return the texts of a place to sign in the order that a Word file has them."""
    return ("for", en.on_behalf_of), ("dato", en.date), ("navn", en.name), ("tittel", en.title)

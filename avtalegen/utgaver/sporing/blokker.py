"""The body of a Word file in the blocks that are compared: paragraphs, tables and their rows, and what is neither."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property

from avtalegen.skrivere.word.xml import P_PR, P_STYLE, VAL, Element, P, SubElement
from avtalegen.utgaver.sporing.biter import Avsnitt, W

TBL, TR, TC, SECT_PR = W + "tbl", W + "tr", W + "tc", W + "sectPr"
_STIL = f"{W}tblPr/{W}tblStyle"
_LINJER = ("Signaturlinje", "Signaturfelt")
"""The styles of the lines that everybody signs on: they say nothing of whose they are."""


class Lest:
    """What the blocks of one file are read with: the addresses of its links and the names of its styles, by id."""

    def __init__(self, lenker: Mapping[str, str], stiler: Mapping[str, str], *, gammel: bool) -> None:
        self._lenker, self._stiler, self._gammel = lenker, stiler, gammel

    def avsnitt(self, p: Element) -> Avsnitt:
        """Return a paragraph."""
        return Avsnitt(p, self._lenker, self._stiler, gammelt=self._gammel)

    def form(self, stil: str, nær: Element) -> Avsnitt:
        """Return an empty paragraph of a style, by its name, for a file that has the element `nær`."""
        p = nær.makeelement(P)
        id = next((id for id, navn in self._stiler.items() if navn == stil), stil)
        SubElement(SubElement(p, P_PR), P_STYLE).set(VAL, id)
        return self.avsnitt(p)

    def blokker(self, parent: Element) -> list[Blokk]:
        """Return what stands in a body, a cell or a header, but for the properties of the section."""
        found: list[Blokk] = []
        for child in parent:
            if child.tag == P:
                found.append(self.avsnitt(child))
            elif child.tag == TBL:
                found.append(Tabell(child, self))
            elif child.tag != SECT_PR and not str(child.tag).endswith("Pr"):
                found.append(Annet(child))
        return found


class Rad:
    """A row of a table: the paragraphs of each cell."""

    def __init__(self, tr: Element, lest: Lest) -> None:
        self.tr = tr
        self.celler = [[lest.avsnitt(p) for p in tc.iterchildren(P)] for tc in tr.iterchildren(TC)]
        self.slag: Hashable = ("rad", len(self.celler))

    @cached_property
    def nøkkel(self) -> Hashable:
        """What is equal in two rows with nothing to mark."""
        return tuple(tuple(p.nøkkel for p in celle) for celle in self.celler)

    @cached_property
    def ord_i_celler(self) -> list[list[Hashable]]:
        """The words of each cell that tell what the row is about."""
        return [[o for p in celle if p.stil not in _LINJER for o in p.ord] for celle in self.celler]

    @cached_property
    def ord(self) -> list[Hashable]:
        """The words of the row."""
        return [o for celle in self.ord_i_celler for o in celle]


class Tabell:
    """A table."""

    def __init__(self, tbl: Element, lest: Lest) -> None:
        self.tbl = tbl
        self.rader = [Rad(tr, lest) for tr in tbl.iterchildren(TR)]
        stil = tbl.find(_STIL)
        self.stil = "" if stil is None else stil.get(VAL, "")
        # Only tables with as many columns can become each other.
        self.slag: Hashable = ("tabell", self.stil, len(self.rader[0].celler) if self.rader else 0)

    @cached_property
    def nøkkel(self) -> Hashable:
        """What is equal in two tables with nothing to mark."""
        return (self.slag, tuple(rad.nøkkel for rad in self.rader))

    @cached_property
    def ord(self) -> list[Hashable]:
        """The words of the table."""
        return [o for rad in self.rader for o in rad.ord]


class Annet:
    """What is no text of the parties: the table of contents, which programs make of the headings."""

    slag: Hashable = "annet"
    nøkkel: Hashable = "annet"

    def __init__(self, element: Element) -> None:
        self.element = element
        self.ord: list[Hashable] = []


Blokk = Avsnitt | Tabell | Annet

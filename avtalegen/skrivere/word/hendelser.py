"""A part of a Word file as events: each paragraph with its pieces, and where tables, rows and cells begin and end.

The one reader of the text of Word files, whoever saved them: `tekst` makes of it what `hent` compares, and the import
of old agreements makes lines of it. Tracked changes are accepted, or rejected when somebody asks for that; what stands
twice for the sake of older programs is read once. Nothing is asked of the file but that it is Word's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from avtalegen.skrivere.word.overskrift import NAMESPACES, attribute, local
from avtalegen.skrivere.word.xml import Element

# What programs make of the rest: numbers of pages, and the table of contents.
_MADE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC)\b", re.IGNORECASE)
_GOES, _COMES = frozenset({"del", "moveFrom"}), frozenset({"ins", "moveTo"})
_CHANGES = _GOES | _COMES
_NOTES = ("footnoteReference", "endnoteReference")
_REMARKS = ("commentRangeStart", "commentReference")
_PASSED_BY = ("rPr", "sectPr", "tblPr", "tcPr", "instrText", "Fallback")
_SAYS = ("t", "delText", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "lastRenderedPageBreak", *_NOTES)
_TABLE = ("tbl", "tr", "tc")
# What is walked through: name with namespace → name. The rest can hold it, and says nothing itself.
_WALKED = {
    **{
        f"{{{namespace}}}{name}": name
        for namespace in NAMESPACES
        for name in ("p", "pPr", "trPr", "fldSimple", "fldChar", *_TABLE, *_SAYS, *_CHANGES, *_REMARKS, *_PASSED_BY)
    },
    # The same text once more, for programs that can't show the other.
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback": "Fallback",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": "t",
}


class Stykke(NamedTuple):
    """A piece of a paragraph: the name of its element («t», «tab», «br», «footnoteReference» …), and the element.

    «del» and «moveFrom» (rejected: «ins» and «moveTo») are what counts as gone, «fldSimple» a number of a page; what
    stands in these is passed by. `laget` tells whether it is in the result of a field that programs make.
    """

    navn: str
    element: Element
    laget: bool


class Avsnitt(NamedTuple):
    """A paragraph at its end, with those before it whose ends are deleted; in how many others it stands (text boxes).

    `egenskaper` is its w:pPr. `noter` («footnote 2») and `merknader` are the notes and the comments that are referred
    to since the last paragraph ended. `element` is None for what is left when the end of the last one is deleted.
    """

    stykker: list[Stykke]
    element: Element | None
    egenskaper: Element | None
    dybde: int
    noter: list[str]
    merknader: list[str]


class Grense(NamedTuple):
    """Where a «tbl», «tr» or «tc» begins or ends; `borte` tells at the end of a row that it is deleted."""

    navn: str
    element: Element
    slutt: bool
    borte: bool = False


Hendelse = Avsnitt | Grense


class _Open:
    """A paragraph that is being read."""

    __slots__ = ("egenskaper", "end_deleted", "stykker")

    def __init__(self) -> None:
        self.stykker: list[Stykke] = []
        self.egenskaper: Element | None = None
        self.end_deleted = False


class Hendelser:
    """One part while it is read. A stack for each thing that can stand inside its like; never recursion.

    `sporede` counts the tracked changes that have been met.
    """

    def __init__(self, *, rejected: bool = False) -> None:
        self.sporede = 0
        self._passed = _COMES if rejected else _GOES
        self._paragraphs: list[_Open] = []
        self._gone: list[bool] = []  # of each open row, whether it is deleted
        self._fields: list[tuple[str, bool]] = []  # of each open one: the instruction, and whether the result has begun
        self._results = 0  # open fields whose result is made by programs
        self._joined: list[Stykke] = []  # the text of a paragraph whose end is deleted
        self._notes: list[str] = []
        self._remarks: list[str] = []

    def les(self, root: Element) -> Iterator[Hendelse]:
        """Give the events of a part, in its order."""
        walk = etree.iterwalk(root, events=("start", "end"), tag=_WALKED)
        for event, element in walk:
            name = _WALKED[element.tag]
            if event == "start":
                if name == "t":  # the most of what there is
                    self._piece(name, element)
                elif name in _TABLE:
                    if name == "tr":
                        self._gone.append(False)
                    yield Grense(name, element, slutt=False)
                elif self._start(name, element):
                    walk.skip_subtree()
            elif name == "p":
                if ended := self._end_of_paragraph(element):
                    yield ended
            elif name in _TABLE:
                yield Grense(name, element, slutt=True, borte=name == "tr" and self._gone.pop())
        if self._joined:
            yield Avsnitt(self._joined, None, None, 0, [], [])

    def _start(self, name: str, element: Element) -> bool:
        """Take in an element; tell whether what is inside it is to be passed by."""
        if name in _CHANGES:
            self.sporede += 1
            if passed := name in self._passed:
                self._piece(name, element)
            return passed
        if name == "p":
            self._paragraphs.append(_Open())
        elif name == "pPr" and self._paragraphs:
            self._properties(element)
            return True
        elif name == "trPr" and self._gone:
            changes = [local(child) for child in element]
            self.sporede += changes.count("ins") + changes.count("del")
            self._gone[-1] = not self._passed.isdisjoint(changes)
            return True
        elif name in _REMARKS:
            self._remarks.append(attribute(element, "id"))
        elif name in _PASSED_BY:
            if name == "instrText":
                self._piece(name, element)
                if self._fields:
                    instruction, in_result = self._fields[-1]
                    self._fields[-1] = instruction + (element.text or ""), in_result
            return True
        elif self._paragraphs:
            return self._in_paragraph(name, element)
        return False

    def _in_paragraph(self, name: str, element: Element) -> bool:
        if name == "fldSimple":
            if made := bool(_MADE.match(attribute(element, "instr"))):
                self._piece(name, element)
            return made
        if name == "fldChar":
            self._field(attribute(element, "fldCharType"))
            self._piece(name, element)
        elif name in _SAYS:
            if name in _NOTES:
                self._notes.append(note_key(name, element))
            self._piece(name, element)
        return False

    def _piece(self, name: str, element: Element) -> None:
        if self._paragraphs:
            self._paragraphs[-1].stykker.append(Stykke(name, element, self._results > 0))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(("", False))
        elif self._fields and kind == "separate":
            instruction, in_result = self._fields[-1]
            self._results += not in_result and bool(_MADE.match(instruction))
            self._fields[-1] = instruction, True
        elif self._fields and kind == "end":
            instruction, in_result = self._fields.pop()
            self._results -= in_result and bool(_MADE.match(instruction))

    def _properties(self, properties: Element) -> None:
        """Take in the properties of a paragraph, and whether its end is there."""
        self._paragraphs[-1].egenskaper = properties
        for element in properties:
            if local(element) == "rPr":
                changes = [local(child) for child in element]
                self.sporede += changes.count("ins") + changes.count("del")
                self._paragraphs[-1].end_deleted = not self._passed.isdisjoint(changes)

    def _end_of_paragraph(self, element: Element) -> Avsnitt | None:
        ended = self._paragraphs.pop()
        if ended.end_deleted:
            self._joined += ended.stykker
            return None
        pieces, notes, remarks = ended.stykker, self._notes, self._remarks
        if self._joined:
            pieces, self._joined = [*self._joined, *pieces], []
        if notes:
            self._notes = []
        if remarks:
            self._remarks = []
        return Avsnitt(pieces, element, ended.egenskaper, len(self._paragraphs), notes, remarks)


def note_key(name: str, element: Element) -> str:
    """Return what a reference to a note refers to: «footnote 2»."""
    return f"{name.removesuffix('Reference')} {attribute(element, 'id')}"

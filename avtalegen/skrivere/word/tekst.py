"""The text of a Word file by section, whoever saved it last: as Word shows it with all tracked changes accepted.

Or rejected, when somebody asks for that.

The writer keeps what this gives of its own file, so that it can be held against what the same function gives of the
file when somebody has edited it. Nothing is asked of the file but that it is Word's: style ids, part names and
prefixes are whatever the program that saved it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from unicodedata import normalize

from lxml import etree

from avtalegen.skrivere.word.overskrift import BODY_TEXT, NAMESPACES, attribute, level_of, local, value
from avtalegen.skrivere.word.xml import Element

Item = str | tuple[str, ...]
"""A paragraph, or the cells of a table's row."""

FRONT, MARGINS = "Forsiden", "Topptekst og bunntekst"
"""What stands before the first heading, and around every page."""

MOST_SECTIONS = 5_000
"""How many sections of a file from anybody are looked at: an agreement has a hundred."""

# What programs make of the rest: numbers of pages, and the table of contents.
_MADE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC)\b", re.IGNORECASE)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "sym": "□"}
_GOES, _COMES = frozenset({"del", "moveFrom"}), frozenset({"ins", "moveTo"})
_CHANGES = _GOES | _COMES
_NOTES = ("footnoteReference", "endnoteReference")
_REMARKS = ("commentRangeStart", "commentReference")
_PASSED_BY = ("rPr", "sectPr", "tblPr", "tcPr", "instrText", "Fallback")
# What is walked through: name with namespace → name. The rest can hold it, and says nothing itself.
_WALKED = {
    **{
        f"{{{namespace}}}{name}": name
        for namespace in NAMESPACES
        for name in (
            *("p", "pPr", "tr", "trPr", "tc", "t", "delText", "fldSimple", "fldChar"),
            *(*_SPACES, *_CHANGES, *_NOTES, *_REMARKS, *_PASSED_BY),
        )
    },
    # The same text once more, for programs that can't show the other.
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback": "Fallback",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": "t",
}


class Section(NamedTuple):
    """What stands under one heading and above the next. `level` is 1-9; 0 is what has no heading."""

    heading: str
    level: int
    items: tuple[Item, ...]


class Comment(NamedTuple):
    """A remark in the margin, and the place in `Told.sections` of the section that it stands in."""

    author: str
    text: str
    section: int


class Told(NamedTuple):
    """What a document tells. `tracked` counts the tracked changes, which count as accepted unless they are rejected."""

    sections: tuple[Section, ...]
    tracked: int
    comments: tuple[Comment, ...]


def told(
    root: Element,
    levels: Mapping[str, int],
    margins: Iterable[Element] = (),
    notes: Mapping[str, Element] | None = None,
    comments: Element | None = None,
    *,
    rejected: bool = False,
) -> Told:
    """Return what a document tells.

    `root` is its main part, `levels` the headings among its styles (`heading_levels`), `margins` its headers and
    footers, `notes` its footnotes and endnotes, each by the name of what refers to it and its id («footnote 2»), and
    `comments` the part that holds those. A note is told where it is first referred to. With `rejected`, tracked changes
    count as rejected.
    """
    body = _Reading(levels, {key: _lines(note, rejected) for key, note in (notes or {}).items()}, rejected)
    body.read(root)
    around: dict[Item, None] = {}
    tracked = body.tracked
    for margin in margins:
        reading = _Reading({}, {}, rejected)
        reading.read(margin)
        tracked += reading.tracked
        around.update(dict.fromkeys(reading.sections[0].items))
    sections = [Section(s.heading, s.level, tuple(s.items)) for s in body.sections]
    if around:
        # Programs number headers and footers as they like.
        sections.append(Section(MARGINS, 0, tuple(sorted(around, key=str))))
    return Told(tuple(sections), tracked, tuple(_comments(comments, body.anchors)))


class _Open(NamedTuple):
    """A section that is being read."""

    heading: str
    level: int
    items: list[Item]


class _Reading:
    """One part while it is read. A stack for each thing that can stand inside its like; never recursion."""

    def __init__(self, levels: Mapping[str, int], notes: dict[str, list[str]], rejected: bool = False) -> None:
        self._passed = _COMES if rejected else _GOES
        self._text = {"t", "delText"} if rejected else {"t"}
        self.levels = levels
        self.notes = notes
        self.sections = [_Open(FRONT, 0, [])]
        self.anchors: dict[str, int] = {}
        self.tracked = 0
        self._paragraphs: list[list[str]] = []
        self._headings: list[int] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []
        self._gone: list[bool] = []  # of each open row, whether it is deleted
        self._fields: list[tuple[str, bool]] = []  # of each open one: the instruction, and whether the result has begun
        self._results = 0  # open fields whose result is the number of a page
        self._joined: list[str] = []  # the text of a paragraph whose end is deleted
        self._ends_deleted: list[bool] = []
        self._after: list[str] = []  # footnotes of the open paragraph
        self._remarked: list[str] = []  # ids of the comments on it

    def read(self, root: Element) -> None:
        """Read a part."""
        walk = etree.iterwalk(root, events=("start", "end"), tag=_WALKED)
        for event, element in walk:
            name = _WALKED[element.tag]
            if event == "start":
                if self._start(name, element):
                    walk.skip_subtree()
            elif name in {"p", "tc", "tr"}:
                self._end(name)
        if left := comparable("".join(self._joined)):
            self._say(left, 0)

    def _start(self, name: str, element: Element) -> bool:
        """Take in an element; tell whether what is inside it is to be passed by."""
        if name in _CHANGES:
            self.tracked += 1
            return name in self._passed
        if name == "p":
            self._paragraphs.append([])
            self._headings.append(0)
            self._ends_deleted.append(False)
        elif name == "pPr" and self._paragraphs:
            self._properties(element)
            return True
        elif name == "tr":
            self._rows.append([])
            self._gone.append(False)
        elif name == "tc":
            self._cells.append([])
        elif name == "trPr" and self._gone:
            changes = [local(child) for child in element]
            self.tracked += changes.count("ins") + changes.count("del")
            self._gone[-1] = not self._passed.isdisjoint(changes)
            return True
        elif name in _REMARKS:
            self._remarked.append(attribute(element, "id"))
        elif name in _PASSED_BY:
            if name == "instrText" and self._fields:
                instruction, in_result = self._fields[-1]
                self._fields[-1] = instruction + (element.text or ""), in_result
            return True
        elif self._paragraphs:
            return self._in_paragraph(name, element)
        return False

    def _in_paragraph(self, name: str, element: Element) -> bool:
        if name == "fldSimple":
            return bool(_MADE.match(attribute(element, "instr")))
        if name == "fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name in _NOTES:
            note = f"{name.removesuffix('Reference')} {attribute(element, 'id')}"
            # Each once, as Word has it: a file from anybody may refer to a long one a million times.
            self._after += [f"Fotnote: {line}" for line in self.notes.pop(note, ())]
        elif not self._results:
            if name in self._text:
                self._paragraphs[-1].append(element.text or "")
            elif name in _SPACES:
                self._paragraphs[-1].append(_SPACES[name])
        return False

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
        """Take in what a paragraph is: a heading or not, and whether its end is there."""
        level = 0
        for element in properties:
            name = local(element)
            if name == "pStyle":
                level = self.levels.get(value(element), 0)
            elif name == "outlineLvl":
                level = level_of(element) or 0
            elif name == "rPr":
                changes = [local(child) for child in element]
                self.tracked += changes.count("ins") + changes.count("del")
                self._ends_deleted[-1] = not self._passed.isdisjoint(changes)
        self._headings[-1] = level if level <= BODY_TEXT else 0

    def _end(self, name: str) -> None:
        if name == "p" and self._paragraphs:
            self._end_of_paragraph()
        elif name == "tc" and self._cells:
            cell = " / ".join(self._cells.pop())
            if self._rows:
                self._rows[-1].append(cell)
        elif name == "tr" and self._rows:
            row = self._rows.pop()
            if not self._gone.pop() and any(row):
                self._say(tuple(row) if not self._cells else " | ".join(row), 0)

    def _end_of_paragraph(self) -> None:
        raw = self._paragraphs.pop()
        level, end_deleted = self._headings.pop(), self._ends_deleted.pop()
        if end_deleted:
            self._joined += raw
            return
        text = comparable("".join((*self._joined, *raw)))
        self._joined = []
        after, self._after = self._after, []
        for line in (text, *after):
            if line:
                self._say(line, level if line is text else 0)
        for id in self._remarked:
            self.anchors.setdefault(id, len(self.sections) - 1)
        self._remarked = []

    def _say(self, item: Item, level: int) -> None:
        if self._cells:
            assert isinstance(item, str)
            self._cells[-1].append(item)
        elif level and isinstance(item, str):
            self.sections.append(_Open(item, level, []))
        else:
            self.sections[-1].items.append(item)


def comparable(text: str) -> str:
    """Return the text as it is compared: on one line, one space between words, without what nobody sees."""
    return normalize("NFC", " ".join(_UNSEEN.sub("", text.replace("\u2011", "-")).split()))


def _lines(note: Element, rejected: bool = False) -> list[str]:
    reading = _Reading({}, {}, rejected)
    reading.read(note)
    return [item if isinstance(item, str) else " | ".join(item) for s in reading.sections for item in s.items]


def _comments(part: Element | None, anchors: Mapping[str, int]) -> Iterable[Comment]:
    for element in part if part is not None else ():
        if local(element) == "comment":
            author = comparable(attribute(element, "author"))
            yield Comment(author, " ".join(_lines(element)), anchors.get(attribute(element, "id"), 0))

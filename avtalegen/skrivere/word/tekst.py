"""The text of a Word file by section, whoever saved it last: as Word shows it with all tracked changes accepted.

Or rejected, when somebody asks for that.

The writer keeps what this gives of its own file, so that it can be held against what the same function gives of the
file when somebody has edited it. Nothing is asked of the file but that it is Word's: style ids, part names and
prefixes are whatever the program that saved it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from avtalegen.skrivere.word.hendelser import Avsnitt, Grense, Hendelser
from avtalegen.skrivere.word.overskrift import BODY_TEXT, attribute, level_of, local, value
from avtalegen.skrivere.word.xml import Element, part, quoted, read_content

Item = str | tuple[str, ...]
"""A paragraph, or the cells of a table's row."""

FRONT, MARGINS = "Forsiden", "Topptekst og bunntekst"
"""What stands before the first heading, and around every page."""

AUTHOR = "avtalegen"
"""Who the remarks in the margin are from that are ours."""

MOST_SECTIONS = 5_000
"""How many sections of a file from anybody are looked at: an agreement has a hundred."""

_STRIKES, _OFF = frozenset({"strike", "dstrike", "vanish"}), frozenset({"0", "false", "off"})
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "sym": "□"}
# As `xml` writes it: a text, or what stands for a character; and the style of a paragraph.
_PIECE = re.compile(r'<w:t(?: xml:space="preserve")?>([^<]*)|<w:(tab|br|noBreakHyphen)/>')
_STYLE = re.compile(r'<w:pStyle w:val=("[^"]*")/>')


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


class Struck(NamedTuple):
    """Text that is struck out or hidden by its format alone, and the place in `Told.sections` of its section."""

    text: str
    section: int


class Told(NamedTuple):
    """What a document tells. `tracked` counts the tracked changes, which count as accepted unless they are rejected."""

    sections: tuple[Section, ...]
    tracked: int
    comments: tuple[Comment, ...]
    struck: tuple[Struck, ...] = ()


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
    sections = body.told
    if around:
        # Programs number headers and footers as they like.
        sections.append(Section(MARGINS, 0, tuple(sorted(around, key=str))))
    return Told(tuple(sections), tracked, tuple(_comments(comments, body.anchors)), tuple(body.struck))


def told_by_us(body: Sequence[str], levels: Mapping[str, int], margins: Iterable[Element]) -> tuple[Section, ...]:
    """Return `told(…).sections` of a document that the writer has just made, `body` the paragraphs and tables of it.

    The same in a tenth of the time: there are no changes, notes or text boxes in it, and all is written in one way
    (`xml`). A table of contents is not; then it is read as everybody's.
    """
    if not all(one.startswith(("<w:p>", "<w:p ", "<w:tbl>")) for one in body):
        return told(part("document", f"<w:body>{''.join(body)}</w:body>"), levels, margins).sections
    reading, by_style = _Reading(levels, {}), {quoted(style): level for style, level in levels.items()}
    for one in body:
        if one.startswith("<w:tbl>"):
            for row in one.split("<w:tr>")[1:]:
                cells = [filter(None, map(_said, cell.split("</w:p>"))) for cell in row.split("<w:tc>")[1:]]
                if any(said := tuple(map(" / ".join, cells))):
                    reading.say(said, 0)
        elif text := _said(one):
            style = _STYLE.search(one)
            reading.say(text, by_style.get(style[1], 0) if style else 0)
    return (*reading.told, *told(part("document", ""), {}, margins).sections[1:])


def _said(xml: str) -> str:
    pieces = [read_content(text) or _SPACES.get(name, "") for text, name in _PIECE.findall(xml)]
    return comparable("".join(pieces)) if pieces else ""


class _Open(NamedTuple):
    """A section that is being read."""

    heading: str
    level: int
    items: list[Item]


class _Reading:
    """One part while it is told."""

    def __init__(self, levels: Mapping[str, int], notes: dict[str, list[str]], rejected: bool = False) -> None:
        self._rejected = rejected
        self._events = Hendelser(rejected=rejected)
        self._text = {"t", "delText"} if rejected else {"t"}
        self.levels = levels
        self.notes = notes
        self.sections = [_Open(FRONT, 0, [])]
        self.anchors: dict[str, int] = {}
        self.struck: list[Struck] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []

    @property
    def told(self) -> list[Section]:
        """The sections that have been read."""
        return [Section(s.heading, s.level, tuple(s.items)) for s in self.sections]

    @property
    def tracked(self) -> int:
        """How many tracked changes there are."""
        return self._events.sporede

    def read(self, root: Element) -> None:
        """Read a part."""
        for event in self._events.les(root):
            if isinstance(event, Avsnitt):
                self._paragraph(event)
            elif event.navn == "tr":
                self._row(event)
            elif event.navn == "tc":
                self._cell(event)

    def _paragraph(self, paragraph: Avsnitt) -> None:
        says = self._text
        text = comparable(
            "".join(
                [
                    element.text or "" if name in says else _SPACES.get(name, "")
                    for name, element, made in paragraph.stykker
                    if not made
                ]
            )
        )
        if text:
            self.say(text, self._level(paragraph.egenskaper))
        for note in paragraph.noter:
            # Each once, as Word has it: a file from anybody may refer to a long one a million times.
            for line in self.notes.pop(note, ()):
                self.say(f"Fotnote: {line}", 0)
        struck = "".join(
            element.text or "" for name, element, _ in paragraph.stykker if name == "t" and _is_struck(element)
        )
        if struck := comparable(struck):
            self.struck.append(Struck(struck, len(self.sections) - 1))
        for id in paragraph.merknader:
            self.anchors.setdefault(id, len(self.sections) - 1)

    def _level(self, properties: Element | None) -> int:
        """Return the level of the heading that a paragraph is, 0 when it is none."""
        level = 0
        given = [] if properties is None else list(properties)
        was = [element for element in given if local(element) == "pPrChange"] if self._rejected else []
        for element in was[0][0] if was and len(was[0]) else given:
            name = local(element)
            if name == "pStyle":
                level = self.levels.get(value(element), 0)
            elif name == "outlineLvl":
                level = level_of(element) or 0
        return level if level <= BODY_TEXT else 0

    def _cell(self, event: Grense) -> None:
        if not event.slutt:
            self._cells.append([])
            return
        cell = " / ".join(self._cells.pop())
        if self._rows:
            self._rows[-1].append(cell)

    def _row(self, event: Grense) -> None:
        if not event.slutt:
            self._rows.append([])
            return
        row = self._rows.pop()
        if not event.borte and any(row):
            self.say(tuple(row) if not self._cells else " | ".join(row), 0)

    def say(self, item: Item, level: int) -> None:
        """Take in a paragraph, or a row of a table; one with a `level` is a heading."""
        if self._cells:
            assert isinstance(item, str)
            self._cells[-1].append(item)
        elif level and isinstance(item, str):
            self.sections.append(_Open(item, level, []))
        else:
            self.sections[-1].items.append(item)


def _is_struck(text: Element) -> bool:
    """Tell whether the run of a text strikes it out, or hides it."""
    run = text.getparent()
    properties = run[0] if run is not None and len(run) else None
    if properties is None or local(properties) != "rPr":
        return False
    return any(local(one) in _STRIKES and value(one) not in _OFF for one in properties)


def comparable(text: str) -> str:
    """Return the text as it is compared: on one line, one space between words, without what nobody sees."""
    if not text.isprintable() or "\u2011" in text:  # what is not seen can't be printed
        text = _UNSEEN.sub("", text.replace("\u2011", "-"))
    return normalize("NFC", " ".join(text.split()))


def _lines(note: Element, rejected: bool = False) -> list[str]:
    reading = _Reading({}, {}, rejected)
    reading.read(note)
    return [item if isinstance(item, str) else " | ".join(item) for s in reading.sections for item in s.items]


def _comments(part: Element | None, anchors: Mapping[str, int]) -> Iterable[Comment]:
    for element in part if part is not None else ():
        if local(element) == "comment":
            author = comparable(attribute(element, "author"))
            yield Comment(author, " ".join(_lines(element)), anchors.get(attribute(element, "id"), 0))

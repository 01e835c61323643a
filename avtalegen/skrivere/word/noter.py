"""The notes of a document as Word comments: what they say, and what in the text they hang on.

A note that is about a sentence hangs on it, the others on a whole heading. Two of them hang on the same or on different
sentences, never on parts that overlap.

A comment has no date: the agreement's is not the day of the remark, and today's would make every file a new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from avtalegen.dokument.innhold import Note
from avtalegen.skrivere.linjer import JOINER, MAY_BREAK
from avtalegen.skrivere.word.tekst import AUTHOR
from avtalegen.skrivere.word.underveis import Place, Writing
from avtalegen.skrivere.word.xml import (
    CHARACTERS,
    FIELD,
    HYPERLINK,
    R_PR,
    SPACE,
    W_NS,
    Element,
    Look,
    P,
    R,
    SubElement,
    T,
    paragraph,
    part,
    run,
    serialise,
    style_of,
)

PART = "word/comments.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATION_ID = "merknader"

_INITIALS = "av"
_W = f"{{{W_NS}}}"
_ID = _W + "id"
_START, _END, _REFERENCE = _W + "commentRangeStart", _W + "commentRangeEnd", _W + "commentReference"
_MARK = "sted"
"""The attribute of a paragraph that says which of `Writing.places` it is, until its comments hang there."""


def expect(writing: Writing, notes: Sequence[Note]) -> None:
    """Tell `writing` which comments there will be. Their ids are their places in `notes`."""
    if notes:
        writing.places = []
    for number, note in enumerate(notes):
        if note.sted:
            writing.remarks.setdefault((note.sted.id, note.sted.del_), []).append((str(number), note))
        else:
            writing.comments.setdefault(note.block_id, []).append(str(number))


def marked(writing: Writing, id: str, del_: str = "", *, before: int = 0, heading: bool = False) -> str:
    """Return the attribute of a paragraph that is the `Place` with these; nothing when there are no comments."""
    if writing.places is None:
        return ""
    writing.places.append(Place(id, del_, before, heading))
    return f' {_MARK}="{len(writing.places) - 1}"'


def hung(writing: Writing, text: str) -> bytes:
    """Return the document with this text with each comment on its part of it, or on its heading.

    What nothing has taken, hangs on the title; where there is no title, on an empty one.
    """
    root = part("document", text)
    _hang_all(writing, root[0], writing.places or [])
    return serialise(root)


def _hang_all(writing: Writing, body: Element, places: Sequence[Place]) -> None:
    for p in body.iter(P):
        if _MARK in p.attrib:
            place = places[int(p.attrib.pop(_MARK))]
            if place.heading:
                writing.hung.setdefault(place.id, p)
                _hang(p, writing.comments.pop(place.id, []))
            else:
                _hang_in(writing, p, place)
    _hang_the_rest(writing, body)


def _hang_in(writing: Writing, p: Element, place: Place) -> None:
    by_place: dict[tuple[int, int], list[str]] = {}
    for number, note in writing.remarks.pop((place.id, place.del_), []):
        if note.sted:
            span = note.sted.fra + place.before, note.sted.til + place.before
            by_place.setdefault(span, []).append(number)
    for (start, end), numbers in by_place.items():
        # The end first: then the beginning is where it was.
        at = _cut(p, end, after=True)
        p[at:at] = [element for number in numbers for element in _end(number)]
        at = _cut(p, start, after=False)
        p[at:at] = [etree.Element(_START, {_ID: number}) for number in numbers]


def _hang_the_rest(writing: Writing, body: Element) -> None:
    for number, note in (one for remarks in writing.remarks.values() for one in remarks):
        if note.block_id is not None and (heading := writing.hung.get(note.block_id)) is not None:
            _hang(heading, [number])
        else:
            writing.comments.setdefault(None, []).append(number)
    if not writing.comments:
        return
    style = writing.package.styles["Title"]
    found = next((p for p in body if style_of(p) == style), None)
    if found is None:
        (found,) = part("body", paragraph(style))
        body.insert(0, found)
    _hang(found, sorted((id for ids in writing.comments.values() for id in ids), key=int))


def _hang(p: Element, ids: Sequence[str]) -> None:
    # The properties of a paragraph stand before all else in it.
    for place, id in enumerate(ids, start=1):
        p.insert(place, etree.Element(_START, {_ID: id}))
    p.extend(element for id in ids for element in _end(id))


def _end(id: str) -> Iterator[Element]:
    yield etree.Element(_END, {_ID: id})
    reference = etree.Element(R)
    SubElement(reference, _REFERENCE).set(_ID, id)
    yield reference


def _cut(p: Element, at: int, *, after: bool) -> int:
    """Return the place among the children of a paragraph where its text has had `at` characters; a run is split there.

    A link is not split: the place is behind it, or in front of it when it is not to be `after`.
    """
    here = 0
    for place, child in enumerate(p):
        length = sum(map(_length, child.iter())) if child.tag in (R, HYPERLINK) else 0
        if length and here == at and not after:
            return place
        if here + length < at or not length:
            here += length
            continue
        if here + length > at:
            if child.tag == HYPERLINK:
                return place + after
            p.insert(place + 1, _rest(child, at - here))
            return place + 1
        if after:
            return place + 1
        here += length
    # What holds a paragraph to the next (`xml.HELD`) is no part of its text.
    return len(p) - (p[-1].tag == FIELD)


def _rest(r: Element, at: int) -> Element:
    """Take what comes after `at` characters out of a run, and return it as a run that looks the same."""
    rest = etree.Element(R)
    here = 0
    for child in list(r):
        if child.tag == R_PR:
            rest.append(deepcopy(child))
            continue
        length = _length(child)
        if here >= at:
            rest.append(child)
        elif here + length > at:
            text = child.text or ""
            cut = next(n for n in range(len(text) + 1) if n - _unseen(text[:n]) == at - here)
            _say(SubElement(rest, T), text[cut:])
            _say(child, text[:cut])
        here += length
    return rest


def _say(t: Element, text: str) -> None:
    t.text = text
    if text[:1].isspace() or text[-1:].isspace():
        t.set(SPACE, "preserve")


def _length(child: Element) -> int:
    text = child.text or ""
    return len(text) - _unseen(text) if child.tag == T else int(child.tag in CHARACTERS)


def _unseen(text: str) -> int:
    """Return how many characters only say whether a line may end there: they are none of the text."""
    return text.count(JOINER) + text.count(MAY_BREAK)


def comments(writing: Writing, notes: Sequence[Note]) -> Element:
    """Return the content of the part that holds the comments."""
    style = writing.package.styles["Normal"]
    told = []
    for number, note in enumerate(notes):
        language = writing.tag(note.language, None)
        label = "<w:r><w:annotationRef/></w:r>" + run(note.label, Look(bold=True, language=language))
        said = [run(text, Look(language=language)) for text in (note.text, note.hint) if text]
        content = "".join([paragraph(style, text) for text in (label, *said)])
        told.append(f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="{_INITIALS}">{content}</w:comment>')
    return part("comments", "".join(told))

"""The notes of a document as Word comments: what they say, and what in the text they hang on.

A comment has no date: the agreement's is not the day of the remark, and today's would make every file a new one.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from avtalegen.dokument.innhold import Note
from avtalegen.skrivere.word.underveis import Writing
from avtalegen.skrivere.word.xml import (
    NAMESPACES,
    W_NS,
    Element,
    Look,
    R,
    SubElement,
    paragraph,
    run,
    style_of,
)

PART = "word/comments.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATION_ID = "merknader"

AUTHOR, _INITIALS = "avtalegen", "av"
_W = f"{{{W_NS}}}"
_COMMENTS, _COMMENT, _ID, _MARK = _W + "comments", _W + "comment", _W + "id", _W + "annotationRef"
_START, _END, _REFERENCE = _W + "commentRangeStart", _W + "commentRangeEnd", _W + "commentReference"


def expect(writing: Writing, notes: Sequence[Note]) -> None:
    """Tell `writing` which comments there will be. Their ids are their places in `notes`."""
    for number, note in enumerate(notes):
        writing.comments.setdefault(note.block_id, []).append(str(number))


def hang(writing: Writing, p: Element, block_id: str | None) -> None:
    """Hang the comments of a block, if any, on all that its paragraph holds."""
    _hang(p, writing.comments.pop(block_id, []))


def hang_the_rest(writing: Writing, body: Element) -> None:
    """Hang the comments that no block has taken on the title, or on an empty one where there is no title."""
    if not writing.comments:
        return
    style = writing.package.styles["Title"]
    found = next((p for p in body if style_of(p) == style), None)
    if found is None:
        found = paragraph(body, style)
        body.insert(0, found)
    _hang(found, sorted((id for ids in writing.comments.values() for id in ids), key=int))


def _hang(p: Element, ids: Sequence[str]) -> None:
    # The properties of a paragraph stand before all else in it.
    for place, id in enumerate(ids, start=1):
        p.insert(place, etree.Element(_START, {_ID: id}))
    for id in ids:
        SubElement(p, _END).set(_ID, id)
        SubElement(SubElement(p, R), _REFERENCE).set(_ID, id)


def comments(writing: Writing, notes: Sequence[Note]) -> Element:
    """Return the content of the part that holds the comments."""
    root = etree.Element(_COMMENTS, nsmap=NAMESPACES)
    style = writing.package.styles["Normal"]
    for number, note in enumerate(notes):
        comment = SubElement(root, _COMMENT, {_ID: str(number), _W + "author": AUTHOR, _W + "initials": _INITIALS})
        language = writing.tag(note.language, None)
        label = paragraph(comment, style)
        SubElement(SubElement(label, R), _MARK)
        run(label, note.label, Look(bold=True, language=language))
        for text in filter(None, (note.text, note.hint)):
            run(paragraph(comment, style), text, Look(language=language))
    return root

"""A Word file that somebody has saved: its parts found by how they are related, and the text in them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from avtalegen.skrivere.word.overskrift import heading_levels
from avtalegen.skrivere.word.tekst import MOST_SECTIONS, Told, told
from avtalegen.skrivere.word.xml import RELATIONS_NS, Element, parse_untrusted

_MOST_XML = 4_000_000
"""Bytes of XML that are read of one file: the text of an agreement is some hundred thousand."""
_RELATIONSHIP = f"{{{RELATIONS_NS}}}Relationship"
_NOTES = ("footnote", "endnote")


class TooMuchError(ValueError):
    """There is more to read than an agreement has."""


def read(parts: Mapping[str, bytes], *, rejected: bool = False) -> Told:
    """Return what a Word file tells, with tracked changes accepted or `rejected`; `parts` are untrusted.

    Raises `ValueError` for a part that isn't XML and when there is too much to read, `KeyError` for a missing part.
    """
    package = Pakke(parts)
    main = package.hoveddel()
    related: dict[str, list[str]] = {}
    for kind, target in package.related(main):
        if target in parts and target not in related.setdefault(kind, []):
            related[kind].append(target)
    notes = {
        f"{kind} {note.get(_own(note, 'id'), '')}": note
        for kind in _NOTES
        for target in related.get(f"{kind}s", ())
        for note in package.parsed(target)
        if note.get(_own(note, "type"), "normal") == "normal"
    }
    styles, comments = related.get("styles"), related.get("comments")
    found = told(
        package.parsed(main),
        heading_levels(package.counted(styles[0])) if styles else {},
        [package.parsed(target) for kind in ("header", "footer") for target in related.get(kind, ())],
        notes,
        package.parsed(comments[0]) if comments else None,
        rejected=rejected,
    )
    if len(found.sections) > MOST_SECTIONS:
        raise ValueError("more headings than an agreement has")
    return found


class Pakke:
    """The parts of a file, and how much of them may still be read."""

    def __init__(self, parts: Mapping[str, bytes], most: int = _MOST_XML) -> None:
        self._parts = parts
        self._left = most

    def hoveddel(self) -> str:
        """Return the name of the part that the text is in."""
        return next((target for kind, target in self.related("") if kind == "officeDocument"), "word/document.xml")

    def lenker(self, name: str) -> dict[str, str]:
        """Return where the links of a part lead, by their ids in it."""
        return {e.get("Id", ""): e.get("Target", "") for e in self._relationships(name) if _kind(e) == "hyperlink"}

    def counted(self, name: str) -> bytes:
        """Return a part that is going to be read."""
        self._left -= len(self._parts[name])
        if self._left < 0:
            raise TooMuchError("more text than an agreement has")
        return self._parts[name]

    def parsed(self, name: str) -> Element:
        """Return the root of a part."""
        return parse_untrusted(self.counted(name))

    def related(self, name: str) -> Iterator[tuple[str, str]]:
        """Give kind and name of the parts that a part («» is the package) is related to; they need not be there."""
        folder = posixpath.dirname(name)
        for element in self._relationships(name):
            if element.get("TargetMode") != "External":
                # From the top of the package when it begins with a stroke, as Word Online writes it.
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
                yield _kind(element), target.lstrip("/")

    def _relationships(self, name: str) -> Iterator[Element]:
        folder, _, base = name.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations in self._parts:
            yield from self.parsed(relations).iter(_RELATIONSHIP)


def _kind(relationship: Element) -> str:
    return relationship.get("Type", "").rpartition("/")[2]


def _own(element: Element, name: str) -> str:
    """Return the full name of an attribute in the namespace of its element."""
    return f"{element.tag.rpartition('}')[0]}}}{name}"

"""A Word file that somebody has saved: its parts found by how they are related, and the text in them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from avtalegen.skrivere.word_tekst import Told, heading_levels, told
from avtalegen.skrivere.word_xml import Element, parse_untrusted

_LARGEST_PART = 15_000_000  # bytes of XML: the text of an agreement is some hundred thousand
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_NOTES = ("footnote", "endnote")


def read(parts: Mapping[str, bytes]) -> Told:
    """Return what a Word file tells; `parts` are untrusted.

    Raises `ValueError` for a part that is too large or isn't XML, `KeyError` for one that is missing.
    """
    main = next((target for kind, target in _related(parts, "") if kind == "officeDocument"), "word/document.xml")
    related: dict[str, list[str]] = {}
    for kind, target in _related(parts, main):
        if target in parts:
            related.setdefault(kind, []).append(target)
    notes = {
        f"{kind} {note.get(_own(note, 'id'), '')}": note
        for kind in _NOTES
        for target in related.get(f"{kind}s", ())
        for note in _parsed(parts, target)
        if isinstance(note.tag, str) and note.get(_own(note, "type"), "normal") == "normal"
    }
    comments = [_parsed(parts, target) for target in related.get("comments", ())[:1]]
    styles = related.get("styles", ())
    return told(
        _parsed(parts, main),
        heading_levels(_within_limit(parts[styles[0]])) if styles else {},
        [_parsed(parts, target) for kind in ("header", "footer") for target in dict.fromkeys(related.get(kind, ()))],
        notes,
        comments[0] if comments else None,
    )


def _own(element: Element, name: str) -> str:
    """Return the full name of an attribute in the namespace of its element."""
    return f"{element.tag.rpartition('}')[0]}}}{name}"


def _parsed(parts: Mapping[str, bytes], name: str) -> Element:
    return parse_untrusted(_within_limit(parts[name]))


def _within_limit(xml: bytes) -> bytes:
    if len(xml) > _LARGEST_PART:
        raise ValueError(f"more than {_LARGEST_PART} bytes")
    return xml


def _related(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """Give kind and name of the parts that a part («» is the package) is related to. None of them need be there."""
    folder, _, base = name.rpartition("/")
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    if relations not in parts:
        return
    for element in _parsed(parts, relations).iter(_RELATIONSHIP):
        if element.get("TargetMode") != "External":
            target = element.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield element.get("Type", "").rpartition("/")[2], whole

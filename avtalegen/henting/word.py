"""A Word file that somebody has saved: its parts found by how they are related, and the text in them."""

from __future__ import annotations

from collections.abc import Mapping

from avtalegen.skrivere.word.deler import Pakke
from avtalegen.skrivere.word.overskrift import heading_levels
from avtalegen.skrivere.word.tekst import MOST_SECTIONS, Told, told
from avtalegen.skrivere.word.xml import Element

_NOTES = ("footnote", "endnote")


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


def _own(element: Element, name: str) -> str:
    """Return the full name of an attribute in the namespace of its element."""
    return f"{element.tag.rpartition('}')[0]}}}{name}"

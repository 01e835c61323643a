"""The numbering of a style file: which list a style is in, and where the lists of a document go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from avtalegen.dokument.innhold import Marks
from avtalegen.funn.begge import Begge, likt
from avtalegen.skrivere.word.stildeler import unusable
from avtalegen.skrivere.word.xml import NAMESPACES, VAL, W_NS, Element

LISTS_MARK = "avtalegen-lister"
"""The comment that stands where the numbered lists of a document go."""
_W = f"{{{W_NS}}}"
_MARKS: dict[Marks, tuple[str, str]] = {"1.": ("decimal", "."), "a)": ("lowerLetter", ")")}
_NUMBER = re.compile("[0-9]{1,9}")  # within what Word can count
_SHOWN = 20  # characters of a value that is told


def number_id(styles: Element, style_ids: Mapping[str, str], name: str) -> int:
    """Return the number id of the list that a style is in."""
    own = (style for style in styles.findall("w:style", NAMESPACES) if style.get(f"{_W}styleId") == style_ids[name])
    found = next((style.find("w:pPr/w:numPr/w:numId", NAMESPACES) for style in own), None)
    if found is None:
        raise unusable(
            Begge(f"stilen «{name}» er ikke knyttet til en liste", f"stilen «{name}» er ikkje knytt til ei liste")
        )
    return _number(found.get(VAL))


def abstract_number(numbering: Element, number_id: int) -> int:
    """Return the id of the w:abstractNum behind a number id."""
    for one in numbering.findall("w:num", NAMESPACES):
        if _number(one.get(f"{_W}numId")) == number_id:
            found = one.find("w:abstractNumId", NAMESPACES)
            if found is not None:
                return _number(found.get(VAL))
    raise unusable(
        Begge("nummereringen til stilen «List Number» finnes ikke", "nummereringa til stilen «List Number» finst ikkje")
    )


def other_marks(numbering: Element, abstract: int) -> dict[tuple[int, Marks], str]:
    """Return each level (0-8) of a w:abstractNum as it is with each kind of marks, where it hasn't those itself."""
    found: dict[tuple[int, Marks], str] = {}
    for one in numbering.findall("w:abstractNum", NAMESPACES):
        if _number(one.get(f"{_W}abstractNumId")) != abstract:
            continue
        for level in one.findall("w:lvl", NAMESPACES):
            depth = _number(level.get(f"{_W}ilvl"))
            for marks, (kind, end) in _MARKS.items():
                copy = deepcopy(level)
                text, number_format = copy.find("w:lvlText", NAMESPACES), copy.find("w:numFmt", NAMESPACES)
                if text is None or number_format is None:
                    continue
                shown = f"%{depth + 1}{end}"
                if (number_format.get(VAL), text.get(VAL)) == (kind, shown):
                    continue
                number_format.set(VAL, kind)
                text.set(VAL, shown)
                # A style leads to one level of one list, and that is not this one.
                for style in copy.findall("w:pStyle", NAMESPACES):
                    copy.remove(style)
                found[depth, marks] = etree.tostring(copy, encoding="unicode")
    return found


def mark_lists(numbering: Element) -> int:
    """Mark where a document's own numbered lists go. Returns the first free number id."""
    numbers = numbering.findall("w:num", NAMESPACES)
    numbers[-1].addnext(etree.Comment(LISTS_MARK))
    return max(_number(one.get(f"{_W}numId")) for one in numbers) + 1


def _number(written: str | None) -> int:
    """Return an id in the numbering."""
    if written is None or not _NUMBER.fullmatch(written):
        told = likt(f"«{written[:_SHOWN]}{'…' * (len(written) > _SHOWN)}»" if written else "tom")
        raise unusable(
            Begge(
                f"en id i nummereringen er {told}, og skulle vært et helt tall",
                f"ein id i nummereringa er {told.nn}, og skulle vore eit heilt tal",
            )
        )
    return int(written)

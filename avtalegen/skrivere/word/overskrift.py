"""Elements of Word files whoever saved them, and which of the styles are headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from avtalegen.skrivere.word.xml import Element, parse_untrusted

# The same format under its first name, and as ISO has it («Strict»).
NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_LEVEL_IN_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
BODY_TEXT = 9
"""The deepest level of a heading; what is below it is no heading."""


@lru_cache(maxsize=8)
def heading_levels(styles: bytes) -> Mapping[str, int]:
    """Return the levels (1-9) of the styles that are headings, by style id. Raises `ValueError` for what isn't XML."""
    own: dict[str, int | None] = {}
    based: dict[str, str] = {}
    for style in parse_untrusted(styles).iter(*(f"{{{ns}}}style" for ns in NAMESPACES)):
        if attribute(style, "type") != "paragraph":
            continue
        id, level = attribute(style, "styleId"), None
        for element in style:
            kind = local(element)
            if kind == "pPr":
                level = next((level_of(child) for child in element if local(child) == "outlineLvl"), level)
            elif kind == "name" and (named := _LEVEL_IN_NAME.fullmatch(value(element))):
                level = int(named[1])
            elif kind == "basedOn":
                based[id] = value(element)
        own[id] = level
    for first in [*based]:
        # Each chain is followed once: until a level, a style that is known, or back to itself.
        id, chain = first, []
        while id in based and own.get(id, 0) is None:
            chain.append(id)
            own[id] = 0
            id = based[id]
        own.update(dict.fromkeys(chain, own.get(id) or 0))
    return {id: level for id, level in own.items() if level and level <= BODY_TEXT}


def local(element: Element) -> str:
    """Return the name of an element without its namespace; "" for one of another format."""
    namespace, _, name = element.tag.rpartition("}")
    return name if namespace[1:] in NAMESPACES else ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute of the format's own; "" where there is none."""
    first, second = NAMESPACES
    found = element.get(f"{{{first}}}{name}")
    return found if found is not None else element.get(f"{{{second}}}{name}", "")


def value(element: Element) -> str:
    """Return what most elements say in their one attribute."""
    return attribute(element, "val")


def level_of(element: Element) -> int | None:
    """Return the level (1-10) that a w:outlineLvl says, None when it says something else."""
    said = value(element)
    return int(said) + 1 if len(said) == 1 and said.isdecimal() else None

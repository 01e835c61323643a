"""What comes along from a style file, which can be anybody's: styles and typefaces, no text, program or address."""

from __future__ import annotations

from collections.abc import Iterable

from docx.opc.part import Part
from lxml import etree

from avtalegen.funn.begge import Begge
from avtalegen.skrivere.stil import StyleError
from avtalegen.skrivere.word.xml import R_NS, W_NS, Element, serialise

EDITED = tuple(f"{R_NS}/{kind}" for kind in ("styles", "numbering", "settings"))
KEPT = (*EDITED, f"{R_NS}/fontTable", f"{R_NS}/theme")
"""The kinds of parts that are taken from a style file; the first ones are changed on the way."""
LARGEST = 50_000_000
"""Bytes of a style file, unpacked."""
_BROUGHT_BY_THOSE = frozenset({f"{R_NS}/font", f"{R_NS}/image"})
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif"})
_W, _R = f"{{{W_NS}}}", f"{{{R_NS}}}"


def brought(part: Part) -> dict[str, Part]:
    """Return the typefaces and pictures that a part has in the package, by the id of the relationship."""
    return {
        relation.rId: relation.target_part
        for relation in part.rels.values()
        if not relation.is_external
        and relation.reltype in _BROUGHT_BY_THOSE
        and (relation.reltype.endswith("/font") or relation.target_part.content_type in _PICTURES)
    }


def with_dependents(parts: Iterable[Part]) -> list[Part]:
    """Return the parts, and the typefaces and pictures in them."""
    found = {name_of(part): part for part in parts}
    for part in [*found.values()]:
        found |= {name_of(inner): inner for inner in brought(part).values()}
    return [*found.values()]


def without_references(part: Part) -> bytes:
    """Return a part without what leads out of the package, or to something that doesn't come along."""
    root, kept = parse(part.blob), brought(part)
    changed = False
    for element in [*root.iter(etree.Element)]:
        names = [name for name, value in element.attrib.items() if _leads_out(str(name)) and value not in kept]
        for name in names:
            del element.attrib[name]
        changed |= bool(names)
        if names and str(element.tag).startswith(_W) and (parent := element.getparent()) is not None:
            parent.remove(element)  # in Word's own parts, such an element is nothing without it
    return serialise(root) if changed else part.blob


def _leads_out(attribute: str) -> bool:
    """Tell whether an attribute names a relationship or, in a drawing, an address."""
    return attribute.startswith(_R) or attribute.rpartition("}")[2] in ("src", "href")


def parse(xml: bytes) -> Element:
    """Return the root of a part. Nothing outside it is read, and a `ValueError` says that it has a DTD."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type declaration")
    return root


def unusable(reason: Begge) -> StyleError:
    """Return the error for a style file that is a Word file, and can't be used for the `reason`."""
    return StyleError(
        Begge(f"Stilfilen til Word kan ikke brukes: {reason}.", f"Stilfila til Word kan ikkje brukast: {reason.nn}."),
        Begge("LES-MEG.md i maler/stil/ sier hva den må ha.", "LES-MEG.md i maler/stil/ seier kva ho må ha."),
    )


def name_of(part: Part) -> str:
    """Return the name of a part in the archive."""
    return str(part.partname.membername)

"""The small pieces of WordprocessingML that the Word writer is built from.

Text that goes into an element is escaped by lxml. What XML 1.0 can't hold is dropped here, so that any `str`
gives a document that opens. Element names are spelled out once: building them per call costs more than the
elements do.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from avtalegen.dokument.innhold import Language
from avtalegen.skrivere import linjer
from avtalegen.skrivere.tegn import writable

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = {"w": W_NS, "r": R_NS}
XML_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_W = f"{{{W_NS}}}"
P, P_PR, P_STYLE, KEEP_NEXT = (_W + tag for tag in ("p", "pPr", "pStyle", "keepNext"))
NUM_PR, ILVL, NUM_ID, INDENT = _W + "numPr", _W + "ilvl", _W + "numId", _W + "ind"
R, R_PR, R_STYLE, BOLD, BOLD_CS = _W + "r", _W + "rPr", _W + "rStyle", _W + "b", _W + "bCs"
ITALIC, ITALIC_CS, LANG, T, TAB, BR = _W + "i", _W + "iCs", _W + "lang", _W + "t", _W + "tab", _W + "br"
_HIGHLIGHT = _W + "highlight"
_HYPHENS = {"\u00ad": _W + "softHyphen", "\u2011": _W + "noBreakHyphen"}
CHARACTERS = frozenset((TAB, BR, *_HYPHENS.values()))
"""Elements of a run that are a character each."""
HYPERLINK, FIELD, INSTRUCTION = _W + "hyperlink", _W + "fldSimple", _W + "instr"
VAL, EAST_ASIA, HISTORY = _W + "val", _W + "eastAsia", _W + "history"
R_ID = f"{{{R_NS}}}id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

LANGUAGE_TAGS: dict[Language, str] = {
    "nb": "nb-NO",
    "nn": "nn-NO",
    "en": "en-GB",
    "se": "se-NO",
    "smj": "smj-NO",
    "sma": "sma-NO",
}

# What can't stand in w:t as it is.
_NOT_PLAIN = re.compile("[\x00-\x1f\u00ad\u2011\ud800-\udfff\ufffe\uffff]")
_SPLIT = re.compile("(\t|\r\n|\r|\n)")
# What Word has elements of its own for.
_PIECES = re.compile("(\t|\r\n|\r|\n|\u00ad|\u2011)")

Element = etree._Element
SubElement = etree.SubElement


def escape(text: str) -> str:
    """Write the characters that are markup as entities."""
    # Not xml.sax.saxutils: importing it takes longer than writing a document.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def attribute(text: str) -> str:
    """Return `text` as an attribute value with its quotation marks, line breaks and tabs as spaces."""
    return f'"{escape(" ".join(_SPLIT.split(writable(text))[::2]))}"'


def serialise(root: Element) -> bytes:
    """Return the element as the bytes of a part."""
    return XML_HEAD + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def parse_untrusted(xml: bytes) -> Element:
    """Return the root of an untrusted part. A `ValueError` says that it isn't XML, or declares something of its own.

    With no declarations there are no entities: nothing to expand, and nothing to fetch. Depth is libxml2's to bound.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    if any("<!DOCTYPE".encode(coding) in xml for coding in ("ascii", "utf-16-le", "utf-16-be")):
        raise ValueError("a document type declaration")
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type declaration")
    return root


def paragraph(parent: Element, style_id: str, *, keep_next: bool = False) -> Element:
    """Append a paragraph of the style. `keep_next` keeps it on the page of what follows."""
    p = SubElement(parent, P)
    properties = SubElement(p, P_PR)
    SubElement(properties, P_STYLE).set(VAL, style_id)
    if keep_next:
        SubElement(properties, KEEP_NEXT)
    return p


def hold(p: Element) -> None:
    """Make the paragraph, which is kept with the next, stay with it in LibreOffice too.

    LibreOffice guesses how many paragraphs a page has room for, and never looks again at one that fits at the foot of
    a page when the next one turns out not to. A field that shows nothing makes it look; Word has no use for it.
    """
    SubElement(p, FIELD).set(INSTRUCTION, ' IF 1 = 1 "" "" ')


def style_of(p: Element) -> str | None:
    """Return the style id of a paragraph; None for one without, and for what is no paragraph."""
    style = p.find(f"{P_PR}/{P_STYLE}") if p.tag == P else None
    return None if style is None else style.get(VAL)


def number(p: Element, number_id: str, level: int) -> None:
    """Give the paragraph, fresh from `paragraph`, a number or bullet of its own. Id «0» takes it away."""
    num_pr = SubElement(p[0], NUM_PR)
    SubElement(num_pr, ILVL).set(VAL, str(level))
    SubElement(num_pr, NUM_ID).set(VAL, number_id)


class Look(NamedTuple):
    """What sets a run apart from its paragraph. `language` is a tag."""

    style_id: str | None = None
    bold: bool = False
    italic: bool = False
    language: str | None = None
    highlight: bool = False


PLAIN = Look()


def run(parent: Element, text: str, look: Look = PLAIN) -> None:
    """Append `text` as a run. Line breaks and tabs become Word's own; empty text gives nothing.

    A place to fill in is a run of its own, in bold with a colour behind it.
    """
    for piece, to_fill_in in linjer.pieces(linjer.kept_together(text)):
        _run(parent, piece, look._replace(bold=True, highlight=True) if to_fill_in else look)


def _run(parent: Element, text: str, look: Look) -> None:
    pieces = [text]
    if _NOT_PLAIN.search(text):
        text = writable(text)
        pieces = _PIECES.split(text)
    if not text:
        return
    r = SubElement(parent, R)
    if look != PLAIN:
        _run_properties(r, look)
    for piece in pieces:
        if piece == "\t":
            SubElement(r, TAB)
        elif piece in ("\n", "\r", "\r\n"):
            SubElement(r, BR)
        elif piece in _HYPHENS:
            SubElement(r, _HYPHENS[piece])
        elif piece:
            t = SubElement(r, T)
            t.text = piece
            if piece[0].isspace() or piece[-1].isspace():
                t.set(SPACE, "preserve")


def _run_properties(r: Element, look: Look) -> None:
    # The order is the schema's.
    properties = SubElement(r, R_PR)
    if look.style_id:
        SubElement(properties, R_STYLE).set(VAL, look.style_id)
    if look.bold:
        SubElement(properties, BOLD)
        SubElement(properties, BOLD_CS)
    if look.italic:
        SubElement(properties, ITALIC)
        SubElement(properties, ITALIC_CS)
    if look.highlight:
        SubElement(properties, _HIGHLIGHT).set(VAL, "yellow")
    if look.language:
        SubElement(properties, LANG, {VAL: look.language, EAST_ASIA: look.language})

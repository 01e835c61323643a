"""The small pieces of WordprocessingML that the Word writer is built from.

They are written as text, as lxml would write them: to have it make the elements one by one takes twelve times as long,
and what has to be changed afterwards, it reads (`part`). All text goes through `run` or `quoted`, which escape what is
markup. What XML 1.0 can't hold is dropped
there, so that any `str` gives a document that opens.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from avtalegen.dokument.fyll_inn import FYLL_INN
from avtalegen.skrivere import linjer
from avtalegen.skrivere.tegn import writable

if TYPE_CHECKING:
    from avtalegen.dokument.innhold import Language

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = {"w": W_NS, "r": R_NS}
XML_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_W = f"{{{W_NS}}}"
P, P_PR, P_STYLE = (_W + tag for tag in ("p", "pPr", "pStyle"))
NUM_PR, ILVL, NUM_ID, INDENT = _W + "numPr", _W + "ilvl", _W + "numId", _W + "ind"
R, R_PR = _W + "r", _W + "rPr"
LANG, T, TAB, BR = _W + "lang", _W + "t", _W + "tab", _W + "br"
CHARACTERS = frozenset((TAB, BR, _W + "softHyphen", _W + "noBreakHyphen"))
"""Elements of a run that are a character each."""
HYPERLINK, FIELD, INSTRUCTION = _W + "hyperlink", _W + "fldSimple", _W + "instr"
VAL, HISTORY = _W + "val", _W + "history"
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
_CHARACTERS = {
    **{"": "", "\t": "<w:tab/>", "\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"},
    **dict.fromkeys(("\r\n", "\r", "\n"), "<w:br/>"),
}
# A reader of XML makes spaces of these when they stand in an attribute.
_IN_ATTRIBUTES = {ord(character): f"&#{ord(character)};" for character in "\t\n\r"}

Element = etree._Element
SubElement = etree.SubElement


def escape(text: str) -> str:
    """Write the characters that are markup as entities, also in attributes."""
    return content(text).replace('"', "&quot;")


def content(text: str) -> str:
    """Write the characters that are markup as entities, as lxml writes the text of an element."""
    # Not xml.sax.saxutils: importing it takes longer than writing a document.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read_content(text: str) -> str:
    """Return what `content` was given."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") if "&" in text else text


def attribute(text: str) -> str:
    """Return `text` as an attribute value with its quotation marks, line breaks and tabs as spaces."""
    return f'"{escape(" ".join(_SPLIT.split(writable(text))[::2]))}"'


def quoted(text: str) -> str:
    """Return `text` as an attribute value with its quotation marks, every character as it is."""
    return f'"{escape(text).translate(_IN_ATTRIBUTES)}"'


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


def part(name: str, inner: str) -> Element:
    """Return the root of a part that is called `name` («hdr»), with what is written in it."""
    return etree.fromstring(_part(name, inner), _parser())


def part_as_bytes(name: str, inner: str) -> bytes:
    """Return the bytes of a part: what `serialise` gives of `part`."""
    return XML_HEAD + _part(name, inner)


def _part(name: str, inner: str) -> bytes:
    return f'<w:{name} xmlns:w="{W_NS}" xmlns:r="{R_NS}">{inner}</w:{name}>'.encode()


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    # An agreement can be long, and all of it is ours.
    return etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)


def paragraph(
    style_id: str,
    inner: str = "",
    *,
    keep_next: bool = False,
    held: bool = False,
    properties: str = "",
    mark: str = "",
) -> str:
    """Return a paragraph of the style. `keep_next` keeps it on the page of what follows; `held` as `HELD` has it.

    `properties` are those of its own, in the order of the schema, and `mark` an attribute for the writer itself.
    """
    return (
        f"<w:p{mark}><w:pPr>{_styled(style_id)}{'<w:keepNext/>' if keep_next else ''}{properties}</w:pPr>"
        f"{inner}{HELD if held else ''}</w:p>"
    )


@lru_cache(maxsize=256)
def _styled(style_id: str) -> str:
    return f"<w:pStyle w:val={quoted(style_id)}/>"


HOLDING = ' IF 1 = 1 "" "" '
"""A field that shows nothing. In a paragraph that is kept with the next, it makes it stay with it in LibreOffice too.

LibreOffice guesses how many paragraphs a page has room for, and never looks again at one that fits at the foot of a
page when the next one turns out not to. The field makes it look; Word has no use for it.
"""
HELD = f"<w:fldSimple w:instr={quoted(HOLDING)}/>"


def has_style(paragraph: str, style_id: str) -> bool:
    """Tell whether something that is written is a paragraph of the style."""
    return paragraph.startswith("<w:p") and paragraph.partition("<w:pPr>")[2].startswith(_styled(style_id))


def style_of(p: Element) -> str | None:
    """Return the style id of a paragraph; None for one without, and for what is no paragraph."""
    style = p.find(f"{P_PR}/{P_STYLE}") if p.tag == P else None
    return None if style is None else style.get(VAL)


def number(number_id: str, level: int) -> str:
    """Return the property that gives a paragraph a number or bullet of its own. Id «0» takes it away."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val={quoted(number_id)}/></w:numPr>'


class Look(NamedTuple):
    """What sets a run apart from its paragraph. `language` is a tag."""

    style_id: str | None = None
    bold: bool = False
    italic: bool = False
    language: str | None = None
    highlight: bool = False


PLAIN = Look()
BREAK = "<w:r><w:br/></w:r>"
"""A line break as a run of its own."""


def run(text: str, look: Look = PLAIN) -> str:
    """Return `text` as a run. Line breaks and tabs become Word's own; empty text gives nothing.

    A place to fill in is a run of its own, in bold with a colour behind it.
    """
    text = linjer.kept_together(text)
    if FYLL_INN not in text:
        return _run(text, look)
    return "".join(
        _run(piece, look._replace(bold=True, highlight=True) if to_fill_in else look)
        for piece, to_fill_in in linjer.pieces(text)
    )


def _run(text: str, look: Look) -> str:
    text = linjer.joined_strokes(text)
    pieces = [text]
    # Hardly any text has what can't be printed, and of what can, only one character is in the pattern.
    if (not text.isprintable() or "\u2011" in text) and _NOT_PLAIN.search(text):
        text = writable(text)
        pieces = _PIECES.split(text)
    if not text:
        return ""
    said = "".join(map(_said, pieces)) if len(pieces) > 1 else _said(text)
    return f"<w:r>{_run_properties(look)}{said}</w:r>" if look != PLAIN else f"<w:r>{said}</w:r>"


def _said(piece: str) -> str:
    if piece in _CHARACTERS:
        return _CHARACTERS[piece]
    preserved = ' xml:space="preserve"' if piece[0].isspace() or piece[-1].isspace() else ""
    return f"<w:t{preserved}>{content(piece)}</w:t>"


@lru_cache(maxsize=256)
def _run_properties(look: Look) -> str:
    # The order is the schema's.
    return "".join(
        (
            "<w:rPr>",
            f"<w:rStyle w:val={quoted(look.style_id)}/>" if look.style_id else "",
            "<w:b/><w:bCs/>" if look.bold else "",
            "<w:i/><w:iCs/>" if look.italic else "",
            '<w:highlight w:val="yellow"/>' if look.highlight else "",
            f'<w:lang w:val="{look.language}" w:eastAsia="{look.language}"/>' if look.language else "",
            "</w:rPr>",
        )
    )

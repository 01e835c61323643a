"""Opens what the Word writer wrote, so that tests can ask about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from avtalegen.dokument.innhold import Block, Document
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.word.skriver import write
from tests.dokumenteksempel import eksempel

STIL = (Path(__file__).parent.parent / "maler" / "stil" / "avtale.docx").read_bytes()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
BARE = replace(eksempel(mark=None, picture=False), subtitle=None, facts=(), blocks=())


def w(name: str) -> str:
    return f"{{{W}}}{name}"


class Skrevet:
    """A written document, part by part."""

    def __init__(self, document: Document, style: bytes = STIL) -> None:
        self.data = write(document, Style(style))
        with ZipFile(BytesIO(self.data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        return self.part(part).xpath(path, namespaces=NS)

    def values(self, path: str, part: str = "word/document.xml") -> list[str]:
        return [str(value) for value in self.find(path, part)]

    def texts(self, style: str) -> list[str]:
        """The texts of the paragraphs of a style, by style id."""
        return [text(p) for p in self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")]

    def relations(self, kind: str) -> dict[str, str]:
        """Id and target of the main part's relationships of a kind."""
        found = self.find(f"//rel:Relationship[contains(@Type, '/{kind}')]", "word/_rels/document.xml.rels")
        return {r.get("Id"): r.get("Target") for r in found}


def text(element: etree._Element) -> str:
    """What a reader sees of an element, with tabs and line breaks, and the hyphens that are Word's own."""
    shown = {w("t"): lambda e: e.text or "", w("tab"): lambda e: "\t", w("br"): lambda e: "\n"}
    shown |= {w("softHyphen"): lambda e: "\u00ad", w("noBreakHyphen"): lambda e: "\u2011"}
    return "".join(shown[e.tag](e) for e in element.iter(*shown) if e.getparent().tag == w("r"))


def med(*blocks: Block, **fields: object) -> Skrevet:
    """Write a document with these blocks and nothing on the front page but the title."""
    return Skrevet(replace(BARE, blocks=blocks, **fields))


def style_of(paragraphs: Iterable[etree._Element]) -> list[str]:
    return [p.find("w:pPr/w:pStyle", NS).get(w("val")) for p in paragraphs]


def keeps_next(p: etree._Element) -> bool:
    return p.find("w:pPr/w:keepNext", NS) is not None

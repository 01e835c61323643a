"""The table of contents of a Word file: a field with its content in it, so nobody has to update it to read it.

It has links and no page numbers: only the program that lays the file out knows these. Updated, it stays that way.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from avtalegen.skrivere.innholdsliste import Contents
from avtalegen.skrivere.word.stildeler import parse
from avtalegen.skrivere.word.xml import NAMESPACES, VAL, W_NS, Element, SubElement, content, paragraph, quoted, run

_W = f"{{{W_NS}}}"
# Word's own names, with the indents of a list of numbered headings: how far in, and how much of that the number takes.
_NAMES = {"TOC Heading": None, "toc 1": (397, 397), "toc 2": (1021, 624)}


def contents(table: Contents, bookmarks: Mapping[str, str], styles: Mapping[str, str]) -> str:
    """Return the table of contents. `bookmarks` are names by the ids of the headings, `styles` are from `with_styles`.

    It links within the file, so it needs no relationships.
    """
    lines = [paragraph(styles["TOC Heading"], run(table.title), keep_next=True)]
    field = f'TOC \\o "1-{table.depth}" \\n \\h \\z'
    before = f"{_field_character('begin')}<w:r><w:instrText>{content(field)}</w:instrText></w:r>"
    before += _field_character("separate")
    for n, entry in enumerate(table.entries, start=1):
        text = run(f"{entry.number}\t{entry.text}" if entry.number else entry.text)
        link = f'<w:hyperlink w:anchor={quoted(bookmarks[entry.id])} w:history="1">{text}</w:hyperlink>'
        after = _field_character("end") if n == len(table.entries) else ""
        lines.append(paragraph(styles[f"toc {entry.depth}"], f"{before}{link}{after}"))
        before = ""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def with_styles(part: bytes, normal: str, heading: str) -> tuple[bytes, dict[str, str]]:
    """Return a part of styles that has those of a table of contents, and their ids.

    A style file may have them; otherwise they follow those with the ids `normal` and `heading` («heading 1»).
    """
    root = parse(part)
    found = {
        str(name.get(VAL)): str(style.get(f"{_W}styleId"))
        for style in root.findall("w:style", NAMESPACES)
        for name in style.findall("w:name", NAMESPACES)
    }
    taken = set(found.values())
    for name, indent in _NAMES.items():
        if name in found:
            continue
        id = name.replace(" ", "").replace("toc", "TOC")
        while id in taken:
            id += "x"
        found[name] = id
        root.append(_style(id, name, normal if indent else heading, indent))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), {n: found[n] for n in _NAMES}


def _style(id: str, name: str, based_on: str, indent: tuple[int, int] | None) -> Element:
    style = etree.Element(f"{_W}style", {f"{_W}type": "paragraph", f"{_W}styleId": id})
    for tag, value in (("name", name), ("basedOn", based_on), ("uiPriority", "39")):
        SubElement(style, _W + tag).set(VAL, value)
    properties = SubElement(style, f"{_W}pPr")
    if indent is None:
        # A heading without a number that is not in the table itself.
        SubElement(SubElement(properties, f"{_W}numPr"), f"{_W}numId").set(VAL, "0")
        SubElement(properties, f"{_W}ind", {f"{_W}left": "0", f"{_W}firstLine": "0"})
        SubElement(properties, f"{_W}outlineLvl").set(VAL, "9")
        return style
    left, hanging = map(str, indent)
    SubElement(SubElement(properties, f"{_W}tabs"), f"{_W}tab", {VAL: "left", f"{_W}pos": left})
    SubElement(properties, f"{_W}spacing", {f"{_W}before": "20", f"{_W}after": "0"})
    SubElement(properties, f"{_W}ind", {f"{_W}left": left, f"{_W}hanging": hanging})
    return style


def _field_character(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

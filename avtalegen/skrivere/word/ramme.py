"""What stands around the text: the front block, header and footer, and the properties of the file."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from lxml import etree

from avtalegen.dokument.innhold import Document
from avtalegen.skrivere.disposisjon import top_of_page
from avtalegen.skrivere.tegn import writable
from avtalegen.skrivere.word.bilde import drawing
from avtalegen.skrivere.word.tittel import title
from avtalegen.skrivere.word.underveis import Writing
from avtalegen.skrivere.word.xml import (
    LANGUAGE_TAGS,
    R_NS,
    W_NS,
    XML_HEAD,
    Element,
    Look,
    attribute,
    escape,
    paragraph,
    part,
    run,
)

PICTURE_ID = "bilde"
FIRST_HEADER_ID, FIRST_FOOTER_ID = "forstetopptekst", "forstebunntekst"
# What comes after w:titlePg in the properties of a section.
_AFTER_FIRST_PAGE = ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_FIELD = re.compile(r"(\{pages?\})")
# The style has room for labels of so many characters; longer ones get a wider column, up to a limit.
_USUAL_LABEL, _LONGEST_LABEL = 18, 40
# Twips, on the safe side: the mean character of bold 11-point and of plain 9-point Calibri.
_LABEL_CHARACTER, _HEADER_CHARACTER = 126, 96
# A longer word would be a line across the page that nobody can read.
_LONGEST_WATERMARK = 16
_MICROSOFT = "urn:schemas-microsoft-com"


def front(writing: Writing, document: Document) -> list[str]:
    """Return picture, mark, title, subtitle and facts, each as a paragraph."""
    styles = writing.package.styles
    told = []
    if document.picture:
        told.append(paragraph(styles["Bilde"], drawing(document.picture, PICTURE_ID)))
    for style, text, language in (
        ("Merke", document.mark, None),
        ("Title", document.title, document.title_language),
        ("Subtitle", document.subtitle, document.subtitle_language),
    ):
        if text and writable(text):
            shown, unneeded = title(writing.package, text) if style == "Title" else (text, 0)
            indent = f'<w:ind w:right="{unneeded}"/>' if unneeded else ""
            content = run(shown, Look(language=writing.tag(language, None)))
            told.append(paragraph(styles[style], content, properties=indent))
    column = max((len(label) for label, _ in document.facts), default=0)
    width = min(column, _LONGEST_LABEL) * _LABEL_CHARACTER
    indent = f'<w:ind w:left="{width}" w:hanging="{width}"/>' if column > _USUAL_LABEL else ""
    for label, value in document.facts:
        content = run(label, Look(styles["Faktaetikett"])) + run(f"\t{value}")
        told.append(paragraph(styles["Faktalinje"], content, properties=indent))
    return told


def header(writing: Writing, document: Document) -> Element:
    """Return the header: who the parties are, and the mark, also across the page."""
    style = writing.package.styles["Header"]
    parties = top_of_page(document)
    told, mark = run(parties), writable(document.mark or "")
    if not mark:
        return part("hdr", paragraph(style, told))
    shown = run(f"\t{mark}", Look(writing.package.styles["Topptekstmerke"]))
    if len(mark) <= _LONGEST_WATERMARK:
        shown += _watermark(mark)
    if len(parties) + len(mark) > writing.package.text_width // _HEADER_CHARACTER:
        return part("hdr", paragraph(style, told) + paragraph(style, shown))
    return part("hdr", paragraph(style, told + shown))


def first_header(writing: Writing, document: Document) -> Element:
    """Return the header of a first page whose front names the parties: nothing but the mark across the page."""
    mark = writable(document.mark or "")
    # The style of the header draws a line.
    shown = _watermark(mark) if 0 < len(mark) <= _LONGEST_WATERMARK else ""
    return part("hdr", paragraph(writing.package.styles["Normal"], shown))


@lru_cache(maxsize=8)
def section(of_style: bytes, *, first_header: bool) -> str:
    """Return the section properties of a style file; without `first_header`, the first page has one of its own."""
    root = part("document", "")
    root.append(_section(of_style, first_header))
    text = etree.tostring(root, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("</")]


def _section(of_style: bytes, first_header: bool) -> Element:
    made = etree.fromstring(of_style)
    if first_header:
        return made
    for place, (tag, id) in enumerate((("headerReference", FIRST_HEADER_ID), ("footerReference", FIRST_FOOTER_ID))):
        made.insert(place, etree.Element(f"{{{W_NS}}}{tag}", {f"{{{W_NS}}}type": "first", f"{{{R_NS}}}id": id}))
    after = next((n for n, one in enumerate(made) if etree.QName(one).localname in _AFTER_FIRST_PAGE), len(made))
    made.insert(after, etree.Element(f"{{{W_NS}}}titlePg"))
    return made


def footer(writing: Writing, document: Document) -> Element:
    """Return the footer, with fields for the number of the page and the number of pages."""
    told = [
        f'<w:fldSimple w:instr=" {_FIELDS[piece]} ">{run("1")}</w:fldSimple>' if piece in _FIELDS else run(piece)
        for piece in _FIELD.split(document.page_label)
    ]
    return part("ftr", paragraph(writing.package.styles["Footer"], "".join(told)))


def core_properties(document: Document) -> bytes:
    """Return title, author, subject, language and date. The date is the document's; without one, none."""
    day = _iso_date(document.date)
    moments = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if day
    )
    author = _text(document.author)
    return (
        XML_HEAD
        + (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{_text(document.title)}</dc:title><dc:subject>{_text(document.subject)}</dc:subject>"
            f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
            f"<dc:language>{LANGUAGE_TAGS[document.language]}</dc:language>"
            f"{moments}</cp:coreProperties>"
        ).encode()
    )


APP_PROPERTIES = XML_HEAD + (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>avtalegen</Application></Properties>"
)


def _text(text: str) -> str:
    return escape(writable(text.replace("\r", " ")))


def _iso_date(text: str | None) -> str | None:
    try:
        return date.fromisoformat(text or "").isoformat()
    except ValueError:
        return None


def _watermark(text: str) -> str:
    """Return a run with the mark across the page, as Word's own watermarks are (VML, behind the text)."""
    width = 90 * len(text)
    scale = min(1.0, 400 / width)
    size = f"width:{round(width * scale)}pt;height:{round(140 * scale)}pt"
    return (
        f'<w:r xmlns:v="{_MICROSOFT}:vml" xmlns:o="{_MICROSOFT}:office:office">'
        "<w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
        ' path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
        '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
        '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"'
        ' o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
        '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
        '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt=""'
        f' style="position:absolute;margin-left:0;margin-top:0;{size};rotation:315;z-index:-251658752;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f"'
        ' fillcolor="#e3e7ec" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string={attribute(text)}/>'
        "</v:shape></w:pict></w:r>"
    )

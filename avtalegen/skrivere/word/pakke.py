"""The package around the text: what the style file brings along, and the zip file that comes out.

A style file is opened once per process. Everything in it that is the same for all documents is serialised
then and kept as bytes, so documents written from several threads share nothing that can change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import docx
from docx.document import Document as StyleDocument
from docx.opc.part import Part
from lxml import etree

from avtalegen.dokument.innhold import Marks
from avtalegen.funn.begge import Begge
from avtalegen.skrivere.stil import StyleError
from avtalegen.skrivere.word.nummerering import LISTS_MARK, abstract_number, mark_lists, number_id, other_marks
from avtalegen.skrivere.word.stildeler import (
    EDITED,
    KEPT,
    LARGEST,
    brought,
    name_of,
    parse,
    unusable,
    with_dependents,
    without_references,
)
from avtalegen.skrivere.word.xml import NAMESPACES, R_NS, RELATIONS_NS, W_NS, XML_HEAD, Element, attribute, serialise

HEADER_PART, FOOTER_PART = "word/topptekst.xml", "word/bunntekst.xml"
HEADER_ID, FOOTER_ID = "topptekst", "bunntekst"
FIRST_HEADER_PART, FIRST_FOOTER_PART = "word/forstetopptekst.xml", "word/forstebunntekst.xml"
"""Those of the first page, when it has its own."""

REQUIRED_STYLES = (
    *(
        "Normal",
        "Body Text",
        "Ledetekst",
        "Title",
        "Subtitle",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Heading 4",
    ),
    *("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"),
    *("List Continue", "List Continue 2", "List Continue 3"),
    *("Bilde", "Merke", "Faktalinje", "Faktaetikett", "Header", "Topptekstmerke", "Footer", "Hyperlink"),
    *("Avtaletabell", "Tabelloverskrift", "Tabellradoverskrift", "Tabelltekst", "Mellomrom"),
    *("Signaturtabell", "Signaturpart", "Signaturlinje", "Signaturfelt", "Signaturnavn", "Signaturtittel"),
)

CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_W = f"{{{W_NS}}}"
_VAL = f"{_W}val"

_LEFT_BEHIND = (
    *("attachedTemplate", "attachedSchema", "evenAndOddHeaders", "mailMerge", "saveThroughXslt"),
    *("docVars", "footnotePr", "endnotePr", "captions"),
)
# This stands in the kept bytes where a document's own language goes.
_LANGUAGE_MARK = "qaa-avtalegen"

_TYPES = "application/vnd.openxmlformats-"
_OWN_TYPES = {
    "word/document.xml": _TYPES + "officedocument.wordprocessingml.document.main+xml",
    HEADER_PART: _TYPES + "officedocument.wordprocessingml.header+xml",
    FOOTER_PART: _TYPES + "officedocument.wordprocessingml.footer+xml",
    "docProps/core.xml": _TYPES + "package.core-properties+xml",
    "docProps/app.xml": _TYPES + "officedocument.extended-properties+xml",
    "docProps/custom.xml": _TYPES + "officedocument.custom-properties+xml",
}
FIRST_TYPES = {FIRST_HEADER_PART: _OWN_TYPES[HEADER_PART], FIRST_FOOTER_PART: _OWN_TYPES[FOOTER_PART]}
_OWN_NAMES = ("[Content_Types].xml", "word/comments.xml", *_OWN_TYPES, *FIRST_TYPES)
_OWN_FOLDERS = ("docprops/", "customxml/", "word/media/avtalegen.")
_WIDEST = 31_680  # twips: the widest paper that Word has


@dataclass(frozen=True, slots=True)
class StylePackage:
    """A style file, opened. Nothing in it depends on a document, and nothing in it can change."""

    styles: Mapping[str, str]
    """Style id of each of the `REQUIRED_STYLES`."""
    parts: Mapping[str, bytes]
    """What the style file brings along: name in the archive → bytes, with marks for language and lists."""
    style_part: str
    """The name of the one of `parts` that holds the styles."""
    marked: frozenset[str]
    """The names of the parts that hold marks."""
    content_types: bytes
    relations: str
    """The relationships from the main part to `parts`, as XML."""
    section: bytes
    """The w:sectPr: paper and margins."""
    text_width: int
    """Twips between the margins."""
    bullets: str
    """Number id of the bullets."""
    numbers: str
    """Id of the w:abstractNum behind numbered lists."""
    next_number: int
    """The first number id that is free."""
    levels: Mapping[tuple[int, Marks], str]
    """The w:lvl of each level of `numbers` with other marks than its own, as XML; none where they are the same."""

    def parts_for(self, language: str, numbered: Iterable[tuple[int, Marks | None]]) -> dict[str, bytes]:
        """Return `parts` for a document in `language` (a tag) with numbered lists on levels, each with its marks."""
        lists = "".join(
            f'<w:num w:numId="{self.next_number + n}"><w:abstractNumId w:val="{self.numbers}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/>'
            f"{self.levels.get((level, marks), '') if marks else ''}</w:lvlOverride></w:num>"
            for n, (level, marks) in enumerate(numbered)
        )
        filled = {
            name: self.parts[name]
            .replace(_LANGUAGE_MARK.encode(), language.encode())
            .replace(f"<!--{LISTS_MARK}-->".encode(), lists.encode())
            for name in self.marked
        }
        return {**self.parts, **filled}


@lru_cache(maxsize=8)
def open_style(data: bytes) -> StylePackage:
    """Open a style file. A `StyleError` says what is wrong with it."""
    try:
        return _opened(data)
    except StyleError:
        raise
    except Exception as error:  # python-docx lets through whatever zipfile, lxml and dict have to say
        raise StyleError(
            Begge(
                "Stilfilen til Word kan ikke brukes: den er ikke en hel Word-fil (.docx) med stiler, nummerering "
                "og marger.",
                "Stilfila til Word kan ikkje brukast: ho er ikkje ei heil Word-fil (.docx) med stilar, nummerering "
                "og margar.",
            ),
            Begge(
                "Åpne og lagre den i Word, eller ta den bort for å bruke stilen som følger med.",
                "Opne og lagre ho i Word, eller ta ho bort for å bruke stilen som følgjer med.",
            ),
        ) from error


def _opened(data: bytes) -> StylePackage:
    """Do what `open_style` does, and raise anything at all for what can't be read."""
    with ZipFile(BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise ValueError
    document = docx.Document(BytesIO(data))
    related = {
        relation.reltype: relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype in KEPT and not relation.is_external
    }
    taken = with_dependents(related.values())
    for part in taken:
        if _has_a_name_of_ours(part):
            name = name_of(part)
            raise unusable(
                Begge(
                    f"delen «{name}» har et navn som avtalegen bruker selv",
                    f"delen «{name}» har eit namn som avtalegen bruker sjølv",
                )
            )
    styles, numbering, settings = (parse(without_references(related[kind])) for kind in EDITED)
    section, text_width = _section(document)
    style_ids = _style_ids(document)
    bullets, numbered = (number_id(styles, style_ids, name) for name in ("List Bullet", "List Number"))
    numbers = abstract_number(numbering, numbered)
    levels = other_marks(numbering, numbers)
    next_number = mark_lists(numbering)
    _mark_language(styles, settings)
    edited = {
        name_of(related[kind]): serialise(root)
        for kind, root in zip(EDITED, (styles, numbering, settings), strict=True)
    }
    return StylePackage(
        styles=style_ids,
        parts={**_blobs(taken), **edited},
        style_part=name_of(related[EDITED[0]]),
        marked=frozenset(edited),
        content_types=_content_types({name_of(part): part.content_type for part in taken}),
        relations="".join(
            relation(kind.rpartition("/")[2], kind, _from("/word", part)) for kind, part in related.items()
        ),
        section=section,
        text_width=text_width,
        bullets=str(bullets),
        numbers=str(numbers),
        next_number=next_number,
        levels=levels,
    )


def relation(id: str, kind: str, target: str, *, external: bool = False) -> str:
    """Return one relationship as XML."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id={attribute(id)} Type="{kind}" Target={attribute(target)}{mode}/>'


def relations(content: str) -> bytes:
    """Return a part with the given relationships."""
    return XML_HEAD + f'<Relationships xmlns="{RELATIONS_NS}">{content}</Relationships>'.encode()


def with_types(content_types: bytes, types: Mapping[str, str]) -> bytes:
    """Return the part with the types of the parts, with those of more parts (name in the archive → type)."""
    return content_types.replace(b"</Types>", f"{_overrides(types)}</Types>".encode())


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the zip file with the parts in the given order.

    The same parts give the same bytes on every machine and day. That is also why nothing is compressed:
    zlib and its replacements (zlib-ng in newer Pythons and distributions) pack the same bytes differently.
    """
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return target.getvalue()


def _has_a_name_of_ours(part: Part) -> bool:
    """Tell whether a part would stand in the place of one that we write."""
    name = name_of(part).casefold()
    return name.startswith(_OWN_FOLDERS) or name.endswith(".rels") or name in map(str.casefold, _OWN_NAMES)


def _from(folder: str, part: Part) -> str:
    """Return the way to `part` as a relationship from a part in `folder` writes it."""
    return str(part.partname.relative_ref(folder))


def _style_ids(document: StyleDocument) -> dict[str, str]:
    found = {style.name: style.style_id for style in document.styles}
    missing = [name for name in REQUIRED_STYLES if not found.get(name)]
    if missing:
        names = ", ".join(f"«{name}»" for name in missing)
        raise unusable(Begge(f"den mangler {names}", f"ho manglar {names}"))
    return {name: found[name] for name in REQUIRED_STYLES}


def _mark_language(styles: Element, settings: Element) -> None:
    """Mark where the document's language goes, and take away what would say otherwise."""
    for properties in styles.iter(f"{_W}rPr"):
        for language in properties.findall("w:lang", NAMESPACES):
            properties.remove(language)
    defaults = styles.find("w:docDefaults/w:rPrDefault/w:rPr", NAMESPACES)
    if defaults is None:
        raise unusable(
            Begge("den har ingen standardskrift (w:docDefaults)", "ho har inga standardskrift (w:docDefaults)")
        )
    values = {_VAL: _LANGUAGE_MARK, f"{_W}eastAsia": _LANGUAGE_MARK, f"{_W}bidi": "ar-SA"}
    etree.SubElement(defaults, f"{_W}lang", values)
    for language in settings.findall("w:themeFontLang", NAMESPACES):
        language.set(_VAL, _LANGUAGE_MARK)
    # They name files on the designer's machine, or parts that we don't have, or hold what programs have noted.
    for tag in _LEFT_BEHIND:
        for element in settings.findall(f"w:{tag}", NAMESPACES):
            settings.remove(element)


def _section(document: StyleDocument) -> tuple[bytes, int]:
    """Return the section properties with our header and footer, and the width of the text in twips."""
    section = parse(etree.tostring(document.element.xpath("./w:body/w:sectPr")[0]))
    for tag in ("headerReference", "footerReference", "titlePg"):
        for element in section.findall(f"w:{tag}", NAMESPACES):
            section.remove(element)
    for n, (tag, id) in enumerate((("headerReference", HEADER_ID), ("footerReference", FOOTER_ID))):
        reference = etree.Element(f"{_W}{tag}", {f"{_W}type": "default", f"{{{R_NS}}}id": id})
        section.insert(n, reference)
    width, *margins = (
        int(section.findall(f"w:{tag}", NAMESPACES)[0].attrib[f"{_W}{side}"])
        for tag, side in (("pgSz", "w"), ("pgMar", "left"), ("pgMar", "right"))
    )
    text_width = width - sum(margins)
    if not 0 < text_width <= _WIDEST:
        raise unusable(
            Begge("det er ikke plass til tekst mellom margene", "det er ikkje plass til tekst mellom margane")
        )
    return etree.tostring(section), text_width


def _blobs(parts: Iterable[Part]) -> dict[str, bytes]:
    blobs = {}
    for part in parts:
        inner = brought(part)
        blobs[name_of(part)] = without_references(part) if part.partname.ext == "xml" else part.blob
        if inner:
            content = "".join(
                relation(r.rId, r.reltype, _from(part.partname.baseURI, r.target_part))
                for r in part.rels.values()
                if r.rId in inner
            )
            blobs[part.partname.rels_uri.membername] = relations(content)
    return blobs


def _content_types(types: Mapping[str, str]) -> bytes:
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
        )
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return XML_HEAD + f'<Types xmlns="{namespace}">{defaults}{_overrides({**_OWN_TYPES, **types})}</Types>'.encode()


def _overrides(types: Mapping[str, str]) -> str:
    return "".join(
        f"<Override PartName={attribute(f'/{name}')} ContentType={attribute(kind)}/>" for name, kind in types.items()
    )

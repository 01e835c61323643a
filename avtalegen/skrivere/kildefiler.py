"""How the files that a document is made of lie in it, and how they are taken out again.

In a Word file they are a custom XML part, which Word and LibreOffice keep when they save, together with the text as it
was written; in a page they are comments; in a PDF, attachments. What is read is untrusted: it is bounded, and anything
that isn't as we write it counts as not there.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64decode, b64encode
from binascii import Error as BinasciiError
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from avtalegen.dokument.innhold import Attachment
from avtalegen.skrivere.word.overskrift import BODY_TEXT
from avtalegen.skrivere.word.tekst import MOST_SECTIONS, Item, Section
from avtalegen.skrivere.word.xml import R_NS, RELATIONS_NS, XML_HEAD, Element, attribute, parse_untrusted

RELATION_ID = "kilde"
PART, PROPERTIES_PART = "customXml/item1.xml", "customXml/itemProps1.xml"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
DESCRIPTIONS = ("YAML-filen som avtalen er laget av", "YAML-fil som avtalen arver fra")
"""What a PDF says of the agreement's own file, and of each of the others."""

MOST_FILES, MOST_BYTES = 20, 10_000_000
"""How many files a document can carry, and how large they can be together: more than an agreement can have."""
MOST_PDF, ROOM_TO_SIGN = 20_000_000, 5_000_000
"""Bytes of a PDF that is read again, since reading one that is made to be slow takes half a second for each million;
and how many of them are left, when it is written, for the signatures that come."""

_MOST_TEXT = 4_000_000  # bytes: as much as is read of the text of a Word file
_NS = "urn:avtalegen:kilde:1"
_PART_NAME = re.compile(r"customXml/item\d*\.xml", re.IGNORECASE)
_COMMENT = re.compile(rb"\s*<!-- avtalegen-kilde: ([A-Za-z0-9+/=]{1,4000}) ([A-Za-z0-9+/=]*) -->")
# Nothing that is put into a page can hold the end of it, so what stands right after is no text or style of anybody's.
_PLACE = re.compile(rb"</html>\s*(?=<!-- avtalegen-kilde: )", re.IGNORECASE)
_RELATIONS = (
    f'<Relationships xmlns="{RELATIONS_NS}"><Relationship Id="rId1" Type="{R_NS}/customXmlProps"'
    f' Target="itemProps1.xml"/></Relationships>'
)
_PROPERTIES = (
    '<ds:datastoreItem ds:itemID="{8D1B0F52-6C1E-4B43-9F57-5A7A6C0E2F11}"'
    ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{_NS}"/></ds:schemaRefs></ds:datastoreItem>'
)


class Carried(NamedTuple):
    """What a Word file carries: the files, the agreement's own first, and the text as written, None if it is lost."""

    files: tuple[Attachment, ...]
    sections: tuple[Section, ...] | None


def word_parts(files: Sequence[Attachment], sections: Sequence[Section]) -> dict[str, bytes]:
    """Return the parts of a Word file that carry the files and the text (name in the archive → bytes)."""
    text = json.dumps(sections, ensure_ascii=False, separators=(",", ":")).encode()
    carried = "".join(
        f'<fil navn={attribute(file.name)} sha256="{_digest(file.data)}">{_base64(file.data)}</fil>' for file in files
    )
    xml = f'<avtale xmlns="{_NS}">{carried}<tekst sha256="{_digest(text)}">{_base64(text)}</tekst></avtale>'
    return {
        PART: XML_HEAD + xml.encode(),
        PROPERTIES_PART: XML_HEAD + _PROPERTIES.encode(),
        "customXml/_rels/item1.xml.rels": XML_HEAD + _RELATIONS.encode(),
    }


def in_word(parts: Mapping[str, bytes]) -> Carried | None:
    """Return what the parts of a Word file carry, None when they carry nothing of ours."""
    for name in sorted(parts):
        # Word renumbers the part when it has others of the kind.
        if _PART_NAME.fullmatch(name) and _NS.encode() in parts[name]:
            try:
                root = parse_untrusted(parts[name])
            except ValueError:
                continue
            if root.tag == f"{{{_NS}}}avtale" and (carried := _carried(root)):
                return carried
    return None


def _carried(root: Element) -> Carried | None:
    elements = root.findall(f"{{{_NS}}}fil")[: MOST_FILES + 1]
    files = within_limits((e.get("navn") or "", _content(e)) for e in elements)
    text = root.find(f"{{{_NS}}}tekst")
    written = None if text is None else _content(text)
    return Carried(files, None if written is None else _sections(written)) if files else None


def _content(element: Element) -> bytes | None:
    data = _decoded("".join((element.text or "").split()))
    return data if data is not None and _digest(data) == element.get("sha256") else None


def _sections(data: bytes) -> tuple[Section, ...] | None:
    try:
        read = json.loads(data) if len(data) <= _MOST_TEXT else None
        if not isinstance(read, list) or len(read) > MOST_SECTIONS:
            return None
        return tuple(Section(_text(heading), _level(level), tuple(map(_item, items))) for heading, level, items in read)
    except (ValueError, TypeError, RecursionError):
        return None


def _level(read: object) -> int:
    if type(read) is not int or not 0 <= read <= BODY_TEXT:
        raise ValueError("not a level")
    return read


def _item(read: object) -> Item:
    if isinstance(read, list) and read:
        return tuple(map(_text, read))
    return _text(read)


def _text(read: object) -> str:
    if not isinstance(read, str):
        raise TypeError("not a text")
    return read


def html_comments(files: Sequence[Attachment]) -> Iterator[str]:
    """Give the lines that carry the files, to stand right after the end of a page."""
    for file in files:
        yield f"<!-- avtalegen-kilde: {_base64(file.name.encode())} {_base64(file.data)} -->"


def in_html(data: bytes) -> tuple[Attachment, ...]:
    """Return the files that a page carries, the agreement's own first; none when it carries nothing of ours."""
    places = [place.end() for place in _PLACE.finditer(data)]
    found: list[tuple[str, bytes | None]] = []
    at = places[-1] if places else len(data)
    while len(found) <= MOST_FILES and (match := _COMMENT.match(data, at)):
        name = _decoded(match[1].decode())
        found.append(("" if name is None else name.decode(errors="replace"), _decoded(match[2].decode())))
        at = match.end()
    return within_limits(found)


def within_limits(found: Iterable[tuple[str, bytes | None]]) -> tuple[Attachment, ...]:
    """Return the files found; none at all when one of them is broken, or they are more than a document can carry."""
    files: list[Attachment] = []
    size = 0
    for name, data in found:
        size += len(data or b"")
        if data is None or not name or len(files) == MOST_FILES or size > MOST_BYTES:
            return ()
        files.append(Attachment(name, data))
    return tuple(files)


def _base64(data: bytes) -> str:
    return b64encode(data).decode()


def _decoded(text: str) -> bytes | None:
    try:
        return b64decode(text, validate=True)
    except (BinasciiError, ValueError):
        return None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

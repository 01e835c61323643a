"""The parts of an untrusted Word file: how much of them may be read, and how they are related."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from avtalegen.skrivere.word.xml import RELATIONS_NS, Element, parse_untrusted

# Generous for an agreement with a coat of arms and embedded typefaces, far below what exhausts a machine.
_MAX_ENTRIES = 500
_MAX_BYTES = 50_000_000
_MAX_SIGNATURES = 5_000  # entries, also those of files within the file that are archives themselves
# Those that Word knows. The others are unpacked in one go, however large.
_COMPRESSION = {ZIP_STORED, ZIP_DEFLATED}

_MOST_XML = 4_000_000
"""Bytes of XML that are read of one file: the text of an agreement is some hundred thousand."""
_RELATIONSHIP = f"{{{RELATIONS_NS}}}Relationship"


class TooMuchError(ValueError):
    """There is more to read than an agreement has."""


def read_parts(data: bytes) -> dict[str, bytes] | None:
    """Return the parts of an untrusted Word file (name in the archive → bytes), None when there is too much in it.

    A broken archive raises whatever zipfile does.
    """
    # The table of contents is read whole, however long: count first.
    if len(data) > _MAX_BYTES or data.count(b"PK\x01\x02") > _MAX_SIGNATURES:
        return None
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        names = {entry.filename for entry in entries}
        size = sum(entry.file_size for entry in entries)
        if len(names) < len(entries) or len(entries) > _MAX_ENTRIES or size > _MAX_BYTES:
            return None
        if any(entry.compress_type not in _COMPRESSION for entry in entries):
            return None
        parts = {}
        for entry in entries:
            with archive.open(entry) as part:
                # What an entry says of its size need not be true.
                parts[entry.filename] = part.read(entry.file_size + 1)
        return parts


class Pakke:
    """The parts of a file, and how much of them may still be read."""

    def __init__(self, parts: Mapping[str, bytes], most: int = _MOST_XML) -> None:
        self._parts = parts
        self._left = most

    def hoveddel(self) -> str:
        """Return the name of the part that the text is in."""
        return next((target for kind, target in self.related("") if kind == "officeDocument"), "word/document.xml")

    def lenker(self, name: str) -> dict[str, str]:
        """Return where the links of a part lead, by their ids in it."""
        return {e.get("Id", ""): e.get("Target", "") for e in self._relationships(name) if _kind(e) == "hyperlink"}

    def counted(self, name: str) -> bytes:
        """Return a part that is going to be read."""
        self._left -= len(self._parts[name])
        if self._left < 0:
            raise TooMuchError("more text than an agreement has")
        return self._parts[name]

    def parsed(self, name: str) -> Element:
        """Return the root of a part."""
        return parse_untrusted(self.counted(name))

    def related(self, name: str) -> Iterator[tuple[str, str]]:
        """Give kind and name of the parts that a part («» is the package) is related to; they need not be there."""
        folder = posixpath.dirname(name)
        for element in self._relationships(name):
            if element.get("TargetMode") != "External":
                # From the top of the package when it begins with a stroke, as Word Online writes it.
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
                yield _kind(element), target.lstrip("/")

    def _relationships(self, name: str) -> Iterator[Element]:
        folder, _, base = name.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations in self._parts:
            yield from self.parsed(relations).iter(_RELATIONSHIP)


def _kind(relationship: Element) -> str:
    return relationship.get("Type", "").rpartition("/")[2]

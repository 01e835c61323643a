"""The mark by which the tool knows a PDF that it wrote itself and that nobody has touched, and what it is made of.

The file's keywords hold a hash over the whole file, computed with zeros in place of the hash. The keywords stand
in two places that are never compressed: PDF/A wants the metadata readable by machines that know no PDF.
"""

from __future__ import annotations

import hashlib
import re

from avtalegen.skrivere import opphav
from avtalegen.skrivere.segl import State

_NAME = "avtalegen-fingeravtrykk:"
_MARK = _NAME.encode()
_ZEROS = b"0" * 64
# The mark stands first, for that is what can be looked for in a whole file; what stands before it, is looked back at.
_BEFORE = (rb"/Keywords\(", rb"/Keywords \(", rb"<pdf:Keywords>")
_PLACE = re.compile(_MARK + b"(?:%s)[0-9a-f]{64}" % b"|".join(b"(?<=%s%s)" % (before, _MARK) for before in _BEFORE))
_ORIGIN = re.compile(rb"<pdf:Keywords>[^<]{0,999}, %s:(%s)" % (opphav.NAME.encode(), opphav.PATTERN))
# What a file tells of its making: who made it, and what it is known by. Bounded, for a file can come from anyone.
_MAKING = re.compile(
    rb"/(?:Creator|Keywords) ?\([^()]{0,999}\)|<(?:pdf:Keywords|xmp:CreatorTool|stEvt:softwareAgent)>[^<]{0,999}<"
    rb"|nstanceID>[^<]{0,999}<|/Length \d{1,9}(?=/Type/Metadata)"
)
# Where in the file its parts stand: a table from here to the end of what was written in one go.
_TABLE, _TABLE_END = re.compile(rb"\bxref\s{1,9}\d{1,9} \d{1,9}\s{1,9}\d{10} "), b"%%EOF"


def keywords(origin: str | None) -> list[str]:
    """Return the keywords of a file made of `origin` (`opphav.origin`), as they stand before its hash is known."""
    return [f"{_NAME}{_ZEROS.decode()}", *([f"{opphav.NAME}:{origin}"] if origin else [])]


def signed(data: bytes) -> bytes:
    """Return the file with the hash in place of the zeros among its keywords."""
    return _filled(data, _digest(data))


def fingerprint_state(data: bytes) -> State:
    """Tell whether the tool wrote this file and nobody changed it since.

    «urørt»: exactly as written. «endret»: written by the tool, then signed, edited or saved by something else.
    «fremmed»: anything else. Reads untrusted bytes, never raises.
    """
    if not data.startswith(b"%PDF-") or not _PLACE.search(data):
        return "fremmed"
    return "urørt" if data == _filled(data, _digest(data)) else "endret"


def trace(data: bytes) -> opphav.Trace:
    """Return what an untouched PDF of ours tells of itself."""
    found = _ORIGIN.search(data)
    return opphav.Trace(found[1].decode() if found else None, _MAKING.sub(b"", _without_tables(data)).rstrip(b"\n"))


def _without_tables(data: bytes) -> bytes:
    pieces, at = [], 0
    while (table := _TABLE.search(data, at)) and (end := data.find(_TABLE_END, table.end())) >= 0:
        pieces.append(data[at : table.start()])
        at = end + len(_TABLE_END)
    return b"".join((*pieces, data[at:]))


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(_filled(data, _ZEROS)).hexdigest().encode()


def _filled(data: bytes, digits: bytes) -> bytes:
    return _PLACE.sub(_MARK + digits, data)

"""The mark by which the tool knows a PDF that it wrote itself and that nobody has touched.

The file's keywords hold a hash over the whole file, computed with zeros in place of the hash. The keywords stand
in two places that are never compressed: PDF/A wants the metadata readable by machines that know no PDF.
"""

from __future__ import annotations

import hashlib
import re

from avtalegen.skrivere.segl import State

_NAME = "avtalegen-fingeravtrykk:"
_ZEROS = b"0" * 64
KEYWORD = f"{_NAME}{_ZEROS.decode()}"
"""The keyword as it stands before the hash is known."""

_PLACE = re.compile(rb"((?:/Keywords ?\(|<pdf:Keywords>)" + _NAME.encode() + rb")([0-9a-f]{64})")


def signed(data: bytes) -> bytes:
    """Return the file with the hash in place of the zeros in `KEYWORD`."""
    return _filled(data, _digest(data))


def fingerprint_state(data: bytes) -> State:
    """Tell whether the tool wrote this file and nobody changed it since.

    «urørt»: exactly as written. «endret»: written by the tool, then signed, edited or saved by something else.
    «fremmed»: anything else. Reads untrusted bytes, never raises.
    """
    if not data.startswith(b"%PDF-") or not _PLACE.search(data):
        return "fremmed"
    return "urørt" if data == _filled(data, _digest(data)) else "endret"


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(_filled(data, _ZEROS)).hexdigest().encode()


def _filled(data: bytes, digits: bytes) -> bytes:
    return _PLACE.sub(lambda found: found[1] + digits, data)

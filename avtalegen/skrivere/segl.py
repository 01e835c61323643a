"""The fingerprints of text files: comments last in them, by which the tool knows what it wrote, and of what."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

from avtalegen.skrivere import opphav

State = Literal["urørt", "endret", "fremmed", "sporet"]
"""What a finished file is: as we wrote it, changed since, never ours, or, as we wrote it, the changes between two
editions, which is never made again in the place of one of them."""
_MARK = re.compile(rb"<!-- avtalegen-fingeravtrykk: ([0-9a-f]{64}) -->\n")
_ORIGIN = re.compile(rb"<!-- %s: (%s) -->\n\Z" % (opphav.NAME.encode(), opphav.PATTERN))


def seal(text: str, origin: str | None = None) -> bytes:
    """Return `text`, which ends with a line feed, as UTF-8 with comments last that hold two fingerprints.

    The first one is `origin`, if it is given; the last one is that of all that stands before it.
    """
    data = (text if origin is None else f"{text}<!-- {opphav.NAME}: {origin} -->\n").encode()
    return data + b"<!-- avtalegen-fingeravtrykk: %s -->\n" % hashlib.sha256(data).hexdigest().encode()


def seal_state(data: bytes) -> State:
    """Tell whether `seal` made these bytes and nobody changed them since.

    «urørt»: as written; line ends that git has turned into Windows' own count as such. «endret»: the mark is there,
    but does not fit. «fremmed»: there is no mark.
    """
    data = data.replace(b"\r\n", b"\n")
    marks = list(_MARK.finditer(data if data.endswith(b"\n") else data + b"\n"))
    if not marks:
        return "fremmed"
    last = marks[-1]
    whole = last.end() == len(data) and last[1] == hashlib.sha256(data[: last.start()]).hexdigest().encode()
    return "urørt" if whole else "endret"


def seal_trace(data: bytes) -> opphav.Trace:
    """Return what untouched bytes that `seal` made tell of themselves."""
    text = _MARK.sub(b"", data.replace(b"\r\n", b"\n"))
    found = _ORIGIN.search(text)
    return opphav.Trace(found[1].decode(), text[: found.start()]) if found else opphav.Trace(None, text)

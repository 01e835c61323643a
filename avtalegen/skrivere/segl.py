"""The fingerprint of text files: a comment last in them, by which the tool knows what it wrote."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

State = Literal["urørt", "endret", "fremmed"]
"""What a finished file is: as we wrote it, changed since, or never ours."""
_MARK = re.compile(rb"<!-- avtalegen-fingeravtrykk: ([0-9a-f]{64}) -->\n")


def seal(text: str) -> bytes:
    """Return `text`, which ends with a line feed, as UTF-8 with a comment last that holds the fingerprint of it."""
    data = text.encode()
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

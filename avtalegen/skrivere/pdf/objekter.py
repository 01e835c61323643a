"""A PDF from the compiler in its pieces, so that some can be exchanged: the table of offsets is made anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])")


def taken_apart(data: bytes) -> tuple[list[bytes], bytes] | None:
    """Return the head of a file and each object by its number, and what comes after the table of offsets.

    None when it isn't put together as the compiler does.
    """
    start = _START.search(data)
    if start is None:
        return None
    table = int(start[1])
    entries = [*_ENTRY.finditer(data, table)]
    offsets = [int(entry[1]) for entry in entries[1:]] + [table]
    pieces = [data[a:b] for a, b in pairwise(offsets)]
    return [data[: offsets[0]], *pieces], data[entries[-1].end() :]


def joined(objects: Sequence[bytes], tail: bytes) -> bytes:
    """Return the file with the given objects, and what `taken_apart` says comes after the table of offsets.

    It ends with a line feed: PDF/A wants what somebody adds, as when they sign, to begin on a line of its own.
    """
    entries = [b"0000000000 65535 f"]
    at = len(objects[0])
    for body in objects[1:]:
        entries.append(b"%010d 00000 n" % at)
        at += len(body)
    trailer = tail[: tail.rindex(b"startxref")].lstrip()
    lines = b"".join(entry + b" \n" for entry in entries)
    return b"".join((*objects, b"xref\n0 %d\n" % len(entries), lines, trailer, b"startxref\n%d\n%%%%EOF\n" % at))

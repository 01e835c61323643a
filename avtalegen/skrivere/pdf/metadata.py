"""Who made a PDF, as the file tells it: avtalegen, and not the compiler with its version.

The compiler's Python package has no word for it. What the compiler calls the file (its instance) is computed from all
that is in it, so that is made anew too; then two versions of the compiler that lay it out alike give the same bytes.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode

from avtalegen.skrivere.pdf.objekter import joined

_CREATOR = b"avtalegen"
_LENGTH = re.compile(rb"/Length \d+")
_STREAM = re.compile(rb"(?<=>>\nstream\n).*(?=\nendstream)", re.DOTALL)
_TOOL = re.compile(rb"(?<=<xmp:CreatorTool>)[^<]*|(?<=<stEvt:softwareAgent>)[^<]*")
# What the compiler was told of when the file was made, where nobody knows.
_TOLD_DAYS = re.compile(rb"<(xmp:ModifyDate|xmp:CreateDate|stEvt:when)>[^<]*</\1>")
_DAYS = re.compile(rb"(?:/(?:ModDate|CreationDate)\(D:\d+Z?\))+(?=>>\s*endobj\s*\Z)")
_INFO = re.compile(rb"/Info (\d+) 0 R")
_INSTANCE = re.compile(rb"<xmpMM:InstanceID>([A-Za-z0-9+/=]{24})<")


def as_ours(objects: list[bytes], tail: bytes, *, dated: bool) -> bytes:
    """Return a PDF of what `taken_apart` gave, which says that avtalegen made it; when, only if it is `dated`."""
    for n, body in enumerate(objects):
        if b"/Type/Metadata/Subtype/XML" in body[:100]:
            objects[n] = _metadata(body, dated=dated)
    if info := _INFO.search(tail):
        # The last of them: the title, where anything may be written, stands before it.
        before, name, after = objects[int(info[1])].rpartition(b"/Creator(")
        told = before + name + (_CREATOR + after[after.index(b")") :] if name else after)
        objects[int(info[1])] = told if dated else _DAYS.sub(b"", told)
    made = joined(objects, tail)
    found = _INSTANCE.search(made)
    if found is None:
        return made
    old = found[1]
    new = b64encode(hashlib.sha256(made.replace(old, b"0" * len(old))).digest()[:16])
    return made.replace(old, new)


def _metadata(body: bytes, *, dated: bool) -> bytes:
    body = _TOOL.sub(_CREATOR, body)
    if not dated:
        body = _TOLD_DAYS.sub(b"", body)
    stream = _STREAM.search(body)
    return _LENGTH.sub(b"/Length %d" % len(stream[0]), body, count=1) if stream else body

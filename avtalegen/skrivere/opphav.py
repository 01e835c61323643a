"""What a document is made of, as a fingerprint: it tells whether the YAML would give the same document today.

The bytes of a file also depend on the versions of avtalegen and of what it is built on; this does not. Every format
carries it beside the fingerprint of its own bytes, which says whether somebody has touched the file since.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from avtalegen.dokument.formater import FORMATS
from avtalegen.dokument.innhold import Document, Paragraph, Signatures, Text
from avtalegen.dokument.skrift import FOLDER
from avtalegen.skrivere.disposisjon import signers
from avtalegen.skrivere.stil import Style

NAME = "avtalegen-opphav"
"""What the fingerprint is called in a file."""
_SIGNED = "-signert"
PATTERN = rb"[0-9a-f]{64}(?:%s)?" % _SIGNED.encode()
"""A fingerprint as a file has it; that of a signed edition says so."""
# What a Typst style says of itself: a copy of ours that nobody has changed yet, begins with a line about that. Letters
# alone, for Typst ends such a line at other signs than a line feed too.
_PREFACE = re.compile(rb"\A(?://(?:[ -~]|\xc3[\x80-\xbf])*\n)+")


class Trace(NamedTuple):
    """What an untouched file tells: the fingerprint of what it was made of, and all that isn't about its making.

    There is no fingerprint (None) in files from before avtalegen wrote it.
    """

    origin: str | None
    rest: Hashable

    @property
    def signed(self) -> bool:
        """Whether the file is an edition that the parties have signed."""
        return self.origin is not None and self.origin.endswith(_SIGNED)


def same(one: Trace, other: Trace) -> bool:
    """Tell whether two files are made of the same, or are equal but for what they tell of their making."""
    return (one.origin is not None and one.origin == other.origin) or one.rest == other.rest


def origin(document: Document, format: str, style: Style) -> str:
    """Return the fingerprint of what a document is made of: 64 hexadecimal digits, and that it is signed.

    The same for all versions of avtalegen that give the same `Document`: a field of it that has its default value
    leaves no trace, so new fields can come.
    """
    if document.notes and not FORMATS[format].notes:
        document = replace(document, notes=())
    if document.signature_fields and not (FORMATS[format].signed and any(signers(document.blocks))):
        document = replace(document, signature_fields=False)
    style_file = _digest_of_style(style.content, with_preface=not FORMATS[format].typefaces)
    made_of = f'{{"document":{_told(document)},"format":"{format}","style":"{style_file}"'
    if FORMATS[format].typefaces:
        made_of += f',"typefaces":["{_our_typefaces()}"'
        made_of += "".join(f',[{_quoted(name)},"{_digest(data)}"]' for name, data in style.typefaces) + "]"
    digest = _digest(f"{made_of}}}".encode())
    return digest + _SIGNED if any(signing.signed for signing in _signings(document)) else digest


@lru_cache(maxsize=8)
def _digest_of_style(content: bytes, *, with_preface: bool) -> str:
    # The same for all the documents of a process.
    return _digest(content if with_preface else _PREFACE.sub(b"", content))


def _signings(document: Document) -> Iterator[Signatures]:
    return (block for block in document.blocks if isinstance(block, Signatures))


def _told(value: Any) -> str:
    """Return a part of a document as JSON, which is put together here: a document has a thousand of them."""
    kind = value.__class__
    if kind is str:
        return _quoted(value)
    if kind is Text and not (value.bold or value.italic or value.language):
        return f'{{"":"Text","text":{_quoted(value.text)}}}'  # as below: the most of what there is
    if kind is Paragraph and not (value.lead or value.language or value.quote):
        return f'{{"":"Paragraph","content":[{",".join(map(_told, value.content))}],"id":{_quoted(value.id)}}}'
    if kind is tuple:
        return f"[{','.join(map(_told, value))}]"
    if kind is int:
        return str(value)
    if kind is bool or value is None:
        return _CONSTANTS[value]
    if kind is bytes:
        return f'"{_digest(value)}"'
    named = _fields(kind)
    if named is None:
        return json.dumps(value)
    told = [f'{{"":"{kind.__name__}"']
    for name, default in named:
        content = getattr(value, name)
        if content is not default and content != default:
            told.append(f'"{name}":{_told(content)}')
    return f"{','.join(told)}}}"


_quoted = json.encoder.encode_basestring_ascii
_CONSTANTS = {None: "null", True: "true", False: "false"}


@lru_cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...] | None:
    if not is_dataclass(kind):
        return None
    return tuple((field.name, field.default) for field in sorted(fields(kind), key=lambda field: field.name))


@lru_cache(maxsize=1)
def _our_typefaces() -> str:
    files = sorted(FOLDER.glob("*.ttf"), key=lambda file: file.name)
    return _digest(b"".join(f"{file.name} {_digest(file.read_bytes())}\n".encode() for file in files))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

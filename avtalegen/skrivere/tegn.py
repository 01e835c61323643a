"""Which characters can stand in a document: all formats drop the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from avtalegen.dokument.innhold import Inline

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 can't hold (https://www.w3.org/TR/xml/#charsets)."""


def writable(text: str) -> str:
    """Drop the characters that no document can hold, and write every line break as a line feed."""
    if text.isprintable():  # nearly every text: none of them is
        return text
    return _ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def writable_characters(content: tuple[Inline, ...]) -> str:
    """Return the characters of `content` alone, those that can be written."""
    from avtalegen.dokument.innhold import characters

    return writable(characters(content))

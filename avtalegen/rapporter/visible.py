"""Text from files, made safe and visible for a terminal, and how many cells wide it is there."""

from __future__ import annotations

import re
import shlex
import unicodedata
from functools import cache

_TAB = "→   "
_ZERO_WIDTH_JOINER = "\u200d"
# Letters with a cell each, and the dashes, quotes and dots that Norwegian is written with.
_NARROW = re.compile("[\\x20-\\x7e\\u00a0-\\u02ff\\u2010-\\u2027\\u2030-\\u205e]*")
_PICTURES = 0x2400  # ␀, the first of the pictures that stand for the control characters


def visible(text: str) -> str:
    """Return `text` on one line, with a picture or a code for every character that would act or not be seen.

    Control characters could steer the terminal, bidirectional overrides could show other text than the file
    has, and lone surrogates (names that are not UTF-8) can't be written at all.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def typed(name: str) -> str:
    """Return the name of a file as it is written in a shell, for a command that the reader may run."""
    shown = visible(name)
    return shlex.quote(shown) if re.search(r"[^\w@%+=:,./…-]", shown) else shown


@cache
def _shown(character: str) -> str:
    code = ord(character)
    category = unicodedata.category(character)
    if character == "\t":
        return _TAB
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "␡"
    if category == "Cs":
        return "\ufffd"
    if category in {"Cc", "Cf", "Zl", "Zp"} and character != _ZERO_WIDTH_JOINER:
        return f"<U+{code:04X}>"
    return character


def one_each(text: str) -> bool:
    """Return whether each character of `text` is shown as itself, in one cell."""
    return text.isprintable() and _NARROW.fullmatch(text) is not None


def cells(text: str) -> int:
    """Return how many cells of a terminal visible `text` fills: «漢» and emoji 2, a combining mark none."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth, wcwidth

    width = wcswidth(text)
    return width if width >= 0 else sum(max(0, wcwidth(character)) for character in text)

"""Titles and headings that have no room on one line: broken where the lines become about as long.

On the web page the browser does so (`text-wrap: balance`); in a PDF the style measures. Word has no word for it, so the
lines are reckoned here, and the paragraph is made no wider than they need.
"""

from __future__ import annotations

import re
from dataclasses import replace

from avtalegen.dokument.innhold import Inline, Text, characters
from avtalegen.skrivere.bredde import width

# A line may end after a hyphen too.
_BREAKS = re.compile(r"(?<= )|(?<=[-–])(?=\w)")
# A last word with no more characters does not stand alone, unless the one before it is long.
_SHORT_WORD, _LONG_PAIR = 12, 30
_LAST_TWO = re.compile(r"(?<=\S) (?=\S+$)")


def kept_from_end(text: str, room: int) -> str:
    """Return a text in bold with its last word, if that is short, held to the one before.

    `room` is what a line has room for, in hundredths of the size of the text. What fits on one line is as it is.
    """
    words = text.split(" ")
    if len(words) < 3 or "\n" in text or _wide(text) <= room:
        return text
    short = len(words[-1]) <= _SHORT_WORD and len(words[-2]) + len(words[-1]) <= _LONG_PAIR
    return _LAST_TWO.sub("\u00a0", text) if short and words[-1] else text


def content_kept_from_end(content: tuple[Inline, ...], room: int) -> tuple[Inline, ...]:
    """Return the content of a heading, as `kept_from_end` has its text."""
    whole = characters(content)
    kept = kept_from_end(whole, room)
    last = content[-1] if content else None
    if kept == whole or not isinstance(last, Text) or " " not in last.text:
        return content
    return (*content[:-1], replace(last, text=_LAST_TWO.sub("\u00a0", last.text)))


def balanced(text: str, room: int) -> int | None:
    """Return the least room that gives a text in bold as few lines as `room` does; None when it has one line."""
    lines = _lines(text, room)
    if lines < 2 or "\n" in text:
        return None
    least, most = room // lines, room
    while least < most:
        middle = (least + most) // 2
        if _lines(text, middle) > lines:
            least = middle + 1
        else:
            most = middle
    return most


def _wide(text: str) -> int:
    """Return how wide a text in bold is: about half a hundredth a letter less than what is rounded up."""
    return width(text, bold=True) - len(text) // 2


def _lines(text: str, room: int) -> int:
    """Return how many lines a text has. A word that is wider than the line has none to spare: it counts as many."""
    lines, at = 1, 0
    for piece in filter(None, _BREAKS.split(text)):
        wide, bare = _wide(piece), _wide(piece.rstrip(" "))
        if bare > room:
            return len(text) + 1
        if at and at + bare > room:
            lines, at = lines + 1, 0
        at += wide
    return lines

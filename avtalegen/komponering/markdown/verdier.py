"""What a template prints of the agreement, held out of the Markdown until that has been read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Protocol

from avtalegen.dokument.innhold import Block, Inline, Language
from avtalegen.komponering.spor.sporing import Grunn, byttet, uten
from avtalegen.modell.former import Markdown
from avtalegen.modell.linjer import html_kommentarer

OPEN, CLOSE = "\ue000", "\ue001"
BREAK = "\ue002"
"""A line break within a line of Markdown, such as a cell of a table."""
# Overrides and isolates turn the order of what follows around: an agreement must read as it is written.
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_BREAKS = frozenset("\v\f\x85\u2028\u2029")

Held = str | Inline | Block | Grunn
"""What a mark stands for. `Markdown` and a block need a paragraph of their own in the template."""


def printable(text: str) -> str:
    """Return `text` without the characters that no document may hold.

    They are control characters, lone surrogates, non-characters, bidirectional overrides, our own marks, and the
    comments of HTML. Line breaks stay, of whatever kind they are; tabs become spaces.
    """
    # Nearly every text ends here. What is left out below is never printable.
    if "<!--" in text:
        text = uten(text, html_kommentarer(text))
    if text.isprintable() or all(map(str.isprintable, str.split(text, "\n"))):
        return text
    return byttet(text, _kept)


def _kept(c: str) -> str:
    if c.isprintable() or c == "\n":
        return c
    if c in _BREAKS:
        return "\n"
    if c in _BIDI or c in (OPEN, CLOSE, BREAK):
        return ""
    category = unicodedata.category(c)
    if category == "Zs" or c == "\t":
        return c if category == "Zs" else " "
    # Format characters join emoji and letters; the other kinds have no place in a text.
    return c if category in ("Cf", "Co") else ""


class Languages(Protocol):
    """Knows which of the values that a template prints are in another language than the document."""

    def language(self, text: str) -> Language | None:
        """Return the language of a text as a whole; None: that of the document."""

    def shown(self, text: str) -> str:
        """Return a text as it is shown."""

    def runs(self, text: str) -> Iterable[tuple[str, Language | None]]:
        """Give `text` in pieces, each with its language; None: that of the document."""


class Values:
    """The values of one section, each held under a number."""

    def __init__(self, languages: Languages | None = None) -> None:
        self._held: list[Held] = []
        self.languages = languages

    def hold(self, value: Held) -> str:
        """Keep `value` and return the mark that stands in for it."""
        self._held.append(printable(value) if isinstance(value, str) and not isinstance(value, Markdown) else value)
        return f"{OPEN}{len(self._held) - 1}{CLOSE}"

    def hold_text(self, text: str) -> str:
        """Keep a text that is no Markdown and return the mark that stands in for it."""
        held = self._held
        held.append(text if text.isprintable() and "<!--" not in text else printable(text))
        return f"{OPEN}{len(held) - 1}{CLOSE}"

    def hold_reason(self, reason: Grunn) -> str:
        """Keep why the words that follow are there, and return the mark that stands where they begin or end."""
        held = self._held
        held.append(reason)
        return f"{OPEN}{len(held) - 1}{CLOSE}"

    def __getitem__(self, number: int) -> Held:
        return self._held[number]

"""Patterns that few texts have a use for: made when a text has one of their words, and not when they are read."""

from __future__ import annotations

import re
from functools import cached_property


class Mønster:
    """A pattern for casefolded text, compiled the first time that a text has one of the words it needs.

    To compile a long pattern takes a thousand times as long as to look for its words, and most agreements have none.
    `krever` are words of which one must stand in a text that it matches: they may be parts of words.
    """

    def __init__(self, uttrykk: str, *krever: str) -> None:
        self._uttrykk = uttrykk
        self._krever = krever

    @cached_property
    def _ferdig(self) -> re.Pattern[str]:
        return re.compile(self._uttrykk)

    def search(self, tekst: str) -> re.Match[str] | None:
        """Return the first match in the text, or None."""
        return self._ferdig.search(tekst) if any(ord_ in tekst for ord_ in self._krever) else None

    def sub(self, nytt: str, tekst: str) -> str:
        """Return the text with each match replaced."""
        return self._ferdig.sub(nytt, tekst) if any(ord_ in tekst for ord_ in self._krever) else tekst

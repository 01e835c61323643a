"""Patterns that few texts have a use for: made when a text has one of their words, and not when they are read."""

from __future__ import annotations

import re
from functools import cached_property


class Mønster:
    """A pattern for casefolded text, compiled the first time that a text has one of the words it needs.

    To compile a long pattern takes a thousand times as long as to look for its words, and most agreements have none.
    `krever` are words of which one must stand in a text that it matches: they may be parts of words. So must one of
    those in `også`, when there are any.
    """

    def __init__(self, uttrykk: str, *krever: str, også: tuple[str, ...] = ("",)) -> None:
        self._uttrykk = uttrykk
        self._krever = krever
        self._også = også

    def kan_være_i(self, tekst: str) -> bool:
        """Tell whether the text has the words that the pattern needs."""
        return any(map(tekst.__contains__, self._krever)) and any(map(tekst.__contains__, self._også))

    @cached_property
    def _ferdig(self) -> re.Pattern[str]:
        return re.compile(self._uttrykk)

    def search(self, tekst: str) -> re.Match[str] | None:
        """Return the first match in the text, or None."""
        return self._ferdig.search(tekst) if self.kan_være_i(tekst) else None

    def sub(self, nytt: str, tekst: str) -> str:
        """Return the text with each match replaced."""
        return self._ferdig.sub(nytt, tekst) if self.kan_være_i(tekst) else tekst

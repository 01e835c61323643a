"""How much a file may hold before it is no agreement: counted, so that it is the same on every machine."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """How much a file may hold: bytes, levels inside each other, and values and their characters, aliases expanded.

    A line counts as `line` characters more than it has: it takes as much of a page. Of one value: characters, lines,
    and characters of its longest word. They count, so that what is too much for a document is the same on every
    machine and in every format.
    """

    bytes: int = 2_000_000
    depth: int = 40
    nodes: int = 20_000
    characters: int = 500_000
    line: int = 40
    value: int = 50_000
    lines: int = 1_000
    word: int = 1_000

    def size(self, value: str) -> int:
        """Return how many characters a value counts as."""
        return len(value) + self.line * value.count("\n")

    def passed_by(self, value: str) -> tuple[str, int, int] | None:
        """Return which limit a value is beyond («tegn», «linjer» or «ord»), how long it is, and the most; or None."""
        if len(value) > self.value:  # and no more is counted: it may be very long
            return "tegn", len(value), self.value
        for what, length, most in (
            ("linjer", value.count("\n"), self.lines),
            ("ord", max(map(len, value.split()), default=0), self.word),
        ):
            if length > most:
                return what, length, most
        return None

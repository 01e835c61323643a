"""A syntax error together with the lines around it, and how a line of YAML is taken apart to explain it."""

from __future__ import annotations

import re
from sys import maxsize
from typing import NamedTuple

from avtalegen.funn.diagnostic import Span
from avtalegen.modell.senere import senere

# Blanks, dashes, and the name in quotes or without, up to the colon that makes it a field.
_FIELD = senere(
    r"""(?P<front>[ ]*(?:-[ ]+)*)"""
    r"""(?P<name>"[^"]*"[ ]*|'[^']*'[ ]*|(?![\s"'#]|-\s)(?:[^:#]|:(?=\S))*):(?=\s|\Z)"""
)
_PAIRS = {'"': '"', "'": "'", "“": "”", "„": "“", "«": "»", "”": "”"}


class Complaint(NamedTuple):
    """What the parser said, and where: (row, column) from 0.

    `bracket` is where the innermost open bracket stands. `quoted` is the stretch of the last text in quotes
    over several lines.
    """

    problem: str
    context: str
    place: tuple[int, int]
    context_place: tuple[int, int] | None = None
    bracket: tuple[int, int] | None = None
    quoted: tuple[int, int, int, int] | None = None


class Field(NamedTuple):
    """The first field on a line: its name, its columns (from 0), and where the value begins."""

    name: str
    start: int
    end: int
    value: int


class Case(NamedTuple):
    """A complaint and the file that it is about. `row` and `column` (from 0) lie within `lines`."""

    complaint: Complaint
    file: str
    lines: list[str]
    row: int
    column: int

    @property
    def line(self) -> str:
        """The line of the error."""
        return self.lines[self.row]

    @property
    def character(self) -> str:
        """The character at the error; empty at the end of a line."""
        return self.line[self.column : self.column + 1]

    @property
    def starts_line(self) -> bool:
        """Whether nothing but blanks stands in front of the error."""
        return not self.line[: self.column].strip()

    @property
    def context(self) -> tuple[int, int]:
        """Where that began which the parser was reading; the error itself when it doesn't say."""
        place = self.complaint.context_place
        return (self.row, self.column) if place is None else self.within(place)

    def span(self, row: int, column: int, end: int | None = None) -> Span:
        """Return the stretch up to the column `end`; of one character where it isn't given."""
        width = len(self.lines[row])
        end = min(column + 1 if end is None else end, width)
        return Span(self.file, row + 1, column + 1, row + 1, max(column, end) + 1)

    def rest(self, row: int, column: int) -> Span:
        """Return the stretch from a place to the end of its line."""
        return self.span(row, column, len(self.lines[row].rstrip()))

    def within(self, place: tuple[int, int]) -> tuple[int, int]:
        """Return a place that the parser gave; the end of the last line with text for one behind the end."""
        row, column = place
        while row >= len(self.lines) or (row and not self.lines[row].strip(" ")):
            row, column = row - 1, maxsize
        return row, min(column, len(self.lines[row].rstrip(" ")))

    def above(self) -> int | None:
        """Return the row of the nearest line above that holds more than a comment."""
        for row in range(self.row - 1, -1, -1):
            if (stripped := self.lines[row].strip()) and not stripped.startswith("#"):
                return row
        return None

    def levels_above(self) -> list[int]:
        """Return the indentations that the line of the error could have had, smallest first."""
        levels: list[int] = []
        for line in reversed(self.lines[: self.row]):
            field = first_field(line)
            dash = re.match(r" *-(?=\s)", line)
            for level in (field.start if field else None, dash.end() - 1 if dash else None):
                if level is not None and (not levels or level < levels[-1]):
                    levels.append(level)
            if levels and levels[-1] == 0:
                break
        return levels[::-1]


def first_field(line: str) -> Field | None:
    """Return the first field on a line, after its blanks and dashes."""
    match = _FIELD.match(line)
    if match is None:
        return None
    name = match["name"].rstrip()
    start = match.start("name")
    return Field(name, start, start + len(name), match.end())


def in_quotes(line: str, column: int) -> str:
    """Return how the text at `column` is written in quotes, together with its field: an example for a hint."""
    field = first_field(line)
    if field and field.start == column:
        return f"{_quoted(field.name)}: …"
    text = _quoted(re.split(r"\s#", line[column:], maxsplit=1)[0].strip())
    return f"{field.name}: {text}" if field and len(field.name) <= 40 else text


def _quoted(text: str) -> str:
    if len(text) > 1 and _PAIRS.get(text[0]) == text[-1]:
        text = text[1:-1]
    if len(text) > 60:
        text = "…"
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'

"""One line of a file with a mark under a part of it, cut to what fits."""

from __future__ import annotations

from typing import NamedTuple

from avtalegen.rapporter.visible import cells, one_each, visible

_PER_CELL = 8  # characters, above which a line is not worth measuring: a family emoji has 7 for 2 cells


class Snippet(NamedTuple):
    """`line` as shown, and the mark: how many cells it is indented, and how many it is long."""

    line: str
    indent: int
    length: int


def snippet(line: str, start: int, end: int, width: int) -> Snippet:
    """Show the 0-based characters `start` up to `end` of `line` within `width` cells.

    A longer line is cut around the place, with «…» where something is left out. Places outside the line are
    moved to its end; the mark is never shorter than one cell and never leaves the line shown.
    """
    start = _base(line, min(start, len(line)))
    end = min(max(end, start), len(line))
    if len(line) <= width * _PER_CELL and cells(visible(line)) <= width:
        before, after = 0, len(line)
    else:
        before = _base(line, _reach(line, start, width // 3, -1))
        after = _reach(line, before, width - 2, 1)
        while cells(visible(line[before:after])) > width - 2:  # characters that are wider together than alone
            after -= 1
        end = min(end, max(after, start))
    head = visible(line[before:start])
    marked = visible(line[before:end])
    left, right = ("…" if before else ""), ("…" if after < len(line) else "")
    indent = cells(left + head)
    shown = f"{left}{visible(line[before:after])}{right}"
    return Snippet(shown, indent, max(1, cells(left + marked) - indent))


def _base(line: str, at: int) -> int:
    """Return the position of the character that the one at `at` is drawn on: `at` but for combining marks."""
    for base in range(at, max(at - _PER_CELL, 0), -1):
        if base == len(line) or cells(visible(line[base])) > 0:
            return base
    return max(at - _PER_CELL, 0)


def _reach(line: str, start: int, width: int, step: int) -> int:
    """Return how far from `start` one gets in `width` cells, forwards (step 1) or backwards (step -1)."""
    low, high = sorted((start, start + step * (width + 1)))
    if low >= 0 and high <= len(line) and one_each(line[low:high]):
        return start + step * width
    stop = max(0, min(len(line), start + step * width * _PER_CELL))
    for at in range(start, stop, step):
        width -= cells(visible(line[min(at, at + step)]))
        if width < 0:
            return at
    return stop

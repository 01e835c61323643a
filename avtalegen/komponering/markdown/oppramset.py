"""A list that somebody has pasted into a text, made a list where the text stands in a paragraph.

The text is a value in a line of a template. While the line is filled, `START` and `END` stand around each item: in a
paragraph they become a list, and in a heading or a cell, which have no room for one, lines behind «•».
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from avtalegen.dokument.innhold import Block, Inline, Items, LineBreak, Paragraph, Text
from avtalegen.komponering.rydding import joined
from avtalegen.komponering.spor.sporing import sammen
from avtalegen.modell.punktliste import PUNKT

START, END = LineBreak(), LineBreak()
_NEW_LINE = LineBreak()


def lines_of(lines: Sequence[str], runs: Callable[[str], Iterable[Inline]]) -> Iterator[Inline]:
    """Give the lines of a text with a list in it. On its first line may stand what the template says of it."""
    for n, line in enumerate(lines):
        begins = line.find(PUNKT) if n == 0 else 0 if line.startswith(PUNKT) else -1
        if begins:
            yield from (_NEW_LINE,) if n else ()
            yield from runs(line[:begins] if begins > 0 else line)
        if begins >= 0:
            yield START
            yield from runs(line[begins + len(PUNKT) :])
            yield END


def on_lines(content: Iterable[Inline]) -> Iterator[Inline]:
    """Give what stands where there is no room for a list."""
    waiting, first = False, True
    for inline in content:
        if inline is END:
            waiting = True
            continue
        if (waiting or inline is START) and not first:
            yield _NEW_LINE
        if inline is START:
            yield Text(PUNKT)
        else:
            yield inline
        waiting = first = False


def in_blocks(content: Iterable[Inline], new_id: Callable[[], str], *, quote: bool) -> Iterator[Block]:
    """Give the paragraphs and the lists that a paragraph with a list in it becomes."""
    for is_list, pieces in groupby(_pieces(content), key=itemgetter(0)):
        id_ = new_id()
        if is_list:
            yield Items(id_, tuple([(Paragraph(new_id(), tuple(joined(piece))),) for _, piece in pieces]))
        else:
            yield Paragraph(id_, tuple(joined(inline for _, piece in pieces for inline in piece)), quote=quote)


def _pieces(content: Iterable[Inline]) -> Iterator[tuple[bool, list[Inline]]]:
    """Give what is an item and what isn't, one after the other, and nothing that is empty."""
    piece: list[Inline] = []
    after = False
    for inline in content:
        if inline is START:
            if piece:
                yield False, _leading(piece)
            piece = []
        elif inline is END:
            yield True, piece
            piece, after = [], True
        elif piece or not after or not isinstance(inline, Text):
            piece.append(inline)
        elif text := inline.text.lstrip(" .,;"):
            piece.append(replace(inline, text=text))
    if piece:
        yield False, piece


def _leading(piece: list[Inline]) -> list[Inline]:
    """Return what stands in front of a list, with a colon unless it has ended."""
    last = piece[-1]
    if isinstance(last, Text):
        text = last.text.rstrip()
        piece[-1] = replace(last, text=text if text.endswith((":", ".", "!", "?")) else sammen(text, ":"))
    return piece

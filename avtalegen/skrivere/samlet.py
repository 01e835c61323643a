"""What must share a page with what follows: what is signed with the places to sign, and the last lines with others."""

from __future__ import annotations

from collections.abc import Sequence

from avtalegen.dokument.innhold import Block, Heading, Items, Paragraph, Signature, Signatures, Table
from avtalegen.skrivere.disposisjon import signing
from avtalegen.skrivere.kolonner import (
    TEXT_HEIGHT,
    TEXT_WIDTH,
    UNDIVIDED,
    block_height,
    column_widths,
    has_labels,
    table_height,
)

ON_ONE_PAGE = 32
"""What a page has room for of places to sign, in lines of text; a line to write on takes two."""
# A section that is no higher goes with the places to sign as a whole.
_SHORT_SECTION = TEXT_HEIGHT // 4

# What stands last is as high as this at least, with what it is held together with: less is lost on a page of its own.
_LAST = UNDIVIDED


def kept_with_next(blocks: Sequence[Block], *, ends: bool) -> list[bool]:
    """Tell of each block of a document whether it must stand on the page of what follows.

    What is too high to move, does not; with `ends`, lists and tables do, for their ends can in that format.
    """
    answers = leads_to_signatures(blocks)
    height = 0
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if at < len(blocks) - 1:
            answers[at] |= moves_whole(block) or (ends and not isinstance(block, Paragraph))
        height += _height(block)
        if height >= _LAST:
            break
    return answers


def moves_whole(block: Block) -> bool:
    """Tell whether a block is so low that all of it can move to the page of what follows."""
    return _height(block) <= (TEXT_HEIGHT // 2 if isinstance(block, Signatures) else _SHORT_SECTION)


def leads_to_signatures(blocks: Sequence[Block]) -> list[bool]:
    """Tell of each block whether it must stand on the page of the places to sign that follow.

    It must when no more than paragraphs stand in between. So must what stands before the heading above them: the whole
    section when it is short and there is room for both, otherwise its last paragraph.
    """
    answers = [False] * len(blocks)
    for place, block in enumerate(blocks):
        if not isinstance(block, Signatures):
            continue
        at = place
        while at and isinstance(blocks[at - 1], Paragraph):
            at -= 1
        if at and isinstance(blocks[at - 1], Heading):
            at -= 1
            at -= _section_before(blocks[:at], block) or min(at, 1)
        answers[at:place] = [True] * (place - at)
    return answers


def _height(block: Block) -> int:
    if isinstance(block, Signatures):
        return TEXT_HEIGHT * lines_to_sign(block) // ON_ONE_PAGE
    if isinstance(block, Table) and block.columns:
        labels = has_labels(block)
        widths = column_widths(block.all_rows, block.columns, TEXT_WIDTH, labels=labels)
        return sum(table_height(block, widths, labels=labels))
    return block_height(block, TEXT_WIDTH)


def lines_to_sign(block: Signatures) -> int:
    """Return how high the places to sign are, two abreast, in lines of text."""
    pairs = [block.signatures[n : n + 2] for n in range(0, len(block.signatures), 2)]
    return sum(max(_lines(signature, block) for signature in pair) for pair in pairs)


def _section_before(blocks: Sequence[Block], signatures: Signatures) -> int:
    """Return how many blocks the last section of `blocks` has, without its heading; 0 when it is not to move whole."""
    count = height = 0
    for block in reversed(blocks):
        if isinstance(block, Heading):
            break
        if not isinstance(block, Paragraph | Items):
            return 0
        count, height = count + 1, height + block_height(block, TEXT_WIDTH)
    room = TEXT_HEIGHT * (ON_ONE_PAGE - lines_to_sign(signatures)) // ON_ONE_PAGE
    return count if height <= min(_SHORT_SECTION, room) else 0


def _lines(signature: Signature, block: Signatures) -> int:
    place = signing(signature, block)
    said = (signature.on_behalf_of, signature.name, signature.title, place.instead)
    drawn = () if place.instead else ("place", "signature", place.party, place.name, place.title)
    return sum(map(bool, said)) + 2 * sum(line is not None for line in drawn)

"""What a document looks like from above: its headings numbered, what says anything, and what must share a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.dokument.innhold import Block, Document, Heading, Items, Signature, Signatures, Table
from avtalegen.skrivere.bredde import shortened, width
from avtalegen.skrivere.tegn import writable, writable_characters

DEEPEST_HEADING = 4
"""The deepest level of a heading; what is deeper is on this one."""


def spoken(items: Items) -> list[tuple[Block, ...]]:
    """Return the items of a list that say something."""
    return [item for item in items.items if any(map(_says, item))]


def _says(block: Block) -> bool:
    if isinstance(block, Items):
        return bool(spoken(block))
    if isinstance(block, Table):
        return block.columns > 0
    if isinstance(block, Signatures):
        return bool(block.signatures)
    return bool(writable_characters(block.content).strip()) or (isinstance(block, Heading) and block.numbered)


def letters(number: int) -> str:
    """Return what an item is called in a list with letters: a–z, then aa, bb and so on, as in Word."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def signers(blocks: tuple[Block, ...]) -> Iterator[Signature]:
    """Give the places to sign in blocks and in the lists among them, in their order."""
    for block in blocks:
        if isinstance(block, Signatures):
            yield from block.signatures
        elif isinstance(block, Items):
            for item in block.items:
                yield from signers(item)


# Hundredths of 9 points: a line of the top of a page, less what is lost where a word does not fit at its end.
_TOP_LINE = 4500


def top_of_page(document: Document) -> str:
    """Return who the parties are, short enough for the top of a page: two lines, and one when a mark has the other.

    It is the longest of the document's headers that there is room for; only when there is none, what it has room for.
    """
    room = _TOP_LINE if document.mark else 2 * _TOP_LINE
    told = (document.header, *document.short_headers)
    return next((text for text in told if width(text) <= room), shortened(told[-1], room))


class Signing(NamedTuple):
    """What stands at a place to sign besides what is known of the signer.

    `instead` is what stands there when there is nothing to fill in: that they have signed and when, or that they sign
    electronically. Otherwise the others are labels of lines to write on, each None where what it asks for is known.
    """

    instead: str | None = None
    party: str | None = None
    name: str | None = None
    title: str | None = None


def signing(signature: Signature, block: Signatures) -> Signing:
    """Return what stands at one of the places to sign in `block`. Whoever has a name needs no line for a title."""

    def missing(known: str | None, label: str) -> str | None:
        return label if label and not writable(known or "").strip() else None

    if block.signed:
        return Signing(f"{block.signed} {signature.date}" if signature.date else block.signed)
    if block.electronic:
        return Signing(f"{block.date_label} {signature.date}" if signature.date else block.electronic)
    name = missing(signature.name, block.name_label)
    return Signing(
        party=missing(signature.on_behalf_of, block.party_label),
        name=name,
        title=missing(signature.title, block.title_label) if name else None,
    )


class Outline:
    """Counts the headings of one document, in the order they come."""

    def __init__(self) -> None:
        self._numbers = [0] * DEEPEST_HEADING
        self._open: list[int] = []

    def next(self, heading: Heading) -> tuple[int, str]:
        """Return the heading's depth below the title, from 1 with none skipped, and its number or ""."""
        level = min(max(heading.level, 1), DEEPEST_HEADING)
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        if not heading.numbered:
            return len(self._open), ""
        self._numbers[level - 1] += 1
        self._numbers[level:] = [0] * (DEEPEST_HEADING - level)
        return len(self._open), ".".join(map(str, self._numbers[:level]))

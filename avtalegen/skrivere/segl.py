"""What the writers share: which characters they drop, how deep headings go, and the fingerprint of text files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Literal

from avtalegen.dokument.innhold import Block, Heading, Inline, Items, LineBreak, Paragraph, Signatures, Table

State = Literal["urørt", "endret", "fremmed"]
"""What a finished file is: as we wrote it, changed since, or never ours."""
DEEPEST_HEADING = 4
"""The deepest level of a heading; what is deeper is on this one."""
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""The characters that XML 1.0 can't hold (https://www.w3.org/TR/xml/#charsets): all formats drop the same."""
_MARK = re.compile(rb"<!-- avtalegen-fingeravtrykk: ([0-9a-f]{64}) -->\n")


def clean(text: str) -> str:
    """Drop the characters that no document may hold, and write every line break as a line feed."""
    return ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def plain(content: tuple[Inline, ...]) -> str:
    """Return the characters of `content` alone, cleaned."""
    return clean("".join("\n" if isinstance(inline, LineBreak) else inline.text for inline in content))


def spoken(items: Items) -> list[tuple[Block, ...]]:
    """Return the items of a list that say something."""
    return [item for item in items.items if any(map(_says, item))]


def _says(block: Block) -> bool:
    if isinstance(block, Items):
        return bool(spoken(block))
    if isinstance(block, Table):
        return any((block.header, *block.rows))
    if isinstance(block, Signatures):
        return bool(block.signatures)
    return bool(plain(block.content).strip()) or (isinstance(block, Heading) and block.numbered)


def leads_to_signatures(blocks: Sequence[Block]) -> list[bool]:
    """Tell of each block whether it must stand on the page of the places to sign that follow.

    It must when no more than paragraphs stand in between. So must the paragraph before the heading above them: nobody
    is to sign on a page that says nothing of what is signed.
    """
    answers: list[bool] = []
    leads = headed = False
    for block in reversed(blocks):
        answers.append(leads or headed)
        headed = leads and isinstance(block, Heading)
        leads = isinstance(block, Signatures) or (leads and isinstance(block, Paragraph))
    return answers[::-1]


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


def seal(text: str) -> bytes:
    """Return `text`, which ends with a line feed, as UTF-8 with a comment last that holds the fingerprint of it."""
    data = text.encode()
    return data + b"<!-- avtalegen-fingeravtrykk: %s -->\n" % hashlib.sha256(data).hexdigest().encode()


def seal_state(data: bytes) -> State:
    """Tell whether `seal` made these bytes and nobody changed them since.

    «urørt»: as written; line ends that git has turned into Windows' own count as such. «endret»: the mark is there,
    but does not fit. «fremmed»: there is no mark.
    """
    data = data.replace(b"\r\n", b"\n")
    marks = list(_MARK.finditer(data if data.endswith(b"\n") else data + b"\n"))
    if not marks:
        return "fremmed"
    last = marks[-1]
    whole = last.end() == len(data) and last[1] == hashlib.sha256(data[: last.start()]).hexdigest().encode()
    return "urørt" if whole else "endret"

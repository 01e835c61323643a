r"""Changes of a text by offsets, and the way between the bytes of a file and that text.

The reader's text has `\n` for every line break, no byte order mark, and one character for each of the rest. So its
offsets are those of the file as it is written, once its line breaks are set aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain, repeat
from typing import NamedTuple

from avtalegen.lesing.redigering.endringer import LinjeEndring
from avtalegen.lesing.redigering.ulikt import ulikt

_LINJESKIFT = re.compile(r"\r\n|\r|\n")
_LINJE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BOM = "\ufeff"
_MOST_COMPARED = 100_000


class Lapp(NamedTuple):
    """From `start` to `slutt` there should stand `ny`."""

    start: int
    slutt: int
    ny: str


def lappet(text: str, lapper: Iterable[Lapp]) -> str:
    """Return the text with the changes made. Of two at the same place, the first stands first."""
    parts, at = [], 0
    for start, slutt, ny in sorted(lapper, key=lambda lapp: lapp.start):
        parts += [text[at:start], ny]
        at = slutt
    return "".join([*parts, text[at:]])


class Fil:
    r"""A file in UTF-8: `text` with `\n` for each line break, and what is needed to write it as it was."""

    def __init__(self, data: bytes) -> None:
        written = data.decode("utf-8")
        self._bom = _BOM if written.startswith(_BOM) else ""
        self._lines = _LINJE.findall(written.removeprefix(_BOM))
        self._breaks = _LINJESKIFT.findall(written)
        self.text = _LINJESKIFT.sub("\n", "".join(self._lines))

    def med(self, text: str) -> tuple[bytes, tuple[LinjeEndring, ...]]:
        """Return the file with another text, and the lines that differ. Line breaks and byte order mark stay."""
        written, new = self._lines, _LINJE.findall(text)
        usual = Counter(self._breaks or ["\n"]).most_common()[0][0]
        done: list[str] = []
        changes = []
        last = 0
        for a, b, c, d in ulikt(_LINJE.findall(self.text), new, _MOST_COMPARED):
            # A line that is changed, and not only put in or taken away, keeps its line break.
            breaks = chain(self._breaks[a:b], repeat(usual))
            put = [line.replace("\n", next(breaks)) for line in new[c:d]]
            done += [*written[last:a], *put]
            changes.append(LinjeEndring(a + 1, tuple(written[a:b]), tuple(put)))
            last = b
        return (self._bom + "".join([*done, *written[last:]])).encode("utf-8"), tuple(changes)


def uten(data: bytes, endringer: Iterable[LinjeEndring]) -> bytes:
    """Return a file as it was before the changes of its lines, byte for byte."""
    text = data.decode("utf-8")
    bom = _BOM if text.startswith(_BOM) else ""
    lines = _LINJE.findall(text.removeprefix(_BOM))
    for endring in endringer:
        at = endring.fra - 1
        lines[at : at + len(endring.nye)] = endring.gamle
        # What has been put back is as long as it was, so the next stands where it stood.
    return (bom + "".join(lines)).encode("utf-8")

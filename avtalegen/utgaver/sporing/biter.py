"""A paragraph of a Word file in the pieces that are compared: words, what stands between them, and fields and pictures.

What is no content is kept apart: the bookmarks and comments of a paragraph have no width, and the field that only
makes LibreOffice lay the page out (`skrivere.word.xml.HOLDING`) is passed by.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from avtalegen.skrivere.word.xml import (
    BR,
    FIELD,
    HYPERLINK,
    ILVL,
    INDENT,
    INSTRUCTION,
    LANG,
    NUM_ID,
    NUM_PR,
    P_PR,
    P_STYLE,
    R_ID,
    R_PR,
    TAB,
    VAL,
    W_NS,
    Element,
    R,
    T,
)

W = f"{{{W_NS}}}"
TEGN = {TAB: "\t", BR: "\n", W + "softHyphen": "\u00ad", W + "noBreakHyphen": "\u2011"}
"""Elements of a run that are a character each."""
_REFERANSE = W + "commentReference"
# Where Word last ended a page, and nothing else.
_USYNLIG = frozenset((R_PR, W + "lastRenderedPageBreak"))
_LEFT, _RIGHT = W + "left", W + "right"
_BIT = re.compile(r"\w(?:\S*\w)?|\s|[^\w\s]+")


class Bit(NamedTuple):
    """A word, a space or some signs of one look; or a field or a picture, as the element it is (`ting`).

    Bits with the same `nøkkel` say the same. `foran` are the marks of no width that stand before it.
    """

    nøkkel: Hashable
    tekst: str
    utseende: Element | None = None
    lenke: str = ""
    ting: Element | None = None
    foran: tuple[Element, ...] = ()

    @property
    def er_ord(self) -> bool:
        """Whether it is something to find again: a word or a field, not what stands between them."""
        return self.ting is not None or self.tekst[:1].isalnum() or self.tekst[:1] == "_"


class Avsnitt:
    """A paragraph. `lenker` is what its relationships lead to: addresses, and pictures as hashes."""

    def __init__(self, p: Element, lenker: Mapping[str, str], stiler: Mapping[str, str], *, gammelt: bool) -> None:
        self.p, self.gammelt = p, gammelt
        self._lenker = lenker
        first = p[0] if len(p) and p[0].tag == P_PR else None
        self.egenskaper = first
        self.stil_id = _verdi(first, P_STYLE)
        self.stil = stiler.get(self.stil_id, self.stil_id)
        self.liste = _verdi(first, f"{NUM_PR}/{NUM_ID}")
        # Only headings of one level can become each other: LibreOffice would number them as they were.
        overskrift = self.stil.casefold().startswith("heading")
        self.slag: Hashable = ("overskrift", self.stil, self.liste) if overskrift else "avsnitt"
        self.nivå = _verdi(first, f"{NUM_PR}/{ILVL}")
        innrykk = None if first is None else first.find(INDENT)
        # Only a quotation is indented on both sides; other indents follow from how wide the text is.
        self.sitat = innrykk is not None and innrykk.get(_LEFT) is not None and innrykk.get(_RIGHT) is not None
        self.holdt: Element | None = None
        self.etter: list[Element] = []
        self.stykker = list(self._les())
        """The runs, not yet in words."""

    def _les(self) -> Iterator[Bit]:
        """Give the runs of the paragraph as bits, not yet split into words."""
        foran: list[Element] = []
        for child in self.p:
            if child.tag == P_PR:
                continue
            lenke = self._lenker.get(child.get(R_ID, ""), "") if child.tag == HYPERLINK else ""
            for r in child if child.tag == HYPERLINK else (child,):
                if r.tag == R and r.find(_REFERANSE) is None:
                    for bit in _i_run(r, lenke, self._lenker):
                        yield bit._replace(foran=tuple(foran))
                        foran = []
                elif r.tag == FIELD and not tekst_i(r):
                    self.holdt = r
                elif r.tag == FIELD:
                    yield Bit(("felt", r.get(INSTRUCTION)), "", None, "", r, tuple(foran))
                    foran = []
                elif not self.gammelt:
                    foran.append(r)
        self.etter = foran

    @property
    def form(self) -> tuple[str, str, bool, bool]:
        """What it looks like, but for which numbered list it is in."""
        return (self.stil, self.nivå, bool(self.liste), self.sitat)

    @cached_property
    def tekst(self) -> str:
        """The characters of the paragraph."""
        return "".join(bit.tekst for bit in self.stykker)

    @cached_property
    def nøkkel(self) -> Hashable:
        """What is equal in two paragraphs with nothing to mark, but for which list they are in."""
        samlet: list[tuple[Hashable, Hashable, str]] = []
        for bit in self.stykker:
            utseende = ser_ut(bit.utseende)
            if bit.ting is None and samlet and samlet[-1][1:] == (utseende, bit.lenke):
                samlet[-1] = (f"{samlet[-1][0]}{bit.tekst}", utseende, bit.lenke)
            else:
                samlet.append((bit.nøkkel if bit.ting is not None else bit.tekst, utseende, bit.lenke))
        return (self.stil, self.nivå, self.sitat, tuple(samlet))

    @cached_property
    def biter(self) -> list[Bit]:
        """The paragraph in words and what stands between them."""
        return [en for bit in self.stykker for en in _delt(bit)]

    @cached_property
    def ord(self) -> list[Hashable]:
        """What is found again in another paragraph."""
        return [bit.nøkkel for bit in self.biter if bit.er_ord]


def tekst_i(element: Element) -> str:
    """Return the text in an element, but for the characters that are elements."""
    return "".join(t.text or "" for t in element.iter(T, W + "delText"))


def ser_ut(egenskaper: Element | None) -> Hashable:
    """Return what sets a run apart, but for its language, which nobody sees."""
    if egenskaper is None:
        return ()
    return tuple((e.tag, *sorted(e.attrib.items())) for e in egenskaper if e.tag != LANG)


def _verdi(properties: Element | None, path: str) -> str:
    found = None if properties is None else properties.find(path)
    return "" if found is None else found.get(VAL, "")


def _i_run(r: Element, lenke: str, lenker: Mapping[str, str]) -> Iterator[Bit]:
    utseende = r[0] if len(r) and r[0].tag == R_PR else None
    tekst = ""
    for child in r:
        if child.tag == T:
            tekst += child.text or ""
        elif child.tag in TEGN:
            tekst += TEGN[str(child.tag)]
        elif child.tag not in _USYNLIG:
            yield Bit(("ting", _innhold(child, lenker)), "", utseende, lenke, r)
            return
    if tekst:
        yield Bit((tekst, lenke), tekst, utseende, lenke)


def _innhold(ting: Element, lenker: Mapping[str, str]) -> Hashable:
    """Return what a picture is: its names, its sizes and what it leads to, whatever it is called in the file."""
    return tuple(
        (e.tag, *sorted((name, lenker.get(str(value), str(value))) for name, value in e.attrib.items() if name != "id"))
        for e in ting.iter()
    )


def _delt(bit: Bit) -> Iterator[Bit]:
    if bit.ting is not None:
        yield bit
        return
    foran = bit.foran
    for tekst in _BIT.findall(bit.tekst):
        yield Bit((tekst, bit.lenke), tekst, bit.utseende, bit.lenke, None, foran)
        foran = ()

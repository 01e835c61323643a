"""What an old agreement is when it has been read, whatever it was written in: its lines in order, and where each stood.

A line is a paragraph: one of the running text, of a cell, of a note. Every character that a reader would see on paper
stands in exactly one line, so that what becomes of each of them can be accounted for.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Del(StrEnum):
    """The part of the page that a line stands in."""

    TEKST = "tekst"
    TOPPTEKST = "topptekst"
    BUNNTEKST = "bunntekst"
    FOTNOTE = "fotnote"
    INNHOLDSFORTEGNELSE = "innholdsfortegnelse"
    TEKSTBOKS = "tekstboks"


class Sted(NamedTuple):
    """Where a line stands: the page, counted from 1 (None where the source has none), and the line or paragraph."""

    side: int | None
    linje: int


class Celle(NamedTuple):
    """The cell that a line stands in: which table, counted from 0 through the document, and where in it.

    `rad` and `kolonne` are those of its upper left corner in the grid, from 0; `rader` and `kolonner` how many it
    covers. `utenfor` is the cell that the whole table stands in, when it stands in one. `hode` tells whether the source
    marks the row as a heading.
    """

    tabell: int
    rad: int
    kolonne: int
    rader: int = 1
    kolonner: int = 1
    hode: bool = False
    utenfor: Celle | None = None


class Bit(NamedTuple):
    """A stretch of a line that looks alike: from and to in its text.

    `store` tells that it is shown as capitals though it is written otherwise.
    """

    fra: int
    til: int
    fet: bool = False
    kursiv: bool = False
    understreket: bool = False
    lenke: str = ""
    store: bool = False


class Linje(NamedTuple):
    """A paragraph as it was written.

    `nr` is its place in `Kilde.linjer`. `tekst` has tabs and line breaks as such; `nummer` is what the
    source's program puts in front of it by itself («2.1», «a)», «•»), which is in no character of it. `nivå` is the
    level of a heading by its style, from 1; `listenivå` that of a point in a list, from 0. `noter` are the places in
    the text where a note is referred to, with the line of the note. `innrykk` is how far from the edge it begins, in
    centimetres. The notes come after the text, and what is at the foot of the pages after them.
    """

    nr: int
    tekst: str
    sted: Sted
    hvor: Del = Del.TEKST
    stil: str = ""
    nivå: int | None = None
    nummer: str = ""
    listenivå: int | None = None
    innrykk: float = 0.0
    biter: tuple[Bit, ...] = ()
    celle: Celle | None = None
    noter: tuple[tuple[int, int], ...] = ()


class Utelatt(NamedTuple):
    """What the source holds and a reader of the agreement would not count as its text, with the reason in Norwegian."""

    tekst: str
    sted: Sted
    hvorfor: str


class Kilde(NamedTuple):
    """An old agreement read: its name, the kind of file, its lines in reading order, and what is left out of them."""

    navn: str
    format: str
    linjer: tuple[Linje, ...]
    utelatt: tuple[Utelatt, ...] = ()
    sider: int | None = None

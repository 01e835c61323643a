"""Lines while a source is being read: what looks alike is joined, cells may still grow, and notes are found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from unicodedata import normalize

from avtalegen.importering.kilde import Bit, Celle, Del, Kilde, Linje, Sted, Utelatt
from avtalegen.importering.lesere.feil import for_mye, uten_tekst
from avtalegen.modell.senere import senere

MEST_LINJER = 10_000
"""Lines of one source: an agreement has some hundred."""
MEST_TEGN = 2_000_000
"""Characters of one source: an agreement has some ten thousand."""

_USETT = senere("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]")
_MELLOMROM = senere("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LINJESKIFT = senere("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_INNHOLD = senere("innh[oa]ld(?:s(?:fortegnelse|liste|oversikt|oversyn))?:?", re.IGNORECASE)

_PUNKT = senere(r"(?m)^[ \t]*(?:[•·▪◦‣*–-]|\(?\d{1,2}[.)]|\(?[a-zæøå]\))[ \t]+(?=\S)")
_MINST = 2
"""Points of a list."""


class Utseende(NamedTuple):
    """How a stretch of text looks; `store` when it is shown as capitals though written otherwise."""

    fet: bool = False
    kursiv: bool = False
    understreket: bool = False
    store: bool = False
    lenke: str = ""


VANLIG = Utseende()


def renset(tekst: str) -> str:
    """Return a text with plain spaces and line breaks, and without what nobody sees."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    tekst = _LINJESKIFT.sub("\n", _USETT.sub("", tekst))
    return normalize("NFC", _MELLOMROM.sub(" ", tekst).replace("\u2011", "-"))


@dataclass(slots=True, eq=False)
class Rute:
    """A cell that may still cover more rows than it does so far."""

    tabell: int
    rad: int
    kolonne: int
    rader: int = 1
    kolonner: int = 1
    hode: bool = False
    utenfor: Rute | None = None

    def ferdig(self) -> Celle:
        """Return the cell as it has become."""
        utenfor = self.utenfor.ferdig() if self.utenfor else None
        return Celle(self.tabell, self.rad, self.kolonne, self.rader, self.kolonner, self.hode, utenfor)


@dataclass(slots=True, eq=False)
class Utkast:
    """A line that is being read, piece by piece."""

    hvor: Del = Del.TEKST
    side: int | None = None
    linje: int | None = None
    stil: str = ""
    nivå: int | None = None
    nummer: str = ""
    listenivå: int | None = None
    innrykk: float = 0.0
    rute: Rute | None = None
    stykker: list[tuple[str, Utseende]] = field(default_factory=list)
    noter: list[tuple[int, str]] = field(default_factory=list)  # how many pieces come before it, and which note

    def legg(self, tekst: str, utseende: Utseende = VANLIG) -> None:
        """Add a piece of text."""
        if ren := renset(tekst):
            self.stykker.append((ren, utseende))

    def note(self, nøkkel: str) -> None:
        """Add a reference to a note."""
        self.noter.append((len(self.stykker), nøkkel))

    @property
    def tekst(self) -> str:
        """The text so far, without what is blank at its ends."""
        return "".join([tekst for tekst, _ in self.stykker]).strip()

    def delt(self) -> list[Utkast]:
        """Return each point for itself, when points with marks of their own stand on the lines of one paragraph."""
        hele = "".join([tekst for tekst, _ in self.stykker])
        punkter = [*_PUNKT.finditer(hele)] if "\n" in hele else []
        if len(punkter) < _MINST:
            return [self]
        if len(punkter) > MEST_LINJER:
            raise for_mye()
        noter: dict[int, list[str]] = {}
        for plass, nøkkel in self.noter:
            noter.setdefault(plass, []).append(nøkkel)
        alle, lest = [replace(self, stykker=[], noter=[])], 0
        for plass, (stykke, utseende) in enumerate((*self.stykker, ("", VANLIG))):
            for nøkkel in noter.get(plass, ()):
                alle[-1].note(nøkkel)
            for bit in stykke.splitlines(keepends=True):
                if lest >= punkter[0].start() and hele[lest - 1 : lest] == "\n" and alle[-1].tekst:
                    alle.append(replace(self, stykker=[], noter=[]))
                alle[-1].stykker.append((bit, utseende))
                lest += len(bit)
        return alle

    def ferdig(self, nr: int, notelinjer: Mapping[str, int]) -> Linje:
        """Return the line, as number `nr`; `notelinjer` tells which line each note became."""
        rå = "".join([tekst for tekst, _ in self.stykker])
        tekst = rå.strip()
        fra = len(rå) - len(rå.lstrip())
        steder = [0]
        biter: list[Bit] = []
        for stykke, u in self.stykker:
            a, b = steder[-1], steder[-1] + len(stykke)
            steder.append(b)
            a, b = max(a - fra, 0), min(b - fra, len(tekst))
            if u == VANLIG or a >= b:
                continue
            bit = Bit(a, b, u.fet, u.kursiv, u.understreket, u.lenke, u.store)
            if biter and biter[-1].til == a and biter[-1][2:] == bit[2:]:
                bit = biter.pop()._replace(til=b)
            biter.append(bit)
        noter = tuple(
            (min(max(steder[plass] - fra, 0), len(tekst)), notelinjer[nøkkel])
            for plass, nøkkel in self.noter
            if nøkkel in notelinjer
        )
        return Linje(
            nr,
            tekst,
            Sted(self.side, nr + 1 if self.linje is None else self.linje),
            self.hvor,
            self.stil,
            self.nivå,
            self.nummer,
            self.listenivå,
            self.innrykk,
            tuple(biter),
            self.rute.ferdig() if self.rute else None,
            noter,
        )


def ta(utkast: list[Utkast], u: Utkast) -> None:
    """Add a line to those that are read. Raises `KildeFeil` when there are more than an agreement has, empty or not."""
    if len(utkast) >= 2 * MEST_LINJER:
        raise for_mye()
    utkast.append(u)


STRØKET_TEKST = "strøket tekst"
"""Why words with a stroke through them are left out, in whatever format."""


class Sløyfet(NamedTuple):
    """What is left out, the line that it stood in or after (None: before all), and why."""

    tekst: str
    ved: Utkast | None
    hvorfor: str


def ferdig(
    navn: str,
    format: str,
    utkast: Iterable[Utkast],
    noter: Mapping[str, list[Utkast]] | None = None,
    bunn: Iterable[Utkast] = (),
    sløyfet: Iterable[Sløyfet] = (),
    sider: int | None = None,
) -> Kilde:
    """Return the source: the lines that say something in their order, then the notes, then what is at the foot.

    Raises `KildeFeil` when there is more than an agreement has, or nothing at all.
    """
    utkast = list(utkast)
    _merk_innhold(utkast)
    alle: list[Utkast] = []
    notelinjer: dict[str, int] = {}
    plasser: dict[Utkast, int] = {}

    def ta_med(flere: Iterable[Utkast]) -> None:
        for u in flere:
            alle.extend(en for en in u.delt() if en.tekst)
            plasser[u] = len(alle)

    ta_med(utkast)
    for nøkkel, linjer in (noter or {}).items():
        if any(u.tekst for u in linjer):
            notelinjer[nøkkel] = len(alle)
        ta_med(linjer)
    ta_med(bunn)
    if len(alle) > MEST_LINJER or sum(len(t) for u in alle for t, _ in u.stykker) > MEST_TEGN:
        raise for_mye()
    if not alle:
        raise uten_tekst()
    utelatt = []
    for s in sløyfet:
        if tekst := renset(s.tekst).strip():
            ved, plass = s.ved, plasser.get(s.ved, 0) if s.ved else 0
            linje = ved.linje if ved and ved.linje is not None else max(plass, 1)
            utelatt.append(Utelatt(tekst, Sted(ved.side if ved else None, linje), s.hvorfor))
    linjer_ = tuple(u.ferdig(nr, notelinjer) for nr, u in enumerate(alle))
    return Kilde(navn, format, linjer_, tuple(utelatt), sider)


def _merk_innhold(utkast: list[Utkast]) -> None:
    """Take the heading of a table of contents as a part of it."""
    neste: Utkast | None = None
    for u in reversed(utkast):
        if not u.tekst:
            continue
        if neste and neste.hvor is Del.INNHOLDSFORTEGNELSE and u.hvor is Del.TEKST and _INNHOLD.fullmatch(u.tekst):
            u.hvor = Del.INNHOLDSFORTEGNELSE
        neste = u

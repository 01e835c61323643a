"""Where keys and values stand in a TOML file: Python's own reader gives the values, but not their places."""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

from avtalegen.funn.diagnostic import Rute, Span

_BLANKT = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_NØKKELDEL = re.compile(r"""[ \t]*("(?:\\.|[^"\\\n])*"|'[^'\n]*'|[^\s.=\]"'#]+)[ \t]*""")
_TEKST = re.compile(
    r'''"""(?:\\[\s\S]|[^\\])*?"""(?:"{0,2})'''
    r"""|'{3}[\s\S]*?'{3}(?:'{0,2})"""
    r"""|"(?:\\.|[^"\\\n])*"|'[^'\n]*'"""
)
_ANNET = re.compile(r"\d[^\s,\]}#]*[ ]\d\d:[^\s,\]}#]*|[^\s,\]}#]+")


class Plass(NamedTuple):
    """Where a key (of an item in a list: the item) and its value stand, as characters from 0: start and end."""

    nøkkel: tuple[int, int]
    verdi: tuple[int, int]


class Plasser:
    """The places in one file. `tekst` must be what `tomllib.loads` accepts; lines end in a line feed."""

    def __init__(self, fil: str, tekst: str) -> None:
        self._fil = fil
        self._tekst = tekst
        self._her = 0
        self._lister: dict[Rute, int] = {}  # of each list of tables: how many there are so far
        self._plasser: dict[Rute, Plass] = {}
        self._les()

    def span(self, rute: Rute, *, nøkkel: bool = False) -> Span:
        """Return the stretch of the value (with `nøkkel`: of the key), up to the end of its first line.

        A table is shown at its key. What isn't there is shown at what it is missing from, in the end the first line.
        """
        while rute and rute not in self._plasser:
            rute, nøkkel = rute[:-1], True
        if not rute:
            return Span(self._fil, 1, 1, 1, 1)
        plass = self._plasser[rute]
        start, slutt = plass.nøkkel if nøkkel else plass.verdi
        linje = self._tekst.count("\n", 0, start) + 1
        kolonne = start - self._tekst.rfind("\n", 0, start)
        bredde = len(self._tekst[start:slutt].split("\n", 1)[0])
        return Span(self._fil, linje, kolonne, linje, kolonne + bredde)

    def _les(self) -> None:
        tabell: Rute = ()
        while self._hopp():
            if self._tegn() == "[":
                tabell = self._overskrift()
            else:
                self._par(tabell)

    def _hopp(self) -> bool:
        """Pass blanks and comments. Tell whether something comes after them."""
        blankt = _BLANKT.match(self._tekst, self._her)
        self._her = blankt.end() if blankt else self._her
        return self._her < len(self._tekst)

    def _tegn(self) -> str:
        return self._tekst[self._her : self._her + 1]

    def _overskrift(self) -> Rute:
        start = self._her
        liste = self._tekst.startswith("[[", start)
        self._her += 1 + liste
        deler = self._nøkkel()
        self._her += 1 + liste
        rute: Rute = ()
        for navn, plass in deler[:-1]:
            rute = (*rute, navn)
            self._plasser.setdefault(rute, Plass(plass, plass))
            if rute in self._lister:
                rute = (*rute, self._lister[rute])
        rute = (*rute, deler[-1][0])
        hele = Plass(deler[-1][1], (start, self._her))
        self._plasser.setdefault(rute, hele)
        if liste:
            nummer = self._lister[rute] = self._lister.get(rute, -1) + 1
            rute = (*rute, nummer)
            self._plasser[rute] = hele
        return rute

    def _nøkkel(self) -> list[tuple[str, tuple[int, int]]]:
        """Read a key with dots: its parts, and where they stand."""
        deler = []
        while treff := _NØKKELDEL.match(self._tekst, self._her):
            skrevet = treff[1]
            navn = next(iter(tomllib.loads(f"{skrevet} = 0"))) if skrevet[0] in "\"'" else skrevet
            deler.append((navn, treff.span(1)))
            self._her = treff.end()
            if self._tegn() != ".":
                break
            self._her += 1
        return deler

    def _par(self, tabell: Rute) -> None:
        deler = self._nøkkel()
        rute = tabell
        for navn, plass in deler[:-1]:
            rute = (*rute, navn)
            self._plasser.setdefault(rute, Plass(plass, plass))
        self._her += 1  # the sign of equality
        navn, plass = deler[-1]
        self._verdi((*rute, navn), plass)

    def _verdi(self, rute: Rute, nøkkel: tuple[int, int] | None) -> None:
        self._hopp()
        start, tegn = self._her, self._tegn()
        if tegn in ("[", "{"):
            self._her += 1
            nummer = 0
            while self._hopp() and self._tegn() not in ("]", "}"):
                if self._tegn() == ",":
                    self._her += 1
                elif tegn == "[":
                    self._verdi((*rute, nummer), None)
                    nummer += 1
                else:
                    self._par(rute)
            self._her += 1
        elif treff := (_TEKST if tegn in "\"'" else _ANNET).match(self._tekst, start):
            self._her = treff.end()
        verdi = start, self._her
        self._plasser[rute] = Plass(nøkkel or verdi, verdi)

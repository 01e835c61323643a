"""A pattern of what a skeleton can be written as: our words as they stand, and holes where values go."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cache, cached_property

from avtalegen.importering.egne.bygger import Bygger, Hull, Krav, ord_foran, rom
from avtalegen.importering.egne.hullmonstre import OFTE_SIST
from avtalegen.importering.egne.kanter import ALT, SLUTTEGN, begynnelser, slutter
from avtalegen.importering.egne.ledet import Ledet
from avtalegen.komponering.skjelett.verdier import Følger, Ord, Skrevet, Verdi
from avtalegen.modell.senere import senere

_ORD = senere(r"\w+")
_MANGE, _LENGST = 14, 180
"""Holes, and characters: with so many that take anything, a longer text has more ways than there is time to try."""
_NOK = 2
"""So many words of ours, when they are passed by, are ours all the same."""


class Mønster:
    """A pattern with its holes, and what is so when one of its choices is taken.

    It is put together when somebody asks for more than what it begins and ends with: most are never asked.
    """

    def __init__(
        self, deler: Sequence[Verdi], følger: Følger = (), slutt: str = "", *, ledet: Ledet = Ledet.KANSKJE
    ) -> None:
        """Make one of what pieces are written as; `ledet` tells what stands in front of a text."""
        self._deler, self.følger, self._slutt, self.ledet = deler, følger, slutt, ledet
        self._først = self._begynnelser(deler)
        self._sist = tuple(SLUTTEGN) if slutt else slutter(deler)
        self._løkker: dict[str, Mønster] = {}

    @cached_property
    def _bygd(self) -> Bygger:
        return Bygger(self._deler, self._slutt, self.ledet)

    @property
    def kilde(self) -> str:
        """Its expression, with marks around what makes it strict."""
        return self._bygd.kilde

    @property
    def hull(self) -> dict[str, Hull]:
        """Its holes, by the names that they have in a match."""
        return self._bygd.hull

    @property
    def merker(self) -> dict[str, Følger]:
        """What is so when one of its choices is taken, by the name of that in a match."""
        return self._bygd.merker

    def kan_begynne(self, tekst: str, fra: int) -> bool:
        """Tell whether what a match must begin with stands at a place in a text."""
        return tekst.startswith(self._først, fra)

    def kan_stå_i(self, tekst: str, fra: int = 0, til: int = sys.maxsize) -> bool:
        """Tell whether the words that are always there are in a text, in order; most patterns are passed over so."""
        return _etter(self._bygd.krav, tekst, fra, til) >= 0

    def treff(self, tekst: str, fra: int = 0, til: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match of all of a stretch of text: with holes that look as they should if there is one."""
        if not (tekst.startswith(self._først, fra) and tekst.endswith(self._sist, fra, til)):
            return None
        if not self.kan_stå_i(tekst, fra, til):
            return None
        if len(self.hull) >= _MANGE and min(til, len(tekst)) - fra > _LENGST:
            return self._variant(0).fullmatch(tekst, fra, til)
        # What matches in no way, is known by the simplest, and most match in no way.
        enklest = self._variant(2)
        if (løsest := enklest.fullmatch(tekst, fra, til)) is None:
            return None
        for variant in map(self._variant, (0, 1)):
            if variant is enklest:
                break
            if treff := variant.fullmatch(tekst, fra, til):
                return treff
        return løsest

    def _variant(self, nr: int) -> re.Pattern[str]:
        """Return one of the patterns: from the one whose holes look as they should, to the one that takes anything."""
        return _kompilert(self._bygd.varianter[nr])

    def tvilsomme(self, treff: re.Match[str]) -> set[str]:
        """Return the holes of a match that can begin or end elsewhere: the longest is not the shortest, say.

        What reaches over several words of ours when it is the longest, has only passed them by.
        """
        if len(self.hull) < _NOK:
            return set()
        ofte = {navn for navn, hull in self.hull.items() if hull.slag == "hyppighet"}
        tatt = {n for n in {*self.hull} - ofte if ofte and OFTE_SIST.search(treff[n] or "")}
        if tatt:
            return tatt | {n for n in ofte if treff[n]}  # how often stands where something else can stand as well
        lengst = _kompilert(treff.re.pattern.replace(".+?", ".+")).fullmatch(treff.string, treff.start(), treff.end())
        if lengst is None:
            return set()
        tvil = {navn for navn in self.hull if treff.span(navn) != lengst.span(navn)}
        return tvil if self.våre(lengst) + _NOK > self.våre(treff) else set()

    def med_en_av(self, treff: re.Match[str], navn: str, tekster: Sequence[str]) -> re.Match[str] | None:
        """Return a match of the same with one of some texts in a hole, None when there is none."""
        en_av = f"(?P<{navn}>(?i:{'|'.join(map(rom, tekster))}))"
        return _kompilert(treff.re.pattern.replace(f"(?P<{navn}>.+?)", en_av)).fullmatch(
            treff.string, treff.start(), treff.end()
        )

    def våre(self, treff: re.Match[str]) -> int:
        """Return how many words of a match stand outside the holes."""
        fra, antall = treff.start(), 0
        spenn = sorted(treff.span(navn) for navn in self.hull if treff.span(navn)[0] >= 0)
        for start, slutt in (*spenn, (treff.end(),) * 2):
            antall += len(_ORD.findall(treff.string, fra, start)) if start > fra else 0
            fra = max(fra, slutt)
        return antall

    def er_løst(self, treff: re.Match[str]) -> bool:
        """Tell whether a match is one where a hole doesn't look as it should."""
        return treff.re is not self._variant(0)

    def i_løkken(self, navn: str) -> Mønster:
        """Return the pattern of what stands in a hole once for each of a list."""
        if navn not in self._løkker:
            indre = self.hull[navn].indre
            assert indre is not None
            self._løkker[navn] = Mønster([indre])
        return self._løkker[navn]

    @property
    def bare_hull(self) -> bool:
        """Whether nothing in it is ours; what begins with a word, begins with one of ours if we don't say who it is."""
        if self.ledet is not Ledet.HVEM and all(ord_[:1].isalpha() for ord_ in self._først):
            return False
        return self._bygd.ord == 0

    def _begynnelser(self, deler: Sequence[Verdi]) -> tuple[str, ...]:
        match deler:
            case [Ord(tekst=tekst), *_]:
                return (tekst.split(" ")[0],)
            case [Skrevet(filter="setning") as s, *_] if self.ledet is Ledet.HVEM:
                hvem = str(s.valg["hvem"])
                return (hvem.split(maxsplit=1)[0],) if self.kilde.startswith(rf"(?P<g0>{rom(hvem)}\s") else ALT
            case [Skrevet(filter="setning") as s, *_] if self.ledet is Ledet.OM:
                return tuple(sorted({en.split(maxsplit=1)[0] for en in ord_foran(s)})) or ALT
        return begynnelser(deler)


def _etter(krav: Krav, tekst: str, fra: int, til: int) -> int:
    """Return the first place in a text where all that is asked for may stand before, -1 for none."""
    for en in krav:
        if isinstance(en, str):
            sted = tekst.find(en, fra, til)
            fra = sted + len(en)
        else:
            sted = fra = min((n for gren in en if (n := _etter(gren, tekst, fra, til)) >= 0), default=-1)
        if sted < 0:
            return -1
    return fra


@cache
def _kompilert(kilde: str) -> re.Pattern[str]:
    # The items of all lists are the same pattern, with values that go elsewhere.
    return re.compile(kilde, re.DOTALL)

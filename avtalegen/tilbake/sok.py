"""Proposals tried one by one: what counts is what the agreement says when it is composed with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import gt
from typing import NamedTuple

from avtalegen.funn.diagnostic import Diagnostic, Rute
from avtalegen.henting.enheter import Enhet, enheter
from avtalegen.henting.par import par, på_plass
from avtalegen.skrivere.word.tekst import Section
from avtalegen.tilbake.forslag import EXHAUSTED, LEFT, UNREADABLE, Forslag
from avtalegen.tilbake.like import jevnet
from avtalegen.tilbake.rekker import EMPTY
from avtalegen.tilbake.tre import Data, Endringer, anvendt
from avtalegen.tilbake.utgave import Komponist, Utgave

_WORD = re.compile(r"\w+|[^\w\s]")
_WEIGHT = 100  # of a word, where another capital or another form of a date is one
_MOST_TRIED = 600
"""How many agreements are composed for one document: some fifty milliseconds each."""
_MOST_UNITS, _MOST_CHARACTERS = 100_000, 20_000_000
"""How much of an edited document is held against them, all told: an agreement has 300 units and 40,000 characters."""


class Avstand(NamedTuple):
    """How far an agreement is from saying what the edited document says, by its words, and how far each unit is."""

    ord: int
    av: tuple[int, ...]


@dataclass
class Søk:
    """What has been found so far, and what the agreement says with it.

    `mål` is the text of the edited document, and `viser` the values that each unit of it showed when it was made.
    """

    komponist: Komponist
    data: Data
    utgave: Utgave
    mål: Sequence[Section]
    viser: Mapping[int, frozenset[Rute]]
    endringer: Endringer = field(default_factory=Endringer)

    def __post_init__(self) -> None:
        self.nye = enheter(self.mål)
        self.prøvd = 0
        tegn = sum(len(celle) for enhet in self.nye for celle in enhet.celler)
        self._flest = max(1, min(_MOST_TRIED, _MOST_UNITS // (len(self.nye) + 1), _MOST_CHARACTERS // (tegn + 1)))
        self._laget: dict[str, Utgave | tuple[Diagnostic, ...]] = {}
        self.avstand = self.måling(self.utgave)

    def prøvd_med(self, endringer: Endringer) -> Utgave | tuple[Diagnostic, ...]:
        """Return what the agreement says with the changes, or what is wrong with it then."""
        nøkkel = repr((sorted(map(repr, endringer.verdier.items())), sorted(map(repr, endringer.lister.items()))))
        if nøkkel not in self._laget:
            if self.prøvd >= self._flest:
                return ()
            self.prøvd += 1
            try:
                data = anvendt(self.data, endringer)
            except (LookupError, TypeError):
                return ()
            self._laget[nøkkel] = self.komponist.lag(data)
        return self._laget[nøkkel]

    def måling(self, utgave: Utgave) -> Avstand:
        """Return how far an agreement is from the edited document."""
        av = [0] * len(self.nye)
        borte = 0
        for a, b in på_plass(par(utgave.sections, self.mål), utgave.enheter, self.nye):
            if b is None:
                assert a is not None
                borte += _WEIGHT * _ord(utgave.enheter[a]).total() + 1
            elif a is None:
                av[b] = _WEIGHT * _ord(self.nye[b]).total() + 1
            elif utgave.enheter[a].celler != self.nye[b].celler:
                av[b] = _WEIGHT * _ulike(_ord(utgave.enheter[a]), _ord(self.nye[b]))
                av[b] += min(1 + _ulike(_ordene(utgave.enheter[a]), _ordene(self.nye[b])), _WEIGHT - 1)
        return Avstand(borte + sum(av), tuple(av))

    def alle(self, forslag: Sequence[Forslag]) -> bool:
        """Take the first way of all the proposals, when each then gives what it should, and nothing is further off."""
        samlet = self.endringer
        for ett in forslag:
            if not ett.måter or ett.konflikt:
                return False
            samlet = samlet.og(ett.måter[0])
        utgave = self.prøvd_med(samlet)
        if not isinstance(utgave, Utgave):
            return False
        avstand = self.måling(utgave)
        if any(avstand.av[b] for ett in forslag for b in ett.nye) or any(map(gt, avstand.av, self.avstand.av)):
            return False
        self._ta(samlet, utgave, avstand)
        return True

    def ett(self, forslag: Forslag) -> str | None:
        """Take the best way of a proposal; return why none of them can be taken, None when one is."""
        if self.prøvd >= self._flest:
            return EXHAUSTED
        beste: tuple[Avstand, Endringer, Utgave] | None = None
        grunn = None
        for måte in forslag.måter:
            samlet = self.endringer.og(måte)
            utgave = self.prøvd_med(samlet)
            if not isinstance(utgave, Utgave):
                grunn = grunn or (utgave[0].message if utgave else None)
                continue
            avstand = self.måling(utgave)
            if avstand.ord >= self.avstand.ord or not self._nærmere(forslag, avstand):
                continue
            if steder := self._uenige(forslag, avstand):
                return steder
            if beste is None or avstand.ord < beste[0].ord:
                beste = avstand, samlet, utgave
            if forslag.nye and not any(avstand.av[b] for b in forslag.nye):
                break
        if beste is None:
            return grunn or UNREADABLE
        self._ta(beste[1], beste[2], beste[0])
        return None

    def _ta(self, endringer: Endringer, utgave: Utgave, avstand: Avstand) -> None:
        self.endringer, self.utgave, self.avstand = endringer, utgave, avstand

    def _nærmere(self, forslag: Forslag, avstand: Avstand) -> bool:
        """Tell whether the units that the proposal is about say more of what they should."""
        var, er = (sum(av[b] for b in forslag.nye) for av in (self.avstand.av, avstand.av))
        return er < var or not forslag.nye

    def _uenige(self, forslag: Forslag, avstand: Avstand) -> str | None:
        """Return a place that shows the same value and has been left as it was in the edited document."""
        for b, (var, er) in enumerate(zip(self.avstand.av, avstand.av, strict=True)):
            if er > var and b not in forslag.nye and any(_i(rute, forslag.ruter) for rute in self.viser.get(b, ())):
                return f"{LEFT}{b}"
        return None


def _i(rute: Rute, ruter: Sequence[Rute]) -> bool:
    return any(rute[: len(en)] == en for en in ruter)


def _ulike(en: Counter[str], annen: Counter[str]) -> int:
    return ((en - annen) + (annen - en)).total()


def _ordene(enhet: Enhet) -> Counter[str]:
    return Counter(_WORD.findall(enhet.tekst))


def _ord(enhet: Enhet) -> Counter[str]:
    # A column more with nothing in it says nothing: a table may get one when a row of it goes.
    return Counter(_WORD.findall(jevnet(" ".join(celle for celle in enhet.celler if celle not in EMPTY))))

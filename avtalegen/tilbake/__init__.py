"""What has been changed in a document, brought back to the YAML that it was made of.

The agreement is composed once more, so each piece of the text leads to its value. What has changed there gives
proposals, and each counts only when the agreement composed with it says what the document does. What nothing explains
is told with its place and the reason, so nothing is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from avtalegen.funn.diagnostic import Rute
from avtalegen.henting.enheter import Enhet, enheter
from avtalegen.henting.par import par, på_plass
from avtalegen.henting.samstilling import Pair, Work
from avtalegen.skrivere.word.tekst import Section
from avtalegen.tilbake.forslag import Forslag, i_verdier
from avtalegen.tilbake.merker import uten_merker
from avtalegen.tilbake.oversatt import NO_COUNTERPART, Uoversatt, oversatt
from avtalegen.tilbake.rekker import borte, flyttet, kommet, naboer
from avtalegen.tilbake.rest import Sted, Svar, resten
from avtalegen.tilbake.sok import Søk
from avtalegen.tilbake.tre import Endringer, skrevet_rute
from avtalegen.tilbake.utgave import Komponist, Utgave

__all__ = ["Ført", "Sted", "Tilbake", "tilbake"]


class Ført(NamedTuple):
    """A change in the document that has been brought back, and what it changes in the YAML."""

    sti: tuple[str, ...]
    før: str
    nå: str
    ruter: tuple[Rute, ...]


class Tilbake(NamedTuple):
    """What an edited document gives back: the changes in the YAML, what they came of, and what differs still.

    `andre_ord` counts the places that this version of avtalegen, or other templates, say in other words than the
    document was made with; they are nobody's changes.
    """

    endringer: Endringer
    ført: tuple[Ført, ...]
    rest: tuple[Sted, ...]
    utgave: Utgave
    andre_ord: int = 0


def tilbake(komponist: Komponist, utgave: Utgave, gammel: Sequence[Section], ny: Sequence[Section]) -> Tilbake:
    """Return what the differences between two texts are in the agreement that `utgave` was composed of.

    `gammel` is the text of the document as it was made, perhaps by another version, and `ny` as it is.
    """
    work = Work()
    ny = uten_merker(gammel, ny)
    andre: tuple[Uoversatt, ...] = ()
    andre_ord = 0
    if tuple(gammel) != tuple(utgave.sections):
        ny, andre, andre_ord = oversatt(utgave, gammel, ny, work)
    gamle, nye = utgave.enheter, enheter(ny)
    pairs = på_plass(par(utgave.sections, ny), gamle, nye)
    viser = {
        b: frozenset(skrevet_rute(utgave.data, s.rute) for s in gamle[a].alle)
        for a, b in pairs
        if a is not None and b is not None
    }
    søk = Søk(komponist, utgave.data, utgave, ny, viser)
    forsøk = _Forsøk(søk, gamle, nye, pairs)
    funnet = i_verdier(utgave.data, gamle, nye, pairs, work)
    forsøk.prøv_alle(funnet.forslag)
    forsøk.om_rekker(work)
    svar = Svar(gamle, nye, pairs, {ett.ny: ett.grunn for ett in funnet.uførte}, forsøk.tatt, forsøk.avvist)
    rest = [*resten(svar, utgave.sections, ny, søk.utgave)]
    rest += (Sted("ikke ført", sti, før, nå, None, NO_COUNTERPART) for sti, før, nå in andre)
    return Tilbake(søk.endringer, tuple(forsøk.førte()), tuple(rest), søk.utgave, andre_ord)


class _Forsøk:
    """The proposals that have been taken, and those that could not be."""

    def __init__(self, søk: Søk, gamle: Sequence[Enhet], nye: Sequence[Enhet], pairs: Sequence[Pair]) -> None:
        self.søk, self.gamle, self.nye, self.pairs = søk, gamle, nye, pairs
        self.tatt: list[Forslag] = []
        self.avvist: list[tuple[Forslag, str]] = []

    def prøv(self, forslag: Forslag) -> bool:
        """Try a proposal."""
        grunn = forslag.konflikt or self.søk.ett(forslag)
        if grunn is None:
            self.tatt.append(forslag)
        else:
            self.avvist.append((forslag, grunn))
        return grunn is None

    def prøv_alle(self, forslag: Sequence[Forslag]) -> None:
        """Try proposals together; where they don't all give what they should, each half of them, down to one."""
        if len(forslag) > 1 and not self.søk.alle(forslag):
            midten = len(forslag) // 2
            self.prøv_alle(forslag[:midten])
            self.prøv_alle(forslag[midten:])
        elif len(forslag) > 1:
            self.tatt += forslag
        else:
            for ett in forslag:
                self.prøv(ett)

    def om_rekker(self, work: Work) -> None:
        """Try what has been moved, has come and has gone, in the order of the document."""
        data = self.søk.data
        mistet = [a for a, b in self.pairs if b is None and a is not None]
        for b in [b for a, b in self.pairs if a is None and b is not None]:
            ved = naboer(b, self.pairs, self.gamle)
            like = [a for a in mistet if self.gamle[a].celler == self.nye[b].celler]
            if not like:
                self.prøv(kommet(data, self.søk.endringer, self.nye, b, ved, work))
                continue
            # What stands in another place is never there twice, nor lost: both come and gone, or neither.
            mistet.remove(like[0])
            if not self.prøv(flyttet(data, self.søk.endringer, self.gamle[like[0]], like[0], b, ved)):
                self.prøv(self._kommet_og_borte(like[0], b, ved, work))
        for a in mistet:
            if self._er_der(a):
                self.prøv(borte(data, self.søk.endringer, self.gamle[a], a))

    def _kommet_og_borte(self, a: int, b: int, ved: Sequence[tuple[Enhet, bool]], work: Work) -> Forslag:
        """Return the proposal for a unit that has become something else in another place: it is there, and not here."""
        data, før = self.søk.data, self.søk.endringer
        kom = kommet(data, før, self.nye, b, ved, work)
        ways = [kommer.og(går) for kommer in kom.måter for går in borte(data, før.og(kommer), self.gamle[a], a).måter]
        ruter = borte(data, før, self.gamle[a], a).ruter
        return Forslag(tuple(ways), (a,), (b,), (*ruter, *kom.ruter), self.gamle[a].tekst, self.nye[b].tekst)

    def _er_der(self, a: int) -> bool:
        """Tell whether the agreement still says what is gone in the document."""
        celler = self.gamle[a].celler
        return any(enhet.celler == celler for enhet in self.søk.utgave.enheter)

    def førte(self) -> list[Ført]:
        """Return what has been brought back, in the order of the document."""
        return [
            Ført((self.nye[ett.nye[0]] if ett.nye else self.gamle[ett.gamle[0]]).sti, ett.før, ett.nå, ett.ruter)
            for ett in self.tatt
        ]

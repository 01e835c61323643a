"""What has been changed in a document that another version made, told in the words that this version has.

Between the two, sentences have got other words and headings have come and gone. A paragraph that both have is the same
one; of one in other words, the values can still be told. What has no counterpart is told of as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.begge import Begge
from avtalegen.henting.enheter import Enhet, enheter, margene
from avtalegen.henting.lest import les
from avtalegen.henting.par import par, på_plass
from avtalegen.henting.samstilling import Work
from avtalegen.skrivere.word.tekst import FRONT, MARGINS, Item, Section
from avtalegen.tilbake.utgave import Utgave

NO_COUNTERPART = Begge(
    "Dette er skrevet med andre ord nå enn da dokumentet ble laget, og hører ikke til noe bestemt sted.",
    "Dette er skrive med andre ord no enn då dokumentet vart laga, og høyrer ikkje til nokon bestemt stad.",
)


class Uoversatt(NamedTuple):
    """A change that has no place in the words of this version: the headings above it, and how it was and is."""

    sti: tuple[str, ...]
    før: str | None
    nå: str | None


class Oversatt(NamedTuple):
    """The text that this version would have been edited to, what could not be told in it, and how much differs."""

    sections: tuple[Section, ...]
    uoversatte: tuple[Uoversatt, ...]
    andre_ord: int


def oversatt(utgave: Utgave, gammel: Sequence[Section], ny: Sequence[Section], work: Work) -> Oversatt:
    """Return the changes from `gammel` to `ny` as changes of what `utgave` says."""
    gamle, nye = enheter(gammel), enheter(ny)
    motpart = _motparter(gammel, utgave)
    tekst = _Tekst(utgave, work)
    uoversatte: list[Uoversatt] = []
    for a, b in på_plass(par(gammel, ny), gamle, nye):
        var, er = None if a is None else gamle[a], None if b is None else nye[b]
        her = None if a is None else motpart.get(a)
        if var is None:
            assert er is not None
            tekst.legg_til(er)
        elif (her is None or not tekst.endre(her, var, er)) and not tekst.endre_verdier(var, er):
            uoversatte.append(Uoversatt((er or var).sti, var.tekst, er.tekst if er else None))
    nivåer = {section.heading: section.level for section in ny}
    andre_ord = sum(a not in motpart or utgave.enheter[motpart[a]].celler != gamle[a].celler for a in range(len(gamle)))
    rundt = _rundt(ny if margene(ny) != margene(gammel) else utgave.sections)
    return Oversatt((*tekst.sections(nivåer), *rundt), tuple(uoversatte), andre_ord)


def _rundt(sections: Sequence[Section]) -> Iterator[Section]:
    return (section for section in sections if not section.level and section.heading == MARGINS)


def _motparter(gammel: Sequence[Section], utgave: Utgave) -> dict[int, int]:
    """Return the place in `utgave` of each unit of the old text: of those with one text once, wherever they stand."""
    gamle, alle = enheter(gammel), utgave.enheter
    der, her = Counter(en.celler for en in alle), Counter(en.celler for en in gamle)
    plass = {en.celler: nr for nr, en in enumerate(alle)}
    like = {nr: plass[en.celler] for nr, en in enumerate(gamle) if her[en.celler] == 1 and der.get(en.celler) == 1}
    tatt = {*like.values()}
    for a, b in på_plass(par(gammel, utgave.sections), gamle, alle):
        if a is not None and b is not None and a not in like and b not in tatt:
            like[a] = b
    return like


class _Tekst:
    """What this version says, while it is edited."""

    def __init__(self, utgave: Utgave, work: Work) -> None:
        self._opprinnelige = utgave.enheter
        self._enheter: list[Enhet | None] = [*utgave.enheter]
        self._nivå = {section.heading: section.level for section in utgave.sections}
        self._etter: dict[int, list[Enhet]] = {}
        self._sist = -1
        self._work = work

    def legg_til(self, enhet: Enhet) -> None:
        """Put a new unit after the last one that was met."""
        self._etter.setdefault(self._sist, []).append(enhet)

    def endre(self, her: int, var: Enhet, er: Enhet | None) -> bool:
        """Change the unit at `her` as `var` has become `er`; tell whether all of that could be told."""
        enhet = self._enheter[her]
        assert enhet is not None  # it is the counterpart of one only
        self._sist = her
        if er is None:
            if enhet.celler != var.celler:
                return False
            self._enheter[her] = None
            return True
        if er.celler == var.celler:
            return True
        if len({len(enhet.celler), len(var.celler), len(er.celler)}) > 1:
            return False
        celler = [*map(self._celle, enhet.celler, enhet.spenn, var.celler, er.celler)]
        if None in celler:
            return False
        self._enheter[her] = enhet._replace(celler=tuple(celle or "" for celle in celler))
        return True

    def endre_verdier(self, var: Enhet, er: Enhet | None) -> bool:
        """Change what shows the same as a whole cell did, wherever it stands now; tell whether it could be told."""
        if er is None or len(er.celler) != len(var.celler):
            return False
        nye: dict[int, Enhet] = {}
        for gammel, ny in zip(var.celler, er.celler, strict=True):
            if gammel == ny:
                continue
            steder = [*self._som_viser(gammel)]
            if len({s.rute for _, _, s in steder}) != 1:
                return False
            for nr, celle, s in steder:
                enhet = self._opprinnelige[nr]
                if nr in nye or self._enheter[nr] is not enhet:
                    return False
                tekst = enhet.celler[celle]
                tekst = f"{tekst[: s.fra]}{ny}{tekst[s.til :]}"
                nye[nr] = enhet._replace(celler=(*enhet.celler[:celle], tekst, *enhet.celler[celle + 1 :]))
        for nr, enhet in nye.items():
            self._enheter[nr] = enhet
        return True

    def _som_viser(self, tekst: str) -> Iterator[tuple[int, int, Spenn]]:
        for nr, enhet in enumerate(self._opprinnelige):
            for celle, spenn in enumerate(enhet.spenn):
                for s in spenn:
                    if not s.valgt and enhet.celler[celle][s.fra : s.til].casefold() == tekst.casefold():
                        yield nr, celle, s

    def _celle(self, nå: str, spenn: Sequence[Spenn], var: str, er: str) -> str | None:
        """Return what a cell says that has become `er` where it was `var`, None when it can't be told."""
        if nå == var:
            return er
        if er in (var, nå):
            return nå
        verdiene = [s for s in spenn if not s.valgt]
        båret = les(nå, verdiene, var, self._work)
        plasser: list[tuple[Spenn, Spenn]] = []
        fra = 0
        for s, verdi in zip(verdiene, båret.verdier, strict=True):
            vist = nå[s.fra : s.til]
            sted = var.find(vist, fra) if verdi == vist else -1
            if sted >= 0:
                fra = sted + (s.til - s.fra)
                plasser.append((s, s._replace(fra=sted, til=fra)))
        lest = les(var, [gammel for _, gammel in plasser], er, self._work)
        if lest.andre or None in lest.verdier:
            return None
        for (s, _), verdi in reversed([*zip(plasser, lest.verdier, strict=True)]):
            nå = nå[: s.fra] + (verdi or "") + nå[s.til :]
        return nå

    def sections(self, nivåer: dict[str, int]) -> Iterator[Section]:
        """Give the text as it is now; `nivåer` are those of headings that have come."""
        heading, level = FRONT, 0
        items: list[Item] = []
        for nr in range(-1, len(self._enheter)):
            egen = [en for en in self._enheter[nr : nr + 1] if en is not None]  # none at -1
            for enhet in (*egen, *self._etter.get(nr, ())):
                if not enhet.overskrift:
                    items.append(enhet.celler if enhet.rad else enhet.celler[0])
                    continue
                yield Section(heading, level, tuple(items))
                heading, items = enhet.celler[0], []
                level = self._nivå.get(enhet.sti[-1]) or nivåer.get(heading) or 1
        yield Section(heading, level, tuple(items))

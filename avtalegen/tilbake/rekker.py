"""Paragraphs, list items and rows that have come, gone or been moved: what that makes of the lists in the YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.diagnostic import Rute
from avtalegen.henting.enheter import Enhet
from avtalegen.henting.lest import les
from avtalegen.henting.samstilling import Pair, Work
from avtalegen.lesing.redigering.overstyring import som_liste
from avtalegen.tilbake.forslag import Forslag
from avtalegen.tilbake.oppramsing import nytt_element
from avtalegen.tilbake.skrivemate import flyttet as flyttet_tekst
from avtalegen.tilbake.skrivemate import måter
from avtalegen.tilbake.tre import Data, Endringer, Ny, Rekke, elementer, rekken, skrevet_rute, verdi_ved

EMPTY = frozenset(("–", "-", "—", ""))
"""What a cell without a value has."""


class Lister:
    """The lists of an agreement as they stand with the changes found so far."""

    def __init__(self, data: Data, endringer: Endringer) -> None:
        self.data, self.endringer = data, endringer

    def rekke(self, liste: Rute) -> Rekke:
        """Return what a list is to be so far."""
        return self.endringer.lister.get(liste, rekken(self.data, liste))

    def uten(self, liste: Rute, nr: int) -> Endringer:
        """Return what takes one thing out of a list."""
        return Endringer({}, {liste: tuple(en for en in self.rekke(liste) if en != nr)})

    def med(self, liste: Rute, nr: int, ny: Ny, *, etter: bool) -> Endringer:
        """Return what puts something before or after one thing in a list; after what is new there already."""
        rekke = [*self.rekke(liste)]
        plass = rekke.index(nr) if nr in rekke else len(rekke)
        if etter:
            plass += 1
            while plass < len(rekke) and isinstance(rekke[plass], Ny):
                plass += 1
        return Endringer({}, {liste: (*rekke[:plass], ny, *rekke[plass:])})


def borte(data: Data, endringer: Endringer, enhet: Enhet, plass: int) -> Forslag:
    """Return the proposal for a unit that is gone: what it showed is taken away."""
    lister = Lister(data, endringer)
    ways: list[Endringer] = []
    spenn = enhet.alle
    ruter = tuple(dict.fromkeys(skrevet_rute(data, s.rute) for s in spenn))
    for liste, nr in _felles(data, spenn):
        if nr in lister.rekke(liste):
            ways.append(lister.uten(liste, nr))
            # What it shows of the others in the list too, stays.
            ruter = tuple(rute for rute in ruter if rute[: len(liste) + 1] == (*liste, nr)) or ruter
    verdier = [rute for rute in ruter if isinstance(rute[-1], str)]
    if verdier:
        ways.append(Endringer(dict.fromkeys(verdier)))
    if len(verdier) == 1 and (ny := _uten_avsnitt(verdi_ved(data, verdier[0]), enhet.tekst)):
        ways.insert(0, Endringer({verdier[0]: ny}))
    return Forslag(tuple(ways), (plass,), (), ruter, enhet.tekst, "")


def _uten_avsnitt(skrevet: Data, tekst: str) -> str | None:
    """Return what is left of a text without one of its paragraphs; None when it isn't one of several."""
    if not isinstance(skrevet, str) or (uten := flyttet_tekst(skrevet, ((tekst, ""),))) is None:
        return None
    return re.sub(r"\n{3,}", "\n\n", uten).strip() or None


def _felles(data: Data, spenn: Sequence[Spenn]) -> Iterator[tuple[Rute, int]]:
    """Give the lists that have all of a unit in one thing, the innermost first, and the place of that.

    Then those that have some of it there, and the rest in no list: a row of the meeting plan may show the place that
    all the meetings have.
    """
    alle = [[*elementer(data, s.rute)] for s in spenn]
    første = list(dict.fromkeys(her for en in alle for her in en))
    hele = [her for her in første if all(her in en for en in alle)]
    yield from hele
    for liste, nr in første:
        rundt = {*elementer(data, liste)}
        if (liste, nr) not in hele and all((liste, nr) in en or rundt.issuperset(en) for en in alle):
            yield liste, nr


def kommet(
    data: Data, endringer: Endringer, nye: Sequence[Enhet], plass: int, naboer: Sequence[tuple[Enhet, bool]], work: Work
) -> Forslag:
    """Return the proposal for a unit that has come. `naboer` are what stands before it (True) and after it."""
    lister = Lister(data, endringer)
    ny = nye[plass]
    ways: list[Endringer] = []
    ruter: list[Rute] = []
    for nabo, etter in naboer:
        if ny.overskrift or nabo.rad != ny.rad or len(nabo.celler) != len(ny.celler):
            continue
        for liste, nr in _felles(data, nabo.alle):
            ruter.append(liste)
            ways += (
                lister.med(liste, nr, Ny(som), etter=etter)
                for verdi in _verdier(data, nabo, liste, nr, ny, work)
                for som in _som_de_andre(som_liste(verdi_ved(data, liste)), verdi)
            )
        ways += _nytt_avsnitt(data, nabo, ny, etter=etter)
    return Forslag(tuple(ways), (), (plass,), tuple(dict.fromkeys(ruter)), "", ny.tekst)


def flyttet(
    data: Data, endringer: Endringer, gammel: Enhet, fra: int, ny: int, naboer: Sequence[tuple[Enhet, bool]]
) -> Forslag:
    """Return the proposal for a unit that stands in another place with the same text."""
    lister = Lister(data, endringer)
    ways: list[Endringer] = []
    for liste, nr in _felles(data, gammel.alle):
        verdi = som_liste(verdi_ved(data, liste))[nr]
        for nabo, etter in naboer:
            for til, ved in _felles(data, nabo.alle):
                uten = lister.uten(liste, nr)
                if til == liste and ved != nr:
                    rekke = [*uten.lister[liste]]
                    if ved in rekke:
                        rekke.insert(rekke.index(ved) + etter, nr)
                        ways.append(Endringer({}, {liste: tuple(rekke)}))
                elif til != liste:
                    ways.append(uten.og(Lister(data, endringer.og(uten)).med(til, ved, Ny(verdi), etter=etter)))
    ruter = tuple(dict.fromkeys(skrevet_rute(data, s.rute) for s in gammel.alle))
    return Forslag(tuple(ways), (fra,), (ny,), ruter, gammel.tekst, gammel.tekst)


def _nytt_avsnitt(data: Data, nabo: Enhet, ny: Enhet, *, etter: bool) -> Iterator[Endringer]:
    """Give the ways to put a new paragraph in a text that has several."""
    spenn = nabo.alle
    if ny.rad or len(spenn) != 1 or nabo.tekst != nabo.tekst[spenn[0].fra : spenn[0].til]:
        return
    rute = skrevet_rute(data, spenn[0].rute)
    skrevet = verdi_ved(data, rute)
    if not isinstance(skrevet, str) or rute[-1:] != ("tekst",):
        return
    nå = f"{nabo.tekst}\n\n{ny.tekst}" if etter else f"{ny.tekst}\n\n{nabo.tekst}"
    for måte in måter(skrevet, nabo.tekst, nå):
        yield Endringer({rute: måte})


def _verdier(data: Data, nabo: Enhet, liste: Rute, nr: int, ny: Enhet, work: Work) -> Iterator[Data]:
    """Give what a new thing in a list may be, when its unit is like the one of its neighbour."""
    element = som_liste(verdi_ved(data, liste))[nr]
    hele = (*liste, nr)
    if len(nabo.alle) == 1 and len(ny.celler) == 1:
        yield from (nytt_element(data, nabo.alle[0].rute, tekst) for tekst in _uten_ramme(nabo, ny, work))
        return
    felt: dict[Rute, str] = {}
    for før, nå, spenn in zip(nabo.celler, ny.celler, nabo.spenn, strict=True):
        verdiene = [s for s in spenn if not s.valgt]
        if nå in EMPTY or not verdiene:
            continue
        lest = les(før, verdiene, nå, work)
        verdier = lest.verdier
        if lest.andre or lest.tvetydig or None in verdier:
            verdiene, verdier = verdiene[:1], (nå,)
        for s, verdi in zip(verdiene, verdier, strict=True):
            innenfor = skrevet_rute(data, s.rute)[len(hele) :] or s.rute[-1:]
            if verdi and isinstance(innenfor[0], str):
                felt.setdefault(innenfor, verdi)
            elif verdi:
                yield verdi
    if not felt:
        return
    if not isinstance(element, dict) and len(felt) == 1:
        yield from felt.values()
    bygget: dict[str, Data] = {}
    for innenfor, verdi in felt.items():
        _legg(bygget, innenfor, verdi)
    yield bygget


def _som_de_andre(andre: Sequence[Data], verdi: Data) -> Iterator[Data]:
    """Give a new thing as it is, and with what all in its list say: that each of them is only expected, for example."""
    yield verdi
    if isinstance(verdi, dict) and andre and all(isinstance(en, dict) for en in andre):
        likt = {navn: en for navn, en in andre[0].items() if all(ett.get(navn) == en for ett in andre)}
        if likt.keys() - verdi.keys():
            yield {**verdi, **{navn: en for navn, en in likt.items() if navn not in verdi}}


def _legg(i: dict[str, Data], rute: Rute, verdi: str) -> None:
    """Put a value where it belongs in a mapping; several in a list follow each other."""
    steg, *resten = rute
    assert isinstance(steg, str)
    if not resten:
        i[steg] = verdi
    elif isinstance(resten[0], int):
        liste = i.setdefault(steg, [])
        if len(resten) == 1:
            liste.append(verdi)
        else:
            element: dict[str, Data] = {}
            _legg(element, tuple(resten[1:]), verdi)
            liste.append(element)
    else:
        _legg(i.setdefault(steg, {}), tuple(resten), verdi)


def _uten_ramme(nabo: Enhet, ny: Enhet, work: Work) -> Iterator[str]:
    """Give the text of a value without the words of ours that the neighbour has around it."""
    lest = les(nabo.celler[0], nabo.alle, ny.celler[0], work)
    if not lest.andre and lest.verdier[0]:
        yield lest.verdier[0]
    yield ny.celler[0]


def naboer(plass: int, pairs: Sequence[Pair], gamle: Sequence[Enhet]) -> list[tuple[Enhet, bool]]:
    """Return the old units that stand nearest before (True) and after a new one."""
    rekke = [b for _, b in pairs if b is not None]
    motpart = {b: a for a, b in pairs if b is not None and a is not None}
    før = [motpart[b] for b in rekke[: rekke.index(plass)] if b in motpart]
    etter = [motpart[b] for b in rekke[rekke.index(plass) + 1 :] if b in motpart]
    funnet = [(gamle[før[-1]], True)] if før else []
    return [*funnet, *([(gamle[etter[0]], False)] if etter else [])]

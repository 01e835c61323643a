"""What an agreement says: fields are filled in at random, and what must fit together is made to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from avtalegen import register
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Målform, Part, Status
from avtalegen.modell.klokke import Klokkeslett
from tests.generator import tider
from tests.generator.blad import Blad, Liste, Node, Ting
from tests.generator.klokke import klokkeslettmåter
from tests.generator.navn import Merke, trakten
from tests.generator.ruter import Mønster, rutenummer
from tests.generator.verdier import Sted, verdi

VÅPEN = "vapen.png"
FLEST = 60
"""Items of one field in one agreement. More than this, and a place name would stand for two of them."""


class Oppskrift(NamedTuple):
    """What kind of agreement is wanted. What is None, is drawn.

    `fylde` is the share of what may be left out that is filled in: 0 gives the smallest agreement there is, 1 one
    with everything. `kommuner` is how many take part. `uten` names routes (without indexes) that are left empty, with
    all below them; `med` routes that are filled in, with the way to them. `arv` puts a part of it in a file to
    inherit from.
    """

    fylde: float | None = None
    målform: Målform | None = None
    status: Status | None = None
    kommuner: int | None = None
    arv: bool | None = False
    uten: frozenset[Mønster] = frozenset()
    med: frozenset[Mønster] = frozenset()


HVA_SOM_HELST = Oppskrift()


class Plan(NamedTuple):
    """The tree of an agreement, and the kommuner it is for."""

    tre: Ting
    kommuner: tuple[register.Kommune, ...]


def plan(r: Random, nummer: int, oppskrift: Oppskrift) -> Plan:
    """Return what agreement `nummer` says; its texts bear the mark of that number."""
    return _Tegner(r, nummer, oppskrift).tegnet()


class _Tegner:
    """What is decided for the whole of one agreement."""

    def __init__(self, r: Random, nummer: int, oppskrift: Oppskrift) -> None:
        self.r = r
        self.nummer = nummer
        self.oppskrift = oppskrift
        self.fylde = r.choice((0.15, 0.3, 0.6, 1.0)) if oppskrift.fylde is None else oppskrift.fylde
        self.målform = oppskrift.målform or r.choice(list(Målform))
        self.status = oppskrift.status or r.choice(list(Status))
        self.kommuner = _kommuner(r, oppskrift.kommuner or r.choice((1, 1, 1, 2, 4)))
        self.ønsket = {rute[:lengde] for rute in oppskrift.med for lengde in range(len(rute) + 1)}
        self.sett: Counter[Mønster] = Counter()

    def tegnet(self) -> Plan:
        tre = self._ting(Avtale, ())
        for samsvar in _I_HELE:
            tre = samsvar(self, tre)
        return Plan(tre, self.kommuner)

    def ja(self, sjanse: float) -> bool:
        """Tell yes so often; no is what a strategy shrinks to."""
        return self.r.random() >= 1 - sjanse

    def blad(self, felt: Felt, rute: Mønster) -> Blad:
        """Return a new value for a field."""
        forekomst = self.sett[rute]
        self.sett[rute] += 1
        merke = Merke(rutenummer()[rute], self.nummer, forekomst)
        return verdi(self.r, Sted(felt, rute, merke, self.målform is Målform.NYNORSK))

    def ett(self, part: type[Del], nøkkel: str, rute: Mønster) -> Blad:
        return self.blad(part.felter[nøkkel], (*rute, nøkkel))

    def _ting(self, part: type[Del], rute: Mønster) -> Ting:
        noder = {
            felt.nøkkel: self._node(felt, (*rute, felt.nøkkel))
            for felt in part.felter.values()
            if self._skal_med(felt, (*rute, felt.nøkkel))
        }
        if not noder:
            mulige = [f for f in part.felter.values() if (*rute, f.nøkkel) not in self.oppskrift.uten]
            valgt = self.r.choice(mulige)
            noder = {valgt.nøkkel: self._node(valgt, (*rute, valgt.nøkkel))}
        ting = Ting(part, noder)
        samsvar = _I_EN_DEL.get(part.__name__)
        return samsvar(self, ting, rute) if samsvar else ting

    def _skal_med(self, felt: Felt, rute: Mønster) -> bool:
        if rute == ("arv",):
            return False
        alltid = felt.påkrevd or rute == ("parter", "kommuner")
        if alltid or rute in self.ønsket:
            return True
        return rute not in self.oppskrift.uten and self.ja(self.fylde)

    def _node(self, felt: Felt, rute: Mønster) -> Node:
        if not felt.mange:
            return self._en(felt, rute)
        antall = min(self.r.choice((1, 1, 2, 3) if len(rute) < 5 else (1, 1, 2)), max(1, FLEST - self.sett[rute]))
        return Liste(tuple(self._en(felt, rute) for _ in range(antall)))

    def _en(self, felt: Felt, rute: Mønster) -> Node:
        part = del_i(felt.type)
        return self._ting(part, rute) if part else self.blad(felt, rute)


def _kommuner(r: Random, antall: int) -> tuple[register.Kommune, ...]:
    distrikt = r.choice(register.alle_politidistrikt())
    numre = r.sample(distrikt.kommunenumre, min(antall, len(distrikt.kommunenumre)))
    return tuple(kjent for nummer in numre if (kjent := register.kommune(nummer)))


def fast(tekst: str, betydning: object = None) -> Blad:
    """Return a value that is written in one way."""
    return Blad((tekst,), tekst if betydning is None else betydning)


# ── What must fit together inside one part ──


def _periode(t: _Tegner, ting: Ting, rute: Mønster) -> Ting:
    fra, til = tider.kanter(t.r)
    if "fra" in ting.felter:
        ting = ting.med(fra=Blad(tider.kantmåter(fra, siste=False), fra))
    if "til" in ting.felter:
        ting = ting.med(til=Blad(tider.kantmåter(til, siste=True), til))
    løpende = ting.felter.get("løpende")
    if not (isinstance(løpende, Blad) and løpende.betydning):
        return ting
    if "til" in ting.felter or "varighet" in ting.felter:
        return ting.med(løpende=fast("nei", False))
    return ting


def _timer(først: str, sist: str) -> Callable[[_Tegner, Ting, Mønster], Ting]:
    """Let the one time of the day come before the other."""

    def samsvar(t: _Tegner, ting: Ting, rute: Mønster) -> Ting:
        a = Klokkeslett(t.r.randint(8, 11), t.r.choice((0, 30)))
        b = Klokkeslett(t.r.randint(12, 16), t.r.choice((0, 15, 45)))
        for nøkkel, tid in ((først, a), (sist, b)):
            if nøkkel in ting.felter:
                ting = ting.med(**{nøkkel: Blad(klokkeslettmåter(tid), tid)})
        return ting

    return samsvar


def _stenging(t: _Tegner, ting: Ting, rute: Mønster) -> Ting:
    if "uker" in ting.felter:
        return ting.med(uker=fast(f"uke {20 + t.sett[(*rute, 'uker')]} ved {trakten(t.nummer)}"))
    return ting


def _annen_part(t: _Tegner, ting: Ting, rute: Mønster) -> Ting:
    if "organisasjonsnummer" in ting.felter:
        nte = t.nummer * 200 + (rute[-1] == "andre") * FLEST + t.sett[(*rute, "organisasjonsnummer")]
        nummer = organisasjonsnummer(80_000_000 + 4 * nte)
        return ting.med(organisasjonsnummer=fast(t.r.choice((nummer, f"{nummer[:3]} {nummer[3:6]} {nummer[6:]}"))))
    return ting


def organisasjonsnummer(rest: int) -> str:
    """Return a number whose check digit is right, the first from `rest` that has one."""
    while True:
        sifre = f"{rest:08}"
        kontroll = -sum(int(s) * v for s, v in zip(sifre, (3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
        if kontroll < 10:
            return f"{sifre}{kontroll}"
        rest += 1


_I_EN_DEL: dict[str, Callable[[_Tegner, Ting, Mønster], Ting]] = {
    "Periode": _periode,
    "Møte": _timer("klokkeslett", "slutt"),
    "Tilstedeværelse": _timer("fra", "til"),
    "Stenging": _stenging,
    "AnnenPart": _annen_part,
    "Bilde": lambda t, ting, rute: ting.med(fil=fast(VÅPEN)),
}


# ── What must fit together across the agreement ──


def _opplysninger(t: _Tegner, tre: Ting) -> Ting:
    data = tre.felter["avtale"]
    assert isinstance(data, Ting)
    if t.målform is Målform.NYNORSK or "målform" in data.felter:
        data = data.med(målform=Blad((*t.målform.skrivemåter, t.målform.value.upper()), t.målform))
    if t.status is not Status.UTKAST or "status" in data.felter:
        data = data.med(status=Blad(t.status.skrivemåter, t.status))
    if t.status is Status.SIGNERT and "dato" not in data.felter:
        data = data.med(dato=t.ett(data.part, "dato", ("avtale",)))
    return tre.med(avtale=data if data.felter else data.med(status=fast("utkast", Status.UTKAST)))


def _parter(t: _Tegner, tre: Ting) -> Ting:
    parter = tre.felter["parter"]
    assert isinstance(parter, Ting)
    liste = parter.felter["kommuner"]
    assert isinstance(liste, Liste)
    mal = liste.ting[0]
    assert isinstance(mal, Ting)
    rute = ("parter", "kommuner")
    kommuner = []
    for n, kjent in enumerate(t.kommuner):
        ting = mal if n == 0 else t._ting(mal.part, rute)
        ting = ting.med(kommunenummer=fast(kjent.kommunenummer))
        if "navn" in ting.felter:
            ting = ting.med(navn=fast(t.r.choice((kjent.navn, f"{kjent.navn} kommune"))))
        if "organisasjonsnummer" in ting.felter:
            ting = ting.med(organisasjonsnummer=kjent.organisasjonsnummer and fast(kjent.organisasjonsnummer))
        kommuner.append(ting)
    politi = parter.felter["politi"]
    assert isinstance(politi, Ting)
    if "organisasjonsnummer" in politi.felter:
        distrikt = register.politidistrikt(t.kommuner[0].politidistrikt)
        assert distrikt is not None
        politi = politi.med(organisasjonsnummer=fast(distrikt.organisasjonsnummer))
    return tre.med(parter=parter.med(kommuner=Liste(tuple(kommuner)), politi=politi.med(distrikt=_distrikt(t))))


def _distrikt(t: _Tegner) -> Blad:
    distrikt = register.politidistrikt(t.kommuner[0].politidistrikt)
    assert distrikt is not None
    return fast(t.r.choice((distrikt.navn, distrikt.navn_nynorsk, distrikt.kortnavn)))


def _signaturer(t: _Tegner, tre: Ting) -> Ting:
    """A signed agreement is signed for every party, and what it names as attached is there."""
    if t.status is not Status.SIGNERT:
        return tre
    mal = tre.felter.get("signaturer")
    part = del_i(Avtale.felter["signaturer"].type)
    assert part is not None
    signatarer = []
    for hvem, slag in _hvem_signerer(t, tre):
        # The fields that were drawn for the first one are those that all have.
        ting = t._ting(part, ("signaturer",)) if mal else Ting(part)
        ting = ting.med(tittel=t.ett(part, "tittel", ("signaturer",)), **{"for": fast(hvem)})
        signatarer.append(ting.med(part=slag and Blad(slag.skrivemåter, slag)))
    tre = tre.med(signaturer=Liste(tuple(signatarer)))
    return _lagt_ved(t, tre)


def _hvem_signerer(t: _Tegner, tre: Ting) -> list[tuple[str, Part | None]]:
    parter = tre.felter["parter"]
    assert isinstance(parter, Ting)
    hvem: list[tuple[str, Part | None]] = [(f"{kjent.navn} kommune", Part.KOMMUNEN) for kjent in t.kommuner]
    hvem.append((t.kommuner[0].politidistrikt, Part.POLITIET))
    andre = parter.felter.get("andre")
    for node in (parter.felter.get("fylkeskommune"), *(andre.ting if isinstance(andre, Liste) else ())):
        if isinstance(node, Ting) and isinstance(navn := node.felter["navn"], Blad):
            hvem.append((str(navn.betydning), None))
    return hvem


def _lagt_ved(t: _Tegner, tre: Ting) -> Ting:
    vedlegg = tre.felter.get("vedlegg")
    evaluering = tre.felter.get("evaluering")
    if isinstance(evaluering, Ting) and isinstance(evalueringsplan := evaluering.felter.get("plan"), Ting):
        # Otherwise one of those attached would have to be that plan.
        evalueringsplan = evalueringsplan.med(vedlegg=None)
        tre = tre.med(evaluering=evaluering.med(plan=evalueringsplan if evalueringsplan.felter else None))
    if isinstance(vedlegg, Liste):
        med_fil = (v.med(fil=t.ett(v.part, "fil", ("vedlegg",))) for v in vedlegg.ting if isinstance(v, Ting))
        tre = tre.med(vedlegg=Liste(tuple(med_fil)))
    return tre


_I_HELE: tuple[Callable[[_Tegner, Ting], Ting], ...] = (_opplysninger, _parter, _signaturer)

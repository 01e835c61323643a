"""The lines of one section of our own documents, read by what its template can write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, takewhile

from avtalegen.importering.egne.fritekst import som_markdown
from avtalegen.importering.egne.ledet import Ledet
from avtalegen.importering.egne.monster import Mønster
from avtalegen.importering.egne.rader import Rad, er_uthevet
from avtalegen.importering.egne.tabeller import les_tabell
from avtalegen.importering.egne.treff import Kandidat, pris_av, tatt_fra_hverandre
from avtalegen.importering.egne.utfylling import Utfyller
from avtalegen.importering.funnet import TROLIG, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.komponering.innledninger import ALL_VERBS, NO_VERB
from avtalegen.komponering.skjelett.enheter import Avsnittsskjelett, Enhet, Tabellskjelett
from avtalegen.komponering.skjelett.fil import hentet
from avtalegen.komponering.skjelett.verdier import Ord, Skrevet
from avtalegen.modell.senere import senere

_DET = senere(r"(?:Det|Dette|Den|De|Dei|Han|Ho|Hun)\s")
"""Words that both we and the parties begin sentences with, that tell of what stands before them."""
_STOPP = r"(?:[.!?:…]|(?<=[.!?…]))"
"""What ends a sentence that is made of an item of a list, unless the item has its own end."""
_FORDEL = 20
"""How much more likely a text is where our words say who it would be about, when it begins with them."""
_LENGST = 4_000
"""Characters of a line that is held against the skeletons."""


class _Kandidater:
    """The sentences, items and headings of one section, as patterns."""

    def __init__(self, s: Avsnittsskjelett) -> None:
        self.overskrifter = [Kandidat(e.nr, Mønster(e.deler, e.følger), e) for e in s.enheter if e.slag == "overskrift"]
        punktene = {g: [e for e in alle if e.slag == "punkt"] for g, alle in _gruppert(s.enheter)}
        self.punkter: dict[int, list[Kandidat]] = {
            g: [Kandidat(e.nr, Mønster(e.deler, e.følger), e) for e in alle] for g, alle in punktene.items()
        }
        self.setninger: list[Kandidat] = []
        self.innledninger: list[Kandidat] = []
        for g, alle in _gruppert(s.enheter):
            ledd = [e for e in alle if e.slag == "setning"]
            for e in ledd:
                if not e.form or e.form in (ALL_VERBS, NO_VERB):
                    til = self.innledninger if punktene.get(g) else self.setninger
                    for ledet in _ledet(e):
                        fordel = _FORDEL if ledet is Ledet.HVEM else 0
                        til.append(Kandidat(e.nr, Mønster(e.deler, e.følger, ledet=ledet), e, ny=e.ny, fordel=fordel))
                if punktene.get(g) and e.form not in (ALL_VERBS, NO_VERB):
                    for p in punktene[g]:
                        m = Mønster((*e.deler, Ord(" "), *p.deler), (*e.følger, *p.følger), _STOPP)
                        self.setninger.append(Kandidat(e.nr, m, p, liste=g))
            if not ledd:
                for p in punktene.get(g, ()):
                    self.setninger.append(Kandidat(p.nr, Mønster(p.deler, p.følger, _STOPP), p))
        # A sentence that stands in the same group as a list, and doesn't lead in to it, is one of its own.
        self.setninger += [k for k in self.innledninger if not _leder_inn(k.enhet)]
        for k in self.setninger:
            k.under = self.under(k.nr)
        self.fritekst, self.ordnet = s.fritekst, s.ordnet
        self.tabeller: list[Tabellskjelett] = s.tabeller
        self.titler = [Mønster(deler) for deler in s.titler]

    def under(self, nr: int) -> int:
        """Return which of the headings of the second level something stands under."""
        return sum(k.enhet.nivå == 2 and k.nr <= nr and not k.enhet.valgfri for k in self.overskrifter)


def _ledet(e: Enhet) -> Iterator[Ledet]:
    """Give what can stand in front of a sentence that is a text of the parties' own."""
    alene = e.deler[0]
    if len(e.deler) > 1 or not isinstance(alene, Skrevet) or alene.filter != "setning":
        yield Ledet.KANSKJE
        return
    yield Ledet.IKKE
    if any(isinstance(ord_, str) for ord_ in (*alene.args, alene.valg.get("verb"), alene.valg.get("etter"))):
        yield Ledet.OM
    if isinstance(alene.valg.get("hvem"), str):
        yield Ledet.HVEM


def _leder_inn(e: Enhet) -> bool:
    siste = e.deler[-1]
    return isinstance(siste, Ord) and siste.tekst.rstrip().endswith(":")


def _gruppert(enheter: Sequence[Enhet]) -> Iterator[tuple[int, list[Enhet]]]:
    inni = [e for e in enheter if e.slag != "overskrift"]
    for g, alle in groupby(inni, key=lambda e: e.gruppe):
        yield g, list(alle)


@cache
def _kandidatene(språk: str, navn: str) -> _Kandidater:
    return _Kandidater(hentet(språk, navn))


class Seksjonsleser:
    """Reads the lines of one section."""

    def __init__(self, fyller: Utfyller, språk: str, navn: str, øverst: int) -> None:
        self.a, self.fyller, self.øverst = fyller.a, fyller, øverst
        self.k = _kandidatene(språk, navn)
        self.nr = 0
        self.gruppe: int | None = None
        self.fri = False
        self.løse: list[Rad] = []
        self.neste: list[Rad] = []
        self.punkt: Rad | None = None
        self.sist: Kandidat | None = None

    def les(self, rader: Sequence[Rad]) -> None:
        """Read them all."""
        fra = 0
        for _, samme in groupby(
            rader, key=lambda r: ("T", r.linje.celle.tabell) if r.linje.celle else ("L", r.linje.nr)
        ):
            alle = list(samme)
            fra += len(alle)
            under = takewhile(lambda r: r.linje.nivå is None, rader[fra:])
            self.punkt = next((r for r in rader[fra : fra + 1] if r.punkt), None)
            self.neste = [r for r in under if r.linje.celle is None and not r.punkt][:3]
            foran_tabell = any(r.linje.celle for r in rader[fra : fra + 1])
            if alle[0].linje.celle:
                self._tabell(alle)
            elif foran_tabell and any(m.treff(alle[0].u.s) for m in self.k.titler):
                self.a.etikett(alle[0].u)
            else:
                self._rad(alle[0])
        self._tøm()

    def _rad(self, rad: Rad) -> None:
        if not rad.u:
            return
        if len(rad.u.s) > _LENGST:
            self._løs(rad)
        elif rad.linje.nivå is not None or (er_uthevet(rad.linje) and self._er_fast(rad)):
            self._overskrift(rad)
        elif rad.linje.listenivå is not None or rad.punkt:
            self._punkt(rad)
        else:
            self._avsnitt(rad)

    def _overskrift(self, rad: Rad) -> None:
        nivå = (rad.linje.nivå or 1) - self.øverst + 1
        mulige = [
            (k, treff)
            for k in self.k.overskrifter
            if k.enhet.nivå > 1 and (treff := k.mønster.treff(rad.u.s)) is not None
        ]
        for k, treff in sorted(mulige, key=lambda en: (en[0].nr < self.nr, abs(en[0].nr - self.nr))):
            if all(treff[navn] is None for navn in k.mønster.hull):
                return self._under(rad, k, treff)
        if mulige and self._er_vår(rad):
            k, treff = min(
                mulige,
                key=lambda en: (
                    -self._passer(en[0]),
                    en[0].enhet.nivå != nivå,
                    en[0].nr < self.nr,
                    abs(en[0].nr - self.nr),
                ),
            )
            return self._under(rad, k, treff)
        self._løs(rad)
        self.fri = True
        return None

    def _passer(self, k: Kandidat) -> int:
        """Return how many of the next lines can stand under a heading."""
        slutt = min((en.nr for en in self.k.overskrifter if en.nr > k.nr), default=10_000)
        inni = [en for en in (*self.k.innledninger, *self.k.setninger) if k.nr < en.nr < slutt]
        inni = [en for en in inni if not en.mønster.bare_hull]
        antall = 0
        for rad in self.neste:
            biter = tatt_fra_hverandre(rad.u.s, inni, k.nr)
            antall += any(bit.kandidat is not None for bit in biter)
        return antall

    def _er_vår(self, rad: Rad) -> bool:
        """Tell whether a heading has a number as ours have; those in texts of the parties' own have none."""
        return bool(rad.linje.nummer) or rad.u.fra > 0

    def _er_fast(self, rad: Rad) -> bool:
        """Tell whether a line without the style of a heading is one of ours, word for word."""
        return any(not k.mønster.hull and k.mønster.treff(rad.u.s) for k in self.k.overskrifter)

    def _under(self, rad: Rad, k: Kandidat, treff: re.Match[str]) -> None:
        self._tøm()
        self.a.etikett(Utsnitt(rad.linje.nr, 0, rad.linje.tekst[: rad.u.fra]))
        self.fyller.fyll(rad.u, k.mønster, treff, k.mønster.følger, ny=True)
        self.nr, self.gruppe, self.fri = k.nr, None, False

    def _avsnitt(self, rad: Rad) -> None:
        s = rad.u.s
        self.gruppe = self.sist = None
        if s.endswith(":") or len(s) < 200:
            mulige = [(k, t) for k in self.k.innledninger if (t := k.mønster.treff(s))]
            if mulige:
                k, treff = min(
                    mulige, key=lambda en: (self._neste_punkt(en[0]), en[0].nr < self.nr, abs(en[0].nr - self.nr))
                )
                self._tøm()
                self.fyller.fyll(rad.u, k.mønster, treff, k.mønster.følger)
                self.nr, self.gruppe, self.fri = k.nr, k.enhet.gruppe, False
                return
        mulige_setninger = [k for k in self.k.setninger if not k.mønster.bare_hull or self.fyller.mulig(k)]
        biter = tatt_fra_hverandre(s, mulige_setninger, self.nr, self.k.under(self.nr))
        ukjente = all(bit.kandidat is None for bit in biter)
        # What goes on from a text of the parties' own with no word of ours in it, is more of it, and so is what leads
        # in to a list of theirs.
        fri = bool(self.løse) or (s.endswith(":") and self.punkt is not None)
        if ukjente or (fri and not any(bit.våre > (_DET.match(s, bit.fra) is not None) for bit in biter)):
            self._løs(rad)
            self.fri = True
            return
        self._tøm()
        self.fri = False
        for bit in biter:
            if bit.kandidat is None or bit.treff is None:
                self.løse.append(Rad(rad.linje, rad.u.del_(bit.fra, bit.til), False))
                continue
            m = bit.kandidat.mønster
            self.fyller.fyll(rad.u, m, bit.treff, m.følger, ny=bit.kandidat.enhet.slag == "punkt", tvil=bit.tvil)
            self.nr = max(self.nr, bit.kandidat.nr) if bit.kandidat.nr - self.nr < 60 else self.nr

    def _neste_punkt(self, k: Kandidat) -> float:
        """Return how unlikely it is that the next item is one of those that a lead-in leads in to."""
        if self.punkt is None:
            return 0
        alle = [(en, en.mønster.treff(self.punkt.u.s)) for en in self.k.punkter.get(k.enhet.gruppe, [])]
        return min((pris_av(t, en, self.nr, først=True) for en, t in alle if t), default=10_000)

    def _punkt(self, rad: Rad) -> None:
        if self.fri or (not rad.punkt and not self.k.ordnet):
            self._løs(rad)
            return
        if self.gruppe is not None:
            kandidater = self.k.punkter.get(self.gruppe, [])
        else:
            kandidater = [k for alle in self.k.punkter.values() for k in alle]
        mulige = [
            (k, t)
            for k in kandidater
            if (self.gruppe is not None or self.fyller.mulig(k)) and (t := k.mønster.treff(rad.u.s))
        ]
        if not mulige or (self.gruppe is None and self.løse):
            self._løs(rad)
            return
        k, treff = min(
            mulige,
            key=lambda en: (
                self._ukjent(en[0]),
                not self.fyller.ledig(en[0].mønster, en[1]),
                pris_av(en[1], en[0], self.nr, først=True) - (30 if en[0] is self.sist else 0),
            ),
        )
        self._tøm()
        self.a.etikett(Utsnitt(rad.linje.nr, 0, rad.linje.tekst[: rad.u.fra]))
        self.fyller.fyll(rad.u, k.mønster, treff, k.mønster.følger, ny=True)
        self.nr, self.sist = k.nr, k

    def _ukjent(self, k: Kandidat) -> bool:
        return any(h.rute is None and h.slag != "løkke" for h in k.mønster.hull.values())

    def _tabell(self, rader: list[Rad]) -> None:
        nr = les_tabell(self.k.tabeller, [(r.linje, r.u) for r in rader], self.fyller)
        if nr is None:
            for rad in rader:
                self._løs(rad)
        else:
            self._tøm()
            self.nr = max(self.nr, nr)

    def _løs(self, rad: Rad) -> None:
        self.løse.append(rad)
        if rad.linje.listenivå is not None:
            self.a.etikett(Utsnitt(rad.linje.nr, 0, rad.linje.tekst[: rad.u.fra]))

    def _tøm(self) -> None:
        """Put what nothing here has written in the text of its part."""
        if not self.løse:
            return
        rader, self.løse = self.løse, []
        if not self.k.fritekst:
            return
        senere = [en for en in self.k.fritekst if en[0] >= self.nr]
        _, felt = (
            min(senere)
            if senere and self._før_neste(senere[0][0])
            else max([en for en in self.k.fritekst if en[0] <= self.nr] or self.k.fritekst)
        )
        tekst = som_markdown([r.linje for r in rader], [r.u for r in rader])
        spenn = tuple(r.u.spenn for r in rader)
        rute = self.fyller.konkret(felt.rute)
        der = self.a.tre.hent(*rute)
        if isinstance(der, Verdi):
            self.a.tre.fjern(*rute)
            ny = der._replace(tekst=f"{der.tekst}\n\n{tekst}", spenn=(*der.spenn, *spenn))
        else:
            # A text that begins so, goes on from something that has been taken for a sentence of ours.
            sikkerhet = TROLIG if _DET.match(rader[0].u.s) else self.fyller.teksten
            ny = Verdi(tekst, spenn, sikkerhet, "teksten som den sto", markdown=True)
        if self.a.tre.sett(ny, *rute):
            self.a.dekk(ny)

    def _før_neste(self, nr: int) -> bool:
        """Tell whether a text stands before the next heading of the section."""
        return not any(self.nr < k.nr < nr for k in self.k.overskrifter if k.enhet.nivå > 1 and not k.mønster.hull)

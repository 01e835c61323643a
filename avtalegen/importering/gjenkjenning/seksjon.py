"""One section read: its tables, labels, points and sentences, each by the part of the agreement it is about."""

from __future__ import annotations

import re

from avtalegen.importering import ledd
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.blokker import Avsnitt, Tabell, fortsettelse, utsnittene
from avtalegen.importering.forbi import FORBI, NEDLAGT, er_utenfor
from avtalegen.importering.funnet import TROLIG
from avtalegen.importering.gjenkjenning import (
    avtalen,
    egne_kontakter,
    erstattet,
    etiketter,
    fora,
    innsats,
    kontakten,
    medlemslinjer,
    motene,
    ordforklaringer,
    pliktene,
    protokoll,
    punkter,
    skrevet,
    slt_og_fora,
    slutt,
    tjenestelinjer,
    utenomlister,
    utpekt,
    vendinger,
)
from avtalegen.importering.gjenkjenning.delene import SETNING, først, hele_avsnittet
from avtalegen.importering.gjenkjenning.overskriften import Overskriftsleser
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.gjenkjenning.punktleser import LENGST, er_avtalen, er_eget_ledd, er_ledd, uten_slutt
from avtalegen.importering.gjenkjenning.tabellslag import tabell
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ordliste import etter_innhold, kolonner, ledetekst
from avtalegen.importering.utsnitt import Utsnitt, setninger

_STEDENE = ("kontakt", "tjenester")
"""The parts in which offices and telephone numbers are read."""


class Seksjonsleser(Overskriftsleser):
    """Reads one section: its tables, its labels, its points and its sentences, each by the part it is about."""

    def __init__(self, a: Arbeid, seksjon: Seksjon) -> None:
        self.a, self.seksjon = a, seksjon
        self.hvem: str | None = None
        self.innledning = seksjon.overskrift.s if seksjon.overskrift else ""
        self.liste, self.forrige = "", ""
        self.bare_punktene = self.om_kontakten = self.annet_utvalg = self.byttet = False
        """Whether the sentence before was about the politikontakt or another group, and a list about something else."""
        self.ledd = er_ledd(seksjon)
        """Whether its points are clauses: whole sentences, with no words over them that they go on from."""
        self.under_ledd = any(p.punkt and p.linje.listenivå for p in seksjon.avsnitt)
        """Whether some of the clauses have points under them, on a level of their own."""
        tekst = " ".join(u.s for blokk in seksjon.blokker for u in utsnittene(blokk))
        # Where the heading says nothing of what is under it, each sentence must.
        seksjon.løpende = seksjon.løpende or not seksjon.del_ or (self.ledd and er_avtalen(seksjon))
        self.del_ = seksjon.del_ or self._av_innholdet(tekst)
        if self.del_ == "formål" and punkter.er_områder(seksjon):
            self.del_ = "satsning"
        elif self.del_ == "satsning" and punkter.er_mål(seksjon):
            self.del_ = "formål"
        seksjon.del_ = self.del_
        self.hvem = pliktene.hvem_nevnes(self.innledning) if self.del_ == "plikter" else None

    def _av_innholdet(self, tekst: str) -> str:
        punkter = [p for p in self.seksjon.avsnitt if p.punkt]
        if len(punkter) > 1 and sum(bool(vendinger.MÅLORD.match(p.tekst.s)) for p in punkter) * 2 >= len(punkter):
            self.bare_punktene = True
            return "formål"
        return etter_innhold(tekst) or ""

    def les(self) -> None:
        """Read the blocks in order; what was talked of and came to nothing, is no part of the agreement."""
        if self._ikke_avtalt():
            return
        self._om_overskriften()
        self.a.år = år[0] if (år := re.search(r"(?<!\d)20\d\d(?!\d)", self.innledning)) else ""
        self.a.i_møtene = self.del_ == "møter"
        self.a.kontakt = 0
        hvor = slå_opp(self.innledning.strip(" .:")) if self.del_ == "råd" and len(self.a.kommuner) > 1 else None
        self.a.i_kommunen = hvor.navn if hvor in self.a.kommuner and hvor else ""
        opprinnelig = self.del_
        over: Tabell | None = None
        blokker = ordforklaringer.uten(self.a, self.seksjon, protokoll.avtalt(self.a, self.seksjon.blokker))
        blokker = utenomlister.uten(blokker, self.del_)
        for nr, blokk in enumerate(blokker):
            if nr == 0 and self.ledd and er_avtalen(self.seksjon):
                continue  # what makes the points the agreement, and names the parties
            neste = blokker[nr + 1] if nr + 1 < len(blokker) else None
            if not (isinstance(blokk, Avsnitt) and blokk.punkt):
                self.del_ = opprinnelig if self.byttet else self.del_
                self.byttet = False
            elif self.ledd and er_eget_ledd(blokk, under=self.under_ledd):
                self.om_kontakten = False  # a clause of its own, and no point under the one before
            if isinstance(blokk, Tabell):
                over = self._tabell(blokk, over)
            elif blokk.punkt and (not self.ledd or self.om_kontakten or (self.under_ledd and blokk.linje.listenivå)):
                self._punkt(blokk.tekst)
            elif not blokk.punkt and (self._er_område(blokk, neste) or self._i_skjema(blokk.tekst)):
                continue
            elif isinstance(neste, Avsnitt) and neste.punkt and self._innleder(blokk, neste):
                self._siste_innleder(blokk.tekst)
            else:
                self._avsnitt(blokk.tekst)

    def _tabell(self, blokk: Tabell, over: Tabell | None) -> Tabell:
        """Read a table, and return the one whose head stands over it: its own, or that of the one right before it."""
        lest = fortsettelse(over, blokk) if over is not None and not kolonner(blokk.rad(0)) else None
        if not tabell(self.a, blokk if lest is None else lest, self.seksjon):
            for u in utsnittene(blokk):
                self._avsnitt(u)
        return over if lest is not None and over is not None else blokk

    def _siste_innleder(self, u: Utsnitt) -> None:
        """Read a paragraph whose last sentence the points under it go on with."""
        *først, siste = [*setninger(u)] or [u]
        for en in først:
            self._setning(en)
        self._innled(siste)

    def _innleder(self, blokk: Avsnitt, neste: Avsnitt) -> bool:
        """Tell whether the points under a paragraph go on with it, though no colon says so."""
        fortsetter = uten_slutt(blokk) and neste.tekst.s[:1].islower() and len(blokk.tekst.s) < LENGST
        if fortsetter and not vendinger.ENDER_I_SKAL.search(blokk.tekst.s):
            return True
        if self.del_ in ("", "plikter") and pliktene.innledning(blokk.tekst.s):
            return True
        return self.del_ in vendinger.SOM_SKREVET and uten_slutt(blokk)

    def _avsnitt(self, u: Utsnitt) -> None:
        if len(u.s) > LENGST * 6:
            return
        if self.del_ in ("råd", "møter") and (
            medlemslinjer.person_alene(self.a, u) or motene.møtepunkt(self.a, u, self.a.år)
        ):
            return
        if hele_avsnittet(self.a, u, self.del_):
            return
        if self.del_ == "tjenester":
            første, *flere = [*setninger(u)] or [u]
            if tjenestelinjer.linje(self.a, første):
                for en in flere:
                    self._setning(en)
                return
        u = punkter.området_først(self.a, u) if self.del_ == "satsning" else u
        # The labels after the name of the contact are theirs, where no heading says what the lines are about.
        om = "kontakt" if self.seksjon.løpende and self.forrige == "kontakt" else self.del_
        for nøkkel, merke, del_ in etiketter.deler(u, om):
            if nøkkel and merke and self._etikett(nøkkel, merke, del_):
                continue
            for setning in setninger(u.del_(merke.fra - u.fra, del_.fra - u.fra + len(del_.s)) if merke else del_):
                self._setning(setning)
        if u.s.rstrip().endswith(":") or vendinger.ENDER_I_SKAL.search(u.s):
            self._innled(u)

    def _innled(self, u: Utsnitt) -> None:
        """Remember what a list is about; the duties of a side have a list of their own in whatever section."""
        self.innledning = u.s
        om_områder = r"(?i)område(?:r|ne|na)?\s?:$|\b(?:sats|prioriter)\w*[^.:]*:$|arbeid\w* (?:\w+ )?med\s?:$"
        if self.del_ == "formål" and re.search(om_områder, u.s):
            self.del_, self.byttet = "satsning", True
        elif self.del_ in ("bakgrunn", "parter", "", "vedtak") and vendinger.MÅLENE.search(u.s):
            self.del_, self.byttet = "formål", True
        # What both want, in a section on why: elsewhere it is what they are to do.
        målene = self.del_ == "formål" and self.seksjon.del_ in ("bakgrunn", "formål") and vendinger.MÅLENE.search(u.s)
        if self.del_ != "kontakt" and not målene and (hvem := pliktene.innledning(u.s)):
            self.hvem, self.liste = hvem, "plikter"
            self.a.etikett(u)
        elif self.del_ == "plikter" and re.search(r"(?i)\s(?:skal|vil)\s?:$", u.s):
            self.hvem = "felles"  # somebody else, whom the text names
        elif ledetekst(u.s, self.del_):
            self.liste = self.del_
            self.a.etikett(u)
        else:
            self.liste = self.del_

    def _etikett(self, nøkkel: str, merke: Utsnitt, u: Utsnitt) -> bool:
        flere = [*setninger(u)]
        if flere and NEDLAGT.search(flere[0].s):
            return False
        if len(flere) < 2 or (nøkkel == "råd.medlemmer" and not [*ledd.personer(flere[0])]):
            return etiketter.verdi(self.a, nøkkel, merke, u)
        if not etiketter.verdi(self.a, nøkkel, merke, flere[0]):
            return False
        for en in flere[1:]:
            self._setning(en)
        return True

    def _setning(self, u: Utsnitt) -> None:
        a, del_ = self.a, "" if self.seksjon.løpende and self.del_ != "formål" else self.del_
        if len(u.s) > LENGST:
            return
        if u.s.endswith(":") and ledetekst(u.s, del_):
            a.etikett(u)
            return
        if ordforklaringer.erstatter(a, u) or self._som_erstatter(u):
            return
        if self._er_fortalt(u):
            return
        if self._er_borte(u):
            return
        if først(a, u, self.del_) or slutt.annet(a, u) or erstattet.erstatter(a, u) or avtalen.vedtak(a, u):
            if del_ == "bakgrunn":
                self._som_skrevet(u)
            return
        if (hvilken := utpekt.om_en(a, u)) is not None:
            self.om_kontakten, a.kontakt = True, hvilken[0]
            a.sendt[u.linje, u.fra] = "kontakt"
            kontakten.setning(a, u)
            utpekt.navnet(a, u, *hvilken)
            return
        if self.om_kontakten and (vendinger.PRONOMEN.match(u.s) or utpekt.fortsetter(u)) and del_ != "kontakt":
            a.sendt[u.linje, u.fra] = "kontakt"
            kontakten.setning(a, u)
            return
        self.om_kontakten = False
        if self._om_et_annet_utvalg(u):
            return
        del_ = self._ny_del(u, del_)
        if not del_:
            del_ = self._i_løpende_tekst(u, self.del_)
        self.forrige = del_
        a.før, a.nå = a.nå, u
        if del_:
            a.sendt[u.linje, u.fra] = del_
        self._om(del_, u)

    def _er_borte(self, u: Utsnitt) -> bool:
        """Tell whether a sentence is about what is no more, or what the agreement is not about."""
        if kontakten.om_en_før(u.s) or FORBI.search(u.s) or (NEDLAGT.search(u.s) and self.del_ in _STEDENE):
            return True
        return self.del_ not in ("kontakt", "periode", "taushet") and er_utenfor(u.s)

    def _ny_del(self, u: Utsnitt, del_: str) -> str:
        """Return the part that a sentence says itself that it is about, or else the one that it stands in."""
        if del_ not in ("råd", "kontakt", "slt") and pliktene.i_bokstaver(u.s):
            return "plikter"
        om_plikter = del_ == "satsning" and not (self.seksjon.over and self.seksjon.over.del_ == del_)
        if om_plikter and pliktene.lover(u.s) and not innsats.har_frist(u.s):
            return "plikter"
        if del_ == "satsning" and (vendinger.SIDENS.match(u.s) or (self.hvem and u.s[:1].islower())):
            return "plikter"
        for ny, mønster in vendinger.NY_DEL if del_ != "vedlegg" else ():
            om_møtet = re.match(r"(?i)(?:møt(?:ene|a|et)|publikum|presse|alle|tilhør\w*)\b", u.s)
            if ny == "taushet" and del_ in ("råd", "møter") and om_møtet:
                continue  # of who may be at the meetings
            if ny != del_ and mønster.search(u.s) and not vendinger.blir(ny, del_, u.s):
                self.om_kontakten = ny == "kontakt"
                return ny
        if (
            del_ in ("parter", "vedtak")
            and etter_innhold(u.s) == "råd"
            and not re.search(r"(?i)\bpart(?:er|ar|ene)\b", u.s)
        ):
            return "råd"
        flere = self.forrige == "råd" and vendinger.OG_I_RÅDET.search(u.s)
        return "råd" if del_ in ("formål", "bakgrunn", "") and (flere or vendinger.OM_RÅDET.search(u.s)) else del_

    def _om_et_annet_utvalg(self, u: Utsnitt) -> bool:
        """Take those whom a sentence says are in another group than the council, as the steering group of SLT."""
        if self.del_ not in ("råd", "møter"):
            return False
        if fora.opprettes(self.a, u) or fora.fortsetter(self.a, u):
            return True
        nevnt = vendinger.ANNET_UTVALG.search(u.s) is not None
        if nevnt or not re.match(r"(?i)den\b|det\b|gruppa|gruppen|her\b|der\b", u.s):
            self.annet_utvalg = nevnt and not re.search(r"(?i)(?<!under )politirådet (?:er|som)\b", u.s)
        folk = [*ledd.personer(u)]
        if not self.annet_utvalg or (not folk and not re.match(r"(?i)den\b|gruppa|gruppen|\w*styringsgrupp", u.s)):
            return False
        for en in folk:
            self.a.legg_til(som_rolle(en, TROLIG, "en annen gruppe enn rådet"), "slt.deltakere")
        slt_og_fora.slt(self.a, u)
        return True

    def _i_løpende_tekst(self, u: Utsnitt, del_: str) -> str:
        """Return what a sentence is about where no heading says it: its own words, or those of the one before."""
        if kontakten.nevnt(self.a, u):
            return "kontakt"
        if self.forrige and re.match(r"(?:Han|Hun|Ho|Vedkommende)\s", u.s):
            return self.forrige
        if vendinger.SAMARBEIDER_FOR.search(u.s) or vendinger.FORMÅLET_ER.match(u.s):
            return "formål"
        if innsats.om_områder(u.s):
            return "satsning"
        if re.match(r"(?i)(?:styrings|koordinerings|arbeids)grupp", u.s) and self.a.tre.har("slt"):
            return "slt"
        if pliktene.skal(u.s) or pliktene.lover(u.s):
            return "plikter"
        return etter_innhold(u.s) or (self.forrige or del_).replace("beredskap", "")  # it must say so itself

    def _om(self, del_: str, u: Utsnitt) -> None:
        """Let the rules of a part read a sentence."""
        a = self.a
        om_slt = (
            re.search(r"(?i)\bslt\b", u.s)
            and not vendinger.PRONOMEN.match(u.s)
            and not re.search(r"(?i)politikontakt|kontaktperson", u.s)
        )
        if del_ == "kontakt" and om_slt:
            del_ = "slt"
        if del_ == "plikter":
            self.hvem = pliktene.plikter(a, u, self.hvem) or self.hvem
        elif del_ in ("bakgrunn", "formål"):
            self._som_skrevet(u)
        elif del_ == "parter":
            egne_kontakter.i_partene(a, u)
        elif del_ in SETNING:
            SETNING[del_](a, u)
        if del_ in ("råd", "møter"):
            kontakten.navnet(a, u)
        if del_ != "slt" and slt_og_fora.om_slt(u, a.før):
            slt_og_fora.slt(a, u)

    def _som_skrevet(self, u: Utsnitt) -> None:
        if self.bare_punktene and not self.byttet:
            return
        # What is said after the points of the aims, may be about them.
        etter_punkter = self.del_ == "formål" and any(avsnitt.punkt for avsnitt in self.seksjon.avsnitt)
        skrevet.les(self.a, u, self.del_, i_formålet="formål" in (self.del_, self.forrige), etter_punkter=etter_punkter)

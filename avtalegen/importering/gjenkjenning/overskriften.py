"""What the heading of a section says by itself: an area, an enclosure, a label, or that nothing under it was agreed."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.blokker import Avsnitt, Tabell
from avtalegen.importering.forbi import IKKE_AVTALT, UTENFOR
from avtalegen.importering.funnet import SIKKER, TROLIG, Verdi
from avtalegen.importering.gjenkjenning import innsats, omradene, punkter, skjemarad
from avtalegen.importering.gjenkjenning.punktleser import Punktleser
from avtalegen.importering.oppsett import Seksjon, overskrift_del
from avtalegen.importering.ordliste import etter_innhold
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_OM_RÅDET = senere(
    r"(?i)(?:politirå\w+|råd(?:et|ets)\b|sekretari?\w*|sekretær\w*|innkalling\w*|møter\b|møtene\b|møta\b|møte(?:plan|bok|struktur|frekvens)\w*|"
    r"referat\w*|saksliste\w*|sam(?:men|an)setning\w*|samansetj\w*|medlem\w*|mandat\w*|leder\b|leiar\b)"
)
"""What a heading begins with that is about the council, and is the name of no area."""
_RUTINE = senere(
    r"(?i)(?:\w{1,20}\s)?(?:rutine|prosedyre|sjekkliste|tiltakskort|skjema|rettlei|veiled|framgangsmåte|fremgangsmåte)\w*"
)
"""What an enclosure is called that tells how something is done, step by step: none of the steps is an area."""
_MØTETALL = senere(rf"(?<!\w)(?P<n>{uttrykk.TALL})\s(?i:møter?|ganger|gonger)\s(?i:i|per|pr\.?)\s(?i:år(?:et)?)(?!\w)")
_LENGSTE_NAVN = 80
"""Characters of the name of an area."""


class Overskriftsleser(Punktleser):
    """Reads what the heading of a section says; `_etikett` reads what stands beside a label."""

    def _etikett(self, nøkkel: str, merke: Utsnitt, u: Utsnitt) -> bool:
        raise NotImplementedError

    def _om_overskriften(self) -> None:
        if (
            self.del_ == "satsning"
            and self.seksjon.over
            and self.seksjon.over.del_ == "satsning"
            and self.seksjon.overskrift
            and not punkter.er_områdene(self.seksjon)
            and not _OM_RÅDET.match(self.seksjon.overskrift.s)
        ):
            innsats.område(self.a, self.seksjon.overskrift)
        if self.del_ in ("råd", "møter") and self.seksjon.overskrift:
            self._møtetallet(self.seksjon.overskrift)
        if self.del_ == "satsning" and self.seksjon.overskrift:
            innsats.perioden(self.a, self.seksjon.overskrift)
        if self.del_ == "vedlegg" and self.seksjon.overskrift:
            self._vedlegget(self.seksjon.overskrift)

    def _møtetallet(self, u: Utsnitt) -> None:
        """Take how many meetings the heading over the plan of them says that there are in a year."""
        treff = _MØTETALL.search(u.s)
        if treff and ledd.antall(treff["n"]):
            self.a.sett(u.gruppe(treff, "n").verdi(SIKKER, "overskriften"), "politiråd.møter.per_år")

    def _ikke_avtalt(self) -> bool:
        over: Seksjon | None = self.seksjon
        while over is not None:
            tittel = over.overskrift.s if over.overskrift is not None else ""
            if IKKE_AVTALT.search(tittel) or UTENFOR.search(tittel):
                self.seksjon.del_ = ""
                return True
            over = over.over
        return False

    def _er_område(self, blokk: Avsnitt, neste: Avsnitt | Tabell | None) -> bool:
        """Take a short line over points that begin with the labels of a measure, as the name of an area."""
        u = blokk.tekst
        under = isinstance(neste, Avsnitt) and (
            (neste.punkt and punkter.begynner_med_ledetekst(neste.tekst))
            or (not neste.punkt and omradene.er_navnet(u, neste.tekst))
        )
        if self.del_ != "satsning" or not under or len(u.s) > _LENGSTE_NAVN or re.search(r"[.:]\s*$", u.s):
            return False
        med_punkter = isinstance(neste, Avsnitt) and neste.punkt
        innsats.område(self.a, u, SIKKER if med_punkter else TROLIG)
        return True

    def _nevnt_vedlegg(self, tittel: Utsnitt) -> None:
        """Add an enclosure by its title, unless the agreement has counted it up."""
        for en in self.a.tre.liste("vedlegg"):
            sagt = en.get("tittel") if isinstance(en, dict) else None
            if isinstance(sagt, Verdi) and tittel.s.casefold().startswith(sagt.tekst.casefold()):
                self.a.etikett(tittel.del_(0, len(sagt.tekst)))
                return
        self.a.legg_til({"tittel": tittel.verdi(SIKKER, "overskriften")}, "vedlegg")

    def _i_skjema(self, u: Utsnitt) -> bool:
        """Read what stands beside a label in a form; tell whether it could be read as that."""
        merke, nøkkel = self.seksjon.overskrift, self.seksjon.nøkkel
        if merke is not None and nøkkel and self._etikett(nøkkel, merke, u):
            return True
        if merke is not None and (self.seksjon.i_skjema or merke.s.endswith("?")):
            if skjemarad.par(self.a, merke, u, self.del_):
                return True
            etter_ordet = skjemarad.nøkkel(merke, u, self.del_)
            if etter_ordet and self._etikett(etter_ordet, merke, u):
                return True
        nummerert = merke is not None and self.del_ == "satsning" and re.search(r"(?i)område\s?\d*$", merke.s)
        if merke is not None and nummerert and len(u.s) < 80 and not re.search(r"[.:]", u.s):
            innsats.område(self.a, u)
            self.a.etikett(merke)
            return True
        return False

    def _vedlegget(self, u: Utsnitt) -> None:
        """Take the title of an enclosure that stands under the agreement itself, and read what is in it."""
        treff = re.match(r"(?i)(?:vedlegg|bilag)\s?(?:nr\.?\s?)?\d*\s?[:.–-]?\s*(?P<t>[^\W\d].*)$", u.s)
        if treff:
            self.a.etikett(u.del_(0, treff.start("t")))
            self._nevnt_vedlegg(u.gruppe(treff, "t"))
            tittel = u.gruppe(treff, "t")
            rutine = _RUTINE.match(tittel.s)
            self.del_ = self.seksjon.del_ = "" if rutine else overskrift_del(tittel) or etter_innhold(tittel.s) or ""

"""The points of a section's lists, each by the part of the agreement that the list is about."""

from __future__ import annotations

import re

from avtalegen.importering import fortalt, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Avsnitt
from avtalegen.importering.funnet import SIKKER, TROLIG
from avtalegen.importering.gjenkjenning import (
    beredskapen,
    erstattet,
    etiketter,
    innsats,
    kontakten,
    koordinatoren,
    pliktene,
    punkter,
    rollen,
    slt_og_fora,
    slutt,
    tilstede,
    vendinger,
)
from avtalegen.importering.gjenkjenning.parter import om_en_annen
from avtalegen.importering.oppsett import Seksjon, overskrift_del
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

LENGST = 1_000
"""Characters of a sentence: what is longer is read as no value, and stands as the text it is."""
_UAVKLART = ("råd", "møter", "kontakt", "tjenester", "satsning", "periode", "slt", "beredskap", "fora", "plikter")
"""The parts in which nothing is read of a sentence about what is thought of, or holds only if something happens."""
_PUNKTET_ER = {"formål": "avtale.formål", "bakgrunn": "avtale.bakgrunn", "beredskap": "tjenestetilbud.beredskap"}


def _ingen(_a: Arbeid, _u: Utsnitt, _innledning: str) -> bool:
    return False


_EGNE_PUNKTER = {"beredskap": beredskapen.punkt, "slt": koordinatoren.punkt}
_HEL = senere(r"^[A-ZÆØÅ][^:]{12,}\.$|^[A-ZÆØÅ].*\.\s[A-ZÆØÅ].*\.$", re.DOTALL)


_OM_KONTAKTEN = senere(
    rf"{uttrykk.TELEFON}|{uttrykk.EPOST}|^(?:{uttrykk.PROSENT}|[Hh]alv|[Hh]ei?l)\s?(?i:stilling|årsverk|\W*$)|"
    rf"{uttrykk.DAGER}.{{0,30}}{uttrykk.TIDSROM}"
)
"""A point that is how to reach the contact, how much of a position it is, or when they are where: no task."""
_KORT = 110
_AVTALEN = senere(
    r"(?i)\b(?:slik|følgende|følgjande|denne)\s(?:\w{1,30}\s)?\w{0,20}avtal\w{1,4}\b[^:]{0,200}:\s*$|"
    r"\bavtal\w{1,4}\b[^:]{0,40}\s(?:slik|som\sfølger|som\sfølgjer|såleis)\s?:\s*$"
)


def uten_slutt(avsnitt: Avsnitt) -> bool:
    """Tell whether a paragraph ends in the middle of a sentence."""
    return bool(re.search(r"\w$", avsnitt.tekst.s.rstrip()))


_HVEM_OG_NÅR = senere(r"(?i)\bansvar\w{0,4}\s?:\s.*\bfrist\w{0,4}\s?:\s|\bfrist\w{0,4}\s?:\s.*\bansvar\w{0,4}\s?:\s")
"""Both labels of a measure, behind what is to be done."""


def er_ledd(seksjon: Seksjon) -> bool:
    """Tell whether the points of a section are clauses that each say something by themselves."""
    alle = [en for en in seksjon.avsnitt if en.punkt and not en.linje.listenivå]
    først = next(iter(seksjon.avsnitt), None)
    return (
        len(alle) > 1
        and (seksjon.del_ in ("råd", "møter", "tjenester", "kontakt", "plikter", "periode", "") or er_avtalen(seksjon))
        and først is not None
        and (først.punkt or er_avtalen(seksjon))
        and sum(bool(_HEL.match(en.tekst.s.strip())) for en in alle) * 3 >= 2 * len(alle)
    )


def er_eget_ledd(blokk: Avsnitt, *, under: bool) -> bool:
    """Tell whether a point is a clause of its own, after one about the contact; `under` that some have points under."""
    if under:
        return bool(blokk.linje.nummer) and blokk.linje.listenivå == 0
    return not blokk.linje.nummer and bool(_HEL.match(blokk.tekst.s)) and not vendinger.PRONOMEN.match(blokk.tekst.s)


def er_avtalen(seksjon: Seksjon) -> bool:
    """Tell whether the first words of a section say that the points under them are the whole agreement."""
    først = next(iter(seksjon.avsnitt), None)
    return seksjon.del_ in ("vedtak", "") and først is not None and bool(_AVTALEN.search(først.tekst.s))


class Punktleser:
    """Reads the points of a section; `_avsnitt` and `_innled` read what is no point."""

    a: Arbeid
    seksjon: Seksjon
    hvem: str | None
    innledning: str
    liste: str
    del_: str
    om_kontakten: bool

    def _avsnitt(self, u: Utsnitt) -> None:
        raise NotImplementedError

    def _setning(self, u: Utsnitt) -> None:
        raise NotImplementedError

    def _innled(self, u: Utsnitt) -> None:
        raise NotImplementedError

    def _er_fortalt(self, u: Utsnitt) -> bool:
        """Tell whether a sentence tells of something that is not agreed; most of that is kept out of the text too."""
        if self.del_ in vendinger.SOM_SKREVET:
            return False
        over = self.seksjon.overskrift.s if self.seksjon.overskrift else ""
        her = (fortalt.er_historie, fortalt.er_forslag, fortalt.er_eksempel, fortalt.er_slutt)
        if any(er(u.s) for er in (her if self.del_ != "periode" else her[:-1])) or om_en_annen(self.a, u, self.del_):
            self.a.fortalt.add((u.linje, u.fra))
            if nå := fortalt.etterpå(u.s) if fortalt.er_historie(u.s) else 0:
                self._setning(u.del_(nå, len(u.s)))
        elif i_stedet := fortalt.avtalt_i_stedet(u.s):
            self._setning(u.del_(i_stedet, len(u.s)))
        elif not (
            (self.del_ in _UAVKLART and fortalt.er_uavklart(u.s))
            or (self.del_ in ("råd", "møter") and fortalt.om_et_annet_organ(u.s, over))
        ):
            return False
        self.a.før, self.a.nå = self.a.nå, u
        return True

    def _som_erstatter(self, u: Utsnitt) -> bool:
        """Read a sentence that says which agreement this one replaces, and more besides: each part for itself."""
        flere = [*u.delt(r",?\s+og\s+(?=(?:kan\s(?:sies|seiast|når|bli|bare)|gjelder|gjeld)\b)")]
        if len(flere) > 1 and erstattet.erstatter(self.a, flere[0]):
            for en in flere[1:]:
                self._setning(en)
            return True
        foran = erstattet.før_erstatter(u)
        if foran is None or not erstattet.erstatter(self.a, u):
            return False
        self._setning(foran)
        return True

    def _punkt(self, u: Utsnitt) -> None:
        if len(u.s) > LENGST:
            return
        if (
            fortalt.er_utgått(u.s)
            or re.match(r"(?i)(?:tidligere|tidlegare|forrige|førre):", u.s)
            or (fortalt.er_forslag(u.s) and self.del_ not in vendinger.SOM_SKREVET)
        ):
            self.a.fortalt.add((u.linje, u.fra))
            return
        if u.s.rstrip().endswith(" skal:"):
            self._innled(u)  # a clause with a number, and the points under it
            return
        if self._er_tiltak(u):
            return
        if self.om_kontakten and self.del_ not in ("kontakt", "satsning", "plikter"):
            self._kontaktpunkt(u, "")
        elif self.del_ in ("råd", "møter") and next(iter(etiketter.deler(u, self.del_)), (None,))[0]:
            self._avsnitt(u)
        elif not (_EGNE_PUNKTER.get(self.del_, _ingen)(self.a, u, self.innledning)):
            self._punktet(u)

    def _er_tiltak(self, u: Utsnitt) -> bool:
        """Take a point with labels for who does it and by when, as a measure, whatever part it stands in."""
        if self.del_ in ("satsning", "plikter") or not _HVEM_OG_NÅR.search(u.s):
            return False
        over = self.seksjon.overskrift
        navn = over if over and not overskrift_del(over) and not re.search(r"\d\.", over.s) else None
        node = innsats.med_ledetekster(self.a, u)
        områder = self.a.tre.liste("satsningsområder", "områder")
        nr = len(områder) - 1 if områder and navn is None else innsats.samleområde(self.a, navn) if node else 0
        return node is not None and self.a.legg_til(node, f"satsningsområder.områder.{nr}.tiltak")

    def _punktet(self, u: Utsnitt) -> None:
        inn, ren = self.innledning.casefold(), u.strippet(" ,;.")
        if self.liste == "plikter" and self.del_ != "plikter":
            pliktene.plikt(self.a, u, self.hvem or "felles")
        elif self.del_ in _PUNKTET_ER:
            self.a.legg_til(ren.verdi(SIKKER, "punktet"), _PUNKTET_ER[self.del_])
        elif self.del_ == "satsning":
            punkter.satsningspunkt(self.a, self.seksjon, u, inn)
        elif self.del_ in ("råd", "møter") and u.s.rstrip().endswith(":"):
            self._innled(u)  # the points under it
        elif self.del_ in ("råd", "møter"):
            self._uansett(u)
            over = self.seksjon.overskrift.s if self.seksjon.overskrift else ""
            if not punkter.rådspunkt(self.a, over, self.innledning, u):
                self._avsnitt(u)
        elif self.del_ == "vedlegg":
            slutt.vedleggspunkt(self.a, ren)
        elif self.del_ == "plikter" and (en := pliktene.med_navnet_foran(self.a, u)):
            pliktene.ressurs(self.a, u)
            pliktene.plikt(self.a, en[1], en[0])
        elif self.del_ == "plikter":
            pliktene.ressurs(self.a, u)
            self._uansett(u)
            pliktene.plikt(self.a, u, self.hvem or pliktene.hvem_i(inn) or "felles")
        elif self.del_ == "kontakt":
            self._kontaktpunkt(u, inn)
        elif self.del_ != "fora":
            self._avsnitt(u)
        elif not slt_og_fora.forum(self.a, u):
            self.a.legg_til({"navn": ren.verdi(TROLIG, "punktet")}, "samarbeidsfora")

    def _uansett(self, u: Utsnitt) -> None:
        """Read what a point says of SLT, or of what kind of body the council is, beside what it is a point of."""
        if self.del_ in ("råd", "møter"):
            rollen.slaget(self.a, u)
        if re.search(r"(?i)\bslt\b" if self.del_ != "plikter" else r"(?i)\bslt-", u.s):
            slt_og_fora.slt(self.a, u)

    def _kontaktpunkt(self, u: Utsnitt, inn: str) -> None:
        if u.s.rstrip().endswith(":"):
            self._innled(u)  # the points under it
            return
        if any(nøkkel and nøkkel.startswith("kontakt.") for nøkkel, *_ in etiketter.deler(u, "kontakt")):
            self._avsnitt(u)
            return
        if not re.search(r"oppg[aå]v|ansvar|skal", inn) and (
            kontakten.bare_navnet(self.a, u) or kontakten.for_kommunen(self.a, u)
        ):
            return
        if _OM_KONTAKTEN.search(u.s) and len(u.s) < _KORT and not re.search(r"ikk[je]+", inn):
            tid = re.search(uttrykk.DAGER, u.s) and re.search(uttrykk.TIDSROM, u.s)
            if tid and self.a.tre.har("politikontakt", self.a.kontakt, "tilstedeværelse"):
                tilstede.les(self.a, u, flere=True)  # another day, or another place
            else:
                kontakten.setning(self.a, u)
            return
        if kontakten.gjør_ikke(u.s) or re.search(r"ikk[je]+", inn):
            verdi = u.strippet(" ,;.").verdi(TROLIG, "det kontakten ikke gjør")
            self.a.legg_til(verdi, "politikontakt.0.gjør_ikke")
        else:
            kontakten.oppgave(self.a, u)

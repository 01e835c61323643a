"""What stands beside a label that is about an area, an office of the police, or the evaluation."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER
from avtalegen.importering.gjenkjenning import innsats, slutt, telefonnumre, tjenester, utrykning
from avtalegen.importering.gjenkjenning.vedtatt import ORGAN
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_ORGANET = ORGAN.pattern.removeprefix("(?i)")
_FÅR_DEN = senere(
    rf"(?i:(?:til )?(?:{_ORGANET}|(?:politi)?rådet|begge parter|(?:begge )?partene|partane|rådmannen|"
    r"kommunedirektøren|politimesteren|politimeisteren)(?:(?:,| og)\s\w+(?:et|en))?)"
)
"""Those who get a report."""


def satsning(a: Arbeid, hva: str, u: Utsnitt) -> bool:
    """Put what stands beside a label for the last area where it belongs."""
    områder = a.tre.hent("satsningsområder", "områder")
    if not isinstance(områder, list) or not områder:
        if hva in {"frist", "ansvarlig"}:
            return False
        innsats.samleområde(a, None)
        områder = a.tre.hent("satsningsområder", "områder")
    assert isinstance(områder, list)
    rute = f"satsningsområder.områder.{len(områder) - 1}"
    tiltak = a.tre.hent("satsningsområder", "områder", len(områder) - 1, "tiltak")
    if hva == "mål":
        return a.legg_til(u.verdi(SIKKER, "ledeteksten"), f"{rute}.mål")
    if hva == "målgruppe":
        return a.legg_til(u.verdi(SIKKER, "ledeteksten"), f"{rute}.målgruppe")
    if hva == "tiltak":
        return a.legg_til(innsats.med_parentes(a, u), f"{rute}.tiltak")
    if not isinstance(tiltak, list) or not tiltak or not isinstance(tiltak[-1], dict):
        return False
    sist = f"{rute}.tiltak.{len(tiltak) - 1}"
    if hva == "ansvarlig":
        return a.sett([en.verdi(SIKKER, "ledeteksten") for en in ledd.oppramsing(u)], f"{sist}.ansvarlig")
    return a.sett(innsats.tiltak(u, None, u, a).get("frist"), f"{sist}.frist")


def tjenestene(a: Arbeid, hva: str, u: Utsnitt, uten: Utsnitt) -> bool:
    """Put what stands beside a label for the last office where it belongs."""
    if hva == "faks":
        a.etikett(u)
        return True
    if hva == "responstid":
        før = a.tre.har("tjenestetilbud", "responstid")
        return (not før and (utrykning.responstid(a, u) or utrykning.minuttene(a, u))) or a.legg_til(
            {"merknad": uten.verdi(SIKKER, "ledeteksten")}, "tjenestetilbud.responstid"
        )
    if hva == "bemanning":
        tjenester.setning(a, u)
        return a.tre.har("tjenestetilbud", "bemanning")
    if hva == "navn":
        if not re.search(r"[A-ZÆØÅ]\w", uten.s) or re.search(r"\d", uten.s):
            return False
        tjenester.nytt_sted(a, uten.verdi(SIKKER, "ledeteksten"))
        return True
    tjenester.navnløst(a)
    steder = a.tre.hent("tjenestetilbud", "tjenestesteder")
    nr = len(steder) - 1 if isinstance(steder, list) else 0
    rute = f"tjenestetilbud.tjenestesteder.{nr}"
    if hva == "telefon":
        treff = re.search(uttrykk.NUMRE, u.s)
        satt = bool(
            treff and a.sett(telefonnumre.samlet_verdi(u.gruppe(treff), SIKKER, "ledeteksten"), f"{rute}.telefon")
        )
        if faks := tjenester.FAKS.search(u.s):
            a.etikett(u.gruppe(faks))
        return satt
    if hva == "adresse":
        treff = tjenester.ADRESSE.search(u.s)
        del_ = u.gruppe(treff, "a") if treff else uten
        return a.sett(del_.verdi(SIKKER, "ledeteksten"), f"{rute}.adresse")
    if hva == "åpningstider":
        tjenester.tider_og_stengt(a, u, nr)
        return a.tre.har("tjenestetilbud", "tjenestesteder", nr, "åpningstider")
    if hva == "tjenester":
        return a.sett([en.verdi(SIKKER, "ledeteksten") for en in ledd.oppramsing(uten)], f"{rute}.tjenester")
    return a.sett(u.verdi(SIKKER, "ledeteksten"), f"{rute}.{hva}")


def åpningstidene(a: Arbeid, alle: list[Utsnitt]) -> bool:
    """Take the hours of several days, a line for each, beside one label; tell whether each line was one."""
    treff = [tjenester.TIDER.match(u.s) for u in alle]
    tider = [ledd.tidsrom(m["t"]) if m else None for m in treff]
    if len(alle) < _FLERE or not all(tider):
        return False
    tjenester.navnløst(a)
    nr = len(a.tre.liste("tjenestetilbud", "tjenestesteder")) - 1
    verdier = [
        u.verdi(SIKKER, "ledeteksten", f"{ledd.til_og_med(samlet(m['d']))} {tid}", ordrett=False)
        for u, m, tid in zip(alle, treff, tider, strict=True)
        if m
    ]
    return a.sett([*verdier], f"tjenestetilbud.tjenestesteder.{nr}.åpningstider")


_FLERE = 2


def evaluering(a: Arbeid, hva: str, u: Utsnitt, uten: Utsnitt) -> bool:
    """Put what stands beside a label for the evaluation where it belongs."""
    if hva == "ansvarlige":
        return a.sett(
            [en.verdi(SIKKER, "ledeteksten", ledd.som_tittel(en.s)) for en in ledd.oppramsing(uten)],
            "evaluering.ansvarlige",
        )
    if hva == "hyppighet" and (treff := re.match(uttrykk.HYPPIGHET, uten.s)) and len(uten.s) - treff.end() > 12:
        slutt.evaluering(a, u)
        return a.tre.har("evaluering", "hyppighet")
    if hva == "hyppighet":
        return a.sett(uten.verdi(SIKKER, "ledeteksten"), "evaluering.hyppighet")
    if hva == "arena":
        return a.sett(uten.verdi(SIKKER, "ledeteksten"), "evaluering.arena")
    if hva == "rapport":
        if _FÅR_DEN.fullmatch(uten.s):
            return a.sett(uten.verdi(SIKKER, "ledeteksten"), "evaluering.rapport.mottaker")
        slutt.om_rapport(a, u)
        return a.tre.har("evaluering", "rapport") or a.legg_til(
            uten.verdi(SIKKER, "ledeteksten"), "evaluering.rapport.innhold"
        )
    slutt.taushet(a, u)
    return a.tre.har("taushetsplikt")

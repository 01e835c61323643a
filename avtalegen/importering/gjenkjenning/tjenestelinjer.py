"""Lines that are hours by themselves: a day, a place with its days, a row of a table that lost its columns."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.fortalt import er_eksempel
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.gjenkjenning import pa_stedet, stedene, tjenester
from avtalegen.importering.ordliste import ledetekst_hvor_som_helst
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere


def linje(a: Arbeid, u: Utsnitt) -> bool:
    """Read a line that is hours by itself, in whatever way; tell whether it was one."""
    if stedene.om_andre(u.s) or er_eksempel(u.s):
        return False
    flere = [*u.delt(r"(?<=\d)\s+(?=(?:(?:Lensmanns|Politi)?[Kk]ontoret)\s(?:i|på)\s[A-ZÆØÅ][\w-]+[^.:]{0,25}:)")]
    if len(flere) > 1:
        return all(tuple(linje(a, en) for en in flere))
    if alene := pa_stedet.stedet_alene(u):
        return tjenester.nytt_sted(a, alene) >= 0
    return daglinje(a, u) or stedslinje(a, u) or stedet_først(a, u) or dagrekke(a, u)


_DAGLINJE = senere(
    rf"^(?P<d>{uttrykk.DAGER})\s*(?::|\.{{2,}}|…+|(?:\.\s){{2,}}|_{{2,}})?\s*(?P<t>{uttrykk.TIDSROM}|(?i:stengt|stengd|lukket|"
    r"lukka))\.?(?P<rest>.*)$"
)


def daglinje(a: Arbeid, u: Utsnitt) -> bool:
    """Read a line that is a day and its hours, as in a list of them."""
    treff = _DAGLINJE.match(u.s.strip())
    if not treff or (treff["rest"] or "").strip():
        return False
    tider = ledd.tidsrom(treff["t"]) or ("stengt" if re.match(r"(?i)steng", treff["t"]) else None)
    if tider is None:
        return False
    tjenester.navnløst(a)
    plass = tjenester.gjeldende(a, u)
    verdi = u.verdi(SIKKER, "dag og klokkeslett", f"{samlet(treff['d']).casefold()} {tider}", ordrett=False)
    der = a.tre.hent("tjenestetilbud", "tjenestesteder", plass, "åpningstider")
    if isinstance(der, list):
        der.append(verdi)
        a.dekk(verdi)
        return True
    return a.sett([verdi], f"tjenestetilbud.tjenestesteder.{plass}.åpningstider")


_STEDSLINJE = senere(rf"^(?P<n>[A-ZÆØÅ][^:.]{{2,70}}?):\s(?P<t>.*?{uttrykk.DAGER}.*?{uttrykk.TIDSROM})(?P<r>.*)$")


def stedslinje(a: Arbeid, u: Utsnitt) -> bool:
    """Read a line that is a place, perhaps with its address, and its hours: «Sted, Gata 1: mandag–fredag 9–15»."""
    treff = _STEDSLINJE.match(u.s)
    if not treff or re.match(
        r"(?i)åpning|opning|kontortid|ekspedisjon|telefon|publikum|åpent?\b|ope[nt]?\b|kontordag|treffetid|dager\b|tid\b",
        treff["n"],
    ):
        return False
    navn, adresse = u.gruppe(treff, "n"), None
    if m := re.search(rf"(?:,\s|\s\()(?P<a>{tjenester.ADRESSEN})\)?$", navn.s):
        adresse = navn.gruppe(m, "a").verdi(SIKKER, "adressen")
        navn = navn.del_(0, m.start())
    nr = tjenester.nytt_sted(a, navn.verdi(SIKKER, "stedet"), adresse=adresse)
    rute = f"tjenestetilbud.tjenestesteder.{nr}"
    tider = u.del_(treff.start("t"), len(u.s))
    vanlig = [*tjenester.TIDER.finditer(tider.s)]
    if vanlig and vanlig[0].start() == 0:
        tjenester.tider_og_stengt(a, tider, nr)
    else:
        a.sett(u.gruppe(treff, "t").verdi(TROLIG, "dager og klokkeslett"), f"{rute}.åpningstider")
    tjenester.telefon(a, u.gruppe(treff, "r"), nr)
    return True


_STEDET_FØRST = senere(
    rf"^(?P<n>[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ]?[\w-]+){{0,3}}?):\s(?P<a>{tjenester.ADRESSEN})"
    r"(?=[.,;(]|\s[–-]\s|$)(?P<r>.*)$",
    re.DOTALL,
)


_ET_MERKE = senere(r"(?i)besøk|\w*adresse|treff|post|her\b")


def stedet_først(a: Arbeid, u: Utsnitt) -> bool:
    """Read a line that begins with a place and its address, with what else is said of it after: «Sted: Gata 1. …»."""
    treff = _STEDET_FØRST.match(u.s)
    if treff is None or ledetekst_hvor_som_helst(treff["n"]) or _ET_MERKE.match(treff["n"]):
        return False
    adresse = u.gruppe(treff, "a").verdi(SIKKER, "adressen")
    nr = tjenester.nytt_sted(a, u.gruppe(treff, "n").verdi(SIKKER, "stedet"), adresse=adresse)
    resten = u.gruppe(treff, "r").strippet(" .,;–-")
    if resten.s:
        tjenester.telefon(a, resten, nr)
        tjenester.tider_og_stengt(a, resten, nr)
    return True


_DAGREKKE = senere(
    r"^(?:\w+\s)?(?P<d>(?:(?i:(?:man|mån|tirs?|tys|ons|tors?|fre|lør|laur|søn|sun)(?:dag)?\.?)\s?){3,})$"
)


def dagrekke(a: Arbeid, u: Utsnitt) -> bool:
    """Read the rows of a table of hours that lost its columns: the days in one, a place and its hours in the next."""
    if treff := _DAGREKKE.match(u.s.strip()):
        a.dagrekke = treff["d"].split()
        a.etikett(u)
        return True
    celle = rf"(?:{uttrykk.TIDSROM}|(?i:stengt|stengd)|[-–])"
    rad = re.match(rf"^(?P<n>.+?)\s(?P<t>(?:{celle}\s?){{{len(a.dagrekke)}}})$", u.s.strip()) if a.dagrekke else None
    if rad is None:
        return False
    navn, adresse = u.gruppe(rad, "n"), None
    if m := re.search(rf",\s(?P<a>{tjenester.ADRESSEN})$", navn.s):
        adresse = navn.gruppe(m, "a").verdi(SIKKER, "adressen")
        navn = navn.del_(0, m.start())
    nr = tjenester.nytt_sted(a, navn.strippet().verdi(TROLIG, "raden"), adresse=adresse)
    timer = u.gruppe(rad, "t")
    verdier: list[Node] = []
    for dag, tid in zip(a.dagrekke, re.finditer(celle, timer.s), strict=False):
        lest = ledd.tidsrom(tid[0]) or ("stengt" if re.match("(?i)steng", tid[0]) else None)
        if lest:
            verdier.append(timer.gruppe(tid).verdi(TROLIG, "raden", f"{dag.casefold()} {lest}", ordrett=False))
        else:
            a.etikett(timer.gruppe(tid))
    return bool(verdier) and a.sett(verdier, f"tjenestetilbud.tjenestesteder.{nr}.åpningstider")

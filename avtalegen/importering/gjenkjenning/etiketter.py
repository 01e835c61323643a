"""What stands beside a label, whether in a table of two columns or after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, rolle
from avtalegen.importering.funnet import SIKKER, Node, Verdi
from avtalegen.importering.gjenkjenning import (
    avkryssing,
    avtalen,
    erstattet,
    etikettdeler,
    kontakten,
    parter,
    perioden,
    slutt,
    tilstede,
    typede,
)
from avtalegen.importering.gjenkjenning import radsetiketter as rådsetiketter
from avtalegen.importering.ordliste import ledetekst
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere
from avtalegen.modell.ufylt import er_ufylt

_LEDETEKST = senere(
    r"(?:^|(?<=[\s.]))(?P<l>[A-ZÆØÅa-zæøå][A-Za-zÆØÅæøå\- /]{1,38}?)(?:\s?\([^)]{1,20}\))?(?:\s?:\s+|\s?\t+\s*)"
)


_MIDT_I = ("råd.vara", "*.til")
"""Labels that may stand after the value of another without a capital: «Gjelder fra: 1.6.2024 til: 31.5.2028»."""


def deler(u: Utsnitt, del_: str) -> Iterator[tuple[str | None, Utsnitt | None, Utsnitt]]:
    """Split a stretch of text at the labels it has: the key of each (None before the first), the label and the rest."""
    funnet = []
    for treff in _LEDETEKST.finditer(u.s):
        for start in (0, *(m.end() for m in re.finditer(r"\s", treff["l"]))):
            if (nøkkel := ledetekst(treff["l"][start:], del_)) and (
                treff.start("l") + start == 0
                or treff["l"][start].isupper()
                or nøkkel in _MIDT_I
                or u.s[: treff.start("l") + start].rstrip()[-1:] in ".,;)"
            ):
                funnet.append((nøkkel, treff.start("l") + start, treff.end()))
                break
    if not (funnet and funnet[0][1] == 0) and (en := typede.delt(u, del_)):
        yield en
        return
    slutt_ = funnet[0][1] if funnet else len(u.s)
    if foran := u.del_(0, slutt_):
        yield None, None, foran
    for nr, (nøkkel, fra, til) in enumerate(funnet):
        bak = funnet[nr + 1][1] if nr + 1 < len(funnet) else len(u.s)
        yield nøkkel, u.del_(fra, til), u.del_(til, bak)


def verdi(a: Arbeid, nøkkel: str, merke: Utsnitt, u: Utsnitt) -> bool:
    """Put what stands beside a label where it belongs; tell whether it could be read as that."""
    ren = avkryssing.valgt(a, u.strippet(" \t\n"))
    if er_ufylt(ren.s):  # a field of a form that nobody has filled in
        a.etikett(merke)
        a.etikett(u)
        return True
    if nøkkel == "råd.åpenhet" and avkryssing.åpenhet(a, merke, ren):
        a.etikett(merke)
        return True
    i_kommunen = next((k.navn for k in a.kommuner if k.navn in merke.s), "") if nøkkel == "*.vedtak" else ""
    if not ren.s.strip(" –-.") or not (
        avtalen.ved_ledetekst(a, ren, i_kommunen) if i_kommunen else _sett(a, nøkkel, ren)
    ):
        return False
    a.etikett(merke)
    return True


def _sett(a: Arbeid, nøkkel: str, u: Utsnitt) -> bool:
    del_, _, hva = nøkkel.partition(".")
    uten = u.strippet(" .,;")
    if del_ == "råd":
        return rådsetiketter.verdi(a, hva, u, uten)
    if del_ == "kontakt":
        return _kontakten(a, hva, u, uten)
    if del_ == "slt":
        if hva == "koordinator":
            return a.sett(rolle(uten, SIKKER, "ledeteksten"), "slt.koordinator")
        if hva == "målgruppe":
            node: dict[str, Node] = {"hvem": uten.verdi(SIKKER, "ledeteksten")}
            if alder := re.match(r"(.+?),?\s(\d{1,2}\s?(?:[-–]|til)\s?\d{1,2}\sår)$", uten.s):
                node = {n: uten.gruppe(alder, g).verdi(SIKKER, "ledeteksten") for n, g in (("hvem", 1), ("alder", 2))}
            return a.legg_til(node, "slt.målgruppe")
        if hva in _KOORDINATORENS:
            treff = re.search(_KOORDINATORENS[hva], uten.s)
            kjent = a.tre.har("slt", "koordinator")
            if kjent and hva == "telefon" and (epost := re.search(uttrykk.EPOST, uten.s)):
                a.sett(uten.gruppe(epost).verdi(SIKKER, "ledeteksten"), "slt.koordinator.epost")
            verdien = uten.gruppe(treff).verdi(SIKKER, "ledeteksten") if kjent and treff else None
            return a.sett(verdien, f"slt.koordinator.{hva}")
        felt = {"styringsgruppe": "styrende"}.get(hva, hva)
        return a.legg_til(uten.verdi(SIKKER, "ledeteksten"), f"slt.nivåer.{felt}")
    if del_ == "satsning":
        return etikettdeler.satsning(a, hva, uten)
    if del_ == "tjenester":
        return etikettdeler.tjenestene(a, hva, u, uten)
    if del_ == "evaluering":
        return etikettdeler.evaluering(a, hva, u, uten)
    return _felles(a, hva, u, uten)


def _kontakten(a: Arbeid, hva: str, u: Utsnitt, uten: Utsnitt) -> bool:
    if hva == "navn":
        if kontakten.STATUS.search(uten.s):
            return a.sett(uten.verdi(SIKKER, "ledeteksten"), "politikontakt.0.status")
        if med := re.match(rf"(?:{uttrykk.TITTEL}\s)?(?P<n>{uttrykk.NAVN}),\s(?=.*\d)", uten.s):
            satt = a.legg_til(uten.gruppe(med, "n").verdi(SIKKER, "ledeteksten"), "politikontakt.0.navn")
            kontakten.setning(a, u.del_(med.end(), len(u.s)))
            return satt
        p = ledd.person(uten)
        if p and p.navn:
            return a.legg_til(p.navn.verdi(SIKKER, "ledeteksten"), "politikontakt.0.navn")
        return False
    if hva in ("telefon", "epost"):
        tlf, epost = re.search(uttrykk.NUMRE, uten.s), re.search(uttrykk.EPOST, uten.s)
        numre = [uten.gruppe(tlf).gruppe(m) for m in re.finditer(uttrykk.TELEFON, tlf[0])] if tlf else []
        satte = [a.legg_til(nr.verdi(SIKKER, "ledeteksten"), "politikontakt.0.telefon") for nr in numre]
        med_post = bool(epost and a.sett(uten.gruppe(epost).verdi(SIKKER, "ledeteksten"), "politikontakt.0.epost"))
        return any(satte) or med_post
    if hva == "gjør_ikke":
        alle = [en.verdi(SIKKER, "ledeteksten") for en in ledd.oppramsing(uten)]
        satte = [a.legg_til(en, "politikontakt.0.gjør_ikke") for en in alle]
        return any(satte)
    if hva == "stillingsandel":
        treff = re.search(uttrykk.PROSENT, uten.s)
        return bool(treff and a.sett(uten.gruppe(treff).verdi(SIKKER, "ledeteksten"), "politikontakt.0.stillingsandel"))
    if hva == "kommuner":
        return a.sett([en.verdi(SIKKER, "ledeteksten") for en in ledd.oppramsing(uten)], "politikontakt.0.kommuner")
    if hva == "oppgaver":
        return any(tuple(kontakten.oppgave(a, en) for en in ledd.oppramsing(uten)))
    if hva == "tilstedeværelse" and tilstede.FORAN.match(u.s) and a.tre.har("politikontakt", a.kontakt, hva):
        tilstede.les(a, u, flere=True)
    elif not (hva == "tilstedeværelse" and tilstede.dag_og_tid_hver_for_seg(a, uten)):
        kontakten.setning(a, u)
    sted = re.search(r",\s(?:på\s|i\s)?(?P<s>[A-ZÆØÅa-zæøå][a-zæøå\- ]+)\.?$", u.s)
    if sted and hva == "tilstedeværelse" and not re.search(uttrykk.DAGER, sted["s"]):
        a.sett(u.gruppe(sted, "s").verdi(SIKKER, "ledeteksten"), "politikontakt.0.tilstedeværelse.0.steder")
    return a.tre.har("politikontakt", a.kontakt, hva)


_KOORDINATORENS = {"telefon": uttrykk.TELEFON, "epost": uttrykk.EPOST, "stillingsandel": uttrykk.PROSENT}
"""What stands in a table about the coordinator of SLT, and what each of it looks like."""
_LEST: dict[str, tuple[str, str, str]] = {
    "fra": (uttrykk.DATO, "dato", "periode.fra"),
    "til": (uttrykk.DATO, "dato", "periode.til"),
    "dato": (uttrykk.DATO, "dato", "avtale.dato"),
    "oppsigelse": (uttrykk.LENGDE, "lengde", "periode.oppsigelse.frist"),
    "saksnummer": (r"^(?:[\w/]*\d+\s?/\s?\d+(?:\s?-\s?\d+)?|20\d{6,8}(?:-\d{1,3})?)", "tekst", "avtale.saksnummer"),
}
"""Labels that one value stands beside: its pattern, what it is read as, and where it goes."""


def _felles(a: Arbeid, hva: str, u: Utsnitt, uten: Utsnitt) -> bool:
    if hva in _LEST:
        mønster, leser, rute = _LEST[hva]
        treff = re.search(mønster, u.s)
        return bool(treff and a.sett(a.les(u.gruppe(treff), leser, SIKKER, "ledeteksten"), rute))
    if hva == "periode":
        return perioden.verdi(a, u)
    if hva == "vedtak":
        return avtalen.ved_ledetekst(a, u)
    if hva == "evaluering":
        slutt.evaluering(a, u)
        return a.tre.har("evaluering") or a.sett(uten.verdi(SIKKER, "ledeteksten"), "evaluering.hyppighet")
    if hva == "erstatter":
        return erstattet.erstattede(a, u)
    if hva in ("formål", "bakgrunn"):
        avtalen.bakgrunn(a, u, f"avtale.{hva}")
        return True
    if hva == "kommuneleder":
        node = rolle(uten, SIKKER, "ledeteksten")
        med_tittel = re.match(rf"(?P<r>{uttrykk.TITTEL}\s{uttrykk.NAVN}),\s", uten.s)
        if med_tittel and isinstance(lest := rolle(uten.gruppe(med_tittel, "r"), SIKKER, "ledeteksten"), dict):
            node = lest
            for felt, mønster in (("telefon", uttrykk.TELEFON), ("epost", uttrykk.EPOST)):
                if funnet := re.search(mønster, uten.s):
                    lest[felt] = uten.gruppe(funnet).verdi(SIKKER, "ledeteksten")
        admin = (
            isinstance(node, dict)
            and isinstance(t := node.get("tittel"), Verdi)
            and re.search(r"(?i)rådmann|kommunedirektør|administrasjonssjef", t.tekst)
        )
        if admin and len(a.kommuner) == 1:
            return a.sett(node, "parter.kommuner.0.administrativ_leder")
        return bool(a.kommuner) and a.legg_til(node, "parter.kommuner.0.kontaktpersoner")
    return _ellers(a, hva, u, uten)


_REVISJON = (
    ("hyppighet", uttrykk.HYPPIGHET, "hyppighet"),
    (
        "neste",
        rf"(?<!\w)(?:{uttrykk.MÅNEDSDATO}|20\d\d$|(?i:våren|sommeren|sommaren|høsten|hausten|vinteren)\s20\d\d(?!\d))",
        "tekst",
    ),
)


def _ellers(a: Arbeid, hva: str, u: Utsnitt, uten: Utsnitt) -> bool:
    if hva == "taushet":
        ja = re.match(r"(?i)ja\b", uten.s)
        return bool(ja) and a.sett(uten.verdi(SIKKER, "ledeteksten", "ja", ordrett=False), "taushetsplikt.gjelder")
    if hva == "politileder":
        return a.sett(rolle(uten, SIKKER, "ledeteksten"), "parter.politi.leder")
    if hva == "revisjon":
        for felt, mønster, leser in _REVISJON:
            if treff := re.search(mønster, uten.s):
                return a.sett(a.les(uten.gruppe(treff), leser, SIKKER, "ledeteksten"), f"periode.revisjon.{felt}")
    return hva == "parter" and any(True for _ in parter.kommuner_i(u))

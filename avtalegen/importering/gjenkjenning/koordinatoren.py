"""What sentences say of SLT and its coordinator in other words: the levels, who is in it, what it is for, the work."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning.kontaktens import gjøremål
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_STED = r"[A-ZÆØÅ][\w-]+"
_DELER = senere(
    rf"(?:(?i:kommunene|kommunane)\s)?(?P<k>{_STED}(?:,\s{_STED})*\s(?:og|samt)\s{_STED})(?:\skommun\w+)?\s"
    r"(?i:deler|har\s(?:en\s|ein\s)?felles|har\ssaman|samarbeider\som)\s(?:\w+\s){0,2}(?i:slt-?\s?koordinator)"
)
_VERT = senere(rf"^(?P<k>{_STED})(?:\skommune)?\ser\svertskommune\b")
_ANDELEN = senere(rf"\((?P<p>{uttrykk.PROSENT})(?:\s(?i:av\s)?(?i:stilling|årsverk))?[,)]")
_HENSIKT = senere(
    r"(?i)^(?:formålet|føremålet|målet|hensikten|hensikta)\smed\s(?:slt\b|slt-\w+|samordninga?|arbeidet|modellen)[^.:]{0,20}?\s"
    r"er\s(?P<l>(?:å|at)\s[^.:]{8,300})\.?$"
)
_ARBEIDER = senere(
    r"^(?i:(?:slt-?\s?)?koordinatoren)\s(?i:skal|har\s(?:i|til|som)\soppg\w+\så|har\sansvar\w*\sfor\så)\s(?P<l>[^:]{8,400})$"
)
_DELTAR = senere(
    r"(?i)^(?:i\sslt-\w+\s(?:deltar|deltek|sitter|sit)\s|med\si\sslt-\w+\s(?:er|sitter|sit)\s|slt-(?:gruppen|gruppa)\sbestår\sav\s)"
    r"(?P<l>[^.;:]{5,200})\.?$"
)
_NIVÅET = (
    ("styrende", r"(?:styringsgruppen?|styringsgruppa|styrende\snivå|styrande\snivå)"),
    (
        "koordinerende",
        r"(?:koordineringsgruppen?|koordineringsgruppa|koordinerende\s(?:nivå|gruppe)|koordinerande\snivå)",
    ),
    ("utførende", r"(?:utfør(?:ende|ande)\snivå|utøvende\snivå|arbeidsgruppene|arbeidsgruppe)"),
)
_ANNET_NIVÅ = r"[^,;]{0,30}\b(?:styringsgrupp|styr[ea]nde|koordiner|utfør|utøv|arbeidsgrupp)"


def nivåene(a: Arbeid, u: Utsnitt) -> bool:
    """Take those who are on a level from «… nivå er A, B og C»; tell whether the sentence said it of one."""
    satt = False
    for nivå, mønster in _NIVÅET:
        treff = re.search(
            rf"(?i)\b{mønster}\s(?:er|består\sav|omfatter|omfattar|utgjøres\sav)\s(?P<l>[^.;:]+?)"
            rf"(?=,\s(?:og\s|mens\s|medan\s)?{_ANNET_NIVÅ}|[.;]|$)",
            u.s,
        )
        if treff is None or a.tre.har("slt", "nivåer", nivå):
            continue
        alle: list[Node] = [en.verdi(TROLIG, "de på nivået") for en in ledd.oppramsing(u.gruppe(treff, "l").strippet())]
        satt = a.sett(alle, f"slt.nivåer.{nivå}") or satt
    return satt


def les(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of SLT in these words."""
    if deles := _DELER.search(u.s):
        egne = {k.navn for k in a.kommuner}
        andre: list[Node] = [
            en.verdi(SIKKER, "de som deler") for en in ledd.oppramsing(u.gruppe(deles, "k")) if en.s not in egne
        ]
        a.sett(andre, "slt.koordinator.delt_med")
    if (vert := _VERT.match(u.s)) and a.tre.har("slt", "koordinator"):
        a.sett(u.gruppe(vert, "k").verdi(SIKKER, "«vertskommune»"), "slt.koordinator.vertskommune")
    if re.search(r"(?i)koordinator", u.s):
        if andel := _ANDELEN.search(u.s):
            a.sett(u.gruppe(andel, "p").verdi(SIKKER, "stillingsandelen"), "slt.koordinator.stillingsandel")
        epost = re.search(uttrykk.EPOST, u.s)
        if epost and a.tre.har("slt", "koordinator", "navn"):
            a.sett(u.gruppe(epost).verdi(SIKKER, "e-postadressen"), "slt.koordinator.epost")
    if treff := _HENSIKT.match(u.s):
        a.legg_til(u.gruppe(treff, "l").verdi(TROLIG, "det SLT er for"), "slt.hensikt")
    if (treff := _ARBEIDER.match(u.s)) and not re.search(r"(?i)\bikk[je]+\b", u.s):
        for en in gjøremål(u.gruppe(treff, "l").strippet(" .")):
            if len(en.s.split()) > 1:
                a.legg_til(_uten_å(en).verdi(TROLIG, "koordinatorens arbeid"), "slt.koordinatorens_rolle")
    if treff := _DELTAR.match(u.s):
        for en in ledd.oppramsing(u.gruppe(treff, "l")):
            a.legg_til({"tittel": en.verdi(TROLIG, "de som er med i SLT", ledd.som_tittel(en.s))}, "slt.deltakere")


def _uten_å(u: Utsnitt) -> Utsnitt:
    return u.del_(2, len(u.s)) if u.s.startswith("å ") else u


def punkt(a: Arbeid, u: Utsnitt, innledning: str) -> bool:
    """Take a point of a list of what the coordinator is to do; tell whether it was one."""
    if not re.search(r"(?i)koordinator\w*\b.*(?:skal|oppg[aå]v|ansvar|å\s?:?$)", innledning) or re.search(
        r"(?i)\bikk[je]+\b", innledning
    ):
        return False
    verdi: Verdi = _uten_å(u.strippet(" ,;.")).verdi(SIKKER, "punkt under koordinatoren")
    return a.legg_til(verdi, "slt.koordinatorens_rolle")

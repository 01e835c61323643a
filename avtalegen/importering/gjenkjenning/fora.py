"""Who is in a forum, where it meets and how often, and the groups that a sentence says are set up."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning.celler import sammen
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_ET_FORUM = r"[a-zæøå-]{0,40}(?:grupp(?:e|a|en)|forum|team|utvalg|utval|nettverk)(?:et|a)?"
_OPPRETTES = senere(
    r"^(?i:det|partene|partane|kommunen og politiet)\s(?i:(?:skal\s)?(?:opprettes?|etableres?|opprettast|etablerast|"
    r"nedsettes|setjast ned|settes ned|er opprettet|er oppretta|er etablert|blir oppretta|vert oppretta|"
    r"har opprettet|har oppretta))"
    rf"\s(?:en|ei|et|eit|ein)\s(?P<n>(?:felles\s|fast\s|egen\s|eiga\s|eigen\s)?(?!slt|styrings)(?i:{_ET_FORUM})"
    r"(?:\s(?:for|mot|om|på)\s[^.,;]*?)?)"
    r"(?=\s(?:med\s|som\s|der\s|bestående\s|beståande\s|av\s)|[.,;]|$)"
)
_DEN = senere(r"(?i)^(?:grupp(?:en|a)|forumet|teamet|utvalget|utvalet|nettverket|det|den|dei?|møt(?:ene|a))\s")
_DELTAKERNE = (
    senere(
        r"(?i)\b(?:med\s(?:representanter|representantar|deltakere|deltakarar|deltakelse|medlemmer|medlemer)\sfr[aå]|"
        r"består\sav|beståande\sav|bestående\sav|deltakere\ser|deltakarar\ser|(?:med|faste)\si\s\w{3,30}\ser)\s"
        r"(?P<d>[^.;:]{3,200}?)(?=\.?$|\.\s|,?\sog\s(?:møtes|møtest|ledes|leies|har\smøte)\b)"
    ),
    senere(
        r"(?:^|,?\s(?:og|der|hvor)\s|,\s)(?P<d>(?:(?!\b(?:og|der|hvor)\s[^,]*\s(?:inn|møtes)\b)[^.;:]){3,200}?)\s"
        r"(?i:deltar|deltek|er med|er faste? medlem\w*)(?:\sfast)?\.?$"
    ),
)
_STEDET = senere(
    rf"{uttrykk.HYPPIGHET}\s(?:(?:kl\.?|klokka|klokken)\s[\d.:–-]+\s)?(?:på|i|hos|ved)\s"
    r"(?P<s>(?!(?:uken|veka|året|år|måneden|måna\w+|skule?året|skoleåret|perioden|januar|februar|mars|april|mai|juni|"
    r"juli|august|september|oktober|november|desember)\b)[A-ZÆØÅa-zæøå][^.,;\d]{2,40}?)(?=\.?$|[.,;]|\sog\s)"
)


INN_TIL = senere(rf"(?P<r>{uttrykk.ROLLE})\s(?:kaller|kallar|innkaller|inviterer)\s(?:inn\b\s?)?(?:til\s)?")
_HAR_VERB = senere(r"(?i)\b(?:kaller|kallar|innkaller|inviterer|leder|leier|leiar|møtes|møtest|har|skal)\b")


def _folk(u: Utsnitt) -> list[Node]:
    """Return those who are counted up, as those in a forum."""
    alle = [
        en
        for en in ledd.oppramsing(u.strippet(" ,."))
        if en.s and not (re.search(r"\d", en.s) or _HAR_VERB.search(en.s))
    ]
    return [{"tittel": en.verdi(TROLIG, "de som er med", ledd.som_tittel(en.s))} for en in alle if len(en.s) < _LENGST]


_LENGST = 60
"""Characters of the one who is in a forum."""


def resten(u: Utsnitt) -> dict[str, Node]:
    """Return who is in the forum that a sentence is about, and where it meets."""
    node: dict[str, Node] = {}
    treff = next((m for mønster in _DELTAKERNE if (m := mønster.search(u.s))), None)
    if treff and (folk := _folk(u.gruppe(treff, "d"))):
        node["deltakere"] = folk
    if sted := _STEDET.search(u.s):
        node["sted"] = u.gruppe(sted, "s").verdi(TROLIG, "der det møtes")
    return node


_RÅDET_SELV = senere(
    r"(?i)\bpolitiråd|\b(?:trygg\w*|samarbeids|kontakt|samordnings|politi)(?:utval\w*|grupp\w*|forum\w*)"
)


def opprettes(a: Arbeid, u: Utsnitt) -> bool:
    """Take a group that a sentence says is set up, which is not the council itself; tell whether it did."""
    treff = _OPPRETTES.match(u.s)
    if treff is None or re.search(r"(?i)\bikk[je]+\b", u.s) or _RÅDET_SELV.search(u.s):
        return False
    navn = samlet(treff["n"])
    node = {"navn": u.gruppe(treff, "n").verdi(TROLIG, "gruppen som opprettes", navn[0].upper() + navn[1:])}
    return a.legg_til({**node, **_hvor_ofte(a, u), **resten(u)}, "samarbeidsfora")


def _hvor_ofte(a: Arbeid, u: Utsnitt) -> dict[str, Node]:
    ofte = next((m for m in re.finditer(uttrykk.HYPPIGHET, u.s) if ledd.hyppighet(m[0])), None)
    verdi = a.les(u.gruppe(ofte), "hyppighet", SIKKER, "hvor ofte") if ofte else None
    return {"hyppighet": verdi} if verdi else {}


def fortsetter(a: Arbeid, u: Utsnitt) -> bool:
    """Read a sentence that goes on about the forum in the one before it; tell whether it said something of it."""
    fora = a.tre.liste("samarbeidsfora")
    siste = fora[-1] if fora else None
    navn = siste.get("navn") if isinstance(siste, dict) else None
    if not isinstance(navn, Verdi) or not navn.spenn or not 0 <= u.linje - navn.spenn[0].linje < 2:
        return False
    om_det = _DEN.match(u.s) or re.match(r"(?i)(?:med\si|faste\si|medlemm?er|deltak\w+|ellers|elles)\s", u.s)
    node = {**(_hvor_ofte(a, u) if om_det else {}), **resten(u)}
    if inn := INN_TIL.search(u.s):
        node["innkaller"] = u.gruppe(inn, "r").verdi(SIKKER, "«kaller inn»", ledd.som_tittel(inn["r"]))
    satt = [a.sett(verdi, f"samarbeidsfora.{len(fora) - 1}.{felt}") for felt, verdi in node.items()]
    return True in satt


_HODER = (
    ("navn", r"forum|samarbeidsforum|navn|namn|gruppe|arena|møteplass|team|utvalg|utval"),
    ("deltakere", r"deltak\w+|deltag\w+|medlem\w*|hvem|kven|hvem deltar|kven deltek"),
    ("hyppighet", r"møter|møte|hyppighet|frekvens|hvor ofte|kor ofte|møtefrekvens"),
    ("innkaller", r"innkall\w*|kaller inn|kallar inn|ansvarl[ie]g|ansvar"),
    ("formål", r"formål|føremål|hensikt|oppgave\w*|oppgåve\w*|tema"),
    ("sted", r"sted|stad|møtested|møtestad|hvor|kvar"),
)


def tabell(a: Arbeid, t: Tabell) -> bool:
    """Read a table of places to meet, one in each row; tell whether it was one."""
    hva = {
        k: felt
        for k in range(t.kolonner)
        for felt, mønster in _HODER
        if re.fullmatch(rf"(?i){mønster}", t.tekst(0, k).strip(" :"))
    }
    if "navn" not in hva.values() or len({*hva.values()}) != t.kolonner or t.kolonner < 2 or t.rader < 2:
        return False
    for r in range(1, t.rader):
        node: dict[str, Node] = {}
        for k, felt in hva.items():
            verdi = sammen(t[r, k])
            rute = t[r, k]
            if verdi is None or rute is None:
                continue
            u = rute.utsnitt[0].strippet()
            if felt == "hyppighet":
                node.update(_hvor_ofte(a, u))
            elif felt == "deltakere":
                node[felt] = [folk for linje in rute.utsnitt for folk in _folk(linje)]
            else:
                node[felt] = verdi
        if "navn" in node:
            a.legg_til({n: node[n] for n in _REKKE if node.get(n)}, "samarbeidsfora")
    for k in hva:
        hode = t[0, k]
        for u in hode.utsnitt if hode else ():
            a.etikett(u)
    return True


_REKKE = ("navn", "formål", "deltakere", "hyppighet", "innkaller", "sted")

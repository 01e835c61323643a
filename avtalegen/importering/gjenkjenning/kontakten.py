"""The politikontakt: who it is, how to reach them, what they do and don't, and when they are where."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, regel
from avtalegen.importering.forbi import FØR
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import egne_kontakter, kontaktens, kontaktvendinger, lenker, tilstede
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_N = uttrykk.NAVN
_KONTAKT = r"(?:politikontakt(?:en)?|(?:fast\s)?kontakt(?:en|person(?:en)?)?(?:\svår)?)"
_KOMMUNENS = r"(?:[a-zæøå]+s|kommunen sin|heradet sin|vår|den|fast)\s(?:faste\s)?"
_ER = rf"(?:er|skal være|skal vere|blir|vert)\s(?:(?:{_KOMMUNENS}|utpekt som\s|utpeikt som\s)?{_KONTAKT})"
_NAVN = (
    regel(
        rf"(?P<_t>{uttrykk.TITTEL}\s)?(?P<n>{_N})(?P<_p>\s\([^)]{{1,60}}\))?\s{_ER}(?!\w)",
        SIKKER,
        "«er kontakt»",
        n=("politikontakt.0.navn.0", "tekst"),
    ),
    regel(
        (
            rf"(?i:som\s)?(?i:{_KONTAKT})(?:\s(?:i|for|overfor|hos|mot)\s[A-ZÆØÅa-zæøå]+)?\s?(?:er|"
            rf":|i politiet er|utpekes)\s(?P<_t>{uttrykk.TITTEL}\s)?(?P<n>{_N})"
        ),
        SIKKER,
        "«kontakten er»",
        n=("politikontakt.0.navn.0", "tekst"),
    ),
    regel(
        r"(?i:utpeker|utpeikar|har utpekt|har utpeikt|har pekt ut|har peikt ut|peker ut|peikar ut|har oppnevnt|"
        r"oppnevner)\s"
        rf"(?P<_t>{uttrykk.TITTEL}\s)?(?P<n>{_N})(?P<_p>,\s[^,.;]{{3,40}},)?\s(?i:som|"
        rf"til)\s(?:{_KOMMUNENS})?(?i:{_KONTAKT})",
        SIKKER,
        "«utpeker … som kontakt»",
        n=("politikontakt.0.navn.0", "tekst"),
    ),
    regel(
        r"(?i:(?:en|ein|ei)\sfast\s(?:mann|kvinne|person|politi\w*|kontakt\w*))\s[^.:]{0,40}:\s"
        rf"(?P<_t>{uttrykk.TITTEL}\s)?(?P<n>{_N})",
        SIKKER,
        "«en fast … :»",
        n=("politikontakt.0.navn.0", "tekst"),
    ),
    regel(
        rf"(?P<_t>{uttrykk.TITTEL}\s)?(?P<n>{_N}),\ssom\s(?:også\s|òg\s|samtidig\s)?(?:er|blir|"
        rf"vert)\s{_KOMMUNENS}?{_KONTAKT}(?!\w)",
        SIKKER,
        "«som er kontakt»",
        n=("politikontakt.0.navn.0", "tekst"),
    ),
    regel(
        rf"(?P<_t>{uttrykk.TITTEL}\s)?(?P<n>{_N}),?\s(?i:politikontakt)(?!\w)",
        SIKKER,
        "tittelen politikontakt",
        n=("politikontakt.0.navn.0", "tekst"),
    ),
)
_STEDSNAVN = r"[A-ZÆØÅ]\w+(?:\s(?!og\b)[A-ZÆØÅ]\w+)?"
_FLERE = senere(
    rf"(?P<n>{_N})\s(?i:(?:er\s)?(?:politi)?(?:kontakt(?:en)?\s)?(?:for|i))\s(?P<k>{_STEDSNAVN}(?:(?:,|"
    rf"\sog)\s{_STEDSNAVN}(?!\w|\s[A-ZÆØÅ]|\s(?:for|er|i)\s))*)"
    rf"\s?\(?(?:(?i:mobil|tlf\.?|telefon)\s)?(?P<t>{uttrykk.TELEFON})?\)?"
)
_ANDEL = (
    regel(
        rf"(?P<p>(?i:{uttrykk.BRØKORD}|halvparten))\sav\s(?:\w+\s)?(?i:stilling|tid|arbeidstid|arbeidsvek|arbeidsuk|"
        rf"uk|vek)",
        SIKKER,
        "en del av tiden",
        p=("politikontakt.0.stillingsandel", "andel"),
    ),
    regel(
        rf"(?i:stilling(?:a|en)?)\s(?:er\s(?:på\s)?|på\s)(?P<p>{uttrykk.PROSENT})",
        SIKKER,
        "stillingsandel",
        p=("politikontakt.0.stillingsandel", "andel"),
    ),
    regel(
        rf"(?P<p>{uttrykk.PROSENT})(?:\s|(?=\W|$))(?i:(?:av\s(?:ei|en|ein|sin|si)?\s?)?stilling(?:a|en)?(?:\s(?:si|"
        rf"sin))?|"
        rf"stilling)?",
        SIKKER,
        "stillingsandel",
        p=("politikontakt.0.stillingsandel", "andel"),
    ),
)
_OM_ANDEL = senere(r"(?i)stilling|arbeidstid|prosent|%|(?:del|part)en av|del av")
_OM_TIDEN = senere(r"(?i)stilling|arbeids(?:tid|dag)|jobb|\btid|\bbruk|funksjon|oppg[aå]v|arbeidet|\bs[ae]tt?\w* av")
_TLF = senere(
    r"(?i:(?:mobil|mob\.|tlf\.?|telefon(?:nummer)?|tel\.?|nås på|ringes på|når\s(?:du\s)?(?:han|ho|hun|henne|"
    r"ham)\spå|ring(?:e|ja|je)?\s(?:\w+\s)?på|nummeret\ser|"
    r"treffes på)(?:telefon\w*|nummer(?:et)?)?\s?:?\s?(?:tlf\.?\s|telefon\s|"
    rf"nr\.?\s|er\s)?)(?P<t>{uttrykk.TELEFON})(?:\s(?:eller|og|/)\s(?:mobil\w*\s|tlf\.?\s)?(?P<u>{uttrykk.TELEFON})"
    r")?"
)
_RING = senere(
    rf"(?i:\b(?:ring|ringe|ringje|treffes|nås|kontaktes|tlf)\b)[^.\d]{{0,25}}?(?P<t>{uttrykk.TELEFON})(?P<u>(?!))?"
)
_ETTER_NAVNET = senere(rf"^(?:{uttrykk.TITTEL}\s)?{_N}(?:,\s|\s\()[^.]*?(?P<t>{uttrykk.TELEFON})(?P<u>(?!))?")
_EPOST = senere(rf"(?:(?i:e-?post(?:adresse)?|mail|e-mail)\s?:?\s?)?(?P<e>{uttrykk.EPOST})")
_NEGERT = senere(
    r"(?i)\b(?:hun|han|ho|de|dei|politikontakten|kontakten|vedkommende|denne|politikontaktane|"
    r"kontaktane)\b[^.]*\bikk[je]+\b|"
    r"\bikk[je]+ mening(?:en|a)\b|(?:høyrer|hører|inngår|omfattes|omfattast|brukes|brukast)\sikk[je]+\b|"
    r"\b(?:ligger|ligg|faller|fell)\s(?:utenfor|utanfor)\b|"
    r"er\sikk[je]+\s(?:en\s|ein\s)?del av|(?:ligger|ligg)\s(?:til|hos|"
    r"hjå)\sandre|av andre enn|inngår ikk[je]+|\bikk[je]+\b[^.]*\b(?:etterforsk|"
    r"avhør|avhøyr|patrulj)\w*|"
    r"(?:utfører|gjer|gjør|har|tar|tek|skal)\sikk[je]+"
)
STATUS = senere(
    r"(?i)ikk[je]+\s(?:\w+\s)?(?:utpei?kt|tils[ae]tt|ansatt|besatt|på plass|oppnevnt|oppnemnd|avklart|avklara)|"
    r"(?:er|står|vært|stått|vore)\s(?:ledig|vakant|ubesatt)|under\s(?:tilset[tj]ing|ansettelse)|"
    r"(?:peker|peikar)\sut\s(?:en|ein)\s|skal\s(?:ut)?pei?ke|utpe(?:kes|ikast)\s(?:innen|innan|i løpet)"
)
"""What says that nobody is the contact yet."""
_SKAL = senere(
    (
        r"(?P<_hvem>.*?)(?<![a-zæøå])(?P<m>(?i:skal|oppgave(?:r|ne)?\s(?:er|"
        r"omfatter)(?:\så)?|oppgåv(?:er|ene)\ser(?:\så)?))\s(?P<l>[^:]+)"
        r"$"
    ),
    re.DOTALL,
)


_GJØR = senere(
    r"^(?:(?i:politikontakt(?:en|ene|ane)|kontakt(?:en|ene|ane|personen)|vedkommende)|Hun|Han|Ho|De|Dei)\s"
    r"(?P<l>(?:deltar|deltek|følger|følgjer|er med|møter (?:i|på)|går|besøker|besøkjer|vitjar|holder|held|"
    r"har (?:jevnlig |fast |"
    r"jamleg )?kontakt|"
    r"gir|gjev|snakker|snakkar|bistår|veileder|rettleier|informerer|hjelper|koordinerer|gjennomfører|"
    r"driver|driv)\s"
    r"[^:]{8,})$"
)
"""What the politikontakt does, told in the present tense."""


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of the politikontakt; of one who was it before, nothing."""
    if FØR.search(u.s) or egne_kontakter.kommunens(a, u):
        return
    navnene = {k.navn for k in a.kommuner}
    if egne_kontakter.politiets(a, u):
        return
    flere = [m for m in _FLERE.finditer(u.s) if navnene.issuperset(re.split(r",\s|\sog\s", m["k"]))]
    if len(flere) > 1 and not a.tre.har("politikontakt"):
        _to_kontakter(a, u, flere)
        return
    if STATUS.search(u.s):
        a.sett(u.strippet().verdi(SIKKER, "stillingen er ikke besatt"), "politikontakt.0.status")
    elif not a.tre.har("politikontakt", a.kontakt, "status"):
        a.prøv(u, _NAVN)
    elif re.search(r"(?i)navnet?|namnet?|beskjed|varsl|innen|innan", u.s) and re.search(uttrykk.DATO, u.s):
        a.sett(u.strippet().verdi(TROLIG, "når stillingen blir besatt"), "politikontakt.0.varsling")
    if _OM_ANDEL.search(u.s) and (_OM_TIDEN.search(u.s) or a.tre.har("politikontakt", a.kontakt, "navn")):
        a.prøv(u, _ANDEL)
    fra_den_som_treffes(a, u)
    _nås(a, u)
    leddene = [*u.delt(r"(?:\s+og|,)\s+(?=(?:på|i|ved)\s)")]
    if len(leddene) > 1 and all(re.search(uttrykk.DAGER, d.s) and re.search(uttrykk.TIDSROM, d.s) for d in leddene):
        for del_ in leddene:
            tilstede.les(a, del_, flere=True)
    else:
        tilstede.les(a, u)
    _kommuner(a, u)
    kontaktens.ellers(a, u, status=bool(STATUS.search(u.s)))
    if kontaktens.gjør_ikke(u.s, _NEGERT) and not STATUS.search(u.s):
        a.legg_til(u.strippet(" .").verdi(TROLIG, "det kontakten ikke gjør"), "politikontakt.0.gjør_ikke")
    elif not kontaktvendinger.om_varsling(u.s):
        _oppgaver(a, u)


def _to_kontakter(a: Arbeid, u: Utsnitt, flere: list[re.Match[str]]) -> None:
    a.sett(
        u.verdi(SIKKER, "antallet som er nevnt", str(len(flere)), ordrett=False)._replace(spenn=()),
        "politikontakt.0.antall",
    )
    for treff in flere:
        navn = kontaktens.uten_tittel(u.gruppe(treff, "n"))
        a.legg_til(navn.verdi(SIKKER, "kontakt for kommunen"), "politikontakt.0.navn")
        for kommune in ledd.oppramsing(u.gruppe(treff, "k")):
            a.legg_til(kommune.verdi(SIKKER, "kontakt for kommunen"), "politikontakt.0.kommuner")
        if treff["t"]:
            hva = u.gruppe(treff, "k")
            kontakt: dict[str, Node] = {
                "hva": hva.verdi(SIKKER, "kontakt for kommunen", f"politikontakt for {hva.s}"),
                "navn": navn.verdi(SIKKER, "kontakt for kommunen"),
                "telefon": u.gruppe(treff, "t").verdi(SIKKER, "telefonnummeret"),
            }
            a.legg_til(kontakt, "tjenestetilbud.kontakter")


def for_kommunen(a: Arbeid, u: Utsnitt) -> bool:
    """Read a point that is one of the contacts and a kommune: «Ola Moe er kontakt for Hå»."""
    treff = _FLERE.fullmatch(u.s.strip(" .;,"))
    if treff is None or treff["k"] not in {k.navn for k in a.kommuner} or treff["t"]:
        return False
    a.legg_til(
        kontaktens.uten_tittel(u.gruppe(treff, "n")).verdi(SIKKER, "kontakt for kommunen"), "politikontakt.0.navn"
    )
    return a.legg_til(u.gruppe(treff, "k").verdi(SIKKER, "kontakt for kommunen"), "politikontakt.0.kommuner")


def _nås(a: Arbeid, u: Utsnitt) -> None:
    treff = _TLF.search(u.s) or _RING.search(u.s) or _ETTER_NAVNET.match(u.s)
    if treff and kontaktens.er_andres(a, u, treff.start("t")):
        return
    if treff := _TLF.search(u.s) or _RING.search(u.s) or _ETTER_NAVNET.match(u.s):
        numre = [u.gruppe(treff, g) for g in ("t", "u") if treff[g]]
        satt = [a.legg_til(n.verdi(SIKKER, "telefonnummeret"), "politikontakt.0.telefon") for n in numre]
        if any(satt):
            a.etikett(u.del_(treff.start(), treff.start("t")))
    elif not a.tre.har("politikontakt", a.kontakt, "telefon") and (alene := re.findall(rf"{uttrykk.TELEFON}", u.s)):
        inn = u.s.index(alene[0])
        if len(alene) == 1 and re.match(r"(?:\+47\s?)?[49]\d", alene[0]):  # a mobile phone
            nummer = u.del_(inn, inn + len(alene[0]))
            a.legg_til(nummer.verdi(TROLIG, "mobilnummeret i setningen"), "politikontakt.0.telefon")
    treff = _EPOST.search(u.s)
    if (
        treff
        and not re.match(r"(?i)post(?:mottak)?@|.*\bkommune\.no$", treff["e"])
        and a.sett(u.gruppe(treff, "e").verdi(SIKKER, "e-postadressen"), "politikontakt.0.epost")
    ):
        a.etikett(u.del_(treff.start(), treff.start("e")))
    a.sett(lenker.epost(a, u), "politikontakt.0.epost")


def _kommuner(a: Arbeid, u: Utsnitt) -> None:
    treff = re.search(
        r"(?i:kontakt(?:en)?)\sfor\s(?P<k>[A-ZÆØÅ][\w\- ,]*?(?:\sog\s[A-ZÆØÅ]\w+(?:\s[A-ZÆØÅ]\w+)?))(?=[\s.,;]|"
        r"$)",
        u.s,
    )
    if treff:
        for ett in ledd.oppramsing(u.gruppe(treff, "k")):
            a.legg_til(ett.verdi(TROLIG, "kontakt for flere kommuner"), "politikontakt.0.kommuner")


_NÅR_ELLER_NUMMER = senere(f"{uttrykk.DAGER}|{uttrykk.TIDSROM}|{uttrykk.TELEFON}")


def _oppgaver(a: Arbeid, u: Utsnitt) -> None:
    """Take the work that is told in running text: «Kontakten skal være på skolen, delta i … og holde …»."""
    if (gjør := _GJØR.match(u.s) or kontaktens.GJØR.match(u.s)) and not _NÅR_ELLER_NUMMER.search(u.s):
        for ett in ledd.oppramsing(u.gruppe(gjør, "l").strippet(" .")):
            if len(ett.s.split()) > 1:
                oppgave(a, ett, TROLIG)
        return
    treff = _SKAL.match(u.s)
    if treff and len(treff["l"]) > 12 and not STATUS.search(u.s):
        if re.search(r"(?i)rådet|(?:kommunen|politiet)\s*$", treff["_hvem"]):
            return
        for ett in kontaktens.gjøremål(u.gruppe(treff, "l")):
            if len(ett.s.split()) > 1:
                oppgave(a, ett, TROLIG)
        a.etikett(u.gruppe(treff, "m"))


def oppgave(a: Arbeid, u: Utsnitt, sikkerhet: object = SIKKER) -> bool:
    """Take a point of a list as one of the tasks."""
    ren = u.strippet(" ,;.")
    if re.match(r"(?:er(?!\s(?:med|fast|til|medlem|politiet))|det|dette)\s|[^,]{1,30},\ser\s", ren.s):
        return False  # the rest of a clause
    ren = ren.del_(2, len(ren.s)) if ren.s.startswith("å ") else ren
    return a.legg_til(
        ren.verdi(TROLIG if sikkerhet is TROLIG else SIKKER, "punkt under kontakten"), "politikontakt.0.oppgaver"
    )


def nevnt(a: Arbeid, u: Utsnitt) -> bool:
    """Tell whether a sentence begins with the name of the politikontakt, or says who it is."""
    navn = a.tre.hent("politikontakt", a.kontakt, "navn", 0)
    etternavn = navn.tekst.split()[-1] if isinstance(navn, Verdi) else ""
    if not etternavn and re.search(r"(?i)treffes|nås på|vitjar", u.s):
        for en in a.tre.liste("politiråd", "medlemmer", "politi"):
            n = en.get("navn") if isinstance(en, dict) else None
            if isinstance(n, Verdi) and u.s.startswith(n.tekst):
                return True
    if etternavn and re.match(rf"(?:\w+\s){{0,2}}{re.escape(etternavn)}\b", u.s):
        return True
    if re.search(rf"(?i)medlem|består|{uttrykk.RÅDET}", u.s):
        return False
    return _sier_hvem(u)


def _sier_hvem(u: Utsnitt) -> bool:
    return bool(re.search(r"(?i)\b(?:politi|fast\s)?kontakt(?:en|person(?:en)?)?\b", u.s)) and any(
        en.mønster.search(u.s) for en in _NAVN
    )


def bare_navnet(a: Arbeid, u: Utsnitt) -> bool:
    """Take a line that is nothing but somebody's name, perhaps with a title, under the heading for the contact."""
    treff = re.fullmatch(rf"(?:{uttrykk.TITTEL}\s)?(?P<n>{_N})", u.strippet().s)
    if treff is None or ledd.er_instans(treff["n"]) or a.tre.har("politikontakt", a.kontakt, "navn"):
        return False
    navn = u.strippet().gruppe(treff, "n").verdi(SIKKER, "navnet alene under overskriften")
    return a.sett(navn, "politikontakt.0.navn.0")


def navnet(a: Arbeid, u: Utsnitt) -> None:
    """Take the name of the politikontakt from a sentence that is about something else too."""
    if _sier_hvem(u) and not a.tre.har("politikontakt", a.kontakt, "status"):
        a.prøv(u, _NAVN)


def om_en_før(tekst: str) -> bool:
    """Tell whether a sentence is about one who was the politikontakt, or led the police, before."""
    return bool(FØR.search(tekst))


def gjør_ikke(tekst: str) -> bool:
    """Tell whether a sentence says what the politikontakt does not do."""
    return kontaktens.gjør_ikke(tekst, _NEGERT)


def fra_den_som_treffes(a: Arbeid, u: Utsnitt) -> None:
    """Take the name of the one in the section on the politikontakt whom it begins with, when it says no other."""
    if a.tre.har("politikontakt", a.kontakt, "navn") or a.tre.har("politikontakt", a.kontakt, "status"):
        return
    treff = re.match(
        rf"(?P<t>{uttrykk.TITTEL}\s)?(?P<n>{_N})\s(?:kan\s|skal\s)?(?:treffe|nå|sit|vitj|besøk|er\b|har\b|møte)", u.s
    )
    if treff is None or (treff["t"] and not ledd.er_politi(treff["t"])):
        return
    i_politiet = any(
        isinstance(m, dict) and isinstance(n := m.get("navn"), Verdi) and n.tekst == treff["n"]
        for m in a.tre.liste("politiråd", "medlemmer", "politi")
    )
    if treff["t"] or i_politiet:
        a.sett(u.gruppe(treff, "n").verdi(TROLIG, "den som treffes"), "politikontakt.0.navn.0")

"""Who has the tasks of the council, by the one who is named nearest to a word for the task."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, regel, som_rolle
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.gjenkjenning import etternavn
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_AV_RÅDET = r"(?!\s(?:for|av|i|ved|på)\s(?!det\b|dette\b|råd|politiråd|møte|utval|oddet|partal|like|ulike))"
_VERV = (
    (
        "nestleder",
        senere(r"(?i)\bnestle(?:der|iar)\w*|\bvaraformann\w*|\bstedfortreder\b|\bstadfortredar\b|\bnestforma\w+"),
    ),
    (
        "leder",
        senere(
            rf"(?i)(?<!nest)(?<!\w)(?:(?:møte|råds)?(?:leder(?!vervet)|leiar(?!vervet)|formann)(?:en|s|"
            rf"e)?\b{_AV_RÅDET}|"
            r"leier\b|(?:styrer|dirigerer)\s(?:møt|ordet|råd|det\b)\w*|(?:ledelse|leiing|leing)\w*\b|"
            r"(?:leder|leiar|formanns)(?:verv|plass|stol|rolle|ansvar)\w*|klubb[ea]n?\b|ordstyrar?e?r?\b|(?:fører|"
            r"har|leder|styrer) ordet|"
            r"(?:ledes|leies|leiast|(?:blir|vert)\s(?:ledet|leia|leidd))\sav)"
        ),
    ),
    (
        "sekretær",
        senere(
            r"(?i)\b(?:møte)?sekret(?:ær|ariat)\w*|\breferent\b|\bskriv(?:a|e)r for\b|\ber (?:også |òg )?skriv(?:a|"
            r"e)r\b|\bskriv(?:er)? for (?:råd|politiråd|det\b|utval)\w*|\bpennen\b|\bpenna\b|"
            r"\bskrive(?:arbeid|oppg|ansvar)\w*|\b(?:fører|skriver|skriv|tar|tek|lager|lagar)\s(?:\w+\s){0,3}?"
            r"(?:referat|protokoll|logg|møtebok)\w*|\breferatskriv\w+|\b(?:holder i|held i|tar seg av|tek seg av|"
            r"ordner|"
            r"ordnar|steller|står for|holder styr på|held styr på|sørger for|syter for|"
            r"har ansvar\w* for)\s(?:med\s)?(?:\w+\s){0,2}?(?:(?:sak[s]?)?papir|referat|"
            r"protokoll|møtebok|møtebøk)\w*|"
            r"\b(?:referat|protokoll|logg|møtebok)\w*\s(?:skrives|føres|skrivast|førast|lages|blir \w+|vert \w+)\sav\b"
        ),
    ),
)
_LENGST_FRA = 40
_IKKE_VERV = senere(
    r"(?i)\bvara\b|ikk[je]+|\bborte\b|\bforhindr\w*|\bfravær\w*|\bforfall\b|styringsgrupp|arbeidsgrupp|"
    r"koordineringsgrupp|\bgruppa\b|"
    r"\b(?:utpeker|peker ut|peikar ut|oppnevner|oppnemner|velger|vel)\s(?:\w+\s){0,2}?"
    r"(?:sekretær|referent|nestled|nestlei|led|lei)(?:er|ar|)\b|"
    r"\b(?:leder|leier|leiar)\s\w*(?:administrasjon|etat|avdeling|etterforsk|kommune|kontor|seksjon|enhet|eining)\w*|"
    r"\bslt-leder|forgjenger|\bovertar\b|\bovertek\b"
)
_SETNINGSLEDD = senere(r";\s|,\s(?:og|mens|medan|men)\s|\sog\s(?=(?:i|når)\s)")
_BESTEMT = senere(
    rf"(?<![\w-])(?:[A-ZÆØÅa-zæøå]{{4,30}}s\s)?{uttrykk.TITTELORD}(?:en|n|a|ene|ne|ane)(?!\w)|"
    rf"(?<![\w-])[A-ZÆØÅa-zæøå]{{4,30}}s\s(?:\w{{1,30}}\s)?{uttrykk.TITTELORD}(?!\w)"
)
"""Somebody by a title with the article, or by whose they are: «rådmannen», «rådmannens førstekonsulent»."""
_KONTOR = senere(
    r"(?<![\w-])[A-ZÆØÅ]?[a-zæøå\-]{0,40}(?:kontoret|torget|administrasjonen|staben|avdelinga|avdelingen|etaten|senteret|"
    r"kommunen|sekretariatet|sekretariat)(?!\w)(?:\s(?:i|på)\s[A-ZÆØÅ]\w+)?"
)
_ETTERNAVN = senere(r"(?<![\w-])[A-ZÆØÅ][a-zæøå]{2,30}(?![\w-]|\s[A-ZÆØÅ])")
_SELVE_VERVET = senere(
    r"(?i)(?:møte)?(?:leder|leiar|nestleder|nestleiar|sekretær|møteleder|formann)(?:en|a|n|ane|ene)?"
)


_HVEM_SOM = rf"(?<![\w-])(?P<r>{uttrykk.FORAN}{uttrykk.TITTELORD}(?:\s{uttrykk.NAVN})?),\ssom\s(?:også\s|òg\s)?"
_ER = r"(?:er|skal være|skal vere|fungerer som)\s(?:[A-ZÆØÅa-zæøå]+s\s)?"
_VALGT = r"(?i:velger|vel|valgt?e?|vald|valde|utpekt?e?|utpeikt|oppnevnt?e?|oppnemnt)"
_EN = rf"(?:{uttrykk.FORAN}{uttrykk.TITTELORD}\s)?{uttrykk.NAVN}"
_LEDER, _NEST = r"(?:leder|leiar|formann)", r"(?:nestleder|nestleiar|varaformann|nestformann)"
_SOM = r"(?:som|til)\s(?:henholdsvis\s|høvesvis\s)?"
_BEGGE = rf"(?:{_EN}|(?<![\w-]){uttrykk.FORAN}{uttrykk.TITTELORD}(?:en|n|a)?(?!\w))"
_VERVET = r"(?:funksjon|verv|rolle|oppgave|ansvar|plass)(?:en|et|a)?|(?:rolla|oppgåva)"
_LIGGER = (
    r"(?:ivaretas\sav|ivaretakast\sav|vert\sivareteken\sav|innehas\sav|utøves\sav|fylles\sav|har|tilligger|tilligg|"
    r"(?:er|blir|vert)\s(?:lagt|tillagt|plassert)(?:\s(?:til|hos|hjå|på))?|ligger\s(?:hos|til|på)|ligg\s(?:hos|hjå|til|på))"
)
VERV_I_BISETNING = (
    regel(
        r"(?i:ved|under)\s(?:\w+\s)?(?i:fravær|fråvær|forfall)(?:\s(?:hos|av|for)\s\w+)?\s(?i:ledes|leies|leiast|styres)\s(?:\w+\s)?"
        rf"(?i:av)\s(?P<r>{uttrykk.ROLLE})",
        SIKKER,
        "«ved fravær ledes møtet av»",
        r=("politiråd.nestleder", "rolle"),
    ),
    *(
        regel(
            rf"(?<!\w)(?i:{ord_}(?:s|e)?(?:{_VERVET}))\s(?:i\srådet\s)?{_LIGGER}\s(?P<r>{uttrykk.ROLLE})",
            SIKKER,
            "«vervet ligger hos»",
            r=(f"politiråd.{felt}", "rolle"),
        )
        for ord_, felt in (
            (r"(?:nestleder|nestleiar)", "nestleder"),
            (r"(?:møte)?(?:leder|leiar)", "leder"),
            (r"(?:sekretær|sekretariat|referent)", "sekretær"),
        )
    ),
    regel(
        rf"(?i:{_LEDER})\sog\s(?i:{_NEST})(?:\s(?:i|for|av)\s{uttrykk.RÅDET})?\s(?:er|blir|vert)\s(?:(?:henholdsvis|høvesvis)\s)?"
        rf"(?P<l>{_BEGGE})\sog\s(?P<n>{_BEGGE})",
        SIKKER,
        "«leder og nestleder er»",
        l=("politiråd.leder", "rolle"),
        n=("politiråd.nestleder", "rolle"),
    ),
    regel(
        rf"^(?P<r>{uttrykk.ROLLE})\s(?:leder|leier|leiar)\.?$",
        SIKKER,
        "«… leder.»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        r"(?P<r>[Kk]ommunen|[Hh]eradet|[Pp]olitiet)\s(?:stiller|stiller opp|held|holder|bidrar)\s(?:med\s)?"
        r"(?:rådets\s)?(?:sekretær|sekretariat|referent)(?:en|et)?(?![\w,])",
        SIKKER,
        "«… stiller med sekretær»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?i:ved|v/|gjennom)\s?(?i:(?:møte)?sekretær|referent)(?:en)?\s(?P<s>{uttrykk.NAVN})",
        SIKKER,
        "«ved sekretær»",
        s=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"\b{_VALGT}\s(?P<l>{_EN})\sog\s(?P<n>{_EN})\s{_SOM}{_LEDER}\sog\s{_NEST}\b",
        SIKKER,
        "«valgt som leder og nestleder»",
        l=("politiråd.leder", "rolle"),
        n=("politiråd.nestleder", "rolle"),
    ),
    regel(
        rf"\b{_VALGT}\s(?P<l>{_EN})\s{_SOM}{_LEDER}\sog\s(?P<n>{_EN})\s{_SOM}{_NEST}\b",
        SIKKER,
        "«valgt til leder»",
        l=("politiråd.leder", "rolle"),
        n=("politiråd.nestleder", "rolle"),
    ),
    regel(
        rf"(?P<l>{_EN})\sog\s(?P<n>{_EN})\s(?:er|ble|blei|vart)\s{_VALGT}\s{_SOM}{_LEDER}\sog\s{_NEST}\b",
        SIKKER,
        "«valgt som leder og nestleder»",
        l=("politiråd.leder", "rolle"),
        n=("politiråd.nestleder", "rolle"),
    ),
    regel(
        rf"{_HVEM_SOM}(?:(?:leder|leier|leiar)(?=\s|,)|{_ER}(?:leder|leiar|formann)(?!\w))",
        SIKKER,
        "«som leder»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"{_HVEM_SOM}{_ER}(?:nestleder|nestleiar|varaformann|nestformann)(?!\w)",
        SIKKER,
        "«som er nestleder»",
        r=("politiråd.nestleder", "rolle"),
    ),
)
"""A task that two are chosen for, or that stands in a clause after the one who has it: «ordføreren, som leder …»."""


def nærmeste(a: Arbeid, u: Utsnitt) -> None:
    """Give a task that nobody has, to the one who is named nearest to the word for it in the clause."""
    for del_ in u.delt(_SETNINGSLEDD.pattern):
        if _IKKE_VERV.search(del_.s):
            continue
        for felt, mønster in _VERV:
            treff = mønster.search(del_.s)
            if treff is None or a.tre.har("politiråd", felt):
                continue
            _gi(a, del_, felt, treff)


def _gi(a: Arbeid, u: Utsnitt, felt: str, treff: re.Match[str]) -> None:
    folk = [
        (p.hele.fra - u.fra, len(p.hele.s), som_rolle(p, TROLIG, "navnet nærmest vervet")) for p in ledd.personer(u)
    ]
    folk += [
        en
        for en in _uten_navn(a, u, felt)
        if not any(f <= en[0] < f + n or en[0] <= f < en[0] + en[1] for f, n, _ in folk)
    ]
    folk = [en for en in folk if en[0] + en[1] <= treff.start() or en[0] >= treff.end()]
    if not folk:
        return

    def avstand(en: tuple[int, int, dict[str, Node]]) -> int:
        fra, lengde, _ = en
        return max(fra - treff.end(), treff.start() - fra - lengde)

    nær = min(folk, key=avstand)
    if -1 <= avstand(nær) <= _LENGST_FRA:
        a.sett(nær[2], f"politiråd.{felt}")


def _uten_navn(a: Arbeid, u: Utsnitt, felt: str) -> Iterator[tuple[int, int, dict[str, Node]]]:
    """Return those who are told by title alone; an office can have no other task than that of the secretary."""
    for m in _ETTERNAVN.finditer(u.s):
        i_et_navn = re.search(r"[A-ZÆØÅ][\w-]*\s$", u.s[: m.start()])
        if not i_et_navn and (navn := etternavn.helt(a, m[0])):
            kort = u.gruppe(m).verdi(TROLIG, "etternavnet nærmest vervet", navn, ordrett=False)
            yield m.start(), m.end() - m.start(), etternavn.med_tittel(a, navn, kort)
    for mønster in (_BESTEMT, _KONTOR) if felt == "sekretær" else (_BESTEMT,):
        for m in mønster.finditer(u.s):
            if _SELVE_VERVET.fullmatch(m[0]):
                continue
            hvem = u.gruppe(m)
            tittel = hvem.verdi(TROLIG, "den nærmest vervet", ledd.som_tittel(hvem.s))
            yield m.start(), m.end() - m.start(), {"tittel": tittel}

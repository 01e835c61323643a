"""What sentences say of the council: who leads it, who is in it, how often it meets and when papers are sent."""

from __future__ import annotations

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid, regel
from avtalegen.importering.funnet import SIKKER, TROLIG, Verdi
from avtalegen.importering.gjenkjenning import (
    brev,
    byttet,
    deltakere,
    fristene,
    gjestene,
    mandatet,
    rollen,
    sidene,
    varafolk,
    vervene,
)
from avtalegen.importering.gjenkjenning import motene as møtene
from avtalegen.importering.gjenkjenning.innkallingen import INNKALLER
from avtalegen.importering.gjenkjenning.vervene import VERV_I_BISETNING
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_ROLLE, _LENGDE, _HYPP, _TALL = uttrykk.ROLLE, uttrykk.LENGDE, uttrykk.HYPPIGHET, uttrykk.TALL
_RÅD = rf"(?:\s(?:av|for|i)?\s?{uttrykk.RÅDET}|\s(?:det))?"
_ER = r"(?:er|skal vere|skal være|:)"
_IKKE_ANDRES = (
    r"(?!\s(?:for|av)\s(?:formannskap|kommunestyre|heradsstyre|bystyre|\w{2,30}(?:utval|etat|avdeling|styre))\w*)"
)
_TIL_ENHVER_TID = r"(?:den\s(?:som\s)?til\s(?:enhver|(?:ein)?kvar)\stid\s(?:er\s|sittende\s|sitjande\s|fungerende\s)?)?"

_ROLLER = (
    regel(
        rf"(?P<r>{_ROLLE}\s(?i:og)\s{_ROLLE})\s(?P<m>(?i:deler|delar)\s(?i:på)\s(?i:ledelsen|ledervervet|"
        r"leiinga|leiarvervet|å lede|å leie|å leia|vervet som led\w+|vervet som lei\w+))",
        TROLIG,
        "«deler på ledelsen»",
        r=("politiråd.leder.tittel", "tittel"),
        m=("politiråd.leder.merknad", "tekst"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?P<m>(?i:byter|bytter|skifter|veksler|vekslar|bytes|byttes)\s(?i:på|"
        rf"om))\så\s(?:leie|lede|være leder|vere leiar)",
        SIKKER,
        "«bytter på å lede»",
        r=("politiråd.leder.tittel", "tittel"),
        m=("politiråd.leder.merknad", "tekst"),
    ),
    regel(
        r"(?i:(?:vervet|oppgaven)\ssom\s(?:leder|leiar)|ledervervet|leiarvervet|ledelsen|leiinga)\s"
        rf"(?P<m>(?i:går på omgang|veksler|vekslar|går på rundgang|alternerer))\s(?i:mellom)\s"
        rf"(?P<r>{_ROLLE}\s(?i:og)\s{_ROLLE})",
        SIKKER,
        "«leder på omgang»",
        r=("politiråd.leder.tittel", "tittel"),
        m=("politiråd.leder.merknad", "tekst"),
    ),
    regel(
        rf"(?i:(?:som\s)?(?:leder|leiar)){_RÅD}\s(?i:fungerer|velges|utpekes|er utpekt)\s(?P<r>{_ROLLE})",
        SIKKER,
        "«som leder fungerer»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        r"(?i:sekretariat\w*|sekretær\w*)\s(?i:er lagt til|legges til|ligger (?:hos|til)|ligg hjå|er plassert hos)\s"
        rf"[^.;]{{3,60}}?\s(?:v/\s?|ved\s)(?P<r>{uttrykk.TITTEL}\s{uttrykk.NAVN})",
        SIKKER,
        "«sekretariatet ligger hos … v/»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        r"(?i:sekretariat\w*|sekretær\w*)\s(?i:er lagt til|legges til|ligger (?:hos|til)|ligg hjå|er plassert hos)\s"
        rf"(?P<r>{_ROLLE})(?!\s(?:v/|ved\s))",
        SIKKER,
        "«sekretariatet er lagt til»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{uttrykk.TITTEL}\s{uttrykk.NAVN})\s(?P<_x>(?:i|ved|på|fra|frå)\s[^.,;]{{3,40}}?)\s(?:er|"
        rf"fungerer som)\s(?:rådets\s)?"
        r"(?:sekretær|referent)(?!\w)",
        SIKKER,
        "«… er sekretær»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:kaller|kallar|innkaller|sender)\s(?P<_x>[^.;]{{3,60}}?)\sog\s(?:fører|skriver|skriv)\s"
        r"(?:protokoll|referat|møtebok)",
        SIKKER,
        "«og fører protokoll»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>[A-ZÆØÅ]?[a-zæøå]{{3,30}}s\s(?:sekretær|kontorsjef|konsulent),\s{uttrykk.NAVN}),\s"
        r"(?:innkaller|kaller|kallar|sender|skriver|skriv|fører)(?!\w)",
        SIKKER,
        "«rådmannens sekretær, …, innkaller»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{uttrykk.TITTELORD}(?:en|a|n)?)\s(?P<_x>(?:på|i|ved|hos)\s(?:[A-ZÆØÅa-zæøå-]+\s?){{1,3}}),\s"
        rf"(?P<n>{uttrykk.NAVN}),\s(?:skriver|skriv|fører|er\s(?:rådets\s)?(?:sekretær|referent))(?!\w)",
        SIKKER,
        "«…, …, fører møteboken»",
        r=("politiråd.sekretær.tittel", "tittel"),
        n=("politiråd.sekretær.navn", "tekst"),
    ),
    regel(
        rf"(?P<r>{_ROLLE}),\ssom\s(?:også\s|òg\s)?er\s(?:rådets\s)?(?:sekretær|referent)(?!\w)",
        SIKKER,
        "«som er sekretær»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:er|blir|vert)\s(?:hans|hennes|hennar|lederens|leiaren sin)\s"
        r"(?:stedfortreder|stadfortredar|vara)(?!\w)",
        SIKKER,
        "«er hennes stedfortreder»",
        r=("politiråd.nestleder", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:er ansvarlig|er ansvarleg|har ansvar(?:et)?|står|tar seg av|tek seg av|syter|sørger)"
        r"\s(?:for\s)?(?:sekretariat\w*|papir\w*|møtebok\w*|protokoll\w*|referat\w*|sakspapir\w*)",
        SIKKER,
        "«tar seg av papirene»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:er|skal være|skal vere)\s(?:rådets\s)?(?:leder|leiar)(?:e|en)?{_RÅD}(?!\w)"
        rf"{_IKKE_ANDRES}",
        SIKKER,
        "«er leder»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:leder|leier|leiar|styrer|skal\s(?:lede|leie|leia))\s(?:det|{uttrykk.RÅDET}|møtene|møta)(?!\w)",
        SIKKER,
        "«leder rådet»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?<![a-zæøå])(?:[Ll]eder|[Ll]eiar)(?:en)?{_RÅD}\s?{_ER}\s{_TIL_ENHVER_TID}(?P<r>{_ROLLE})",
        SIKKER,
        "«leder er»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?:[Ll]edes|[Ll]eies|[Ll]eiast|(?:[Bb]lir|[Vv]ert)\s(?:ledet|leia|leidd))\sav\s{_TIL_ENHVER_TID}(?P<r>{_ROLLE})",
        SIKKER,
        "«ledes av»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:som|er)\s(?:leder|leiar)(?!\w){_IKKE_ANDRES}",
        TROLIG,
        "«som leder»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?:[Nn]estleder|[Nn]estleiar)(?:en)?{_RÅD}\s?{_ER}\s{_TIL_ENHVER_TID}(?P<r>{_ROLLE})",
        SIKKER,
        "«nestleder er»",
        r=("politiråd.nestleder", "rolle"),
    ),
    regel(
        rf"(?:\sog\s|,\s)(?P<r>{uttrykk.ROLLE})\s(?:nestleder|nestleiar)(?!\w)",
        SIKKER,
        "«og … nestleder»",
        r=("politiråd.nestleder", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?P<_x>(?:[a-zæøå]+\s){{1,3}}?)og\s(?:leder|leier|leiar)\s(?:{uttrykk.RÅDET}|møtene|"
        rf"møta)(?!\w)",
        SIKKER,
        "«og leder møtene»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?<![a-zæøå])(?<!som\s)(?:nestleder|nestleiar),?\s(?P<r>{uttrykk.TITTEL}\s{uttrykk.NAVN})",
        SIKKER,
        "«nestleder» foran navnet",
        r=("politiråd.nestleder", "rolle"),
    ),
    regel(
        r"(?i:(?:ved|under)\s(?:\w+\s){0,2}?(?:forfall|fravær|fråvær|sykdom|sjukdom)(?:\s(?:hos|av|for)\s\w+)?|"
        r"(?:når|hvis|dersom|om|viss)\s(?:lederen|leiaren|ordføreren|ordføraren|han|hun|ho)\s(?:\w+\s){1,2}?"
        r"(?:borte|forhindret|forhindra|forfall|syk|sjuk|fraværende|vekke|møte)),?\s"
        rf"(?:leder|leier|leiar|overtar|overtek|styrer|tar|tek|trer)\s(?P<r>{_ROLLE})",
        SIKKER,
        "«ved forfall leder»",
        r=("politiråd.nestleder", "rolle"),
    ),
    regel(
        r"(?i:når|dersom|hvis|om|viss)\s(?:hun|han|ho|lederen|leiaren)\s(?:er\s\w+|har\s\w+|ikk[je]+\s\w+|"
        rf"kan\sikk[je]+(?:\s\w+)?),?\s(?:går|trer|trår|stig)\s(?P<r>(?:{uttrykk.TITTEL}\s)?{uttrykk.NAVN})\sinn(?!\w)",
        TROLIG,
        "«når hun er borte, går … inn»",
        r=("politiråd.leder.vara", "tekst"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:er|som|skal være|skal vere)\s(?:hans\s|hennes\s|rådets\s)?(?:nestleder|nestleiar)(?!\w)",
        SIKKER,
        "«er nestleder»",
        r=("politiråd.nestleder", "rolle"),
    ),
    regel(
        (
            rf"(?P<r>{_ROLLE})\s(?:er|fungerer som|skal være|skal vere|som)"
            r"\s(?:sekretær|sekretariat|referent)(?:\s(?:for|i)\srådet)?(?!\w)"
        ),
        SIKKER,
        "«er sekretær»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:har|er|ivaretar|tek seg av)\s(?:rådets\s)?(?:sekretariat\w*|sekretær\w*)",
        SIKKER,
        "«har sekretariatet»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        (
            rf"(?:[Ss]ekretær|[Ss]ekretariat|[Rr]eferent)\w*{_RÅD}\s?(?:er|"
            r":|ivaretas av|vert ivaretatt av|ligger (?:hos|til)|ligg hjå)"
            rf"\s(?P<r>{_ROLLE})"
        ),
        SIKKER,
        "«sekretær er»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>(?!(?i:sekretær|referent|\w{{1,20}}rådet))(?!(?i:sekretær)\w*){_ROLLE})\s(?:fører|skriver|skriv|tar|tek)\s(?:referat|protokoll|møtebok)",
        SIKKER,
        "«skriver referat»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:forbereder|førebur|legger til rette for|tilrettelegger)\s(?:sakene|sakane|møtene|møta)",
        SIKKER,
        "«forbereder»",
        r=("politiråd.tilrettelegger", "rolle"),
    ),
    regel(
        rf"(?:[Vv]ara|[Ss]tedfortreder)\sfor\s(?P<_hvem>lederen|leiaren|ordføreren|ordføraren)\ser\s(?P<r>{_ROLLE})",
        SIKKER,
        "«vara er»",
        r=("politiråd.leder.vara", "tekst"),
    ),
    regel(
        (
            rf"(?P<r>{_ROLLE})\s(?:er|møter som|møter)\s(?:vara|stedfortreder)"
            r"(?:\sfor\s(?P<_hvem>lederen|leiaren|ordføreren|ordføraren)"
            r")(?!\w)"
        ),
        SIKKER,
        "«er vara»",
        r=("politiråd.leder.vara", "tekst"),
    ),
)

_PÅ_SKIFT = senere(
    r"(?i)partalsår|oddetalsår|(?:like|ulike) år|etter tur|på skift|på omgang|"
    r"annethvert år|annakvart år"
)


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of the council and put it in the draft."""
    if varafolk.setning(a, u) or mandatet.setning(a, u):
        return
    før = a.tre.har("politiråd", "leder")
    a.prøv(u, VERV_I_BISETNING)
    a.prøv(u, _ROLLER)
    brev.rådet(a, u)
    leder = a.tre.hent("politiråd", "leder", "tittel")
    if not før and isinstance(leder, Verdi) and _PÅ_SKIFT.search(u.s):
        a.tre.fjern("politiråd", "leder", "tittel")
        a.tre.sett(leder._replace(sikkerhet=TROLIG, hvorfor="de leder på skift"), "politiråd", "leder", "tittel")
    a.prøv(u, INNKALLER)
    fristene.setning(a, u)
    møtene.setning(a, u)
    rollen.navnet(a, u)
    rollen.slaget(a, u)
    byttet.ut(a, u)
    if not (sidene.setning(a, u) or deltakere.setning(a, u)):
        gjestene.setning(a, u)
    vervene.nærmeste(a, u)

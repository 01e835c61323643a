"""What sentences say of a place of the police in whatever words: days and hours far apart, where it is, its number."""

from __future__ import annotations

import re
from collections.abc import Callable

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG
from avtalegen.importering.gjenkjenning import pa_stedet
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_ÅPEN = senere(
    r"(?i)\b(?:åpe?n\w*|open|opne?|ope|opningstid\w*|publikum|folk|betjen\w*|bemann?\w*|skranke\w*|ekspedisjon\w*|"
    r"luk[ea]\w*|dør\w*)\b"
)
_IKKE_ÅPEN = senere(
    r"(?i)\b(?:steng\w*|patrulj\w*|møte[rt]?|møtes|rådet|vakt\w*|bil|natt\w*|sommer\w*|sommar\w*|ferie\w*)\b"
)
_LIGGER = senere(
    r"(?i)\b(?:holder til|held til|ligger|ligg|finn\w*|finst|har (?:lokaler|kontor|tilhald|tilhold)|besøk\w*|"
    r"er å finne|flytt\w*)\b"
)
_ADRESSE = senere(
    r"\b(?:i|på|ved)\s(?P<a>(?:[A-ZÆØÅ][\w.\-]*\s){1,3}\d{1,4}\s?[A-Ha-h]?(?:,\s\d{4}\s[A-ZÆØÅ][\w\-]+)?)(?![\w%]|"
    r"\s?\d|\.\d)"
)
_NÅS = senere(r"(?i)\b(?:nås|når|nummer\w*|ring\w*|telefon\w*|tlf|sentralbord\w*|svar\w*|treff\w*)\b")
_ANDRES = senere(
    r"(?i)operasjonssentral|vakttelefon|nødnummer|etter stengetid|utenom|utanom|faks|kommun\w+|rådhus\w*|"
    r"servicetorg\w*|legevakt\w*|"
    r"jourhav|barnevern\w*"
)
_STENGER = senere(
    rf"(?P<d>{uttrykk.DAGER})(?:(?!klokk|\bfr[aå]\b)[^.;\d]){{0,30}}?(?i:til|stenger\s(?:\w+\s)?(?:alt\s|allerede\s)?)\s?(?i:kl\.?\s?|"
    rf"klokk[ea]n?\s)(?P<k>\d{{1,2}}(?:[.:]?\d\d)?|{uttrykk.KLOKKEORD})"
    r"(?![\d.:]*\s?(?:[-–]|til)\s?\d)"
)


_OM_ANDRE = senere(
    r"(?i)(?:kommunens?\s(?:\w+\s)?|heradets\s)?(?:legevakt|service(?:torg|kontor)|innbygg[ae]r(?:torg|senter|"
    r"kontor)|rådhuset|"
    r"barnevernvakt|krisesenter|brannvesen|brannstasjon|helsestasjon|skatte(?:etat|kontor)|nav\b|(?:statens\s)?ve[gi]vesen|"
    r"trafikkstasjon|bibliotek|kirkekontor|apotek|posten\b|frivillig\w*sentral|namsmann)\w*\b(?!,? er politi)"
)
"""What a sentence begins with that is about somebody else's opening hours or number."""
_ET_ANNET_STED = senere(
    r"(?i)^(?:på\s)?(?:øvrige|andre|resten av|(?:de|dei)\s(?:andre|øvrige))\s(?:dag\w*|hverdag\w*|kvardag\w*|tid\w*|"
    r"vek[ea]\w*|uk[ea]\w*)\b[^.]{0,60}\b(?:henvis\w*|tilvis\w*|vis(?:er|ast|es)|se|sjå|kontakt\w*|dekke[rs]*|betjen\w*|må|bruk\w*|går)\b|"
    r"^(?:når|dersom)\s[^.,]{0,40}\bsteng[td]\b[^.]{0,40}\b(?:åpningstid|opningstid|henvis|tilvis|vis(?:er|ast|es)\b)|"
    r"^(?:i\s)?(?:det|den|dei|de)\s(?:gamle|tidl[ei]g[ae]re|forrige|førre|nedlagte)\s"
    r"\w*(?:kontor|posthus|stasjon|lokal|bygg|bank|post)\w*|"
    r"^[^.:]{0,40}\b(?:i|på|fr[aå])\s(?:nabo\w+|(?:en|ei|ein|et|eit)\s(?:annen|anna|annan)\s\w+)\b"
)
"""What a sentence begins with that sends people elsewhere on other days, or is of a place that is of somebody else."""
_UTENFOR_AVTALEN = senere(
    r"(?i)\b(?:hører|høyrer|omfattes|omfattast|inngår|dekkes|dekkast|kommer|kjem|går|gjelder|gjeld|er)\sikk[je]+\s"
    r"(?:\w+\s){0,3}?(?:under|av|i|til|for)\s(?:denne\s|den\s|sjølve\s|selve\s)?avtal(?:en|a|e)\b|"
    r"\b(?:utenfor|utanfor)\s(?:denne\s)?avtal(?:en|a)\b"
)
"""What says of an office that the agreement is not about it."""
_MEN_POLITIET = senere(r"(?i)\bkontordag\w*|\bpoliti(?:et|stasjon\w*|kontor\w*)?\s(?:er|har|sitter|sit|holder|held)\b")


def om_andre(tekst: str) -> bool:
    """Tell whether a sentence is about a place that is not of the police, or not of those who have agreed."""
    if _ET_ANNET_STED.search(tekst) or _UTENFOR_AVTALEN.search(tekst):
        return True
    return bool(_OM_ANDRE.match(tekst)) and not _MEN_POLITIET.search(tekst)


def ellers(a: Arbeid, u: Utsnitt, plass: int, navnløst: Callable[[Arbeid], None]) -> None:
    """Take what no other rule did: the only days and hours, the address, the number, the day that it is open longer."""
    pa_stedet.resten(a, u, plass)
    rute = f"tjenestetilbud.tjenestesteder.{plass}"
    dager, tider = [*re.finditer(uttrykk.DAGER, u.s)], [*re.finditer(uttrykk.TIDSROM, u.s)]
    if (
        len(dager) == 1 == len(tider)
        and _ÅPEN.search(u.s)
        and not _IKKE_ÅPEN.search(u.s)
        and not a.tre.har("tjenestetilbud", "tjenestesteder", plass, "åpningstider")
        and (timer := ledd.tidsrom(tider[0][0]))
    ):
        navnløst(a)
        del_ = u.del_(min(dager[0].start(), tider[0].start()), max(dager[0].end(), tider[0].end()))
        tekst = f"{ledd.til_og_med(samlet(dager[0][0]))} {timer}"
        a.sett(del_.verdi(TROLIG, "den eneste dagen og tiden", tekst, ordrett=False), f"{rute}.åpningstider")
    if _LIGGER.search(u.s) and (m := _ADRESSE.search(u.s)):
        navnløst(a)
        a.sett(u.gruppe(m, "a").verdi(SIKKER, "adressen"), f"{rute}.adresse")
    numre = [m for m in re.finditer(uttrykk.TELEFON, u.s) if len(re.sub(r"\D", "", m[0])) >= 8]
    if len(numre) == 1 and _NÅS.search(u.s) and not _ANDRES.search(u.s) and not [*ledd.personer(u)]:
        navnløst(a)
        a.sett(u.gruppe(numre[0]).verdi(TROLIG, "nummeret i setningen"), f"{rute}.telefon")
    if not a.tre.har("tjenestetilbud", "tjenestesteder", plass, "langåpent") and (m := _STENGER.search(u.s)):
        slutt = ledd.klokkeslett(m["k"], tidligst=ledd.TIDLIGST_SLUTT)
        if slutt and re.search(r"(?i)\båp|\bop(?:e|en|ne)\b|\btil\b", m[0]) and not re.search(r"(?i)steng", m[0]):
            navnløst(a)
            tekst = f"{samlet(m['d']).casefold()} til kl. {slutt}"
            a.sett(u.gruppe(m).verdi(TROLIG, "dagen det er åpent lenger", tekst, ordrett=False), f"{rute}.langåpent")

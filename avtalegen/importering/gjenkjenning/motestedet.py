"""Where the council meets, as a sentence says it."""

from __future__ import annotations

import re

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_IKKE_STED = (
    r"år|kvar|hver|alle|dei|de|vår(?:en|halv\w*)|høst\w*|haust\w*|halv|alt\b|løpet|perioden|forkant|forveien|forvegen|førevegen|"
    r"tillegg|forhånd|førehand|(?:en|ein|et|eit|ett|eitt|to|tre|fire|fem|seks|sju|åtte|ni|ti)\b|regi|råd|politiråd\w*|semester\w*|kvartal\w*|"
    r"gang|samråd|"
    r"henhold|første|fyrste|andre|omgang|samsvar|forbindelse|behandling|vedtak|medlem|kommunens|politiets|kommunestyret|"
    r"uke\w*|veke\w*|måned\w*|månad\w*|(?:jan|feb|mars|apr|mai|jun|jul|aug|sep|okt|nov|des)\w*\b"
)
_STED = senere(
    r"(?:møt(?:es|est|er|e|ene|ane|a|ar)|samles|samlast|(?:av)?hold(?:es|t)|haldast|"
    r"(?:vert|blir) halde[nt]?|(?:vert|blir)\s(?:haldne|holdt)|"
    r"legges|leggjast|(?<=[Mm]øtene\s)er\s(?:normalt|vanligvis|som regel|alltid)|"
    r"(?<=[Mm]øta\s)er\s(?:normalt|vanlegvis|som regel|alltid))\b"
    r"(?:(?!,\ssom\b)[^.;])*?\s"
    rf"(?P<s>(?:på|i|til)\s(?!{_IKKE_STED})"
    r"(?:(?:møterom(?:met)?|grupperom(?:met)?|sal(?:en)?|auditori(?:et|um)|rom)\s(?:[A-ZÆØÅ]\w+|\d{1,3})|[A-ZÆØÅa-zæøå\-]+)"
    r"(?:\s(?:rådhus|kommunehus|kommunehuset|politistasjon|lensmannskontor|skole|skule)(?!\w))?"
    r"(?:\s(?:i|på)\s(?:\w+(?:huset|biblioteket|stasjonen|kontoret|senteret)|bibliotek(?:et)?)(?!\w))?"
    r"(?:\s(?:i|på)\s[A-ZÆØÅ][\w\-]+)?)"
)
_I_SALEN = senere(
    r"(?<=\d),?\s(?:i|på)\s(?P<s>[A-ZÆØÅa-zæøå]+(?:salen|rommet|huset|biblioteket)(?:\s(?:i|"
    r"på)\s[A-ZÆØÅ]\w+)?)"
)

_BARE_STEDET = senere(
    r"^[^,.;:]{3,40}(?i:g[ao]nger|møter?)\s(?i:i|om|per|pr\.?)\s(?i:året|år),?\s(?i:på|i)\s(?P<s>[A-ZÆØÅa-zæøå]+"
    r"(?:\srådhus|\skommunehus)?(?:\s(?:i|på)\s[A-ZÆØÅ]\w+)?)\.?$"
)
"""«Fire ganger i året, på rådhuset.», under the heading «Møter»."""
_FØR = senere(r"(?i)\b(?:tidl(?:igere|egare)|hittil|før i tid\w*|til nå|til no|opprinnelig|opphavleg)\b")
_ER = senere(
    r"^(?i:(?:møte)?(?:stedet|sted|staden|stad|lokalet))\s(?:er|blir|vert)\s(?:(?:på|i)\s)?"
    r"(?P<s>(?!(?:ikk[je]+|avtal\w*|opp\w*|bestemt|vedt\w*|fast\w*|betalt|lei[dgt]\w*|gratis|ledig|åpent|ope)\b)"
    r"[A-ZÆØÅa-zæøå][^.,;:\d]{3,50}?(?:,\s[A-ZÆØÅ][^.,;:\d]{3,40}?)?)\.?$"
)


_SOM_STED = senere(
    r"^(?i:som\smøte(?:sted|stad|lokale|rom)\s(?:benyttes|brukes|nyttes|nyttast|brukast|er))\s"
    r"(?P<s>[A-ZÆØÅa-zæøå][^.,;:\d]{3,60}?)\.?$"
)
_VEKSLER = senere(
    r"(?i:møt(?:ene|a)\s(?:veksler|vekslar|alternerer|går på omgang|(?:av)?holdes (?:vekselvis|på skift)|"
    r"haldast på skift|blir lagt vekselvis|legges vekselvis|leggjast vekselvis))\s"
    r"(?:(?:på|i|til)\s|(?i:mellom)\s)(?:(?:på|i)\s)?"
    r"(?P<s>[^.,;:\d]*(?:huset|kontoret|stasjonen|salen|rådhus|skole|skule|senter|sentret)[^.,;:\d]*)$"
)
"""Two places that take turns."""
_OM_PAPIRENE = senere(r"(?i)\b(?:referat|protokoll|møtebok|nettsid|nettstad|nettsted|heimesid|hjemmesid)\w*")
"""What is put somewhere else than where the meetings are."""


def sier_hvor(tekst: str) -> bool:
    """Tell whether a sentence is nothing but where the meetings are, and how many: «Møtestedet er rådhuset»."""
    return any(en.match(tekst) for en in (_ER, _SOM_STED, _BARE_STEDET))


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read where the meetings are held, not where they were."""
    if _FØR.search(u.s):
        return
    if a.i_møtene and (treff := _I_SALEN.search(u.s)):
        a.sett(u.gruppe(treff, "s").verdi(TROLIG, "stedet etter klokkeslettet"), "politiråd.møter.sted")
    if treff := _BARE_STEDET.match(u.s):
        a.sett(u.gruppe(treff, "s").verdi(TROLIG, "stedet etter hvor ofte"), "politiråd.møter.sted")
    if treff := _VEKSLER.match(u.s.rstrip(".")):
        a.sett(u.gruppe(treff, "s").verdi(TROLIG, "stedene som veksler"), "politiråd.møter.sted")
    elif treff := _SOM_STED.match(u.s) or _ER.match(u.s):
        a.sett(u.gruppe(treff, "s").verdi(TROLIG, "det stedet er"), "politiråd.møter.sted")
        a.etikett(u.del_(0, treff.start("s")))
    elif (treff := _STED.search(u.s)) and not _OM_PAPIRENE.search(u.s):
        sted = u.gruppe(treff, "s")
        sted = sted.del_(re.match(r"(?:på|i|til)\s", sted.s).end(), len(sted.s))  # type: ignore[union-attr]
        a.sett(sted.verdi(TROLIG, "stedet etter «møtes»"), "politiråd.møter.sted")

"""What holds when the papers say different things, and what the parties do, in steps, when they disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import ledd
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_PAPIR = (
    r"(?:lov\w{0,4}|forskrift\w{0,4}|[\w-]{0,30}avtal\w{1,4}|vedlegg\w{0,3}|bilag\w{0,3}|\w{0,20}instruks\w{0,4}|"
    r"\w{0,20}plan\w{0,3})"
)
_ET_PAPIR = rf"(?i:(?:denne\s|selve\s|sjølve\s|en\s|ein\s)?{_PAPIR}(?:\s(?:og|eller)\s{_PAPIR})?(?:\si\s\w{{2,20}})?)"
_FORAN = r"(?i:foran|framfor|fremfor|føre)"
_GÅR_FORAN = (
    senere(rf"(?i:går|gjelder|gjeld|har)\s(?P<f>{_ET_PAPIR})\s(?i:forrang\s)?{_FORAN}\s(?P<e>{_ET_PAPIR})(?!\w)"),
    senere(
        rf"(?<!\w)(?P<f>{_ET_PAPIR})\s(?i:går|gjelder|gjeld|har\sforrang|skal\sgå)\s(?i:{_FORAN}|for)\s"
        rf"(?P<e>{_ET_PAPIR})(?!\w)"
    ),
)
_FORAN_IGJEN = senere(rf",?\s(?:og|som\s(?:igjen\s)?går)\s{_FORAN}\s(?P<e>{_ET_PAPIR})(?!\w)")
_REKKEFØLGE = senere(
    r"(?i)\b(?:motstrid|forrang|gjeld(?:er)?)\b[^.]{0,80}\brekk(?:e|je)f(?:ø|y)lgj?e\w{0,3}:?\s(?P<l>[^.]{5,200})\.?$"
)


def forrang(a: Arbeid, u: Utsnitt) -> bool:
    """Read which of the papers holds before which; tell whether the sentence said it."""
    if treff := _REKKEFØLGE.search(u.s):
        leddene = ledd.oppramsing(u.gruppe(treff, "l"))
        alle = [re.sub(r"^\(?\w[).]\s", "", en.s) for en in leddene]
        if len(alle) > 1 and all(re.search(rf"(?i){_PAPIR}", en) for en in alle):
            verdier: list[Node] = [
                en.verdi(SIKKER, "rekkefølgen", tekst) for en, tekst in zip(leddene, alle, strict=True)
            ]
            return a.sett(verdier, "avtale.forrang")
        return False
    rekken: list[Utsnitt] = []
    for foran, etter in sorted(_parene(u), key=lambda par: par[0].fra):
        ordene = [en.s.casefold() for en in rekken]
        f, e = (ordene.index(s) if (s := en.s.casefold()) in ordene else None for en in (foran, etter))
        if f is None:
            rekken.insert(len(rekken) if e is None else e, foran)
        if e is None:
            rekken.insert(len(rekken) if f is None else f + 1, etter)
    verdiene: list[Node] = [en.verdi(SIKKER, "det som går foran") for en in rekken]
    return len(verdiene) > 1 and a.sett(verdiene, "avtale.forrang")


def _parene(u: Utsnitt) -> Iterator[tuple[Utsnitt, Utsnitt]]:
    """Return two and two papers, the first of which goes before the second."""
    for mønster in _GÅR_FORAN:
        for treff in mønster.finditer(u.s):
            yield u.gruppe(treff, "f"), u.gruppe(treff, "e")
            if igjen := _FORAN_IGJEN.match(u.s, treff.end()):
                yield u.gruppe(treff, "e"), u.gruppe(igjen, "e")


_UENIGE = r"(?:u(?:enige?|einige?|samde?)|ikk[je]+\s(?:enige?|einige?|samde?))"
_UENIGHET = senere(
    rf"^(?i:(?:ved\s|oppstår\s(?:det\s)?)?(?:en\s|ein\s)?(?:tvist\w*|uenighet\w*|usemje\w*|ueinighet\w*)|"
    rf"(?:(?:dersom|hvis|viss|om)\s)?(?:er|blir|vert)?\s?(?:partene|partane)\s(?:(?:er|blir|vert)\s)?{_UENIGE}\b)"
    r"[^.;]*?\s(?P<t>(?:i|av|mellom)\s[^.,;]+?)"
    r"(?:,?\s(?i:og\s)?(?i:deretter|så|dernest)\s(?P<d>[^.;]+?))?\.?$"
)
_OM_UENIGHET = senere(
    r"(?i)^(?:(?:ved|dersom|hvis|viss|om|oppstår|oppstod|blir|vert|er|all|eventuel(?:l|le)|mulige?|moglege?)\s)?"
    r"(?:det\s)?(?:(?:oppstår|er|blir|vert|kommer|kjem)\s)?(?:en\s|ein\s|ei\s)?"
    r"(?:tvist\w*|u[ei]*nighet\w*|usemj\w*|ueinighet\w*|partene\s(?:er\s|blir\s)?(?:ikke\s(?:er\s|blir\s)?enige|"
    r"uenige)|partane\s(?:er\s|vert\s|blir\s)?(?:ikkje\s(?:er\s|vert\s|blir\s)?(?:samde|einige)|usamde|ueinige))\b"
)
"""What a sentence on what the parties do when they disagree begins with."""
_ANDRES = senere(
    r"(?i)\b(?:uenighet|usemje|ueinighet|tvist)\w*\smellom\s(?!part|avtalepart|kommun\w+\sog\s(?:politi|lensm))"
)
"""Words of those who disagree that are not the parties."""
_TAS_OPP = senere(
    r"(?i)\b(?:løses|løysast|løyses|avgjøres|avgjerast|avgjørast|behandles|handsamast|drøftes|drøftast|tas|takast|"
    r"avklares|avklarast|legges|leggjast|leggast|bringes|løyse\w*|løse\w*|ta|drøfte|avklare)\s(?:saken\s|saka\s|spørsmålet\s|"
    r"den\s|dette\s|det\s)?(?:først\s)?(?:opp\s|fr[ae]m\s|inn\s)?(?P<t>(?:på|i|av|mellom|gjennom|ved|for|med)\s"
    r"[^.,;]{3,100}?)(?=,?\s(?:før|innen)\s|[.,;]|$)"
)
_SØKER = senere(
    r"(?i)^(?:partene|partane)\s(?:skal|vil|pliktar|plikter|forplikter seg til)\s(?:å\s)?(?:først\s)?(?:søke|prøve|"
    r"søkje|forsøke|freiste)\s(?:å\s)?(?:løse|løyse|avklare)\s(?:\w+\s){0,2}?(?:tvist\w*|uenighet\w*|usemj\w*|ueinighet\w*)\s"
    r"(?:[^.,;]{0,40}?\s)??(?P<t>(?:i|mellom|gjennom|ved|på|med)\s[^.,;]{3,100}?)[.,;]?$"
)
_BLIR_IKKE_ENIGE = senere(
    r"^(?:(?i:blir|vert|oppnås|oppnår|fører|kommer|kjem|løses|løser|løysast|løyser|lykkes|finner|finn|er)\b[^,.]{0,80}?"
    r"\b(?i:ikk[je]+|fortsatt|framleis|fremdeles)\b[^,.]{0,60},|(?i:dersom|hvis|viss|om)\b[^,.]{0,80}\b"
    r"(?i:ikk[je]+)\b[^,.]{0,60},|(?i:deretter|dernest|til slutt|til sist|så))\s"
    r"(?:(?:skal|blir|vert|kan)\s)?(?:[a-zæøå]{2,20}\s)?"
    r"(?:(?:spørsmålet|saken|saka|tvisten|usemja|uenigheten|det|den|han|ho|denne)\s)?(?:[a-zæøå]{3,20}(?:es|ast)\s)?"
    r"(?:(?:fr[ae]m|opp|videre|vidare|inn|over)\s)?"
    r"(?:(?:for|til|av|hos)\s)?(?P<d>[a-zæøåA-ZÆØÅ][^.;]{3,120})\.?$"
)
"""What they do when the step before did not help."""


def uenighet(a: Arbeid, u: Utsnitt) -> bool:
    """Read what the parties do when they disagree, from one sentence or from one after it; tell whether it said so."""
    if _ANDRES.search(u.s):
        return False
    if (treff := _UENIGHET.match(u.s)) and not re.search(r"\b[a-zæøå]{3,}(?:es|ast)\b", treff["t"]):
        node: dict[str, Node] = {"tas_opp": u.gruppe(treff, "t").verdi(SIKKER, "«tvister»")}
        if treff["d"]:
            node["deretter"] = u.gruppe(treff, "d").verdi(SIKKER, "«tvister»")
        return a.sett(node, "avtale.uenighet")
    if not a.tre.har("avtale", "uenighet"):
        treff = _SØKER.match(u.s) or (_TAS_OPP.search(u.s) if _OM_UENIGHET.match(u.s) else None)
        if treff is None:
            return False
        hvor = u.gruppe(treff, "t").strippet()
        tekst = re.sub("^for ", "med ", hvor.s)
        verdi = hvor.verdi(TROLIG, "det de gjør når de er uenige", tekst, ordrett=tekst == hvor.s)
        return a.sett({"tas_opp": verdi}, "avtale.uenighet")
    der = a.tre.hent("avtale", "uenighet")
    først = der.get("tas_opp") if isinstance(der, dict) else None
    if not isinstance(der, dict) or not isinstance(først, Verdi) or u.linje - først.spenn[0].linje not in (0, 1):
        return False
    treff = _BLIR_IKKE_ENIGE.match(u.s)
    if treff is None:
        return False
    neste = u.gruppe(treff, "d").verdi(TROLIG, "det neste de gjør")
    før = der.get("deretter")
    if isinstance(før, Verdi):
        neste = neste._replace(tekst=f"{før.tekst}, og så {neste.tekst}", spenn=(*før.spenn, *neste.spenn))
    der["deretter"] = neste
    a.dekk(neste)
    return True

"""Which agreements this one replaces, as a sentence says it, or the one after the one that names them."""

from __future__ import annotations

import re
from itertools import pairwise

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.gjenkjenning.vedtatt import SAK
from avtalegen.importering.utsnitt import Utsnitt, setninger
from avtalegen.importering.ventende import senere

_ERSTATTER = senere(
    r"(?i)(?:erstatter|erstattar|(?:løyser|løser)\sav(?=\s[^.;]*avtal)|avløser|avløyser|oppheves|opphevast|"
    r"kommer i stedet for|kjem i staden for|(?:trer|kommer|kjem|inngås)\s(?:\w+\s)?i\sst(?:edet|aden)\sfor|istedenfor|"
    r"til avløsning (?:av|for)|"
    r"(?:tar|tek|overtar|overtek)\s(?:\w+\s)?(?:over\s)?(?:for|etter)(?=\s[^.;]*avtal)|opphever|går ut når)\s(?P<t>.+)"
)
_FALLER_BORT = senere(
    rf"(?P<t>(?i:(?:forrige|førre|den gamle|den førre|tidligere|tidlegare)\s)?(?i:[\w-]*avtal(?:e|en|ane|ene|"
    rf"a)|\w*protokoll\w*|\w*erklæring\w*|overenskomst\w*|rutine\w*|[\w-]*plan(?:en)?)\b[^.;]*?(?:{uttrykk.DATO}|"
    rf"(?:fra|frå|av)\s(?:19|20)\d\d)"
    r"(?:\s(?:om|mellom|for)\s[^.;,]{3,60}?)?)(?:\s\((?:ark)?\w{0,12}sak\s[^()]{1,20}\))?,?\s"
    r"(?i:som\s(?:dermed\s|med\sdette\s)?(?:er|blir)\s(?=opphev)|(?:faller|fell)(?:\sbort)?(?=\W*$)|bortf[ae]ll\w*|"
    r"(?:(?:og|som|men)\s)?(?:(?:han|den|ho|denne|denna|nå|no)\s){0,2}(?:faller|fell|legges|leggjast)\s(?:\w+\s){0,2}bort|"
    r"(?:er|blir|vert|settes)\s(?:\w+\s)?ute?\sav\skraft|"
    r"er (?:dermed |altså |med dette |fr[aå] same? \w+ |fra samme \w+ )?ikk[je]+ lenge?r\s\w+|utgår|går ut\b|"
    r"opphører|sluttar å gjelde|slutter å gjelde|"
    r"settes ut av kraft|(?:sies|seiast) opp (?:ved|i samband med|når|med) [^.]*denne avtal\w+|"
    r"gjekk ut|gikk ut|utløp\b|utløper|løp ut|oppheves|"
    r"opphevast|"
    r"(?:er|blir|vert) (?:dermed |samtidig )?(?:opphev|erstatt|avløst|avløyst)\w*|gjelder ikke lenger|"
    r"gjeld ikkje lenger)"
)
_BORT_MED = senere(
    rf"(?i:faller|fell|går|settes|opphører)\s(?P<t>(?i:\w*avtal(?:e|en|a))\s[^.;]*?(?:{uttrykk.DATO}|(?:fra|frå|av)\s"
    rf"(?:19|20)\d\d)[^.;]*?)\s(?i:bort|ut|ut av kraft)(?!\w)|"
    rf"(?i:opphører|opphøyrer|bortfaller|oppheves|opphevast|opphevar)\s(?P<o>(?i:\w*avtal(?:e|en|a))\s[^.;]*?"
    rf"(?:{uttrykk.DATO}|(?:fra|frå|av)\s(?:19|20)\d\d))\.?$|"
    rf"(?i:revi(?:dering|sjon|dert utgave|dert utgåve)|fornying|fornyelse|videreføring|vidareføring)\sav\s"
    rf"(?P<r>(?i:\w*avtal(?:e|en|a))\s(?:fra|frå|av)\s(?:{uttrykk.DATO}|(?:19|20)\d\d))"
)


_ANNET = senere(r"(?i)(?:leie|tariff|lønns|kjøps|bruks|forsikrings)\w*avtal")
"""An agreement about something else, that this one replaces no more than it is."""
_IKKE = senere(r"(?i)\s*ikk[je]+\b")
_IKKE_EN_FØR = senere(r"(?i)(?:ikk[je]+|ingen|inga|versjon|utgave|utkast\w*|(?:den\s|han\s|ho\s)?denne\savtal\w+)\b")
"""After «erstatter»: nothing that this agreement replaces, or this agreement itself."""


def erstatter(a: Arbeid, u: Utsnitt) -> bool:
    """Read which agreements this one replaces."""
    gammel = _BORT_MED.search(u.s) or _FALLER_BORT.search(u.s)
    navnet = u.gruppe(gammel, gammel.lastgroup or "t") if gammel else None
    if (
        gammel
        and navnet
        and not _ANNET.match(navnet.s)
        and not _ERSTATTER.search(navnet.s)
        and not _IKKE.match(u.s, gammel.end())
        and erstattede(a, navnet)
    ):
        return True
    treff = _ERSTATTER.search(u.s)
    if treff and _IKKE_EN_FØR.match(treff["t"]):
        return False
    if not treff or not re.search(rf"(?i)avtal[ea]|vedtak|ordning|{uttrykk.DATO}", treff["t"]):
        return False
    return erstattede(a, u.gruppe(treff, "t"), u.del_(treff.start(), treff.start("t")))


def før_erstatter(u: Utsnitt) -> Utsnitt | None:
    """Return what a sentence says before it says which agreement this one replaces, when that has a day in it."""
    treff = _ERSTATTER.search(u.s)
    foran = u.del_(0, treff.start()) if treff else None
    if foran is None or not re.search(rf"{uttrykk.DATO}|{SAK.pattern}", foran.s):
        return None
    slutt = re.search(r",?\s(?:og|samt|som)(?:\s(?:han|ho|den|dermed|samtidig))?$", foran.s)
    return foran.del_(0, slutt.start()) if slutt else foran


_GÅR_UT = senere(r"(?i)^,?\s(?:utgår|opphører|opphev\w+|bortfaller|(?:faller|fell)\sbort|(?:er|blir|vert)\s\w+)\W*$")
_FLERE_DAGER = senere(rf"(?:(?:,|,?\s(?:og|samt))\s(?:(?:av|fra|frå)\s)?{uttrykk.DATO}){{1,9}}[\s.]*")


def erstattede(a: Arbeid, u: Utsnitt, foran: Utsnitt | None = None) -> bool:
    """Take the agreements that are named in a stretch of text, each with its date."""
    satt = False
    deler = [*u.strippet().delt(r"\s+og\s+(?=(?:vedtak|avtale|politiråds|samarbeids)\w*)")]
    for del_ in deler:
        node: dict[str, Node] = {}
        tittel = del_
        if (
            treff := re.search(
                r"(?:,?\s(?:av|fra|frå|datert|inngått|signert|den|dagsett|undertegnet|underteikna|underskrevet|"
                rf"underskriven|som ble \w+|som vart \w+))+\s(?P<d>{uttrykk.DATO})",
                del_.s,
            )
        ) and (dag := a.les(del_.gruppe(treff, "d"), "dato", SIKKER, "datoen på avtalen")):
            node["dato"] = dag
            bak = _GÅR_UT.sub("", del_.s[treff.end() :]).strip(" .,")
            tittel = del_.del_(0, treff.start()) if not bak else del_
            a.etikett(del_.del_(treff.start(), treff.start("d")))
        if not tittel.strippet().s:
            continue
        flere = _FLERE_DAGER.fullmatch(del_.s, treff.end()) if treff and "dato" in node else None
        if flere and treff:
            tittel = del_.del_(0, treff.start())
        node = {"tittel": tittel.strippet().verdi(SIKKER if "dato" in node else TROLIG, "«erstatter»"), **node}
        satt = a.legg_til(node, "avtale.erstatter") or satt
        hale = del_.gruppe(flere) if flere else None
        for en in re.finditer(uttrykk.DATO, hale.s) if hale else ():
            dagen = a.les(hale.gruppe(en), "dato", SIKKER, "datoen") if hale else None
            a.legg_til({"tittel": node["tittel"], **({"dato": dagen} if dagen else {})}, "avtale.erstatter")
    if satt and foran is not None:
        a.etikett(foran)
    return satt


_GAMMEL = senere(
    rf"(?P<t>[\w-]*avtal(?:e|en|a))(?:\s(?:om|for|i)\s[^,.;\d]{{3,40}}?)?\s(?:av|fra|frå|datert)\s(?P<d>{uttrykk.DATO})"
)
_NÅ_DENNE = senere(
    r"(?i)(?:(?:fra|frå)\s(?:nå|no)\sav|herette?r|nå|no)\s(?:er\sdet\s)?(?:(?:bare|berre|kun)\s)?(?:gjelder|gjeld)\s"
    r"(?:(?:bare|berre|kun)\s)?(?:denne|den\snye|den\snå)\b|"
    r"^(?:begge(?:\s(?:to|avtalene|avtalane))?|(?:de|dei|disse|desse)(?:\s(?:to|avtalene|avtalane))?|den|han|ho)\s(?:\w+\s){0,2}?"
    r"(?:bort(?:fall\w*)?|fall\w*\sbort|fell\sbort|erstatt\w+|avløy?s\w+|opphev\w+|opphører|opphøyrer)\b"
)
_DENNE = senere(r"(?i)(?:denne|dette|avtal(?:en|a)|den)\b")


def i_neste_setning(a: Arbeid, avsnittene: list[Utsnitt]) -> None:
    """Read the agreements that a sentence names by their days, when the next one says that this holds instead."""
    for u in avsnittene if not a.tre.har("avtale", "erstatter") else ():
        alle = [*setninger(u)]
        for en, neste in pairwise(alle):
            funnet = [*_GAMMEL.finditer(en.s)]
            if not funnet or _DENNE.match(en.s) or not _NÅ_DENNE.search(neste.s):
                continue
            for treff in funnet:
                dag = a.les(en.gruppe(treff, "d"), "dato", SIKKER, "datoen på avtalen")
                tittel = en.gruppe(treff, "t").verdi(TROLIG, "den neste setningen sier at denne gjelder i stedet")
                node: dict[str, Node] = {"tittel": tittel, **({"dato": dag} if dag else {})}
                a.legg_til(node, "avtale.erstatter")
            return

"""The aims and measures of an area told in running text, with who is in charge and by when in other sentences."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import innsats
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_MÅLET = senere(
    r"^(?i:(?:hoved|hovud|del)?mål(?:et|settingen|settinga|setjinga)?)\s(?i:(?:for|med)\s[^.,;]{3,40}\s)?er\s"
    r"(?P<m>(?:at|å)\s[^;:]{8,300}?)\.?$"
)
_FOR_Å_NÅ = senere(
    r"^(?i:for\så\s(?:nå|oppnå|få\stil|klare)\s(?:målet|dette|det|måla|målene)|som\stiltak)\s"
    r"(?:skal|vil)\s(?P<a>[a-zæøåA-ZÆØÅ][^.,;]{2,50}?)\s(?P<h>(?:[a-zæøå]+[ea]|gå|ha|få|gi)\s[^:]{8,300}?)\.?$"
)
_HVEM_GJØR = senere(
    rf"^(?P<a>(?i:kommunen|politiet|lensmannen|partene|partane)(?:\sog\s(?:kommunen|politiet|lensmannen))?|{uttrykk.ROLLE}|"
    r"[A-ZÆØÅ][a-zæøå]{3,30}(?:ne|ar|er|a|et|en))\sskal\s(?!ikk[je]+\b|være\s(?:på|i|ferdig|klar)|vere\s(?:på|i))[a-zæøå]{2,}"
)
_EN_PART = senere(r"(?i)(?:kommunen|politiet|lensmannen|partene|partane|begge)\b")
_ANSVARLIG = senere(
    rf"^(?:(?P<r>{uttrykk.ROLLE}|[A-ZÆØÅ][a-zæøå-]{{3,30}}(?:\sog\s[a-zæøå-]{{3,30}})?)\s(?:er\sansvarl[ie]g|har\sansvar(?:et)?)"
    r"(?:\sfor\s(?:dette|det|tiltaket|arbeidet|ordning\w+|gjennomføring\w+|kurset|kontrollene))?"
    r"|(?i:ansvar(?:et)?(?:\sfor\s(?:dette|tiltaket|arbeidet))?)\s(?:ligger\shos|ligg\shos|ligg\shjå|er\slag[td]\stil|har)\s"
    r"(?P<s>[a-zæøåA-ZÆØÅ][^.,;]{3,60}?))(?=\.?$|,\s(?:og|med)\s)"
)
_NÅR = r"(?:utgangen\sav\s|utløpet\sav\s|starten\sav\s)?"
_FERDIG = senere(
    r"(?i)\b(?:skal|må|bør)\s(?:være|vere)\s(?:i\sgang|på\splass|ferdig|gjennomført|klart?|etablert|oppretta|opprettet|"
    rf"innført)\s(?:innen|innan|til|før|senest|seinast)\s(?P<f>{_NÅR}(?:{uttrykk.DATO}|{uttrykk.MÅNEDSDATO}|\d{{4}}|"
    rf"\d{{1,2}}\.\s?{uttrykk.MÅNED}))"
)
_GJØR_DET = "de som gjør det"
_NÆR = 8
"""Lines after the name of an area in which its measures are told."""


def _området(a: Arbeid, u: Utsnitt) -> int | None:
    """Return the last area, when it is named near enough for the sentence to be about it."""
    områder = a.tre.liste("satsningsområder", "områder")
    siste = områder[-1] if områder else None
    navn = siste.get("navn") if isinstance(siste, dict) else None
    if not isinstance(navn, Verdi) or not navn.spenn or not 0 <= u.linje - navn.spenn[0].linje < _NÆR:
        return None
    før = områder[-2].get("navn") if len(områder) > 1 and isinstance(områder[-2], dict) else None
    if isinstance(før, Verdi) and før.spenn and før.spenn[0].linje == navn.spenn[0].linje:
        return None  # counted up in one sentence: nothing tells which of them it is about
    return len(områder) - 1


def les(a: Arbeid, u: Utsnitt) -> bool:
    """Read an aim or a measure of the last area, or more about its last measure; tell whether the sentence was that."""
    nr = _området(a, u)
    if nr is None or re.search(r"(?i)\bikk[je]+\b", u.s):
        return False
    rute = f"satsningsområder.områder.{nr}"
    if treff := _MÅLET.match(u.s):
        return a.legg_til(u.gruppe(treff, "m").verdi(TROLIG, "målet i en setning"), f"{rute}.mål")
    if _om_det_siste(a, u, nr):
        return True
    if treff := _FOR_Å_NÅ.match(u.s):
        node: dict[str, Node] = {"hva": u.gruppe(treff, "h").verdi(TROLIG, "tiltaket i en setning")}
        if _EN_PART.match(treff["a"]):
            node["ansvarlig"] = [en.verdi(TROLIG, _GJØR_DET) for en in ledd.oppramsing(u.gruppe(treff, "a"))]
        return a.legg_til(node, f"{rute}.tiltak")
    treff = _HVEM_GJØR.match(u.s)
    if treff is None or innsats.har_frist(u.s):
        return False
    node = {"hva": u.strippet(" .").verdi(TROLIG, "tiltaket i en setning")}
    if _EN_PART.match(treff["a"]):
        node["ansvarlig"] = [en.verdi(TROLIG, _GJØR_DET) for en in ledd.oppramsing(u.gruppe(treff, "a"))]
    return a.legg_til(node, f"{rute}.tiltak")


def _steg(rute: str) -> tuple[str | int, ...]:
    return tuple(int(ett) if ett.isdigit() else ett for ett in rute.split("."))


def _om_det_siste(a: Arbeid, u: Utsnitt, nr: int) -> bool:
    tiltak = a.tre.liste("satsningsområder", "områder", nr, "tiltak")
    if not tiltak or not isinstance(tiltak[-1], dict):
        return False
    rute, satt = f"satsningsområder.områder.{nr}.tiltak.{len(tiltak) - 1}", False
    if treff := _ANSVARLIG.match(u.s):
        hvem = u.gruppe(treff, "r" if treff["r"] else "s")
        alle: list[Node] = [en.verdi(TROLIG, "den ansvarlige") for en in ledd.oppramsing(hvem)]
        sagt = tiltak[-1].get("ansvarlig")
        if isinstance(sagt, list) and all(isinstance(en, Verdi) and en.hvorfor == _GJØR_DET for en in sagt):
            a.tre.fjern(*_steg(f"{rute}.ansvarlig"))  # the one in charge is another than those who do it
        satt = a.sett(alle, f"{rute}.ansvarlig")
    if treff := _FERDIG.search(u.s):
        dag = u.gruppe(treff, "f")
        satt = a.sett(a.les(dag, "dato", SIKKER, "fristen") or dag.verdi(TROLIG, "fristen"), f"{rute}.frist") or satt
    return satt

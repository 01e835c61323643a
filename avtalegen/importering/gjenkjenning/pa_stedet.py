"""What people can and can't have done at an office, which number to call when, and who helps while it is closed."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning.kontaktens import gjøremål
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_KONTORET = (
    r"(?i:(?:lensmanns|politi)?kontoret|(?:politi)?stasjonen|politiposten)(?:\s(?:i|på)\s[A-ZÆØÅ][\w-]+)?|"
    r"[A-ZÆØÅ][\w-]+\s(?i:politistasjon|lensmannskontor|politikontor|politipost)"
)
_KAN = senere(
    rf"^(?:(?i:ved|på|hos)\s)(?P<n>{_KONTORET})\s(?i:kan)\s(?i:publikum|innbyggerne|innbyggjarane|folk|du|man|en|ein)\s"
    r"(?:(?:også|òg)\s)?(?P<l>[a-zæøå][^:]{8,300})$"
)
_IKKE_DER = senere(
    r"(?i)^(?P<h>[^.,:;]{3,60}?)\s(?:utstedes|skrives ut|utferdast|behandles|handsamast|tas imot|takast imot|"
    r"tilbys|gis|gjevast|ordnes|ordnast)\sikk[je]+\s(?:der|her|på\sstedet|på\skontoret|ved\skontoret|på\sstaden)\.?$"
)
_RING = senere(
    rf"(?i)(?P<n>\b(?:når\sdet\shaster|saker\ssom\shaster|i\snødsfall|i\snaudfall|ved\sakutt\w*(?:\s\w+)?|haster\sdet|ellers|elles|"
    rf"i\sandre\ssaker|alt\sannet|øvrige\shenvendelser))\s[^.,;\d]{{0,40}}?(?P<t>(?-i:{uttrykk.TELEFON}))"
)
_VISES = senere(
    r"(?i)\b(?:vises|visast|henvises|tilvises|viste|henvist)\s(?:da\s|då\s)?til\s(?P<d>(?:politiet\si\s|kontoret\s(?:i|på)\s|"
    r"lensmannskontoret\s(?:i|på)\s|politistasjonen\si\s)?(?-i:[A-ZÆØÅ])[\w-]+(?:\s(?:politistasjon|lensmannskontor))?)"
)
_STEDET_ALENE = senere(rf"^(?P<n>{_KONTORET}):\s*$")


def stedet_alene(u: Utsnitt) -> Verdi | None:
    """Return the name of the office that a line names and nothing else, over its hours."""
    treff = _STEDET_ALENE.match(u.s)
    return u.gruppe(treff, "n").verdi(SIKKER, "stedet over timene") if treff else None


def tilbudet(u: Utsnitt) -> tuple[Verdi, list[Node]] | None:
    """Return an office and what people can have done there, when a sentence says it."""
    treff = _KAN.match(u.s)
    if treff is None or re.search(r"(?i)\bikk[je]+\b", u.s):
        return None
    alle: list[Node] = [
        en.verdi(TROLIG, "det som kan gjøres der") for en in gjøremål(u.gruppe(treff, "l").strippet(" ."))
    ]
    navn = u.gruppe(treff, "n")
    return navn.verdi(TROLIG, "stedet", navn.s[0].upper() + navn.s[1:]), alle


def resten(a: Arbeid, u: Utsnitt, plass: int) -> bool:
    """Read what is not done at the place, who helps while it is closed, and which number to call when."""
    rute, satt = f"tjenestetilbud.tjenestesteder.{plass}", False
    finnes = a.tre.har("tjenestetilbud", "tjenestesteder", plass)
    if finnes and (treff := _IKKE_DER.match(u.s)):
        satt = a.legg_til(u.gruppe(treff, "h").verdi(TROLIG, "det som ikke gjøres der"), f"{rute}.gjør_ikke")
    stengt = a.tre.liste("tjenestetilbud", "tjenestesteder", plass, "stengt")
    if stengt and (treff := _VISES.search(u.s)):
        satt = a.sett(
            u.gruppe(treff, "d").verdi(TROLIG, "dit folk vises"), f"{rute}.stengt.{len(stengt) - 1}.dekkes_av"
        )
    for treff in _RING.finditer(u.s):
        node: dict[str, Node] = {
            "hva": u.gruppe(treff, "n").verdi(TROLIG, "når det ringes", ledd.som_tittel(treff["n"])),
            "telefon": u.gruppe(treff, "t").verdi(SIKKER, "nummeret"),
        }
        satt = a.legg_til(node, "tjenestetilbud.kontakter") or satt
    return satt

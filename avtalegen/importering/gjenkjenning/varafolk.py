"""Who stands in for a member, when a sentence says it of one that is named elsewhere: «Moe har Lie til vara»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import deltakere, etternavn
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_PARTENE = ("kommune", "politi")
"""Whose members are named so: what the others have for a name is most often an organisation."""
_HVEM = r"(?P<h>(?:[A-ZÆØÅ][a-zæøå]{1,20}\s)?(?!kan\b|har\b)[A-ZÆØÅa-zæøå][\w-]{2,40})"
_VARA = r"(?i:(?:personl\w+\s)?(?:vara\w*|stedfortreder|stadfortredar|avløser|avløysar|reserve))"
_DEN = rf"(?P<v>(?:{uttrykk.TITTEL}\s)?{uttrykk.NAVN})"
_FORFALL = (
    r"(?:har\s(?:lovlig\s|lovleg\s)?(?:forfall|fravær|fråvær)|"
    r"er\s(?:forhindr|borte|syk|sjuk|fraværende|fråverande|hindr)|ikke|ikkje|må\sha)"
)
_I_STEDET = (
    senere(
        rf"{_DEN}\s(?:møter|møtes|stiller|trer\sinn|kjem|kommer|deltar|deltek)\s"
        rf"(?:for|i\sstedet\sfor|i\sstaden\sfor)\s{_HVEM}(?!\w)"
    ),
    senere(
        rf"{_DEN}\s(?:møter|stiller|trer\sinn|kjem|kommer|deltar|deltek|overtar|overtek)\s"
        rf"(?:når|dersom|hvis|viss|om)\s{_HVEM}\s{_FORFALL}"
    ),
    senere(
        rf"(?i:når|dersom|hvis|om|viss)\s{_HVEM}\s(?:{_FORFALL}|kan\sikk[je]+)[^.,;]{{0,30}},\s"
        rf"(?:leder|leier|leiar|styrer|møter|stiller|trer|kjem|kommer|deltar|deltek|tar|tek|overtar|overtek)\s{_DEN}"
    ),
)
"""Somebody who comes when another can't is no member, also where it is not clear whose place that is."""
_MØNSTRE = (
    senere(rf"{_HVEM}\shar\s{_DEN}\s(?:som|til)\s(?:(?:sin|si|fast|fast[e]?)\s)?{_VARA}(?!\w)"),
    senere(
        rf"{_HVEM}\s(?:kan\s)?(?:la\sseg\s|lar\sseg\s)?(?:representere|representeres|representerast|erstattes|avløses|"
        rf"møter)\s(?:ved\s(?:\w+\s)?(?:forfall|fravær)\s)?(?:ved|av|med)\s{_DEN}"
    ),
    senere(rf"(?i:vara|stedfortreder|stadfortredar)\sfor\s{_HVEM}\s(?:er|:)\s{_DEN}"),
    senere(rf"{_DEN}\s(?:er|møter som)\s{_VARA}\sfor\s{_HVEM}(?!\w)"),
)

_NÅR_ANDRE_IKKE_KAN = senere(
    r"(?i)\bforfall|\bfravær|\bfråvær|\bforhindr|\bvara\b|\bvaramed|\bst[ea]dfortred|\bi (?:stede[nt]|staden)\b"
)
_FOR_HVER = senere(
    rf"(?<!\w)[Ff]or\s(?:(?:bokstav|punkt|pkt\.|nr\.|nummer)\s(?P<b>[a-zæøå]|\d{{1,2}})\)?|{_HVEM}),?\s"
    rf"(?:møter\s|stiller\s|er\s|:\s)?{_DEN}"
)
"""Those who stand in, each by the letter of the member's point or by the title: «for bokstav b Kari Nordmann»."""


def _for_hver(a: Arbeid, u: Utsnitt) -> bool:
    """Let each of the members of a list have the one who stands in, from a sentence that counts them up."""
    alle = [*_FOR_HVER.finditer(u.s)] if _NÅR_ANDRE_IKKE_KAN.search(u.s) else []
    satt = False
    for treff in alle:
        hvem = next(_ved_merket(a, treff["b"]) if treff["b"] else _medlemmer(a, treff["h"]), None)
        if hvem is not None and "vara" not in hvem:
            hvem["vara"] = vara = u.gruppe(treff, "v").verdi(TROLIG, "setningen om vara")
            a.dekk(vara)
        satt = satt or hvem is not None
    return satt


def _ved_merket(a: Arbeid, merke: str) -> Iterator[dict[str, Node]]:
    """Return the members that stand in a point with this letter, or number, in front of it."""
    linjer = {linje.nr: linje for linje in a.kilde.linjer}
    for en in deltakere.medlemmene(a, _PARTENE):
        nr = next((v.spenn[0].linje for v in en.values() if isinstance(v, Verdi) and v.spenn), None)
        linje = linjer.get(nr) if nr is not None else None
        if linje and merke in (linje.nummer.strip("(). "), *re.findall(r"^\s*\(?(\w{1,2})[).]", linje.tekst)):
            yield en


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Let the member whom a sentence names have the one who stands in for them; tell whether it said so."""
    if _for_hver(a, u):
        return True
    for mønster in (*_MØNSTRE, *_I_STEDET):
        treff = mønster.search(u.s)
        if treff is None:
            continue
        hvem = next(_medlemmer(a, treff["h"]), None)
        vara = u.gruppe(treff, "v").verdi(TROLIG, "setningen om vara")
        if hvem is not None and "vara" not in hvem:
            hvem["vara"] = vara
            a.dekk(vara)
        if hvem is not None or mønster in _I_STEDET or etternavn.helt(a, treff["h"].split()[-1]):
            return True
    return False


def _medlemmer(a: Arbeid, tekst: str) -> Iterator[dict[str, Node]]:
    """Return the members whom a word is of: a surname, or a title with the article."""
    siste = tekst.rsplit(maxsplit=1)[-1]
    tittel = re.sub(r"(?<=[a-zæøå]{4})(?:en|n|a)$", "", siste.casefold())
    for en in deltakere.medlemmene(a, _PARTENE):
        t, n = en.get("tittel"), en.get("navn")
        i_navnet = isinstance(n, Verdi) and siste[0].isupper() and n.tekst.split()[-1] == siste
        i_tittelen = isinstance(t, Verdi) and ledd.som_tittel(t.tekst).split()[0] in (tittel, siste.casefold())
        if i_navnet or i_tittelen:
            yield en

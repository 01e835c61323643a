"""Who stands in for a member, when a sentence says it of one that is named elsewhere: «Moe har Lie til vara»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import etternavn
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_HVEM = r"(?P<h>(?:[A-ZÆØÅ][a-zæøå]{1,20}\s)?(?!kan\b|har\b)[A-ZÆØÅa-zæøå][\w-]{2,40})"
_VARA = r"(?i:(?:personl\w+\s)?(?:vara\w*|stedfortreder|stadfortredar|avløser|avløysar|reserve))"
_DEN = rf"(?P<v>(?:{uttrykk.TITTEL}\s)?{uttrykk.NAVN})"
_FORFALL = (
    r"(?:har\s(?:lovlig\s|lovleg\s)?(?:forfall|fravær|fråvær)|"
    r"er\s(?:forhindr|borte|syk|sjuk|fraværende|hindr)|ikke|ikkje|må\sha)"
)
_I_STEDET = (
    senere(
        rf"{_DEN}\s(?:møter|møtes|stiller|trer\sinn|kjem|kommer|deltar|deltek)\s"
        rf"(?:for|i\sstedet\sfor|i\sstaden\sfor)\s{_HVEM}(?!\w)"
    ),
    senere(
        rf"{_DEN}\s(?:møter|stiller|trer\sinn|kjem|kommer|deltar|deltek|overtar|overtek)\s"
        rf"(?:når|dersom|hvis|om)\s{_HVEM}\s{_FORFALL}"
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


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Let the member whom a sentence names have the one who stands in for them; tell whether it said so."""
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
    for side in ("kommune", "politi"):
        for en in a.tre.liste("politiråd", "medlemmer", side):
            if not isinstance(en, dict):
                continue
            t, n = en.get("tittel"), en.get("navn")
            i_navnet = isinstance(n, Verdi) and siste[0].isupper() and n.tekst.split()[-1] == siste
            i_tittelen = isinstance(t, Verdi) and ledd.som_tittel(t.tekst).split()[0] in (tittel, siste.casefold())
            if i_navnet or i_tittelen:
                yield en

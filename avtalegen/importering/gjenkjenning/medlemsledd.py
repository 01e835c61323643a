"""A member of the council in a clause: the name in brackets after the title, and who comes when they can't."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.gjenkjenning import deltakere
from avtalegen.importering.gjenkjenning.bestemte import ubestemt
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_TITTEL_OG_NAVN = senere(
    rf"(?P<t>[A-ZÆØÅa-zæøå][^(),;:.]{{3,70}}?)\s\((?P<n>{uttrykk.NAVN})\)(?=\W|$)(?P<h>.*)", re.DOTALL
)
"""«kommunedirektøren (Kari Nordmann), som er leder»."""
_VARA = r"(?:personl\w{1,8}\s|fast\s)?(?:vara(?:medlem|representant|person|mann)?|stedfortreder|stadfortredar)"
_HVEM = r"(?P<v>(?!(?:og|for|som|er|når|dersom|møter)\b)[A-ZÆØÅa-zæøå][^;()]{3,80}?)"
_MED_VARA = (
    senere(rf"(?i)(?P<h>.{{3,140}}?)[,;.(–-]?\s*[(–-]?(?<!\w){_VARA}(?:\s?:|\ser|)\s{_HVEM}\)?[.;,]?"),
    senere(rf"(?i)(?P<h>.{{3,140}}?),?\s\(?med\s{_HVEM}\s(?:som|til)\s{_VARA}\)?[.;,]?"),
)
"""A member with the one who stands in: «Kari Nordmann, vara: Ola Nordmann», «med … som vara»."""


def med_vara(u: Utsnitt) -> tuple[Utsnitt, Utsnitt] | None:
    """Return the member and the one who stands in for them, None where a point says nothing of that."""
    for mønster in _MED_VARA:
        treff = mønster.fullmatch(u.s)
        if treff and re.search(rf"{uttrykk.NAVN}|(?i:{uttrykk.TITTELORD})", treff["v"]):
            return u.gruppe(treff, "h").strippet(" ,;.(–-"), u.gruppe(treff, "v").strippet(" ,;.")
    return None


def navn_i_parentes(a: Arbeid, u: Utsnitt, side: str) -> bool:
    """Take a member with the name in brackets after the title; tell whether it was one."""
    treff = _TITTEL_OG_NAVN.fullmatch(u.s)
    if treff is None or not re.search(rf"(?i){uttrykk.TITTELORD}", treff["t"]) or ledd.er_instans(treff["n"]):
        return False
    tittel = u.gruppe(treff, "t")
    rolle: dict[str, Node] = {
        "tittel": tittel.verdi(SIKKER, "medlem av rådet", ubestemt(tittel.s), ordrett=False),
        "navn": u.gruppe(treff, "n").verdi(SIKKER, "medlem av rådet"),
    }
    hale = u.gruppe(treff, "h")
    deltakere.medlem(a, rolle, side)
    if hale.s:
        deltakere.oppgave(a, rolle, hale)
    return True

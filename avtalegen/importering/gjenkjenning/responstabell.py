"""Tables of how fast the police come, and how many they are: what is aimed at, and not what it was in a year."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.gjenkjenning.celler import første, sammen, tom
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.gjenkjenning.utrykning import OMRÅDE
from avtalegen.importering.ventende import senere

_MINUTTER = senere(r"(?i)(?:under|inntil|innen|innan|maks(?:imalt)?\.?)?\s?\d{1,3}\s?(?:min(?:utt(?:er|ar)?)?\.?)?")
_MED_ORDET = senere(r"(?i)\d\s?min|\bminutt|respons|utrykning|utrykking|framme|fremme")
_RESULTAT = senere(
    r"(?i)result\w*|oppnåd\w*|faktisk\w*|snitt\w*|gjennomsnitt\w*|median\w*|målt|status|i\sdag|.*\b(?:19|20)\d\d\b.*"
)
"""The head of a column of what it was, and not what they aim at."""


def les(a: Arbeid, t: Tabell) -> bool:
    """Read a table with a place in each row and the minutes beside it; tell whether it was one."""
    if t.rader < 2 or t.kolonner < 2 or a.tre.har("tjenestetilbud", "responstid"):
        return False
    hoder = t.rad(0)
    rader = range(1, t.rader)
    om_tid = any(_MED_ORDET.search(en) for r in range(t.rader) for en in t.rad(r))
    minutter = [k for k in range(1, t.kolonner) if all(_er_minutter(t, r, k) for r in rader)]
    mål = next((k for k in minutter if not _RESULTAT.fullmatch(hoder[k].strip())), None)
    if not om_tid or mål is None:
        return False
    andel = next(
        (k for k in range(1, t.kolonner) if all(re.fullmatch(uttrykk.PROSENT, t.tekst(r, k)) for r in rader)), None
    )
    satt = [_raden(a, t, r, mål, andel) for r in rader]
    if not any(satt):
        return False
    for k in (0, mål, *(() if andel is None else (andel,))):
        for u in rute.utsnitt if (rute := t[0, k]) else ():
            a.etikett(u)
    return True


def _er_minutter(t: Tabell, r: int, k: int) -> bool:
    """Tell whether a cell is a number of minutes, by itself or by the head over it; a dash is none."""
    celle = t.tekst(r, k).strip()
    if not celle.strip(" –-"):
        return True
    med_ord = re.search(r"(?i)min", celle) or re.search(r"(?i)min|tid|mål", t.tekst(0, k))
    return bool(med_ord and _MINUTTER.fullmatch(celle))


def _raden(a: Arbeid, t: Tabell, r: int, mål: int, andel: int | None) -> bool:
    hvor, tall = sammen(t[r, 0]), første(t[r, mål])
    if hvor is None or tall is None or tom(tall) or not (treff := re.search(r"\d{1,3}", tall.s)):
        return False
    stedet = re.sub(r"\s*\([^()]*\)$", "", hvor.tekst)
    egne = {kommune.navn for kommune in a.kommuner}
    if egne and (kommune := slå_opp(stedet)) and kommune.navn not in egne:
        return False  # a neighbour
    minutter = tall.verdi(SIKKER, "tabellen", f"{treff[0]} minutter", ordrett=False)
    node: dict[str, Node] = {"minutter": minutter}
    if andel is not None and (prosent := sammen(t[r, andel])):
        node = {"andel": prosent, **node}
    if område := next((navn for navn, mønster in OMRÅDE if re.search(mønster, hvor.tekst)), None):
        node["område"] = hvor._replace(tekst=område, sikkerhet=TROLIG, ordrett=False)
    node["merknad"] = hvor
    return a.legg_til(node, "tjenestetilbud.responstid")

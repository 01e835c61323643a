"""Tables of how fast the police come: what is aimed at and not what it was, a place in each row or over each column."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Rute, Tabell
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.gjenkjenning.celler import første, linjer, sammen, tom
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.gjenkjenning.utrykning import OMRÅDE
from avtalegen.importering.ventende import senere

_OM_FART = senere(r"(?i)\d\s?min|\bmin(?:utt|\b)|respons|utryk[nk]ing|innsatstid|fr[ae]mme")
_MINUTTER = senere(r"(?i)(?:under|inntil|innen|innan|maks\w*\.?)?\s?(?P<m>\d{1,3})(?P<e>\s?min(?:utt(?:er|ar)?)?\.?)?")
_HODE = senere(r"(?i)min|tid|mål|respons|utryk[nk]ing|fr[ae]mme")
"""What a column of minutes has over it where its cells don't say that they are."""
_ANDEL = senere(rf"(?i)(?:i\s)?(?P<a>{uttrykk.PROSENT}|\d av \d{{1,2}})(?:\sav\s[^\d]+)?")
_RESULTAT = senere(
    r"(?i)result\w*|oppnåd\w*|faktisk\w*|snitt\w*|gjennomsnitt\w*|median\w*|målt|status|i\sdag|.*\b(?:19|20)\d\d\b.*"
)
"""The head of a column of what it was, and not what they aim at."""


def les(a: Arbeid, t: Tabell) -> bool:
    """Read the goals; tell whether the table was one of them."""
    if t.rader < 2 or t.kolonner < 2 or a.tre.har("tjenestetilbud", "responstid"):
        return False
    if any(_minutter(t[0, k]) for k in range(t.kolonner)):
        return False  # its head is not over it
    if not any(_OM_FART.search(en) for r in range(t.rader) for en in t.rad(r)):
        return False
    return _bortover(a, t) or _nedover(a, t)


def _nedover(a: Arbeid, t: Tabell) -> bool:
    """Read one goal in each row, by the column whose head is about minutes, or the first that has them."""
    rader = range(1, t.rader)
    mål = [k for k in range(t.kolonner) if not _RESULTAT.fullmatch(t.tekst(0, k).strip())]
    minutter = [
        k for k in mål if k and all(_er_minutter(t, r, k) for r in rader) and any(_minutter(t[r, k]) for r in rader)
    ]
    om_det = [k for k in minutter if _OM_FART.search(t.tekst(0, k))] or minutter
    if not om_det:
        return False
    andeler = [k for k in mål if k not in minutter and all(_andel(t[r, k]) for r in rader)][:1]
    satt = [
        _mål(a, t[r, 0] if 0 not in andeler else None, t[r, om_det[0]], t[r, andeler[0]] if andeler else None)
        for r in rader
    ]
    if not any(satt):
        return False
    _hodet(a, t, {0, om_det[0], *andeler})
    return True


def _bortover(a: Arbeid, t: Tabell) -> bool:
    """Read the goals of a table with the areas over its columns and the shares down its first."""
    if t.kolonner < 3 or not all(_andel(t[r, 0]) for r in range(1, t.rader)):
        return False
    celler = [(r, k) for k in range(1, t.kolonner) for r in range(1, t.rader)]
    tider = [_minutter(t[celle]) for celle in celler]
    if not all(tid and (tid["e"] or _OM_FART.search(t.tekst(0, 0))) for tid in tider):
        return False
    satt = [_mål(a, t[0, k], t[r, k], t[r, 0]) for r, k in celler]
    _hodet(a, t, {0})
    return any(satt)


def _hodet(a: Arbeid, t: Tabell, kolonner: set[int]) -> None:
    for k in kolonner:
        for u in linjer(t[0, k]):
            a.etikett(u)


def _er_minutter(t: Tabell, r: int, k: int) -> bool:
    """Tell whether a cell is a number of minutes, by itself or by the head over it; a dash is none."""
    if tom(første(t[r, k])):
        return True
    tid = _minutter(t[r, k])
    return tid is not None and bool(tid["e"] or _HODE.search(t.tekst(0, k)))


def _minutter(rute: Rute | None) -> re.Match[str] | None:
    u = første(rute)
    return _MINUTTER.fullmatch(u.s) if u else None


def _andel(rute: Rute | None) -> re.Match[str] | None:
    u = første(rute)
    return _ANDEL.fullmatch(u.s) if u else None


def _mål(a: Arbeid, hvor: Rute | None, minutter: Rute | None, andel: Rute | None) -> bool:
    """Add the goal of a cell, for a place and a share where they are said; nothing for that of a neighbour."""
    tid, treff, sted = første(minutter), _minutter(minutter), sammen(hvor)
    if tid is None or treff is None or (hvor is not None and sted is None):
        return False
    node: dict[str, Node] = {}
    if (del_ := første(andel)) and (hvor_ofte := _andel(andel)):
        tall = re.fullmatch(r"(\d) av (\d{1,2})", hvor_ofte["a"])
        prosent = f"{round(100 * int(tall[1]) / int(tall[2]))} %" if tall and int(tall[2]) else None
        node["andel"] = del_.gruppe(hvor_ofte, "a").verdi(SIKKER, "tabellen", prosent, ordrett=prosent is None)
    node["minutter"] = tid.verdi(SIKKER, "tabellen", f"{int(treff['m'])} minutter", ordrett=False)
    if sted is not None:
        kommune = slå_opp(re.sub(r"\s*\([^()]*\)$", "", sted.tekst))
        if a.kommuner and kommune and kommune.navn not in {en.navn for en in a.kommuner}:
            return False
        if område := next((navn for navn, mønster in OMRÅDE if re.search(mønster, sted.tekst)), None):
            node["område"] = sted._replace(tekst=område, sikkerhet=TROLIG, ordrett=False)
        node["merknad"] = sted
    return a.legg_til(node, "tjenestetilbud.responstid")

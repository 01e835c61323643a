"""Paragraphs and points without the signs in front of them: dashes, numbers of clauses, boxes that are ticked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from avtalegen.importering import uttrykk
from avtalegen.importering.blokker import Avsnitt, Tabell
from avtalegen.importering.kilde import Linje
from avtalegen.importering.ordliste import tallene
from avtalegen.importering.overskrifter import PUNKTMERKE
from avtalegen.importering.skjema import boks
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

MERKE_ALENE = senere(r"\s*(?:[-–•·▪●○◦‣]|\(?(?:[a-zæøå]|\d{1,2})[).])\s*", re.IGNORECASE)
"""The sign of a point that stands alone."""
_LEDDNUMMER = senere(
    r"\s*(?:(?i:artikkel|art\.|pkt\.|punkt)\s?\d{1,2}(?:\.\d+)*[.:]?|\d{1,2}(?:\.[\dlI]{1,2}){1,4}\.?|"
    r"§\s?\d{1,2}(?:-\d{1,2})?\.?)\s+(?=[A-ZÆØÅ])"
)
_LEDD_I_PARENTES = senere(
    r"\s*\(\d{1,2}\)\s+(?=[A-ZÆØÅ«].*(?:[.:»)]|\s(?:skal|vil|av|er|være|vere|å|fr[aå]|med|på|\w{4,30}ne))\s*$)",
    re.DOTALL,
)
"""The number in brackets of a clause, which is whole sentences, or begins one that the points under it go on with."""
_BINDER_PUNKTENE = senere(r",?\s(?:og|samt|eller)\s*$")
_SOM_PUNKT = senere(rf"\s*(?:[-–•*·]\s|[A-ZÆØÅ][^:.\d]{{1,30}}:\s|{uttrykk.DATO}|\d{{1,2}}\.\s?{uttrykk.MÅNED})")


def linjene(u: Utsnitt) -> list[Utsnitt]:
    """Return a paragraph in its lines when they are a list: most begin with the sign of a point, a label or a day."""
    alle = [*u.delt(r"\n+")]
    som = sum(bool(_SOM_PUNKT.match(en.s)) for en in alle)
    er_liste = len(alle) > 1 and (som > 1 or 2 * som > len(alle))
    return alle if er_liste else [u]


def avsnitt(linje: Linje, u: Utsnitt, merker: list[Utsnitt]) -> Avsnitt:
    """Return a paragraph or a point of a line; the sign in front of it is added to `merker`."""
    # A clause that the program numbers («1.3») is a paragraph, and no point of a list.
    ledd = bool(re.match(r"\d+\.\d|§", linje.nummer))
    punkt = not ledd and (linje.listenivå is not None or bool(linje.nummer and not linje.nummer[0].isdigit()))
    if en := boks(u.s):
        merker.append(u.del_(0, en[0]))
        return Avsnitt(u.del_(en[0], len(u.s)), linje, punkt=True)
    if treff := _LEDDNUMMER.match(u.s) or _LEDD_I_PARENTES.match(u.s):
        merker.append(u.del_(0, treff.end()))
        return Avsnitt(u.del_(treff.end(), len(u.s)), linje, punkt=False)
    if treff := PUNKTMERKE.match(u.s):
        rest = u.s[treff.end() :]
        # «8. juni» and «- 3 -» begin with no sign of a point.
        måned = re.match(
            r"(?:jan|feb|mars|apr|mai|jun|jul|aug|sep|okt|nov|des|kvart|halvår|tertial)\w*\b", rest, re.IGNORECASE
        )
        if rest and not (måned and treff[0].strip()[0].isdigit()) and not re.match(r"\s*[-–]\s*\d+\s*[-–]$", u.s):
            merker.append(u.del_(0, treff.end()))
            slutt = _uten_bindeord(u, merker)
            return Avsnitt(u.del_(treff.end(), slutt), linje, punkt=True)
    return Avsnitt(u.del_(0, _uten_bindeord(u, merker) if punkt else len(u.s)), linje, punkt)


def _uten_bindeord(u: Utsnitt, merker: list[Utsnitt]) -> int:
    """Return where a point ends before the word that binds it to the next, which is added to `merker`."""
    if (binder := _BINDER_PUNKTENE.search(u.s)) is None:
        return len(u.s)
    merker.append(u.del_(binder.start(), len(u.s)))
    return binder.start()


def er_punktliste(tabell: Tabell) -> bool:
    """Tell whether a table is a list whose signs stand in a column of their own."""
    merker = [tabell.tekst(r, 0).strip() for r in range(tabell.rader)]
    return tabell.kolonner == 2 and tabell.rader > 1 and all(en and MERKE_ALENE.fullmatch(en) for en in merker)


def punktene(tabell: Tabell, linjer: Mapping[int, Linje], merker: list[Utsnitt]) -> list[Avsnitt]:
    """Return the points of a list whose signs stand in a column of their own."""
    rutene = [(tabell[r, 0], tabell[r, 1]) for r in range(tabell.rader)]
    merker += [u for merke, _ in rutene if merke for u in merke.utsnitt]
    return [Avsnitt(u, linjer[u.linje], punkt=True) for _, rute in rutene if rute for u in rute.utsnitt]


def siste_tall(merke: Utsnitt | None) -> int:
    """Return the number of a heading, the last of several («3.2» is 2), 0 for none."""
    return (tallene(merke.s) or [0])[-1] if merke else 0

"""Two bodies of a Word file woven into one with tracked changes.

A paragraph ends where its pilcrow stands, and a pilcrow can only be taken away when there is a paragraph after it: not
in front of a table, and not last in a cell or in the text (LibreOffice leaves an empty paragraph there, and so does
Word at the end). There the pilcrow before it is marked instead, and the last one stands and gets the properties that
the text then has.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Literal, NamedTuple

from avtalegen.skrivere.word.xml import Element, P, SubElement
from avtalegen.utgaver.sporing.biter import Avsnitt
from avtalegen.utgaver.sporing.blokker import TC, TR, Annet, Blokk, Rad, Tabell
from avtalegen.utgaver.sporing.flytting import Flytting, flyttinger
from avtalegen.utgaver.sporing.merking import Merke, Penn, Plan
from avtalegen.utgaver.sporing.ordene import Strekk, forskjell
from avtalegen.utgaver.sporing.samstilling import LITE, likhet, par

_UT, _INN = frozenset({"del", "moveFrom"}), frozenset({"ins", "moveTo"})


class Koblet(NamedTuple):
    """Blocks that belong together; None where there is no other."""

    gammel: Blokk | None
    ny: Blokk | None


def koblet(gamle: Sequence[Blokk], nye: Sequence[Blokk]) -> list[Koblet]:
    """Return the blocks of two bodies side by side, without what only the old one has and is no text."""
    found = [Koblet(None if a is None else gamle[a], None if b is None else nye[b]) for a, b in par(gamle, nye)]
    return [en for en in found if en.ny is not None or not isinstance(en.gammel, Annet)]


def lister(pairs: Sequence[Koblet]) -> list[tuple[str, str]]:
    """Return the numbered lists that paragraphs which belong together are in, as number ids, each pair once."""
    found: dict[tuple[str, str], None] = {}
    for gammel, ny in pairs:
        if isinstance(gammel, Avsnitt) and isinstance(ny, Avsnitt) and gammel.liste and ny.liste:
            found[gammel.liste, ny.liste] = None
    return [*found]


def flettet(pairs: Sequence[Koblet], penn: Penn, *, flytt: bool = False) -> list[Element]:
    """Return the elements of the body that is both. With `flytt`, what stands elsewhere is marked as moved."""
    flyttet = flyttinger(pairs) if flytt else {}
    planer = [_plan(n, en, flyttet) for n, en in enumerate(pairs)]
    planer = _trygge(planer)
    return _skrevet(planer, penn)


Ledd = Plan | Koblet
"""A paragraph to write, or something else that is in one or both."""


def _plan(n: int, en: Koblet, flyttet: dict[int, Flytting]) -> Ledd:
    gammel, ny = en
    if isinstance(gammel, Avsnitt) and isinstance(ny, Avsnitt):
        return _endret(gammel, ny)
    if isinstance(ny, Avsnitt):
        if flytting := flyttet.get(n):
            return Plan(flytting.strekk, ny, None, "moveTo", flytting.nummer, ny.etter)
        return Plan(_hele("inn", ny), ny, None, "ins", 0, ny.etter)
    if isinstance(gammel, Avsnitt):
        if flytting := flyttet.get(n):
            return Plan(flytting.strekk, gammel, None, "moveFrom", flytting.nummer)
        return Plan(_hele("ut", gammel), gammel, None, "del")
    return en


def _endret(gammel: Avsnitt, ny: Avsnitt) -> Plan:
    if gammel.nøkkel == ny.nøkkel:
        return Plan(_hele("står", ny), ny, gammel, "", 0, ny.etter)
    return Plan(forskjell(gammel.biter, ny.biter, helt=likhet(gammel, ny) < LITE), ny, gammel, "", 0, ny.etter)


def _hele(hva: Literal["står", "ut", "inn"], avsnitt: Avsnitt) -> list[Strekk]:
    return [Strekk(hva, avsnitt.stykker, [])] if avsnitt.stykker else []


def _trygge(ledd: Sequence[Ledd]) -> list[Ledd]:
    """Return the same with no marked pilcrow where none can be taken away."""
    found: list[Ledd] = []
    fra = 0
    for n in range(len(ledd) + 1):
        if n == len(ledd) or not isinstance(ledd[n], Plan):
            found += _trygg([plan for plan in ledd[fra:n] if isinstance(plan, Plan)])
            found += ledd[n : n + 1]
            fra = n + 1
    return found


def _trygg(planer: list[Plan]) -> list[Plan]:
    """Return paragraphs that nothing follows but a table or the end, with a last pilcrow that stands."""
    fra = len(planer)
    while fra and planer[fra - 1].merke:
        fra -= 1
    hale = planer[fra:]
    ut, inn = [en for en in hale if en.merke in _UT], [en for en in hale if en.merke in _INN]
    if ut and inn:
        return [*planer[:fra], *ut[:-1], *inn[:-1], _endret(ut[-1].ny, inn[-1].ny)]
    if not hale or not fra:
        return [*planer[:fra], *hale]
    før, siste = planer[fra - 1], hale[-1]
    merke: Merke = "ins" if inn else "del"
    if inn:
        siste = replace(siste, merke="", før=før.før or før.ny)
    else:
        siste = replace(siste, merke="", ny=før.ny, før=siste.ny)
    return [*planer[: fra - 1], replace(før, merke=merke), *hale[:-1], siste]


def _skrevet(ledd: Sequence[Ledd], penn: Penn) -> list[Element]:
    found: list[Element] = []
    slutt: Element | None = None
    for n, en in enumerate(ledd):
        if isinstance(en, Plan):
            p = penn.avsnitt(en)
            if en.flytting and _annen(ledd, n - 1, en):
                start, slutt = penn.grenser(en.merke, en.flytting)
                p.insert(1, start)
            found.append(p)
            if slutt is not None and _annen(ledd, n + 1, en):
                found.append(slutt)
                slutt = None
        elif isinstance(en.ny, Annet):
            found.append(deepcopy(en.ny.element))
        elif isinstance(en.gammel, Tabell) and isinstance(en.ny, Tabell):
            found.append(_tabell(en.gammel, en.ny, penn))
        elif isinstance(en.ny, Tabell):
            found.append(_hel_tabell(en.ny, penn, "ins"))
        elif isinstance(en.gammel, Tabell):
            found.append(_hel_tabell(en.gammel, penn, "del"))
    return found


def _annen(ledd: Sequence[Ledd], n: int, plan: Plan) -> bool:
    """Tell whether what stands at a place is not moved together with a paragraph."""
    en = ledd[n] if 0 <= n < len(ledd) else None
    return not isinstance(en, Plan) or (en.merke, en.flytting) != (plan.merke, plan.flytting)


def _tabell(gammel: Tabell, ny: Tabell, penn: Penn) -> Element:
    tbl = _uten_rader(ny)
    for a, b in par(gammel.rader, ny.rader):
        if b is None:
            assert a is not None
            tbl.append(_hel_rad(gammel.rader[a], penn, "del"))
        elif a is None:
            tbl.append(_hel_rad(ny.rader[b], penn, "ins"))
        else:
            tbl.append(_rad(gammel.rader[a], ny.rader[b], penn))
    return tbl


def _uten_rader(tabell: Tabell) -> Element:
    tbl = tabell.tbl.makeelement(tabell.tbl.tag)
    tbl.extend(deepcopy(child) for child in tabell.tbl if child.tag != TR)
    return tbl


def _hel_tabell(tabell: Tabell, penn: Penn, merke: Literal["ins", "del"]) -> Element:
    tbl = _uten_rader(tabell)
    tbl.extend(_hel_rad(rad, penn, merke) for rad in tabell.rader)
    return tbl


def _hel_rad(rad: Rad, penn: Penn, merke: Literal["ins", "del"]) -> Element:
    tr = _uten_celler(rad)
    penn.merk_rad(tr, merke)
    for tc, celle in zip(rad.tr.iterchildren(TC), rad.celler, strict=True):
        ny = _tom_celle(tr, tc)
        hva: Literal["ut", "inn"] = "ut" if merke == "del" else "inn"
        ny.extend(penn.avsnitt(Plan(_hele(hva, p), p, None, merke, 0, p.etter)) for p in celle)
    return tr


def _rad(gammel: Rad, ny: Rad, penn: Penn) -> Element:
    tr = _uten_celler(ny)
    for tc, før, nå in zip(ny.tr.iterchildren(TC), gammel.celler, ny.celler, strict=True):
        _tom_celle(tr, tc).extend(flettet(koblet(før, nå), penn))
    return tr


def _uten_celler(rad: Rad) -> Element:
    tr = rad.tr.makeelement(rad.tr.tag)
    tr.extend(deepcopy(child) for child in rad.tr if child.tag != TC)
    return tr


def _tom_celle(tr: Element, tc: Element) -> Element:
    new = SubElement(tr, TC)
    new.extend(deepcopy(child) for child in tc if child.tag != P)
    return new

"""Two bodies of a Word file woven into one with tracked changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import zip_longest
from typing import Literal

from avtalegen.skrivere.word.xml import FIELD, HOLDING, INSTRUCTION, Element, P, SubElement
from avtalegen.utgaver.sporing.biter import Avsnitt
from avtalegen.utgaver.sporing.blokker import TC, TR, Annet, Blokk, Rad, Tabell
from avtalegen.utgaver.sporing.flytting import Flytting, flyttinger
from avtalegen.utgaver.sporing.merking import Penn, Plan
from avtalegen.utgaver.sporing.ordene import Strekk, forskjell
from avtalegen.utgaver.sporing.samstilling import LITE, likhet, par
from avtalegen.utgaver.sporing.slutter import Former, Koblet, Ledd, trygge


def koblet(gamle: Sequence[Blokk], nye: Sequence[Blokk]) -> list[Koblet]:
    """Return the blocks of two bodies side by side, without what only the old one has and is no text."""
    found: list[Koblet] = []
    løse: list[Koblet] = []
    for a, b in par(gamle, nye):
        en = Koblet(None if a is None else gamle[a], None if b is None else nye[b])
        if None in en:
            løse.append(en)
            continue
        found += [*_stilt_opp(løse), en]
        løse = []
    found += _stilt_opp(løse)
    return [en for en in found if en.ny is not None or not isinstance(en.gammel, Annet)]


def _stilt_opp(løse: Sequence[Koblet]) -> Iterator[Koblet]:
    """Give what stands alone in one place: before each table what has gone, and then what has come.

    So a paragraph in front of a table that has gone, can become the one in front of the table that has come.
    """
    borte = _ved_tabellene([en for en in løse if en.ny is None])
    nytt = _ved_tabellene([en for en in løse if en.gammel is None])
    for ut, inn in zip_longest(borte, nytt, fillvalue=()):
        yield from ut
        yield from inn


def _ved_tabellene(løse: Sequence[Koblet]) -> list[list[Koblet]]:
    """Return paragraphs and tables in turn, paragraphs first."""
    delt: list[list[Koblet]] = [[]]
    for en in løse:
        if isinstance(en.gammel or en.ny, Avsnitt):
            delt[-1].append(en)
        else:
            delt += [[en], []]
    return delt


def lister(pairs: Sequence[Koblet]) -> list[tuple[str, str]]:
    """Return the numbered lists that paragraphs which belong together are in, as number ids, each pair once."""
    found: dict[tuple[str, str], None] = {}
    for gammel, ny in pairs:
        if isinstance(gammel, Avsnitt) and isinstance(ny, Avsnitt) and gammel.liste and ny.liste:
            found[gammel.liste, ny.liste] = None
    return [*found]


def flettet(pairs: Sequence[Koblet], penn: Penn, former: Former | None = None) -> list[Element]:
    """Return the elements of the body that is both.

    With `former`, it is that of the text itself: what stands elsewhere there is marked as moved.
    """
    flyttet = flyttinger(pairs) if former else {}
    planer = [_plan(n, en, flyttet) for n, en in enumerate(pairs)]
    return _skrevet(trygge(planer, _endret, former), penn)


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


def _skrevet(ledd: Sequence[Ledd], penn: Penn) -> list[Element]:
    found: list[Element] = []
    slutt: Element | None = None
    for n, en in enumerate(ledd):
        if isinstance(en, Plan):
            p = penn.avsnitt(en)
            if en.flytting and _annen(ledd, n - 1, en):
                start, slutt = penn.grenser(en.merke, en.flytting)
                p.insert(1, start)
            if _løper_sammen(en, ledd[n + 1 : n + 2]):
                SubElement(p, FIELD).set(INSTRUCTION, HOLDING)
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


def _løper_sammen(plan: Plan, neste: Sequence[Ledd]) -> bool:
    """Tell whether LibreOffice would take new words last in a paragraph, and the new one after it, for one insertion.

    Then it would take the pilcrow between them for new as well. Something that doesn't show keeps them apart.
    """
    if plan.merke or not plan.strekk or plan.strekk[-1].hva != "inn" or plan.ny.holdt is not None:
        return False
    return any(isinstance(en, Plan) and en.merke == "ins" for en in neste)


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

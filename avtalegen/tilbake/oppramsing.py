"""Lists that are written in a sentence: «skoler, barnehager og næringsliv», with things added and taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.diagnostic import Rute
from avtalegen.henting.lest import Lest, les
from avtalegen.henting.samstilling import Work
from avtalegen.tilbake.tre import Data, Endringer, Ny, Rekke, elementer, rekken, skrevet_rute, verdi_ved

_BETWEEN = re.compile(r",? (?:og|eller|samt|and|ja) |[,;] ")


class Oppramsing(NamedTuple):
    """A list that has become another, and the ways to write that."""

    måter: tuple[Endringer, ...]
    ruter: tuple[Rute, ...]
    før: str
    nå: str


class Oppramset(NamedTuple):
    """The lists that have changed, and what the other values of the text show: route, before and now."""

    endret: list[Oppramsing]
    andre: list[tuple[Rute, str, str | None]]


class _Gruppe(NamedTuple):
    """Neighbours in a text that are neighbours in a list: the places of their spans."""

    fra: int
    til: int


def oppramsinger(data: Data, før: str, spenn: Sequence[Spenn], nå: str, lest: Lest, work: Work) -> Oppramset | None:
    """Return what has become of the lists in a text; None when values that stay in their places tell all of it."""
    grupper = [*_grupper(data, før, spenn)]
    if not grupper or (not lest.andre and not lest.tvetydig and not _deler_seg(spenn, grupper, før, lest)):
        return None
    samlet: list[Spenn] = []
    hele: dict[int, _Gruppe] = {}
    n = 0
    while n < len(spenn):
        gruppe = next((g for g in grupper if g.fra == n), None)
        if gruppe is None:
            samlet.append(spenn[n])
            n += 1
            continue
        hele[len(samlet)] = gruppe
        samlet.append(Spenn(spenn[gruppe.fra].fra, spenn[gruppe.til - 1].til, spenn[n].rute))
        n = gruppe.til
    på_nytt = les(før, samlet, nå, work)
    if på_nytt.andre or på_nytt.tvetydig:
        return None
    endret: list[Oppramsing] = []
    andre: list[tuple[Rute, str, str | None]] = []
    for nr, (ett, verdi) in enumerate(zip(samlet, på_nytt.verdier, strict=True)):
        var = før[ett.fra : ett.til]
        if verdi is None:
            return None
        if nr not in hele:
            andre.append((ett.rute, var, verdi))
        elif verdi == var:
            andre += ((s.rute, før[s.fra : s.til], før[s.fra : s.til]) for s in spenn[hele[nr].fra : hele[nr].til])
        else:
            endret.append(_endret(data, før, spenn[hele[nr].fra : hele[nr].til], verdi))
    return Oppramset(endret, andre)


def _element(data: Data, rute: Rute) -> tuple[Rute, int] | None:
    return next(elementer(data, rute), None)


def _grupper(data: Data, før: str, spenn: Sequence[Spenn]) -> Iterator[_Gruppe]:
    n = 0
    while n < len(spenn):
        her = _element(data, spenn[n].rute)
        slutt = n + 1
        if her is not None:
            while slutt < len(spenn):
                neste = _element(data, spenn[slutt].rute)
                mellom = før[spenn[slutt - 1].til : spenn[slutt].fra]
                if neste != (her[0], her[1] + slutt - n) or not _BETWEEN.fullmatch(mellom):
                    break
                slutt += 1
            # One thing alone in a paragraph or a cell is what it says, whatever words are in it.
            if slutt > n + 1 or før.strip() != før[spenn[n].fra : spenn[n].til]:
                yield _Gruppe(n, slutt)
        n = slutt


def _deler_seg(spenn: Sequence[Spenn], grupper: Sequence[_Gruppe], før: str, lest: Lest) -> bool:
    """Tell whether one of the values has become several, or is gone."""
    for gruppe in grupper:
        for n in range(gruppe.fra, gruppe.til):
            var, er = før[spenn[n].fra : spenn[n].til], lest.verdier[n]
            if er is not None and len(_BETWEEN.findall(er)) > len(_BETWEEN.findall(var)):
                return True
    return False


def _endret(data: Data, før: str, spenn: Sequence[Spenn], nå: str) -> Oppramsing:
    første = _element(data, spenn[0].rute)
    assert første is not None
    liste, fra = første
    var = [før[s.fra : s.til] for s in spenn]
    er = _delt(nå, var)
    gammel = rekken(data, liste)
    ruter = tuple(skrevet_rute(data, s.rute) for s in spenn)
    ways: list[Endringer] = []
    for skrift in (str, lambda ord_: ord_[:1].upper() + ord_[1:]):
        verdier: dict[Rute, Data] = {}
        rekke: list[int | Ny] = []
        for tag, a1, a2, b1, b2 in SequenceMatcher(
            None, [en.casefold() for en in var], [en.casefold() for en in er], autojunk=False
        ).get_opcodes():
            if tag == "equal":
                rekke += range(fra + a1, fra + a2)
                continue
            felles = min(a2 - a1, b2 - b1)
            for n in range(felles):
                verdier[ruter[a1 + n]] = skrift(er[b1 + n])
                rekke.append(fra + a1 + n)
            rekke += (Ny(nytt_element(data, spenn[0].rute, skrift(ord_))) for ord_ in er[b1 + felles : b2])
        ny: Rekke = (*gammel[:fra], *rekke, *gammel[fra + len(spenn) :])
        ways.append(Endringer(verdier, {} if ny == gammel else {liste: ny}))
    if len(spenn) == 1:
        ways.append(Endringer({ruter[0]: nå}))
    return Oppramsing(tuple(ways), (liste, *ruter), ", ".join(var), ", ".join(er))


def nytt_element(data: Data, rute: Rute, tekst: str) -> Data:
    """Return something new for a list, written as its neighbour, which has its text at `rute`."""
    liste, nr = next(elementer(data, rute))
    nabo = verdi_ved(data, (*liste, nr)) if isinstance(verdi_ved(data, liste), list) else verdi_ved(data, liste)
    if not isinstance(nabo, dict):
        return tekst
    innenfor = rute[max(n for n, steg in enumerate(rute) if isinstance(steg, int)) + 1 :]
    verdi: Data = tekst
    for steg in reversed(innenfor):
        verdi = {steg: verdi}
    return verdi


def _delt(tekst: str, kjente: Sequence[str]) -> list[str]:
    """Return the things in a list; what was one before, is one still, whatever commas are in it."""
    merker = {f"\ue000{n}\ue001": en for n, en in enumerate(kjente) if _BETWEEN.search(en)}
    for merke, en in merker.items():
        tekst = tekst.replace(en, merke)
    deler = [del_.strip() for del_ in _BETWEEN.split(tekst)]
    return [merker.get(del_, del_) for del_ in deler if del_]

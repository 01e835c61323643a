"""The blocks that an old agreement is made of: paragraphs and points, and tables with their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from avtalegen.importering.innskudd import rettet, uten_innskudd
from avtalegen.importering.kilde import Celle, Del, Kilde, Linje
from avtalegen.importering.lesere.linjeskift import PRIKKER
from avtalegen.importering.utsnitt import Utsnitt, som_lest, uten_kantstøy
from avtalegen.modell.senere import senere


class Avsnitt(NamedTuple):
    """A paragraph or a point of a list: its text without the sign in front, and the line it came from."""

    tekst: Utsnitt
    linje: Linje
    punkt: bool = False


class Rute(NamedTuple):
    """A cell of a table: its lines, and how many rows and columns it covers."""

    utsnitt: tuple[Utsnitt, ...]
    celle: Celle

    @property
    def tekst(self) -> str:
        """What stands in it, on one line."""
        return " ".join(" ".join(u.s for u in self.utsnitt).split())


_FLEST_RUTER = 20_000


class Tabell:
    """A table: its cells by row and column. A cell that covers several is in each of them."""

    def __init__(self, ruter: dict[tuple[int, int], Rute]) -> None:
        self.egne = ruter
        self.ruter: dict[tuple[int, int], Rute] = {}
        igjen = _FLEST_RUTER
        for rute in ruter.values():
            c = rute.celle
            høyde, bredde = max(1, c.rader), max(1, c.kolonner)
            igjen -= høyde * bredde
            if igjen < 0:  # cells may say that they cover more than there is
                høyde = bredde = 1
            for r in range(c.rad, c.rad + høyde):
                for k in range(c.kolonne, c.kolonne + bredde):
                    self.ruter.setdefault((r, k), rute)
        self.rader = max((r for r, _ in self.ruter), default=-1) + 1
        self.kolonner = max((k for _, k in self.ruter), default=-1) + 1

    def __getitem__(self, plass: tuple[int, int]) -> Rute | None:
        return self.ruter.get(plass)

    def tekst(self, rad: int, kolonne: int) -> str:
        """Return what stands in a cell, "" where there is none."""
        rute = self.ruter.get((rad, kolonne))
        return rute.tekst if rute else ""

    def snudd(self) -> Tabell:
        """Return the table with its rows as columns."""
        snudd = {}
        for (r, k), rute in self.egne.items():
            c = rute.celle
            snudd[k, r] = rute._replace(
                celle=c._replace(rad=c.kolonne, kolonne=c.rad, rader=c.kolonner, kolonner=c.rader)
            )
        return Tabell(snudd)

    def rad(self, rad: int) -> list[str]:
        """Return the texts of a row."""
        return [self.tekst(rad, k) for k in range(self.kolonner)]


def utsnittene(blokk: Avsnitt | Tabell) -> list[Utsnitt]:
    """Return the stretches of text in a block."""
    if isinstance(blokk, Avsnitt):
        return [blokk.tekst]
    return [u for rute in blokk.egne.values() for u in rute.utsnitt]


def fortsettelse(over: Tabell, tabell: Tabell) -> Tabell | None:
    """Return a table with the head of the one right over it, when it goes on with that on a new page; else None."""
    if tabell.kolonner != over.kolonner or over.rader < 2 or tabell.rad(0) == over.rad(0):
        return None
    hode = {(0, k): rute for (r, k), rute in over.egne.items() if r == 0}
    if len(hode) != over.kolonner or any(len(rute.tekst) > 40 for rute in hode.values()):
        return None
    under = {
        (r + 1, k): rute._replace(celle=rute.celle._replace(rad=rute.celle.rad + 1))
        for (r, k), rute in tabell.egne.items()
    }
    return Tabell(hode | under)


def uten_første_rad(tabell: Tabell) -> Tabell:
    """Return a table without its first row, which no cell goes on from."""
    return Tabell(
        {
            (r - 1, k): rute._replace(celle=rute.celle._replace(rad=rute.celle.rad - 1))
            for (r, k), rute in tabell.egne.items()
            if r
        }
    )


def med_ett_hode(tabell: Tabell) -> Tabell:
    """Return a table whose head is two rows, with words over several of its columns in the first, with the second.

    Some of the words over the columns cover both rows, or the source marks both as the head.
    """
    if tabell.rader < _FLEST_HODER + 1 or tabell.kolonner <= _FLEST_HODER:
        return tabell
    to = [(tabell[0, k], tabell[1, k]) for k in range(tabell.kolonner)]
    over_begge = [en is not None and en is under for en, under in to]
    over_flere = [en is not None and en.celle.kolonner > 1 and en.celle.rader == 1 for en, _ in to]
    merket = all(en is not None and under is not None and en.celle.hode and under.celle.hode for en, under in to)
    if not any(over_flere) or not all(b or f or merket for b, f in zip(over_begge, over_flere, strict=True)):
        return tabell
    if not (any(over_begge) or merket):
        return tabell
    ruter: dict[tuple[int, int], Rute] = {}
    for (r, k), rute in tabell.egne.items():
        c = rute.celle
        if r == 0 and c.rader > 1:
            ruter[0, k] = rute._replace(celle=c._replace(rader=c.rader - 1))
        elif r:
            ruter[r - 1, k] = rute._replace(celle=c._replace(rad=r - 1))
    return Tabell(ruter)


_FLEST_HODER = 2


def uten_rader(tabell: Tabell, borte: set[int]) -> Tabell:
    """Return a table without some rows, as it is when a cell of one goes on in the next."""
    egne = tabell.egne.values()
    if not borte or any(rute.celle.rader > 1 and rute.celle.rad in borte for rute in egne):
        return tabell
    if any(r in borte and rute.celle.rad < r for (r, _), rute in tabell.ruter.items()):
        return tabell
    ny = {r: r - sum(b < r for b in borte) for r in range(tabell.rader)}
    return Tabell(
        {
            (ny[r], k): rute._replace(celle=rute.celle._replace(rad=ny[r]))
            for (r, k), rute in tabell.egne.items()
            if r not in borte
        }
    )


_LENGSTE_MERKE = 60
"""Characters of a label in the first of two columns."""


def med_fortsettelser(tabell: Tabell) -> Tabell:
    """Return a table of labels in which what stands beside no label, is in the cell over it: it goes on with that."""
    if tabell.kolonner != 2 or any(rute.celle.rader > 1 or rute.celle.kolonner > 1 for rute in tabell.egne.values()):
        return tabell
    uten = {r for r in range(1, tabell.rader) if not tabell.tekst(r, 0) and tabell.tekst(r, 1)}
    merker = [tabell.tekst(r, 0) for r in range(tabell.rader) if r not in uten]
    if not uten or 2 * len(uten) >= tabell.rader or not all(0 < len(m) <= _LENGSTE_MERKE for m in merker):
        return tabell
    egne = dict(tabell.egne)
    over = 0
    for r in range(tabell.rader):
        rute, ovenfor = tabell[r, 1], egne.get((over, 1))
        if r not in uten:
            over = r
        elif rute is not None and ovenfor is not None and ovenfor.tekst:
            egne[over, 1] = ovenfor._replace(utsnitt=(*ovenfor.utsnitt, *rute.utsnitt))
            egne.pop((r, 0), None)
            egne.pop((r, 1))
    tomme = uten - {r for r, _ in egne}
    return uten_rader(Tabell(egne), tomme) if tomme else tabell


def hele(linje: Linje) -> Utsnitt:
    """Return a line as a stretch of text; its asides are space, as no rule is to read them."""
    return Utsnitt(linje.nr, 0, uten_innskudd(uten_kantstøy(som_lest(linje.tekst))))


def uten_feil(linje: Linje, linjer: Mapping[int, Linje]) -> Utsnitt:
    """Return a line with space for what a note to it corrects too."""
    s = hele(linje).s
    for fra, til in rettet(linje, linjer):
        s = s[:fra] + " " * (til - fra) + s[til:]
    return Utsnitt(linje.nr, 0, s)


_TABULATOR = senere(r"\t+")
_LENGSTE_CELLE = 70
"""Characters of a cell in a table that is made by tabs; what is longer is running text."""


def _celler(linje: Linje) -> list[tuple[int, int]]:
    """Return where the cells of a line are that tabs part; a tab first in the line is an empty cell."""
    if "\n" in linje.tekst or re.match(r"\s*(?:[-–•*]|\(?\w{1,2}[).]|\d+(?:\.\d+)*\.?)\t", linje.tekst):
        return []
    celler, slutt = [], 0
    skille = _TABULATOR if "\t" in linje.tekst else PRIKKER
    for treff in skille.finditer(linje.tekst):
        celler.append((slutt, treff.start()))
        slutt = treff.end()
    celler.append((slutt, len(linje.tekst)))
    while celler and not linje.tekst[slice(*celler[-1])].strip():
        celler.pop()
    return celler if all(til - fra <= _LENGSTE_CELLE for fra, til in celler) else []


def _med_tabulatorer(linjer: list[Linje], nummer: int) -> Tabell | None:
    """Return the table that lines with as many tabs each are; None when they are too few, or too alike labels."""
    rader = [_celler(linje) for linje in linjer]
    kolonner = len(rader[0])
    # A row that has nothing in its first cell, as under a party, has lost the tab that it began with; the others
    # have nothing in their last.
    egne = [linje.tekst.startswith("\t") or linje.tekst.rstrip(" ").endswith("\t") for linje in linjer]
    rader = [[(0, 0), *rad] if len(rad) < kolonner and not egen else rad for rad, egen in zip(rader, egne, strict=True)]
    if kolonner < 2 or len(rader) < (3 if kolonner == 2 else 2):
        return None
    første = [linje.tekst[slice(*rad[0])].strip() for linje, rad in zip(linjer, rader, strict=True)]
    if kolonner == 2 and (not all(første) or any(en.endswith(":") for en in første)):
        return None
    ruter: dict[tuple[int, int], Rute] = {}
    for r, (linje, rad) in enumerate(zip(linjer, rader, strict=True)):
        u = hele(linje)
        for k, (fra, til) in enumerate(rad):
            if del_ := u.del_(fra, til):
                ruter[r, k] = Rute((del_,), Celle(nummer, r, k))
    return Tabell(ruter)


def _ordlister(blokker: list[Linje | Tabell]) -> Iterator[Linje | Tabell]:
    """Return the blocks with the terms of a web page and what is said of each as tables of two columns."""
    par: list[tuple[Linje, list[Linje]]] = []
    for blokk in [*blokker, None]:
        stil = blokk.stil if isinstance(blokk, Linje) and not blokk.celle else ""
        if stil == "dt" and isinstance(blokk, Linje):
            par.append((blokk, []))
        elif stil == "dd" and par and isinstance(blokk, Linje):
            par[-1][1].append(blokk)
        else:
            if par:
                nummer = -par[0][0].nr - 1
                ruter = {(r, 0): Rute((hele(ord_),), Celle(nummer, r, 0)) for r, (ord_, _) in enumerate(par)}
                ruter |= {
                    (r, 1): Rute(tuple(map(hele, om)), Celle(nummer, r, 1)) for r, (_, om) in enumerate(par) if om
                }
                yield Tabell(ruter)
                par = []
            if blokk is not None:
                yield blokk


def tabulert(blokker: list[Linje | Tabell]) -> Iterator[Linje | Tabell]:
    """Return the blocks with the lines that tabs make columns of as tables."""
    gruppe: list[Linje] = []
    for blokk in [*_ordlister(blokker), None]:
        antall = len(_celler(blokk)) if isinstance(blokk, Linje) and blokk.hvor is Del.TEKST and not blokk.nivå else 0
        hel = len(_celler(gruppe[0])) if gruppe else 0
        if gruppe and antall != hel and not (hel > 2 and antall == hel - 1):
            tabell = _med_tabulatorer(gruppe, -gruppe[0].nr - 1)
            yield from (tabell,) if tabell else gruppe
            gruppe = []
        if antall >= 2 and isinstance(blokk, Linje):
            gruppe.append(blokk)
        elif blokk is not None:
            yield blokk


def blokkene(kilde: Kilde) -> Iterator[Linje | Tabell]:
    """Return the lines that stand in no table, and the tables, each where its first line stood."""
    celler: dict[int, dict[tuple[int, int], list[Linje]]] = {}
    for linje in kilde.linjer:
        if linje.celle:
            celler.setdefault(linje.celle.tabell, {}).setdefault((linje.celle.rad, linje.celle.kolonne), []).append(
                linje
            )
    sett: set[int] = set()
    for linje in kilde.linjer:
        if linje.celle is None:
            yield linje
        elif linje.celle.tabell not in sett:
            sett.add(linje.celle.tabell)
            ruter = {
                plass: Rute(tuple(u for u in map(hele, linjer)), linjer[0].celle or linje.celle)
                for plass, linjer in celler[linje.celle.tabell].items()
            }
            tabell = Tabell(ruter)
            # A box round text, or what is larger than any table of an agreement.
            if tabell.kolonner == 1 or tabell.rader * tabell.kolonner > _FLEST_RUTER:
                yield from (en._replace(celle=None) for rute in celler[linje.celle.tabell].values() for en in rute)
            else:
                yield med_fortsettelser(tabell)

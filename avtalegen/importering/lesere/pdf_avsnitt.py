"""The rows of a column as paragraphs, and as tables that are nothing but columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from avtalegen.importering.lesere.linjeskift import MERKE, Ordliste
from avtalegen.importering.lesere.pdf_rader import Rad, rader
from avtalegen.importering.lesere.pdf_ruter import Rutenett
from avtalegen.importering.lesere.pdf_tolk import Ord
from avtalegen.importering.lesere.utkast import Rute, Utkast, Utseende

_LUFT = 1.45  # of the usual distance between rows: more is between paragraphs
_SMALEST = 1.2  # of the size: what is blank between two columns of a table
_CM = 2.54 / 72
_STØRRE = 1.12  # times the usual size: larger is told


class Avsnittsleser:
    """Makes lines of the rows of a column. `linje` is how many rows of the page have been read."""

    def __init__(self, ordliste: Ordliste, vanlig: float, side: int, linje: int) -> None:
        self.utkast: list[Utkast] = []
        self._ordliste = ordliste
        self._vanlig = vanlig
        self._side = side
        self.linje = linje

    def les(self, spalte: Sequence[Rad], nett: dict[int, list[Ord]], tabeller: int) -> int:
        """Read a column; `nett` has the words of each table that is drawn. Returns how many tables there are now."""
        venstre = min((rad.x0 for rad in spalte if rad.ord), default=0.0)
        høyre = max((rad.x1 for rad in spalte if rad.ord), default=0.0)
        n, prosa = 0, list[Rad]()
        while n < len(spalte):
            rad = spalte[n]
            antall = 0 if rad.nett else _i_kolonner(spalte[n:])
            if not rad.nett and not antall:
                prosa.append(rad)
                n += 1
                continue
            self._prosa(prosa, venstre, høyre)
            prosa = []
            if rad.nett:
                self.linje += 1
                self._tegnet(rad.nett, nett.get(id(rad.nett), []), tabeller)
            else:
                self._kolonner(spalte[n : n + antall], tabeller)
            tabeller += 1
            n += max(antall, 1)
        self._prosa(prosa, venstre, høyre)
        return tabeller

    def _prosa(self, noen: Sequence[Rad], venstre: float, høyre: float, rute: Rute | None = None) -> None:
        """Read rows of text between two edges."""
        avstand = _avstand(noen)
        forrige: Rad | None = None
        u: Utkast | None = None
        for rad in noen:
            self.linje += 1
            if u and forrige and self._fortsetter(forrige, rad, høyre, avstand):
                self._skjøt(u, rad)
            else:
                u = Utkast(side=self._side, linje=self.linje, rute=rute)
                u.innrykk = 0.0 if rute else round(max(rad.x0 - venstre, 0.0) * _CM, 1)
                if rad.størrelse > _STØRRE * self._vanlig:
                    u.stil = f"{rad.størrelse:g} punkt"
                self.utkast.append(u)
                _legg(u, rad)
            forrige = rad

    def _fortsetter(self, forrige: Rad, rad: Rad, høyre: float, avstand: float) -> bool:
        """Tell whether a row goes on from the one above it: that had no room for its first word."""
        if abs(forrige.størrelse - rad.størrelse) > 0.08 * rad.størrelse or MERKE.match(_tekst(rad)):
            return False
        if forrige.y - rad.y > _LUFT * avstand or all(o.fet for o in forrige.ord) != all(o.fet for o in rad.ord):
            return False
        første = rad.ord[0]
        bredde = første.x1 - første.x0
        if "-" in første.tekst[:-1]:
            bredde *= (første.tekst.index("-") + 1) / len(første.tekst)
        plass = høyre - forrige.x1 - 0.2 * forrige.størrelse
        delt = forrige.ord[-1].tekst.endswith(("-", "\u00ad")) and rad.ord[0].tekst[:1].islower()
        return bredde > plass or delt

    def _skjøt(self, u: Utkast, rad: Rad) -> None:
        før = "".join(tekst for tekst, _ in u.stykker)
        bort, mellom = self._ordliste.overgang(før, _tekst(rad))
        if bort:
            tekst, utseende = u.stykker.pop()
            u.stykker.append((tekst[:-bort], utseende))
        if mellom:
            u.legg(mellom, u.stykker[-1][1])
        _legg(u, rad)

    def over(self, andre: list[Utkast]) -> None:
        """Put the first paragraph of a column or a page to the last of the one before, when that ends midway."""
        siste, første = next((u for u in reversed(andre) if u.tekst), None), self.utkast[0] if self.utkast else None
        if siste is None or første is None or siste.rute or første.rute or første.stil or siste.stil:
            return
        if MERKE.match(første.tekst) or not første.tekst[:1].islower() or siste.tekst.endswith((".", ":", "!", "?")):
            return
        bort, mellom = self._ordliste.overgang(siste.tekst, første.tekst)
        if bort and siste.stykker:
            tekst, utseende = siste.stykker.pop()
            siste.stykker.append((tekst[:-bort], utseende))
        if mellom:
            siste.legg(mellom)
        siste.stykker += første.stykker
        del self.utkast[0]

    def _tegnet(self, nett: Rutenett, ord_: Sequence[Ord], nr: int) -> None:
        for ramme in nett.rammer:
            i_ruten = [o for o in ord_ if ramme.har(o)]
            if i_ruten:
                rute = Rute(nr, ramme.rad, ramme.kolonne, ramme.rader, ramme.kolonner)
                egne = rader(i_ruten)
                luft = max(min(o.x0 for o in i_ruten) - ramme.x0, 1.0)
                # In a cell that is centred, what is blank on the left is on the right too.
                self._prosa(egne, ramme.x0, ramme.x1 - min(luft, 8.0), rute)

    def _kolonner(self, noen: Sequence[Rad], nr: int) -> None:
        grenser = _grenser(noen)
        åpne: dict[int, Utkast] = {}
        nummer = -1
        forrige: Rad | None = None
        for rad in noen:
            self.linje += 1
            celler: dict[int, list[Ord]] = {}
            for o in rad.ord:
                celler.setdefault(sum(o.x0 >= g - 1 for g in grenser), []).append(o)
            fortsetter = forrige is not None and 0 not in celler and _tett(forrige, rad)
            if not fortsetter:
                nummer += 1
                åpne = {}
            for kolonne, ord_ in sorted(celler.items()):
                egen = Rad(rad.y, ord_)
                if fortsetter and kolonne in åpne:
                    self._skjøt(åpne[kolonne], egen)
                    continue
                u = åpne[kolonne] = Utkast(side=self._side, linje=self.linje, rute=Rute(nr, nummer, kolonne))
                _legg(u, egen)
                self.utkast.append(u)
            forrige = rad


def radtekst(rad: Rad) -> str:
    """Return what a row says, with a tab where it is more than a space between words."""
    return "\t".join(_tekst(Rad(rad.y, bit)) for bit in rad.biter())


def _tekst(rad: Rad) -> str:
    return "".join(_med_luft(rad.ord))


def _med_luft(ord_: Sequence[Ord]) -> Iterator[str]:
    for før, o in zip([None, *ord_], ord_, strict=False):
        luft = før is not None and (o.luft or o.x0 - før.x1 > 0.18 * o.størrelse)
        yield f" {o.tekst}" if luft else o.tekst


def _legg(u: Utkast, rad: Rad) -> None:
    """Add a row to a line; what is between two words looks as they do when they look alike."""
    sist: Utseende | None = None
    for o, tekst in zip(rad.ord, _med_luft(rad.ord), strict=True):
        nå = Utseende(o.fet, o.kursiv)
        mellom = " " if tekst[0] == " " and sist not in (None, nå) else ""
        u.legg(mellom)
        u.legg(tekst[len(mellom) :], nå)
        sist = nå


def _avstand(noen: Sequence[Rad]) -> float:
    avstander = [a.y - b.y for a, b in pairwise(noen) if a.y > b.y]
    størst = max((rad.størrelse for rad in noen), default=10.0)
    tette = [avstand for avstand in avstander if avstand < 2.2 * størst]
    return median(tette) if len(tette) > 3 else min(tette, default=1.2 * størst)


def _tett(forrige: Rad, rad: Rad) -> bool:
    return forrige.y - rad.y < 1.5 * rad.størrelse


def _grenser(noen: Sequence[Rad]) -> list[float]:
    """Return where the columns of these rows begin, but the first."""
    størrelse = median(rad.størrelse for rad in noen)
    dekket: list[list[float]] = []
    for o in sorted((o for rad in noen for o in rad.ord), key=lambda o: o.x0):
        if dekket and o.x0 - dekket[-1][1] < _SMALEST * størrelse:
            dekket[-1][1] = max(dekket[-1][1], o.x1)
        else:
            dekket.append([o.x0, o.x1])
    return [fra for fra, _ in dekket[1:]]


def _i_kolonner(noen: Sequence[Rad]) -> int:
    """Return how many of these rows, from the first, are the rows of one table; 0 for none."""
    if not noen[0].ord or len(noen[0].biter()) < 2:
        return 0
    antall = med_flere = 1
    kolonner = len(_grenser(noen[:1]))
    for n in range(1, len(noen)):
        rad = noen[n]
        if rad.nett or noen[n - 1].y - rad.y > 3.5 * rad.størrelse:
            break
        nå = len(_grenser(noen[: n + 1]))
        flere = len(rad.biter()) > 1
        if nå < 1 or (nå < kolonner and (not flere or med_flere > 2)):
            break
        kolonner = nå if med_flere < 3 else max(nå, kolonner)
        if flere:
            med_flere, antall = med_flere + 1, n + 1
        elif rad.x0 > _grenser(noen[: n + 1])[0] - 1 and _tett(noen[n - 1], rad):
            antall = n + 1
        elif not _tett(noen[n - 1], rad):
            break
    return antall if med_flere > 1 else 0

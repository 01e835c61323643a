"""The rows of a column as paragraphs, and as tables that are nothing but columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from avtalegen.importering.kilde import Del
from avtalegen.importering.lesere.linjeskift import LEDER, MERKE, STREKER, Ordliste, er_punkt
from avtalegen.importering.lesere.pdf_rader import Rad, merk_spredte, rader
from avtalegen.importering.lesere.pdf_ruter import Rutenett
from avtalegen.importering.lesere.pdf_tolk import Ord
from avtalegen.importering.lesere.utkast import VANLIG, Rute, Utkast, Utseende
from avtalegen.modell.senere import senere

_LUFT = 1.18  # of the usual distance between rows: more is between paragraphs
_LITE = 1.2  # points: so much more is between paragraphs too, where a sentence ends
_SMALEST = 1.2  # of the size: what is blank between two columns of a table
_ENSOMME = 4  # rows of a table, one after the other, with only one cell
_ULIK = 0.25  # of the size: a row that differs by more is of no table with the others
_OVERSKRIFTSNUMMER = senere(r"\d{1,2}|[IVX]{1,5}|§")
_HOLDER = frozenset({"§", "§§", "kl.", "nr."})
_RETT_UNDER = 1.5  # points
_CM = 2.54 / 72
_I_TEKSTEN, _NOK, _KORTERE = 5, 6, 5
"""Words of a row of running text, and rows of it, at least, to tell how wide it is; how much shorter one may be."""
_STØRRE = 1.12  # times the usual size: larger is told


class Avsnittsleser:
    """Makes lines of the rows of a column. `linje` is how many rows of the page have been read."""

    def __init__(self, ordliste: Ordliste, vanlig: float, avstand: float, side: int, linje: int) -> None:
        self.utkast: list[Utkast] = []
        self._ordliste = ordliste
        self._vanlig = vanlig
        self._avstand = avstand
        self._side = side
        self.linje = linje

    def les(self, spalte: Sequence[Rad], nett: dict[int, list[Ord]], tabeller: int) -> int:
        """Read a column; `nett` has the words of each table that is drawn. Returns how many tables there are now."""
        venstre = min((rad.x0 for rad in spalte if rad.ord), default=0.0)
        høyre = max((max(rad.x1, rad.kant) for rad in spalte if rad.ord), default=0.0)
        merk_spredte(spalte)
        # What stands out to the right, as the place and the day over a letter, tells nothing of where lines are full.
        full = min(høyre, _full_linje(spalte, høyre))
        n, prosa = 0, list[Rad]()
        while n < len(spalte):
            rad = spalte[n]
            antall = 0 if rad.nett else _i_kolonner(spalte[n:])
            if not rad.nett and not antall:
                prosa.append(rad)
                n += 1
                continue
            self._prosa(prosa, venstre, full)
            prosa = []
            if rad.nett:
                self.linje += 1
                self._tegnet(rad.nett, nett.get(id(rad.nett), []), tabeller)
            else:
                self._kolonner(spalte[n : n + antall], tabeller, høyre)
            tabeller += 1
            n += max(antall, 1)
        self._prosa(prosa, venstre, full)
        return tabeller

    def _prosa(self, noen: Sequence[Rad], venstre: float, høyre: float, rute: Rute | None = None) -> None:
        """Read rows of text between two edges."""
        forrige: Rad | None = None
        u: Utkast | None = None
        henger: float | None = None
        for rad in noen:
            self.linje += 1
            if u and forrige and self._fortsetter(forrige, rad, høyre, 0.6 if rute else 0.2, henger):
                midt_i = rute is not None and _delt_ord(forrige, rad, høyre)
                midt_i = midt_i and not self._ordliste.flere(rad.ord[0].tekst)
                skjøt(u, forrige, rad, self._ordliste, midt_i_ordet=midt_i)
            else:
                u = Utkast(side=self._side, linje=self.linje, rute=rute)
                u.innrykk = 0.0 if rute else round(max(rad.x0 - venstre, 0.0) * _CM, 1)
                if LEDER.search(_tekst(rad)):
                    u.hvor = Del.INNHOLDSFORTEGNELSE
                if rad.størrelse > _STØRRE * self._vanlig:
                    u.stil = f"{rad.størrelse:g} punkt"
                self.utkast.append(u)
                legg(u, rad)
                henger = _henger(rad)
            forrige = rad

    def _fortsetter(
        self, forrige: Rad, rad: Rad, høyre: float, slingring: float = 0.2, henger: float | None = None
    ) -> bool:
        """Tell whether a row goes on from the one above it: that had no room for its first word.

        `henger` is where the text of an item begins, after its mark: what begins under it, is more of it.
        """
        før, nå = _tekst(forrige), _tekst(rad)
        if abs(forrige.størrelse - rad.størrelse) > 0.08 * rad.størrelse or er_punkt(nå, før):
            return False
        if LEDER.search(før) or any(map(STREKER.fullmatch, (før, nå))):
            return False
        luft, ferdig = forrige.y - rad.y - self._avstand * rad.størrelse, før.endswith((".", ":", "!", "?"))
        if luft > (_LUFT - 1) * self._avstand * rad.størrelse or (ferdig and luft > _LITE):
            return False
        if henger is not None and abs(rad.x0 - henger) < _RETT_UNDER:
            return True
        if all(o.fet for o in forrige.ord) != all(o.fet for o in rad.ord):
            return False
        if ferdig and rad.ord[0].fet and not forrige.ord[-1].fet:
            return False
        første = rad.ord[0]
        bredde = _holdt_sammen(rad) - første.x0
        if "-" in første.tekst[:-1]:
            bredde *= (første.tekst.index("-") + 1) / len(første.tekst)
        plass = høyre - forrige.x1 - slingring * forrige.størrelse
        delt = forrige.ord[-1].tekst.endswith(("-", "\u00ad")) and rad.ord[0].tekst[:1].islower()
        return bredde > plass or delt

    def over(self, andre: list[Utkast]) -> None:
        """Put the first paragraph of a column or a page to the last of the one before, when that ends midway."""
        siste, første = next((u for u in reversed(andre) if u.tekst), None), self.utkast[0] if self.utkast else None
        if siste is None or første is None or siste.rute or første.rute or første.stil or siste.stil:
            return
        if MERKE.match(første.tekst) or siste.tekst.endswith((".", ":", "!", "?")):
            return
        under = MERKE.match(siste.tekst) is not None and første.innrykk > siste.innrykk
        if not (under or første.tekst[:1].islower()):
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
        i_rutene: dict[int, list[Ord]] = {}
        for o in ord_:
            i_rutene.setdefault(nett.plass(o), []).append(o)
        for plass, ramme in enumerate(nett.rammer):
            if i_ruten := i_rutene.get(plass):
                rute = Rute(nr, ramme.rad, ramme.kolonne, ramme.rader, ramme.kolonner)
                egne = rader(i_ruten)
                luft = max(min(o.x0 for o in i_ruten) - ramme.x0, 1.0)
                # In a cell that is centred, what is blank on the left is on the right too.
                self._prosa(egne, ramme.x0, ramme.x1 - min(luft, 8.0), rute)

    def _kolonner(self, noen: Sequence[Rad], nr: int, høyre: float) -> None:
        grenser = _grenser(noen)
        åpne: dict[int, Utkast] = {}
        sist: dict[int, Rad] = {}
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
                slutt = grenser[kolonne] if kolonne < len(grenser) else høyre
                if fortsetter and kolonne in åpne and self._fortsetter(sist[kolonne], egen, slutt, 1.0):
                    skjøt(åpne[kolonne], sist[kolonne], egen, self._ordliste)
                else:
                    u = åpne[kolonne] = Utkast(side=self._side, linje=self.linje, rute=Rute(nr, nummer, kolonne))
                    legg(u, egen)
                    self.utkast.append(u)
                sist[kolonne] = egen
            forrige = rad


def _full_linje(spalte: Sequence[Rad], høyre: float) -> float:
    """Return where the lines of running text end, when most of them end near the same place; else the right edge."""
    i_teksten = [rad for rad in spalte if not rad.nett and len(rad.ord) >= _I_TEKSTEN and len(rad.biter()) == 1]
    full = max((rad.x1 for rad in i_teksten), default=høyre)
    fulle = sum(rad.x1 > full - _KORTERE * rad.størrelse for rad in i_teksten)
    return full if len(i_teksten) >= _NOK and 2 * fulle > len(i_teksten) else høyre


def _henger(rad: Rad) -> float | None:
    """Return where the text of an item begins, None for a row that begins with no mark."""
    return rad.ord[1].x0 if len(rad.ord) > 1 and MERKE.fullmatch(f"{rad.ord[0].tekst} ") else None


def _holdt_sammen(rad: Rad) -> float:
    """Return where the first word of a row ends, with what is never divided from it: «74 33 01 00», «100 %»."""
    til = rad.ord[0].x1
    for før, o in pairwise(rad.ord):
        if not ((før.tekst[-1:].isdigit() or før.tekst in _HOLDER) and (o.tekst[:1].isdigit() or o.tekst[:1] == "%")):
            break
        til = o.x1
    return til


def skjøt(u: Utkast, forrige: Rad, rad: Rad, ordliste: Ordliste, *, midt_i_ordet: bool = False) -> None:
    """Put a row to the line that the one before it is the end of."""
    midt_i_ordet = midt_i_ordet or _samme_adresse(forrige.ord[-1], rad.ord[0])
    bort, mellom = (0, "") if midt_i_ordet else ordliste.overgang(_tekst(forrige), _tekst(rad))
    if bort and u.stykker and u.stykker[-1][0].endswith(("-", "\u2010")):
        tekst, utseende = u.stykker.pop()
        u.stykker.append((tekst[:-bort], utseende))
    if mellom and u.stykker:
        u.legg(mellom, u.stykker[-1][1])
    legg(u, rad)


def _samme_adresse(sist: Ord, neste: Ord) -> bool:
    """Tell whether two words are an address that is broken, by where they lead."""
    return bool(sist.lenke) and sist.lenke == neste.lenke and f"{sist.tekst}{neste.tekst}" in sist.lenke


def radtekst(rad: Rad) -> str:
    """Return what a row says, with a tab where it is more than a space between words."""
    return "\t".join(_tekst(Rad(rad.y, bit)) for bit in rad.biter())


def _tekst(rad: Rad) -> str:
    return "".join(_med_luft(rad.ord))


def _med_luft(ord_: Sequence[Ord]) -> Iterator[str]:
    for før, o in zip([None, *ord_], ord_, strict=False):
        luft = før is not None and (o.luft or o.x0 - før.x1 > 0.18 * o.størrelse)
        yield f" {o.tekst}" if luft else o.tekst


def legg(u: Utkast, rad: Rad) -> None:
    """Add a row to a line, with a tab where it is more than a space; what is between like words looks like them."""
    sist: Utseende | None = None
    langt = {*accumulate(map(len, rad.biter()))}
    for nr, (o, tekst) in enumerate(zip(rad.ord, _med_luft(rad.ord), strict=True)):
        nå = Utseende(o.fet, o.kursiv, lenke=o.lenke)
        mellom = tekst[: len(tekst) - len(o.tekst)]
        u.legg("\t" if nr in langt else mellom, nå if sist == nå else VANLIG)
        u.legg(o.tekst, nå)
        sist = nå


def avstand(spalter: Iterable[Sequence[Rad]]) -> float:
    """Return how far it is from row to row in a paragraph, in sizes: what is usual under a row that is full."""
    funnet: Counter[float] = Counter()
    for spalte in spalter:
        høyre = max((max(rad.x1, rad.kant) for rad in spalte if rad.ord), default=0.0)
        for før, rad in pairwise(spalte):
            if not før.ord or not rad.ord or abs(før.størrelse - rad.størrelse) > 0.5 or før.y <= rad.y:
                continue
            sprang = round((før.y - rad.y) / rad.størrelse, 2)
            if 0.9 < sprang < 2.5:
                funnet[sprang] += 5 if før.x1 > høyre - 4 * før.størrelse else 1
    return max(funnet, key=lambda sprang: (funnet[sprang], -sprang), default=1.2)


def _delt_ord(forrige: Rad, rad: Rad, høyre: float) -> bool:
    """Tell whether a word was wider than its cell, and goes on in the next row."""
    alene = len(forrige.ord) == 1 and forrige.x1 > høyre - 0.7 * forrige.størrelse
    return alene and rad.ord[0].tekst[:1].islower() and forrige.ord[0].tekst[-1:].isalpha()


def _tett(forrige: Rad, rad: Rad) -> bool:
    return forrige.y - rad.y < 1.5 * rad.størrelse


def _grenser(noen: Sequence[Rad]) -> list[float]:
    """Return where the columns of these rows begin, but the first."""
    dekket: list[tuple[float, float]] = []
    for rad in noen:
        dekket = _dekket(dekket, rad)
    return [fra for fra, _ in dekket[1:]]


def _dekket(før: Sequence[tuple[float, float]], rad: Rad) -> list[tuple[float, float]]:
    """Return what a row and those before it cover from the left to the right: the columns that they may be of."""
    luke, ut = _SMALEST * rad.størrelse, list[tuple[float, float]]()
    for fra, til in sorted([*før, *((o.x0, o.x1) for o in rad.ord)]):
        if ut and fra - ut[-1][1] < luke:
            ut[-1] = ut[-1][0], max(ut[-1][1], til)
        else:
            ut.append((fra, til))
    return ut


def _har_celler(rad: Rad) -> bool:
    """Tell whether a row has something like columns in it, apart from what is after its mark or its number."""
    biter = rad.biter()
    merket = len(biter) > 1 and MERKE.fullmatch(_tekst(Rad(rad.y, biter[0])) + " ") is not None
    return len(biter) > 1 + (merket or _OVERSKRIFTSNUMMER.fullmatch(biter[0][-1].tekst) is not None)


def _i_kolonner(noen: Sequence[Rad]) -> int:
    """Return how many of these rows, from the first, are the rows of one table; 0 for none."""
    if not noen[0].ord or not _har_celler(noen[0]):
        return 0
    antall, med_flere, ensomme = 1, 1, 0
    dekket = _dekket([], noen[0])
    kolonner = len(dekket) - 1
    for n in range(1, len(noen)):
        rad = noen[n]
        if rad.nett or noen[n - 1].y - rad.y > 3.5 * rad.størrelse:
            break
        if abs(rad.størrelse - noen[0].størrelse) > _ULIK * rad.størrelse:
            break
        dekket = _dekket(dekket, rad)
        nå, flere = len(dekket) - 1, _har_celler(rad)
        ensomme = 0 if flere else ensomme + 1
        if nå < 1 or ensomme > _ENSOMME or (nå < kolonner and (not flere or med_flere > 2)):
            break
        kolonner = nå if med_flere < 3 else max(nå, kolonner)
        if flere:
            med_flere, antall = med_flere + 1, n + 1
        elif rad.x0 > dekket[1][0] - 1 and _tett(noen[n - 1], rad):
            antall = n + 1
        elif not _tett(noen[n - 1], rad):
            break
    return antall if med_flere > 1 else 0

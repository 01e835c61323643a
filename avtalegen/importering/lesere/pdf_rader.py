"""The words of a page as rows, and the rows in the order that they are read, column by column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median, median_high

from avtalegen.importering.lesere.pdf_ruter import Rutenett
from avtalegen.importering.lesere.pdf_tolk import Ord

_LIM = 0.18  # of the size: less between two pieces is no space
_SPALTELUKE = 1.4  # of the size: what is less may be a space in text that is spread out
_FÆRREST = 5  # rows of a column of text
_FÆRREST_ORD = 3  # of half of the rows of a column of text, at least
_FYLT = 0.6  # of the width of a column, that half of its rows at least are
_LANG = 12  # rows of a column of text that goes on in a short one beside it
_DYPEST = 4
_MARG = 0.3  # of the width of text and margin, that headings in the margin are no wider than
_NUMMER = re.compile(r"§|\d{1,2}(?:[.)]|\.\d+\.?)?$|[IVX]{1,5}\.?$|(?:Art|Kap|Pkt)")
_KANT = 1.5  # points: a row that ends so near the edge of its column, is spread out to it
_LIKT = 0.3  # of the size: the spaces of a row that is spread out differ by less


@dataclass(slots=True)
class Rad:
    """Words with one baseline, from the left; or a table that is drawn."""

    y: float
    ord: list[Ord] = field(default_factory=list)
    nett: Rutenett | None = None
    spredt: bool = False
    """Whether it is text that is spread out to both edges: what is between its words is but spaces."""
    kant: float = 0.0
    """How far its column goes, where the rows that it is read with don't tell."""

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.nett.x0 if self.nett else self.ord[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.nett.x1 if self.nett else max(o.x1 for o in self.ord)

    @property
    def størrelse(self) -> float:
        """The size of most of it."""
        return median(o.størrelse for o in self.ord) if self.ord else 10.0

    def biter(self) -> list[list[Ord]]:
        """Return the words in stretches with so much between them that it is no space."""
        if self.spredt:
            return [self.ord]
        mellom = [b.x0 - a.x1 for a, b in zip(self.ord, self.ord[1:], strict=False)]
        vanlig = median(mellom) if len(mellom) > 3 else 0.0
        biter = [[self.ord[0]]]
        for luke, o in zip(mellom, self.ord[1:], strict=True):
            if luke >= _SPALTELUKE * o.størrelse and luke > 2.2 * vanlig:
                biter.append([])
            biter[-1].append(o)
        return biter


def rader(ord_: Sequence[Ord]) -> list[Rad]:
    """Return the words as rows from the top; pieces of the same word are put together."""
    ut: list[Rad] = []
    for o in sorted(ord_, key=lambda o: (-o.y, o.x0)):
        for rad in reversed(ut[-3:]):
            if abs(rad.y - o.y) < 0.4 * max(o.størrelse, rad.ord[0].størrelse):
                rad.ord.append(o)
                break
        else:
            ut.append(Rad(o.y, [o]))
    for rad in ut:
        rad.ord = _limt(sorted(rad.ord, key=lambda o: o.x0))
        rad.y = _linjen(rad.ord)
    return ut


def _linjen(ord_: Sequence[Ord]) -> float:
    """Return the baseline of some words: that of the largest, which a small number above it isn't on."""
    return max(ord_, key=lambda o: (o.størrelse, o.x1 - o.x0)).y


def merk_spredte(spalte: Sequence[Rad]) -> None:
    """Mark the rows of a column that are spread out to both its edges, when most of those that fill it have no gap."""
    egne = [rad for rad in spalte if rad.ord]
    if len(egne) < _FÆRREST:
        return
    # What is wider than the column, as the title over it, is no part of it.
    høyre = median_high(sorted(rad.x1 for rad in egne)[len(egne) // 2 :])
    venstre = min(rad.x0 for rad in egne)
    fulle = [rad for rad in egne if rad.x0 < venstre + _KANT and abs(rad.x1 - høyre) < _KANT]
    luker = [(rad, [b.x0 - a.x1 for a, b in pairwise(rad.ord)]) for rad in fulle]
    vide = [(rad, en) for rad, en in luker if len(rad.biter()) > 1]
    if len(fulle) < _FÆRREST or 2 * len(vide) > len(fulle):
        return
    for rad, en in vide:
        rad.spredt = max(en) - min(en) < _LIKT * rad.størrelse


def _limt(ord_: list[Ord]) -> list[Ord]:
    ut: list[Ord] = []
    for o in ord_:
        sist = ut[-1] if ut else None
        # A word that looks another way is kept as it is: `tekst` puts no space before it.
        if sist and not o.luft and o.x0 - sist.x1 < _LIM * o.størrelse and _utseende(sist) == _utseende(o):
            ut[-1] = sist._replace(x1=max(o.x1, sist.x1), tekst=sist.tekst + o.tekst)
        else:
            ut.append(o)
    return ut


def _utseende(o: Ord) -> tuple[bool, bool, str]:
    return o.fet, o.kursiv, o.lenke


def i_rekkefølge(alle: Sequence[Rad], dybde: int = 0) -> Iterator[list[Rad]]:
    """Give the rows in the order that they are read: a column is read to its end before the next is begun."""
    kanter = _kanter(alle) if dybde < _DYPEST else []
    for kant in kanter:
        fra, til = _med_margtitler(alle, kant)
        if til > fra:
            yield from i_rekkefølge(alle[:fra], dybde + 1) if fra else ()
            yield from _titlene_først(alle[fra:til], kant)
            yield from i_rekkefølge(alle[til:], dybde + 1) if til < len(alle) else ()
            return
    for kant in kanter:
        fra, til = _spalter(alle, kant)
        if til <= fra:
            continue
        if fra:
            yield from i_rekkefølge(alle[:fra], dybde + 1)
        venstre, høyre = _delt(alle[fra:til], kant)
        yield from i_rekkefølge(venstre, dybde + 1)
        yield from i_rekkefølge(høyre, dybde + 1)
        if til < len(alle):
            yield from i_rekkefølge(alle[til:], dybde + 1)
        return
    fra, kant = _kort_siste(alle) if not dybde else (len(alle), 0.0)
    if fra < len(alle):
        if fra:
            yield from i_rekkefølge(alle[:fra], dybde + 1)
        yield from _delt(alle[fra:], kant)
    elif alle:
        yield [*alle]


def _med_margtitler(alle: Sequence[Rad], kant: float) -> tuple[int, int]:
    """Return the rows with headings to the left of an edge and their text to the right of it; the same for none."""
    for fra, til in _uten_kryss(alle, kant):
        siste = max((n for n in range(fra, til) if alle[n].x1 >= kant), default=fra - 1)
        if _er_margtitler(alle[fra : siste + 1], kant):
            return fra, siste + 1
    return 0, 0


def _er_margtitler(noen: Sequence[Rad], kant: float) -> bool:
    """Tell whether what stands to the left of an edge is headings, each beside the first row of its text.

    A label and its value is another thing: there the right side is as short as the left. Text in two columns has as
    many rows on both sides.
    """
    venstre, høyre = _delt(noen, kant)
    if not venstre or any(rad.nett for rad in noen) or not _er_tekst(høyre) or len(venstre) > len(høyre):
        return False
    bredde = max(rad.x1 for rad in høyre) - min(rad.x0 for rad in venstre)
    if max(rad.x1 for rad in venstre) - min(rad.x0 for rad in venstre) > _MARG * bredde:
        return False
    titler = _titler(venstre)
    første = {rad.y for rad in høyre}
    if not all(any(abs(tittel[0].y - y) < 0.3 * tittel[0].størrelse for y in første) for tittel in titler):
        return False
    # The first may be the rest of one on the page before.
    nummerert = [bool(_NUMMER.match(tittel[0].ord[0].tekst)) for tittel in titler]
    if nummerert[-1] and all(nummerert[1:]):
        return True
    fete = all(o.fet for rad in venstre for o in rad.ord) and not all(o.fet for rad in høyre for o in rad.ord)
    return fete and len(titler) > 1 and len(venstre) * 1.5 < len(høyre)


def _titler(venstre: Sequence[Rad]) -> list[list[Rad]]:
    """Return the rows of each heading: one begins where there is room above it, or with a number."""
    ut: list[list[Rad]] = []
    for rad in venstre:
        sist = ut[-1][-1] if ut else None
        if sist and sist.y - rad.y < 1.8 * rad.størrelse and not _NUMMER.match(rad.ord[0].tekst):
            ut[-1].append(rad)
        else:
            ut.append([rad])
    return ut


def _titlene_først(noen: Sequence[Rad], kant: float) -> Iterator[list[Rad]]:
    """Give each heading in the margin, and then its text."""
    venstre, høyre = _delt(noen, kant)
    titler = _titler(venstre)
    øverst = [tittel[0].y + 0.3 * tittel[0].størrelse for tittel in titler]
    # What is below each heading may be too little to tell where the column ends, and whether it is spread out.
    merk_spredte(høyre)
    for rad in høyre:
        rad.kant = max(andre.x1 for andre in høyre)
    if før := [rad for rad in høyre if rad.y > øverst[0]]:
        yield før
    for tittel, topp, neste in zip(titler, øverst, [*øverst[1:], float("-inf")], strict=True):
        yield tittel
        yield [rad for rad in høyre if neste < rad.y <= topp]


def _kort_siste(alle: Sequence[Rad]) -> tuple[int, float]:
    """Return where a column begins that goes on in a few rows at the top of the next, and the edge between the two.

    They are no table: the rows to the left are many, fill their column, and never reach the edge. (All of them: none.)
    """
    delte = [(nr, rad.biter()) for nr, rad in enumerate(alle) if rad.ord]
    fra = next((nr for nr, biter in delte if len(biter) > 1), len(alle))
    if fra == len(alle):
        return fra, 0.0
    kant = alle[fra].biter()[1][0].x0
    if any(_krysser(rad, kant) or rad.nett for rad in alle[fra:]):
        return len(alle), 0.0
    venstre, høyre = _delt(alle[fra:], kant)
    øverst = all(rad.x1 > kant for rad in alle[fra : fra + len(høyre)])
    ordnet = øverst and len(høyre) < _FÆRREST and all(abs(rad.x0 - kant) < _KANT for rad in høyre)
    smal = max(rad.x1 for rad in venstre) < kant - _KANT if venstre else False
    return (fra, kant) if ordnet and smal and len(venstre) >= _LANG and _er_tekst(venstre) else (len(alle), 0.0)


def _kanter(alle: Sequence[Rad]) -> list[float]:
    """Return where columns may begin: where many rows do, or go on after a gap."""
    steder: Counter[int] = Counter()
    første: dict[int, float] = {}
    for rad in alle:
        for bit in rad.biter() if rad.ord else ():
            sted = round(bit[0].x0 / 3)
            steder[sted] += 1
            første[sted] = min(første.get(sted, bit[0].x0), bit[0].x0)
    venstre = min((rad.x0 for rad in alle), default=0.0)
    return [
        første[sted] for sted, antall in steder.most_common(8) if antall >= _FÆRREST and første[sted] > venstre + 40
    ]


def _delt(noen: Sequence[Rad], kant: float) -> tuple[list[Rad], list[Rad]]:
    venstre: list[Rad] = []
    høyre: list[Rad] = []
    for rad in noen:
        if rad.nett:
            (venstre if (rad.x0 + rad.x1) / 2 < kant else høyre).append(rad)
            continue
        til_venstre = [o for o in rad.ord if o.x0 < kant - 2]
        til_høyre = [o for o in rad.ord if o.x0 >= kant - 2]
        if til_venstre:
            venstre.append(Rad(_linjen(til_venstre), til_venstre))
        if til_høyre:
            høyre.append(Rad(_linjen(til_høyre), til_høyre))
    return venstre, høyre


def _krysser(rad: Rad, kant: float) -> bool:
    if rad.nett:
        return rad.x0 < kant - 2 and rad.x1 > kant + 2
    return any(o.x0 < kant - 2 and o.x1 > kant - 0.7 * o.størrelse for o in rad.ord)


def _uten_kryss(alle: Sequence[Rad], kant: float) -> Iterator[tuple[int, int]]:
    """Give from and to of the rows, one after the other, that nothing crosses an edge in."""
    start = 0
    for slutt in range(len(alle) + 1):
        if slutt == len(alle) or _krysser(alle[slutt], kant):
            yield start, slutt
            start = slutt + 1


def _spalter(alle: Sequence[Rad], kant: float) -> tuple[int, int]:
    """Return the rows that stand in two columns of text on each side of an edge: from and to; the same for none."""
    beste = (0, 0)
    for fra, til in _uten_kryss(alle, kant):
        # What is above and below the text to the right of the edge, is no part of its columns.
        til_høyre = [n for n in range(fra, til) if alle[n].x1 > kant + 2]
        if not til_høyre:
            continue
        slutt = til
        while slutt > til_høyre[-1] + 1 and _luft(alle, slutt - 1):
            slutt -= 1
        if slutt - fra > beste[1] - beste[0] and all(map(_er_tekst, _delt(alle[fra:slutt], kant))):
            beste = fra, slutt
    return beste


def _luft(alle: Sequence[Rad], n: int) -> bool:
    return alle[n - 1].y - alle[n].y > 2 * alle[n].størrelse


def _er_tekst(spalte: list[Rad]) -> bool:
    """Tell whether rows fill a column as text does, and a column of a table doesn't."""
    med_ord = [rad for rad in spalte if rad.ord]
    if len(med_ord) < _FÆRREST:
        return False
    bredde = max(rad.x1 for rad in med_ord) - min(rad.x0 for rad in med_ord)
    fylt = median((rad.x1 - rad.x0) / max(bredde, 1.0) for rad in med_ord) > _FYLT
    return fylt and median(len(rad.ord) for rad in med_ord) >= _FÆRREST_ORD

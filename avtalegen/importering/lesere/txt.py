"""An old agreement as plain text: pages, paragraphs broken to fit the paper, and tables of spaces and tabs."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from avtalegen.importering.kilde import Del, Kilde
from avtalegen.importering.lesere import kolonner
from avtalegen.importering.lesere.feil import for_mye
from avtalegen.importering.lesere.justert import jevnet
from avtalegen.importering.lesere.linjeskift import LEDER, MERKE, PRIKKER, STREKER, Ordliste, er_punkt
from avtalegen.importering.lesere.sidekanter import Kant, kanter
from avtalegen.importering.lesere.utkast import MEST_LINJER, MEST_TEGN, Rute, Sløyfet, Utkast, ferdig, renset
from avtalegen.modell.senere import senere

_STREK = senere(r"[\s\-=~#*–—+|:]{4,}")
_CM_PER_TEGN = 0.2
_SMALEST, _BREDEST = 30, 140  # characters of a line that is broken to fit
_MED_MERKE = senere(r"\s*[A-ZÆØÅ][\wæøå /-]{2,30}:\s{2,}(?=\S)")
_SPERRET = senere(
    r"(?P<n>\s*(?:§ ?\d+[.:]?\s+|\d{1,2}(?:\.\d+)*[.:)]?\s+)?)"
    r"(?P<s>[^\W\d_](?: [^\W\d_]){2,}(?: ?[-:.])?(?: {2,}[^\W\d_](?: [^\W\d_]){0,30}(?: ?[-:.])?){0,12})"
)
"""A line whose letters are spread out, after its number: «A V T A L E   O M   S L T»."""
_KORTEST, _LENGSTE_ORD = 9, 24  # characters of words that are spread out: more have a larger space between some of them
_SLUTT = (".", ":", "!", "?", ";")
_DAGEN = senere(
    r"\d{1,2}\. ?(?:jan|febr?|mar|apr|mai|juni?|juli?|aug|sept?|okt|nov|des)[a-z]*\b(?! *[:–-])", re.IGNORECASE
)
_ÅRET = senere(r"(?:19|20)\d\d(?:,| [a-zæøå])")
_SIDE = senere(r"\bside:?\s+\d+", re.IGNORECASE)


class _Linje(NamedTuple):
    """A line of the file: its number, the page, and the text without what is blank at its end."""

    nr: int
    side: int | None
    tekst: str

    @property
    def innrykk(self) -> int:
        bred = self.tekst.expandtabs(8)
        return len(bred) - len(bred.lstrip())


def les(tekst: str, navn: str) -> Kilde:
    """Return the agreement in a plain text. Raises `KildeFeil` when there is too much of it."""
    if len(tekst) > MEST_TEGN or tekst.count("\n") > MEST_LINJER:
        raise for_mye()
    sider = _sider(tekst)
    return _Leser(sider).kilde(navn)


def _sider(tekst: str) -> list[list[_Linje]]:
    """Return the lines of each page: those between form feeds, else those that a line with a page number begins."""
    tekst = re.sub("\r\n?", "\n", tekst)
    flere = "\f" in tekst.strip()
    sider: list[list[_Linje]] = [[]]
    for nr, rå in enumerate(tekst.split("\n"), 1):
        for plass, bit in enumerate(rå.split("\f")):
            if plass:
                sider.append([])
            sider[-1].append(_Linje(nr, len(sider) if flere else None, _tettet(renset(bit).rstrip())))
    sider = [side for side in sider if any(linje.tekst for linje in side)]
    return sider if flere or not sider else [*_delt(sider[0])]


def _tettet(linje: str) -> str:
    """Return a line without what is blank between its letters, where those of its words are spread out."""
    treff = _SPERRET.fullmatch(linje)
    if treff is None or len(treff["s"]) < _KORTEST or (len(treff["s"]) > _LENGSTE_ORD and "  " not in treff["s"]):
        return linje
    return treff["n"] + " ".join(en.replace(" ", "") for en in re.split(r" {2,}", treff["s"]))


def _delt(linjer: list[_Linje]) -> Iterator[list[_Linje]]:
    """Give the pages of a text without form feeds, by the lines that say «side 2» and are alike but for the number."""
    like: dict[str, list[int]] = {}
    for plass, linje in enumerate(linjer):
        if _SIDE.search(linje.tekst):
            like.setdefault(re.sub(r"\d+", "#", " ".join(linje.tekst.split())), []).append(plass)
    steder = max(like.values(), key=len, default=[])
    if len(steder) < 2:
        yield linjer
        return
    før, etter = (sum(bool(linje.tekst) for linje in noen) for noen in (linjer[: steder[0]], linjer[steder[-1] + 1 :]))
    øverst = før < 3 and etter > 0
    grenser = [0, *(steder[1:] if øverst else (sted + 1 for sted in steder)), len(linjer)]
    side = 0
    for a, b in pairwise(grenser):
        if any(linje.tekst for linje in linjer[a:b]):
            side += 1
            yield [linje._replace(side=side) for linje in linjer[a:b]]


class _Leser:
    """A plain text while it is read."""

    def __init__(self, sider: list[list[_Linje]]) -> None:
        self._sider = sider
        self._sløyfet: list[Sløyfet] = []
        self._tabeller = 0
        self._utkast: list[Utkast] = []
        self._bredde = 0
        self._heng = 0
        """Where the text after the last label begins, when there is more than a space before it."""
        alle = [linje for side in sider for linje in side]
        self._ord = Ordliste(linje.tekst for linje in alle)
        jevne = jevnet([linje.tekst for linje in alle])
        self._jevnet = {alle[plass].nr: tekst for plass, tekst in jevne.items()}
        """The lines that are made even at both sides, with single spaces."""

    def kilde(self, navn: str) -> Kilde:
        """Return the source."""
        topp: list[Utkast] = []
        bunn: list[Utkast] = []
        kropper: list[list[_Linje]] = []
        funnet = kanter([[linje.tekst for linje in side] for side in self._sider])
        for side, kant in zip(self._sider, funnet, strict=True):
            kropp = []
            for linje, hva in zip(side, kant, strict=True):
                if hva is Kant.NEI:
                    kropp.append(linje)
                elif linje.tekst:
                    self._kant(linje, hva, topp, bunn)
            kropper.append(kropp)
        self._bredde = _bredde(kropper, self._jevnet)
        for kropp in kropper:
            antall = len(self._utkast)
            for blokk in _blokker(kropp):
                self._blokk(blokk)
            self._over_sideskiftet(antall)
        siste = max((linje.side or 0 for side in self._sider for linje in side), default=0)
        return ferdig(navn, "txt", [*topp, *self._utkast], {}, bunn, self._sløyfet, siste or None)

    def _kant(self, linje: _Linje, hva: Kant, topp: list[Utkast], bunn: list[Utkast]) -> None:
        øverst = hva in (Kant.TOPP, Kant.TOPP_IGJEN)
        u = Utkast(Del.TOPPTEKST if øverst else Del.BUNNTEKST, linje.side, linje.nr)
        u.legg(linje.tekst)
        if _STREK.fullmatch(linje.tekst):
            self._sløyfet.append(Sløyfet(linje.tekst, u, "strek"))
        elif hva in (Kant.TOPP_IGJEN, Kant.BUNN_IGJEN):
            self._sløyfet.append(Sløyfet(linje.tekst, u, f"{u.hvor.value} som står på flere sider"))
        else:
            (topp if øverst else bunn).append(u)

    def _blokk(self, blokk: Sequence[_Linje]) -> None:
        """Read lines with nothing blank between them."""
        nr, åpent = 0, None
        # A rule under the words over the columns is no part of any of them.
        uten = ["" if _STREK.fullmatch(en.tekst) else self._jevnet.get(en.nr, en.tekst) for en in blokk]
        while nr < len(blokk):
            linje = blokk[nr]
            if _STREK.fullmatch(linje.tekst):
                self._strek(linje)
                nr, åpent = nr + 1, None
            elif "|" in linje.tekst and (antall := _med_streker(blokk[nr:])) > 1:
                self._tabell(blokk[nr : nr + antall], [_rute_rad(en.tekst) for en in blokk[nr : nr + antall]])
                nr, åpent = nr + antall, None
            elif antall := kolonner.lengste(uten[nr:]):
                self._tabell(blokk[nr : nr + antall], kolonner.rader(uten[nr : nr + antall]) or [])
                nr, åpent = nr + antall, None
            else:
                åpent = self._prosa(linje, åpent, blokk[nr - 1] if nr else None)
                nr += 1

    def _strek(self, linje: _Linje) -> None:
        """Take in a rule; right under a line, it makes that a heading."""
        forrige = self._utkast[-1] if self._utkast else None
        if forrige and forrige.linje == linje.nr - 1 and forrige.rute is None:
            forrige.stil = "understreket"
        self._sløyfet.append(Sløyfet(linje.tekst, Utkast(side=linje.side, linje=linje.nr), "strek"))

    def _tabell(self, linjer: Sequence[_Linje], rader: Sequence[kolonner.Rad]) -> None:
        if kolonner.er_innhold(rader):
            for linje in linjer:
                u = Utkast(Del.INNHOLDSFORTEGNELSE, linje.side, linje.nr)
                u.legg(linje.tekst)
                self._utkast.append(u)
            return
        if kolonner.ledet(rader):
            leder = Utkast(side=linjer[0].side, linje=linjer[0].nr)
            leder.legg(rader[0][0])
            self._utkast.append(leder)
            rader = [celler[1:] for celler in rader]
        rad, over = 0, list[Utkast]()
        for linje, celler in zip(linjer, rader, strict=True):
            if not any(celler):
                self._strek(linje)
                over = []
                continue
            if kolonner.fortsetter(tuple(u.tekst for u in over), celler):
                for u, tekst in zip(over, celler, strict=True):
                    if tekst:
                        self._skjøt(u, tekst)
                continue
            over = []
            for kolonne, tekst in enumerate(celler):
                u = Utkast(side=linje.side, linje=linje.nr, rute=Rute(self._tabeller, rad, kolonne))
                u.legg(tekst)
                over.append(u)
            self._utkast += over
            rad += 1
        self._tabeller += 1

    def _prosa(self, linje: _Linje, åpent: Utkast | None, forrige: _Linje | None) -> Utkast:
        """Read a line that is no table: put it to the paragraph that is open, or begin one."""
        tekst = self._jevnet.get(linje.nr, linje.tekst).strip()
        if åpent and forrige and not _etter_punkt(åpent, forrige, linje) and self._fortsetter(forrige, linje):
            self._skjøt(åpent, tekst)
            return åpent
        u = Utkast(side=linje.side, linje=linje.nr, innrykk=round(linje.innrykk * _CM_PER_TEGN, 1))
        u.legg(tekst)
        if LEDER.search(linje.tekst):
            u.hvor = Del.INNHOLDSFORTEGNELSE
        self._utkast.append(u)
        if merke := _MED_MERKE.match(linje.tekst.expandtabs(8)):
            self._heng = merke.end()
        return u

    def _fortsetter(self, forrige: _Linje, linje: _Linje) -> bool:
        """Tell whether a line goes on from the one above it: that had no room for its first word, or ends midway."""
        tekst, neste = forrige.tekst.strip(), linje.tekst.strip()
        if not self._bredde or er_punkt(neste, tekst) or any(map(STREKER.fullmatch, (tekst, neste))):
            return False
        if any(map(PRIKKER.search, (tekst, neste))) or LEDER.search(tekst):
            return False
        if _AVKRYSSING.match(neste) or (_AVKRYSSING.match(tekst) and _ETIKETT.match(neste)):
            return False
        første = neste.split(maxsplit=1)[0].split("-")[0]
        henger = linje.innrykk > forrige.innrykk and tekst.endswith(",")
        dagen = _DAGEN.match(neste) is not None and (henger or not tekst.endswith((*_SLUTT, ",")))
        if MERKE.match(neste) and not dagen and len(forrige.tekst.expandtabs(8)) < 0.85 * self._bredde:
            return False
        if forrige.innrykk > linje.innrykk + 0.4 * self._bredde:
            return False  # what stands to the right, as a place and a date, is a line of its own
        if forrige.nr in self._jevnet:
            return True  # only what goes on is made even
        full = len(forrige.tekst.expandtabs(8)) + 1 + len(første) > self._bredde
        if not full and self._heng and linje.innrykk == self._heng:
            return False  # one thing on each line, under the first one after the label
        tallet = _ÅRET.match(neste) is not None and tekst[-1].isalpha()
        midt_i = (neste[0].islower() or dagen or tallet) and not tekst.endswith(_SLUTT)
        halv = len(forrige.tekst.expandtabs(8)) > 0.6 * self._bredde
        return full or (midt_i and (halv or tekst.endswith("-")))

    def _skjøt(self, u: Utkast, tekst: str) -> None:
        før, utseende = u.stykker.pop()
        bort, mellom = self._ord.overgang(før, tekst)
        u.stykker += [(før[: len(før) - bort], utseende), (f"{mellom}{tekst}", utseende)]

    def _over_sideskiftet(self, antall: int) -> None:
        """Put the first paragraph of a page to the last one of the page before, when that ends midway."""
        if not 0 < antall < len(self._utkast):
            return
        siste, første = self._utkast[antall - 1], self._utkast[antall]
        begge = siste.rute is None and første.rute is None and not MERKE.match(første.tekst)
        if begge and første.tekst[:1].islower() and not siste.tekst.endswith(_SLUTT):
            self._skjøt(siste, første.tekst)
            del self._utkast[antall]


_AVKRYSSING = senere(r"[A-ZÆØÅ][^:.?]{1,40}[:?].{0,20}(?:\[[ xX]?\]|\([ xX]?\)|[☐☒☑])|\s*(?:\[[ xX]?\]|[☐☒☑])\s")
_ETIKETT = senere(r"[A-ZÆØÅ][^:.?]{1,40}[:?](?:\s|$)")
"""A line of a form, with boxes beside its label, and one without."""


def _etter_punkt(åpent: Utkast, forrige: _Linje, linje: _Linje) -> bool:
    """Tell whether a line stands further out than the point above it, which has ended: it is no more of it."""
    ute = linje.innrykk < forrige.innrykk
    return ute and forrige.tekst.endswith(_SLUTT) and MERKE.match(åpent.tekst.strip()) is not None


def _blokker(linjer: Sequence[_Linje]) -> Iterator[list[_Linje]]:
    blokk: list[_Linje] = []
    for linje in linjer:
        if linje.tekst:
            blokk.append(linje)
        elif blokk:
            yield blokk
            blokk = []
    if blokk:
        yield blokk


def _bredde(sider: Sequence[Sequence[_Linje]], jevnet: Container[int]) -> int:
    """Return how wide the text is, where it is broken to fit; 0 where each line is a paragraph."""
    lengder = sorted(
        len(linje.tekst.expandtabs(8))
        for side in sider
        for blokk in _blokker(side)
        for linje in blokk[:-1]
        if (linje.nr in jevnet or not kolonner.har_luke(linje.tekst)) and not _STREK.fullmatch(linje.tekst)
    )
    bredde = lengder[int(len(lengder) * 0.95)] if lengder else 0
    return bredde if _SMALEST <= bredde <= _BREDEST else 0


def _med_streker(blokk: Sequence[_Linje]) -> int:
    """Return how many of these lines are rows of a table drawn with strokes."""
    antall = 0
    for linje in blokk:
        tekst = linje.tekst.strip()
        if not (_STREK.fullmatch(tekst) or (tekst.count("|") > 1 and tekst[0] == tekst[-1] == "|")):
            break
        antall += 1
    return antall


def _rute_rad(tekst: str) -> kolonner.Rad:
    return () if _STREK.fullmatch(tekst) else tuple(celle.strip() for celle in tekst.strip().strip("|").split("|"))

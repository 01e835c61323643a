"""The automatic numbers of a Word file, counted as Word counts them."""

from __future__ import annotations

from dataclasses import dataclass, field

from avtalegen.importering.lesere.docx_stiler import innrykk
from avtalegen.importering.lesere.nummerering import fylt, kulepunkt, skrevet
from avtalegen.skrivere.word.overskrift import attribute as attr
from avtalegen.skrivere.word.overskrift import local, value
from avtalegen.skrivere.word.xml import Element

_NIVÅER = 9
_HØYESTE = 1_000_000


@dataclass(slots=True)
class _Nivå:
    """A level of a list. `etter` is the level whose numbers make it begin again; None is every one above it."""

    start: int = 1
    måte: str = "decimal"
    mønster: str = ""
    arabisk: bool = False
    etter: int | None = None
    innrykk: float | None = None


@dataclass(slots=True)
class _Liste:
    """A list as it is defined, and how far it has counted."""

    nivåer: dict[int, _Nivå] = field(default_factory=dict)
    tall: list[int | None] = field(default_factory=lambda: [None] * _NIVÅER)
    stiler: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Bruk:
    """One of a file's lists: a definition, with levels of its own and where it begins anew when it is first used."""

    liste: str
    nivåer: dict[int, _Nivå] = field(default_factory=dict)
    begynner: dict[int, int] = field(default_factory=dict)


class Nummerering:
    """The lists of a file while its paragraphs are read in their order."""

    def __init__(self, root: Element | None) -> None:
        self._lister: dict[str, _Liste] = {}
        self._bruk: dict[str, _Bruk] = {}
        av_stil: dict[str, str] = {}
        viser_til: dict[str, str] = {}
        for element in root if root is not None else ():
            id = attr(element, "abstractNumId")
            if local(element) == "abstractNum":
                liste = self._lister[id] = _Liste()
                for barn in element:
                    slag = local(barn)
                    if slag == "lvl":
                        _les_nivå(barn, liste.nivåer, liste.stiler)
                    elif slag == "styleLink":
                        av_stil[value(barn)] = id
                    elif slag == "numStyleLink":
                        viser_til[id] = value(barn)
            elif local(element) == "num":
                self._bruk[attr(element, "numId")] = _bruk(element)
        for bruk in self._bruk.values():
            bruk.liste = av_stil.get(viser_til.get(bruk.liste, ""), bruk.liste)

    def nivå(self, id: str, nivå: int | None, stil: str) -> int | None:
        """Return the level in a list of a paragraph that says `nivå` and has the style; None when it is in no list."""
        bruk = self._bruk.get(id)
        liste = self._lister.get(bruk.liste) if bruk else None
        if liste is None:
            return None
        return liste.stiler.get(stil, 0) if nivå is None else nivå

    def neste(self, id: str, nivå: int) -> str:
        """Count one more paragraph at a level of a list, and return what is shown in front of it."""
        bruk = self._bruk[id]
        liste = self._lister[bruk.liste]
        if nivå >= _NIVÅER:
            return ""
        if (begynner := bruk.begynner.pop(nivå, None)) is not None:
            liste.tall[nivå] = begynner - 1
        forrige = liste.tall[nivå]
        eget = self._nivå(bruk, liste, nivå)
        liste.tall[nivå] = min(eget.start if forrige is None else forrige + 1, _HØYESTE)
        for dypere in range(nivå + 1, _NIVÅER):
            etter = self._nivå(bruk, liste, dypere).etter
            if etter is None or nivå < etter:
                liste.tall[dypere] = None

        def tall(nr: int) -> str:
            annet = self._nivå(bruk, liste, nr)
            telt = liste.tall[nr]
            return skrevet(annet.start if telt is None else telt, "decimal" if eget.arabisk else annet.måte)

        if eget.måte == "bullet":
            return kulepunkt(eget.mønster)
        return fylt(eget.mønster, tall)

    def innrykk(self, id: str, nivå: int) -> float | None:
        """Return how far in a level of a list is set."""
        bruk = self._bruk[id]
        return self._nivå(bruk, self._lister[bruk.liste], nivå).innrykk

    @staticmethod
    def _nivå(bruk: _Bruk, liste: _Liste, nivå: int) -> _Nivå:
        return bruk.nivåer.get(nivå) or liste.nivåer.get(nivå) or _Nivå()


def _bruk(element: Element) -> _Bruk:
    bruk = _Bruk("")
    for barn in element:
        if local(barn) == "abstractNumId":
            bruk.liste = value(barn)
        elif local(barn) == "lvlOverride":
            for endring in barn:
                if local(endring) == "lvl":
                    _les_nivå(endring, bruk.nivåer, {})
                elif local(endring) == "startOverride":
                    bruk.begynner[_tall(attr(barn, "ilvl"), 0)] = _tall(value(endring), 1)
    return bruk


def _les_nivå(element: Element, nivåer: dict[int, _Nivå], stiler: dict[str, int]) -> None:
    nr = _tall(attr(element, "ilvl"), 0)
    nivå = nivåer[nr] = _Nivå()
    for barn in element:
        slag, sagt = local(barn), value(barn)
        if slag == "start":
            nivå.start = _tall(sagt, 1)
        elif slag == "numFmt":
            nivå.måte = sagt
        elif slag == "lvlText":
            nivå.mønster = sagt
        elif slag == "isLgl":
            nivå.arabisk = sagt not in ("0", "false", "off")
        elif slag == "lvlRestart":
            nivå.etter = _tall(sagt, 0)
        elif slag == "pStyle":
            stiler[sagt] = nr
        elif slag == "pPr":
            nivå.innrykk = innrykk(barn)


def _tall(sagt: str, ellers: int) -> int:
    return int(sagt) if sagt.isdecimal() and len(sagt) < 7 else ellers

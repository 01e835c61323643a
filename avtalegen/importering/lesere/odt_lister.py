"""The automatic numbers of an OpenDocument text, counted as LibreOffice counts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from avtalegen.importering.lesere.nummerering import PUNKT, kulepunkt, skrevet
from avtalegen.importering.lesere.odt_stiler import antall, cm, navn, verdi
from avtalegen.skrivere.word.xml import Element

_NIVÅER = 10
_HØYESTE = 1_000_000
DISPOSISJON = " disposisjon"
"""The name that the numbers of headings are kept under: no list has it."""


class _Nivå(NamedTuple):
    """A level of a list style. `kule` is the mark of one that isn't numbered; `viste` how many levels are shown."""

    kule: str = ""
    måte: str = ""
    før: str = ""
    etter: str = ""
    viste: int = 1
    start: int = 1
    innrykk: float | None = None


@dataclass(slots=True)
class Liste:
    """A list that is being read: its style, how far it has counted, and the number that the next item is to have."""

    stil: str
    tall: list[int] = field(default_factory=lambda: [0] * _NIVÅER)
    nivå: int = -1


class Lister:
    """The list styles of a file, and the lists that have been read."""

    def __init__(self, røtter: Iterable[Element]) -> None:
        self._stiler: dict[str, dict[int, _Nivå]] = {}
        self._sist: dict[str, Liste] = {}
        self._kjente: dict[str, Liste] = {}
        for rot in røtter:
            for gruppe in rot:
                for stil in gruppe:
                    if navn(stil) == "text:list-style":
                        self._stiler[verdi(stil, "style:name")] = _nivåer(stil)
                    elif navn(stil) == "text:outline-style":
                        self._stiler[DISPOSISJON] = _nivåer(stil)

    def begynn(self, element: Element, stil: str) -> Liste:
        """Begin a list that stands in no other; it goes on counting from another when it says so."""
        fortsetter = self._kjente.get(verdi(element, "text:continue-list"))
        if fortsetter is None and verdi(element, "text:continue-numbering") == "true":
            fortsetter = self._sist.get(stil)
        liste = Liste(stil, list(fortsetter.tall) if fortsetter else [0] * _NIVÅER)
        self._sist[stil] = liste
        if id := element.get("{http://www.w3.org/XML/1998/namespace}id") or verdi(element, "text:id"):
            self._kjente[id] = liste
        return liste

    def neste(self, liste: Liste, start: str = "") -> str:
        """Count one more item at the level that the list is at, and return what is shown in front of it."""
        nivå = min(max(liste.nivå, 0), _NIVÅER - 1)
        eget = self._nivå(liste.stil, nivå)
        første = antall(start, eget.start, _HØYESTE)
        liste.tall[nivå] = første if start or not liste.tall[nivå] else min(liste.tall[nivå] + 1, _HØYESTE)
        liste.tall[nivå + 1 :] = [0] * (_NIVÅER - nivå - 1)
        if eget.kule:
            return kulepunkt(eget.kule)
        if not eget.måte:
            return (eget.før + eget.etter).strip()
        vist = []
        for n in range(max(nivå - eget.viste + 1, 0), nivå + 1):
            annet = self._nivå(liste.stil, n)
            if annet.måte:
                vist.append(skrevet(liste.tall[n] or annet.start, annet.måte))
        return f"{eget.før}{'.'.join(vist)}{eget.etter}".strip()

    def overskrift(self, nivå: int) -> str:
        """Count one more heading that stands in no list, and return its number, if headings have that."""
        liste = self._sist.setdefault(DISPOSISJON, Liste(DISPOSISJON))
        liste.nivå = nivå - 1
        return self.neste(liste)

    def innrykk(self, liste: Liste) -> float | None:
        """Return how far in the level that the list is at is set."""
        return self._nivå(liste.stil, liste.nivå).innrykk

    def _nivå(self, stil: str, nivå: int) -> _Nivå:
        return self._stiler.get(stil, {}).get(nivå) or _Nivå()


def _nivåer(stil: Element) -> dict[int, _Nivå]:
    nivåer = {}
    for element in stil:
        innrykk = None
        for barn in element.iter():
            innrykk = cm(verdi(barn, "fo:margin-left")) if verdi(barn, "fo:margin-left") else innrykk
        tellende = navn(element) in ("text:list-level-style-number", "text:outline-level-style")
        kule = "" if tellende else verdi(element, "text:bullet-char") or PUNKT
        nivåer[antall(verdi(element, "text:level"), 1, _NIVÅER) - 1] = _Nivå(
            kule,
            verdi(element, "style:num-format"),
            verdi(element, "style:num-prefix"),
            verdi(element, "style:num-suffix"),
            antall(verdi(element, "text:display-levels"), 1, _NIVÅER),
            antall(verdi(element, "text:start-value"), 1, _HØYESTE),
            innrykk,
        )
    return nivåer

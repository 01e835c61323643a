"""What the style sheet in a web page hides or strikes out, by the class or the id of an element."""

from __future__ import annotations

import re
from typing import NamedTuple

from avtalegen.modell.senere import senere
from avtalegen.skrivere.word.xml import Element

_MEST = 200_000  # characters of style sheets that are looked at
_MERKNAD = senere(r"/\*.{0,5000}?\*/", re.DOTALL)
_MED_VILKÅR = senere(r"@[^{};]{0,300}\{(?:[^{}]{0,3000}\{[^{}]{0,3000}\}){0,300}[^{}]{0,3000}\}")
_REGEL = senere(r"(?P<v>[^{}@;]{1,300})\{(?P<s>[^{}]{0,3000})\}")
_VELGER = senere(r"(?:\w{1,20})?(?P<n>[.#][\w-]{1,60})")
_SKJULT = senere(r"display\s*:\s*none\b|visibility\s*:\s*hidden\b", re.IGNORECASE)
_GJENNOM = senere(r"text-decoration[\w-]*\s*:[^;]*\bline-through\b", re.IGNORECASE)
_HØYST = 0.2  # of the text of a page; more is what a button shows, as in the answers under questions


class Stilark(NamedTuple):
    """The names, as «.skjult» and «#meny», of what is hidden and of what is struck out."""

    skjult: frozenset[str] = frozenset()
    strøket: frozenset[str] = frozenset()

    def skjuler(self, element: Element) -> bool:
        """Tell whether an element is not shown."""
        return bool(self.skjult) and not self.skjult.isdisjoint(_navnene(element))

    def stryker(self, element: Element) -> bool:
        """Tell whether an element is shown with a line through it."""
        return bool(self.strøket) and not self.strøket.isdisjoint(_navnene(element))


def stilark(rot: Element) -> Stilark:
    """Return what the style sheets in a page say, but for the rules that only some screens or papers follow."""
    tekst = "".join(en.text or "" for en in rot.iter("style") if not en.get("media"))
    skjult: set[str] = set()
    strøket: set[str] = set()
    for treff in _REGEL.finditer(_MED_VILKÅR.sub("", _MERKNAD.sub("", tekst[:_MEST]))):
        velgere = [_VELGER.fullmatch(en.strip()) for en in treff["v"].split(",")]
        for mengde, mønster in ((skjult, _SKJULT), (strøket, _GJENNOM)):
            if mønster.search(treff["s"]):
                mengde.update(en["n"] for en in velgere if en)
    ark = Stilark(frozenset(skjult), frozenset(strøket))
    borte = sum(_lengde(en) for en in rot.iter() if isinstance(en.tag, str) and ark.skjuler(en))
    return ark if borte <= _HØYST * _lengde(rot) else ark._replace(skjult=frozenset())


def _lengde(element: Element) -> int:
    """Return how much text stands in an element and what it holds."""
    return sum(len(str(en.text or "").strip()) + len(str(en.tail or "").strip()) for en in element.iter())


def _navnene(element: Element) -> set[str]:
    navn = {f".{en}" for en in element.get("class", "").split()}
    return navn | {f"#{element.get('id')}"} if element.get("id") else navn

"""The styles of a Word file: what a paragraph and its words are by them, with what they are based on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from avtalegen.skrivere.word.overskrift import NAMESPACES, attribute, local, value
from avtalegen.skrivere.word.xml import Element

_OFF = {"0", "false", "off", "none"}
_TWIPS_PER_CM = 567
_DEEPEST = 50  # styles that a style is based on, one on the other


class Skrift(NamedTuple):
    """What is said of how words look; None where nothing is said."""

    fet: bool | None = None
    kursiv: bool | None = None
    understreket: bool | None = None
    store: bool | None = None
    skjult: bool | None = None
    strøket: bool | None = None

    def over(self, under: Skrift) -> Skrift:
        """Return this with what it says nothing of taken from `under`."""
        return Skrift(*(b if a is None else a for a, b in zip(self, under, strict=True)))


class Stil(NamedTuple):
    """A style. `liste` and `listenivå` are the list it is in by itself; "" and None are nothing said."""

    id: str
    navn: str
    skrift: Skrift
    liste: str = ""
    listenivå: int | None = None
    innrykk: float | None = None


def skrift(properties: Element | None) -> Skrift:
    """Return what a w:rPr says."""
    said: dict[str, bool] = {}
    for element in properties if properties is not None else ():
        if name := _NAMES.get(local(element)):
            said[name] = said.get(name, False) or value(element) not in _OFF  # one of two kinds of capitals, or strokes
    return Skrift(**said) if said else INGEN


_NAMES = {
    "b": "fet",
    "i": "kursiv",
    "u": "understreket",
    "caps": "store",
    "smallCaps": "store",
    "vanish": "skjult",
    "strike": "strøket",
    "dstrike": "strøket",
}
INGEN = Skrift()


def innrykk(properties: Iterable[Element]) -> float | None:
    """Return how far in a w:pPr sets its paragraph, in centimetres; None where it doesn't say."""
    for element in properties:
        if local(element) == "ind":
            left = attribute(element, "left") or attribute(element, "start")
            if left.lstrip("-").isdecimal() and len(left) < 7:
                return round(int(left) / _TWIPS_PER_CM, 2)
    return None


def liste(properties: Iterable[Element]) -> tuple[str, int | None]:
    """Return the list and the level that a w:pPr puts its paragraph in; "" and None where it doesn't say."""
    for element in properties:
        if local(element) == "numPr":
            said = {local(child): value(child) for child in element}
            level = said.get("ilvl", "")
            return said.get("numId", ""), int(level) if len(level) == 1 and level.isdecimal() else None
    return "", None


class Stiler:
    """The styles of a file, looked up by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Stil] = {}
        self.vanlig = ""
        for element in root.iter(*(f"{{{ns}}}style" for ns in NAMESPACES)) if root is not None else ():
            id = attribute(element, "styleId")
            self._elements.setdefault(id, element)
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
                self.vanlig = id

    def stil(self, id: str) -> Stil:
        """Return a style with what it is based on; an empty one for an id that isn't there."""
        chain: list[str] = []
        while id not in self._known and id in self._elements and id not in chain and len(chain) < _DEEPEST:
            chain.append(id)
            id = next((value(e) for e in self._elements[id] if local(e) == "basedOn"), "")
        found = self._known.get(id, Stil("", "", INGEN))
        for own in reversed(chain):
            found = self._known[own] = self._built(own, found)
        return found

    def _built(self, id: str, under: Stil) -> Stil:
        name, look, list_, level, indent = "", INGEN, "", None, None
        for element in self._elements[id]:
            kind = local(element)
            if kind == "name":
                name = value(element)
            elif kind == "rPr":
                look = skrift(element)
            elif kind == "pPr":
                list_, level = liste(element)
                indent = innrykk(element)
        return Stil(
            id,
            name or id,
            look.over(under.skrift),
            list_ or under.liste,
            under.listenivå if level is None else level,
            under.innrykk if indent is None else indent,
        )

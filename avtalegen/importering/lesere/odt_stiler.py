"""The styles of an OpenDocument text: how words and paragraphs look, with what the styles are based on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from avtalegen.modell.senere import senere
from avtalegen.skrivere.word.xml import Element

NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_NAVNEROM = {uri: kort for kort, uri in NS.items()}
_KODET = senere(r"_([0-9a-fA-F]{1,4})_")
_LENGDE = senere(r"(-?\d{1,5}(?:\.\d{1,6})?)(cm|mm|in|pt|pc|px)")
_CM = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
_DEEPEST = 50


def navn(element: Element) -> str:
    """Return the name of an element with the short form of its namespace: «text:p»."""
    uri, _, lokalt = element.tag[1:].rpartition("}")
    return f"{_NAVNEROM.get(uri, '')}:{lokalt}"


def verdi(element: Element, attributt: str) -> str:
    """Return an attribute («text:style-name»); "" where there is none."""
    kort, _, lokalt = attributt.partition(":")
    return element.get(f"{{{NS[kort]}}}{lokalt}", "")


def cm(lengde: str) -> float | None:
    """Return a length in centimetres; None when it is none."""
    treff = _LENGDE.fullmatch(lengde)
    return round(float(treff[1]) * _CM[treff[2]], 2) if treff else None


def antall(sagt: str, ellers: int, mest: int) -> int:
    """Return a number that a file says, within what is sensible."""
    return min(int(sagt), mest) if sagt.isdecimal() and len(sagt) < 9 else ellers


class Stil(NamedTuple):
    """A style. None is nothing said."""

    navn: str = ""
    fet: bool | None = None
    kursiv: bool | None = None
    understreket: bool | None = None
    store: bool | None = None
    skjult: bool | None = None
    strøket: bool | None = None
    innrykk: float | None = None
    liste: str | None = None

    def over(self, under: Stil) -> Stil:
        """Return this with what it says nothing of taken from `under`."""
        return Stil._make(b if a in (None, "") else a for a, b in zip(self, under, strict=True))


class Stiler:
    """The styles of a file, looked up by family and name."""

    def __init__(self, røtter: Iterable[Element]) -> None:
        self._elementer: dict[tuple[str, str], tuple[Element, bool]] = {}
        self._kjente: dict[tuple[str, str], Stil] = {}
        for rot in røtter:
            for gruppe in rot:
                egne = navn(gruppe) == "office:automatic-styles"
                for stil in gruppe if egne or navn(gruppe) == "office:styles" else ():
                    self._elementer[verdi(stil, "style:family"), verdi(stil, "style:name")] = stil, egne

    def stil(self, familie: str, id: str) -> Stil:
        """Return a style with what it is based on; an empty one for a name that isn't there."""
        rekke: list[str] = []
        while (familie, id) not in self._kjente and (familie, id) in self._elementer and len(rekke) < _DEEPEST:
            if id in rekke:
                break
            rekke.append(id)
            id = verdi(self._elementer[familie, id][0], "style:parent-style-name")
        funnet = self._kjente.get((familie, id), Stil())
        for egen in reversed(rekke):
            element, automatisk = self._elementer[familie, egen]
            vist = verdi(element, "style:display-name") or _KODET.sub(lambda treff: chr(int(treff[1], 16)), egen)
            # What an automatic style is called, nobody has seen.
            funnet = _sagt(element, "" if automatisk else vist).over(funnet)
            self._kjente[familie, egen] = funnet
        return funnet


def _sagt(stil: Element, vist: str) -> Stil:
    sagt: dict[str, bool | float | str | None] = {}
    for egenskaper in stil:
        if navn(egenskaper) == "style:text-properties":
            sagt |= _om_ord(egenskaper)
        elif navn(egenskaper) == "style:paragraph-properties":
            sagt["innrykk"] = cm(verdi(egenskaper, "fo:margin-left"))
    liste = stil.get(f"{{{NS['style']}}}list-style-name")
    return Stil(vist, liste=liste, **sagt)  # type: ignore[arg-type]


def _om_ord(egenskaper: Element) -> Mapping[str, bool]:
    sagt: dict[str, bool] = {}
    if vekt := verdi(egenskaper, "fo:font-weight"):
        sagt["fet"] = vekt == "bold" or (vekt.isdecimal() and int(vekt[:4]) >= 600)
    if form := verdi(egenskaper, "fo:font-style"):
        sagt["kursiv"] = form in ("italic", "oblique")
    if strek := verdi(egenskaper, "style:text-underline-style"):
        sagt["understreket"] = strek != "none"
    if strek := verdi(egenskaper, "style:text-line-through-style"):
        sagt["strøket"] = strek != "none"
    bokstaver = verdi(egenskaper, "fo:text-transform"), verdi(egenskaper, "fo:font-variant")
    if any(bokstaver):
        sagt["store"] = bokstaver[0] == "uppercase" or bokstaver[1] == "small-caps"
    if vises := verdi(egenskaper, "text:display"):
        sagt["skjult"] = vises == "none"
    return sagt

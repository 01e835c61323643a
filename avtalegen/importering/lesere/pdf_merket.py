"""A tagged PDF: what its paragraphs, headings, lists and tables are, as the program that made it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject

from avtalegen.importering.kilde import Del
from avtalegen.importering.lesere.utkast import Rute
from avtalegen.modell.senere import senere

_DYPEST = 60
_MEST = 60_000  # elements
_BREDEST = 100
_FLEST = 300  # columns of a table
_LENGSTE_ADRESSE = 2_000
_I_LINJEN = {
    *(
        "Span",
        "Link",
        "Quote",
        "Code",
        "Reference",
        "BibEntry",
        "Annot",
        "Em",
        "Strong",
        "Sub",
        "Lbl",
        "Ruby",
        "Warichu",
    ),
    *("RB", "RT", "RP", "WT", "WP", "Form", "Figure", "Formula"),
}
_OVERSKRIFT = senere(r"H([1-9]?)")
_DELER = {"TOC": Del.INNHOLDSFORTEGNELSE, "Note": Del.FOTNOTE, "FENote": Del.FOTNOTE}

Merke = tuple[int, int]
"""Something that is drawn: the page, from 0, and its number there."""


@dataclass(slots=True)
class Blokk:
    """A paragraph, and what is drawn of it."""

    merker: list[Merke] = field(default_factory=list)
    hvor: Del = Del.TEKST
    nivå: int | None = None
    listenivå: int | None = None
    rute: Rute | None = None


class Merket:
    """Reads the tree of tags of a file. `blokker` are its paragraphs in their order, `lenker` what leads to where."""

    def __init__(self, rot: DictionaryObject, sider: Mapping[int, int]) -> None:
        """`sider` gives the place of each page by the number of its object."""
        self.blokker: list[Blokk] = []
        self.lenker: dict[Merke, str] = {}
        self.tabeller = 0
        self._sider = sider
        roller = rot.get("/RoleMap")
        roller = roller.get_object() if roller is not None else None
        self._roller = roller if isinstance(roller, DictionaryObject) else DictionaryObject()
        self._åpen: Blokk | None = None
        self._igjen = _MEST
        self._hvor = Del.TEKST
        self._nivå: int | None = None
        self._liste = -1
        self._rute: Rute | None = None
        self._lenke = ""
        self._bare_merke = False  # whether all that has been read of a point is its mark
        self._les(rot.get("/K"), 0, 0)

    def _les(self, barn: Any, side: int, dybde: int) -> None:
        """Read what an element holds: a number, an element, or a list of these."""
        barn = barn.get_object() if barn is not None else None
        for ett in barn if isinstance(barn, ArrayObject) else [barn]:
            self._igjen -= 1
            if self._igjen < 0 or dybde > _DYPEST:
                return
            element = ett.get_object() if ett is not None and hasattr(ett, "get_object") else ett
            if isinstance(element, int) and not isinstance(element, bool):
                self._merke(side, element)
            elif isinstance(element, DictionaryObject):
                egen = self._side(element, side)
                if element.get("/Type") == "/MCR":
                    if isinstance(nr := element.get("/MCID"), int):
                        self._merke(egen, nr)
                elif element.get("/Type") != "/OBJR":
                    self._element(element, egen, dybde + 1)

    def _side(self, element: DictionaryObject, ellers: int) -> int:
        side = element.raw_get("/Pg") if "/Pg" in element else None
        return self._sider.get(getattr(side, "idnum", -1), ellers)

    def _merke(self, side: int, nr: int) -> None:
        if self._åpen is None:
            self._åpen = Blokk([], self._hvor, self._nivå, self._liste if self._liste >= 0 else None, self._rute)
            if self._nivå is not None:
                self._åpen.listenivå = None
            self.blokker.append(self._åpen)
        self._åpen.merker.append((side, nr))
        if self._lenke:
            self.lenker[side, nr] = self._lenke

    def _slag(self, element: DictionaryObject) -> str:
        slag = str(element.get("/S", ""))
        for _ in range(5):
            ny = self._roller.get(slag)
            if ny is None or ny == slag:
                break
            slag = str(ny)
        return slag.removeprefix("/")

    def _element(self, element: DictionaryObject, side: int, dybde: int) -> None:
        slag = self._slag(element)
        if slag in _I_LINJEN:
            før_lenken = self._lenke
            if slag == "Link":
                self._lenke = self._adresse(element) or før_lenken
            self._les(element.get("/K"), side, dybde)
            self._lenke = før_lenken
            return
        før = self._hvor, self._nivå, self._liste, self._rute
        åpen = self._åpen if _DELER.get(slag) is Del.FOTNOTE else None
        # What begins a point goes on from its mark.
        if not (slag in ("LBody", "P") and self._bare_merke):
            self._åpen = None
        self._bare_merke = slag == "LI" or (slag == "LBody" and self._bare_merke)
        if treff := _OVERSKRIFT.fullmatch(slag):
            self._nivå = int(treff[1] or 1)
        self._hvor = _DELER.get(slag, self._hvor)
        self._liste += slag == "L"
        if slag == "Table":
            self._tabell(element, side, dybde)
        else:
            self._les(element.get("/K"), side, dybde)
        self._hvor, self._nivå, self._liste, self._rute = før
        self._åpen = åpen  # a note stands in the middle of what refers to it
        self._bare_merke = False

    def _adresse(self, element: DictionaryObject) -> str:
        """Return the address that a link leads to; what leads to another place in the file has none."""
        barn = element.get("/K")
        barn = barn.get_object() if barn is not None else None
        for ett in barn if isinstance(barn, ArrayObject) else [barn]:
            self._igjen -= 1
            objekt: Any = ett.get_object() if ett is not None and self._igjen > 0 else None
            for nøkkel in ("/Obj", "/A", "/URI"):
                objekt = objekt.get(nøkkel) if isinstance(objekt, DictionaryObject) else None
                objekt = objekt.get_object() if hasattr(objekt, "get_object") else objekt
            if isinstance(objekt, str) and len(objekt) <= _LENGSTE_ADRESSE:
                return objekt
        return ""

    def _tabell(self, element: DictionaryObject, side: int, dybde: int) -> None:
        utenfor, self._liste = self._rute, -1
        nr, rad = self.tabeller, 0
        self.tabeller += 1
        opptatt: dict[int, int] = {}
        for raden, hode, egen in self._rader(element, side, dybde):
            if self._slag(raden) == "Caption":
                self._rute = utenfor
                self._element(raden, egen, dybde + 1)
                continue
            kolonne = 0
            celler = [*self._barn(raden)]
            alle_hode = hode or all(self._slag(celle) == "TH" for celle in celler)
            for celle in celler:
                while kolonne < _FLEST and opptatt.get(kolonne, 0) > rad:
                    kolonne += 1
                ned, bort = _dekker(celle, "/RowSpan"), _dekker(celle, "/ColSpan")
                for n in range(kolonne, kolonne + bort):
                    opptatt[n] = rad + ned
                self._rute = Rute(nr, rad, kolonne, ned, bort, alle_hode, utenfor)
                self._åpen = None
                self._les(celle.get("/K"), self._side(celle, egen), dybde + 1)
                self._åpen = None
                kolonne += bort
            rad += 1

    def _rader(
        self, element: DictionaryObject, side: int, dybde: int, hode: bool = False
    ) -> Iterator[tuple[DictionaryObject, bool, int]]:
        for barn in self._barn(element):
            slag = self._slag(barn)
            egen = self._side(barn, side)
            if slag in ("TR", "Caption"):
                yield barn, hode, egen
            elif dybde < _DYPEST:
                yield from self._rader(barn, egen, dybde + 1, hode or slag == "THead")

    def _barn(self, element: DictionaryObject) -> Iterator[DictionaryObject]:
        barn = element.get("/K")
        barn = barn.get_object() if barn is not None else None
        for ett in barn if isinstance(barn, ArrayObject) else [barn]:
            self._igjen -= 1
            ett_ = ett.get_object() if ett is not None and hasattr(ett, "get_object") else ett
            if self._igjen > 0 and isinstance(ett_, DictionaryObject) and "/S" in ett_:
                yield ett_


def _dekker(celle: DictionaryObject, navn: str) -> int:
    egenskaper = celle.get("/A")
    egenskaper = egenskaper.get_object() if egenskaper is not None else None
    alle: Sequence[Any] = egenskaper if isinstance(egenskaper, ArrayObject) else [egenskaper]
    for ett in alle:
        ordbok = ett.get_object() if ett is not None else None
        if isinstance(ordbok, DictionaryObject) and isinstance(antall := ordbok.get(navn), int):
            return min(max(antall, 1), _BREDEST)
    return 1

"""The cells of a table in Word, placed in its grid."""

from __future__ import annotations

from avtalegen.importering.lesere.utkast import Rute
from avtalegen.skrivere.word.overskrift import local, value
from avtalegen.skrivere.word.xml import Element

_BREDEST = 100
_STRØKET_RAD = "en rad som er strøket i sporede endringer"
_DEKKET = "står i en celle som er dekket av den over"


class Tabell:
    """A table while it is read. `rute` is the cell that is open; `borte` tells why what is in it isn't shown."""

    def __init__(self, nr: int, utenfor: Rute | None) -> None:
        self.rute = Rute(nr, -1, 0, utenfor=utenfor)
        self.borte = ""
        self._rad = -1
        self._neste = 0
        self._hode = False
        self._strøket = False
        self._nedover: dict[int, Rute] = {}

    def begynn(self, navn: str, element: Element) -> None:
        """Begin a row («tr») or a cell («tc»)."""
        if navn == "tr":
            self._begynn_rad(element)
        else:
            self._begynn_celle(element)

    def _begynn_rad(self, element: Element) -> None:
        egenskaper = next((e for e in element if local(e) == "trPr"), None)
        sagt = {local(e): value(e) for e in egenskaper} if egenskaper is not None else {}
        self._strøket = "del" in sagt
        self._hode = "tblHeader" in sagt and sagt["tblHeader"] not in ("0", "false", "off")
        self._neste = _tall(sagt.get("gridBefore", ""), 0)
        if not self._strøket:
            self._rad += 1

    def _begynn_celle(self, element: Element) -> None:
        egenskaper = next((e for e in element if local(e) == "tcPr"), None)
        sagt = {local(e): value(e) for e in egenskaper} if egenskaper is not None else {}
        kolonne, bredde = self._neste, _tall(sagt.get("gridSpan", ""), 1)
        self._neste += bredde
        self.borte = _STRØKET_RAD if self._strøket else ""
        if sagt.get("hMerge", "restart") != "restart" and self.rute.rad == self._rad:
            self.rute.kolonner += bredde
            return
        over = self._nedover.get(kolonne)
        if over and sagt.get("vMerge", "restart") != "restart":
            self.rute = over
            if not self._strøket:
                over.rader = self._rad - over.rad + 1
                self.borte = _DEKKET
            return
        self.rute = Rute(self.rute.tabell, max(self._rad, 0), kolonne, 1, bredde, self._hode, self.rute.utenfor)
        if self._strøket:
            return
        self._nedover.pop(kolonne, None)
        if "vMerge" in sagt:
            self._nedover[kolonne] = self.rute


def _tall(sagt: str, ellers: int) -> int:
    return min(int(sagt), _BREDEST) if sagt.isdecimal() and len(sagt) < 7 else ellers

"""The content of an OpenDocument text as lines: paragraphs, lists, tables, notes, frames."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.importering.kilde import Del
from avtalegen.importering.lesere.feil import for_mye
from avtalegen.importering.lesere.odt_lister import Liste, Lister
from avtalegen.importering.lesere.odt_stiler import Stil, Stiler, antall, navn, verdi
from avtalegen.importering.lesere.utkast import STRØKET_TEKST, Rute, Sløyfet, Utkast, Utseende, ta
from avtalegen.modell.senere import senere
from avtalegen.skrivere.word.xml import Element

_DYPEST = 120  # elements inside each other
_MEST = 150_000  # stretches of text that look alike
_BREDEST = 1_000
_BLANKT = senere(r"[ \t\r\n]+")
_FORBI = {
    *("text:sequence-decls", "text:variable-decls", "text:user-field-decls", "office:forms", "office:settings"),
    *("text:script", "office:annotation-end", "svg:title", "svg:desc", ":title", ":desc", "text:bibliography-source"),
    *("text:table-of-content-source", "text:alphabetical-index-source", "text:illustration-index-source"),
    *("text:user-index-source", "text:object-index-source", "text:table-index-source", "text:label"),
    *(
        "text:dde-connection-decls",
        "text:alphabetical-index-auto-mark-file",
        "table:table-column",
        "table:table-columns",
    ),
}
_STRØKET = "strøket i sporede endringer"
_SKJULT = "skjult tekst"
_DEKKET = "står i en celle som er dekket av en annen"


class Innhold:
    """What is read of one part. `noter` are the lines of each note, in the order that they are referred to."""

    def __init__(self, stiler: Stiler, lister: Lister, hvor: Del = Del.TEKST) -> None:
        self.utkast: list[Utkast] = []
        self.noter: dict[str, list[Utkast]] = {}
        self.sløyfet: list[Sløyfet] = []
        self.sider = 1
        self._stiler = stiler
        self._lister = lister
        self._hvor = hvor
        self._tabeller = 0
        self._rute: Rute | None = None
        self._liste: Liste | None = None
        self._nummer: str | None = None  # of the item that is open, until a paragraph has it
        self._dybde = self._deler = 0
        self._borte = ""  # why what is read isn't shown

    def les(self, element: Element) -> None:
        """Read what an element holds."""
        self._dybde += 1
        if self._dybde > _DYPEST:
            raise for_mye()
        for barn in element:
            self._blokk(barn)
        self._dybde -= 1

    def _blokk(self, element: Element) -> None:
        slag = navn(element)
        if slag in ("text:p", "text:h"):
            self._avsnitt(element, slag == "text:h")
        elif slag == "text:list":
            self._listen(element)
        elif slag in ("text:list-item", "text:list-header"):
            if slag == "text:list-item" and self._liste:
                self._nummer = verdi(element, "text:start-value") or ""
            self.les(element)
            self._nummer = None
        elif slag == "table:table":
            self._tabell(element)
        elif slag == "text:soft-page-break":
            self.sider += 1
        elif slag == "text:tracked-changes":
            self._strøket(element)
        elif slag == "text:table-of-content":
            før, self._hvor = self._hvor, Del.INNHOLDSFORTEGNELSE
            self.les(element)
            self._hvor = før
        elif slag not in _FORBI:
            self.les(element)

    def _listen(self, element: Element) -> None:
        før, nummer = self._liste, self._nummer
        if før is None:
            self._liste = self._lister.begynn(element, verdi(element, "text:style-name"))
        assert self._liste is not None
        stil = self._liste.stil
        self._liste.stil = verdi(element, "text:style-name") or stil
        self._liste.nivå += 1
        self.les(element)
        self._liste.nivå -= 1
        self._liste.stil = stil or self._liste.stil
        self._liste, self._nummer = før, nummer

    def _avsnitt(self, element: Element, overskrift: bool) -> None:
        stil = self._stiler.stil("paragraph", verdi(element, "text:style-name"))
        u = Utkast(self._hvor, self.sider, stil="" if stil.navn == "Standard" else stil.navn, rute=self._rute)
        u.innrykk = stil.innrykk or 0.0
        if overskrift:
            u.nivå = antall(verdi(element, "text:outline-level"), 1, 9)
        plass = len(self.utkast)
        ta(self.utkast, u)
        self._i_avsnitt(u, element, stil, "")
        if not u.tekst and not u.noter:
            return
        if len(element) and navn(element[0]) == "text:soft-page-break" and not element.text:
            u.side = self.sider
        if self._borte:
            del self.utkast[plass]
            self.sløyfet.append(Sløyfet(u.tekst, self.utkast[plass - 1] if plass else None, self._borte))
        else:
            self._nummerer(u, stil)

    def _nummerer(self, u: Utkast, stil: Stil) -> None:
        if self._liste is None:
            if u.nivå is not None and stil.liste is None and self._hvor is Del.TEKST:
                u.nummer = self._lister.overskrift(u.nivå)
            return
        if not self._liste.stil and stil.liste:
            self._liste.stil = stil.liste
        if u.nivå is None:
            u.listenivå = self._liste.nivå
        if (innrykk := self._lister.innrykk(self._liste)) is not None:
            u.innrykk = u.innrykk or innrykk
        if self._nummer is not None:
            u.nummer = self._lister.neste(self._liste, self._nummer)
            self._nummer = None

    def _i_avsnitt(self, u: Utkast, element: Element, stil: Stil, lenke: str) -> None:
        """Read what stands in a paragraph, or in a part of it."""
        self._dybde += 1
        self._deler += 1
        if self._dybde > _DYPEST or self._deler > _MEST:
            raise for_mye()
        self._ord(u, element.text, stil, lenke)
        for barn in element:
            self._del(u, barn, stil, lenke)
            self._ord(u, barn.tail, stil, lenke)
        self._dybde -= 1

    def _ord(self, u: Utkast, tekst: str | None, stil: Stil, lenke: str, *, fast: bool = False) -> None:
        if not tekst:
            return
        if not fast:
            tekst = _BLANKT.sub(" ", tekst)
            if tekst[0] == " " and (not u.stykker or u.stykker[-1][0][-1:].isspace()):
                tekst = tekst[1:]
        if stil.skjult:
            self.sløyfet.append(Sløyfet(tekst, u, _SKJULT))
        elif stil.strøket:
            self.sløyfet.append(Sløyfet(tekst, u, STRØKET_TEKST))
        else:
            u.legg(
                tekst,
                Utseende(bool(stil.fet), bool(stil.kursiv), bool(stil.understreket), bool(stil.store), lenke),
            )

    def _del(self, u: Utkast, element: Element, stil: Stil, lenke: str) -> None:
        slag = navn(element)
        if slag == "text:s":
            self._ord(u, " " * antall(verdi(element, "text:c"), 1, _BREDEST), stil, lenke, fast=True)
        elif slag in ("text:tab", "text:line-break"):
            self._ord(u, "\t" if slag == "text:tab" else "\n", stil, lenke, fast=True)
        elif slag == "text:span":
            egen = self._stiler.stil("text", verdi(element, "text:style-name"))
            self._i_avsnitt(u, element, egen.over(stil), lenke)
        elif slag == "text:a":
            self._i_avsnitt(u, element, stil, verdi(element, "xlink:href") or lenke)
        elif slag == "text:note":
            self._note(u, element)
        elif slag == "office:annotation":
            self._merknad(u, element)
        elif slag == "text:soft-page-break":
            self.sider += 1
        elif slag == "text:number":
            self._nummer = None
            u.nummer = (element.text or "").strip()
        elif slag.startswith("draw:"):
            self._ramme(element)
        elif slag in ("text:hidden-text", "text:hidden-paragraph"):
            self.sløyfet.append(Sløyfet("".join(_tekst(element)), u, _SKJULT))
        elif slag not in _FORBI:
            self._i_avsnitt(u, element, stil, lenke)

    def _note(self, u: Utkast, element: Element) -> None:
        leser = Innhold(self._stiler, self._lister, Del.FOTNOTE)
        leser.sider, leser._dybde = self.sider, self._dybde
        nummer = ""
        for barn in element:
            if navn(barn) == "text:note-citation":
                nummer = "".join(_tekst(barn)).strip()
            elif navn(barn) == "text:note-body":
                leser.les(barn)
        nøkkel = f"{len(self.noter)}"
        if leser.utkast and not leser.utkast[0].nummer:
            leser.utkast[0].nummer = nummer
        self.noter[nøkkel] = leser.utkast
        self.sløyfet += leser.sløyfet
        u.note(nøkkel)

    def _merknad(self, u: Utkast, element: Element) -> None:
        av = next(("".join(_tekst(barn)).strip() for barn in element if navn(barn) == "dc:creator"), "")
        tekst = "\n".join("".join(_tekst(barn)) for barn in element if navn(barn) in ("text:p", "text:h", "text:list"))
        self.sløyfet.append(Sløyfet(tekst, u, f"merknad i margen fra {av}" if av else "merknad i margen"))

    def _ramme(self, element: Element) -> None:
        """Read a frame or a drawing: what is written in it is a text box."""
        før, liste, nummer = self._hvor, self._liste, self._nummer
        if før is Del.TEKST:
            self._hvor = Del.TEKSTBOKS
        self._liste = self._nummer = None
        self.les(element)
        self._hvor, self._liste, self._nummer = før, liste, nummer

    def _strøket(self, element: Element) -> None:
        for endring in element.iter("{*}deletion"):
            tekst = "\n".join("".join(_tekst(barn)) for barn in endring if navn(barn) != "office:change-info")
            self.sløyfet.append(Sløyfet(tekst, None, _STRØKET))

    def _tabell(self, element: Element) -> None:
        utenfor, liste, nummer, borte = self._rute, self._liste, self._nummer, self._borte
        self._liste = self._nummer = None
        nr, rad = self._tabeller, 0
        self._tabeller += 1
        for raden, hode in _rader(element):
            kolonne = 0
            for celle in raden:
                slag = navn(celle)
                if slag not in ("table:table-cell", "table:covered-table-cell"):
                    continue
                self._rute = Rute(
                    nr,
                    rad,
                    kolonne,
                    antall(verdi(celle, "table:number-rows-spanned"), 1, _BREDEST),
                    antall(verdi(celle, "table:number-columns-spanned"), 1, _BREDEST),
                    hode,
                    utenfor,
                )
                self._borte = borte or (_DEKKET if slag == "table:covered-table-cell" else "")
                self.les(celle)
                kolonne += antall(verdi(celle, "table:number-columns-repeated"), 1, _BREDEST)
            rad += antall(verdi(raden, "table:number-rows-repeated"), 1, _BREDEST)
        self._rute, self._liste, self._nummer, self._borte = utenfor, liste, nummer, borte


def _rader(tabell: Element, hode: bool = False) -> Iterator[tuple[Element, bool]]:
    """Give the rows of a table, and whether each is a heading of it."""
    for barn in tabell:
        slag = navn(barn)
        if slag == "table:table-row":
            yield barn, hode
        elif slag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rader(barn, hode or slag == "table:table-header-rows")


def _tekst(element: Element) -> Iterator[str]:
    """Give the text in an element, with its tabs and line breaks."""
    for del_ in element.iter():
        slag = navn(del_)
        yield {"text:tab": "\t", "text:line-break": "\n", "text:s": " "}.get(slag, "")
        yield del_.text or ""
        if del_ is not element:
            yield del_.tail or ""

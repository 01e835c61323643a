"""The content of a web page as lines: paragraphs, headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from avtalegen.importering.kilde import Del
from avtalegen.importering.lesere.feil import for_mye
from avtalegen.importering.lesere.html_stil import Stilark
from avtalegen.importering.lesere.nummerering import PUNKT, kulepunkt, skrevet
from avtalegen.importering.lesere.utkast import STRØKET_TEKST, VANLIG, Rute, Sløyfet, Utkast, Utseende, ta
from avtalegen.modell.senere import senere
from avtalegen.skrivere.word.xml import Element

_DYPEST = 150
_FLEST = 300  # columns of a table
_MEST = 150_000  # elements
_BREDEST = 200  # columns and rows that a cell covers
_FORBI = {
    *("head", "script", "style", "template", "noscript", "title", "meta", "link", "select", "datalist", "textarea"),
    *("object", "iframe", "svg", "math", "audio", "video", "canvas", "input"),
}
_BLOKKER = {
    *("html", "body", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center"),
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "listing", "xmp", "hr"),
    *("form", "fieldset", "legend", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"),
    *("ul", "ol", "menu", "dir", "li", "dl", "dt", "dd"),
    *("figure", "figcaption", "details", "summary", "dialog", "hgroup", "search", "noframes", "frameset"),
}
_STIL = {
    "fet": senere(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b", re.IGNORECASE),
    "kursiv": senere(r"font-style\s*:\s*(?:italic|oblique)\b", re.IGNORECASE),
    "understreket": senere(r"text-decoration[\w-]*\s*:[^;]*\bunderline\b", re.IGNORECASE),
    "store": senere(r"text-transform\s*:\s*uppercase\b|font-variant[\w-]*\s*:\s*small-caps\b", re.IGNORECASE),
}
_SKJULT = senere(r"display\s*:\s*none\b|visibility\s*:\s*hidden\b|mso-hide\s*:\s*all\b", re.IGNORECASE)
_GJENNOM = senere(r"text-decoration[\w-]*\s*:[^;]*\bline-through\b", re.IGNORECASE)
_ETTER_NAVN = {
    **dict.fromkeys(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"), "fet"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "kursiv"),
    **dict.fromkeys(("u", "ins"), "understreket"),
}
_DELER = {
    r"^table of contents|\bmsotoc\d|^toc\b": Del.INNHOLDSFORTEGNELSE,
    r"^(?:sdfootnote|sdendnote|ftn|edn)\d|\bmsofootnotetext\b": Del.FOTNOTE,
    r" header$|\bmsoheader\b": Del.TOPPTEKST,
    r" footer$|\bmsofooter\b": Del.BUNNTEKST,
}
_NOTELENKE = senere(r"[^#]*#_?(sdfootnote|sdendnote|ftn|edn|fn)(?:ref)?\D{0,2}(\d+)(?:sym|anc)?")
_LENGST = 2_000  # characters of a remark that somebody has written
_FRA_PROGRAM = senere(r"\s*(?:\[if\b|\[endif\]|avtalegen|Start(?:Fragment)?\b|End(?:Fragment)?\b)", re.IGNORECASE)
_MERKE = senere(r"[\[(]?(?:\d{1,3}|[ivx]{1,5}|[*†‡])[\])]?")
_LISTEMERKE = senere(r"mso-list\s*:\s*ignore\b", re.IGNORECASE)
_BLANKT = senere(r"[ \t\r\n\f]+")
_BARE_RUNDT = {"div", "section", "article", "main", "body", "html", "nav"}
_LISTER = {"ul", "ol", "menu", "dir"}
_LEDETEKST = senere(r"[^\W\d][^:.?!]{1,30}:\s*\S")
_CM_PER_NIVÅ = 0.75
_UTEN_STILARK = Stilark()


class Innhold:
    """What is read of a page. With `egne_linjer`, its elements tell which line of another file each is made of."""

    def __init__(self, *, egne_linjer: bool = False, stilark: Stilark = _UTEN_STILARK) -> None:
        self._egne_linjer, self._stilark = egne_linjer, stilark
        self.utkast: list[Utkast] = []
        self.noter: dict[str, list[Utkast]] = {}
        self.sløyfet: list[Sløyfet] = []
        self._åpent: Utkast | None = None
        self._hvor = Del.TEKST
        self._tabeller = 0
        self._rute: Rute | None = None
        self._lister: list[tuple[str, int]] = []  # of each open list: how it is numbered ("" is not), and the next
        self._nummer: str | None = None  # of the item that is open, until a line has it
        self._noten = ""  # that the lines of notes are of
        self._nivå: int | None = None
        self._slag = ""
        self._pre = False
        self._dybde = self._elementer = 0
        self._linje = 1

    def les(self, element: Element, utseende: Utseende = VANLIG) -> None:
        """Read an element and what it holds."""
        self._dybde += 1
        self._elementer += 1
        if self._dybde > _DYPEST or self._elementer > _MEST:
            raise for_mye()
        self._linje = self._linje_til(element) or self._linje
        self._ord(element.text, utseende)
        for barn in element:
            if isinstance(barn, etree._Comment):
                if not _FRA_PROGRAM.match(tekst := barn.text or "") and len(tekst) < _LENGST:
                    self._sløyf(tekst, "kommentar i filen")
            elif isinstance(barn.tag, str):
                self._barn(barn, utseende)
            self._ord(barn.tail, utseende)
        self._dybde -= 1

    def _linje_til(self, element: Element) -> int | None:
        if self._egne_linjer:
            sagt = element.get("data-linje", "")
            return int(sagt) if sagt.isdecimal() and len(sagt) < 8 else None
        linje = element.sourceline
        return linje if isinstance(linje, int) else None

    def _barn(self, element: Element, utseende: Utseende) -> None:
        slag = element.tag.lower()
        if slag in _FORBI:
            return
        stil = element.get("style", "")
        if hvorfor := self._borte(element, slag):
            self._sløyf("".join(_tekst(element)), hvorfor)
        elif _LISTEMERKE.search(stil) and self._åpent is None:
            merke = "".join(_tekst(element)).strip()
            self._nummer = merke if merke[:-1].isalnum() or merke.isdecimal() else kulepunkt(merke.replace("·", ""))
        elif slag == "br":
            self._linjen().legg("\n")
        elif slag in _BLOKKER:
            self._blokk(element, slag, _utseende(element, slag, stil, utseende))
        elif slag == "a" and (nøkkel := _note(element)):
            self._henvisning(element, nøkkel)
        else:
            self.les(element, _utseende(element, slag, stil, utseende))

    def _borte(self, element: Element, slag: str) -> str:
        """Return why an element is no part of what a reader sees; "" for what is."""
        stil = element.get("style", "")
        if "hidden" in element.attrib or _SKJULT.search(stil) or self._stilark.skjuler(element):
            return "skjult tekst"
        strøket = slag in ("del", "s", "strike") or _GJENNOM.search(stil) or self._stilark.stryker(element)
        return STRØKET_TEKST if strøket else ""

    def _henvisning(self, element: Element, nøkkel: str) -> None:
        """Read the mark of a note: in the text it refers to it, at the note it is its number."""
        merke = "".join(_tekst(element)).strip()
        if self._hvor is not Del.FOTNOTE:
            self._linjen().note(nøkkel)
        elif self._åpent is None:
            self._nummer, self._noten = merke.strip("[]()"), nøkkel
        self._sløyf(merke, "henvisning til en fotnote")

    def _blokk(self, element: Element, slag: str, utseende: Utseende) -> None:
        self._åpent = None
        if slag == "table" and _er_oppsett(element):
            for celle in (en for en in element.iter("td", "th") if next(en.iterancestors("table")) is element):
                self._åpent = None
                self.les(celle, utseende)
        elif slag == "table":
            self._tabell(element, utseende)
        elif slag in _LISTER:
            self._listen(element, slag, utseende)
        elif slag == "li":
            self._punkt(element, utseende)
        else:
            før = self._nivå, self._hvor, self._slag, self._pre
            if len(slag) == 2 and slag[0] == "h" and slag[1] in "123456":
                self._nivå = int(slag[1])
            self._hvor = self._hvor if self._hvor is not Del.TEKST else _del(element, slag)
            self._slag = self._slag if slag in _BARE_RUNDT else slag
            self._pre |= slag in ("pre", "listing", "xmp")
            self.les(element, utseende)
            self._nivå, self._hvor, self._slag, self._pre = før
        self._åpent = None

    def _listen(self, element: Element, slag: str, utseende: Utseende) -> None:
        før = self._hvor
        self._hvor = Del.INNHOLDSFORTEGNELSE if før is Del.TEKST and _meny(element) else før
        start = element.get("start", "")
        første = int(start) if start.isdecimal() and len(start) < 7 else 1
        self._lister.append((element.get("type", "1") if slag == "ol" else "", første))
        nummer, self._nummer = self._nummer, None
        self.les(element, utseende)
        self._nummer, self._hvor = nummer, før
        self._lister.pop()

    def _punkt(self, element: Element, utseende: Utseende) -> None:
        måte, neste = self._lister[-1] if self._lister else ("", 1)
        sagt = element.get("value", "")
        if sagt.isdecimal() and len(sagt) < 7:
            neste = int(sagt)
        if self._lister:
            self._lister[-1] = måte, neste + 1
        self._nummer = f"{skrevet(neste, måte)}." if måte else PUNKT
        self.les(element, utseende)
        self._nummer = None

    def _tabell(self, element: Element, utseende: Utseende) -> None:
        utenfor, lister, nummer = self._rute, self._lister, self._nummer
        self._lister, self._nummer = [], None
        nr = self._tabeller
        self._tabeller += 1
        opptatt: dict[int, int] = {}  # of each column: the first row that is free
        rad = -1
        for slag, del_, i_hode in _rader(element):
            if slag == "caption":
                self._rute = utenfor
                self._blokk(del_, slag, utseende)
                continue
            if hvorfor := self._borte(del_, slag):
                self._sløyf(" ".join(_tekst(del_)), hvorfor)
                continue
            rad, kolonne = rad + 1, 0
            self._linje = self._linje_til(del_) or self._linje
            celler = [celle for celle in del_ if isinstance(celle.tag, str) and celle.tag in ("td", "th")]
            hode = i_hode or (bool(celler) and all(celle.tag == "th" for celle in celler))
            for celle in celler:
                while kolonne < _FLEST and opptatt.get(kolonne, 0) > rad:
                    kolonne += 1
                ned, bort = (_dekker(celle.get(navn, "")) for navn in ("rowspan", "colspan"))
                self._rute = Rute(nr, rad, kolonne, ned, bort, hode, utenfor)
                for n in range(kolonne, kolonne + bort):
                    opptatt[n] = rad + ned
                self._åpent = None
                self._barn(celle, utseende)
                kolonne += bort
        self._rute, self._lister, self._nummer, self._åpent = utenfor, lister, nummer, None

    def _linjen(self) -> Utkast:
        """Return the line that is open, or a new one."""
        if self._åpent is None:
            u = self._åpent = Utkast(self._hvor, linje=self._linje, nivå=self._nivå, rute=self._rute)
            u.stil = self._slag if self._slag in ("blockquote", "caption", "pre", "dt", "dd", "address") else ""
            if self._lister and self._nivå is None:
                u.listenivå = len(self._lister) - 1
                u.innrykk = _CM_PER_NIVÅ * len(self._lister)
            u.nummer, self._nummer = self._nummer or "", None
            ta(self.noter.setdefault(self._noten, []) if self._hvor is Del.FOTNOTE else self.utkast, u)
        return self._åpent

    def _ord(self, tekst: str | None, utseende: Utseende) -> None:
        if not tekst:
            return
        if not self._pre:
            tekst = _BLANKT.sub(" ", tekst)
            tomt = self._åpent is None or not self._åpent.stykker or self._åpent.stykker[-1][0][-1:] in (" ", "\n")
            tekst = tekst.lstrip(" ") if tomt else tekst
        if tekst and (self._åpent or tekst.strip()):
            self._linjen().legg(tekst, utseende)

    def _sløyf(self, tekst: str, hvorfor: str) -> None:
        if tekst.strip():
            self.sløyfet.append(Sløyfet(tekst, self._åpent or Utkast(linje=self._linje), hvorfor))


def _del(element: Element, slag: str) -> Del:
    """Return the part of the page that a block is, as LibreOffice, Word and others tell it."""
    sagt = f"{element.get('id', '')} {element.get('class', '')} {element.get('title', '')}".lower()
    for mønster, hvor in _DELER.items():
        if re.search(mønster, sagt):
            return hvor
    return {
        "nav": Del.INNHOLDSFORTEGNELSE,
        "aside": Del.TEKST if _er_faktaboks(element) else Del.BUNNTEKST,
        "header": Del.TOPPTEKST,
        "footer": Del.BUNNTEKST,
    }.get(slag, Del.TEKST)


def _er_faktaboks(element: Element) -> bool:
    """Tell whether a box beside the text is a summary of it: most of its points are labels with what they are of."""
    if not any(en.tag in ("main", "article") for en in element.iterancestors()):
        return False
    punkter = ["".join(_tekst(en)).strip() for en in element.iter("li", "dd") if not any(True for _ in en.iter("a"))]
    med_år = any(re.search(r"(?<!\d)20\d\d(?!\d)", en) for en in punkter)
    return med_år and len(punkter) > 1 and 2 * sum(bool(_LEDETEKST.match(en)) for en in punkter) >= len(punkter)


def _er_oppsett(tabell: Element) -> bool:
    """Tell whether a table only lays out the page: there are headings, or the tables of the text, in its cells."""
    return any(True for _ in tabell.iter("h1", "h2", "h3"))


def _meny(element: Element) -> bool:
    """Tell whether a list is a menu: every one of its points is one link and nothing else."""
    punkter = [barn for barn in element if barn.tag == "li"]
    lenker = [[b for b in punkt.iter() if b.tag == "a" and b.get("href")] for punkt in punkter]
    return len(punkter) > 1 and all(
        len(egne) == 1
        and not egne[0].get("href", "").startswith(("mailto:", "tel:"))
        and "".join(_tekst(egne[0])).strip() == "".join(_tekst(punkt)).strip()
        for punkt, egne in zip(punkter, lenker, strict=True)
    )


def _note(element: Element) -> str:
    """Return the note that a link is the mark of, or leads back from; "" for other links."""
    treff = _NOTELENKE.fullmatch(element.get("href", ""))
    return treff[1] + treff[2] if treff and _MERKE.fullmatch("".join(_tekst(element)).strip()) else ""


def _utseende(element: Element, slag: str, stil: str, utseende: Utseende) -> Utseende:
    sagt = {navn for navn, mønster in _STIL.items() if stil and mønster.search(stil)}
    if navn := _ETTER_NAVN.get(slag):
        sagt.add(navn)
    if sagt:
        utseende = Utseende(
            utseende.fet or "fet" in sagt,
            utseende.kursiv or "kursiv" in sagt,
            utseende.understreket or "understreket" in sagt,
            utseende.store or "store" in sagt,
            utseende.lenke,
        )
    lenke = element.get("href", "") if slag == "a" else ""
    return utseende._replace(lenke=lenke) if lenke else utseende


def _rader(tabell: Element, i_hode: bool = False) -> Iterator[tuple[str, Element, bool]]:
    for barn in tabell:
        if barn.tag in ("tr", "caption"):
            yield barn.tag, barn, i_hode
        elif barn.tag in ("thead", "tbody", "tfoot"):
            yield from ((slag, del_, barn.tag == "thead") for slag, del_, _ in _rader(barn))


def _dekker(sagt: str) -> int:
    return min(max(int(sagt), 1), _BREDEST) if sagt.isdecimal() and len(sagt) < 6 else 1


def _tekst(element: Element) -> Iterator[str]:
    for barn in element.iter():
        if isinstance(barn.tag, str) and barn.tag not in _FORBI:
            yield barn.text or ""
        if barn is not element:
            yield barn.tail or ""

"""One part of a Word file as lines: what each piece of it says and how it looks, and the cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from avtalegen.importering.kilde import Del
from avtalegen.importering.lesere import docx_stiler as stiler_
from avtalegen.importering.lesere.docx_nummer import Nummerering
from avtalegen.importering.lesere.docx_stiler import INGEN, Skrift, Stil, Stiler, skrift
from avtalegen.importering.lesere.docx_tabell import Tabell
from avtalegen.importering.lesere.tegn import symbol
from avtalegen.importering.lesere.utkast import STRØKET_TEKST, Sløyfet, Utkast, Utseende, ta
from avtalegen.skrivere.word.hendelser import Avsnitt, Hendelser, Stykke, note_key
from avtalegen.skrivere.word.overskrift import BODY_TEXT, attribute, level_of, local, value
from avtalegen.skrivere.word.xml import Element

_FAST = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_STRØKET = {"del": "strøket i sporede endringer", "moveFrom": "flyttet i sporede endringer"}
_SKJULT = "skjult tekst"
_PLASSHOLDER = "hjelpetekst i et felt som ikke er fylt ut"
_LENGST = 2_000  # characters that are told as one
_YTTERST = 30  # elements round a paragraph that are looked at
_INNHOLD = ("toc ", "table of figures")
_DYPEST_FELT = 30
"""Fields inside each other: Word has twenty."""


@dataclass(slots=True)
class Felles:
    """What the parts of a file have in common while they are read."""

    stiler: Stiler
    nivåer: dict[str, int]
    nummer: Nummerering
    tabeller: int = 0
    sløyfet: list[Sløyfet] = field(default_factory=list)


class _Rundt(NamedTuple):
    """What stands around a run or a paragraph: a link, a content control that isn't filled in, a table of contents."""

    lenke: str = ""
    plassholder: bool = False
    innhold: bool = False


class Delleser:
    """One part while it is read. `noter` are the notes referred to, in order; `merknader` where each comment is."""

    def __init__(self, felles: Felles, hvor: Del, lenker: dict[str, str]) -> None:
        self.utkast: list[Utkast] = []
        self.noter: dict[str, Utkast] = {}
        self.merknader: dict[str, Utkast] = {}
        self.sider = 1
        self._felles = felles
        self._hvor = hvor
        self._lenker = lenker
        self._tabeller: list[Tabell] = []
        self._felt: list[tuple[str, bool]] = []  # of each open field: its instruction, and whether its result has begun
        self._ved: Utkast | None = None
        self._sist: tuple[Utkast | None, int, str] = (None, -1, "")
        self._rundt: tuple[Element | None, _Rundt] = (None, _Rundt())
        self._kjøring: tuple[Element | None, Stil | None, Skrift] = (None, None, INGEN)

    def les(self, root: Element) -> None:
        """Read the part."""
        for hendelse in Hendelser().les(root):
            if isinstance(hendelse, Avsnitt):
                self._avsnitt(hendelse)
            elif hendelse.navn == "tbl":
                if hendelse.slutt:
                    self._tabeller.pop()
                else:
                    self._tabeller.append(
                        Tabell(self._felles.tabeller, self._tabeller[-1].rute if self._tabeller else None)
                    )
                    self._felles.tabeller += 1
            elif self._tabeller and not hendelse.slutt:
                self._tabeller[-1].begynn(hendelse.navn, hendelse.element)

    def _avsnitt(self, avsnitt: Avsnitt) -> None:
        felles = self._felles
        egenskaper = avsnitt.egenskaper if avsnitt.egenskaper is not None else ()
        stil_id = next((value(e) for e in egenskaper if local(e) == "pStyle"), felles.stiler.vanlig)
        stil = felles.stiler.stil(stil_id)
        nivå = next((level_of(e) for e in egenskaper if local(e) == "outlineLvl"), felles.nivåer.get(stil_id))
        innrykk = stiler_.innrykk(egenskaper)
        tabell = self._tabeller[-1] if self._tabeller else None
        u = Utkast(
            Del.TEKSTBOKS if avsnitt.dybde and self._hvor is Del.TEKST else self._hvor,
            self.sider if self._hvor is Del.TEKST else None,
            stil="" if stil_id == felles.stiler.vanlig else stil.navn,
            nivå=nivå if nivå is not None and nivå <= BODY_TEXT else None,
            innrykk=(stil.innrykk or 0.0) if innrykk is None else innrykk,
            rute=tabell.rute if tabell else None,
        )
        borte = tabell.borte if tabell else ""
        # What is left out of a row that is left out itself, is told where the row was.
        self._ved = u if not borte else self.utkast[-1] if self.utkast else None
        innhold = stil.navn.lower().startswith(_INNHOLD)
        if avsnitt.element is not None:
            rundt = self._rundt_om(avsnitt.element)
            innhold |= rundt.innhold
        for stykke in avsnitt.stykker:
            innhold |= any(instruks.lstrip().upper().startswith("TOC") for instruks, _ in self._felt)
            self._stykke(u, stykke, stil, rundt.plassholder if avsnitt.element is not None else False)
        if innhold and u.hvor is Del.TEKST:
            u.hvor = Del.INNHOLDSFORTEGNELSE
        if not borte:
            self._nummer(u, egenskaper, stil, har_innrykk=innrykk is not None)
            ta(self.utkast, u)
        elif u.tekst:
            felles.sløyfet.append(Sløyfet(u.tekst, self._ved, borte))
        for id in avsnitt.merknader:
            self.merknader.setdefault(id, u)

    def _nummer(self, u: Utkast, egenskaper: Element | tuple[()], stil: Stil, *, har_innrykk: bool) -> None:
        nummer = self._felles.nummer
        liste, nivå = stiler_.liste(egenskaper)
        if not liste:
            liste, nivå = stil.liste, stil.listenivå if nivå is None else nivå
        elif nivå is None:
            nivå = 0
        if (dybde := nummer.nivå(liste, nivå, stil.id)) is None:
            return
        u.nummer = nummer.neste(liste, dybde)
        if u.nivå is None:
            u.listenivå = dybde
        if not har_innrykk and (innrykk := nummer.innrykk(liste, dybde)) is not None:
            u.innrykk = innrykk

    def _stykke(self, u: Utkast, stykke: Stykke, stil: Stil, plassholder: bool) -> None:
        navn, element, _ = stykke
        if navn in ("fldChar", "instrText"):
            self._feltdel(navn, element)
        elif navn == "lastRenderedPageBreak":
            self.sider += 1
            if not u.stykker and self._hvor is Del.TEKST:
                u.side = self.sider
        elif navn in _STRØKET:
            self._sløyf(tekst_i(element, {"t", "delText"}), u, _STRØKET[navn])
        elif navn in ("footnoteReference", "endnoteReference"):
            nøkkel = note_key(navn, element)
            if nøkkel not in self.noter:
                self.noter[nøkkel] = u
                u.note(nøkkel)
        elif navn != "delText":
            tekst = self._tekst(navn, element)
            look, rundt = self._utseende(element, stil), self._rundt_om(element)
            if look.skjult:
                self._sløyf(tekst, u, _SKJULT)
            elif look.strøket:
                self._sløyf(tekst, u, STRØKET_TEKST)
            elif plassholder or rundt.plassholder:
                self._sløyf(tekst, u, _PLASSHOLDER)
            else:
                lenke = rundt.lenke or self._feltlenke()
                u.legg(
                    tekst, Utseende(bool(look.fet), bool(look.kursiv), bool(look.understreket), bool(look.store), lenke)
                )

    def _sløyf(self, tekst: str, u: Utkast, hvorfor: str) -> None:
        """Leave a text of a paragraph out; what stands side by side is told as one."""
        sløyfet, plass = self._felles.sløyfet, len(u.stykker)
        if sløyfet and (u, plass, hvorfor) == self._sist and len(sløyfet[-1].tekst) < _LENGST:
            tekst = sløyfet.pop().tekst + tekst
        sløyfet.append(Sløyfet(tekst, self._ved, hvorfor))
        self._sist = u, plass, hvorfor

    @staticmethod
    def _tekst(navn: str, element: Element) -> str:
        if navn == "t":
            return element.text or ""
        if navn == "sym":
            return symbol(attribute(element, "font"), attribute(element, "char"))
        return tekst_i(element, {"t"}) if navn == "fldSimple" else _FAST[navn]

    def _feltdel(self, navn: str, element: Element) -> None:
        slag = attribute(element, "fldCharType")
        if navn == "instrText" and self._felt:
            instruks, i_svaret = self._felt[-1]
            self._felt[-1] = (instruks + (element.text or ""))[:500], i_svaret
        elif slag == "begin":
            if len(self._felt) == _DYPEST_FELT:  # each is looked through for every piece of text in it
                del self._felt[0]
            self._felt.append(("", False))
        elif slag == "separate" and self._felt:
            self._felt[-1] = self._felt[-1][0], True
        elif slag == "end" and self._felt:
            self._felt.pop()

    def _feltlenke(self) -> str:
        for instruks, i_svaret in reversed(self._felt):
            ord_ = instruks.split(maxsplit=2)
            if i_svaret and len(ord_) > 1 and ord_[0].upper() == "HYPERLINK" and not ord_[1].startswith("\\"):
                return ord_[1].strip('"')
        return ""

    def _utseende(self, element: Element, stil: Stil) -> Skrift:
        """Return how a piece of text looks: as the others of its run, which may be a hundred thousand line breaks."""
        kjøring = element.getparent()
        if kjøring is None or kjøring is not self._kjøring[0] or stil is not self._kjøring[1]:
            self._kjøring = kjøring, stil, self._skrift(kjøring, stil)
        return self._kjøring[2]

    def _skrift(self, kjøring: Element | None, stil: Stil) -> Skrift:
        egne = next((e for e in kjøring if local(e) == "rPr"), None) if kjøring is not None else None
        if egne is None:
            return stil.skrift
        tegnstil = next((value(e) for e in egne if local(e) == "rStyle"), "")
        under = stil.skrift
        if tegnstil and (tegn := self._felles.stiler.stil(tegnstil).skrift) != INGEN:
            # Bold in both is plain, as Word has it; but for underlining.
            under = Skrift(*(bool(a) != bool(b) if a is not None else b for a, b in zip(tegn, under, strict=True)))
            under = under._replace(understreket=tegn.understreket or under.understreket)
        return skrift(egne).over(under)

    def _rundt_om(self, element: Element) -> _Rundt:
        """Return what stands around an element, out to the nearest paragraph, cell or part that it is in."""
        over = element.getparent()
        if over is not None and local(over) == "r":
            over = over.getparent()
        if over is not None and over is self._rundt[0]:
            return self._rundt[1]
        først, lenke, plassholder, innhold = over, "", False, False
        for _ in range(_YTTERST):
            if over is None or (navn := local(over)) in ("p", "body", "tc", "txbxContent", "hdr", "ftr"):
                break
            if navn == "hyperlink":
                lenke = lenke or self._lenker.get(_id(over), "")
            elif navn == "sdt":
                egenskaper = next((e for e in over if local(e) == "sdtPr"), None)
                for e in egenskaper.iter() if egenskaper is not None else ():
                    plassholder |= local(e) == "showingPlcHdr"
                    innhold |= local(e) == "docPartGallery" and value(e) == "Table of Contents"
            over = over.getparent()
        rundt = _Rundt(lenke, plassholder, innhold)
        self._rundt = først, rundt
        return rundt


def tekst_i(element: Element, navn: set[str]) -> str:
    """Return the text in an element: of those of these names, and their tabs and line breaks."""
    return "".join(
        (barn.text or "") if (slag := local(barn)) in navn else _FAST.get(slag, "") for barn in element.iter("*")
    )


def _id(lenke: Element) -> str:
    return next((str(v) for k, v in lenke.items() if str(k).endswith("relationships}id")), "")

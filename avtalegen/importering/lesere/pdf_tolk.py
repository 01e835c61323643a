"""What a page of a PDF draws: its words with where they stand and how they look, and the lines that are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from avtalegen.importering.lesere.feil import for_mye
from avtalegen.importering.lesere.pdf_matrise import ENHET, Matrise, ganget, matrise, tall
from avtalegen.importering.lesere.pdf_skrift import Skrift
from avtalegen.importering.lesere.pdf_streker import BANE, TEGNER, Baner, Strek

_DYPEST = 8  # drawings inside each other
_MEST_INNHOLD = 2_000_000  # bytes of what is drawn, in a whole file
_MEST_SKRITT = 250_000
_MELLOMROM = 0.18  # of the size: less between two characters is no space
_LENGST = 200  # characters that are put together to one word
_INTET = 0.03  # of the size: so little room is no space, even where the file has one


class Ord(NamedTuple):
    """A word: from and to, its baseline, its size in points, how it looks, and whether a space goes before it.

    `merke` is the number that the tags of the file know it by, and `PYNT` for what is no part of what they tell, and
    `lenke` is the address that they say it leads to.
    """

    x0: float
    x1: float
    y: float
    størrelse: float
    tekst: str
    fet: bool
    kursiv: bool
    luft: bool
    merke: int | None = None
    lenke: str = ""


PYNT = -1


@dataclass(slots=True)
class Side:
    """What a page draws. `skrå` is what is written at an angle; `bilder` how many pictures there are.

    `merknader` are the remarks on it, each with who has made it.
    """

    ord: list[Ord] = field(default_factory=list)
    streker: list[Strek] = field(default_factory=list)
    skrå: list[str] = field(default_factory=list)
    merknader: list[tuple[str, str]] = field(default_factory=list)
    bilder: int = 0
    ukjente: int = 0  # characters of fonts that don't tell what they are


@dataclass(slots=True)
class _Tilstand:
    """What q saves and Q gives back."""

    ctm: Matrise = ENHET
    skrift: Skrift | None = None
    størrelse: float = 0.0
    tegn: float = 0.0
    luft: float = 0.0
    bredde: float = 1.0
    linje: float = 0.0
    løft: float = 0.0


@dataclass(slots=True)
class Regnskap:
    """How much of a file has been read."""

    innhold: int = 0
    skritt: int = 0
    skrifter: dict[int, Skrift] = field(default_factory=dict)

    def skritt_til(self, antall: int = 1) -> None:
        """Count steps; raises `KildeFeil` when there are more than a document has."""
        self.skritt += antall
        if self.skritt > _MEST_SKRITT:
            raise for_mye()


class Tolk:
    """Reads what is drawn on a page."""

    def __init__(self, regnskap: Regnskap) -> None:
        self._baner = Baner()
        self.side = Side(streker=self._baner.streker)
        self._regnskap = regnskap
        self._t = _Tilstand()
        self._lager: list[_Tilstand] = []
        self._tm = self._tlm = ENHET
        self._merker: list[tuple[int | None, str | None, int]] = []  # number, what it stands for, the words before it
        self._sist: tuple[float, float] | None = None  # where the last word ended, when nothing has come between
        self._mellomrom = False

    def tegn(
        self, innhold: StreamObject, ressurser: DictionaryObject, pdf: Any, ctm: Matrise = ENHET, dybde: int = 0
    ) -> None:
        """Read a stream of what is drawn."""
        data = innhold.get_data()
        self._regnskap.innhold += len(data)
        if self._regnskap.innhold > _MEST_INNHOLD or dybde > _DYPEST:
            raise for_mye()
        før, self._t = self._t, replace(self._t, ctm=ganget(ctm, self._t.ctm))
        dypest = len(self._lager)
        for verdier, operator in ContentStream(innhold, pdf, "bytes").operations:
            self._regnskap.skritt_til()
            op = operator.decode("latin-1")
            if op == "Do":
                self._figur(verdier, ressurser, pdf, dybde)
            elif op == "Tf":
                self._velg(verdier, ressurser)
            elif op in ("BDC", "BMC"):
                self._merk(verdier, ressurser)
            elif op == "EMC":
                self._umerk()
            elif op == "Q":
                if len(self._lager) > dypest:
                    self._t = self._lager.pop()
            elif isinstance(verdier, list):
                self._gjør(op, verdier)
        del self._lager[dypest:]
        self._t = før

    def _merk(self, verdier: Any, ressurser: DictionaryObject) -> None:
        if len(self._merker) > 1_000:
            raise for_mye()
        egenskaper = verdier[1] if len(verdier) > 1 else None
        if isinstance(egenskaper, str):
            egenskaper = _oppslag(ressurser, "/Properties").get(egenskaper)
            egenskaper = egenskaper.get_object() if egenskaper is not None else None
        sagt = egenskaper if isinstance(egenskaper, DictionaryObject) else DictionaryObject()
        nr, står_for = sagt.get("/MCID"), sagt.get("/ActualText")
        if verdier and verdier[0] == "/Artifact":
            nr = PYNT
        elif not isinstance(nr, int):
            nr = self._merker[-1][0] if self._merker else None
        tekst = str(står_for) if isinstance(står_for, str) else None
        self._merker.append((nr, tekst, len(self.side.ord)))

    def _umerk(self) -> None:
        if not self._merker:
            return
        _, tekst, fra = self._merker.pop()
        ord_ = self.side.ord[fra:]
        # A hyphen that stands for none, a ligature: a piece of a word, never many.
        if tekst is not None and len(ord_) == 1 and len(tekst) <= 2 * len(ord_[0].tekst) + 2 and " " not in tekst:
            self.side.ord[fra] = ord_[0]._replace(tekst=tekst or "\u00ad")

    def _figur(self, verdier: Any, ressurser: DictionaryObject, pdf: Any, dybde: int) -> None:
        figurer = _oppslag(ressurser, "/XObject")
        figur = figurer.get(verdier[0]) if verdier else None
        figur = figur.get_object() if figur is not None else None
        if not isinstance(figur, StreamObject):
            return
        if figur.get("/Subtype") == "/Image":
            self.side.bilder += 1
        elif figur.get("/Subtype") == "/Form":
            egne = figur.get("/Resources")
            egne = egne.get_object() if egne is not None else None
            egne = egne if isinstance(egne, DictionaryObject) else ressurser
            sagt = figur.get("/Matrix")
            egen = tall(list(sagt), 6) if isinstance(sagt, ArrayObject) else None
            tm = self._tm, self._tlm
            self.tegn(figur, egne if isinstance(egne, DictionaryObject) else ressurser, pdf, matrise(egen), dybde + 1)
            self._tm, self._tlm = tm

    def _velg(self, verdier: Any, ressurser: DictionaryObject) -> None:
        sagt = tall(verdier, 1)
        if len(verdier) < 2 or sagt is None:
            return
        self._t.størrelse = sagt[0]
        skrift = _oppslag(ressurser, "/Font").get(verdier[0])
        skrift = skrift.get_object() if skrift is not None else None
        if not isinstance(skrift, DictionaryObject):
            self._t.skrift = None
            return
        kjente = self._regnskap.skrifter
        if id(skrift) not in kjente:
            kjente[id(skrift)] = Skrift(skrift)
        self._t.skrift = kjente[id(skrift)]

    def _gjør(self, op: str, verdier: list[Any]) -> None:
        t = self._t
        if op == "q":
            if len(self._lager) < 1_000:
                self._lager.append(replace(t))
        elif op == "cm":
            if (m := tall(verdier, 6)) is not None:
                t.ctm = ganget(matrise(m), t.ctm)
        elif op == "BT":
            self._tm = self._tlm = ENHET
        elif op in BANE:
            self._baner.følg(op, verdier, t.ctm)
        elif op in TEGNER:
            self._baner.tegn(op)
        elif op in ("Tj", "'", '"', "TJ"):
            self._vis(op, verdier)
        elif op in ("Td", "TD", "T*", "Tm"):
            self._flytt(op, verdier)
        elif op in _TILSTAND and (n := tall(verdier, 1)) is not None:
            setattr(t, _TILSTAND[op], n[0] / 100 if op == "Tz" else n[0])

    def _flytt(self, op: str, verdier: list[Any]) -> None:
        if op == "Tm":
            if (m := tall(verdier, 6)) is not None:
                self._tm = self._tlm = matrise(m)
            return
        flytt = (0.0, -self._t.linje) if op == "T*" else tall(verdier, 2)
        if flytt is None:
            return
        if op == "TD":
            self._t.linje = -flytt[1]
        self._tm = self._tlm = ganget((1.0, 0.0, 0.0, 1.0, flytt[0], flytt[1]), self._tlm)

    def _vis(self, op: str, verdier: list[Any]) -> None:
        if op in ("'", '"'):
            if op == '"' and (n := tall(verdier[:2], 2)) is not None:
                self._t.luft, self._t.tegn = n
            self._flytt("T*", [])
        deler = verdier[-1] if verdier else None
        self._skriv(deler if op == "TJ" and isinstance(deler, list) else [deler])

    def _skriv(self, deler: list[Any]) -> None:
        """Write characters, word for word; a number among them moves what comes after it."""
        t = self._t
        ordet, start = "", 0.0
        x = slutt = 0.0
        for del_ in deler:
            self._regnskap.skritt_til()
            if not isinstance(del_, bytes | str):
                if (n := tall([del_], 1)) is not None:
                    x -= n[0] / 1000 * t.størrelse * t.bredde
                continue
            data = del_ if isinstance(del_, bytes) else del_.encode("latin-1", "replace")
            if t.skrift is None or not t.skrift.kjent:
                self.side.ukjente += len(data)
                continue
            self._regnskap.skritt_til(len(data) // 4)
            if ordet and (len(ordet) >= _LENGST or not self._går_videre(x - slutt)):
                self._ord(ordet, start, slutt)
                ordet = ""
            for tegn, bredde, mellomrom in t.skrift.tegn(data):
                if not tegn or tegn.isspace():
                    self._ord(ordet, start, x)
                    ordet = ""
                    x += (bredde * t.størrelse + t.tegn + (t.luft if mellomrom else 0.0)) * t.bredde
                    self._mellomrom = True
                else:
                    if not ordet:
                        start = x
                    ordet += tegn
                    x += (bredde * t.størrelse + t.tegn) * t.bredde
            slutt = x
        self._ord(ordet, start, slutt)
        self._tm = ganget((1.0, 0.0, 0.0, 1.0, x, 0.0), self._tm)

    def _går_videre(self, hull: float) -> bool:
        """Tell whether a piece so far after the end of the last one is the same word."""
        if not hull:
            return True
        m = ganget(self._tm, self._t.ctm)
        størrelse = abs(self._t.størrelse) * (m[2] ** 2 + m[3] ** 2) ** 0.5
        return bool(-0.5 * størrelse < hull * m[0] < _MELLOMROM * størrelse)

    def _ord(self, tekst: str, fra: float, til: float) -> None:
        if not tekst or self._t.skrift is None:
            return
        t, m = self._t, ganget(self._tm, self._t.ctm)
        x0, x1 = (m[0] * x + m[2] * t.løft + m[4] for x in (fra, til))
        y = m[1] * fra + m[3] * t.løft + m[5]
        størrelse = abs(t.størrelse) * (m[2] ** 2 + m[3] ** 2) ** 0.5
        if abs(m[1]) > 0.1 * abs(m[0]) or m[0] < 0:
            self.side.skrå.append(tekst)
            return
        sist, self._sist = self._sist, (x1, y)
        # A piece that goes on where the last one ended is the same word.
        like = sist is not None and abs(sist[1] - y) < 0.1 * størrelse + 0.1
        # So is one after a space that takes no room: that is where the word may be divided.
        mest, self._mellomrom = _INTET if self._mellomrom else _MELLOMROM, False
        luft = not (like and sist is not None and -0.5 * størrelse < x0 - sist[0] < mest * størrelse)
        fet, kursiv = t.skrift.fet if t.skrift else False, t.skrift.kursiv if t.skrift else False
        merke, første = (self._merker[-1][0], self._merker[-1][2]) if self._merker else (None, 0)
        o = Ord(x0, x1, y, størrelse, tekst, fet, kursiv, luft, merke)
        før = self.side.ord[-1] if not luft and len(self.side.ord) > første else None
        # Some programs draw one character at a time: what is counted and placed, is words.
        if før and len(før.tekst) < _LENGST and _utseende(før) == _utseende(o):
            self.side.ord[-1] = før._replace(x1=max(før.x1, x1), tekst=før.tekst + tekst)
        else:
            self.side.ord.append(o)


def _utseende(o: Ord) -> tuple[float, float, bool, bool, int | None]:
    return o.y, o.størrelse, o.fet, o.kursiv, o.merke


_TILSTAND = {"Tc": "tegn", "Tw": "luft", "Tz": "bredde", "TL": "linje", "Ts": "løft"}


def _oppslag(ressurser: DictionaryObject, navn: str) -> DictionaryObject:
    funnet = ressurser.get(navn)
    funnet = funnet.get_object() if funnet is not None else None
    return funnet if isinstance(funnet, DictionaryObject) else DictionaryObject()

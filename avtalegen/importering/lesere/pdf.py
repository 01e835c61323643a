"""An old agreement as a PDF with text in it: columns, tables that are drawn or aligned, and what is round the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject

from avtalegen.dokument.stille import stille
from avtalegen.importering.kilde import Del, Kilde
from avtalegen.importering.lesere.feil import KildeFeil, for_mye, skadet
from avtalegen.importering.lesere.linjeskift import Ordliste
from avtalegen.importering.lesere.pdf_avsnitt import Avsnittsleser, avstand, radtekst
from avtalegen.importering.lesere.pdf_blokker import dekker, igjen, linjer, ord_etter_merke
from avtalegen.importering.lesere.pdf_felt import felter, merknader
from avtalegen.importering.lesere.pdf_linjert import linjerte
from avtalegen.importering.lesere.pdf_matrise import ENHET, Matrise, ganget
from avtalegen.importering.lesere.pdf_merket import Merket
from avtalegen.importering.lesere.pdf_rader import Rad, i_rekkefølge, rader
from avtalegen.importering.lesere.pdf_ruter import rutenett
from avtalegen.importering.lesere.pdf_tolk import PYNT, Ord, Regnskap, Side, Tolk
from avtalegen.importering.lesere.sidekanter import Kant, kanter
from avtalegen.importering.lesere.utkast import Sløyfet, Utkast, ferdig

_MEST_PDF = 20_000_000
_MEST_SIDER = 300
_MEST_ORD = 40_000
_MEST_UTPAKKET = 20_000_000
_MEST_I_INNHOLDET = 300_000  # numbers, texts and operators of one page
_MEST_I_EN = 50_000  # in one array or dictionary, and objects
_KANT = 0.12  # of the height of a page, at the top and at the foot
_MEST_UKJENT = 0.3  # of the characters
_PYNT = "gjentatt av programmet som laget filen"
_LÅST = (
    "PDF-en er låst med passord. Åpne den med passordet, og skriv den ut eller lagre den som en ny PDF uten passord."
)
_BILDE = (
    "PDF-en har ingen tekst, bare bilder av sidene. Den er skannet. Bruk tekstgjenkjenning (OCR) på den først, og prøv "
    "igjen med filen du får."
)


def les(data: bytes, navn: str) -> Kilde:
    """Return the agreement in an untrusted PDF. Raises `KildeFeil`."""
    # Where there is no table of the objects, the library looks for each.
    if len(data) > _MEST_PDF or data.count(b" obj") > _MEST_I_EN:
        raise for_mye()
    try:
        with _begrenset():
            return _les(data, navn)
    except KildeFeil:
        raise
    except LimitReachedError as error:
        raise for_mye() from error
    except (Exception, RecursionError) as error:  # the library lets through whatever a broken file leads to
        raise skadet("PDF-en") from error


def _les(data: bytes, navn: str) -> Kilde:
    leser = PdfReader(BytesIO(data))
    if leser.is_encrypted and not _åpnet(leser):
        raise KildeFeil(_LÅST)
    regnskap, sider, høyder = Regnskap(), list[Side](), list[tuple[float, float]]()
    for nr, side in enumerate(leser.pages):
        if nr >= _MEST_SIDER:
            raise for_mye()
        sider.append(_tegnet(side, leser, regnskap))
        boks, liggende = side.mediabox, side.rotation % 180 != 0
        høyder.append((float(boks.left), float(boks.right)) if liggende else (float(boks.bottom), float(boks.top)))
        if sum(len(en.ord) for en in sider) > _MEST_ORD:
            raise for_mye()
    antall = sum(len(o.tekst) for side in sider for o in side.ord)
    ukjente = sum(side.ukjente for side in sider)
    if not antall and not ukjente:
        raise KildeFeil(_BILDE)
    if ukjente > _MEST_UKJENT * (antall + ukjente):
        raise KildeFeil(
            "PDF-en sier ikke hvilke bokstaver tegnene i den er. Bruk tekstgjenkjenning (OCR) på den først, eller bruk "
            "dokumentet som den er laget av."
        )
    return _Oppsett(sider, høyder).kilde(navn, _merket(leser))


def _snudd(side: Any) -> Matrise:
    """Return what turns a page the way that it is shown."""
    boks = side.mediabox
    bredde, høyde = float(boks.left) + float(boks.right), float(boks.bottom) + float(boks.top)
    måter: dict[int, Matrise] = {
        90: (0.0, -1.0, 1.0, 0.0, 0.0, bredde),
        180: (-1.0, 0.0, 0.0, -1.0, bredde, høyde),
        270: (0.0, 1.0, -1.0, 0.0, høyde, 0.0),
    }
    return måter.get(side.rotation % 360, ENHET)


def _merket(leser: PdfReader) -> Merket | None:
    """Return what the tags of a file tell; None when it has none that can be read."""
    try:
        rot = leser.trailer["/Root"].get_object()
        tre = rot.get("/StructTreeRoot") if isinstance(rot, DictionaryObject) else None
        tre = tre.get_object() if tre is not None else None
        sider = {side.indirect_reference.idnum: nr for nr, side in enumerate(leser.pages) if side.indirect_reference}
        return Merket(tre, sider) if isinstance(tre, DictionaryObject) else None
    except (Exception, RecursionError):  # tags that are broken: the page is there all the same
        return None


def _åpnet(leser: PdfReader) -> bool:
    """Open a file that only asks for a password when somebody wants to change it."""
    try:
        return bool(leser.decrypt(""))
    except Exception:  # a way of locking that isn't known here
        return False


def _tegnet(side: Any, leser: PdfReader, regnskap: Regnskap) -> Side:
    tolk = Tolk(regnskap)
    innhold, ressurser = side.get_contents(), side.get("/Resources")
    ressurser = ressurser.get_object() if ressurser is not None else DictionaryObject()
    if innhold is not None and isinstance(ressurser, DictionaryObject):
        tolk.tegn(innhold, ressurser, leser, _snudd(side))
    for bilde, egne, plass in felter(side):
        tolk.tegn(bilde, egne, leser, ganget(plass, _snudd(side)))
    tolk.side.merknader += merknader(side)
    return tolk.side


class _Oppsett:
    """The pages of a file as lines."""

    def __init__(self, sider: list[Side], høyder: list[tuple[float, float]]) -> None:
        self._sider = sider
        self._høyder = høyder
        alle = [rad for side in sider for rad in rader(side.ord)]
        self._ordliste = Ordliste(" ".join(o.tekst for o in rad.ord) for rad in alle)
        størrelser = Counter(round(o.størrelse * 2) / 2 for side in sider for o in side.ord for _ in o.tekst)
        self._vanlig = størrelser.most_common(1)[0][0] if størrelser else 10.0
        self._topp: list[Utkast] = []
        self._kropp: list[Utkast] = []
        self._bunn: list[Utkast] = []
        self._sløyfet: list[Sløyfet] = []
        self._tabeller = 0

    def kilde(self, navn: str, merket: Merket | None) -> Kilde:
        """Return the source, by its tags when they tell of it, else by where everything stands."""
        ord_ = ord_etter_merke(self._sider, merket.lenker if merket else {})
        noter: dict[str, list[Utkast]] = {}
        if merket and merket.blokker and dekker(merket.blokker, ord_, self._sider):
            lest = linjer(merket.blokker, ord_, self._ordliste)
            self._kropp += (u for u in lest if u.hvor is not Del.FOTNOTE)
            noter = {str(nr): [u] for nr, u in enumerate(lest) if u.hvor is Del.FOTNOTE}
            self._tabeller = merket.tabeller
            pynt = self._uten_kanter([[o for o in side.ord if o.merke == PYNT] for side in self._sider])
            for nr, (side, rester) in enumerate(zip(self._sider, pynt, strict=True)):
                sted = Utkast(side=nr + 1, linje=1)
                self._sløyfet += (Sløyfet(radtekst(rad), sted, _PYNT) for rad in rader(rester))
                self._side(nr + 1, igjen(ord_, side, nr))
        else:
            for nr, ord_på_siden in enumerate(self._uten_kanter([side.ord for side in self._sider]), 1):
                self._side(nr, ord_på_siden)
        for nr, side in enumerate(self._sider, 1):
            self._ved_siden_av(nr, side)
        return ferdig(navn, "pdf", [*self._topp, *self._kropp], noter, self._bunn, self._sløyfet, len(self._sider))

    def _uten_kanter(self, ord_: list[list[Ord]]) -> list[list[Ord]]:
        """Take what is at the top and at the foot of the pages, and return the rest of the words of each."""
        alle = [rader(noen) for noen in ord_]
        tekster = []
        for side, (bunn, topp) in zip(alle, self._høyder, strict=True):
            smal = _KANT * (topp - bunn)
            tekster.append([radtekst(rad) if not bunn + smal < rad.y < topp - smal else "" for rad in side])
        igjen_: list[list[Ord]] = []
        for nr, (side, kant) in enumerate(zip(alle, kanter(tekster), strict=True), 1):
            igjen_.append([o for rad, hva in zip(side, kant, strict=True) if hva is Kant.NEI for o in rad.ord])
            for rad, hva in zip(side, kant, strict=True):
                øverst = hva in (Kant.TOPP, Kant.TOPP_IGJEN)
                u = Utkast(Del.TOPPTEKST if øverst else Del.BUNNTEKST, nr, 1)
                u.legg(radtekst(rad))
                if hva in (Kant.TOPP_IGJEN, Kant.BUNN_IGJEN):
                    self._sløyfet.append(Sløyfet(u.tekst, u, f"{u.hvor.value} som står på flere sider"))
                elif hva is not Kant.NEI:
                    (self._topp if øverst else self._bunn).append(u)
        return igjen_

    def _side(self, nr: int, ord_: list[Ord]) -> None:
        """Read words of a page by where they stand."""
        streker = self._sider[nr - 1].streker
        nett = rutenett(streker)
        løse_streker = [s for s in streker if not any(n.y0 - 3 <= s.y0 <= n.y1 + 3 for n in nett)]
        nett += linjerte(løse_streker, ord_)
        nett.sort(key=lambda n: (n.x1 - n.x0) * (n.y1 - n.y0))
        i_nett: dict[int, list[Ord]] = {}
        løse: list[Ord] = []
        for o in ord_:
            ett = next((n for n in nett if n.plass(o) >= 0), None)
            (i_nett.setdefault(id(ett), []) if ett else løse).append(o)
        alle = [*rader(løse), *(Rad(n.y1, [], n) for n in nett if id(n) in i_nett)]
        linje = 0
        spalter = [*i_rekkefølge(sorted(alle, key=lambda rad: -rad.y))]
        luft = avstand(spalter)
        for spalte in spalter:
            leser = Avsnittsleser(self._ordliste, self._vanlig, luft, nr, linje)
            self._tabeller = leser.les(spalte, i_nett, self._tabeller)
            leser.over(self._kropp)
            self._kropp += leser.utkast
            linje = leser.linje

    def _ved_siden_av(self, nr: int, side: Side) -> None:
        """Tell what is on a page, and is no text of it."""
        sted = Utkast(side=nr, linje=1)
        self._sløyfet += (Sløyfet(tekst, sted, "står på tvers av siden") for tekst in side.skrå)
        for av, tekst in side.merknader:
            self._sløyfet.append(Sløyfet(tekst, sted, f"merknad i margen fra {av}" if av else "merknad i margen"))
        if side.bilder and not side.ord:
            self._sløyfet.append(Sløyfet(f"[side {nr}]", sted, "siden er et bilde uten tekst"))


@contextmanager
def _begrenset() -> Iterator[None]:
    """Let the library unpack no more than an agreement has, and say nothing."""
    grenser = apply_configuration(
        zlib_maximum_output_length=_MEST_UTPAKKET,
        lzw_maximum_output_length=_MEST_UTPAKKET,
        run_length_maximum_output_length=_MEST_UTPAKKET,
        array_based_stream_maximum_output_length=_MEST_UTPAKKET,
        stream_decoding_work_maximum_length=4 * _MEST_UTPAKKET,
        stream_parsing_work_maximum_count=_MEST_I_INNHOLDET,
        zlib_maximum_recovery_input_length=0,
        array_maximum_element_count=_MEST_I_EN,
        dictionary_maximum_element_count=_MEST_I_EN,
    )
    with stille("pypdf"), grenser:
        yield

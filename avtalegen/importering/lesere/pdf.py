"""An old agreement as a PDF with text in it: columns, tables that are drawn or aligned, and what is round the pages."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.generic import DictionaryObject

from avtalegen.importering.kilde import Del, Kilde
from avtalegen.importering.lesere.feil import KildeFeil, for_mye, skadet
from avtalegen.importering.lesere.linjeskift import Ordliste
from avtalegen.importering.lesere.pdf_avsnitt import Avsnittsleser, avstand, radtekst
from avtalegen.importering.lesere.pdf_felt import felter, merknader
from avtalegen.importering.lesere.pdf_rader import Rad, i_rekkefølge, rader
from avtalegen.importering.lesere.pdf_ruter import rutenett
from avtalegen.importering.lesere.pdf_tolk import Ord, Regnskap, Side, Tolk
from avtalegen.importering.lesere.sidekanter import Kant, kanter
from avtalegen.importering.lesere.utkast import Sløyfet, Utkast, ferdig

_MEST_PDF = 20_000_000
_MEST_SIDER = 300
_MEST_ORD = 100_000
_MEST_UTPAKKET = 20_000_000
_MEST_I_EN = 50_000  # in one array or dictionary
_KANT = 0.12  # of the height of a page, at the top and at the foot
_MEST_UKJENT = 0.3  # of the characters
_LÅST = (
    "PDF-en er låst med passord. Åpne den med passordet, og skriv den ut eller lagre den som en ny PDF uten passord."
)
_BILDE = (
    "PDF-en har ingen tekst, bare bilder av sidene. Den er skannet. Bruk tekstgjenkjenning (OCR) på den først, og prøv "
    "igjen med filen du får."
)


def les(data: bytes, navn: str) -> Kilde:
    """Return the agreement in an untrusted PDF. Raises `KildeFeil`."""
    if len(data) > _MEST_PDF:
        raise for_mye()
    try:
        with _begrenset():
            return _les(data, navn)
    except KildeFeil:
        raise
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
        høyder.append((float(side.mediabox.bottom), float(side.mediabox.top)))
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
    return _Oppsett(sider, høyder).kilde(navn)


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
        tolk.tegn(innhold, ressurser, leser)
    for bilde, egne, plass in felter(side):
        tolk.tegn(bilde, egne, leser, plass)
    tolk.side.merknader += merknader(side)
    return tolk.side


class _Oppsett:
    """The pages of a file as lines."""

    def __init__(self, sider: list[Side], høyder: list[tuple[float, float]]) -> None:
        self._sider = sider
        self._høyder = høyder
        self._rader = [rader(side.ord) for side in sider]
        self._ordliste = Ordliste(" ".join(o.tekst for o in rad.ord) for side in self._rader for rad in side)
        størrelser = Counter(round(o.størrelse * 2) / 2 for side in sider for o in side.ord for _ in o.tekst)
        self._vanlig = størrelser.most_common(1)[0][0] if størrelser else 10.0

    def kilde(self, navn: str) -> Kilde:
        """Return the source."""
        topp, kropp, bunn = list[Utkast](), list[Utkast](), list[Utkast]()
        sløyfet: list[Sløyfet] = []
        tabeller = 0
        for nr, (side, kant) in enumerate(zip(self._sider, self._kanter(), strict=True), 1):
            igjen: list[Ord] = []
            for rad, hva in zip(self._rader[nr - 1], kant, strict=True):
                if hva is Kant.NEI:
                    igjen += rad.ord
                    continue
                øverst = hva in (Kant.TOPP, Kant.TOPP_IGJEN)
                u = Utkast(Del.TOPPTEKST if øverst else Del.BUNNTEKST, nr, 1)
                u.legg(radtekst(rad))
                if hva in (Kant.TOPP_IGJEN, Kant.BUNN_IGJEN):
                    sløyfet.append(Sløyfet(u.tekst, u, f"{u.hvor.value} som står på flere sider"))
                else:
                    (topp if øverst else bunn).append(u)
            tabeller = self._side(nr, side, igjen, tabeller, kropp)
            sløyfet += (Sløyfet(t, Utkast(side=nr, linje=1), "står på tvers av siden") for t in side.skrå)
            for av, tekst in side.merknader:
                hvorfor = f"merknad i margen fra {av}" if av else "merknad i margen"
                sløyfet.append(Sløyfet(tekst, Utkast(side=nr, linje=1), hvorfor))
            if side.bilder and not side.ord:
                sløyfet.append(Sløyfet(f"[side {nr}]", Utkast(side=nr, linje=1), "siden er et bilde uten tekst"))
        return ferdig(navn, "pdf", [*topp, *kropp], {}, bunn, sløyfet, len(self._sider))

    def _side(self, nr: int, side: Side, ord_: list[Ord], tabeller: int, kropp: list[Utkast]) -> int:
        nett = sorted(rutenett(side.streker), key=lambda n: (n.x1 - n.x0) * (n.y1 - n.y0))
        i_nett: dict[int, list[Ord]] = {}
        løse: list[Ord] = []
        for o in ord_:
            ett = next((n for n in nett if any(ramme.har(o) for ramme in n.rammer)), None)
            (i_nett.setdefault(id(ett), []) if ett else løse).append(o)
        alle = [*rader(løse), *(Rad(n.y1, [], n) for n in nett if id(n) in i_nett)]
        linje = 0
        spalter = [*i_rekkefølge(sorted(alle, key=lambda rad: -rad.y))]
        luft = avstand(spalter)
        for spalte in spalter:
            leser = Avsnittsleser(self._ordliste, self._vanlig, luft, nr, linje)
            tabeller = leser.les(spalte, i_nett, tabeller)
            leser.over(kropp)
            kropp += leser.utkast
            linje = leser.linje
        return tabeller

    def _kanter(self) -> list[list[Kant]]:
        tekster = []
        for alle, (bunn, topp) in zip(self._rader, self._høyder, strict=True):
            smal = _KANT * (topp - bunn)
            ytterst = [rad.y > topp - smal or rad.y < bunn + smal for rad in alle]
            tekster.append([radtekst(rad) if ytre else "" for rad, ytre in zip(alle, ytterst, strict=True)])
        return kanter(tekster)


@contextmanager
def _begrenset() -> Iterator[None]:
    """Let the library unpack no more than an agreement has, and say nothing."""
    logger = logging.getLogger("pypdf")
    nivå = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with apply_configuration(
            zlib_maximum_output_length=_MEST_UTPAKKET,
            lzw_maximum_output_length=_MEST_UTPAKKET,
            run_length_maximum_output_length=_MEST_UTPAKKET,
            array_based_stream_maximum_output_length=_MEST_UTPAKKET,
            stream_decoding_work_maximum_length=4 * _MEST_UTPAKKET,
            zlib_maximum_recovery_input_length=0,
            array_maximum_element_count=_MEST_I_EN,
            dictionary_maximum_element_count=_MEST_I_EN,
        ):
            yield
    finally:
        logger.setLevel(nivå)

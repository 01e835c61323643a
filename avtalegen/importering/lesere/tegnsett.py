"""Which characters the bytes of a text are: the one of the encodings used in Norway that gives the most Norwegian."""

from __future__ import annotations

import codecs

from avtalegen.importering.lesere.feil import KildeFeil
from avtalegen.modell.senere import senere

_MERKER = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ÅTTE_BITER = ("cp1252", "latin-1", "cp865", "cp850", "mac_roman")
_PRØVE = 200_000  # bytes that are weighed

_VANLIGE = frozenset("æøåÆØÅ")
_SJELDNE = frozenset("éèêóòôäöüÄÖÜÉčšžáđŋŧ«»–—“”’‘„…§½¼¾°€•·©®´£²³")
_USKREVET = senere("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_FEIL_STOR = senere("(?<=[a-zæøå])[ÆØÅ]|[æøå](?=[A-ZÆØÅ]{2})")
_IKKE_TEKST = 0.02  # of the characters, that nobody writes


def dekodet(data: bytes) -> str:
    """Return the text that the bytes are. Raises `KildeFeil` when they are no text."""
    tekst = _dekodet(data)
    if len(_USKREVET.findall(tekst[:_PRØVE])) > _IKKE_TEKST * len(tekst[:_PRØVE]):
        raise KildeFeil(
            "Filen er verken docx, odt, pdf, html, Markdown eller ren tekst. Kontroller at det er riktig fil, eller "
            "lagre avtalen som .docx, .odt, .pdf eller .txt."
        )
    return tekst


def _dekodet(data: bytes) -> str:
    for merke, koding in _MERKER:
        if data.startswith(merke):
            return data[len(merke) :].decode(koding, "replace")
    if to_bytes := _to_bytes(data):
        return data.decode(to_bytes, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    prøve = data[:_PRØVE]
    return data.decode(max(_ÅTTE_BITER, key=lambda koding: _likhet(prøve, koding)), "replace")


def _to_bytes(data: bytes) -> str | None:
    """Return the order of the bytes when each character has two, as in UTF-16 without its mark."""
    prøve = data[:2000]
    halvparten = max(len(prøve) // 2, 1)
    if prøve[1::2].count(0) > 0.7 * halvparten and prøve[::2].count(0) < 0.1 * halvparten:
        return "utf-16-le"
    if prøve[::2].count(0) > 0.7 * halvparten and prøve[1::2].count(0) < 0.1 * halvparten:
        return "utf-16-be"
    return None


def _likhet(data: bytes, koding: str) -> int:
    """Return how much what is not ASCII looks like Norwegian, read so."""
    tekst = data.decode(koding, "replace")
    poeng = -3 * len(_FEIL_STOR.findall(tekst))
    for tegn in tekst:
        if tegn >= "\x80":
            poeng += 3 if tegn in _VANLIGE else 1 if tegn in _SJELDNE else -3
    return poeng

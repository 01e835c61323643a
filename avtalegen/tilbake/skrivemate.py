"""What a value may be written as in the YAML, when the document shows it in other words than it did.

Each way is a proposal: it counts only when the agreement composed with it says what the edited document does. So the
format's own reader and the ways of writing decide, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from avtalegen.modell.tallord import heltall
from avtalegen.modell.tid import som_dato

_DATO = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}")
_LONGEST = 5_000  # characters that are held together one by one


def måter(skrevet: str | None, før: str, nå: str) -> Iterator[str]:
    """Give ways to write a value that is to be shown as `nå`, where `skrevet` was shown as `før`; likeliest first."""
    if skrevet is not None:
        yield from _tall(skrevet, nå)
        yield from _datoer(skrevet, nå)
        if (ført := flyttet(skrevet, ((før, nå),))) is not None:
            yield ført
    yield nå
    yield _med(nå, str.lower if nå[:1].isupper() else str.upper)


def _tall(skrevet: str, nå: str) -> Iterator[str]:
    """Give a number in figures when it was."""
    if skrevet.strip().isdecimal() and (tall := heltall(nå.strip())) is not None:
        yield str(tall)


def _datoer(skrevet: str, nå: str) -> Iterator[str]:
    """Give a date as dates are written in the file."""
    dato = som_dato(nå) if _DATO.fullmatch(skrevet.strip()) else None
    if isinstance(dato, date):
        yield dato.isoformat() if "-" in skrevet else f"{dato.day}.{dato.month}.{dato.year}"


def flyttet(skrevet: str, byttet: tuple[tuple[str, str], ...]) -> str | None:
    """Return what is written with the changes in what it is shown as; None where their places can't be told.

    `byttet` are pieces of what is shown, before and after, in their order.
    """
    ny, fra = skrevet, 0
    for før, nå in byttet:
        sted = _sted(ny, før, fra)
        satt = sted.satt(nå) if sted is not None else None
        if satt is None:
            return None
        ny, fra = satt
    return ny


class _Sted:
    """Where something that is shown stands in what is written: for each character of it, the place."""

    def __init__(self, tekst: str, vist: str, plasser: Sequence[int | None]) -> None:
        self._tekst, self._vist, self._plasser = tekst, vist, plasser

    def satt(self, nå: str) -> tuple[str, int] | None:
        """Return the text with what it is shown as now, and where that ends; None where that place can't be told."""
        ny = self._tekst
        biter = SequenceMatcher(None, _biter(self._vist), _biter(nå), autojunk=False)
        a, b = _grenser(self._vist), _grenser(nå)
        slutt = self._plasser[-1] or 0
        for tag, a1, a2, b1, b2 in reversed(biter.get_opcodes()):
            if tag == "equal":
                continue
            fra, til = self._plasser[a[a1]], self._plasser[a[a2]]
            if fra is None or til is None or til < fra:
                return None
            siste = self._plasser[a[a2] - 1]
            if a2 > a1 and siste is not None and (tegn := ny[siste + 1 : til].strip()) not in ny[fra : siste + 1]:
                til = siste + 1 + ny[siste + 1 : til].index(tegn)  # what was bold before it, still is
            bit = nå[b[b1] : b[b2]]
            # Written with a capital, shown with a small letter, or the other way round: as it was written. What is new
            # as a whole may be a name.
            begynner = a[a1] == 0 and a2 > a1 and (a1, a2) != (0, len(a) - 1)
            if begynner and bit and ny[fra : fra + 1] != self._vist[:1]:
                bit = _med(bit, str.upper if ny[fra : fra + 1].isupper() else str.lower)
            ny = ny[:fra] + bit + ny[til:]
            slutt += len(bit) - (til - fra)
        return ny, slutt


def _sted(tekst: str, vist: str, fra: int) -> _Sted | None:
    for søkt, i in ((vist, tekst), (vist.casefold(), tekst.casefold())):
        sted = i.find(søkt, fra) if len(i) == len(tekst) and len(søkt) == len(vist) else -1
        if sted >= 0:
            return _Sted(tekst, vist, [*range(sted, sted + len(vist) + 1)])
    if len(tekst) + len(vist) > _LONGEST:
        return None
    for start in range(fra, len(tekst)):
        if tekst[start].casefold() == vist[0].casefold() and (plasser := _gått(tekst, vist, start)):
            return _Sted(tekst, vist, plasser)
    return _Sted(tekst, vist, _samstilt(tekst, vist, fra))


def _samstilt(tekst: str, vist: str, fra: int) -> list[int | None]:
    """Return the places of the words that are both shown and written: «kl. 9–15» may be written «9.00–15.00»."""
    a, b = _biter(vist), _biter(tekst[fra:])
    steder_a, steder_b = _grenser(vist), _grenser(tekst[fra:])
    plasser: list[int | None] = [None] * (len(vist) + 1)
    for blokk in SequenceMatcher(
        None, [en.casefold() for en in a], [en.casefold() for en in b], autojunk=False
    ).get_matching_blocks():
        for n in range(blokk.size):
            start, til = steder_a[blokk.a + n], fra + steder_b[blokk.b + n]
            for tegn in range(len(a[blokk.a + n]) + 1):
                plasser[start + tegn] = til + tegn
    return plasser


def _gått(tekst: str, vist: str, her: int) -> list[int] | None:
    """Return the place of each character of what is shown, where lines are joined and signs of Markdown are gone."""
    plasser: list[int] = []
    for tegn in vist:
        while her < len(tekst) and not _samme(tekst[her], tegn):
            if tekst[her].isalnum() or tekst[her].isspace():
                return None
            her += 1
        if her == len(tekst):
            return None
        plasser.append(her)
        her += 1
        while tegn == " " and her < len(tekst) and tekst[her].isspace():
            her += 1
    return [*plasser, her]


def _samme(skrevet: str, vist: str) -> bool:
    return skrevet.isspace() if vist == " " else skrevet.casefold() == vist.casefold()


def _biter(tekst: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", tekst)


def _grenser(tekst: str) -> list[int]:
    grenser = [0]
    for bit in _biter(tekst):
        grenser.append(grenser[-1] + len(bit))
    return grenser


def _med(tekst: str, hvordan: Callable[[str], str]) -> str:
    return hvordan(tekst[:1]) + tekst[1:]

"""A day written the way another was: «1.1.2027» stays «1.1.2031», «januar 2027» stays «januar 2031»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from avtalegen.modell.tid import MÅNEDER, Tidsrom, les_dager, les_dato, les_måned, les_tidsrom, siste_dag

_ISO = r"\d{4}(?P<i>[-./])\d{1,2}(?P=i)\d{1,2}"
_TALL = r"\d{1,2}[./-]\s?\d{1,2}(?:[./-]\s?|\s)(?:\d{4}|\d{2})(?!\d)"
_ORD = r"(?:\d{1,2}\.?[ -]?)?[a-zA-Z]{3,9}[.,]?[ -]?\d{4}"
_DATO = re.compile(rf"{_ISO}|{_TALL}|{_ORD}|\d{{4}}")
_TALL_I = re.compile(r"\d+")
_MÅNED_I = re.compile(r"[a-zA-Z]{3,9}")


def som(gammel: str, ny: date, slutt: date | None = None) -> str:
    """Return a day, or the month or the year from `ny` to `slutt`, in the way that `gammel` says one.

    Where that would say something else (a year for a day in the middle of it), the day is written out.
    """
    dager = (ny, slutt or ny)
    return next((tekst for tekst in _måter(gammel, ny, dager) if _lest(les_dager, tekst) == dager), ny.isoformat())


def kant(gammel: str, ny: date, *, første: bool) -> str:
    """Return the first or the last day of a period in the way that `gammel` says it: as a day, a month or a year."""
    for tekst in _måter(gammel, ny, (ny, ny)):
        dager = _lest(les_dager, tekst)
        if dager and dager[0 if første else 1] == ny:
            return tekst
    return ny.isoformat()


def tidsrom(gammel: str, ny: Tidsrom) -> str:
    """Return a period in the way that `gammel` says one («2024–2025», «juli 2026», «6.–31. juli 2026»)."""
    assert ny.fra is not None, "a period that is moved has both ends"
    assert ny.til is not None, "a period that is moved has both ends"
    treff = [*_DATO.finditer(gammel)]
    forsøk = []
    if len(treff) == 1:
        forsøk = [_byttet(gammel, [(treff[0], måte)]) for måte in _måter(treff[0][0], ny.fra, (ny.fra, ny.til))]
    elif len(treff) == 2:
        forsøk = [
            _byttet(gammel, [(treff[0], fra), (treff[1], til)])
            for fra in _måter(treff[0][0], ny.fra, (ny.fra, ny.fra))
            for til in _måter(treff[1][0], ny.til, (ny.til, ny.til))
        ]
    if (ny.fra.month, ny.fra.day, ny.til.month, ny.til.day) == (1, 1, 12, 31):
        forsøk.append(f"{ny.fra.year}–{ny.til.year}" if ny.fra.year != ny.til.year else str(ny.fra.year))
    hele = f"{punkt(ny.fra)}–{punkt(ny.til)}"
    return next((tekst for tekst in forsøk if _lest(les_tidsrom, tekst) == ny), hele)


def flyttet_år(gammel: str, år: int) -> str | None:
    """Return a month or a year («september 2027») so many years later; None for what is neither."""
    dager = _lest(les_dager, gammel)
    if not dager or dager[0] == dager[1]:
        return None
    fra = dager[0].replace(year=dager[0].year + år)
    return som(gammel, fra, siste_dag(dager[1].year + år, dager[1].month))


def er_måned_eller_år(tekst: str) -> bool:
    """Tell whether a text says a month or a year and nothing else."""
    return _lest(les_dager, tekst) is not None and _lest(les_dato, tekst) is None


def med_start(kort: str, gammel: date, ny: date) -> str | None:
    """Return a short form («25.10.2024 – løpende») with another first day; None when that day isn't found in it."""
    for treff in _DATO.finditer(kort):
        dager = _lest(les_dager, treff[0])
        if dager and dager[0] == gammel:
            return _byttet(kort, [(treff, kant(treff[0], ny, første=True))])
    return None


def punkt(dag: date) -> str:
    """Return a day as people write it."""
    return f"{dag.day}.{dag.month}.{dag.year}"


def _byttet(tekst: str, deler: list[tuple[re.Match[str], str]]) -> str:
    for treff, ny in reversed(deler):
        tekst = tekst[: treff.start()] + ny + tekst[treff.end() :]
    return tekst


def _måter(gammel: str, ny: date, dager: tuple[date, date]) -> Iterator[str]:
    """Give the ways to write a day like another, the likest first. What they say, is for the reader to tell."""
    foran = re.match(r"\W*", gammel)
    treff = _DATO.search(gammel, foran.end() if foran else 0)
    if treff:
        yield gammel[: treff.start()] + _lik(treff[0], ny) + gammel[treff.end() :]
        yield _lik(treff[0], ny)
    if dager[0] == dager[1]:
        yield ny.isoformat() if re.fullmatch(_ISO, gammel) else punkt(ny)


def _lik(gammel: str, ny: date) -> str:
    """Return a day with the numbers and the month of another in their places."""
    tall = [*_TALL_I.finditer(gammel)]
    måned = _MÅNED_I.search(gammel)
    if re.fullmatch(_ISO, gammel):
        verdier = [ny.year, ny.month, ny.day]
    elif måned:
        verdier = [ny.day, ny.year] if len(tall) == 2 else [ny.year]
    else:
        verdier = [ny.day, ny.month, ny.year] if len(tall) == 3 else [ny.year]
    dag_og_måned = [treff[0] for treff in tall if len(treff[0]) <= 2]
    nuller = any(en.startswith("0") for en in dag_og_måned) or (
        gammel[:4].isdigit() and {*map(len, dag_og_måned)} == {2}
    )
    deler = [(treff, _tallet(treff[0], verdi, nuller)) for treff, verdi in zip(tall, verdier, strict=False)]
    if måned and les_måned(måned[0].casefold()):
        deler.append((måned, _månedsord(måned[0], ny.month)))
        deler.sort(key=lambda par: par[0].start())
    return _byttet(gammel, deler)


def _tallet(gammel: str, ny: int, nuller: bool) -> str:
    """Return a number in the place of another: a year with as many digits, a day or a month with zeros in front."""
    if ny > 99:
        return f"{ny % 100:02}" if len(gammel) == 2 else str(ny)
    return f"{ny:02}" if nuller else str(ny)


def _månedsord(gammel: str, nummer: int) -> str:
    navn = MÅNEDER[nummer - 1]
    helt = gammel.casefold() in MÅNEDER
    ord_ = navn if helt else navn[: len(gammel)]
    return ord_.capitalize() if gammel[0].isupper() else ord_


def _lest(les: Callable[[str], Any], tekst: str) -> Any:
    try:
        return les(" ".join(tekst.split()))
    except ValueError:
        return None

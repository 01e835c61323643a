"""Amounts, shares, staffing and minutes: how people write them and what they become."""

import re
from typing import Annotated, Any

from avtalegen.modell.base import Form, forkort, reject
from avtalegen.modell.former import heltall, skalar


class Andel(float):
    """A share in per cent. With `inntil` it is the most («inntil 50 %»)."""

    __slots__ = ("inntil",)
    inntil: bool

    def __new__(cls, prosent: float, inntil: bool = False) -> "Andel":
        """Make a share of so many per cent."""
        andel = super().__new__(cls, prosent)
        andel.inntil = inntil
        return andel

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        return f"{'inntil ' if self.inntil else ''}{_med_komma(self)} %"


def desimaltall(tekst: str) -> float | None:
    """Return the number that «2,5», «2.5», «4» or «fire» stands for, or None."""
    if re.fullmatch(r"[0-9]{1,9}[.,][0-9]{1,2}", tekst):
        return float(tekst.replace(",", "."))
    tall = heltall(tekst)
    return None if tall is None else float(tall)


def _tall(data: Any) -> float:
    tekst = skalar(data, "et tall")
    tall = desimaltall(re.sub(r"(?i)\s+(?:stilling(?:er|ar)?|årsverk)$", "", tekst))
    if tall is None:
        reject(f"«{forkort(tekst)}» kan ikke leses som et tall.", "Skriv for eksempel «4», «fire» eller «2,5».")
    return int(tall) if tall.is_integer() else tall


def _minutter(data: Any) -> int:
    tekst = skalar(data, "et antall minutter")
    kort = re.sub(r"(?i)^(?:innen|innan|inntil|under|maks\.?|høyst)\s+|\s*min(?:\.|utt(?:er)?)?$", "", tekst)
    tall = heltall(kort)
    if not tall:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som et antall minutter.",
            "Skriv ett tall, for eksempel «25» eller «25 minutter».",
        )
    return tall


_DELER = {"hel": 1.0, "heil": 1.0, "full": 1.0, "halv": 0.5, "halvt": 0.5, "halvparten": 0.5}


def _prosent(data: Any) -> Andel:
    tekst = skalar(data, "en prosent")
    kort = re.sub(r"^(?:inntil|opptil|høyst|maks\.?)\s+", "", tekst.casefold())
    treff = re.fullmatch(r"(?:e\w{1,2} (?=h|f))?(\S+?)\s*(%|prosent|stilling|årsverk)?(?: stilling)?", kort)
    deler = _DELER.get(treff[1]) if treff else None
    tall = deler or (desimaltall(treff[1]) if treff else None)
    av_stilling = deler or (treff and treff[2] in ("stilling", "årsverk"))
    if tall is not None and treff and not treff[2] and not deler and 0 < tall <= 1:
        mener = {0.5: "en halv stilling", 1: "en hel stilling"}.get(tall, f"{_med_komma(tall * 100)} prosent")
        reject(
            f"«{forkort(tekst)}» kan ikke leses som en prosent.",
            f"Mener du {mener}, skriver du «{_med_komma(tall * 100)} %».",
        )
    verdi = -1 if tall is None else round(tall * 100, 2) if av_stilling else tall
    if not 0 <= verdi <= 100:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som en prosent.",
            "Skriv et tall fra 0 til 100, for eksempel «50 %». En hel stilling er «100 %».",
        )
    return Andel(verdi, kort != tekst.casefold())


def _med_komma(tall: float) -> str:
    return f"{tall:g}".replace(".", ",")


_STORE = {"tusen": 1_000, "mill": 1_000_000, "mill.": 1_000_000}
_STORE |= dict.fromkeys(("million", "millioner", "millionar"), 1_000_000)


_SIFRE_I_BELØP = 15
"""As many as an amount in millions can have."""


def _kroner(data: Any) -> int:
    tekst = skalar(data, "et beløp")
    kort = re.sub(r"^(?:kr|nok)\.?\s*|\s*(?:kr\.?|kroner|nok|,-)$", "", tekst.casefold())
    tall_, _, stort = kort.rpartition(" ")
    if stort in _STORE:
        desimal = desimaltall(tall_)
        beløp = None if desimal is None else round(desimal * _STORE[stort])
    else:
        beløp = heltall(re.sub(r"(?<=\d)[.](?=\d{3}\b)", "", kort), _SIFRE_I_BELØP)
    if beløp is None:
        reject(f"«{forkort(tekst)}» kan ikke leses som et beløp.", _beløpsråd(kort))
    return beløp


def _beløpsråd(tekst: str) -> str:
    if re.match(r"(?:ca|circa|cirka|rundt|omtrent|omkring|om lag|inntil|opptil|høyst|maks|minst)\b", tekst):
        return "Skriv bare beløpet, for eksempel «250 000 kr». Er det omtrentlig eller en grense, sier du det i «hva»."
    if re.search(r"/|\b(?:per|pr|år(?:lig|leg)?|året|måned\w*|månad\w*)\b", tekst):
        return "Skriv bare beløpet, for eksempel «250 000 kr». Hvilke år det gjelder, skriver du i «periode»."
    return "Skriv hele kroner, for eksempel «250 000 kr» eller «1,2 millioner»."


Tall = Annotated[float, Form(_tall, hva="et tall", måter=("4", "fire", "2,5"))]
"""A number that need not be whole; an `int` when it is."""
Minutter = Annotated[int, Form(_minutter, hva="minutter", måter=("25", "25 minutter"))]
Prosent = Annotated[Andel, Form(_prosent, hva="prosent", måter=("50 %", "100 %"))]
Kroner = Annotated[int, Form(_kroner, hva="kroner", måter=("250 000 kr", "250000"))]

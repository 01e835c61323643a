"""When the schools are off, as it is written in avtalegen.toml: weeks that come each year, or days."""

from __future__ import annotations

import re

from avtalegen import register
from avtalegen.funn.begge import TOM, Begge, likt
from avtalegen.funn.ordlyd import mente_du
from avtalegen.modell.tid import les_omtrentlig, les_tidsrom
from avtalegen.register.navn import grovt
from avtalegen.samling.konfig import Skolefri

ALLE = "alle"
"""The key of what is the same in all kommuner."""
EKSEMPEL = Begge(
    'Skriv for eksempel alle = ["uke 8", "uke 40", "21.6.2031–17.8.2031"] under [skolefri].',
    'Skriv til dømes alle = ["veke 8", "veke 40", "21.6.2031–17.8.2031"] under [skolefri].',
)

_UKER = re.compile(r"(?:uke|veke)r? (\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?")
_SISTE_UKE = 53


def les(tekst: str, kommune: str | None) -> Skolefri | None:
    """Return what «uke 8», «uke 26–33», «uke 8 2031», «24.2.2031» or «21.6.2031–17.8.2031» says; None for the rest."""
    tekst = " ".join(tekst.split())
    if uker := _UKER.fullmatch(tekst.casefold()):
        første, siste = int(uker[1]), int(uker[2] or uker[1])
        return Skolefri(tekst, kommune, (første, siste)) if 1 <= første <= siste <= _SISTE_UKE else None
    try:
        rom = les_tidsrom(tekst)
        fra, til = (rom.fra, rom.til) if rom else les_omtrentlig(tekst.casefold()) or (None, None)
    except ValueError:
        return None
    if fra is None or til is None or fra > til:
        return None
    return Skolefri(tekst, kommune, None, fra, til)


def kommunen(nøkkel: str) -> str:
    """Return the number of the kommune with a name or a number.

    Raises `ValueError` with what is wrong and what to do when there is no such, or several.
    """
    if kjent := register.kommune(nøkkel.strip()):
        return kjent.kommunenummer
    # The keys of TOML have no room for æ, ø and å, unless they are in quotes.
    like = register.kommuner_med_navn(nøkkel) or [
        en for en in register.alle_kommuner() if grovt(en.navn) == grovt(nøkkel)
    ]
    if len(like) == 1:
        return like[0].kommunenummer
    if like:
        numre = " eller ".join(f"{en.kommunenummer} ({en.fylke})" for en in like)
        raise ValueError(
            Begge(f"Det er flere kommuner som heter «{nøkkel}».", f"Det er fleire kommunar som heiter «{nøkkel}»."),
            likt(f"Skriv nummeret: {numre}."),
        )
    near = register.nærmeste_navn(nøkkel)
    mente = mente_du(near[0]) + " " if near else TOM
    raise ValueError(
        Begge(f"«{nøkkel}» er ikke en kommune.", f"«{nøkkel}» er ikkje ein kommune."),
        mente + Begge(f"Skriv navnet eller nummeret, eller «{ALLE}».", f"Skriv namnet eller nummeret, eller «{ALLE}»."),
    )

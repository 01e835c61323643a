"""Hva som skal stå i stedet for et kommunenummer som ikke er ett."""

from __future__ import annotations

from avtalegen import register
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.ordlyd import liste


def skriv_nummeret(ment: tuple[register.Kommune, ...]) -> Begge:
    """Return what to do where another kommunenummer is `ment`, or one of several."""
    if len(ment) == 1:
        return likt(f"Skriv {ment[0].kommunenummer}, som er nummeret til {ment[0].navn}.")
    return likt(f"Skriv {liste((f'{m.kommunenummer} for {m.navn} i {m.fylke}' for m in ment), 'eller')}.")

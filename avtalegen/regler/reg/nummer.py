"""Hva som skal stå i stedet for et kommunenummer som ikke er ett."""

from __future__ import annotations

from avtalegen import register
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.ordlyd import liste


def skriv_nummeret(ment: tuple[register.Kommune, ...]) -> Begge:
    """Return what to do where another kommunenummer is `ment`, or one of several."""
    første, *flere = ment
    if not flere:
        return likt(f"Skriv {første.kommunenummer}, som er nummeret til {første.navn}.")
    return likt(f"Skriv {liste((f'{m.kommunenummer} for {m.navn} i {m.fylke}' for m in ment), 'eller')}.")

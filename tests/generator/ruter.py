"""The format as the generator sees it. This is the only module that walks the classes of the format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt

Rute = tuple[str | int, ...]
"""The way to a value by keys, and by indexes in lists: `("parter", "kommuner", 0, "navn")`."""
Mønster = tuple[str, ...]
"""A route without its indexes: the place in the format and not in one agreement."""


def mønster(rute: Rute) -> Mønster:
    """Return a route without its indexes."""
    return tuple(steg for steg in rute if isinstance(steg, str))


@cache
def formatets_ruter(part: type[Del] = Avtale, over: Mønster = ()) -> dict[Mønster, Felt]:
    """Return every leaf of the format, by its route without indexes."""
    ut: dict[Mønster, Felt] = {}
    for felt in part.felter.values():
        her = (*over, felt.nøkkel)
        under = del_i(felt.type)
        ut |= formatets_ruter(under, her) if under else {her: felt}
    return ut


@cache
def rutenummer() -> dict[Mønster, int]:
    """Return a number for each leaf of the format."""
    return {rute: nummer for nummer, rute in enumerate(formatets_ruter())}


def verdi_ved(avtale: Avtale, rute: Rute) -> Any:
    """Return what stands at a route of an agreement that is read. A list without the index is a `LookupError`."""
    verdi: Any = avtale
    for steg in rute:
        verdi = verdi[steg] if isinstance(steg, int) else getattr(verdi, verdi.felter[steg].navn)
    return verdi


def blader(avtale: Del, over: Rute = ()) -> Iterator[tuple[Rute, Any]]:
    """Yield every value in an agreement that is read, with the way to it; what is left out, as None or false."""
    for felt in avtale.felter.values():
        verdi = getattr(avtale, felt.navn)
        her = (*over, felt.nøkkel)
        ting = [((*her, n), ett) for n, ett in enumerate(verdi)] if felt.mange else [(her, verdi)]
        for rute, ett in ting:
            if isinstance(ett, Del):
                yield from blader(ett, rute)
            elif not del_i(felt.type):
                yield rute, ett

"""The format as the generator sees it. This is the only module that walks the classes of the format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del

Rute = tuple[str | int, ...]
"""The way to a value by keys, and by indexes in lists: `("parter", "kommuner", 0, "navn")`."""
Mønster = tuple[str, ...]
"""A route without its indexes: the place in the format and not in one agreement."""


class Felt(NamedTuple):
    """A field: its name in Python, its key in the YAML, what it holds, whether many, whether it must be there."""

    navn: str
    nøkkel: str
    type: Any
    mange: bool
    påkrevd: bool
    eksempel: str | None

    @property
    def del_(self) -> type[Del] | None:
        """The class of the part that the field holds; None for a value."""
        return self.type if isinstance(self.type, type) and issubclass(self.type, Del) else None


@cache
def felter(part: type[Del]) -> dict[str, Felt]:
    """Return the fields of a part by their keys, in the order of the format."""
    return {nøkkel: Felt(f.navn, nøkkel, f.type, f.mange, f.påkrevd, f.eksempel) for nøkkel, f in part.felter.items()}


def mønster(rute: Rute) -> Mønster:
    """Return a route without its indexes."""
    return tuple(steg for steg in rute if isinstance(steg, str))


@cache
def formatets_ruter(part: type[Del] = Avtale, over: Mønster = ()) -> dict[Mønster, Felt]:
    """Return every leaf of the format, by its route without indexes."""
    ut: dict[Mønster, Felt] = {}
    for felt in felter(part).values():
        her = (*over, felt.nøkkel)
        ut |= formatets_ruter(felt.del_, her) if felt.del_ else {her: felt}
    return ut


@cache
def rutenummer() -> dict[Mønster, int]:
    """Return a number for each leaf of the format."""
    return {rute: nummer for nummer, rute in enumerate(formatets_ruter())}


def verdi_ved(avtale: Avtale, rute: Rute) -> Any:
    """Return what stands at a route of an agreement that is read. A list without the index is a `LookupError`."""
    verdi: Any = avtale
    for steg in rute:
        verdi = verdi[steg] if isinstance(steg, int) else getattr(verdi, felter(type(verdi))[steg].navn)
    return verdi


def blader(avtale: Del, over: Rute = ()) -> Iterator[tuple[Rute, Any]]:
    """Yield every value in an agreement that is read, with the way to it; what is left out, as None or false."""
    for felt in felter(type(avtale)).values():
        verdi = getattr(avtale, felt.navn)
        her = (*over, felt.nøkkel)
        ting = [((*her, n), ett) for n, ett in enumerate(verdi)] if felt.mange else [(her, verdi)]
        for rute, ett in ting:
            if isinstance(ett, Del):
                yield from blader(ett, rute)
            elif not felt.del_:
                yield rute, ett

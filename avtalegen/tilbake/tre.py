"""An agreement as plain data, and what it becomes when values and lists in it are changed.

A change is said of the agreement as it was: the places in a list are those that it had, whatever else is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing.redigering.overstyring import som_liste

Data = Any
"""Text, None, lists and mappings of them."""


@dataclass(frozen=True)
class Ny:
    """Something that comes into a list."""

    verdi: Data


Rekke = tuple[int | Ny, ...]
"""What a list is to be: the places of what was in it, and what is new."""


@dataclass(frozen=True)
class Endringer:
    """What is to be changed: values by their routes (None: taken away), and lists by theirs."""

    verdier: Mapping[Rute, Data] = field(default_factory=dict)
    lister: Mapping[Rute, Rekke] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.verdier or self.lister)

    def og(self, andre: Endringer) -> Endringer:
        """Return both; of the same value or list, `andre`."""
        return Endringer({**self.verdier, **andre.verdier}, {**self.lister, **andre.lister})

    @property
    def ruter(self) -> frozenset[Rute]:
        """What is changed."""
        return frozenset((*self.verdier, *self.lister))


def anvendt(data: Data, endringer: Endringer) -> Data:
    """Return the agreement with the changes made. Raises `LookupError` when they can't be made together."""
    ny = deepcopy(data)
    for rute, verdi in endringer.verdier.items():
        ny = _satt(ny, rute, verdi)
    # What is deepest first: a place in a list counts until the list itself is changed.
    for rute, rekke in sorted(endringer.lister.items(), key=lambda en: len(en[0]), reverse=True):
        gamle = som_liste(verdi_ved(ny, rute))
        ny = _satt(ny, rute, [deepcopy(en.verdi) if isinstance(en, Ny) else gamle[en] for en in rekke] or None)
    return ny


def rekken(data: Data, rute: Rute) -> tuple[int, ...]:
    """Return what a list is now."""
    return tuple(range(len(som_liste(verdi_ved(data, rute)))))


def verdi_ved(data: Data, rute: Rute) -> Data:
    """Return what stands at a route that is written in full (`skrevet_rute`), None when nothing does."""
    for steg in rute:
        if isinstance(data, dict):
            data = data.get(steg)
        elif isinstance(data, list) and isinstance(steg, int) and steg < len(data):
            data = data[steg]
        else:
            return None
    return data


def skrevet_rute(data: Data, rute: Rute) -> Rute:
    """Return the part of a route that is written.

    People leave out the list around one thing, write a list for the mapping that holds it, and a text for a mapping;
    what is below that text is not written.
    """
    skrevet: list[str | int] = []
    for steg in rute:
        if isinstance(steg, int) != isinstance(data, list):
            continue
        if not isinstance(data, dict | list):
            break
        skrevet.append(steg)
        data = verdi_ved(data, (steg,))
    return tuple(skrevet)


def like(data: Data, rute: Rute) -> tuple[Rute, ...]:
    """Return the other ways to the same value, where what stands beside it, or beside what it is in, is the same.

    They may be one by `&` and `*`, or be told of as one: «Sekretær og tilrettelegger: …».
    """
    funnet: list[Rute] = []
    for nr, steg in enumerate(rute):
        over = verdi_ved(data, rute[:nr])
        if isinstance(over, dict) and isinstance(steg, str):
            funnet += (
                (*rute[:nr], navn, *rute[nr + 1 :]) for navn in over if navn != steg and over[navn] == over[steg]
            )
    return tuple(funnet)


def elementer(data: Data, rute: Rute) -> Iterator[tuple[Rute, int]]:
    """Give the lists that a route leads through, as written, and the place in each, the innermost first."""
    for slutt in range(len(rute), 0, -1):
        steg = rute[slutt - 1]
        if isinstance(steg, int):
            yield skrevet_rute(data, rute[: slutt - 1]), steg


def _satt(data: Data, rute: Rute, verdi: Data) -> Data:
    if not rute:
        return verdi
    steg, *resten = rute
    if isinstance(steg, int):
        alle = [*som_liste(data)]
        alle[steg] = _satt(alle[steg], tuple(resten), verdi)
        if alle[steg] is None or alle[steg] in ({}, []):
            raise LookupError("nothing is left of one thing in a list; who takes it away, says what the list is to be")
        return alle
    kopi = dict(data) if isinstance(data, dict) else {}
    ny = _satt(kopi.get(steg), tuple(resten), verdi)
    if ny is None or ny in ({}, []):
        kopi.pop(steg, None)
    else:
        kopi[steg] = ny
    return kopi

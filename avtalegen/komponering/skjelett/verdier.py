"""What an expression of a template can print: words of ours, values of the agreement, and choices between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from avtalegen.funn.diagnostic import Rute

ETT = "*"
"""The step of a way to one of a list, whichever it is."""
Følger: TypeAlias = tuple[tuple[Rute, str], ...]
"""What is so when words of ours are there: the ways, and what stands at them."""


class Ord(NamedTuple):
    """Words of ours."""

    tekst: str


class Felt(NamedTuple):
    """A value at a way, of a type; `mange` for a list of them. `følger` is what the template has chosen it by."""

    rute: Rute
    type: Any
    mange: bool = False
    følger: Følger = ()


class Skrevet(NamedTuple):
    """A value as a filter writes it."""

    verdi: Verdi
    filter: str
    args: tuple[Any, ...] = ()
    valg: Mapping[str, Any] = {}


class Rekke(NamedTuple):
    """Pieces after one another."""

    deler: tuple[Verdi, ...]


class Valg(NamedTuple):
    """One of several pieces, each with what follows of it."""

    av: tuple[tuple[Følger, Verdi], ...]


class Liste(NamedTuple):
    """A list that the template itself writes."""

    ting: tuple[Verdi, ...]


class Løkke(NamedTuple):
    """Pieces that are written once for each of a list."""

    verdi: Verdi


class Ukjent(NamedTuple):
    """What only the template can work out."""


Verdi: TypeAlias = "Ord | Felt | Skrevet | Rekke | Valg | Liste | Løkke | Ukjent"
UKJENT = Ukjent()
INGENTING = Ord("")


def en_av(verdi: Verdi) -> Verdi:
    """Return what one of a list is."""
    match verdi:
        case Felt(mange=True):
            rute = (*verdi.rute, ETT)
            følger = tuple(((*rute, *hva), er) for hva, er in verdi.følger)
            return verdi._replace(rute=rute, mange=False, følger=følger)
        case Liste(ting=ting):
            deler = tuple(map(en_av, ting))
            return deler[0] if len(deler) == 1 else Liste(deler)
        case Valg(av=av):
            return en_av(next((v for _, v in av if not isinstance(v, Ukjent | Ord)), UKJENT))
    return verdi

"""What all who read rows use: the values of a cell, and cells that rest on what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.modell.former import Målform, Svar
from avtalegen.modell.hyppighet import Hyppighet
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.modell.varighet import Varighet
from avtalegen.oppfolging.ord import i_målform
from avtalegen.regler import Kontekst
from avtalegen.regler.delvis import DelvisKontekst

T = TypeVar("T")
Verdi = str | int | float | bool | date | None
"""What may stand in a cell."""
Rad = dict[str, Verdi]
"""A row, by column."""
Rader = dict[str, list[Rad]]
"""Rows by table, each by column: what isn't said, is left out or None."""


class Celler:
    """Reads what is worked out of several values, or has a default: nothing, when it rests on what could not be read.

    What is read of one value alone is nothing then by itself.
    """

    def __init__(self, k: Kontekst) -> None:
        self._spurt = k.spurt if isinstance(k, DelvisKontekst) else None

    def __call__(self, les: Callable[[], T], ellers: T) -> T:
        """Return what `les` does, or `ellers` when it asked for something that could not be read."""
        if self._spurt is None:
            return les()
        self._spurt.ruter.clear()
        verdi = les()
        return ellers if self._spurt.ruter else verdi


def skrevet(verdi: Any) -> str | None:
    """Return a value as it is written in the YAML; None for none, and for one that is left to fill in."""
    if verdi is None:
        return None
    tekst = str(verdi if isinstance(verdi, str) else verdi.skriv())
    return None if er_ufylt(tekst) else tekst or None


def svaret(verdi: bool | Svar) -> bool | None:
    """Return an answer; None for words that are neither yes nor no."""
    return verdi.svar if isinstance(verdi, Svar) else verdi


def samlet(verdier: Any) -> str | None:
    """Return several texts as one, with semicolons between."""
    return "; ".join(filter(None, map(skrevet, verdier))) or None


def ofte(hyppighet: Hyppighet | None) -> str | None:
    """Return how often in words, in bokmål whatever the agreement is in: «hvert år»."""
    return _språk().hyppighet(hyppighet, alene=True) if hyppighet else None


def lengde(varighet: Varighet | None) -> str | None:
    """Return a length of time in words, as above: «to uker»."""
    return _språk().lengde(varighet) if varighet else None


def _språk() -> Språk:
    return i_målform(Målform.BOKMÅL).språk

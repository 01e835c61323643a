"""The ways of writing, when values carry the way to themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from avtalegen.komponering.spor.sporing import Sporet, som
from avtalegen.komponering.sprak.lopende import Språk


def _viser(metode: Callable[..., str]) -> Callable[..., str]:
    """Return the method, with the way to the value that it is given on the text that it makes of it."""

    def vist(self: Språk, verdi: Any, *mer: Any, **valg: Any) -> str:
        tekst = metode(self, verdi, *mer, **valg)
        return tekst if isinstance(tekst, Sporet) else som(verdi, tekst)

    return vist


_OM_EN_VERDI = (
    *("andel", "antall", "dato", "hyppighet", "klokkeslett", "kort_dag", "kort_dato", "kroner", "lengde", "når"),
    *("organisasjonsnummer", "prosent", "tall", "telefon", "tidspunkt", "tidsrom", "ukedager", "ukedato", "uker"),
    *("varighet", "åpningstider"),
)


class SporendeSpråk(Språk):
    """The ways of writing, of values that carry the way to themselves: what is written shows the value as a whole."""


for _navn in _OM_EN_VERDI:
    setattr(SporendeSpråk, _navn, _viser(getattr(Språk, _navn)))

"""What the agreement says of the politiråd."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.politirad import Politiråd
from avtalegen.regler.base import Kontekst
from avtalegen.regler.samarbeid import beskrevet_råd


def råd_uten(k: Kontekst, *felt: str) -> Politiråd | None:
    """Return the politiråd when it is described, but by none of some fields («handlingsplaner»); None otherwise."""
    råd = beskrevet_råd(k)
    return None if råd is None or any(getattr(råd, navn) for navn in felt) else råd


def rådstekster(k: Kontekst, *felt: str) -> Iterator[tuple[Rute, str]]:
    """Yield the texts under some of the fields of the politiråd, as they are written, each with the way to it."""
    k.fant_ikke("politiråd")
    # A text under an unknown key may belong to any of the fields.
    andre = Politiråd.felter.keys() - felt
    return ((rute, tekst) for rute, tekst in k.skrevet_i("politiråd") if rute[1] not in andre)

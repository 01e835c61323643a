"""What the agreement says of the politiråd."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.modell.lokaltekst import Rute
from avtalegen.regler.base import Kontekst


def rådstekster(k: Kontekst, *felt: str) -> Iterator[tuple[Rute, str]]:
    """Yield the texts under some of the fields of the politiråd, as they are written, each with the way to it."""
    return ((rute, tekst) for rute, tekst in k.tekster if len(rute) > 1 and rute[0] == "politiråd" and rute[1] in felt)

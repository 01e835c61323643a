"""How many kommuner a politikontakt may have."""

from __future__ import annotations

from avtalegen.modell.senere import senere
from avtalegen.regler.base import Kontekst
from avtalegen.regler.omtale import nevner

FLEST_KOMMUNER = 3
"""The most kommuner that one politikontakt may have, unless Politidirektoratet has approved more."""

_POD = senere(r"politidirektorat|\bpod\b")
_IKKE_ENNÅ = senere(r"\b(?:ikke|ikkje|søker|søke|søkje|avventer|avventar|venter|ventar)\b")


def flere_er_godkjent(k: Kontekst) -> bool:
    """Tell whether a text says that Politidirektoratet has approved of more, not only that it has been asked."""
    k.fant_ikke()
    return any(
        _POD.search(linje) and nevner(linje, "godkjen", "samtyk", "dispens", "unntak") and not _IKKE_ENNÅ.search(linje)
        for _, tekst in k.med("politidirektorat", "pod")
        for linje in tekst.split("\n")
    )

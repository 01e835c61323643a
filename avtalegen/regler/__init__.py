"""The rules: what the guide, the law and plain consistency ask of an agreement.

A rule is one function, with its documentation as its docstring (`base.regel`), in the folder of its family and in the
file that is named by its code: VEI413 is in `vei4/vei411_415_….py`. It sees an agreement and yields findings; it never
sees a file, a document or the screen. The other files in a folder are what several of its rules need.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.funn.koder import METAFEIL
from avtalegen.regler.base import Funn, Kontekst, Regel
from avtalegen.regler.oppdag import regler_i
from avtalegen.regler.valg import Behov, Valg

__all__ = [
    "FAMILIER",
    "PÅ_TVERS",
    "Behov",
    "Funn",
    "Kontekst",
    "Regel",
    "Valg",
    "hviler",
    "kjør",
    "koder",
    "regler",
    "som_trenger",
]

FAMILIER = {
    "REG": "mot registeret",
    "VEI": "mot veilederen",
    "DAT": "datoer som motsier hverandre",
    "SPR": "språk",
    "PER": "personvern, taushetsplikt og innsyn",
    "KON": "kontaktopplysninger",
    "SIG": "klar til å signeres",
}
"""The families of rules that look at one agreement: the letters of the code and what the family is about."""
PÅ_TVERS = {"REP": "på tvers av avtaler"}
"""Those that look at a collection of them."""


@cache
def regler() -> dict[str, Regel]:
    """Return every rule for one agreement by its code, in the order of the catalogue."""
    return regler_i(tuple(FAMILIER))


@cache
def koder() -> tuple[str, ...]:
    """Return every code that can be chosen or turned off, in the order of the catalogue."""
    return (*regler(), *regler_i(tuple(PÅ_TVERS)), *METAFEIL)


@cache
def som_trenger(behov: Behov) -> frozenset[str]:
    """Return the codes of the rules that need something to find all that they can."""
    return frozenset(kode for kode, regel in regler().items() if behov in regel.behov)


def hviler(kontekst: Kontekst) -> Iterator[str]:
    """Give the codes that may find something another time: what they need isn't there, or they see several files."""
    yield from PÅ_TVERS
    yield from _som_trenger_noe(kontekst.mangler)


@cache
def _som_trenger_noe(mangler: frozenset[Behov]) -> frozenset[str]:
    return frozenset().union(*map(som_trenger, mangler))


def kjør(kontekst: Kontekst) -> list[Diagnostic]:
    """Return what the rules find in one agreement (`delvis.kjør_delvis` when it could be read in part).

    Of a value that is only words no rule can say that it is too small, too late or missing.
    """
    if kontekst.i_ord:
        from avtalegen.regler.delvis import kjør_med_ord  # what most agreements have no need of

        return kjør_med_ord(kontekst, regler().values())
    return [kontekst.diagnostic(regel, funn) for regel in regler().values() for funn in regel.sjekk(kontekst)]

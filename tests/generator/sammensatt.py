"""Generated agreements as composed documents, which several tests look at: each is composed once in a process."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from avtalegen.dokument.innhold import Document
from avtalegen.dokument.spor import Sporene
from avtalegen.komponering import compose
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform
from tests.generator import Generert, Oppskrift, avtale, lest
from tests.generator.plan import HVA_SOM_HELST

REMEMBERED = 64
"""As many as `make test` looks at; the thorough suite looks at far more than there is memory for."""


class Sammensatt(NamedTuple):
    """A generated agreement, as it was read, and the document that it became."""

    g: Generert
    avtale: Avtale
    document: Document
    spor: Sporene


@lru_cache(REMEMBERED)
def lest_avtale(nummer: int, oppskrift: Oppskrift = HVA_SOM_HELST) -> tuple[Generert, Avtale]:
    """Return the agreement that belongs to a number, and what is read of it."""
    g = avtale(nummer, oppskrift)
    read = lest(g).avtale
    assert read is not None
    return g, read


@lru_cache(REMEMBERED)
def sammensatt(nummer: int, målform: Målform | None = None, oppskrift: Oppskrift = HVA_SOM_HELST) -> Sammensatt:
    """Return the agreement that belongs to a number with its document, in its own målform when none is asked for."""
    g, read = lest_avtale(nummer, oppskrift)
    if målform is None:
        return sammensatt(nummer, read.avtale.målform, oppskrift)
    composed = compose(read, målform=målform, spor=True)
    assert composed.document is not None
    assert composed.steder is not None
    return Sammensatt(g, read, composed.document, composed.steder.spor)

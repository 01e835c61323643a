"""Old agreements, in whatever program they were written, as drafts in YAML; nothing in them is lost in silence."""

from __future__ import annotations

from typing import NamedTuple

from avtalegen.importering import bokser, urimelig
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.egne import les_egen
from avtalegen.importering.funnet import SIKKER, Rute, Sikkerhet, Tre, Verdi, som_data
from avtalegen.importering.gjenkjenning import gjenkjenn
from avtalegen.importering.grense import lest_innen
from avtalegen.importering.gyldig import gjør_gyldig
from avtalegen.importering.kilde import Kilde
from avtalegen.importering.lesere import KildeFeil, les
from avtalegen.importering.regnskap import IkkePlassert, ikke_plassert, ta_vare_på
from avtalegen.importering.sammenfoying import sammenføyd
from avtalegen.importering.skriv import yaml

__all__ = ["IkkePlassert", "Kilde", "KildeFeil", "Sikkerhet", "Utkast", "Verdi", "importer", "les", "som_data"]


class Utkast(NamedTuple):
    """A draft: its YAML, its values by the way to each, and what of the source is not in it."""

    yaml: str
    kilde: Kilde
    tre: Tre
    verdier: tuple[tuple[Rute, Verdi], ...]
    ikke_plassert: tuple[IkkePlassert, ...]
    arbeid: Arbeid

    @property
    def sikre(self) -> int:
        """How many of the values are sure."""
        return sum(verdi.sikkerhet is SIKKER for _, verdi in self.verdier)

    @property
    def andel_ikke_plassert(self) -> float:
        """How much of what can be seen in the source is not placed, from 0 to 1."""
        tegn = sum(sum(not c.isspace() for c in linje.tekst) for linje in self.kilde.linjer)
        borte = sum(sum(not c.isspace() for c in en.tekst) for en in self.ikke_plassert)
        return borte / tegn if tegn else 0.0


def importer(kilde: Kilde) -> Utkast:
    """Return the draft of an old agreement. It can always be read: what the format can't take is kept as text.

    Raises `KildeFeil` for a text that is no agreement: no kommune or police in it, and none of its parts; and for one
    with more in it than an agreement has.
    """
    with lest_innen(kilde):
        return _importer(kilde)


def _importer(kilde: Kilde) -> Utkast:
    kilde = sammenføyd(kilde)
    a = les_egen(kilde)
    egen = a is not None and _er_avtale(a)
    if a is None or not egen:
        kilde = bokser.uten_hjelpetekst(kilde)
        a = gjenkjenn(kilde)
    if not _er_avtale(a):
        raise KildeFeil(
            "Fant ikke noen avtale i filen. avtalegen leser avtaler mellom kommuner og politiet. Kontroller at det er "
            "riktig fil."
        )
    if not egen:
        urimelig.ta_ut(a)
        ta_vare_på(a)
    gjør_gyldig(a)
    rest = ikke_plassert(a)
    verdier = tuple(a.tre.verdier())
    tekst = yaml(a.tre.rot, kilde, _hode(kilde, verdier, rest), rest)
    return Utkast(tekst, kilde, a.tre, verdier, tuple(rest), a)


def _er_avtale(a: Arbeid) -> bool:
    """Tell whether any of the parts of an agreement has been found."""
    return any(a.tre.har(*rute) for rute in _AVTALEN)


_AVTALEN = (("parter",), ("politiråd",), ("politikontakt",), ("periode",), ("signaturer",))


def _hode(kilde: Kilde, verdier: tuple[tuple[Rute, Verdi], ...], rest: list[IkkePlassert]) -> list[str]:
    sikre = sum(verdi.sikkerhet is SIKKER for _, verdi in verdier)
    return [
        f"Lest fra {kilde.navn} med «avtalegen importer». Se over hvert felt før du bruker filen.",
        (
            f"{len(verdier)} verdier: {sikre} er sikre, {len(verdier) - sikre} trolige. {len(rest)} "
            f"{'sted' if len(rest) == 1 else 'steder'} er ikke plassert."
        ),
    ]

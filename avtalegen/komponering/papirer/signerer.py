"""Who signs the agreement, as the saksframlegg names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avtalegen.komponering.papirer.kjente import lik, omtalt_kommune, titler
from avtalegen.komponering.papirer.personer import Personer
from avtalegen.komponering.signert_for import på_vegne_av
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import Part

_KOMMUNALE = titler(
    "ordfører", "varaordfører", "kommunedirektør", "rådmann", "byrådsleder", "fylkesordfører", "fylkeskommunedirektør"
)


class Signerer(NamedTuple):
    """One who signs, and for whom; `kommunens`: for a kommune, or for the fylkeskommune that is party without any."""

    rolle: Rolle | None
    på_vegne_av: str
    kommunens: bool


def de_som_signerer(
    avtale: Avtale, personer: Personer, kommunenavn: Sequence[str], distrikt: str
) -> Iterator[Signerer]:
    """Give those whom `signaturer` names, or without any the leader of each kommune, who has a place to sign."""
    fylke = avtale.parter.fylkeskommune
    if fylke and not kommunenavn:
        kommunenavn = [fylke.navn]
    flere = len(kommunenavn) > 1
    for s in avtale.signaturer:
        for_ = på_vegne_av(s, kommunenavn, distrikt)
        sted = omtalt_kommune(for_, kommunenavn) if flere else None
        rolle = Rolle.model_construct(tittel=s.tittel, navn=s.navn, kommune=sted)
        kjent = personer.den(rolle) if s.tittel else rolle
        navngitt = rolle.med(navn=rolle.navn or (kjent.navn if kjent else None), kommune=None)
        yield Signerer(navngitt, for_, _kommunens(s, kommunenavn))
    if not avtale.signaturer:
        for navn, k in zip(kommunenavn, avtale.parter.kommuner, strict=False):
            yield Signerer(k.leder and k.leder.med(kommune=None), navn, kommunens=True)


def _kommunens(s: Signatur, kommunenavn: Sequence[str]) -> bool:
    if s.for_:
        return bool(omtalt_kommune(s.for_, kommunenavn)) or str(s.for_).casefold() in ("kommunen", "kommunene")
    if s.part:
        return s.part is Part.KOMMUNEN
    return bool(s.tittel) and lik(titler(s.tittel), _KOMMUNALE)

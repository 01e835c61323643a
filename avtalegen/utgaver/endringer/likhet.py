"""Which part of one edition a part of the other is: what it goes by, and otherwise how much the two say the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from avtalegen import register
from avtalegen.modell.avslutning import AndresForpliktelser, Signatur
from avtalegen.modell.base import Del
from avtalegen.modell.deler import Rolle
from avtalegen.modell.felt import Felt
from avtalegen.modell.parter import Kommune
from avtalegen.modell.politikontakt import Politikontakt, Tilstedeværelse
from avtalegen.modell.tid import Tidspunkt, les_dato

LIK_NOK = 0.5
"""From here on, two texts are one that has been changed: the share of their threes of letters that both have."""

_KJENNETEGN: dict[type[Del], tuple[tuple[str, ...], ...]] = {
    # A person by the name, an office by the title; who has left, has been replaced by who came.
    Rolle: (("navn",), ("tittel", "kommune", "enhet"), ("tittel", "kommune"), ("tittel",)),
    Signatur: (("navn",), ("tittel", "for_", "part"), ("tittel", "part"), ("tittel",), ("for_",)),
    Kommune: (("kommunenummer",), ("navn",)),
    Politikontakt: (("navn",), ("kommuner",)),
    Tilstedeværelse: (("kommune",), ("steder",)),
    AndresForpliktelser: (("part",),),
}
"""What the parts of a class are known by: the fields that are the same in both, the surest first."""


def kjennetegn(del_: Del) -> tuple[Hashable | None, ...]:
    """Return what a part is known by, the surest first; None where it doesn't say it.

    It is a person by name, an office by the title and the kommune, a place and a focus area by name, a meeting by its
    date, and others by the field that their short form stands for.
    """
    for klasse in type(del_).__mro__:
        if klasse in _KJENNETEGN:
            return tuple(_verdiene(del_, navn) for navn in _KJENNETEGN[klasse])
    return (_verdiene(del_, (felt.navn,)) if (felt := hovedfelt(type(del_))) else None,)


def hovedfelt(klasse: type[Del]) -> Felt | None:
    """Return the field that a thing of a class is called by, None when it is called by none of them."""
    if issubclass(klasse, Signatur):
        return klasse.felter["tittel"]
    if klasse.kortform in klasse.felter and not klasse.felter[klasse.kortform].mange:
        return klasse.felter[klasse.kortform]
    return next((felt for felt in klasse.felter.values() if felt.påkrevd), None)


def er_navn(klasse: type[Del], felt: Felt) -> bool:
    """Tell whether another value of this field is another name for the same thing."""
    return felt.navn in ("navn", "tittel", "overskrift") and felt is hovedfelt(klasse)


def sier_det_samme(én: Any, annen: Any) -> bool:
    """Tell whether two values, or two parts, say the same, however they are written."""
    return hele(én) == hele(annen)


def betydning(verdi: Hashable) -> Hashable:
    """Return what a value says: of a point in time that is written as a day, the day."""
    if isinstance(verdi, Tidspunkt):
        return les_dato(verdi.tekst) or ("ord", _jevnet(verdi.tekst))
    return verdi


def hele(ting: Any) -> Hashable:
    """Return what a value or a part says, all of it, as one thing to look up by."""
    if isinstance(ting, Del):
        return tuple(hele(getattr(ting, felt.navn)) for felt in ting.felter.values())
    return tuple(map(hele, ting)) if type(ting) is tuple else betydning(ting)


def _verdiene(del_: Del, navn: tuple[str, ...]) -> Hashable | None:
    """Return the values of some fields, texts without case; None when the first of them is empty."""
    verdier = [getattr(del_, ett) for ett in navn]
    if navn == ("kommunenummer",) and (kjent := register.kommune_i_dag(verdier[0])):
        return kjent.kommunenummer  # it is the same kommune when it has got another number
    return tuple(map(_nøkkel, verdier)) if verdier[0] not in (None, ()) else None


def _nøkkel(verdi: Any) -> Hashable:
    if isinstance(verdi, str):
        return _jevnet(verdi)
    return tuple(map(_nøkkel, verdi)) if type(verdi) is tuple else betydning(verdi)


def _jevnet(tekst: str) -> str:
    return " ".join(tekst.casefold().split()).rstrip(".")


def ordene(ting: Any) -> frozenset[str]:
    """Return the words of a text or of all the texts in a part."""
    return frozenset(ord_ for tekst in _tekstene(ting) for ord_ in _jevnet(tekst).split() if len(ord_) > 2)


def trekk(ting: Any) -> tuple[frozenset[str], frozenset[str]]:
    """Return what likeness is counted by: the threes of letters in what a thing is called, and in all that it says."""
    if not isinstance(ting, Del):
        return (alle := frozenset(_trillinger(_tekstene(ting)))), alle
    felt = hovedfelt(type(ting))
    navn = getattr(ting, felt.navn) if felt else None
    return frozenset(_trillinger(_tekstene(navn))), frozenset(_trillinger(_tekstene(ting)))


def likhet(ett: tuple[frozenset[str], frozenset[str]], annet: tuple[frozenset[str], frozenset[str]]) -> float:
    """Return how much two things say the same, from 0 to 1: by what they are called, or by all that is said of them."""
    return max(map(_andel, ett, annet))


def _andel(ett: frozenset[str], annet: frozenset[str]) -> float:
    return 2 * len(ett & annet) / (len(ett) + len(annet)) if ett and annet else 0.0


def _tekstene(ting: Any) -> Iterator[str]:
    match ting:
        case str():
            yield ting
        case Del():
            for felt in ting.felter.values():
                yield from _tekstene(getattr(ting, felt.navn))
        case tuple():
            for en in ting:
                yield from _tekstene(en)


def _trillinger(tekster: Iterator[str]) -> Iterator[str]:
    for tekst in tekster:
        for ord_ in _jevnet(tekst).split():
            kant = f" {ord_} "
            yield from (kant[n : n + 3] for n in range(len(kant) - 2))

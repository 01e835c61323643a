"""Our own documents, without what they are made of, imported: which values of the agreement come back.

A field is one that the document shows (`Sporene`): what it doesn't say, can't be read of it. It has come back when the
draft has an equal value at the same place in the format, whichever of the items of a list it stands in. Of a text, the
case of the first letter and what our sentences put around it don't count, for the document doesn't show them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from avtalegen import register
from avtalegen.dokument.spor import Sporene
from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Rute
from avtalegen.importering import Utkast
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.tid import Tidspunkt
from avtalegen.modell.varighet import Varighet

FORMATER = ("docx", "pdf", "html", "md")
_IKKE_TEKST = frozenset({("avtale", "våpen"), ("vedlegg", "fil"), ("avtale", "målform"), ("format",)})
_SENEST = frozenset(
    {("politiråd", "møter", "saksfrist"), ("politiråd", "møter", "innkallingsfrist"), ("politiråd", "referat", "frist")}
)
"""Lengths that are written with «senest» before them, and so the same with «minst» as without."""
Felt = tuple[tuple[str, ...], Any]


class Resultat(NamedTuple):
    """How an import did: fields that came back, all of them, those that nobody can tell from their neighbours, sure
    values that are right and all, and what is missing and wrong."""

    funnet: int
    felt: int
    uskillelige: int
    riktige: int
    sikre: int
    mangler: tuple[Felt, ...]
    gale: tuple[Felt, ...]


def bladene(del_: Any, rute: Rute = ()) -> Iterator[tuple[Rute, Any]]:
    """Give each value of an agreement with the way to it."""
    for felt in type(del_).felter.values():
        verdi = getattr(del_, felt.navn)
        if verdi is None or verdi == ():
            continue
        her = (*rute, felt.nøkkel)
        for n, en in enumerate(verdi if felt.mange else (verdi,)):
            under = (*her, n) if felt.mange else her
            if isinstance(en, Del):
                yield from bladene(en, under)
            else:
                yield under, en


def _mønster(rute: Rute) -> tuple[str, ...]:
    # The two lists of contacts are one table in the document.
    return tuple({"digitale_tjenester": "kontakter"}.get(steg, steg) for steg in rute if isinstance(steg, str))


_RUNDT = re.compile(r"^(?:å|i|på|ved|til|etter|frå|fra) (?=\w)")


def likt(verdi: Any) -> Any:
    """Return what is the same in two values that a document shows as the same."""
    if isinstance(verdi, Enum):
        return str(verdi.value)
    if isinstance(verdi, str):
        tekst = re.sub(r"[*_#>`|\\-]", " ", re.sub(r"^\s*(?:[-•]|\d+[.)])\s", "", verdi, flags=re.M))
        tekst = " ".join(tekst.split()).rstrip(" .").casefold()
        tekst = re.sub(r"(?<=\d) (?=\d)", "", tekst)
        return _RUNDT.sub("", tekst)
    if isinstance(verdi, Tidspunkt) and verdi[1]:
        return verdi[1]
    if isinstance(verdi, tuple):
        return tuple(map(likt, verdi))
    return verdi


def _vist_likt(hvor: tuple[str, ...], verdi: Any) -> Any:
    if hvor == ("parter", "politi", "distrikt") and (kjent := register.politidistrikt(verdi)):
        return kjent.navn
    if hvor in _SENEST and isinstance(verdi, Varighet):
        return likt(verdi._replace(minst=False))
    if hvor == ("parter", "kommuner", "navn"):
        return likt(re.sub(r" (?:kommune|herad)$", "", verdi))
    return likt(verdi)


def vist(spor: Sporene) -> set[tuple[str, ...]]:
    """Return the places in the format that a document shows something of."""
    return {s.rute for spenn in spor.steder.values() for s in spenn}


def feltene(avtale: Avtale, ruter: Iterable[Rute] | None = None) -> Counter[Felt]:
    """Return the fields of an agreement, of those that are shown."""
    alle = bladene(avtale)
    if ruter is not None:
        kjente = set(ruter)
        alle = ((r, v) for r, v in alle if r in kjente or any(r[: len(k)] == k for k in kjente if len(k) < len(r)))
    return Counter(
        (m, _vist_likt(m, v)) for r, v in alle if (m := _mønster(r)) not in _IKKE_TEKST and m[:2] not in _IKKE_TEKST
    )


def uskillelige(avtale: Avtale) -> Counter[Felt]:
    """Return the fields of points with words of the parties' own between what it is and what it covers.

    «Samarbeid innen rus og vold» can be one text, or «Samarbeid», «innen» and two parts: the document says the same.
    """
    alle = dict(bladene(avtale))
    punkter = {r[:-1] for r in alle if r[-1] == "bindeord"}
    return Counter(
        (_mønster(r), _vist_likt(_mønster(r), v))
        for r, v in alle.items()
        for p in punkter
        if r[: len(p)] == p and r[len(p)] in ("hva", "bindeord", "omfatter")
    )


def mål(u: Utkast, avtale: Avtale, ruter: Iterable[Rute]) -> Resultat:
    """Hold a draft against the agreement that the document was made of."""
    lest = check(u.yaml, "utkast.yaml").avtale
    fasit, alt = feltene(avtale, ruter), feltene(avtale)
    utkast = feltene(lest) if lest else Counter()
    mangler = fasit - utkast
    sikre = Counter(_sikre(u, lest)) if lest else Counter()
    gale = sikre - alt
    return Resultat(
        (fasit & utkast).total(),
        fasit.total(),
        (mangler & uskillelige(avtale)).total(),
        (sikre & alt).total(),
        sikre.total(),
        tuple((mangler - uskillelige(avtale)).elements()),
        tuple(gale.elements()),
    )


def _sikre(u: Utkast, lest: Avtale) -> Iterator[Felt]:
    verdier = dict(bladene(lest))
    for rute, verdi in u.verdier:
        if verdi.sikkerhet != "sikker":
            continue
        for r, v in verdier.items():
            if r == rute and _mønster(r) not in _IKKE_TEKST:
                yield _mønster(r), _vist_likt(_mønster(r), v)

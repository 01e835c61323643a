"""A heading as people write or paste it, made the heading of a document: without number, stop and capitals."""

from __future__ import annotations

import re

from avtalegen.komponering.spor.sporing import omskrevet
from avtalegen.komponering.sprak.skrivemate import uten_punktum
from avtalegen.modell.listetegn import uten_nummer

_FORKORTELSER = frozenset(
    [
        "slt",
        "nav",
        "ppt",
        "bup",
        "ros",
        "plivo",
        "rvts",
        "hms",
        "ikt",
        "pst",
        "pu",
        "mot",
        "los",
        "atv",
        "fact",
        "kripos",
        "økokrim",
        "dsb",
        "fn",
        "eu",
        "ks",
        "ung",
        "uu",
        "hjv",
        "ssp",
    ]
)
"""What is written with capitals wherever it stands."""
_ORD = re.compile(r"[^\W\d_]+")
_KORTEST = 4
"""Letters. A heading of nothing but shorter words may be an abbreviation («RKK»)."""


def som_overskrift(tekst: str, parter: str) -> str:
    """Return what somebody has written as a heading, in the way of all the others.

    The document numbers it, so a number of its own is left out. Words all in capitals are in small letters but for the
    first, and for names that `parter` has.
    """
    ren = uten_punktum(uten_nummer(tekst).rstrip(" :–-"))
    if not _ORD.search(ren):
        return tekst
    ny = str(ren)
    if ny.isupper() and any(
        len(ord_) >= _KORTEST and ord_.casefold() not in _FORKORTELSER for ord_ in _ORD.findall(ny)
    ):
        navn = {ord_.casefold(): ord_ for ord_ in _ORD.findall(parter) if ord_[0].isupper()}
        ny = _ORD.sub(lambda treff: _med_små(treff[0], navn), ny)
        ny = ny[:1].upper() + ny[1:]
    return omskrevet(ren, ny)


def _med_små(ord_: str, navn: dict[str, str]) -> str:
    liten = ord_.casefold()
    return ord_ if liten in _FORKORTELSER else navn.get(liten, liten)

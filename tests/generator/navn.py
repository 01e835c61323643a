"""Words that tell where they come from: a place name for the route, another for the agreement and the occurrence.

«Samarbeid om Grimsvik ved Toftenes»: the first place is the field's own, the second that of the agreement (and of the
item in the list). No two fields, and no two agreements, share both.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

_FØRST = (
    *(
        "Grims",
        "Tofte",
        "Sol",
        "Bjørke",
        "Ås",
        "Kvam",
        "Fjelle",
        "Strand",
        "Elve",
        "Haug",
        "Myr",
        "Berge",
        "Skog",
        "Rog",
    ),
    *(
        "Tor",
        "Ein",
        "Ulv",
        "Hjorte",
        "Aske",
        "Eike",
        "Furu",
        "Gran",
        "Hassel",
        "Selje",
        "Rogne",
        "Lang",
        "Brei",
        "Stor",
    ),
    *("Svart", "Rød", "Blå", "Grønn"),
)
_MIDT = ("ar", "er", "ing", "une", "ile", "ene", "ola", "ake")
_SIST = (
    *("vik", "nes", "bø", "stad", "heim", "seter", "åsen", "vang", "moen", "haugen", "lia", "rud", "tveit", "holt"),
    *("sund", "øya", "foss", "voll", "bakken", "lund", "mark", "teigen", "hagen", "kleiv", "brekka", "vatn", "egga"),
    *("myra", "jordet", "løkka", "plassen", "odden"),
)
_PAR = len(_FØRST) * len(_SIST)
_FLEST = 100
_FORNAVN = (
    *("Kari", "Ola", "Ingrid", "Håkon", "Marte", "Jon", "Solveig", "Anders"),
    *("Åse", "Øystein", "Siv", "Tor", "Bjørg", "Leif", "Randi", "Per"),
)
_EMNER_NB = (
    "Samarbeid om {}",
    "Følge opp {}",
    "Trygghet ved {}",
    "Felles arbeid for {}",
    "Forebygge lovbrudd ved {}",
    "Møtes jevnlig på {}",
    "Gi råd til {}",
    "Samordne innsatsen på {}",
)
_EMNER_NN = (
    "Samarbeid om {}",
    "Følgje opp {}",
    "Tryggleik ved {}",
    "Felles arbeid for {}",
    "Førebyggje lovbrot ved {}",
    "Møtast jamleg på {}",
    "Gje råd til {}",
    "Samordne innsatsen på {}",
)
_HALER = (
    "",
    "",
    "",
    " (A & B)",
    ": første steg",
    " – «på alvor»",
    " for 100 % av elevene",
    ' kalt "nærmiljøet"',
    " + Co",
)


def stedsnavn(nummer: int) -> str:
    """Return a place name that no other number has."""
    nummer, to = divmod(nummer, _PAR)
    # Numbers that follow each other give names that don't look alike; 389 has no divisor in common with their number.
    først, sist = divmod(to * 389 % _PAR, len(_SIST))
    midt = ""
    while nummer:
        nummer, siffer = divmod(nummer - 1, len(_MIDT))
        midt += _MIDT[siffer]
    return f"{_FØRST[først]}{midt}{_SIST[sist]}"


def trakten(avtale: int, forekomst: int = 0) -> str:
    """Return the place name of an agreement and of one of the items of a field in it."""
    return stedsnavn(_PAR + avtale * _FLEST + forekomst)


class Merke(NamedTuple):
    """What makes the texts of one field in one agreement its own."""

    rute: int
    avtale: int
    forekomst: int

    @property
    def sted(self) -> str:
        """The place name of the field."""
        return stedsnavn(self.rute)

    @property
    def trakt(self) -> str:
        """The place name of the agreement and the occurrence."""
        return trakten(self.avtale, self.forekomst)

    @property
    def stedet(self) -> str:
        """Both."""
        return f"{self.sted} ved {self.trakt}"


def setning(r: Random, merke: Merke, *, nynorsk: bool = False) -> str:
    """Return something that parties agree on, in a few words and without a stop."""
    emne = r.choice(_EMNER_NN if nynorsk else _EMNER_NB)
    return emne.format(merke.stedet) + r.choice(_HALER)


def person(r: Random, merke: Merke) -> str:
    """Return the name of a person."""
    return f"{r.choice(_FORNAVN)} {merke.sted} {merke.trakt}"


def epost(r: Random, merke: Merke) -> str:
    """Return an address that can never be anybody's."""
    return f"{_ascii(merke.sted)}@{_ascii(merke.trakt)}.example"


def nettadresse(r: Random, merke: Merke) -> str:
    """Return a web address that can never be anybody's."""
    return f"{_ascii(merke.trakt)}.example/{_ascii(merke.sted)}"


def filnavn(r: Random, merke: Merke) -> str:
    """Return the name of a file beside the agreement."""
    return f"vedlegg/{_ascii(merke.sted)}-{_ascii(merke.trakt)}.pdf"


def _ascii(tekst: str) -> str:
    return tekst.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a").replace(" ", "-")

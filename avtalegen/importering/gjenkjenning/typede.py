"""Labels that the list of them does not have, known by the stem of a word in them and by what stands beside them."""

from __future__ import annotations

import re
from functools import cache

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.gjenkjenning import avkryssing
from avtalegen.importering.ordliste import ordene
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_SLAG = {
    "lengde": rf"^.{{0,25}}{uttrykk.LENGDE}.{{0,25}}$",
    "dato": rf"^.{{0,20}}{uttrykk.DATO}(?!.{{1,25}}{uttrykk.DATO})",
    "saksnummer": r"^\d{2,4}/\d{2,7}(?:-\d+)?\b",
    "todatoer": rf"{uttrykk.DATO}.{{1,25}}{uttrykk.DATO}",
    "styrevedtak": rf"(?i:kommunestyre|heradsstyre|bystyre)\w*.*(?:{uttrykk.DATO}|\d/\d\d)",
    "avtale": rf"(?:{uttrykk.DATO}|\b(?:19|20)\d\d\b)",
    "hyppighet": rf"{uttrykk.HYPPIGHET}|^.{{0,15}}{uttrykk.TALL}\s.{{0,12}}\bår|^(?:{uttrykk.TALL})$",
    "person": rf"^(?:[^\d:]{{0,45}}\s)?{uttrykk.NAVN}(?:[,(].*)?$",
    "rolle": (
        rf"^(?i:{uttrykk.FORAN}{uttrykk.TITTELORD})(?:en|a)?(?!\w)|^(?:[^\d:]{{0,45}}\s)?{uttrykk.NAVN}(?:[,(].*)?$"
    ),
    "epost": uttrykk.EPOST,
    "telefon": rf"^.{{0,15}}{uttrykk.TELEFON}",
    "andel": rf"^.{{0,20}}(?:{uttrykk.PROSENT}|{uttrykk.BRØKORD}|\b[Hh](?:alv|ei?l)\b)",
    "dager": rf"{uttrykk.DAGER}",
    "minutter": r"\d\s?min",
    "tall": rf"(?:{uttrykk.TALL})\s",
    "tekst": r"\w",
}


@cache
def _stammene() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (nøkkel, re.compile(rf"(?i)(?<!\w)(?:{en['ord']})"), re.compile(_SLAG[en["slag"]]))
        for nøkkel, en in ordene()["stammer"].items()
    )


LENGST = 5
"""Words of a label."""


def nøkkel(merke: str, verdi: str, del_: str, lengst: int = LENGST) -> str | None:
    """Return the key of a label that is in no list, by a word in it and by what stands beside it; None for no label."""
    if len(merke.split()) > lengst or not merke[:1].isalpha() or re.search(uttrykk.NAVN, merke):
        return None
    del_ = {"møter": "råd"}.get(del_, del_)
    if del_ == "råd" and (av_boksene := avkryssing.nøkkel(verdi)):
        return av_boksene
    for navn, ord_, slag in _stammene():
        hvor = navn.partition(".")[0]
        if (hvor == del_ or (hvor == "*" and del_ in _OVERALT)) and ord_.search(merke) and slag.search(verdi.strip()):
            return navn
    return None


def er_fri(navn: str) -> bool:
    """Tell whether anything may stand beside a label of this key, so that its words alone say what it is."""
    return bool(ordene()["stammer"][navn]["slag"] == "tekst")


_OVERALT = ("", "periode", "parter", "bakgrunn", "vedtak", "evaluering", "formål", "signatur")
"""The parts in which a label may be of the agreement itself."""
_MERKE = senere(r"^(?P<l>[A-ZÆØÅ][^:.\d]{1,45}?):\s+(?=\S)")


def delt(u: Utsnitt, del_: str) -> tuple[str, Utsnitt, Utsnitt] | None:
    """Return the key, the label and the rest of a line that begins with a label, None for one that does not."""
    treff = _MERKE.match(u.s)
    navn = nøkkel(treff["l"], u.s[treff.end() :], del_) if treff else None
    if treff is None or navn is None:
        return None
    return navn, u.del_(0, treff.end()), u.del_(treff.end(), len(u.s))


def er_person(u: Utsnitt) -> bool:
    """Tell whether a stretch of text names somebody."""
    return any(True for _ in ledd.personer(u))

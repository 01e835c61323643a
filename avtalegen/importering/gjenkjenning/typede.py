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
    "svar": r"^(?i:ja|nei|delvis|åp[en]\w*|op[en]\w*|lukk\w*)\b",
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


_FRITT = (
    ("råd.åpenhet", "svar", r"møte\w*\b.*\b(?:åp[en]|op[en]|lukk|publik)|\b(?:åp[en]|op[en]|lukk)\w*\b.*\bmøte"),
    ("råd.leder", "rolle", r"(?:leder|leier|leiar|styrer)\s.{0,12}råd|råd\w*\s(?:ledes|leies|leiast|styres|styrast)"),
    (
        "råd.sekretær",
        "rolle",
        r"(?:før(?:er|es|ast)|skriv\w+|sekret\w+)\b.*(?:møte|referat|protokoll|råd)|"
        r"(?:møtebok|referat|protokoll)\w*\s(?:før|skriv)\w+",
    ),
    (
        "råd.møter",
        "hyppighet",
        r"råd\w*\b.*\b(?:møt|saml|sees|treff)|\b(?:møt|saml|treff)\w*\b.*\bråd|(?:hvor|kor)\s(?:ofte|mange)\b.*møte",
    ),
    ("*.vedtak", "dato", r"kommunestyr|heradsstyr|bystyr"),
    ("*.periode", "todatoer", r"fr[aå]\b.*\btil\b|start.*slutt"),
    ("*.oppsigelse", "lengde", r"avtal\w*\b.*\b(?:opp\b|avslut|ut\b)|(?:si|gå|avslutte)\b.*\bavtal"),
    ("*.evaluering", "hyppighet", r"evaluer\w*\b.*avtal|avtal\w*\b.*evaluer"),
    ("*.taushet", "svar", r"taus\w*plikt|teieplikt"),
    ("kontakt.telefon", "telefon", r"\b\w{0,6}kontakt\w{0,4}\b"),
    ("kontakt.epost", "epost", r"\b\w{0,6}kontakt\w{0,4}\b"),
    ("kontakt.navn", "person", r"politikontakt"),
)
"""Labels that say by their own words which part they are of, and what must stand beside them."""
_LENGSTE_SPØRSMÅL = 9


def fritt(merke: str, verdi: str) -> str | None:
    """Return the key of a label or a question by its own words, wherever it stands; None for no such label."""
    if len(merke.split()) > _LENGSTE_SPØRSMÅL or re.search(uttrykk.NAVN, merke):
        return None
    treff = (navn for navn, ord_, slag in _fritt() if ord_.search(merke) and slag.search(verdi.strip()))
    return next(treff, None)


@cache
def _fritt() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((navn, re.compile(rf"(?i)(?<!\w)(?:{en})"), re.compile(_SLAG[slag])) for navn, slag, en in _FRITT)


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

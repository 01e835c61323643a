"""Who somebody is, kept out of the tables when nobody has asked for it.

A column of names is left out (`skjema.Vern`). But people write names elsewhere too: «Kari Nordmann ringer skolen». What
the agreement says is a name of a person, is masked wherever it stands, and so are e-mail addresses and phone numbers.
Where a title or a name is written, what looks like a name is masked as well. A name that stands nowhere as such, in the
middle of a text, can't be known; docs/data.md says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from avtalegen import register
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.oppfolging.tabeller.skjema import Vern

NAVN, EPOST, TELEFON = "[navn]", "[e-post]", "[telefon]"
"""What stands where something has been masked."""

_EPOST = re.compile(r"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.\w+")
_TELEFON = re.compile(
    r"(?<![\w.,/+-])(?:(?:\+|00)47[\s\u00a0]?)?"
    r"[2-9](?:\d{7}|\d(?:[\s\u00a0]\d\d){3}|\d\d[\s\u00a0]\d\d[\s\u00a0]\d{3})(?![\w/-])"
)
_ORD = re.compile(r"[^\W\d_][\w’'-]*\.?")
_BINDELEDD = frozenset({"van", "von", "de", "der", "af", "og"})
"""Words in small letters that may stand inside of a name. «Og» joins two people."""
# What a unit, a body or a place is called by: then it is no person, however many capital letters it has. Whole words,
# where people are called something that begins or ends as they do (Nyhus, Kirkeby, Helset, Skulestad).
_ORGAN = re.compile(
    r"(?i)kommune|herad\b|fylkes?(?:kommun|mann|ting)|politi(?!mester|meister|kontakt)|lensmanns|distrikt|stasjon|kontor|"
    r"sk[ou]le(?:n|ne|r)?\b|etat\b|avdeling|enhet|eining|råd\b|rådet|utvalg|seksjon|tjeneste|teneste|senter|forening|"
    r"lag\b|laget\b|gruppe|nemnd|\bnav\b|\bslt\b|barneve?rn|helse\b|helse(?:stasj|vesen)|oppvekst|foretak|region|"
    r"beredskap|forebygg|førebygg|brannvesen|ungdom|sekretariat|bedrift|selskap|hotell?\b|bibliotek|kirke\b|kyrkje\b|"
    r"teater|møterom|\bteams\b|(?:råd|ting|kommune|kultur|bygde|samfunns|forsamlings)hus|(?:idretts|bruks|lands)hall"
)
_TITTEL = re.compile(
    r"(?i)koordinator|direktør|led(?:er|eren)\b|leiar|ordfør|rådmann|kontakt|sekretær|sjef|mester|meister|betjent|"
    r"lensmann|rådgiver|rådgivar|varamedlem|rektor|lærer|advokat|inspektør|medlem"
)
_KORTEST = 3
"""Characters: a part of a name that is as short stands for too much else."""

Skjuler = Callable[[str, Vern], str]
"""Returns a text as it may be shown in a column that is kept in some way."""


def skjuler(navn: Iterable[str]) -> Skjuler:
    """Return what masks the people with these names."""
    hele, biter = _mønstre(navn)

    def skjul(tekst: str, vern: Vern) -> str:
        if vern is Vern.INGEN:
            return hele.sub(NAVN, tekst) if hele else tekst
        tekst = _EPOST.sub(EPOST, tekst) if "@" in tekst else tekst
        tekst = _TELEFON.sub(TELEFON, tekst)
        for mønster in filter(None, (hele, biter)):
            tekst = mønster.sub(NAVN, tekst)
        return _uten_navn(tekst) if vern is Vern.ROLLE else tekst

    return skjul


def uendret(tekst: str, _vern: Vern) -> str:
    """Return the text as it is: names have been asked for."""
    return tekst


def _mønstre(navn: Iterable[str]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return what finds the whole of some names, also with the last name first, and what finds parts of them."""
    hele: set[str] = set()
    biter: set[str] = set()
    for ett in navn:
        if not er_person(ett):
            continue
        ordene = ett.replace(",", " ").split()
        biter |= {en for en in ordene if len(en) >= _KORTEST and en[0].isupper() and en not in _steder()}
        if len(ordene) > 1:
            hele.add(_sammen(ordene))
            hele.add(rf"{re.escape(ordene[-1])},\s*{_sammen(ordene[:-1])}")
            hele.add(_sammen((ordene[0], ordene[-1])))
    return _ett_av(hele, re.IGNORECASE), _ett_av(set(map(re.escape, biter)), re.NOFLAG)


def _sammen(ordene: Iterable[str]) -> str:
    return r"\s+".join(map(re.escape, ordene))


def _ett_av(mønstre: set[str], flagg: re.RegexFlag) -> re.Pattern[str] | None:
    """Return a pattern of any of them, the longest first, as words of their own; an «s» may follow."""
    if not mønstre:
        return None
    alle = "|".join(sorted(mønstre, key=lambda en: (-len(en), en)))
    return re.compile(rf"(?<!\w)(?:{alle})(?:s|'|’s?)?(?!\w)", flagg)


def _uten_navn(tekst: str) -> str:
    """Return a text with what looks like names of persons masked: several capital letters, and no body or place."""
    skrevet, slutt = "", 0
    for fra, til in _rekker(tekst):
        skrevet += tekst[slutt:fra] + NAVN
        slutt = til
    return skrevet + tekst[slutt:]


def _rekker(tekst: str) -> Iterator[tuple[int, int]]:
    """Give where there are words with capital letters, one after the other, that may be the name of a person."""
    rekke: list[re.Match[str]] = []
    for ord_ in (*_ORD.finditer(tekst), None):
        fortsetter = bool(rekke and ord_ and not tekst[rekke[-1].end() : ord_.start()].strip())
        if ord_ and fortsetter and (ord_[0][0].isupper() or ord_[0] in _BINDELEDD):
            rekke.append(ord_)
            continue
        if rekke and (sted := _navnet(rekke, ord_[0] if ord_ and fortsetter else "")):
            yield sted
        rekke = [ord_] if ord_ and ord_[0][0].isupper() else []


def _navnet(rekke: list[re.Match[str]], etter: str) -> tuple[int, int] | None:
    """Return where the name is in words with capital letters; `etter` is the word that follows them."""
    while rekke and rekke[-1][0] in _BINDELEDD:
        rekke = rekke[:-1]
    hele = " ".join(ord_[0] for ord_ in rekke)
    if _ORGAN.search(hele) or _ORGAN.match(etter) or hele in _steder():
        return None
    while rekke and (_TITTEL.search(rekke[0][0]) or rekke[0][0] in _steder()):
        rekke = rekke[1:]
    return (rekke[0].start(), rekke[-1].end()) if len(rekke) > 1 else None


def er_person(navn: str) -> bool:
    """Tell whether what stands as a name may be that of a person: «ikke besatt» and «Lensmannskontoret» aren't."""
    ordene = navn.replace(",", " ").split()
    ender = bool(ordene) and ordene[0][0].isupper() and ordene[-1][0].isupper()
    return ender and not (_ORGAN.search(navn) or _TITTEL.search(navn) or navn in _steder()) and not er_ufylt(navn)


@cache
def _steder() -> frozenset[str]:
    """Return the names of kommuner, fylker and politidistrikter, and the words in them: no names of persons."""
    navn = {kommune.navn for kommune in register.alle_kommuner()} | {k.fylke for k in register.alle_kommuner()}
    for kommune in register.alle_kommuner():
        navn |= {*kommune.samiske_kvenske_navn, *kommune.andre_navn}
    navn |= {distrikt.kortnavn for distrikt in register.alle_politidistrikt()}
    return frozenset(navn | {ord_ for ett in navn for ord_ in re.split(r"[\s-]+", ett) if ord_[:1].isupper()})

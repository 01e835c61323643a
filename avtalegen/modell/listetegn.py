"""What a value has at its ends from the list or the outline that it was copied from, and is no part of it."""

from __future__ import annotations

from typing import Any

from avtalegen.modell.punktliste import listet, punktene
from avtalegen.modell.senere import senere

_ORDENSTALL = (
    r"nestle|vara|etasje|etg\b|\w*trinn|klass|linj|avd|divisj|kvartal|halvår|tertial|\w*dag|advent|møte|runde|ledd|gang"
    r"|gong|utg|jan(?:uar)?\b|feb(?:ruar|r)?\b|mars|april|mai\b|juni|juli|aug(?:ust)?\b|sept?(?:ember)?\b"
    r"|okt(?:ober)?\b|nov(?:ember)?\b|des(?:ember)?\b|års|semester|verdens|\w*betjent|statsadv"
    r"|(?:\w+ ){0,3}[\w-]*speider(?:gr|tr|ne\b)"
)
_FORAN = senere(r"[•·▪●○◦‣\uf0b7]\s+(?=\S)|[*–—-]\s+(?=[^\W\d]|«)|\(?(?:\d{1,2}|[a-zæøåA-ZÆØÅ]|[ivx]{2,4})\)\s+(?=\w)")
"""A bullet, «a)», «ii)»: not «- 5 grader»."""
_NUMMER = senere(
    rf"(?:§ ?)?(?:(?:\d{{1,2}}\.){{1,3}}(?P<etter>\d{{1,2}})\.?|(?P<alene>\d{{1,2}})\.)\s+(?!(?i:{_ORDENSTALL}))"
    r"(?=[A-ZÆØÅ«])"
)
"""«3.1» or «1.» before what begins with a capital: not «17. mai» or «2. nestleder»."""
_NAVNENE = ("navn", "hva", "tittel", "tekst")

_SAK = senere(r"(?i)(?:som\s)?sak(?:s?nr\.?|snummer)?\s*:?\s+(?=[^\s\d]{0,5}\s?\d)")
_TEGNKODE = senere(r"&#?\w+;$")
"""What HTML writes a sign as, «&amp;»: the semicolon is of it."""


def uten_merke(tekst: str) -> str:
    """Return a text on one line without the bullet or the letter in front of it: «• Lage plan», «a) Lage plan».

    A list pasted into it stands on lines.
    """
    if tekst[:1].isalpha() and ")" not in tekst[1:5]:
        return tekst
    if (liste := listet(tekst)) or "\n" in tekst:
        return liste or tekst
    treff = _FORAN.match(tekst)
    return tekst[treff.end() :] if treff else tekst


def uten_sak(tekst: str) -> str:
    """Return the number of a case without «sak» or «saksnr.» in front of it: the document says that it is one."""
    return tekst[treff.end() :] if (treff := _SAK.match(tekst)) else tekst


def som_liste(data: Any) -> list[Any]:
    """Let one thing stand where a list is expected, and leave out items that are empty.

    A list that is pasted into one text is a list.
    """
    if data.__class__ in (list, tuple):
        return uten_numre([en for en in data if en is not None])
    if data.__class__ is not str or (data.isprintable() and data[:1].isalpha() and data[1:2] != ")"):
        return [data]
    return uten_numre(punktene(data)) or [data]


def uten_numre(ting: list[Any]) -> list[Any]:
    """Return the items of a list without the numbers that count them: «1. Rus», «2. Trafikk».

    A number alone, or one of other numbers, may be of the name («1. Bodø speidergruppe»), and stays. What an item of
    several fields is called, is its first text.
    """
    if len(ting) < _FLERE or not _navnet(ting[0]).startswith(_BEGYNNER):
        return ting
    navnene = [_navnet(en) for en in ting]
    treff = [_NUMMER.match(navn) for navn in navnene]
    if [int(en["etter"] or en["alene"]) if en else 0 for en in treff] != [*range(1, len(ting) + 1)]:
        return ting
    uten = [navn[en.end() :] for navn, en in zip(navnene, treff, strict=True) if en]
    return [{**en, _nøkkelen(en): navn} if isinstance(en, dict) else navn for en, navn in zip(ting, uten, strict=True)]


def uten_nummer(tekst: str) -> str:
    """Return a heading without the number that it had where it was written: «3.2 Om SLT», «4. Møter»."""
    return tekst[treff.end() :] if (treff := _NUMMER.match(tekst)) else tekst


_FLERE, _BEGYNNER = 2, (*"123456789", "§")


def _navnet(en: Any) -> str:
    navn = en.get(_nøkkelen(en)) if isinstance(en, dict) else en
    return navn if isinstance(navn, str) else ""


def _nøkkelen(en: dict[str, Any]) -> str:
    return next((nøkkel for nøkkel in _NAVNENE if isinstance(en.get(nøkkel), str)), "")


_SKILLETEGN = (";", ",", " og", " ", "\n", "\t")


def uten_skilletegn(tekst: str) -> str:
    """Return a text without the sign behind it that joined it to the next: «Lage plan;», «Lage plan, og»."""
    if not tekst.endswith(_SKILLETEGN):
        return tekst
    uten_og = tekst.rstrip().removesuffix(" og").rstrip()
    if not uten_og.endswith((";", ",")) or _TEGNKODE.search(uten_og[-20:]):
        return tekst
    return uten_og.rstrip(" ;,") or tekst

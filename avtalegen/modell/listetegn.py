"""What a value has at its ends from the list or the outline that it was copied from, and is no part of it."""

from __future__ import annotations

from avtalegen.modell.senere import senere

_ORDENSTALL = (
    r"nestle|vara|etasje|etg\b|\w*trinn|klass|linj|avd|divisj|kvartal|halvår|tertial|\w*dag|advent|møte|runde|ledd|gang"
    r"|gong|utg|jan(?:uar)?\b|feb(?:ruar|r)?\b|mars|april|mai\b|juni|juli|aug(?:ust)?\b|sept?(?:ember)?\b"
    r"|okt(?:ober)?\b|nov(?:ember)?\b|des(?:ember)?\b|års|semester|verdens|\w*betjent|statsadv"
    r"|(?:\w+ ){0,3}[\w-]*speider(?:gr|tr|ne\b)"
)
_FORAN = senere(
    r"[•·▪●○◦‣\uf0b7]\s+(?=\S)|[*–—-]\s+(?=[^\W\d]|«)|\(?(?:\d{1,2}|[a-zæøåA-ZÆØÅ]|[ivx]{2,4})\)\s+(?=\w)"
    r"|(?:§ ?)?(?:\d{1,2}(?:\.[1-9]){1,3}|\d\.1\d)\.?\s+(?=[A-ZÆØÅ«])"
    rf"|\d{{1,2}}\.\s+(?!(?i:{_ORDENSTALL}))(?=[A-ZÆØÅ«])"
)
"""A bullet, «a)», «ii)», «3.1» or «1.»: not «17. mai», «2. nestleder», «1. Bodø speidergruppe» or «- 5 grader»."""

_TEGNKODE = senere(r"&#?\w+;$")
"""What HTML writes a sign as, «&amp;»: the semicolon is of it."""


def uten_merke(tekst: str) -> str:
    """Return a text on one line without the bullet or the number in front of it: «• Lage plan», «a) Lage plan»."""
    if (tekst[:1].isalpha() and ")" not in tekst[1:5]) or "\n" in tekst:
        return tekst
    treff = _FORAN.match(tekst)
    return tekst[treff.end() :] if treff else tekst


def uten_skilletegn(tekst: str) -> str:
    """Return a text without the sign behind it that joined it to the next: «Lage plan;», «Lage plan, og»."""
    uten_og = tekst.rstrip().removesuffix(" og").rstrip()
    if not uten_og.endswith((";", ",")) or _TEGNKODE.search(uten_og[-20:]):
        return tekst
    return uten_og.rstrip(" ;,") or tekst

"""What a value has at its ends from the list or the outline that it was copied from, and is no part of it."""

from __future__ import annotations

from avtalegen.modell.senere import senere

_ORDENSTALL = (
    r"nestle|vara|etasje|trinn|klass|linj|avd|divisj|kvartal|halvår|tertial|\w*dag|møte|runde|ledd|gang|gong|utg"
    r"|januar|februar|mars|april|mai\b|juni|juli|august|september|oktober|november|desember|års|semester|verdens"
)
_FORAN = senere(
    r"[•·▪●○◦‣*–—-]\s+(?=[^\W\d])|\(?(?:\d{1,2}|[a-zæøå])\)\s+(?=\w)"
    r"|(?:§ ?)?\d{1,2}(?:\.[1-9]){1,3}\.?\s+(?=[A-ZÆØÅ«])"
    rf"|\d{{1,2}}\.\s+(?!(?i:{_ORDENSTALL}))(?=[A-ZÆØÅ«])"
)
"""A bullet, «a)», «3.1» or «1.»: not «17. mai», «2. nestleder» or «- 5 grader»."""

_TEGNKODE = senere(r"&#?\w+;$")
"""What HTML writes a sign as, «&amp;»: the semicolon is of it."""


def uten_merke(tekst: str) -> str:
    """Return a text on one line without the bullet or the number in front of it: «• Lage plan», «a) Lage plan»."""
    if (tekst[:1].isalpha() and tekst[1:2] != ")") or "\n" in tekst:
        return tekst
    treff = _FORAN.match(tekst)
    return tekst[treff.end() :] if treff else tekst


def uten_skilletegn(tekst: str) -> str:
    """Return a text without the sign behind it that joined it to the next: «Lage plan;», «Lage plan, og»."""
    uten_og = tekst.rstrip().removesuffix(" og").rstrip()
    if not uten_og.endswith((";", ",")) or _TEGNKODE.search(uten_og[-20:]):
        return tekst
    return uten_og.rstrip(" ;,") or tekst

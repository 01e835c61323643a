"""Lines that were broken because the paper was no wider: put together again, with words that were divided."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from avtalegen.modell.senere import senere

_ORD = senere(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DELT = senere(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u00ad\u2010]$")
_FØRSTE = senere(r"[^\W\d_]+")
_LENGST = 100  # characters of a word
_BINDER = frozenset(("og", "eller", "samt", "til", "av", "for", "i", "på"))
"""What can follow a hyphen that stands for a word left out: «buss- og drosjeholdeplass»."""
_UTEN_MELLOMROM = senere(r"(?:[\w.]@|\w/|\d[–-]|\w[-\u2010])$")

MERKE = senere(
    r"\s*(?:[*•·▪◦‣»–—\ue000-\uf8ff-]|o(?= )|\(?\d{1,2}[.)]|\(?[a-zæøå]\)"
    r"|\d{1,2}(?:\.\d{1,2})+\.?|[IVXivx]{1,5}\.|§+ ?\d+\w?\.?)(?:\s+|$)"
)
"""The mark or the number that a point, a paragraph or a heading begins with."""
_TALLMERKE = senere(r"\s*(?:\d|[IVXivx]{1,5}\.)")
LEDER = senere(r"(?:(?<!\.)\.{4,}+|(?<!…)…{2,}+|(?<!\. )(?:\. ){4,}+)\s*+\d{1,3}\s*$")
"""The dots and the page number at the end of a line in a table of contents."""
PRIKKER = senere(r"(?<=[^\s._…-]) ?(?:\.{3,}|…{2,}|(?<= )\.\.|(?:\. ){3,}\.?|_{3,}|(?<= )(?:- ){4,}-?)\s*(?=[^\W\d])")
"""The dots from a title, or what else stands first, to the name that goes with it."""
STREKER = senere(r"[\s._…-]{4,}")
"""A line to write on."""
_SLUTT = (".", ":", "!", "?", ";", ",")


def er_punkt(tekst: str, forrige: str) -> bool:
    """Tell whether a line begins something of its own, by its mark, when the one above it had no room for more.

    A number may as well be the hour or the day that a sentence goes on with.
    """
    if not MERKE.match(tekst):
        return False
    return not _TALLMERKE.match(tekst) or forrige.rstrip().endswith(_SLUTT)


class Ordliste:
    """The words of a text, to tell whether a hyphen at the end of a line belongs to the word."""

    def __init__(self, linjer: Iterable[str]) -> None:
        alle = (treff.lower() for linje in linjer for treff in _ORD.findall(linje.rstrip().rstrip("-")))
        self._ord = Counter(alle)

    def flere(self, ordet: str) -> bool:
        """Tell whether a word stands in several places, and so is no end of one that is divided."""
        return self._ord[ordet.lower()] > 1

    def overgang(self, før: str, neste: str) -> tuple[int, str]:
        """Return how many characters the end of a line loses when the next is put to it, and what comes between."""
        før = før[-_LENGST:]
        delt, første = _DELT.search(før), _FØRSTE.match(neste)
        if delt is None and _adresse(før, neste):
            return 0, ""
        if delt is None or første is None:
            uten = _UTEN_MELLOMROM.search(før) and not neste.startswith(" ")
            return 0, "" if uten and (delt is None or neste[:1].isdigit()) else " "
        hode, fortsatt = delt[1], første[0]
        if fortsatt.lower() in _BINDER:
            return 0, " "
        hel, med_strek = (hode + fortsatt).lower(), f"{hode}-{fortsatt}".lower()
        beholdes = len(hode) == 1 or (hode.isupper() and len(hode) > 1) or not fortsatt[0].islower()
        if (beholdes or (med_strek in self._ord and hel not in self._ord)) and not før.endswith("\u00ad"):
            return 0, ""
        return 1, ""


def _adresse(før: str, neste: str) -> bool:
    """Tell whether an address of e-mail is broken between two lines."""
    sist, første = før.rpartition(" ")[2], neste.partition(" ")[0]
    if not første[:1].islower() or not sist[-1:].isalnum():
        return False
    uten_slutt = re.search(r"@[^.]*$", sist) is not None
    return (uten_slutt and "@" not in første) or ("@" in første[1:] and "@" not in sist and "." in sist)

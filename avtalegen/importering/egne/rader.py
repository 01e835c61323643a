"""The lines of our own documents, without the number or the bullet in front of each."""

from __future__ import annotations

from typing import NamedTuple

from avtalegen.importering.egne.kjent import NUMMER
from avtalegen.importering.kilde import Linje
from avtalegen.importering.utsnitt import Utsnitt, som_lest
from avtalegen.modell.senere import senere

_PUNKT = senere(r"\s*[•◦▪]\s*")
_NUMMERERT = senere(r"\s*(?:\d{1,2}|[a-zæøå])[.)]\s+(?=\S)")


class Rad(NamedTuple):
    """A line of the document without its number or bullet."""

    linje: Linje
    u: Utsnitt
    punkt: bool


def som_rad(linje: Linje) -> Rad:
    """Return a line without the number or the bullet in front of it."""
    s = som_lest(linje.tekst)
    fra = 0
    if linje.nivå is not None and (treff := NUMMER.match(s)):
        fra = treff.end()
    punkt = linje.listenivå is not None and not linje.nummer[:1].isalnum()
    if treff := _PUNKT.match(s):
        fra, punkt = treff.end(), True
    elif punkt and not linje.nummer and (treff := _NUMMERERT.match(s)):
        fra, punkt = treff.end(), False  # a PDF has the number of an item in its text
    rest = s[fra:]
    inn = len(rest) - len(rest.lstrip())
    return Rad(linje, Utsnitt(linje.nr, fra + inn, rest.strip()), punkt)


def er_uthevet(linje: Linje) -> bool:
    """Tell whether all of a line is bold."""
    return bool(linje.biter) and sum(b.til - b.fra for b in linje.biter if b.fet) >= len(linje.tekst.strip()) > 0

"""The rows of a table of measures that are none: what is done, or came to nothing, and the meetings of the council."""

from __future__ import annotations

from avtalegen.importering import uttrykk
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.forbi import BORTE, IKKE_AVTALT
from avtalegen.importering.stortabell import hele_raden
from avtalegen.importering.ventende import senere

_GJORT = senere(r"(?i)\((?:er\s)?(?:utført|gjennomført|fullført|ferdig)\b[^()]{0,30}\)")
_MØTE = senere(
    rf"(?:{uttrykk.MÅNED}\s)?(?i:(?:ordinært\s|fast\s)?(?:møte\si\s(?:politi|samarbeids)?rådet|rådsmøte|politirådsmøte|"
    r"politiråd(?:et)?\s(?:møtes|møtest|har møte)|politiråd(?=\s\())(?!\w)"
    r"|(?:ferie|fri|ingen aktivitet\w*)\W*$)"
)
"""A row of a year of work that is a meeting, with what it is about, or no work at all."""


def utenom(t: Tabell, r: int) -> bool:
    """Tell whether a row is of no measure that is agreed."""
    tekst = " ".join(t.rad(r))
    if BORTE.search(tekst) or _GJORT.search(tekst) or _MØTE.match(tekst):
        return True
    over_alle = hele_raden(t, r)
    return over_alle is not None and IKKE_AVTALT.search(over_alle.s) is not None

"""How many meetings there are, by the months, the seasons or the weeks that they are said to be in."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_MÅNEDENE = senere(
    rf"(?i:i)\s{uttrykk.MÅNED}(?:,\s{uttrykk.MÅNED})*\s(?i:og)\s{uttrykk.MÅNED}(?!\s\d)|(?i:vår|hast?|haust|høst)\s"
    rf"(?i:og)\s(?i:vår|haust|høst)(?!\w)"
)


_RUNDT = r"(?:primo|medio|ultimo|tidlig i|tidleg i|seint i|sent i|først i|fyrst i|sist i|midt i|tidl\.)\s"
_FLERE_MÅNEDER = senere(
    rf"(?i:{_RUNDT}){uttrykk.MÅNED}(?:(?:,|\sog|,\sog)\s(?i:{_RUNDT}){uttrykk.MÅNED})+(?!\w)|"
    r"(?i:i\s)?(?i:uke|veke|ukene|vekene)\s\d{1,2}(?:,\s\d{1,2})*\sog\s\d{1,2}(?!\d)"
)
"""«primo mars, medio juni og ultimo november», «uke 6, 20 og 45»."""


def tell(a: Arbeid, u: Utsnitt) -> None:
    """Count the months, or the seasons, that the meetings are said to be in."""
    treff = _MÅNEDENE.search(u.s) or _FLERE_MÅNEDER.search(u.s)
    if (
        treff is None
        or a.tre.har("politiråd", "møter", "per_år")
        or re.search(r"(?i)referat|evaluer|avtal|kvartal|halvår|annenhver|annankvar", u.s)
    ):
        return
    antall = len(re.findall(uttrykk.MÅNED + r"(?!\w)|\d{1,2}", treff[0])) or 2
    a.sett(u.gruppe(treff).verdi(TROLIG, "månedene møtene er i", str(antall), ordrett=False), "politiråd.møter.per_år")

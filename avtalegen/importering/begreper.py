"""Words that an agreement gives a meaning of its own: «med «Koordinator» menes …», «…, heretter kalt «Utvalget»»."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.importering.ordliste import etter_innhold
from avtalegen.importering.utsnitt import som_lest
from avtalegen.importering.ventende import senere

_LENGST = 2_000
"""Characters of a line that gives words a meaning."""
_ORD = r"[«\"“](?P<o>[A-ZÆØÅa-zæøå][\w -]{2,40}?)[»\"”]"
_MENES = senere(
    rf"(?i:med|ved)\s(?:\w+\s)?{_ORD}\s(?:(?:menes|meines|forstås|siktes|meiner|mener)\s)(?:\w+\s)?(?P<d>[^.;]{{5,300}})"
)
_KALT = senere(
    rf"(?P<d>[^.;]{{5,300}}?),?\s\(?(?i:heretter|i det følgende|i det følgjande|nedenfor|seinare|senere)\s"
    rf"(?i:kalt|kalla|omtalt som|nevnt|nemnd|benevnt)?\s?{_ORD}"
)
_ER = senere(rf"^\s*{_ORD}\s?(?::|–|er)\s(?P<d>[^.;]{{5,300}})")


def begreper(tekster: Iterable[str]) -> dict[str, str]:
    """Return the part of the agreement that each word with a meaning of its own is about."""
    funnet: dict[str, str] = {}
    for tekst in (som_lest(en) for en in tekster if len(en) <= _LENGST):
        for mønster in (_MENES, _ER, _KALT):
            for treff in mønster.finditer(tekst) if "«" in tekst or '"' in tekst or "“" in tekst else ():
                om = etter_innhold(treff["d"].rsplit(",", 1)[-1] if mønster is _KALT else treff["d"])
                if om in ("råd", "kontakt", "slt", "tjenester"):
                    funnet.setdefault(treff["o"].casefold(), om)
    return funnet


def delen(begreper_: dict[str, str], tittel: str) -> str:
    """Return the part that a heading opens by such a word, "" for none; the word may have an ending."""
    ren = re.sub(r"\W+$", "", tittel.strip()).casefold()
    bøyd = r"(?:en|et|n|a|s)?"
    return next((del_ for ord_, del_ in begreper_.items() if re.fullmatch(re.escape(ord_) + bøyd, ren)), "")

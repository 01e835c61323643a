"""Members whom a later sentence, or the answer to a letter, says that somebody else comes instead of."""

from __future__ import annotations

import re

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_UT = senere(
    r"(?i)\b(?:byttes|bytast|byttast|skiftes|skiftast|skiftest)\sut\b|\b(?:erstattes|erstattast)\s(?:av|med)\b|"
    r"\b(?:går|gå|trer|trår)\sut\sav\s\w*(?:rådet|utvalget|utvalet)\b"
)
_I_STEDET = senere(
    r"(?i);|\bi st(?:aden|edet)\b|\bav di\b|\bfordi\b|\b(?:erstattes|erstattast)\b|\bog\s(?=[^,;]*\binn\b)"
)


def ut(a: Arbeid, u: Utsnitt) -> None:
    """Take those out of the council whom a sentence says that go out of it."""
    if not _UT.search(u.s):
        return
    hvem = _I_STEDET.split(u.s)[0]
    for side in ("kommune", "politi", "andre"):
        for en in [*a.tre.liste("politiråd", "medlemmer", side)]:
            if isinstance(en, dict) and _nevnt(en.get("navn"), en.get("tittel"), hvem):
                a.tre.liste("politiråd", "medlemmer", side).remove(en)
        if a.tre.hent("politiråd", "medlemmer", side) == []:
            a.tre.fjern("politiråd", "medlemmer", side)


def _nevnt(navn: object, tittel: object, hvem: str) -> bool:
    """Tell whether a member is the one whom the words name, or whose title they have."""
    if isinstance(navn, Verdi) and navn.tekst in hvem:
        return True
    return isinstance(tittel, Verdi) and bool(re.search(rf"(?i)(?<!\w){re.escape(tittel.tekst)}(?:en|a|n)\b", hvem))

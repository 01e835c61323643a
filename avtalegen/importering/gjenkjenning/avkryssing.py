"""Boxes that are ticked beside a label: the one that was chosen is what stands there."""

from __future__ import annotations

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.modell.senere import senere

_VALGT = senere(r"(?:\[\s?[xX]\s?\]|\([xX]\)|☒|☑|✓|✔)\s*(?P<v>[^\[\]☐☒☑✓✔]+?)\s*(?=\[|\(\s?\)|☐|☒|☑|$)")
_BOKS = senere(r"\[\s?[xX]?\s?\]|\(\s?[xX]?\s?\)|☐|☒|☑|✓|✔")
_ÅPNE = senere(r"(?i)\b(?:åp(?:en|ne|ent|enhet)|op(?:en|ne|e|enheit)|offent|publik)\w*")
_SVAR = {"ja": "åpen", "nei": "lukket", "delvis": "delvis"}


def valgt(a: Arbeid, u: Utsnitt) -> Utsnitt:
    """Return what is ticked of several boxes, the rest accounted for; all of it when there are no boxes."""
    alle = [*_VALGT.finditer(u.s)]
    if len([*_BOKS.finditer(u.s)]) < 2 or len(alle) != 1:
        return u
    a.etikett(u)
    return u.gruppe(alle[0], "v").strippet(" .,;")


def åpenhet(a: Arbeid, merke: Utsnitt, u: Utsnitt) -> bool:
    """Take a yes or a no beside a label that asks whether the meetings are open."""
    svar = _SVAR.get(u.strippet(" .").s.casefold())
    if svar is None or not _ÅPNE.search(merke.s):
        return False
    return a.sett(u.verdi(SIKKER, "svaret ved ledeteksten", svar, ordrett=False), "politiråd.åpenhet")

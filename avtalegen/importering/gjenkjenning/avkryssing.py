"""Boxes that are ticked beside a label: the one that was chosen is what stands there."""

from __future__ import annotations

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_VALGT = senere(r"(?:\[\s?[xX]\s?\]|\([xX]\)|☒|☑|✓|✔)\s*(?P<v>[^\[\]☐☒☑✓✔]+?)\s*(?=\[|\(\s?\)|☐|☒|☑|$)")
_BOKS = senere(r"\[\s?[xX]?\s?\]|\(\s?[xX]?\s?\)|☐|☒|☑|✓|✔")
_ÅPNE = senere(r"(?i)\b(?:åp(?:en|ne|ent|enhet)|op(?:en|ne|e|enheit)|offent|publik|lukk|steng)\w*")
_LUKKEDE = senere(r"(?i)\b(?:lukk\w*|steng\w*)")
_NOEN_ORD = 4
"""Words that are no sentence."""
_SVAR = {"ja": "åpen", "nei": "lukket", "delvis": "delvis"}
_ORDENE = (
    ("delvis", senere(r"(?i)del(?:vis|er)\b")),
    ("lukket", senere(r"(?i)lukk|(?:ikk[je]+|u)\s?(?:åp|op)")),
    ("åpen", senere(r"(?i)åp(?:en|ne)|op(?:en|ne)|offent")),
)
"""What the boxes for whether the meetings are open, say: the first word that fits."""
_OM = (
    ("råd.åpenhet", senere(r"(?i)\b(?:lukk|åp(?:en|ne)|op(?:en|ne))\w*")),
    ("råd.rolle", senere(r"(?i)\b(?:rådgi|rådgj|beslut|avgjer|vedta)\w*")),
)
"""What a row of boxes is about, by the words of two of them."""


def valgt(a: Arbeid, u: Utsnitt) -> Utsnitt:
    """Return what is ticked of several boxes, the rest accounted for; all of it when there are no boxes."""
    alle = [*_VALGT.finditer(u.s)]
    if len([*_BOKS.finditer(u.s)]) < 2 or len(alle) != 1:
        return u
    a.etikett(u)
    return u.gruppe(alle[0], "v").strippet(" .,;")


def åpenhet(a: Arbeid, merke: Utsnitt, u: Utsnitt) -> bool:
    """Take a yes or a no beside a label that asks whether the meetings are open."""
    rent = u.strippet(" .").s
    svar = _SVAR.get(rent.casefold().partition(",")[0]) if _ÅPNE.search(merke.s) else None
    if svar in ("åpen", "lukket") and _LUKKEDE.search(merke.s):
        svar = "lukket" if svar == "åpen" else "åpen"
    if svar is None and len(rent.split()) < _NOEN_ORD:
        svar = next((navn for navn, ord_ in _ORDENE if ord_.match(rent)), None)
    if svar is None:
        return False
    return a.sett(u.verdi(SIKKER, "svaret ved ledeteksten", svar, ordrett=False), "politiråd.åpenhet")


def nøkkel(tekst: str) -> str | None:
    """Return the key of the label that several boxes stand beside, by what they say; None for others."""
    if len([*_BOKS.finditer(tekst)]) < 2:
        ord_ = tekst.strip(" .,;")
        alene = len(ord_.split()) < _NOEN_ORD  # what was chosen of several
        return next((navn for navn, mønster in _OM if alene and mønster.search(ord_)), None)
    return next((navn for navn, ord_ in _OM if len([*ord_.finditer(tekst)]) > 1), None)

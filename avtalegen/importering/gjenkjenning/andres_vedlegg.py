"""Enclosures that others than the parties have agreed: nothing that stands in them is agreed here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.importering.blokker import Avsnitt
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ventende import senere

_VEDLEGG = senere(r"(?i)\W*(?:vedlegg|bilag)\b")
_MELLOM_ANDRE = senere(
    r"^(?!.*(?i:kommun|herad|politi|lensmann)).{0,80}?(?<!\w)(?i:mellom)\s+[A-ZÆØÅ][^.]{2,80}?\s+og\s+"
    r"[A-ZÆØÅ][^.]{2,80}$"
)
"""What two others have between them: «mellom Fjellheisen AS og Vakt AS»."""
_LENGST = 240


def uten(seksjoner: Iterable[Seksjon]) -> list[Seksjon]:
    """Return the sections without those of enclosures between others, from where they are named to the next one."""
    med: list[Seksjon] = []
    i_vedlegg = andres = False
    for seksjon in seksjoner:
        over = seksjon.overskrift.s if seksjon.overskrift else ""
        if _VEDLEGG.match(over):
            i_vedlegg, andres = True, False
        andres = andres or (i_vedlegg and _mellom_andre(seksjon, over))
        if not andres:
            med.append(seksjon)
    return med


def _mellom_andre(seksjon: Seksjon, over: str) -> bool:
    linjer = (over, *(blokk.tekst.s for blokk in seksjon.blokker if isinstance(blokk, Avsnitt)))
    return any(len(en) < _LENGST and _MELLOM_ANDRE.match(re.sub(r"\s+", " ", en.strip())) for en in linjer)

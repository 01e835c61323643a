"""Lists whose introduction says that nothing in them is agreed: who has left, what was not chosen, what nobody does."""

from __future__ import annotations

import re

from avtalegen.importering.blokker import Avsnitt, Tabell
from avtalegen.importering.ventende import senere

_IKKE = senere(
    r"(?i)\bikk[je]+\s(?:faste?\s)?(?:medlem\w*|med\b|tatt\smed|teke\smed|valgt|vald|vedt\w+|avtal\w+|prioritert\w*|"
    r"(?:en|ein)\sdel)|\b(?:skal|kan|bør|vil)\s(?:\w+\s)?ikk[je]+\b|"
    r"\b(?:har|er)\s(?:nå\s|no\s)?(?:slutt(?:et|a)|gått\s(?:av|ut)|trådt\s(?:av|ut)|avslutt?(?:et|a)|utgått|fjern(?:et|a))\b|"
    r"^(?:slutt(?:et|a)|utgått|utgår|avslutt?(?:et|a)|tidl[ei]g[ae]re|foreslått|føreslått|avvist|forkast(?:et|a)|strøket)\b|"
    r"\b(?:forrige|førre|tidl[ei]g[ae]re|gamle)\s\w*(?:avtal|plan|period|råd|ordning)\w*[^:]*\b(?:var|hadde|gjaldt)\b|"
    r"\b(?:foreslått|føreslått|drøft(?:et|a)|vurdert|nevnt|nemnt),?\s(?:men|og)\s(?:\w+\s){0,2}ikk[je]+|"
    r"^(?:når|dersom|hvis|viss|om)\s[^:]+\bvurder\w*"
)
_LIKEVEL = senere(r"(?i)\b(?:erstatt|avløs|avløys|opphev)\w*|\bikk[je]+\s(?:bare|berre)\b")
_LENGST = 120


def uten(blokker: list[Avsnitt | Tabell], del_: str) -> list[Avsnitt | Tabell]:
    """Return the blocks of a section without such lists; what the contact doesn't do, is of the contact."""
    if del_ == "kontakt":
        return blokker
    igjen: list[Avsnitt | Tabell] = []
    borte = False
    for nr, blokk in enumerate(blokker):
        er_punkt = isinstance(blokk, Avsnitt) and blokk.punkt
        if not er_punkt:
            neste = blokker[nr + 1] if nr + 1 < len(blokker) else None
            borte = (
                isinstance(blokk, Avsnitt) and isinstance(neste, Avsnitt) and neste.punkt and _er_utenom(blokk.tekst.s)
            )
        if not borte:
            igjen.append(blokk)
    return igjen


_VISER_TILBAKE = senere(r"(?i)(?:det|dette|disse|desse|de|dei|denne|her)\b")
"""What begins a sentence that goes on about the one before it."""


def _er_utenom(tekst: str) -> bool:
    """Tell whether the last sentence over a list says so: what stands before it in the paragraph may be of others."""
    inn = tekst.rstrip()
    siste = re.split(r"(?<=[.!?])\s+", inn)[-1]
    inn = inn if _VISER_TILBAKE.match(siste) else siste
    return inn.endswith(":") and len(inn) < _LENGST and bool(_IKKE.search(inn)) and not _LIKEVEL.search(inn)

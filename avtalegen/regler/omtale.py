"""Whether the agreement mentions something, and whether a value is left to fill in.

Matching is on casefolded stems, in bokmål and nynorsk.
"""

from __future__ import annotations

from avtalegen.modell.ufylt import er_ufylt
from avtalegen.regler.base import Kontekst


def ufylt(tekst: str | None) -> bool:
    """Tell whether a value is left to fill in: as `avtalegen ny` marks it, or with nothing but dots or dashes."""
    return tekst is not None and (er_ufylt(tekst) or not any(map(str.isalnum, tekst)))


def nevner(tekst: str, *biter: str) -> bool:
    """Tell whether a casefolded text holds any of the parts of words."""
    return any(map(tekst.__contains__, biter))


def er_nevnt(k: Kontekst, *biter: str, i: tuple[str, ...] = ()) -> bool:
    """Tell whether the agreement mentions any of the parts of words; with `i`, whether those parts of it do («slt»)."""
    # Of what the whole agreement doesn't say, no part of it does.
    funnet = k.kan_ha(*biter) and nevner(k.samlet_i(*i), *biter) if i else k.har(*biter)
    if not funnet:
        k.fant_ikke(*i)
    return funnet


def egen_overskrift(k: Kontekst, *biter: str) -> bool:
    """Tell whether a section of the agreement's own has a heading with any of the parts of words in it."""
    return any(nevner(avsnitt.overskrift.casefold(), *biter) for avsnitt in k.avtale.lokale_avsnitt)

"""Whether the agreement mentions something, and whether a value is left to fill in.

Matching is on casefolded stems, in bokmål and nynorsk.
"""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.regler.base import Kontekst
from avtalegen.regler.monster import Mønster


def ufylt(tekst: str | None) -> bool:
    """Tell whether a value is left to fill in: as `avtalegen ny` marks it, or with nothing but dots or dashes."""
    return tekst is not None and (er_ufylt(tekst) or not any(map(str.isalnum, tekst)))


def nevner(tekst: str, *biter: str) -> bool:
    """Tell whether a casefolded text holds any of the parts of words."""
    return any(map(tekst.__contains__, biter))


def er_nevnt(k: Kontekst, *biter: str, i: tuple[str, ...] = ()) -> bool:
    """Tell whether the agreement mentions any of the parts of words; with `i`, whether those parts of it do («slt»)."""
    # Of what the whole agreement doesn't say, no part of it does.
    funnet = k.har(*biter) and nevner(k.samlet_i(*i), *biter) if i else k.har(*biter)
    if not funnet:
        k.fant_ikke(*i)
    return funnet


def funnet_av(k: Kontekst, mønster: Mønster, *deler: str) -> Iterator[tuple[Rute, str]]:
    """Give the texts in some parts of the agreement that a pattern finds, as `tekster_i` does."""
    if mønster.kan_være_i(k.samlet_i(*deler)):  # to look at all of them at once is much less work
        yield from ((rute, tekst) for rute, tekst in k.tekster_i(*deler) if mønster.search(tekst))


def egen_overskrift(k: Kontekst, *biter: str) -> bool:
    """Tell whether a section of the agreement's own has a heading with any of the parts of words in it."""
    return any(nevner(avsnitt.overskrift.casefold(), *biter) for avsnitt in k.avtale.lokale_avsnitt)

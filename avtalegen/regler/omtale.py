"""Whether the agreement mentions something, and whether a value is left to fill in.

Matching is on casefolded stems, in bokmål and nynorsk.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from avtalegen.modell.lokaltekst import Rute, er_ufylt
from avtalegen.regler.base import Kontekst


def ufylt(tekst: str | None) -> bool:
    """Tell whether a value is left to fill in: as `avtalegen ny` marks it, or with nothing but dots or dashes."""
    return tekst is not None and (er_ufylt(tekst) or not any(map(str.isalnum, tekst)))


@lru_cache(maxsize=1)
def samlet(k: Kontekst) -> str:
    """Return all texts of the agreement, casefolded, one per line: for a quick look before a close one."""
    return "\n".join(tekst for _, tekst in k.tekster).casefold()


def nevner(tekst: str, *biter: str) -> bool:
    """Tell whether a casefolded text holds any of the parts of words."""
    return any(bit in tekst for bit in biter)


def tekster_i(k: Kontekst, *røtter: str) -> Iterator[tuple[Rute, str]]:
    """Yield the texts in some parts of the agreement, casefolded, each with the way to it."""
    return ((rute, tekst.casefold()) for rute, tekst in k.tekster if rute[0] in røtter)


def egen_overskrift(k: Kontekst, *biter: str) -> bool:
    """Tell whether a section of the agreement's own has a heading with any of the parts of words in it."""
    return any(nevner(avsnitt.overskrift.casefold(), *biter) for avsnitt in k.avtale.lokale_avsnitt)

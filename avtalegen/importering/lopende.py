"""Agreements that have no headings: every paragraph of running text is a section, told by what it says."""

from __future__ import annotations

import re

from avtalegen.importering.blokker import Avsnitt, Tabell
from avtalegen.importering.kilde import Del

_LANGT = 45
"""Characters that a paragraph of running text has at least; what is shorter may be a line of its own."""


def er_løpende(blokk: Avsnitt | Tabell) -> bool:
    """Tell whether a block is running text: long enough, and a sentence to its end."""
    return (
        isinstance(blokk, Avsnitt)
        and blokk.linje.hvor is Del.TEKST
        and blokk.linje.celle is None
        and len(blokk.tekst.s) >= _LANGT
        and bool(re.search(r"[.:;][)»”]*\s*$", blokk.tekst.s))
    )


def uten_overskrifter(forside: list[Avsnitt | Tabell]) -> int | None:
    """Return where the agreement begins among what stands before the first heading; None when that is a front page.

    It is one when little of it is running text: an agreement that has headings has most of its text under them.
    """
    løpende = [nr for nr, blokk in enumerate(forside) if er_løpende(blokk)]
    if len(løpende) <= _FÅ:
        return None
    start = løpende[0]
    while start and _er_kort_punkt(forside[start - 1]):
        start -= 1
    return start


_FÅ = 2
"""Paragraphs of running text that a front page may have."""


def _er_kort_punkt(blokk: Avsnitt | Tabell) -> bool:
    """Tell whether a block is a point that is a short sentence: the agreement may begin with one."""
    return isinstance(blokk, Avsnitt) and blokk.punkt and blokk.tekst.s.rstrip().endswith(".")


def deler(blokker: list[Avsnitt | Tabell]) -> list[list[Avsnitt | Tabell]]:
    """Return the blocks of each section: a paragraph of running text, with the points and the tables under it.

    A numbered point that is running text itself is a paragraph, and no point of a list.
    """
    funnet: list[list[Avsnitt | Tabell]] = []
    i_liste = False
    for blokk in blokker:
        if er_løpende(blokk) and isinstance(blokk, Avsnitt):
            setning = blokk.tekst.s.rstrip()
            punkt = blokk.punkt and i_liste and len(setning) < 4 * _LANGT
            i_liste = (i_liste and punkt) or setning.endswith(":")
            if punkt and funnet:
                funnet[-1].append(blokk)
            else:
                funnet.append([blokk._replace(punkt=False)])
        elif funnet and not (
            _er_kort_punkt(blokk) and not i_liste and len(funnet[-1]) == 1 and _er_kort_punkt(funnet[-1][0])
        ):
            funnet[-1].append(blokk)
        else:
            funnet.append([blokk])
    return funnet

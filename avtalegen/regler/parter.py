"""The parties as people write them.

Where a text may mean several things, the answer is one that makes a rule stay silent.
"""

from __future__ import annotations

import re
from functools import lru_cache

from avtalegen import register
from avtalegen.funn.begge import Begge, likt
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Kontekst
from avtalegen.regler.omtale import nevner


def kommunen(k: Kontekst) -> Begge:
    """Return «kommunen», or «kommunene» when the agreement has several."""
    return likt("kommunen") if len(k.kommuner) == 1 else Begge("kommunene", "kommunane")


def kommuner_i(k: Kontekst, tekst: str) -> frozenset[int] | None:
    """Return which of the agreement's kommuner a text names, by their place in the agreement.

    None when it can't be told («Hallingdal»), the empty set when the text names a kommune that is no party.
    """
    ordene = f" {' '.join(_ORD.findall(tekst.casefold()))} "
    if nevner(ordene, " alle ", " hele ", " heile ", " samtlige ", " samtlege "):
        return frozenset(range(len(k.kommuner)))
    return _kommuner_i(ordene, tuple(k.kommunenavn)) or (frozenset() if register.kommuner_med_navn(tekst) else None)


# Several rules ask of the same titles and texts.
@lru_cache(maxsize=256)
def _kommuner_i(ordene: str, kommunenavn: tuple[tuple[str, ...], ...]) -> frozenset[int]:
    return frozenset(
        i
        for i, navnene in enumerate(kommunenavn)
        if any(f" {navn} " in ordene or f" {navn}s " in ordene for navn in navnene)
    )


_ORD = senere(r"[\w-]+")


def finn_distrikt(tekst: str) -> register.Politidistrikt | None:
    """Return the politidistrikt that people call this: «Nordland», «Nordland PD», «politiet i Nordland»."""
    navn = re.sub(r"(?i)^politiet i |\s+(?:pd|politi)\.?$", "", tekst.strip())
    return register.politidistrikt(navn)

"""Addresses that stand in no text but in what a link leads to: «Skriv til henne»."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_MAILTO = senere(rf"(?i:mailto):\s?(?P<e>{uttrykk.EPOST})(?:\?.*)?")


def epost(a: Arbeid, u: Utsnitt) -> Verdi | None:
    """Return the only address that the links in a stretch of text lead to; None for none, or several."""
    slutt = u.fra + len(u.s)
    funnet: dict[str, Utsnitt] = {}
    for bit in a.linjer[u.linje].biter:
        treff = _MAILTO.fullmatch(bit.lenke) if bit.fra < slutt and bit.til > u.fra else None
        if treff and not re.match(r"(?i)post(?:mottak)?@", treff["e"]):
            funnet.setdefault(treff["e"], u.del_(max(0, bit.fra - u.fra), bit.til - u.fra))
    if len(funnet) != 1:
        return None
    adresse, sted = next(iter(funnet.items()))
    return sted.verdi(SIKKER, "adressen i lenken", adresse, ordrett=False)

"""Tables with the sides down the first column, and what each of them takes on beside it."""

from __future__ import annotations

import re

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.gjenkjenning import pliktene
from avtalegen.importering.utsnitt import setninger


def les(a: Arbeid, t: Tabell) -> bool:
    """Read the duties of each side; tell whether the table was one of them."""
    sider = {r: side for r in range(t.rader) if (side := _siden(t.tekst(r, 0)))}
    if t.kolonner != 2 or not {"kommunen", "politiet"} <= set(sider.values()) or len(sider) < t.rader - 1:
        return False
    for r, side in sider.items():
        merke, rute = t[r, 0], t[r, 1]
        if merke is None or rute is None or merke is rute:
            continue
        for u in merke.utsnitt:
            a.etikett(u)
        for u in rute.utsnitt:
            for en in setninger(u):
                pliktene.ressurs(a, en)
                pliktene.plikt(a, en, side)
    return True


def _siden(tekst: str) -> str | None:
    ren = tekst.strip(" .:")
    return pliktene.hvem_i(ren) if ren and len(ren.split()) < 4 and not re.search(r"[.:]\s", ren) else None

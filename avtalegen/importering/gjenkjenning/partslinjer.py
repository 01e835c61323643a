"""The parties of a form without a table: «Kommune: Flakstad» and «Politidistrikt: Nordland», each on a line."""

from __future__ import annotations

from collections.abc import Iterable

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.gjenkjenning import distriktet, parter
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_LINJEN = senere(
    r"^(?:(?P<k>(?i:kommune|kommunen|herad))|(?P<p>(?i:politidistrikt|politidistriktet)))\s?:\s+"
    r"(?P<n>[A-ZÆØÅÁ][\w-]+(?:(?:\s(?:og\s)?|-)[A-ZÆØÅÁ][\w-]+){0,3})\.?$"
)


def finn(a: Arbeid, linjer: Iterable[Utsnitt]) -> None:
    """Take the parties that stand beside their labels, when the register has them."""
    for u in linjer:
        treff = _LINJEN.match(u.s)
        navn = u.gruppe(treff, "n") if treff else None
        if treff is None or navn is None:
            continue
        if treff["k"] and (kommune := parter.slå_opp(navn.s)):
            parter.ta_med(a, kommune, navn)
            a.etikett(u.del_(0, treff.start("n")))
        elif treff["p"] and (node := distriktet.distrikt(navn)):
            a.sett(distriktet.i_dag(a, node), "parter.politi.distrikt")
            a.etikett(u.del_(0, treff.start("n")))

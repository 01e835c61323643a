"""The tasks of the council that a sentence counts up: «Rådets oppgave er å dele kunnskap, å foreslå … og å følge …»."""

from __future__ import annotations

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_OPPGAVEN = senere(
    rf"^(?:{uttrykk.RÅDET}s\s)?(?i:oppgave[nr]?|oppgavene|oppgåva|oppgåvene|mandatet)"
    rf"(?:\s(?:til|for)\s{uttrykk.RÅDET})?\s(?:er|blir|vert)\så\s(?P<l>[^:;]{{8,400}}?)\.?$"
)
_HAR_OPPGAVE = senere(
    rf"^{uttrykk.RÅDET}\shar\s(?:som|til|i)\s(?:oppgave|oppgåve|mandat)\så\s(?P<l>[^:;]{{8,400}}?)\.?$"
)
_NESTE = r",?\s+(?:og\s+|samt\s+)?å\s+"
"""Between one task and the next, each with its own «å»: a list within one of them has none."""


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Take the tasks of the council; tell whether the sentence said what they are."""
    treff = _OPPGAVEN.match(u.s) or _HAR_OPPGAVE.match(u.s)
    if treff is None or a.tre.har("politiråd", "mandat"):
        return False
    for en in u.gruppe(treff, "l").delt(_NESTE):
        a.legg_til(en.strippet(" ,.").verdi(TROLIG, "oppgavene i setningen"), "politiråd.mandat")
    a.etikett(u.del_(0, treff.start("l")))
    return True

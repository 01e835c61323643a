"""The tasks of the council that a sentence counts up: «Rådets oppgave er å dele kunnskap, å foreslå … og å følge …»."""

from __future__ import annotations

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_OPPGAVEN = senere(
    rf"^(?:{uttrykk.RÅDET}s\s)?(?i:hovedoppgave[nr]?|hovedoppgavene|hovudoppgåvene|oppgave[nr]?|oppgavene|oppgåva|oppgåvene|mandatet)"
    rf"(?:\s(?:til|for)\s{uttrykk.RÅDET})?\s(?:er|blir|vert)\så\s(?P<l>[^:;]{{8,400}}?)\.?$"
)
_HAR_OPPGAVE = senere(
    rf"^{uttrykk.RÅDET}\shar\s(?:(?:som|til|i)\s(?:oppgave|oppgåve|mandat)|ansvar(?:et)?\sfor)\så\s(?P<l>[^:;]{{8,400}}?)\.?$"
)
_VERB = (
    r"(?:kartleg(?:ge|gje)|utveksle|ta|gi|gje|drøfte|foreslå|føreslå|samordne|bidra|følge|følgje|legge|leggje|utarbeide|"
    r"identifisere|prioritere|peke|peike|velge|velje|vurdere|sikre|styrke|styrkje|diskutere|initiere|koordinere|fremme|"
    r"fremje|definere|informere|orientere|analysere|behandle|handsame|forebygge|førebyggje|iverksette|setje|sette|skape|"
    r"løfte|avklare|sørge|syte|dele|evaluere|utvikle|fastsette|fastsetje|ha\s(?:oversikt|oversyn))(?!\w)"
)
_OPPGAVENE = senere(
    rf"^(?:{uttrykk.RÅDET}s\s)?(?i:hovedoppgave[nr]?|hovedoppgavene|hovudoppgåvene|oppgave[nr]?|oppgavene|oppgåvene)"
    rf"(?:\s(?:til|for)\s{uttrykk.RÅDET})?\s?(?:er)?:\s(?P<l>{_VERB}[^:;]{{8,400}}?)\.?$"
)
_SKAL = senere(rf"^{uttrykk.RÅDET}\sskal\s(?P<l>{_VERB}[^:;]{{8,400}}?)\.?$")
_NESTE_VERB = rf"(?:,\s+(?:og\s+|samt\s+)?|\s+(?:og|samt)\s+)(?:å\s+)?(?={_VERB})"
"""Between two tasks without «å», each with its own verb."""
_NESTE = r",?\s+(?:og\s+|samt\s+)?å\s+"
"""Between one task and the next, each with its own «å»: a list within one of them has none."""


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Take the tasks of the council; tell whether the sentence said what they are."""
    treff = _OPPGAVEN.match(u.s) or _HAR_OPPGAVE.match(u.s)
    if a.tre.har("politiråd", "mandat"):
        return False
    if treff is None:
        return _skal(a, u)
    for en in u.gruppe(treff, "l").delt(_NESTE):
        a.legg_til(en.strippet(" ,.").verdi(TROLIG, "oppgavene i setningen"), "politiråd.mandat")
    a.etikett(u.del_(0, treff.start("l")))
    return True


def _skal(a: Arbeid, u: Utsnitt) -> bool:
    """Take the tasks of a sentence that says what the council shall do: two or more, each with its own verb."""
    treff = _SKAL.match(u.s) or _OPPGAVENE.match(u.s)
    oppgavene = [*u.gruppe(treff, "l").delt(_NESTE_VERB)] if treff else []
    if treff is None or len(oppgavene) < 2:
        return False
    for en in oppgavene:
        a.legg_til(en.strippet(" ,.").verdi(TROLIG, "oppgavene i setningen"), "politiråd.mandat")
    a.etikett(u.del_(0, treff.start("l")))
    return True

"""How to reach somebody, when it stands in a note: the one who is named nearest before the sign for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import hele
from avtalegen.importering.funnet import SIKKER, Node, Verdi
from avtalegen.importering.gjenkjenning import deltakere
from avtalegen.importering.ventende import senere

_NÅS = senere(
    rf"(?i:(?:(?:tele)?fon\w*|tlf|mob\w*|nås|treffes|e-?post\w*|direkte\w*)\b\.?[^.;]*?)(?:{uttrykk.TELEFON}|{uttrykk.EPOST})"
    rf"|^\W*(?:{uttrykk.TELEFON}|{uttrykk.EPOST})"
)
_NOE_MER = senere(rf"{uttrykk.NAVN}|(?i:\bfaks\b|\bikk[je]+\b|\bgamme?l|\btidl[ei]g)")
_LENGST = 160


def nummeret(a: Arbeid) -> None:
    """Give those who have a note with nothing but how to reach them, the number and the address in it."""
    linjer = {linje.nr: linje for linje in a.kilde.linjer}
    for linje in a.kilde.linjer:
        for plass, nr in linje.noter:
            note = hele(linjer[nr]) if nr in linjer else None
            if note is None or len(note.s) > _LENGST or not _NÅS.search(note.s) or _NOE_MER.search(note.s):
                continue
            for hvem in _den_nærmeste(a, linje.nr, plass):
                for felt, mønster in (("telefon", uttrykk.TELEFON), ("epost", uttrykk.EPOST)):
                    treff = re.search(mønster, note.s)
                    if treff and felt not in hvem:
                        hvem[felt] = verdi = note.gruppe(treff).verdi(SIKKER, "noten ved navnet")
                        a.dekk(verdi)


def _den_nærmeste(a: Arbeid, linje: int, plass: int) -> list[dict[str, Node]]:
    """Return the places of the draft with the one whose name ends nearest before a place in a line."""
    alle = [(en, v.spenn[0].til) for en, v in _navnene(a) if v.spenn and v.spenn[0].linje == linje]
    før = [til for _, til in alle if til <= plass]
    return [en for en, til in alle if før and til == max(før)]


def _navnene(a: Arbeid) -> Iterator[tuple[dict[str, Node], Verdi]]:
    steder = [a.tre.hent("politiråd", verv) for verv in ("leder", "nestleder", "sekretær", "tilrettelegger")]
    for en in (*steder, *deltakere.medlemmene(a), a.tre.hent("slt", "koordinator")):
        navn = en.get("navn") if isinstance(en, dict) else None
        if isinstance(en, dict) and isinstance(navn, Verdi):
            yield en, navn
    for kontakt in a.tre.liste("politikontakt"):
        alle = kontakt.get("navn") if isinstance(kontakt, dict) else None
        if isinstance(kontakt, dict) and isinstance(alle, list) and len(alle) == 1 and isinstance(alle[0], Verdi):
            yield kontakt, alle[0]

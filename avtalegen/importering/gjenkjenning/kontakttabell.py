"""Tables of the politikontakter: the kommuner over the columns, and what is said of each contact down."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.gjenkjenning.celler import linjer, tom
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.ordliste import ledetekst
from avtalegen.importering.utsnitt import Utsnitt


def kommuner_bortover(a: Arbeid, tabell: Tabell) -> bool:
    """Read the contact of each kommune; tell whether the table was one of them."""
    kommuner = {k: en for k in range(1, tabell.kolonner) if (en := slå_opp(tabell.tekst(0, k))) in a.kommuner and en}
    rader = {r: nøkkel for r in range(1, tabell.rader) if (nøkkel := ledetekst(tabell.tekst(r, 0), "kontakt"))}
    if len(kommuner) < 2 or "kontakt.navn" not in rader.values() or a.tre.har("politikontakt"):
        return False
    for k, kommune in kommuner.items():
        hode = linjer(tabell[0, k])[0]
        node: dict[str, Node] = {"kommuner": [hode.verdi(SIKKER, "kolonnen i tabellen", kommune.navn, ordrett=False)]}
        for r, nøkkel in rader.items():
            celle = [u for u in linjer(tabell[r, k]) if not tom(u)]
            if celle:
                _felt(a, node, nøkkel.removeprefix("kontakt."), celle[0])
                for merke in linjer(tabell[r, 0]):
                    a.etikett(merke)
        if "navn" in node:
            a.legg_til({n: node[n] for n in ("navn", *(n for n in node if n != "navn"))}, "politikontakt")
    return a.tre.har("politikontakt")


def _felt(a: Arbeid, node: dict[str, Node], felt: str, u: Utsnitt) -> None:
    if felt == "navn":
        node["navn"] = [u.verdi(SIKKER, "tabellen")]
    for navn, mønster in (("telefon", uttrykk.TELEFON), ("epost", uttrykk.EPOST), ("stillingsandel", uttrykk.PROSENT)):
        if felt in ("telefon", "epost", "stillingsandel") and navn not in node and (treff := re.search(mønster, u.s)):
            node[navn] = u.gruppe(treff).verdi(SIKKER, "tabellen")
    if felt == "tilstedeværelse" and (dag := re.search(uttrykk.DAGER, u.s)):
        der: dict[str, Node] = {}
        if lest := a.les(u.gruppe(dag), "dager", SIKKER, "tabellen"):
            der["dager"] = lest
        if (tid := re.search(uttrykk.TIDSROM, u.s)) and (timer := ledd.tidsrom(tid[0])):
            fra, til = timer.split("–")
            der["fra"] = u.gruppe(tid).verdi(SIKKER, "tabellen", fra, ordrett=False)
            der["til"] = u.gruppe(tid).verdi(SIKKER, "tabellen", til, ordrett=False)
        node["tilstedeværelse"] = [der]

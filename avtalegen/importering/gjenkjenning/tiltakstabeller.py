"""Tables of what is to be done: the areas, the measures in each, who does them, and by when."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, stortabell
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Rute, Tabell
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.gjenkjenning import innsats, maltabell, tiltaksrader
from avtalegen.importering.gjenkjenning.celler import første, linjer, sammen, tom
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere


def les(a: Arbeid, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    """Read the areas with their measures, one in each row."""
    if "hva" in plass and "område" in plass and _bare_svar(tabell, plass["hva"]):
        return _områdene(a, tabell, plass["område"])
    if "hva" not in plass:
        return maltabell.les(a, tabell, plass, seksjon)
    plass = _målet_som_område(_delt_hode(tabell, plass))
    område: int | None = None
    forrige: Rute | None = None
    for r in range(1, tabell.rader):
        if tiltaksrader.utenom(tabell, r):
            continue
        if over_alle := stortabell.hele_raden(tabell, r):
            område = _gruppen(a, over_alle)
            continue
        område, forrige = _området(a, tabell, r, plass, område, forrige)
        hva = sammen(tabell[r, plass["hva"]])
        if hva is None:
            continue
        if område is None:
            område = innsats.samleområde(
                a, seksjon.overskrift if seksjon and seksjon.overskrift and seksjon.del_ != "råd" else None
            )
        if _flere_i_raden(a, tabell, r, plass, område):
            continue
        node: dict[str, Node] = {"hva": hva}
        if "ansvarlig" in plass and (u := første(tabell[r, plass["ansvarlig"]])) and not tom(u):
            alle = linjer(tabell[r, plass["ansvarlig"]])
            node["ansvarlig"] = [en.verdi(SIKKER, "tabellen") for u in alle for en in ledd.oppramsing(u)]
        if "frist" in plass and (u := første(tabell[r, plass["frist"]])) and not tom(u):
            node["frist"] = innsats.tiltak(u, None, u, a)["frist"]
        a.legg_til(node, f"satsningsområder.områder.{område}.tiltak")
    return True


_SVAR = senere(r"(?i)(?:ja|nei|x|✓|✔|høy|høg|middels|lav|låg)\b.{0,20}")


def _bare_svar(tabell: Tabell, k: int) -> bool:
    """Tell whether a column only says of each row whether it is in the agreement, or how much it counts."""
    celler = [t for r in range(1, tabell.rader) if (t := tabell.tekst(r, k).strip(" –-."))]
    return bool(celler) and all(_SVAR.fullmatch(en) for en in celler)


def _områdene(a: Arbeid, tabell: Tabell, k: int) -> bool:
    """Take the areas of a table that has no measures."""
    navnene = [navn for r in range(1, tabell.rader) if (navn := sammen(tabell[r, k]))]
    satt = [a.legg_til({"navn": navn}, "satsningsområder.områder") for navn in navnene]
    return any(satt)


def _området(
    a: Arbeid, tabell: Tabell, r: int, plass: dict[str, int], område: int | None, forrige: Rute | None
) -> tuple[int | None, Rute | None]:
    """Add the area that a row begins; return the area that its measure belongs to, and the cell that names it."""
    if "område" not in plass:
        return maltabell.området_til(a, tabell, r, plass, område), forrige
    rute = tabell[r, plass["område"]]
    samme = _sagt_igjen(a, rute, forrige)
    if rute is not None and rute is not forrige and not samme and (navn := sammen(rute)):
        a.legg_til({"navn": navn}, "satsningsområder.områder")
        område = len(a.tre.liste("satsningsområder", "områder")) - 1
        if "mål" in plass and (mål := sammen(tabell[r, plass["mål"]])):
            a.sett([mål], f"satsningsområder.områder.{område}.mål")
        if "målgruppe" in plass and (gruppe := sammen(tabell[r, plass["målgruppe"]])):
            a.sett([gruppe], f"satsningsområder.områder.{område}.målgruppe")
    return område, rute or forrige


def _gruppen(a: Arbeid, u: Utsnitt) -> int:
    """Take a row that goes all the way across as the area of the measures under it."""
    merke = re.match(r"(?:[A-K]|\d{1,2})[.):]?\s+(?=[A-ZÆØÅ])", u.s)
    if merke:
        a.etikett(u.gruppe(merke))
    return innsats.område(a, u.del_(merke.end() if merke else 0, len(u.s)))


def _flere_i_raden(a: Arbeid, tabell: Tabell, r: int, plass: dict[str, int], område: int) -> bool:
    """Take a row whose cells have as many lines each as measures: one of each on every line."""
    ruter = {felt: linjer(tabell[r, plass[felt]]) for felt in ("hva", "ansvarlig", "frist") if felt in plass}
    antall = {len(en) for en in ruter.values()}
    if len(ruter) < 2 or len(antall) != 1 or antall == {1}:
        return False
    if "frist" not in ruter or not all(re.search(r"\d", u.s) for u in ruter["frist"]):
        return False
    for nr, hva in enumerate(ruter["hva"]):
        ansvarlig = ruter["ansvarlig"][nr] if "ansvarlig" in ruter else None
        node = innsats.tiltak(hva, ansvarlig, ruter["frist"][nr], a)
        a.legg_til(node, f"satsningsområder.områder.{område}.tiltak")
    return True


def _delt_hode(tabell: Tabell, plass: dict[str, int]) -> dict[str, int]:
    """Return the columns where one head stands over both the area and the measure."""
    k = plass["hva"]
    delt = "område" not in plass and k + 1 < tabell.kolonner and tabell[0, k] is tabell[0, k + 1]
    return {**plass, "område": k, "hva": k + 1} if delt else plass


def _målet_som_område(plass: dict[str, int]) -> dict[str, int]:
    """Return the columns where nothing but a goal stands before the measures: they are of what is aimed at."""
    if "område" in plass or plass.get("mål", plass["hva"]) >= plass["hva"]:
        return plass
    return {"område" if felt == "mål" else felt: k for felt, k in plass.items()}


def _sagt_igjen(a: Arbeid, rute: Rute | None, forrige: Rute | None) -> bool:
    """Tell whether a cell says what the one over it does: the area of the row before goes on."""
    if rute is None or forrige is None or rute.tekst != forrige.tekst:
        return False
    for u in rute.utsnitt if rute is not forrige else ():
        a.etikett(u)
    return True

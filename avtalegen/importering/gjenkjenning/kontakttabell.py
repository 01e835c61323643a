"""Tables of the politikontakter: the kommuner over the columns, and what is said of each contact down."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.funnet import SIKKER, Node, Verdi
from avtalegen.importering.gjenkjenning.celler import linjer, tom
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.ordliste import ledetekst
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere


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


def navn_bortover(a: Arbeid, tabell: Tabell) -> bool:
    """Read the contacts from a table with their names over the columns, and what is said of each down."""
    hoder = {k: u for k in range(1, tabell.kolonner) if (u := next(iter(linjer(tabell[0, k])), None))}
    folk = {k: p for k, u in hoder.items() if (p := ledd.person(u)) and p.navn and not ledd.er_instans(p.navn.s)}
    nøkler = {r: n for r in range(1, tabell.rader) if (n := ledetekst(tabell.tekst(r, 0), "kontakt"))}
    alle_er_folk = len(folk) == tabell.kolonner - 1 and all(re.search(uttrykk.NAVN, u.s) for u in hoder.values())
    if len(folk) < _TO or not alle_er_folk or len(nøkler) < _TO or a.tre.har("politikontakt", 0, "navn"):
        return False
    for k, p in folk.items():
        node: dict[str, Node] = {"navn": [p.navn.verdi(SIKKER, "kolonnen i tabellen")]} if p.navn else {}
        if p.tittel:
            a.etikett(p.tittel)
        for r, nøkkel in nøkler.items():
            celle = [u for u in linjer(tabell[r, k]) if not tom(u)]
            kommuner = [en for u in celle for del_ in ledd.oppramsing(u) if (en := _kommunen(a, del_))]
            if nøkkel == "kontakt.kommuner" and kommuner:
                node["kommuner"] = [*kommuner]
            elif celle:
                _felt(a, node, nøkkel.removeprefix("kontakt."), celle[0])
        if k == min(folk) and a.tre.har("politikontakt"):  # what was said of them before the table
            for felt, verdi in node.items():
                a.sett(verdi, f"politikontakt.0.{felt}")
        else:
            a.legg_til(node, "politikontakt")
    for r in nøkler:
        for merke in linjer(tabell[r, 0]):
            a.etikett(merke)
    return True


_TO = 2


def _kommunen(a: Arbeid, u: Utsnitt) -> Verdi | None:
    kommune = slå_opp(re.sub(r"(?i)\s(?:kommune|herad)$", "", u.s))
    return u.verdi(SIKKER, "tabellen", kommune.navn, ordrett=False) if kommune in a.kommuner and kommune else None


def rader(a: Arbeid, tabell: Tabell) -> bool:
    """Read a table with one contact in each row: the name, a number, and the kommune or the hours beside it."""
    ruter = {r: [u for k in range(tabell.kolonner) for u in linjer(tabell[r, k])] for r in range(1, tabell.rader)}
    med = [
        r
        for r, alle in ruter.items()
        if any(
            (m := re.fullmatch(rf"(?:{uttrykk.TITTEL}\s)?(?P<n>{uttrykk.NAVN})", u.s)) and not ledd.er_instans(m["n"])
            for u in alle
        )
        and any(re.search(rf"{uttrykk.TELEFON}|{uttrykk.DAGER}", u.s) for u in alle)
    ]
    kommunens = any(_KOMMUNENS.match(u.s) for r in ruter for u in linjer(tabell[r, 0]))
    if kommunens or not med or len(med) < tabell.rader - 1 or a.tre.har("politikontakt"):
        return False
    for k in range(tabell.kolonner):
        for merke in linjer(tabell[0, k]):
            a.etikett(merke)
    områdene = {
        u.linje
        for k in range(tabell.kolonner)
        if _OMRÅDE.fullmatch(tabell.tekst(0, k))
        for r in med
        for u in linjer(tabell[r, k])
    }
    for r in med:
        node: dict[str, Node] = {}
        for u in ruter[r]:
            p = ledd.person(u) if "navn" not in node else None
            if p and p.navn and re.search(uttrykk.NAVN, p.navn.s) and not ledd.er_instans(p.navn.s):
                node["navn"] = [p.navn.verdi(SIKKER, "tabellen")]
            elif kommunene := _kommunene(a, u):
                node["kommuner"] = kommunene
            elif u.linje in områdene:
                node["tekst"] = u.verdi(SIKKER, "tabellen")._replace(markdown=True)
            else:
                for felt in ("telefon", "epost", "stillingsandel", "tilstedeværelse"):
                    if felt not in node:
                        _felt(a, node, felt, u)
        if "navn" in node:
            a.legg_til({n: node[n] for n in ("navn", *(n for n in node if n != "navn"))}, "politikontakt")
    return a.tre.har("politikontakt")


_KOMMUNENS = senere(
    r"(?i)(?:kommunen(?:s|\ssin)\b|heradet\s?s|skolens|rådmann|kommunedirektør|ordfør|rektor|barnevern|helse|slt\b|slt-)"
)
"""What a row says of somebody who is not of the police."""
_OMRÅDE = senere(
    r"(?i)(?:bydel\w*|område\w*|sone\w*|tettst\w+|krets\w*|skolekrets\w*|skulekrins\w*|distrikt\w*|grend\w*|bygd\w*)\W*"
)
"""The head of a column of the parts of a kommune that have a contact each."""


def _kommunene(a: Arbeid, u: Utsnitt) -> list[Node]:
    """Return the parties that a cell counts up, and none when it says something else."""
    alle = [*u.delt(r",\s+|\s(?:og|samt)\s")]
    kjente = [(en, kommune) for en in alle if (kommune := slå_opp(en.s)) and kommune in a.kommuner]
    if len(kjente) < len(alle):
        return []
    return [en.verdi(SIKKER, "tabellen", kommune.navn, ordrett=False) for en, kommune in kjente]


def tilstede(a: Arbeid, tabell: Tabell) -> bool:
    """Read when and where the contact is there from a table with a day, hours and a place in each row."""
    rader = [[u for k in range(tabell.kolonner) for u in linjer(tabell[r, k])] for r in range(1, tabell.rader)]
    dagene = [next((u for u in rad if _DAG.fullmatch(u.s.strip())), None) for rad in rader]
    timene = [next((u for u in rad if ledd.tidsrom(u.s)), None) for rad in rader]
    if (
        not rader
        or not all(dagene)
        or not all(timene)
        or any(re.search(uttrykk.TELEFON, u.s) for r in rader for u in r)
    ):
        return False
    for k in range(tabell.kolonner):
        for merke in linjer(tabell[0, k]):
            a.etikett(merke)
    for rad, dag, tid in zip(rader, dagene, timene, strict=True):
        if dag is None or tid is None or not (timer := ledd.tidsrom(tid.s)):
            continue
        node: dict[str, Node] = {"dager": a.les(dag, "dager", SIKKER, "tabellen") or dag.verdi(SIKKER, "tabellen")}
        if (ofte := re.search(uttrykk.HYPPIGHET, dag.s)) and (hvor_ofte := ledd.hyppighet(ofte[0])):
            node["hyppighet"] = dag.gruppe(ofte).verdi(SIKKER, "tabellen", hvor_ofte, ordrett=False)
        for felt, verdi in zip(("fra", "til"), timer.split("–"), strict=True):
            node[felt] = tid.verdi(SIKKER, "tabellen", verdi, ordrett=False)
        steder: list[Node] = [u.verdi(SIKKER, "tabellen") for u in rad if u is not dag and u is not tid and not tom(u)]
        a.legg_til({**node, **({"steder": steder} if steder else {})}, "politikontakt.0.tilstedeværelse")
    return True


_DAG = senere(rf"(?:{uttrykk.HYPPIGHET}|{uttrykk.DAGER})")


_ROLLER = (
    ("politikontakt.0", senere(r"(?i)(?:politi|lensmanns)kontakt(?:en)?|kontakt(?:en|person(?:en)?)? i politiet")),
    ("slt.koordinator", senere(r"(?i)(?:slt|krim\w*)-?\s?koordinator(?:en)?|samordner(?:en)?(?: \(slt\))?")),
)
_ANDEL = senere(rf"{uttrykk.PROSENT}|\b(?i:hele?|halv|full)(?=\s?(?:\w+\s)?stilling)")


def roller(a: Arbeid, tabell: Tabell, del_: str) -> bool:
    """Read a table with the politikontakt and the SLT-koordinator in its rows, and what is said of each beside.

    When they are there, or how much, tells that it is no list of members; under a heading of SLT nothing need do so.
    """
    funnet: list[tuple[str, Utsnitt, list[Utsnitt]]] = []
    med_hode = True
    for r in range(tabell.rader):
        celler = [u for k in range(tabell.kolonner) for u in linjer(tabell[r, k]) if not tom(u)]
        for merke in celler:
            rute = next((rute for rute, ordet in _ROLLER if ordet.fullmatch(merke.s.strip(" .:"))), "")
            resten = [u for u in celler if u is not merke]
            tid = any(_ANDEL.search(u.s) or (re.search(uttrykk.DAGER, u.s) and len(u.s) < 80) for u in resten)
            kjent = tid or (del_ == "slt" and rute == "slt.koordinator")
            if (
                rute
                and kjent
                and not a.tre.har(*(("politikontakt",) if rute == "politikontakt.0" else rute.split(".")))
            ):
                funnet.append((rute, merke, resten))
                med_hode = med_hode and r > 0
    navnene = [next(filter(None, map(_navnet, resten)), None) for _, _, resten in funnet]
    if tabell.kolonner < 3 or not funnet or not all(navnene):
        return False
    for (rute, merke, resten), navn in zip(funnet, navnene, strict=True):
        a.etikett(merke)
        if navn is not None:
            verdi = navn.verdi(SIKKER, "tabellen")
            a.sett([verdi] if rute.startswith("politi") else verdi, f"{rute}.navn")
        _nås(a, rute, resten)
    for k in range(tabell.kolonner if med_hode else 0):
        for merke in linjer(tabell[0, k]):
            a.etikett(merke)
    return True


def _navnet(u: Utsnitt) -> Utsnitt | None:
    """Return the name that a cell is, or begins with, after a title."""
    treff = re.match(rf"(?:{uttrykk.TITTEL}\s)?(?P<n>{uttrykk.NAVN})(?=[,(\s]|$)", u.s)
    return u.gruppe(treff, "n") if treff and not ledd.er_instans(treff["n"]) else None


def _nås(a: Arbeid, rute: str, resten: list[Utsnitt]) -> None:
    """Put the share of a position, the number, the address and the hours where they belong."""
    node: dict[str, Node] = {}
    for u in resten:
        for felt in ("telefon", "epost"):
            _felt(a, node, felt, u)
        if "stillingsandel" not in node and (andel := _ANDEL.search(u.s)):
            node["stillingsandel"] = u.gruppe(andel).verdi(SIKKER, "tabellen")
        if rute.startswith("politi") and "tilstedeværelse" not in node and re.search(uttrykk.TIDSROM, u.s):
            _felt(a, node, "tilstedeværelse", u)
    for felt, verdi in node.items():
        a.sett([verdi] if felt == "telefon" and rute.startswith("politi") else verdi, f"{rute}.{felt}")


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
        if (ofte := re.search(uttrykk.HYPPIGHET, u.s)) and (hvor_ofte := ledd.hyppighet(ofte[0])):
            der["hyppighet"] = u.gruppe(ofte).verdi(SIKKER, "tabellen", hvor_ofte, ordrett=False)
        if (tid := re.search(uttrykk.TIDSROM, u.s)) and (timer := ledd.tidsrom(tid[0])):
            fra, til = timer.split("–")
            der["fra"] = u.gruppe(tid).verdi(SIKKER, "tabellen", fra, ordrett=False)
            der["til"] = u.gruppe(tid).verdi(SIKKER, "tabellen", til, ordrett=False)
        if sted := re.search(r",\s(?:på\s|i\s)?(?P<s>[A-ZÆØÅa-zæøå][^,\d]+)$", u.s):
            der["steder"] = u.gruppe(sted, "s").verdi(SIKKER, "tabellen")
        node["tilstedeværelse"] = [der]

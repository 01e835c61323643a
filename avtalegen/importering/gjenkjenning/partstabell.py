"""Tables of the parties: the kommuner over the columns, or down the first one, and what is said of each beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from avtalegen import register
from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Rute, Tabell
from avtalegen.importering.funnet import SIKKER, Node, Verdi
from avtalegen.importering.gjenkjenning import avtalen, parter
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere
from avtalegen.register import Kommune

_FELT = (
    ("nummer", senere(r"(?i)^(?:kommune|herads?)?-?\s?(?:nummer|nr\.?)$")),
    ("organisasjonsnummer", senere(r"(?i)^org")),
    ("saksnummer", senere(r"(?i)arkiv|saks?mappe|saks?(?:nr|nummer)|\bref\b|referanse|ephorte|websak|journal")),
    (
        "vedtak",
        senere(
            r"(?i)vedt|behandl|handsam|kommunestyre|heradsstyre|bystyre|godkjen|tilslut|sak(?:en)?\s?i|^sak$|"
            r"^(?:møte)?dato$"
        ),
    ),
    (
        "administrativ_leder",
        senere(r"(?i)rådmann|kommunedirektør|administrasjonssjef|administrativ|dagleg leiar|daglig leder"),
    ),
    ("leder", senere(r"(?i)ordfør|politisk|byrådsled|^(?:leder|leiar)$")),
    ("kontaktpersoner", senere(r"(?i)kontakt|ansvarl|saksbehandler|sakshandsamar")),
)
"""What a label in the table is of, by the stem of a word in it."""
_TITTEL = {"leder": "ordfører", "administrativ_leder": "rådmann"}


_IKKE_MED = senere(
    r"(?i)(?:nei\b|ikk[je]+\b|(?:har\s)?(?:egen|eigen)\savtale|observatør|til\sorientering|avslo|vedtok\sikk[je]+)|"
    r".*\((?:melding|orientering|til\sorientering|observatør|ikk[je]+[^()]*|egen avtale|eigen avtale)\)$"
)
"""What a cell says of a kommune that is no party."""


class _Matrise(NamedTuple):
    kommuner: dict[Kommune, Rute]
    """Each kommune with the cell that names it."""
    ruter: dict[tuple[Kommune, str], list[tuple[Rute, Rute]]]
    """The label and the cell of each kommune, by what the label is of."""


def _felt(merke: str) -> str:
    ren = samlet(merke).strip(" .:*")
    return next((navn for navn, mønster in _FELT if ren and len(ren) < 50 and mønster.search(ren)), "")


_OM_PARTEN = frozenset(("nummer", "organisasjonsnummer", "saksnummer", "vedtak"))
"""What is said of a party, and of no member of a council."""


def _matrise(t: Tabell) -> _Matrise | None:
    """Return what a table says of each kommune, whichever way it lies; None when it is no table of the parties."""
    for snudd in (False, True):
        bredde, høyde = (t.rader, t.kolonner) if snudd else (t.kolonner, t.rader)

        def rute(r: int, k: int, snudd: bool = snudd) -> Rute | None:
            return t[k, r] if snudd else t[r, k]

        merker = {r: f for r in range(1, høyde) if (en := rute(r, 0)) and (f := _felt(en.tekst))}
        if len(set(merker.values())) < 2 or not _OM_PARTEN.intersection(merker.values()) or 2 * len(merker) < høyde - 1:
            continue
        kommuner: dict[Kommune, Rute] = {}
        ruter: dict[tuple[Kommune, str], list[tuple[Rute, Rute]]] = {}
        for k in range(1, bredde):
            hode = rute(0, k)
            if hode is None or not (kommune := _kommune(hode, [rute(r, k) for r in range(1, høyde)])):
                continue
            if any(celle and _IKKE_MED.match(celle.tekst.strip(" .")) for celle in (rute(r, k) for r in range(høyde))):
                continue
            kommuner[kommune] = hode
            for r, felt in merker.items():
                merke, celle = rute(r, 0), rute(r, k)
                if merke is not None and celle is not None and celle is not merke and celle.tekst.strip(" –-"):
                    ruter.setdefault((kommune, felt), []).append((merke, celle))
        if len(kommuner) > 1 and len({id(r) for r in kommuner.values()}) == len(kommuner):
            return _Matrise(kommuner, ruter)
    return None


def _kommune(hode: Rute, celler: Iterable[Rute | None]) -> Kommune | None:
    """Return the kommune that heads a column; a number under the name tells two with the same name apart."""
    navn = re.sub(r"(?i)\s(?:kommune|herad)\w*$", "", hode.tekst.strip(" .:"))
    numre = [c.tekst.strip() for c in celler if c is not None and re.fullmatch(r"\d{4}", c.tekst.strip())]
    return parter.slå_opp(navn, numre[0] if numre else None) if len(navn.split()) <= 4 else None


def partene(a: Arbeid, tabeller: Iterable[Tabell]) -> None:
    """Let the kommuner that a table of the parties has, be the parties."""
    for t in tabeller:
        if not a.kommuner and (m := _matrise(t)):
            for kommune, hode in m.kommuner.items():
                navn = next(u for u in hode.utsnitt if u.s.strip())
                slutt = re.search(r"(?i)\s(?:kommune|herad)\w*$", navn.s)
                numre = (celle.tekst.strip() for _, celle in m.ruter.get((kommune, "nummer"), ()))
                nummer = next((nr for nr in numre if re.fullmatch(r"\d{4}", nr)), None)
                parter.ta_med(a, kommune, navn.del_(0, slutt.start()) if slutt else navn, nummer)


def les(a: Arbeid, t: Tabell) -> bool:
    """Read what a table says of each of the parties; tell whether it was a table of them."""
    m = _matrise(t)
    if m is None or sum(k in a.kommuner for k in m.kommuner) < 2:
        return False
    if (hjørne := t[0, 0]) and len(hjørne.tekst) < 40 and not any(hjørne is en for en in m.kommuner.values()):
        for u in hjørne.utsnitt:
            a.etikett(u)
    for hode in m.kommuner.values():
        for u in hode.utsnitt:
            a.etikett(u)
    for (kommune, felt), par in m.ruter.items():
        if kommune not in a.kommuner:
            continue
        rute = f"parter.kommuner.{a.kommuner.index(kommune)}"
        satt = False
        for merke, celle in par:
            satt = _les(a, kommune, felt, merke, celle, rute) or satt
        if felt == "vedtak":
            satt = a.sett(_vedtaket(a, par), f"{rute}.vedtak") or satt
        if satt:
            for merke, _ in par:
                for u in merke.utsnitt:
                    a.etikett(u)
    return True


def _les(a: Arbeid, kommune: Kommune, felt: str, merke: Rute, celle: Rute, rute: str) -> bool:
    u = next(u for u in celle.utsnitt if u.s.strip())
    if felt == "nummer":
        if register.kommune(u.s.strip()) == kommune or kommune in register.tidligere_nummer(u.s.strip()):
            der = a.tre.hent(*(int(s) if s.isdigit() else s for s in rute.split(".")), "kommunenummer")
            node = a.tre.hent(*(int(s) if s.isdigit() else s for s in rute.split(".")))
            if isinstance(der, Verdi) and isinstance(node, dict):
                node["kommunenummer"] = der._replace(spenn=(*der.spenn, u.spenn))
                a.dekk(node["kommunenummer"])
            return True
        return False
    if felt == "organisasjonsnummer" and (m := re.search(r"\d{3}\s?\d{3}\s?\d{3}", u.s)):
        return a.sett(u.gruppe(m).verdi(SIKKER, "tabellen over partene"), f"{rute}.organisasjonsnummer")
    if felt == "saksnummer":
        return _saksnummer(a, u)
    if felt in ("leder", "administrativ_leder", "kontaktpersoner") and (p := re.search(uttrykk.NAVN, u.s)):
        tittel = re.search(uttrykk.TITTELORD, merke.tekst)
        over = next(en for en in merke.utsnitt if en.s.strip())
        node_: dict[str, Node] = {"navn": u.gruppe(p).verdi(SIKKER, "tabellen over partene")}
        if felt in _TITTEL:
            tekst = tittel[0].casefold() if tittel else _TITTEL[felt]
            node_ = {"tittel": over.verdi(SIKKER, "tabellen over partene", tekst, ordrett=False), **node_}
        return a.legg_til(node_, f"{rute}.{felt}") if felt == "kontaktpersoner" else a.sett(node_, f"{rute}.{felt}")
    return False


def _saksnummer(a: Arbeid, u: Utsnitt) -> bool:
    """Take the number that the agreement has in each archive, one after the other."""
    if not (m := re.search(r"\d{2,4}\s?/\s?\d{1,7}(?:-\d+)?", u.s)):
        return False
    ny = u.gruppe(m).verdi(SIKKER, "tabellen over partene")
    der = a.tre.hent("avtale", "saksnummer")
    if isinstance(der, Verdi) and der.hvorfor == ny.hvorfor:
        a.tre.fjern("avtale", "saksnummer")
        ny = der._replace(tekst=f"{der.tekst}, {ny.tekst}", spenn=(*der.spenn, *ny.spenn))
    elif isinstance(der, Verdi) and der.spenn == ny.spenn:
        return True
    elif isinstance(der, Verdi) and any(en.celle for en in a.kilde.linjer if en.nr == der.spenn[0].linje):
        a.tre.fjern("avtale", "saksnummer")  # that of a decision in the same table
        a.slipp(der)
    return a.sett(ny, "avtale.saksnummer")


def _vedtaket(a: Arbeid, par: list[tuple[Rute, Rute]]) -> dict[str, Node] | None:
    """Return the decision that one cell, or one for the day and one for the case, tells."""
    node: dict[str, Node] = {}
    for merke, celle in par:
        for u in (*celle.utsnitt,):
            if (m := re.search(uttrykk.DATO, u.s)) and (
                dag := a.les(u.gruppe(m), "dato", SIKKER, "tabellen over partene")
            ):
                node.setdefault("dato", dag)
            uten = re.sub(uttrykk.DATO, lambda d: " " * len(d[0]), u.s)
            if m := re.search(r"(?:(?:PS|KS|K-?sak|sak)\s)?(?P<s>\d{1,4}/\d{2,4})(?![\d/])", uten):
                node.setdefault("sak", u.gruppe(m, "s").verdi(SIKKER, "tabellen over partene"))
        if organ := avtalen.organet(merke.tekst):
            over = next(en for en in merke.utsnitt if en.s.strip())
            node.setdefault("organ", over.verdi(SIKKER, "tabellen over partene", organ, ordrett=False))
    return {n: node[n] for n in ("organ", "sak", "dato") if n in node} if node.keys() & {"sak", "dato"} else None

"""Tables of the members of the council with the kommuner over the columns."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.funnet import SIKKER, Node, Verdi
from avtalegen.importering.gjenkjenning import deltakere
from avtalegen.importering.gjenkjenning.celler import første, linjer, tom
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere


def kommunene(a: Arbeid, tabell: Tabell) -> bool:
    """Read the members from a table with the kommuner over the columns and the titles down."""
    kommuner = {
        k: kommune
        for k in range(1, tabell.kolonner)
        if (kommune := slå_opp(tabell.tekst(0, k))) in a.kommuner and kommune
    }
    if not kommuner:
        return False
    politi = [k for k in range(1, tabell.kolonner) if re.match(r"(?i)politi|lensmann", tabell.tekst(0, k))]
    for k in (*kommuner, *politi):
        for u in linjer(tabell[0, k]):
            a.etikett(u)
    for r in range(1, tabell.rader):
        tittel, sett = første(tabell[r, 0]), set()
        if tittel is None:
            continue
        if _VARA.match(tittel.s):
            _varaene(a, tabell, r)
            continue
        rolleord = re.search(r"(?i)\((leder|leiar|nestleder|nestleiar)\)", tittel.s)
        verv = re.fullmatch(r"(?i)(nestle(?:der|iar)|le(?:der|iar))|medle\w+", tittel.s.strip(" :"))
        ren = tittel.del_(0, rolleord.start()) if rolleord else tittel
        vanlig = bool(re.search(uttrykk.TITTELORD, ren.s)) and not (
            verv or re.match(r"(?i)andre|øvrige|politi(?:et)?$", ren.s)
        )
        if rolleord or not vanlig:
            a.etikett(tittel.del_(rolleord.start() if rolleord else 0, len(tittel.s)))
        for k in range(1, tabell.kolonner):
            rute = tabell[r, k]
            if rute is None or id(rute) in sett:
                continue
            sett.add(id(rute))
            for u in linjer(rute):
                _celle_med_folk(
                    a,
                    u,
                    ren if vanlig else None,
                    kommuner.get(k) if rute.celle.kolonner == 1 else None,
                    politi=k in politi or bool(re.match(r"(?i)politi", tittel.s)),
                    verv=verv[1] or "" if verv else "",
                )
        if rolleord and vanlig:
            felt = "nestleder" if rolleord[1].casefold().startswith("nest") else "leder"
            a.sett({"tittel": ren.verdi(SIKKER, "tabellen", ledd.som_tittel(ren.s))}, f"politiråd.{felt}")
    return True


_VARA = senere(r"(?i)(?:vara\w*|stedfortred\w*|stadfortred\w*)(?:\s(?:for|til)\s[\w\s]{1,40})?\W*$")


def _varaene(a: Arbeid, tabell: Tabell, r: int) -> None:
    """Take those in a row of the ones who stand in for the members: they are no members themselves."""
    for merke in linjer(tabell[r, 0]):
        a.etikett(merke)
    der = [u for k in range(1, tabell.kolonner) for u in linjer(tabell[r, k]) if not tom(u)]
    for u in der:
        a.legg_til(u.verdi(SIKKER, "raden i tabellen"), "politiråd.medlemmer.vara")


def _celle_med_folk(
    a: Arbeid, u: Utsnitt, tittel: Utsnitt | None, kommune: object, *, politi: bool, verv: str = ""
) -> None:
    folk = [*ledd.personer(u)]
    roller: list[dict[str, Node]] = []
    if folk and tittel is None:
        roller = [som_rolle(p, SIKKER, "tabellen") for p in folk]
    elif treff := re.match(rf"({uttrykk.NAVN})(?:,\s(.+))?$", u.s):
        rolle: dict[str, Node] = {}
        if treff[2]:
            rolle["tittel"] = u.gruppe(treff, 2).verdi(SIKKER, "tabellen")
        elif tittel is not None:
            rolle["tittel"] = tittel.verdi(SIKKER, "tabellen", ledd.som_tittel(tittel.s))
        rolle["navn"] = u.gruppe(treff, 1).verdi(SIKKER, "tabellen")
        roller = [rolle]
    for rolle in roller:
        if kommune is not None and not politi:
            rolle["kommune"] = u.verdi(SIKKER, "kolonnen i tabellen", kommune.navn, ordrett=False)  # type: ignore[attr-defined]
            rolle["kommune"] = rolle["kommune"]._replace(spenn=())  # type: ignore[union-attr]
        t = rolle.get("tittel")
        side = (
            "politi"
            if politi
            else (
                "andre" if tittel is None and isinstance(t, Verdi) and not re.search(uttrykk.TITTELORD, t.tekst) else ""
            )
        )
        if verv:
            a.sett(dict(rolle), "politiråd.nestleder" if verv.casefold().startswith("nest") else "politiråd.leder")
        deltakere.medlem(a, rolle, side)

"""What was done to make the next agreement, and what is left to do, in plain words: one line for each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from avtalegen.modell.tid import Tidsrom
from avtalegen.utgaver.datotekst import punkt
from avtalegen.utgaver.moteplan import Flyttet
from avtalegen.utgaver.revisjon import Linje, Revidert


def gjort(r: Revidert, i_dag: date) -> Iterator[str]:
    """Give what was done, one line for each kind of change."""
    plan = r.plan
    yield from _perioden(plan.gammel, plan.ny, i_dag)
    yield f"Status er «utkast», og avtalen erstatter {_eldre(r.erstatter)}."
    if tømt := [*_tømt(plan.antall)]:
        yield f"Tømt: {_liste(tømt)}."
    yield from _møtene(plan.møter, plan.antall["møter uten dag"])
    frister = [
        _antall(plan.antall[navn], en, flere)
        for navn, en, flere in (
            ("frister", "frist eller tidspunkt", "frister og tidspunkter"),
            ("perioder", "annen periode", "andre perioder"),
        )
        if plan.antall[navn]
    ]
    if frister:
        yield f"Må avtales på nytt: {_liste(frister)}. Det som gjaldt før, står i parentes."
    if antall := plan.antall["videreført"]:
        yield f"{_antall(antall, 'satsningsområde', 'satsningsområder')} er merket som videreført."
    if r.uleste:
        yield f"Filen har {r.uleste} feil. Det som ikke kunne leses, står som det var. Rett det, og se over."
    if plan.borte:
        yield f"{len(plan.borte)} tiltak som er avsluttet, er ikke med: {_liste(f'«{en}»' for en in plan.borte)}."


def _perioden(gammel: Tidsrom, ny: Tidsrom, i_dag: date) -> Iterator[str]:
    før, nå = _rom(gammel), _rom(ny)
    if not nå:
        yield (
            "Når avtalen gjelder, kan ikke regnes ut. Oppgi «--fra DATO», eller fyll det ut i filen."
            if not før
            else f"Avtalen gjelder {før} uten sluttdato. Oppgi «--fra DATO», eller fyll ut når den nye begynner."
        )
        return
    yield f"Avtalen gjelder {nå}{f', den forrige {før}' if før else ''}."
    if ny.til and ny.til < i_dag:
        yield "Merk at denne perioden alt er over. Oppgi når den nye avtalen skal begynne, med «--fra DATO»."


def _rom(rom: Tidsrom) -> str:
    fra, til = (punkt(dag) if dag else "" for dag in (rom.fra, rom.til))
    return f"{fra}–{til}" if fra and til else f"fra {fra}" if fra else f"til {til}" if til else ""


def _eldre(erstatter: dict[str, str]) -> str:
    dato = f" fra {erstatter['dato']}" if "dato" in erstatter else ""
    sak = f" (sak {erstatter['saksnummer']})" if "saksnummer" in erstatter else ""
    return f"«{erstatter['tittel']}»{dato}{sak}"


def _tømt(antall: Counter[str]) -> Iterator[str]:
    if antall["dato"]:
        yield "datoen på avtalen"
    if antall["saksnummer"]:
        yield "saksnummeret"
    if antall["vedtak"]:
        yield "dato og sak i vedtakene"
    if antall["vedtatt"]:
        yield "når satsningsområdene ble vedtatt"
    if antall["signaturer"]:
        yield f"datoen ved {_antall(antall['signaturer'], 'signatur', 'signaturer')}"


def _møtene(møter: Iterable[Flyttet], uten_dag: int) -> Iterator[str]:
    flyttet = [en for en in møter if en.nå and en.nå != en.før]
    if flyttet:
        år = _liste(map(str, sorted({en.nå.year for en in flyttet if en.nå})))
        antall = _antall(len(flyttet), "møte", "møter")
        yield f"{antall} i møteplanen er flyttet til {år}, til samme ukedag i samme uke."
    if uten_dag:
        antall = _antall(uten_dag, "møte", "møter")
        yield f"{antall} i møteplanen har ikke fått noen dag ennå, og er flyttet til et nytt år."
    for en in møter:
        if en.nå and en.i_veien:
            yield f"Møtet som var {punkt(en.før)}, er {punkt(en.nå)}, for i samme uke er det {en.i_veien}."
        elif en.nå is None:
            yield f"Møtet som var {punkt(en.før)}, fikk ingen dag, og må settes opp på nytt."


def igjen(linjer: Iterable[Linje]) -> Iterator[str]:
    """Give the lines that are to be filled in or looked at, one for each, with its number."""
    for linje in linjer:
        sted = f"{linje.fil}, linje {linje.nummer}" if linje.fil else f"linje {linje.nummer}"
        yield f"{sted}: {linje.tekst}"


def på_siden(r: Revidert, i_dag: date) -> dict[str, object]:
    """Return what a page tells of the new agreement, in its own words: the years, and how much is left to do.

    A day is None where it isn't known; `over` tells that its period is over already.
    """
    ny = r.plan.ny
    return {
        "fra": punkt(ny.fra) if ny.fra else None,
        "til": punkt(ny.til) if ny.til else None,
        "over": bool(ny.til and ny.til < i_dag),
        "fyll_inn": len(r.fyll_inn),
        "se_på": len(r.se_på),
    }


def _antall(antall: int, en: str, flere: str) -> str:
    return f"{antall} {en if antall == 1 else flere}"


def _liste(deler: Iterable[str]) -> str:
    *først, sist = deler
    return f"{', '.join(først)} og {sist}" if først else sist

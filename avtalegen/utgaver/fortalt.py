"""What was done to make the next agreement, and what is left to do, in plain words: one line for each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from avtalegen.funn.begge import TOM, Begge, likt
from avtalegen.funn.ordlyd import antall, liste
from avtalegen.modell.tid import Tidsrom
from avtalegen.utgaver.datotekst import punkt
from avtalegen.utgaver.moteplan import Flyttet
from avtalegen.utgaver.revisjon import Linje, Revidert


def gjort(r: Revidert, i_dag: date) -> Iterator[Begge]:
    """Give what was done, one line for each kind of change."""
    plan = r.plan
    yield from _perioden(plan.gammel, plan.ny, i_dag)
    eldre = _eldre(r.erstatter)
    yield Begge(
        f"Status er «utkast», og avtalen erstatter {eldre}.", f"Status er «utkast», og avtalen erstattar {eldre.nn}."
    )
    if tømt := [*_tømt(plan.antall)]:
        alt = _liste(tømt)
        yield Begge(f"Tømt: {alt}.", f"Tømt: {alt.nn}.")
    yield from _møtene(plan.møter, plan.antall["møter uten dag"])
    if frister := [*_frister(plan.antall)]:
        alt = _liste(frister)
        yield Begge(
            f"Må avtales på nytt: {alt}. Det som gjaldt før, står i parentes.",
            f"Må avtalast på nytt: {alt.nn}. Det som galdt før, står i parentes.",
        )
    if n := plan.antall["videreført"]:
        yield Begge(
            f"{antall(n, 'satsningsområde', 'satsningsområder')} er merket som videreført.",
            f"{antall(n, 'satsingsområde', 'satsingsområde')} er merkt som vidareført.",
        )
    if r.uleste:
        yield Begge(
            f"Filen har {r.uleste} feil. Det som ikke kunne leses, står som det var. Rett det, og se over.",
            f"Fila har {r.uleste} feil. Det som ikkje kunne lesast, står som det var. Rett det, og sjå over.",
        )
    if n := len(plan.borte):
        alt = _liste(likt(f"«{en}»") for en in plan.borte)
        yield Begge(
            f"{n} tiltak som er avsluttet, er ikke med: {alt}.", f"{n} tiltak som er avslutta, er ikkje med: {alt.nn}."
        )


def _frister(talt: Counter[str]) -> Iterator[Begge]:
    if n := talt["frister"]:
        yield Begge(
            antall(n, "frist eller tidspunkt", "frister og tidspunkter"),
            antall(n, "frist eller tidspunkt", "fristar og tidspunkt"),
        )
    if n := talt["perioder"]:
        yield Begge(antall(n, "annen periode", "andre perioder"), antall(n, "annan periode", "andre periodar"))


def _perioden(gammel: Tidsrom, ny: Tidsrom, i_dag: date) -> Iterator[Begge]:
    før, nå = _rom(gammel), _rom(ny)
    if not nå and not før:
        yield Begge(
            "Når avtalen gjelder, kan ikke regnes ut. Oppgi «--fra DATO», eller fyll det ut i filen.",
            "Når avtalen gjeld, kan ikkje reknast ut. Oppgi «--fra DATO», eller fyll det ut i fila.",
        )
    elif not nå:
        yield Begge(
            f"Avtalen gjelder {før} uten sluttdato. Oppgi «--fra DATO», eller fyll ut når den nye begynner.",
            f"Avtalen gjeld {før.nn} utan sluttdato. Oppgi «--fra DATO», eller fyll ut når den nye tek til.",
        )
    elif før:
        yield Begge(f"Avtalen gjelder {nå}, den forrige {før}.", f"Avtalen gjeld {nå.nn}, den førre {før.nn}.")
    else:
        yield Begge(f"Avtalen gjelder {nå}.", f"Avtalen gjeld {nå.nn}.")
    if nå and ny.til and ny.til < i_dag:
        yield Begge(
            "Merk at denne perioden alt er over. Oppgi når den nye avtalen skal begynne, med «--fra DATO».",
            "Merk at denne perioden alt er over. Oppgi når den nye avtalen skal ta til, med «--fra DATO».",
        )


def _rom(rom: Tidsrom) -> Begge:
    fra, til = (punkt(dag) if dag else "" for dag in (rom.fra, rom.til))
    if fra and til:
        return likt(f"{fra}–{til}")
    return Begge(f"fra {fra}", f"frå {fra}") if fra else likt(f"til {til}") if til else TOM


def _eldre(erstatter: dict[str, str]) -> Begge:
    tittel = likt(f"«{erstatter['tittel']}»")
    if dato := erstatter.get("dato"):
        tittel += Begge(f" fra {dato}", f" frå {dato}")
    if sak := erstatter.get("saksnummer"):
        tittel += likt(f" (sak {sak})")
    return tittel


def _tømt(talt: Counter[str]) -> Iterator[Begge]:
    if talt["dato"]:
        yield likt("datoen på avtalen")
    if talt["saksnummer"]:
        yield likt("saksnummeret")
    if talt["vedtak"]:
        yield Begge("dato og sak i vedtakene", "dato og sak i vedtaka")
    if talt["vedtatt"]:
        yield Begge("når satsningsområdene ble vedtatt", "når satsingsområda vart vedtekne")
    if n := talt["signaturer"]:
        yield Begge(
            f"datoen ved {antall(n, 'signatur', 'signaturer')}", f"datoen ved {antall(n, 'signatur', 'signaturar')}"
        )


def _møtene(møter: Iterable[Flyttet], uten_dag: int) -> Iterator[Begge]:
    flyttet = [en for en in møter if en.nå and en.nå != en.før]
    if n := len(flyttet):
        år = _liste(likt(str(ett)) for ett in sorted({en.nå.year for en in flyttet if en.nå}))
        yield Begge(
            f"{antall(n, 'møte', 'møter')} i møteplanen er flyttet til {år}, til samme ukedag i samme uke.",
            f"{antall(n, 'møte', 'møte')} i møteplanen er flytta til {år}, til same vekedag i same veke.",
        )
    if uten_dag:
        yield Begge(
            f"{antall(uten_dag, 'møte', 'møter')} i møteplanen har ikke fått noen dag ennå, og er flyttet til et nytt "
            "år.",
            f"{antall(uten_dag, 'møte', 'møte')} i møteplanen har ikkje fått nokon dag enno, og er flytta til eit "
            "nytt år.",
        )
    for en in møter:
        var = punkt(en.før)
        if en.nå and en.i_veien:
            nå = punkt(en.nå)
            hva = en.i_veien if isinstance(en.i_veien, Begge) else likt(str(en.i_veien))
            yield Begge(
                f"Møtet som var {var}, er {nå}, for i samme uke er det {hva}.",
                f"Møtet som var {var}, er {nå}, for i same veke er det {hva.nn}.",
            )
        elif en.nå is None:
            yield Begge(
                f"Møtet som var {var}, fikk ingen dag, og må settes opp på nytt.",
                f"Møtet som var {var}, fekk ingen dag, og må setjast opp på nytt.",
            )


def igjen(linjer: Iterable[Linje]) -> Iterator[Begge]:
    """Give the lines that are to be filled in or looked at, one for each, with its number."""
    for linje in linjer:
        sted = likt(f"{linje.fil}, linje {linje.nummer}: " if linje.fil else f"linje {linje.nummer}: ")
        yield sted + linje.tekst


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


def _liste(deler: Iterable[Begge]) -> Begge:
    alle = [*deler]
    return Begge(liste(alle), liste(en.nn for en in alle))

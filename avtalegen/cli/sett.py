"""`avtalegen sett`: change values in YAML files, and nothing else in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from avtalegen.cli import _sett_ruter
from avtalegen.cli._sett_plan import Plan, Planer, planer
from avtalegen.cli._settings import Settings, with_settings
from avtalegen.cli._terminal import err, out
from avtalegen.cli.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.funn.begge import TOM, Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import antall
from avtalegen.lesing.redigering import LinjeEndring
from avtalegen.rapporter.tekst import headline
from avtalegen.rapporter.visible import visible
from avtalegen.register.personnummer import skjult
from avtalegen.rettelser import forskjell
from avtalegen.samling.filer import STANDARD_INPUT
from avtalegen.samling.skriving import New, write_all


@click.command(short_help="Endre verdier i YAML-filer.")
@click.argument("argumenter", metavar="FIL... [RUTE=VERDI]...", nargs=-1)
@click.option("--fjern", multiple=True, metavar="RUTE", help="Ta bort det som står der. Kan oppgis flere ganger.")
@click.option("--vis", is_flag=True, help="Vis hva som ville blitt endret, og endre ingenting.")
@click.option("--felles", is_flag=True, help="Endre den felles filen verdien er arvet fra, ikke avtalen.")
@click.option("--likevel", is_flag=True, help="Endre også en signert avtale, og selv om endringen gir en feil.")
@click.option("--skriv-ut", is_flag=True, help="Skriv ut det som står flere steder med «&» og «*», der det endres.")
@with_settings("i_dag", "konfig")
@click.pass_context
def sett(
    ctx: click.Context,
    argumenter: tuple[str, ...],
    fjern: tuple[str, ...],
    vis: bool,
    felles: bool,
    likevel: bool,
    skriv_ut: bool,
    settings: Settings,
) -> None:
    """Endre verdier i YAML-filer.

    FIL er filer og mapper. RUTE=VERDI setter en verdi, RUTE+=VERDI legger den til sist i en liste. RUTE er nøklene
    med punktum mellom, og plassen i en liste som et tall der den første er 1: «politiråd.møter.per_år» eller
    «vedlegg[2].tittel». En VERDI som begynner med [ eller {, leses som YAML.

    Bare linjene det gjelder, blir endret. Alle filene blir sjekket før noen blir skrevet, og gir endringen en ny feil i
    en av dem, blir ingen endret.

    Sluttkoden er 0 når filene er endret, 1 når en endring ikke kan gjøres eller gir en ny feil, 2 når kommandoen er
    brukt feil og 3 når noe ikke kunne leses eller skrives.
    """
    files, ønsker = _sett_ruter.delt(argumenter, fjern)
    if STANDARD_INPUT in files:
        raise click.UsageError("«sett» endrer filer og kan ikke brukes på standard inn.")
    laget = planer(files, ønsker, settings, felles=felles, likevel=likevel, skriv_ut=skriv_ut)
    settings.tell()
    for error in (*laget.uleste, *laget.avslag):
        err(likt("Feil: ") + error)
    if laget.uleste or laget.avslag:
        _si_hvorfor(laget)
        ctx.exit(NOT_RUN if laget.uleste else FINDINGS)
    if vis:
        _vis(laget.planer)
    else:
        _skriv(laget.planer)
    ctx.exit(CLEAN)


def _si_hvorfor(laget: Planer) -> None:
    told = [found for plan in laget.planer for found in plan.nye if found.severity is Severity.FEIL]
    out("".join(f"{headline(found)}\n" for found in told))
    untouched = Begge("Ingen filer er endret.", "Ingen filer er endra.")
    if laget.kan_likevel and not laget.uleste:
        untouched += Begge(" Med «--likevel» blir de endret likevel.", " Med «--likevel» blir dei endra likevel.")
    err(untouched)


def _vis(planer: Sequence[Plan]) -> None:
    for plan in planer:
        out("\n".join(map(visible, skjult(forskjell(plan.før, plan.etter, plan.navn)).split("\n"))))
        for line in _også(plan):
            out(line)
    if n := len(planer):
        err(
            Begge(
                f"{antall(n, 'fil', 'filer')} ville blitt endret. Utelat «--vis» for å endre.",
                f"{antall(n, 'fil', 'filer')} ville ha vorte endra. Utelat «--vis» for å endre.",
            )
        )
    else:
        err(Begge("Ingenting ville blitt endret.", "Ingenting ville ha vorte endra."))


def _skriv(planer: Sequence[Plan]) -> None:
    write_all([New(Path(plan.navn), plan.etter, plan.før) for plan in planer])
    for plan in planer:
        name, lines = visible(plan.navn), linjene(plan.linjer)
        out(Begge(f"Endret {name}: {lines}.\n", f"Endra {name}: {lines.nn}.\n"))
        for line in _også(plan):
            out(line)
    if not planer:
        err(Begge("Ingenting er endret: det stod slik fra før.", "Ingenting er endra: det stod slik frå før."))
    elif (n := len(planer)) > 1:
        out(Begge(f"Endret {n} filer.\n", f"Endra {n} filer.\n"))


def _også(plan: Plan) -> Iterator[str]:
    """Give what else is to be told of a changed file: the agreements that inherit it, and what is found now."""
    if plan.arvinger:
        n = len(plan.arvinger)
        names = ", ".join(visible(name) + (" (signert)" if signed else "") for name, signed in plan.arvinger)
        yield Begge(
            f"Det gjelder {antall(n, 'avtale', 'avtaler')} som arver filen: {names}.\n",
            f"Det gjeld {antall(n, 'avtale', 'avtalar')} som arvar fila: {names}.\n",
        )
    yield from (f"{headline(found)}\n" for found in plan.nye)


def linjene(linjer: Sequence[LinjeEndring]) -> Begge:
    """Return which lines of a file are new, as they are numbered now, and how many are gone."""
    moved = gone = 0
    new = []
    for linje in linjer:
        first, number = linje.fra + moved, len(linje.nye)
        moved += number - len(linje.gamle)
        if number:
            new.append(str(first) if number == 1 else f"{first}–{first + number - 1}")
        else:
            gone += len(linje.gamle)
    told = likt(f"linje {', '.join(new)}") if new else TOM
    if new and gone:
        told += " og "
    if gone:
        told += Begge(
            f"{antall(gone, 'linje er', 'linjer er')} tatt bort",
            f"{antall(gone, 'linje er teken', 'linjer er tekne')} bort",
        )
    return told

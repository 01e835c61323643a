"""`avtalegen kalender`: the meetings and the deadlines of the agreements, for a calendar to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from avtalegen.cli._jobs import STANDARD_OUTPUT, source_date
from avtalegen.cli._samling import Sjekket, sjekkede
from avtalegen.cli._settings import Settings, with_settings
from avtalegen.cli._terminal import Progress, err, out, write_output
from avtalegen.cli.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.funn.ordlyd import antall
from avtalegen.modell.datering import dagen
from avtalegen.oppfolging.gjenkjenning import INGEN
from avtalegen.oppfolging.hendelser import Avtalens, hendelser, kalendernavn
from avtalegen.oppfolging.kalender import les, skriv
from avtalegen.rapporter import Totals
from avtalegen.rapporter.tekst import left_out, no_agreements
from avtalegen.rapporter.visible import typed, visible
from avtalegen.samling.filer import STANDARD_INPUT, read_if_there
from avtalegen.samling.skriving import in_folder, refuse_unwritable, write

_LARGEST = 50_000_000  # bytes: a calendar that large is none of ours
_ENDING = ".ics"


class _Laget(NamedTuple):
    """The events of an agreement, what a calendar of them alone is called, and where that is to lie."""

    avtalens: Avtalens
    navn: str
    path: Path


@click.command(short_help="Lag en kalender av møtene og fristene i avtalene.")
@click.argument("stier", metavar="[STI]...", nargs=-1)
@click.option("--til", "mappe", metavar="MAPPE", help="Legg kalenderne i MAPPE. Den lages om den mangler.")
@click.option("-o", "fil", metavar="FIL", help="Skriv én kalender for alle avtalene til FIL. «-» er standard ut.")
@with_settings("konfig")
@click.pass_context
def kalender(
    ctx: click.Context, stier: tuple[str, ...], mappe: str | None, fil: str | None, settings: Settings
) -> None:
    """Lag en kalender (ics) av møtene og fristene i avtalene.

    STI er filer og mapper. Uten STI er det avtalene i mappen du står i, også i undermapper. Kalenderen har møtene med
    tid, sted og saker, fristene for saker og innkalling, evalueringen, revisjonen, og dagen avtalen går ut, med varsel
    90 og 30 dager før. Den er på avtalens målform, og legges ved siden av YAML-filen med samme navn. Det som ikke har
    noen dag eller måned i avtalen, er ikke med.

    Finnes kalenderen fra før, kjennes hendelsene igjen, så de flyttes hos den som abonnerer på den. Ta derfor vare på
    filen. En fil avtalegen ikke har laget, eller som er endret siden, blir ikke rørt.

    Sluttkoden er 0 når kalenderne er laget, 1 når en YAML-fil ikke er en avtale som
    kan leses, 2 når kommandoen er brukt feil og 3 når noe
    ikke kunne leses eller skrives, eller det ikke er noen avtaler der.
    """
    if mappe is not None and fil is not None:
        raise click.UsageError("Bruk enten «--til» eller «-o».")
    stier = stier or (".",)
    totals = Totals(stier)
    made, faulty = [], 0
    seen: set[str] = set()
    for one in sjekkede(stier, settings, totals, Progress("Leser avtale")):
        if one.found.real in seen:  # a link to a file is the same agreement once more
            continue
        seen.add(one.found.real)
        if one.found.name == STANDARD_INPUT and mappe is None and fil is None:
            raise click.UsageError("Oppgi «-o FIL» eller «--til MAPPE» når avtalen leses fra standard inn.")
        if (laget := _events(one, mappe)) is None:
            faulty += 1
            name = one.found.name
            err(f"Feil: {name} kan ikke leses. Se hvorfor med «avtalegen valider {typed(name)}».")
        else:
            made.append(laget)
    settings.tell()
    if fil is not None and (faulty or totals.unreadable):
        # Whoever subscribes would see the rest of the events disappear.
        err("Kalenderen er ikke skrevet. Den lages når alle avtalene kan leses.")
    elif fil is not None:
        _all_in_one(made, fil)
    else:
        _each(made)
    if fil != STANDARD_OUTPUT:
        out("".join(f"{line}\n" for line in _conclusion(made, totals)))
    elif totals.nothing:
        err(f"Feil: {no_agreements(totals)}")
    if totals.unreadable or not totals.files:
        ctx.exit(NOT_RUN)
    ctx.exit(FINDINGS if faulty else CLEAN)


def _events(one: Sjekket, folder: str | None) -> _Laget | None:
    """Return the events of an agreement; None when it could not be read. What a rule finds wrong changes no day."""
    kontekst = one.checked.kontekst
    if kontekst is None:
        return None
    base = one.found.path if folder is None else Path(folder, one.found.below)
    events = hendelser(kontekst, dagen(kontekst.avtale.avtale.dato) or source_date())
    return _Laget(events, kalendernavn(kontekst), base.with_suffix(_ENDING))


def _all_in_one(made: Sequence[_Laget], fil: str) -> None:
    navn = made[0].navn if len(made) == 1 else "Avtalene om kommune- og politisamarbeid"
    avtaler = [laget.avtalens for laget in made]
    if fil == STANDARD_OUTPUT:
        write_output(skriv(avtaler, navn))
    elif made:
        out(_written(Path(fil), avtaler, navn))


def _each(made: Sequence[_Laget]) -> None:
    paths = [laget.path for laget in made]
    for path in paths:
        if paths.count(path) > 1:
            raise click.UsageError(f"Flere av avtalene ville fått kalenderen «{path}». Lag dem hver for seg.")
        refuse_unwritable(path)
    for laget in made:
        with in_folder(laget.path.parent):
            told = _written(laget.path, [laget.avtalens], laget.navn)
        out(told)


def _written(path: Path, avtaler: Sequence[Avtalens], navn: str) -> str:
    """Write a calendar in place of the one that is there, and return what to tell of it."""
    refuse_unwritable(path)
    old = read_if_there(path, _LARGEST)
    hendelser = sum(len(en.hendelser) for en in avtaler)
    if old is None and not hendelser:
        return f"Ikke skrevet: {visible(str(path))}. Avtalen har ingen møter eller datoer til kalenderen.\n"
    data = skriv(avtaler, navn, INGEN if old is None else les(old, str(path)))
    if data == old:
        return f"Uendret: {visible(str(path))}\n"
    write(path, data, instead_of=old)
    return f"Skrev {visible(str(path))} ({antall(hendelser, 'hendelse', 'hendelser')})\n"


def _conclusion(made: Sequence[_Laget], totals: Totals) -> Iterator[str]:
    uten = [tekst for laget in made for tekst in laget.avtalens.uten_dag]
    if uten:
        yield "Dette har verken dag eller måned i avtalen, og er ikke med:"
        yield from (f"- {visible(tekst)}" for tekst in uten)
    if totals.nothing:
        yield no_agreements(totals)
    yield from left_out(totals)

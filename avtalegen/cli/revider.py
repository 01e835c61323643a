"""`avtalegen revider`: the next agreement made of the one that is ending."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import click

from avtalegen.cli._malform import følg, følg_mappen
from avtalegen.cli._options import date_named
from avtalegen.cli._revisjon import neste_av
from avtalegen.cli._settings import Settings, with_settings
from avtalegen.cli._terminal import err, out, read_input, sagt
from avtalegen.cli.exit_codes import FINDINGS
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.funn.ordlyd import antall
from avtalegen.lesing import LIMITS
from avtalegen.rapporter.visible import typed, visible
from avtalegen.register.personnummer import skjult
from avtalegen.samling.filer import ENDINGS, STANDARD_INPUT, is_folder, named
from avtalegen.samling.skriving import create
from avtalegen.utgaver.fortalt import gjort, igjen
from avtalegen.utgaver.revisjon import Linje, Revidert, filnavn


@click.command(short_help="Lag den neste avtalen av den som går ut.")
@click.argument("fil", metavar="FIL")
@click.option(
    "-o", "ny", metavar="NY", help="Navnet på den nye filen. Uten valget: navnet på FIL med det nye året bak."
)
@click.option(
    "--fra",
    callback=partial(date_named, example="2031-01-01 eller 1.1.2031"),
    metavar="DATO",
    help="Den første dagen i den nye perioden.",
)
@with_settings("i_dag", "konfig")
@click.pass_context
def revider(ctx: click.Context, fil: str, ny: str | None, fra: date | None, settings: Settings) -> None:
    """Lag den neste avtalen av den som går ut.

    FIL er YAML-filen til avtalen. Den nye filen får den neste perioden, like lang som denne, møtene på samme ukedag i
    samme uke, og hvilken avtale den erstatter. Vedtak, datoer og frister som dere må bestemme på nytt, er merket FYLL
    INN. Resten står som det er, også kommentarene. FIL blir ikke rørt, og en fil som finnes fra før, blir aldri skrevet
    over.

    Uten «--fra» begynner den nye perioden dagen etter at denne er slutt. Møter legges ikke på fridager, eller når
    skolene har fri etter «skolefri» i avtalegen.toml.

    Sluttkoden er 0 når filen er laget, 1 når den finnes fra før, 2 når kommandoen er brukt feil og 3 når noe ikke kunne
    leses eller skrives.
    """
    if fil == STANDARD_INPUT:
        raise click.UsageError("Oppgi filen avtalen ligger i.")
    path = Path(fil)
    if is_folder(path):
        raise click.UsageError(f"«{visible(fil)}» er en mappe. Oppgi filen til avtalen.")
    found = named(fil)
    mål = Path(ny) if ny else None
    if mål is not None and mål.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"Filnavnet «{visible(str(mål))}» må slutte på «.yaml» eller «.yml».")
    ellers = følg_mappen(found)
    følg(read_input(found, LIMITS.bytes), fil, ellers)
    laget, i_dag = neste_av(found, settings, fra, _flyttet(path, mål))
    settings.tell()
    mål = mål or Path(filnavn(fil, laget.plan.ny.fra))
    if not create(mål, laget.data):
        err(
            Begge(
                f"Feil: «{mål}» finnes fra før og er ikke rørt. Velg et annet navn med «-o».",
                f"Feil: «{mål}» finst frå før og er ikkje rørt. Vel eit anna namn med «-o».",
            )
        )
        ctx.exit(FINDINGS)
    out("".join(f"{visible(skjult(sagt(line)))}\n" for line in _fortalt(laget, str(mål), fil, i_dag)))


def _flyttet(gammel: Path, ny: Path | None) -> str:
    """Return the way from the folder of the new file to that of the old; "" when they lie in the same."""
    if ny is None:
        return ""
    try:
        way = os.path.relpath(os.path.realpath(gammel.parent), os.path.realpath(ny.parent))
    except ValueError as error:  # another drive of Windows
        raise AvtalegenError(
            Begge(
                f"«{ny}» ligger på en annen disk enn «{gammel}». Velg et annet sted.",
                f"«{ny}» ligg på ein annan disk enn «{gammel}». Vel ein annan stad.",
            )
        ) from error
    return "" if way == os.curdir else way.replace(os.sep, "/")


def _fortalt(laget: Revidert, ny: str, gammel: str, i_dag: date) -> Iterator[Begge]:
    yield Begge(f"Skrev {ny}. {gammel} er ikke rørt.", f"Skreiv {ny}. {gammel} er ikkje rørt.")
    yield from (likt("- ") + line for line in gjort(laget, i_dag))
    yield from _liste(likt("Fyll ut"), laget.fyll_inn)
    yield from _liste(Begge("Se på", "Sjå på"), [one for one in laget.se_på if not one.fil])
    arvet = Begge("Arvet, og ikke endret. Se på", "Arva, og ikkje endra. Sjå på")
    yield from _liste(arvet, [one for one in laget.se_på if one.fil])
    skrevet = typed(ny)
    yield Begge(
        f"Se avtalen med «avtalegen vis {skrevet}», eller skriv videre med «avtalegen rediger {skrevet}».",
        f"Sjå avtalen med «avtalegen vis {skrevet}», eller skriv vidare med «avtalegen rediger {skrevet}».",
    )


def _liste(hva: Begge, linjer: tuple[Linje, ...] | list[Linje]) -> Iterator[Begge]:
    if n := len(linjer):
        yield Begge(f"{hva} ({antall(n, 'sted', 'steder')}):", f"{hva.nn} ({antall(n, 'stad', 'stader')}):")
        yield from (likt("  ") + line for line in igjen(linjer))

"""`avtalegen vis`: the agreement in the browser, anew whenever a file that it is made of is saved."""

from __future__ import annotations

from contextlib import ExitStack, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from time import sleep

import click

from avtalegen.cli._nettleser import (
    attempt_at,
    beside,
    listen_on,
    open_page,
    port_option,
    terminated_is_interrupted,
)
from avtalegen.cli._settings import Settings, with_settings
from avtalegen.cli._terminal import out
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.rapporter.tekst import counted
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import STANDARD_INPUT, named
from avtalegen.visning.folg import INTERVAL, Seen
from avtalegen.visning.tjener import Stage
from avtalegen.visning.utgave import Attempt, Edition, edition


@click.command(short_help="Vis avtalen i nettleseren mens du skriver.")
@click.argument("fil", metavar="FIL")
@port_option
@click.option("--åpne", "--apne", "open_", is_flag=True, help="Åpne siden i nettleseren.")
@with_settings("én_målform", "klar_for_signering", "i_dag", "konfig")
def vis(fil: str, port: int | None, open_: bool, settings: Settings) -> None:
    """Vis avtalen i nettleseren mens du skriver.

    Siden viser avtalen slik «lag --format html» skriver den, med det som er funnet ved siden av. Klikk på en setning
    for å se hvilket felt den viser, og hvor det står. Siden fornyes når du lagrer FIL, en fil den arver fra,
    avtalegen.toml, en egen mal eller et bilde. Er det feil i filen, vises den forrige utgaven til feilen er rettet.
    Ingenting skrives til disken, og bare denne maskinen kan se siden.

    Ctrl-C stopper. Sluttkoden er 0 når du stopper, 2 når kommandoen er brukt feil og 3 når filen ikke kan
    leses eller porten er i bruk.
    """
    if fil == STANDARD_INPUT:
        raise click.UsageError("Standard inn kan ikke vises. Oppgi en fil.")
    found = named(str(Path(fil)))
    bestilling = Bestilling("html", next(iter(settings.options.målformer), None), spor=True)
    with suppress(KeyboardInterrupt), terminated_is_interrupted(), ExitStack() as stack:
        seen = Seen()
        shown = edition(found.name, attempt_at(found, settings.options, bestilling, seen), datetime.now())
        stage = Stage(shown)
        server = listen_on(stage, port)
        with server.running():
            out(f"Viser {visible(found.name)} på {server.url} – stopp med Ctrl-C\n")
            _tell(shown)
            stack.enter_context(beside(lambda _: open_page(server.url)) if open_ else nullcontext())
            while True:
                while not seen.changed():
                    sleep(INTERVAL)
                seen.settle()
                seen = Seen()
                try:
                    attempt = attempt_at(found, settings.options, bestilling, seen)
                except AvtalegenError as error:
                    attempt = Attempt(failure=str(error))
                shown = edition(found.name, attempt, datetime.now(), shown)
                stage.show(shown)
                _tell(shown)
    out("Stoppet.\n")


def _tell(shown: Edition) -> None:
    said = shown.failure or f"{(counted(shown.counts) or 'ingen funn').capitalize()}."
    earlier = " Viser den forrige utgaven." if shown.sheet and not shown.current else ""
    out(f"{shown.at:%H.%M.%S} {visible(said)}{earlier}\n")

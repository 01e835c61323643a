"""`avtalegen rediger`: the agreement written in the browser, for those who never see YAML."""

from __future__ import annotations

import os
from contextlib import nullcontext, suppress
from datetime import datetime
from functools import partial
from html import escape
from pathlib import Path
from tempfile import mkstemp
from threading import Event
from time import sleep

import click

from avtalegen.cli._kontor import Kontor
from avtalegen.cli._nettleser import beside, listen_on, open_page, port_option, terminated_is_interrupted
from avtalegen.cli._settings import Settings, with_settings
from avtalegen.cli._terminal import out
from avtalegen.cli._verksted import Verksted
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import STANDARD_INPUT, is_folder, named
from avtalegen.visning.folg import INTERVAL
from avtalegen.visning.rediger.okt import Nå, Økt
from avtalegen.visning.rediger.setninger import varm_opp
from avtalegen.visning.rediger.svar import MOST, Redigering
from avtalegen.visning.tjener import Stage
from avtalegen.visning.utgave import Attempt, edition

_TO_OPEN = 30.0  # seconds for a browser to start


@click.command(short_help="Skriv avtalen i nettleseren, uten YAML.")
@click.argument("fil", metavar="[FIL]", default=".")
@port_option
@click.option("--ikke-åpne", "--ikke-apne", "closed", is_flag=True, help="Ikke åpne siden i nettleseren.")
@with_settings("i_dag", "konfig")
def rediger(fil: str, port: int | None, closed: bool, settings: Settings) -> None:
    """Skriv avtalen i nettleseren, uten YAML.

    Siden viser avtalen slik den blir, og spør om det som skal stå i den. Det du skriver, lagres med én gang i FIL, og
    bare de linjene du endrer, blir andre. Uten FIL, eller med en mappe, velger du en avtale, eller lager en ny for en
    kommune.

    Bare denne maskinen kan åpne siden, og bare med adressen som skrives her. Ctrl-C stopper. Sluttkoden er 0 når du
    stopper, 2 når kommandoen er brukt feil og 3 når filen ikke kan leses eller porten er i bruk.
    """
    if fil == STANDARD_INPUT:
        raise click.UsageError("Standard inn kan ikke redigeres. Oppgi en fil.")
    path = Path(fil)
    folder = is_folder(path)
    stage = Stage(edition(fil, Attempt(), datetime.now()))

    def show(now: Nå) -> None:
        before = stage.shown.edition
        attempt = now.forsøk if not now.problem else Attempt(failure=now.melding)
        stage.show(edition(now.checked.source.file, attempt, datetime.now(), before if before.sheet else None))

    with suppress(KeyboardInterrupt), terminated_is_interrupted():
        kontor = Kontor(path if folder else path.parent, settings.options, show)
        økt = None if folder else kontor.åpne_fil(named(str(path)))
        if økt is not None:
            show(økt.nå)
        page = Redigering(kontor, økt, lambda opened: show(opened.nå))
        server = listen_on(stage, port, page.answer, MOST, page.admits)
        with server.running():
            address = f"{server.url}?n={page.billett}"
            what = "avtalene i mappen" if folder else visible(str(path))
            out(f"Rediger {what} på {address}\nDet du skriver, lagres med én gang. Stopp med Ctrl-C.\n")
            with beside(varm_opp), nullcontext() if closed else beside(partial(_open, address)):
                while True:
                    sleep(INTERVAL)
                    if økt := page.økt:
                        _follow(økt, kontor.verksted(økt))
    out("Stoppet.\n")


def _follow(økt: Økt, verksted: Verksted) -> None:
    """Read the file again when it has changed, and when it could not be read: it may be back just as it was."""
    if verksted.endret():
        verksted.ro()
    elif not økt.nå.problem:
        return
    økt.oppdater()


def _open(address: str, stopped: Event) -> None:
    """Open the address in the browser by way of a file of ours: what a program is started with, everybody can see."""
    file, name = mkstemp(".html", "avtalegen-")  # that only we can read
    os.close(file)
    path = Path(name)
    refresh = f'<meta http-equiv="refresh" content="0; url={escape(address)}">'
    path.write_text(f"<!DOCTYPE html>{refresh}<title>avtalegen</title>\n", encoding="utf-8")
    try:
        open_page(path.as_uri())
        stopped.wait(_TO_OPEN)
    finally:
        path.unlink(missing_ok=True)

"""`avtalegen vis`: the agreement in the browser, anew whenever a file that it is made of is saved."""

from __future__ import annotations

import errno
import signal
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any, NoReturn

import click

from avtalegen import flyt
from avtalegen.cli._settings import Options, Settings, templates_beside, with_settings
from avtalegen.cli._terminal import err, out
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.funn.diagnostic import AvtalegenError, has_errors
from avtalegen.lesing import LIMITS, as_written, locate
from avtalegen.rapporter import FileReport, lines_of
from avtalegen.rapporter.tekst import counted
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import STANDARD_INPUT, Found, asset_size, cause, read, read_asset
from avtalegen.samling.repository import Repository
from avtalegen.visning.folg import INTERVAL, Seen
from avtalegen.visning.tjener import Server, Stage, listen
from avtalegen.visning.utgave import Attempt, Edition, Sheet, Source, edition

_PORT = 8420
_HIGHEST_PORT = 65_535
_PORTS = 20  # to look for a free one among, when nobody has asked for one


def _port(_ctx: click.Context, _param: click.Parameter, value: int | None) -> int | None:
    if value is not None and not 0 <= value <= _HIGHEST_PORT:
        raise click.BadParameter(f"{value} er ikke en port. Velg et tall fra 0 til {_HIGHEST_PORT}.")
    return value


@click.command(short_help="Vis avtalen i nettleseren mens du skriver.")
@click.argument("fil", metavar="FIL")
@click.option(
    "--port",
    type=int,
    callback=_port,
    metavar="PORT",
    help=f"Bruk denne porten; 0 er en hvilken som helst ledig. Uten valget: {_PORT}, eller den neste som er ledig.",
)
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
    path = Path(fil)
    found = Found(path, str(path), Path(path.name), explicit=True)
    bestilling = Bestilling("html", next(iter(settings.options.målformer), None), spor=True)
    with suppress(KeyboardInterrupt), _terminated_is_interrupted():
        seen = Seen()
        shown = edition(found.name, _attempt(found, settings.options, bestilling, seen), datetime.now())
        stage = Stage(shown)
        server = _listen(stage, port)
        with server.running():
            out(f"Viser {visible(found.name)} på {server.url} – stopp med Ctrl-C\n")
            _tell(shown)
            if open_:
                Thread(target=_open, args=(server.url,), daemon=True).start()
            while True:
                while not seen.changed():
                    sleep(INTERVAL)
                seen.settle()
                seen = Seen()
                try:
                    attempt = _attempt(found, settings.options, bestilling, seen)
                except AvtalegenError as error:
                    attempt = Attempt(failure=str(error))
                shown = edition(found.name, attempt, datetime.now(), shown)
                stage.show(shown)
                _tell(shown)
    out("Stoppet.\n")


def _attempt(found: Found, options: Options, bestilling: Bestilling, seen: Seen) -> Attempt:
    """Read the files and make the document. `seen` is told of every file that has a say in it, before it is read."""
    seen(found.path)
    data = read(found.path, LIMITS.bytes)
    settings = Settings(options, seen)
    given = settings.of(found)
    valg = given.valg._replace(filstørrelse=_seeing(seen, asset_size))
    checked = flyt.check(data, found.name, valg, _Inherited(found.name, seen), given.oppsett)
    reports = (*settings.reports(), FileReport(found.name, checked.source.text, checked.diagnostics, checked.texts))
    if given.folder:
        seen(Path(given.folder, "maler"))
    if given.broken or checked.avtale is None or has_errors(list(checked.diagnostics)):
        return Attempt(reports)
    egne = templates_beside(given.folder)
    made = flyt.make(checked, bestilling, _seeing(seen, read_asset), egne)
    known = set(checked.diagnostics)
    new = tuple(one for one in made.diagnostics if one not in known)
    reports += (FileReport(found.name, checked.source.text, new, {**checked.texts, **egne.texts}),)
    if made.data is None or made.document is None or made.steder is None:
        return Attempt(reports)
    return Attempt(reports, Sheet(made.data, datetime.now(), made.document, made.steder, source_of(checked)))


def source_of(checked: flyt.Checked) -> Source:
    """Return where the values of an agreement that could be read are written."""
    source = checked.source
    root = source.root
    assert root is not None
    lines = {name: lines_of(text) for name, text in {**checked.texts, source.file: source.text}.items()}
    return Source(lambda route: (as_written(root, route), locate(source.file, root, route)), lines)


class _Inherited(Repository):
    """The collection that an agreement lies in, which tells of each file before it is read."""

    def __init__(self, file: str, seen: Seen) -> None:
        super().__init__(file)
        self._seen = seen

    def read(self, name: str) -> bytes:
        """Return the content of a file, as `Repository.read`."""
        self._seen(Path(name))
        return super().read(name)


def _seeing(seen: Seen, look: Callable[[str, str], Any]) -> Callable[[str, str], Any]:
    """Return `look`, which takes a file and the name of another one beside it, so that it tells of the other first."""

    def seeing(file: str, name: str) -> Any:
        seen(Path(file).parent / name)
        return look(file, name)

    return seeing


def _listen(stage: Stage, port: int | None) -> Server:
    """Return the server; raises when the port that is asked for, or every one of ours, is taken."""
    ports = range(_PORT, _PORT + _PORTS) if port is None else range(port, port + 1)
    try:
        return listen(stage, ports)
    except OSError as error:
        which = f"Portene {ports[0]}–{ports[-1]}" if port is None else f"Port {port}"
        if error.errno != errno.EADDRINUSE:
            why = f"kan ikke brukes: {cause(error)}"
        elif port is None:
            why = "er i bruk av andre programmer"
        else:
            why = "er i bruk av et annet program"
        raise AvtalegenError(f"{which} {why}. Velg en annen med «--port», eller «--port 0».") from error


@contextmanager
def _terminated_is_interrupted() -> Iterator[None]:
    """Let a request to end be the same as Ctrl-C, on the systems that know it."""

    def interrupt(_number: int, _frame: object) -> NoReturn:
        raise KeyboardInterrupt

    before = {}
    for name in ("SIGTERM", "SIGBREAK"):
        with suppress(AttributeError, ValueError):  # not on this system; not in the main thread
            number = getattr(signal, name)
            before[number] = signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _open(address: str) -> None:
    if not webbrowser.open(address):
        err("Fant ingen nettleser å åpne siden i. Åpne adressen selv.")


def _tell(shown: Edition) -> None:
    said = shown.failure or f"{(counted(shown.counts) or 'ingen funn').capitalize()}."
    earlier = " Viser den forrige utgaven." if shown.sheet and not shown.current else ""
    out(f"{shown.at:%H.%M.%S} {visible(said)}{earlier}\n")

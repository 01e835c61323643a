"""What the commands have in common that show something in the browser: reading, making, listening, stopping."""

from __future__ import annotations

import errno
import signal
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any, NoReturn

import click

from avtalegen import flyt
from avtalegen.cli._options import Options
from avtalegen.cli._settings import ForFile, Settings, templates_beside
from avtalegen.cli._terminal import err
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.funn.diagnostic import AvtalegenError, has_errors
from avtalegen.lesing import LIMITS, as_written, locate
from avtalegen.rapporter import FileReport, lines_of
from avtalegen.samling.filer import Found, asset_size, cause, read, read_asset
from avtalegen.samling.repository import Repository
from avtalegen.visning.folg import Seen
from avtalegen.visning.svar import answer
from avtalegen.visning.tjener import Admits, Answerer, Server, Stage, listen
from avtalegen.visning.utgave import Attempt, Sheet, Source

PORT = 8420
_HIGHEST_PORT = 65_535
_TO_END = 3.0  # seconds for what is done beside, once it has been told to end
_PORTS = 20  # to look for a free one among, when nobody has asked for one


def _port_named(_ctx: click.Context, _param: click.Parameter, value: int | None) -> int | None:
    if value is not None and not 0 <= value <= _HIGHEST_PORT:
        raise click.BadParameter(f"{value} er ikke en port. Velg et tall fra 0 til {_HIGHEST_PORT}.")
    return value


port_option = click.option(
    "--port",
    type=int,
    callback=_port_named,
    metavar="PORT",
    help=f"Bruk denne porten; 0 er en hvilken som helst ledig. Uten valget: {PORT}, eller den neste som er ledig.",
)


def attempt_at(found: Found, options: Options, bestilling: Bestilling, seen: Seen) -> Attempt:
    """Read the files and make the document. `seen` is told of every file that has a say in it, before it is read."""
    seen(found.path)
    return attempt_with(read(found.path, LIMITS.bytes), found, options, bestilling, seen)


def attempt_with(data: bytes, found: Found, options: Options, bestilling: Bestilling, seen: Seen) -> Attempt:
    """Make the document of what the file holds, or is to hold; as `attempt_at` otherwise."""
    settings = Settings(options, seen)
    checked, given = _checked(data, found, settings, seen)
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


def checked_at(found: Found, options: Options, seen: Seen) -> flyt.Checked:
    """Read and check an agreement without making its document; `seen` as for `attempt_at`."""
    seen(found.path)
    return _checked(read(found.path, LIMITS.bytes), found, Settings(options, seen), seen)[0]


def _checked(data: bytes, found: Found, settings: Settings, seen: Seen) -> tuple[flyt.Checked, ForFile]:
    given = settings.of(found)
    valg = given.valg._replace(filstørrelse=_seeing(seen, asset_size))
    return flyt.check(data, found.name, valg, _Inherited(found.name, seen), given.oppsett), given


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


def listen_on(
    stage: Stage, port: int | None, answer: Answerer = answer, most: int = 0, admits: Admits = lambda *_: False
) -> Server:
    """Return the server; raises when the port that is asked for, or every one of ours, is taken."""
    ports = range(PORT, PORT + _PORTS) if port is None else range(port, port + 1)
    try:
        return listen(stage, ports, answer, most, admits)
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
def terminated_is_interrupted() -> Iterator[None]:
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


@contextmanager
def beside(work: Callable[[Event], object]) -> Iterator[None]:
    """Do `work` in a thread of its own for as long as the block lasts. It is told when the block has ended.

    It is waited for then: a thread that Python itself ends on its way out takes the process with it when it stands in
    compiled code. But not for long: a browser in the terminal is there until somebody leaves it.
    """
    stopped = Event()
    thread = Thread(target=work, args=(stopped,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join(_TO_END)


def open_page(address: str) -> None:
    if not webbrowser.open(address):
        err("Fant ingen nettleser å åpne siden i. Åpne adressen selv.")

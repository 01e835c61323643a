"""The terminal and the standard streams: what is told, what is read, and how far we have come."""

from __future__ import annotations

import os
import sys
from contextvars import ContextVar
from typing import Any

import click

from avtalegen.funn.begge import Begge, i_nynorsk
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import STANDARD_INPUT, Found, cause, read

_nynorsk: ContextVar[bool] = ContextVar("nynorsk", default=False)
_borte: ContextVar[bool] = ContextVar("borte", default=False)
"""Whether something was told to standard output that is closed."""


_CLOSED = Begge(
    "Kunne ikke skrive til standard ut: den er lukket.", "Kunne ikkje skrive til standard ut: det er lukka."
)


def snakk(*, nynorsk: bool) -> None:
    """Say the rest of the run in nynorsk or in bokmål, of all that is in both (`Begge`)."""
    _nynorsk.set(nynorsk)


def sagt(text: str) -> str:
    """Return a text in the målform of this run."""
    return i_nynorsk(text) if _nynorsk.get() else text


def bold(text: str) -> str:
    """Return a text in the målform of this run, in bold."""
    return click.style(sagt(text), bold=True)


def out(text: str, *, err: bool = False) -> None:
    """Write `text` as it is to stdout, or to stderr, in colour where that is wanted."""
    if text and not err and sys.stdout is None:
        _borte.set(True)
        return
    click.echo(sagt(text), nl=False, err=err, color=_colour())


def err(message: str) -> None:
    """Write a message of ours to stderr, on one line. File names and the like in it can't steer the terminal."""
    shown = visible(sagt(message))
    if shown.startswith("Feil:"):
        shown = click.style("Feil:", fg="red", bold=True) + shown.removeprefix("Feil:")
    out(f"{shown}\n", err=True)


def _colour() -> bool | None:
    """Return what the environment asks for; None leaves it to whether the stream is a terminal."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def read_input(found: Found, limit: int) -> bytes:
    """Return at most `limit` + 1 bytes of a file or of standard input."""
    if found.name != STANDARD_INPUT:
        return read(found.path, limit)
    if sys.stdin is None:
        raise AvtalegenError(
            Begge("Kunne ikke lese standard inn: den er lukket.", "Kunne ikkje lese standard inn: det er lukka.")
        )
    try:
        return sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        why = cause(error)
        raise AvtalegenError(
            Begge(f"Kunne ikke lese standard inn: {why}.", f"Kunne ikkje lese standard inn: {why.nn}.")
        ) from error


def refuse_terminal() -> None:
    """Stop before a document goes to a terminal, which would take its bytes for orders."""
    if sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError(
            "Et dokument kan ikke vises i terminalen. Send det videre med «>» eller «|», eller oppgi en fil med «-o»."
        )


def write_output(data: bytes) -> None:
    """Write a whole document to standard output."""
    if sys.stdout is None:
        raise AvtalegenError(_CLOSED)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def all_told() -> None:
    """Stop when something was told that nobody could get, once all that was to be done is done."""
    if _borte.get():
        _borte.set(False)
        raise AvtalegenError(_CLOSED)


class Progress:
    """A line on stderr that tells how far we have come, for a person who has to wait."""

    def __init__(self, label: str, total: int | None = None, *, shown: bool = True) -> None:
        self._label = label
        self._total = f" av {total}" if total is not None else ""
        self._active = shown and sys.stderr is not None and sys.stderr.isatty()
        self._width = 0

    def show(self, number: int) -> None:
        """Tell that number `number` is being worked on, in place of what was told before."""
        if self._active:
            line = f"{self._label} {number}{self._total} …"
            out(f"\r{line}", err=True)
            self._width = len(line)

    def clear(self) -> None:
        """Take the line away, so that something else can be written there."""
        if self._width:
            out(f"\r{' ' * self._width}\r", err=True)
            self._width = 0


class Bar:
    """A bar on stderr of how many of `total` are finished, for a person who has to wait; nothing when it is piped."""

    def __init__(self, label: str, total: int, *, shown: bool) -> None:
        self._bar = None
        if shown and sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            self._bar = click.progressbar(length=total, label=label, show_pos=True, file=sys.stderr)
        self._drawn = False

    def __enter__(self) -> Bar:
        if self._bar:
            self._bar.__enter__()
            self._drawn = True
        return self

    def __exit__(self, *raised: Any) -> None:
        if self._bar:
            self._bar.__exit__(*raised)

    def more(self) -> None:
        """Tell that one more is finished."""
        if self._bar:
            self._bar.update(1)
            self._drawn = True

    def clear(self) -> None:
        """Take the bar away, so that something else can be written there; the next `more` draws it again."""
        if self._drawn:
            from shutil import get_terminal_size  # a bar is drawn for those who wait

            out(f"\r{' ' * (get_terminal_size().columns - 1)}\r", err=True)
            self._drawn = False

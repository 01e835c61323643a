"""One document to one format: the module that the format's line in `dokument.formater` names.

A writer makes bytes from a `Document` and a `Style`, and sees nothing else. It also says of a finished file whether
somebody has changed it since: «urørt», «endret», «fremmed» when it never was ours, or «sporet» when it shows the
changes between two editions; and of one that is untouched, what it was made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from avtalegen.dokument.formater import FORMATS, Format
from avtalegen.dokument.maler import INGEN, SKRIFT, STIL, Maler, ours
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Severity, Span
from avtalegen.funn.ordlyd import mente_du
from avtalegen.skrivere.stil import Style, StyleError

if TYPE_CHECKING:
    from avtalegen.dokument.innhold import Document
    from avtalegen.skrivere.opphav import Trace
    from avtalegen.skrivere.segl import State

STILFEIL = {"MAL002": "feil-i-stil"}
"""Code and name of the findings about styles."""
STYLES = tuple(format.style for format in FORMATS.values() if format.style)
_TYPEFACES = (".ttf", ".otf")
# What people lay beside their styles: licences and explanations.
_BESIDE = (".md", ".txt")


@runtime_checkable
class Writer(Protocol):
    """What a module that writes a format has. `tests/test_formater.py` holds each of them to it."""

    def write(self, document: Document, style: Style, origin: str | None = None) -> bytes:
        """Return the document as a file that carries `origin` (`opphav.origin`). Equal documents give equal bytes.

        A style that can't be used is a `StyleError`; anything else that can't, an `AvtalegenError`.
        """

    def fingerprint_state(self, data: bytes) -> State:
        """Tell whether a file, which can be anything, is as this writer wrote it. Never raises."""

    def trace(self, data: bytes) -> Trace:
        """Return what an untouched file of this writer tells of itself."""


@lru_cache(maxsize=8)
def writer(format: str) -> Writer:
    """Return what writes a format, loaded when it is first asked for."""
    module = import_module(f"{__name__}.{FORMATS[format].module}")
    assert isinstance(module, Writer)
    return module


def write(document: Document, format: str, egne: Maler = INGEN) -> bytes:
    """Return the document as a file of the format, with the styles in `egne` in the place of ours.

    A style in `egne` that can't be used is an `AvtalegenError` with a finding in `diagnostics`.
    """
    from avtalegen.skrivere import opphav  # what a document is made of, is nothing to who only reads Word files

    made = FORMATS[format]
    style = _style(made, egne)
    origin = opphav.origin(document, format, style)
    try:
        return writer(format).write(document, style, origin)
    except StyleError as error:
        if style.ours or made.style is None:
            raise
        raise AvtalegenError(str(error), (_finding(error, egne, made.style),)) from error


def objections(egne: Maler) -> Iterator[Diagnostic]:
    """Give a finding for each file among the styles in `egne` that would never be used."""
    from difflib import get_close_matches

    for name, _ in egne.stiler:
        if name in STYLES or (name.startswith(f"{SKRIFT}/") and name.lower().endswith(_TYPEFACES)):
            continue
        if name.lower().endswith(_BESIDE):
            continue
        near = get_close_matches(name, STYLES, n=1, cutoff=0.5)
        ours = ", ".join(STYLES)
        hint = mente_du(near[0]) if near else Begge(f"Stilene er {ours}.", f"Stilane er {ours}.")
        if name.lower().endswith(_TYPEFACES):
            folder = egne.sti(STIL, SKRIFT)
            hint = Begge(f"Legg skriften i {folder}.", f"Legg skrifta i {folder}.")
        message = Begge(
            f"avtalegen har ingen stil som heter «{name}», så denne blir ikke brukt.",
            f"avtalegen har ingen stil som heiter «{name}», så denne blir ikkje brukt.",
        )
        yield Diagnostic("MAL002", Severity.FEIL, message, Span(egne.sti(STIL, name), 1, 1, 1, 1), hint)


def tried(egne: Maler) -> Iterator[Diagnostic]:
    """Give a finding for each style in `egne` that can't be used, found by writing a document with it."""
    from avtalegen.skrivere.prove import PRØVE

    for format, made in FORMATS.items():
        if not _style(made, egne).ours:
            try:
                write(PRØVE, format, egne)
            except AvtalegenError as error:
                yield from error.diagnostics


def state(data: bytes, format: str) -> State:
    """Tell whether a file of the format is as we wrote it."""
    return writer(format).fingerprint_state(data)


def same(one: bytes, other: bytes, format: str) -> bool:
    """Tell whether two untouched files of the format are made of the same, whatever version of avtalegen made them.

    One that was written before a file carried what it is made of, is compared byte for byte, but for what it tells of
    its making.
    """
    from avtalegen.skrivere import opphav

    trace = writer(format).trace
    return opphav.same(trace(one), trace(other))


def is_signed(data: bytes, format: str) -> bool:
    """Tell whether an untouched file of the format is an edition that the parties have signed."""
    return writer(format).trace(data).signed


def _finding(error: StyleError, egne: Maler, style: str) -> Diagnostic:
    name = f"{SKRIFT}/{error.file}" if error.file else style
    span = Span(egne.sti(STIL, name), error.line, error.column, error.line, error.column)
    return Diagnostic("MAL002", Severity.FEIL, error.what, span, error.hint)


def _style(format: Format, egne: Maler) -> Style:
    if format.style is None:
        return Style(b"")
    own = egne.stil(format.style)
    typefaces = egne.skrifter() if format.typefaces else ()
    if own is None and not typefaces:
        return Style(_ours(format.style))
    return Style(_ours(format.style) if own is None else own, ours=False, typefaces=typefaces)


@lru_cache(maxsize=4)
def _ours(name: str) -> bytes:
    return ours(f"{STIL}/{name}")

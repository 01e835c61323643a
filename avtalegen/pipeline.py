"""The order of the phases, in one place: read, validate, compose, write."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from avtalegen.diagnostic import Diagnostic, has_errors, in_order
from avtalegen.modell.avtale import Avtale
from avtalegen.source import Source, parse
from avtalegen.validation import build

FORMATS = {"docx": ".docx"}
"""The formats an agreement can be written in, and the ending of the file. How: `skrivere.FORMATS`."""


class Checked(NamedTuple):
    """A file read: its text, the agreement if it could be read as one, and everything found wrong with it."""

    source: Source
    avtale: Avtale | None
    diagnostics: tuple[Diagnostic, ...]


class Made(NamedTuple):
    """A finished file, or None and the findings that stood in the way."""

    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]


def check(data: bytes | str, file: str) -> Checked:
    """Read and validate one file.

    `file` is its name in the findings. Never raises for what is in the file.
    """
    source = parse(data, file)
    found = list(source.diagnostics)
    avtale = None
    if source.root is not None:
        built = build(source.root, file)
        found += built.diagnostics
        avtale = built.avtale
    return Checked(source, None if has_errors(found) else avtale, tuple(in_order(found)))


def make(avtale: Avtale, format: str, read_asset: Callable[[str], bytes]) -> Made:
    """Write an agreement as `format`, one of `FORMATS`.

    `read_asset` returns the content of a file that the YAML names, and raises `AvtalegenError` if it can't.
    """
    # Only `lag` writes documents; `valider` should not wait for what it never uses.
    from avtalegen.composing import compose
    from avtalegen.document import Picture
    from avtalegen.skrivere import write

    våpen = avtale.avtale.våpen
    picture = Picture(read_asset(våpen.fil), våpen.alternativ_tekst) if våpen else None
    composed = compose(avtale, picture)
    if composed.document is None:
        return Made(None, composed.diagnostics)
    return Made(write(composed.document, format), composed.diagnostics)


def edited(data: bytes, format: str) -> bool:
    """Tell whether a file that exists has been changed since avtalegen wrote it, or never was ours."""
    from avtalegen.skrivere import state

    return state(data, format) != "urørt"

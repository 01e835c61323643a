"""The order of the phases, in one place: read, validate, compose, write."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from avtalegen.diagnostic import AvtalegenError, Diagnostic, Severity, has_errors, in_order
from avtalegen.modell.avtale import Avtale
from avtalegen.regler import Kontekst, Valg, kjør
from avtalegen.source import Source, locate, parse
from avtalegen.validation import build

if TYPE_CHECKING:
    from avtalegen.document import Picture

FILFEIL = {"FIL001": "fil-kan-ikke-brukes"}
"""Code and name of the findings about files that the YAML names."""
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


def check(data: bytes | str, file: str, valg: Valg | None = None) -> Checked:
    """Read and validate one file, and with `valg` hold it against the rules.

    `file` is its name in the findings. Never raises for what is in the file.
    """
    source = parse(data, file)
    found = list(source.diagnostics)
    avtale = None
    if source.root is not None:
        built = build(source.root, file)
        found += built.diagnostics
        avtale = built.avtale
        if avtale is not None and valg is not None:
            found += kjør(Kontekst(avtale, source.root, file, valg))
    return Checked(source, None if has_errors(found) else avtale, tuple(in_order(found)))


def make(checked: Checked, format: str, read_asset: Callable[[str], bytes]) -> Made:
    """Write a checked agreement as `format`, one of `FORMATS`.

    `read_asset` returns the content of a file that the YAML names, and raises `AvtalegenError` if it can't.
    """
    avtale = checked.avtale
    if avtale is None:
        return Made(None, checked.diagnostics)
    # Only `lag` writes documents; `valider` should not wait for what it never uses.
    from avtalegen.composing import compose
    from avtalegen.skrivere import write

    try:
        picture = _picture(avtale, read_asset)
    except AvtalegenError as error:
        return Made(None, (_asset_diagnostic(checked.source, error),))
    composed = compose(avtale, picture)
    if composed.document is None:
        return Made(None, composed.diagnostics)
    return Made(write(composed.document, format), composed.diagnostics)


def _picture(avtale: Avtale, read_asset: Callable[[str], bytes]) -> Picture | None:
    from avtalegen.bilde import measure
    from avtalegen.document import Picture

    våpen = avtale.avtale.våpen
    if våpen is None:
        return None
    data = read_asset(våpen.fil)
    measure(data)
    return Picture(data, våpen.alternativ_tekst)


def _asset_diagnostic(source: Source, error: AvtalegenError) -> Diagnostic:
    assert source.root is not None
    span = locate(source.file, source.root, ("avtale", "våpen", "fil"))
    hint = "Filen må ligge i samme mappe som YAML-filen eller i en mappe under den, og være PNG eller JPEG."
    return Diagnostic("FIL001", Severity.FEIL, str(error), span, hint)


def edited(data: bytes, format: str) -> bool:
    """Tell whether a file that exists has been changed since avtalegen wrote it, or never was ours."""
    from avtalegen.skrivere import state

    return state(data, format) != "urørt"

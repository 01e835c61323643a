"""The formats a document can be written in: one module and one line of the table each.

A writer makes bytes from a `Document` and a style from `maler/stil/`, and sees nothing else. It also says of a
finished file whether somebody has changed it since: «urørt», «endret», or «fremmed» when it never was ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple, cast

from avtalegen.dokument.egne_maler import INGEN, SKRIFT, STIL, Maler
from avtalegen.dokument.innhold import Document
from avtalegen.dokument.maler import ours
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Severity, Span
from avtalegen.skrivere.felles import State
from avtalegen.skrivere.stil import Own, StyleError

STILFEIL = {"MAL002": "feil-i-stil"}
"""Code and name of the findings about styles."""
_TYPEFACES = (".ttf", ".otf")
# What people lay beside their styles: licences and explanations.
_BESIDE = (".md", ".txt")


class Format(NamedTuple):
    """A format: the ending of its files, the module that writes it and the style the module needs, if any."""

    ending: str
    module: str
    style: str | None


FORMATS = {
    "docx": Format(".docx", "avtalegen.skrivere.word.skriver", "avtale.docx"),
    "pdf": Format(".pdf", "avtalegen.skrivere.pdf.skriver", "avtale.typ"),
    "html": Format(".html", "avtalegen.skrivere.html", "avtale.css"),
    "md": Format(".md", "avtalegen.skrivere.md", None),
}
STYLES = tuple(made.style for made in FORMATS.values() if made.style)


def write(document: Document, format: str, egne: Maler = INGEN, *, signature_fields: bool = False) -> bytes:
    """Return the document as a file of the format, with the styles in `egne` in the place of ours.

    A PDF has, if wanted, invisible fields to sign in. A style in `egne` that can't be used is an `AvtalegenError` with
    a finding in `diagnostics`.
    """
    made = FORMATS[format]
    if made.style is None:
        return cast(bytes, import_module(made.module).write(document, b""))
    own = egne.stil(made.style)
    writer = cast(Callable[..., bytes], import_module(made.module).write)
    more: dict[str, Any] = {}
    typefaces = egne.skrifter() if format == "pdf" else ()
    if format == "pdf" and (own is not None or typefaces):
        more["own"] = Own(typefaces)
    try:
        data = writer(document, _style(made.style) if own is None else own, **more)
    except StyleError as error:
        if own is None and not more:
            raise
        raise AvtalegenError(str(error), (_finding(error, egne, made.style),)) from error
    if format == "pdf" and signature_fields:
        from avtalegen.skrivere.pdf.signaturfelt import with_signature_fields

        return with_signature_fields(data, document)
    return data


def objections(egne: Maler) -> Iterator[Diagnostic]:
    """Give a finding for each file among the styles in `egne` that would never be used."""
    for name, _ in egne.stiler:
        if name in STYLES or (name.startswith(f"{SKRIFT}/") and name.lower().endswith(_TYPEFACES)):
            continue
        if name.lower().endswith(_BESIDE):
            continue
        near = get_close_matches(name, STYLES, n=1, cutoff=0.5)
        hint = f"Mente du «{near[0]}»?" if near else f"Stilene er {', '.join(STYLES)}."
        if name.lower().endswith(_TYPEFACES):
            hint = f"Legg skriften i {egne.sti(STIL, SKRIFT)}."
        message = f"avtalegen har ingen stil som heter «{name}», så denne blir ikke brukt."
        yield Diagnostic("MAL002", Severity.FEIL, message, Span(egne.sti(STIL, name), 1, 1, 1, 1), hint)


def tried(egne: Maler) -> Iterator[Diagnostic]:
    """Give a finding for each style in `egne` that can't be used, found by writing a document with it."""
    from avtalegen.skrivere.prove import PRØVE

    for format, made in FORMATS.items():
        if made.style and (egne.stil(made.style) is not None or (format == "pdf" and egne.skrifter())):
            try:
                write(PRØVE, format, egne)
            except AvtalegenError as error:
                yield from error.diagnostics


def state(data: bytes, format: str) -> State:
    """Tell whether a file of the format is as we wrote it."""
    return cast(State, import_module(FORMATS[format].module).fingerprint_state(data))


def _finding(error: StyleError, egne: Maler, style: str) -> Diagnostic:
    name = f"{SKRIFT}/{error.file}" if error.file else style
    span = Span(egne.sti(STIL, name), error.line, error.column, error.line, error.column)
    return Diagnostic("MAL002", Severity.FEIL, error.message, span, error.hint)


@lru_cache(maxsize=4)
def _style(name: str) -> bytes:
    return ours(f"{STIL}/{name}")

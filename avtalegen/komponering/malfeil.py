"""What is said of a template that fails, at the line that failed."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from jinja2 import StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.utils import missing

from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.komponering.grenser import NotAllowedError, TooMuchError

MAL = "MAL001"
MALFEIL = {MAL: "feil-i-mal"}
"""Code and name of the findings about templates."""
STOPPED = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError),
    *(MemoryError, RecursionError, SyntaxError, TypeError, ValueError),
)
"""What a template can end in."""


class Ukjent(StrictUndefined):
    """A name that doesn't exist: whatever is done with it is an error that says which name it is."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        return f"«{self._undefined_name}»{self._of_what()}"

    def _of_what(self) -> str:
        if self._undefined_obj is missing:
            return ""
        names: Iterable[str] = getattr(type(self._undefined_obj), "felter", ())
        return _near(str(self._undefined_name), names)


def _near(name: str, names: Iterable[str]) -> str:
    found = get_close_matches(name, list(names), n=1)
    return f". Mente du «{found[0]}»" if found else ""


def template_diagnostic(error: Exception, names: Iterable[str] = (), own: Collection[str] = ()) -> Diagnostic:
    """Return the finding for a template that failed.

    `names` are those that every template sees, `own` the places of the templates that aren't ours: what fails in one
    of ours that one of theirs includes, is theirs to put right.
    """
    file, line = "maler", 1
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or error.name or file, error.lineno
    else:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
        if frames:
            frame = next((frame for frame in reversed(frames) if frame.filename in own), frames[-1])
            file, line = frame.filename, frame.lineno or 1
    message, hint = _told(error, names)
    return Diagnostic(MAL, Severity.FEIL, message, Span(file, line, 1, line, 1), hint)


def _told(error: Exception, names: Iterable[str]) -> tuple[str, str]:
    """Return what is wrong, and what to do."""
    if isinstance(error, NotAllowedError):
        return error.message or "", error.hint
    if isinstance(error, TooMuchError):
        return (
            "Malen krever mer arbeid enn noen avtale trenger, og ble stoppet.",
            "Se etter løkker inni hverandre, og etter tekst som vokser.",
        )
    if isinstance(error, TemplateNotFound):
        return f"Malen «{error.name}» finnes ikke.", "Legg filen i samme mappe som malen, eller rett navnet."
    if isinstance(error, SecurityError):
        return (
            "Malen bruker noe som ikke er tillatt i maler.",
            "Bruk bare feltene i avtalen og filtrene i CONTRIBUTING.",
        )
    if isinstance(error, UndefinedError):
        what = str(error.message)
        near = "" if "Mente du" in what else _near(what.strip("«»"), names)
        return (
            f"Malen bruker et navn som ikke finnes: {what}{near}{'?' if near or 'Mente du' in what else '.'}",
            "Rett navnet. Feltene heter det samme som i YAML-filen.",
        )
    if isinstance(error, RecursionError):
        return "Malen henter inn seg selv.", "Fjern den «include» som går i ring."
    if isinstance(error, TemplateSyntaxError):
        return f"Malen kan ikke leses. Jinja sier: {str(error.message).rstrip('.')}.", "Rett linjen."
    if type(error) is ValueError:
        return f"Malen kan ikke skrives ut: {error}.", "Rett linjen."
    return f"Malen kan ikke skrives ut. Python sier: {str(error).rstrip('.')}.", "Rett linjen."

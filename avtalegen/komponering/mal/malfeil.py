"""What is said of a template that fails, at the line that failed."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from jinja2 import StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.utils import missing

from avtalegen.funn.begge import Begge, begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.komponering.mal.egne_ord import MAL
from avtalegen.komponering.mal.grenser import NotAllowedError, TooMuchError

_MENT = "Mente du"
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
    return f". {_MENT} «{found[0]}»" if found else ""


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


def _told(error: Exception, names: Iterable[str]) -> tuple[Begge, Begge]:
    """Return what is wrong, and what to do."""
    if isinstance(error, NotAllowedError):
        return error.sagt, error.hint
    if isinstance(error, TooMuchError):
        return (
            Begge(
                "Malen krever mer arbeid enn noen avtale trenger, og ble stoppet.",
                "Malen krev meir arbeid enn nokon avtale treng, og blei stoppa.",
            ),
            Begge(
                "Se etter løkker inni hverandre, og etter tekst som vokser.",
                "Sjå etter lykkjer inni kvarandre, og etter tekst som veks.",
            ),
        )
    if isinstance(error, TemplateNotFound):
        return (
            Begge(f"Malen «{error.name}» finnes ikke.", f"Malen «{error.name}» finst ikkje."),
            Begge(
                "Legg filen i samme mappe som malen, eller rett navnet.",
                "Legg fila i same mappa som malen, eller rett namnet.",
            ),
        )
    if isinstance(error, SecurityError):
        return (
            Begge("Malen bruker noe som ikke er tillatt i maler.", "Malen bruker noko som ikkje er tillate i malar."),
            Begge(
                "Bruk bare feltene i avtalen og filtrene i CONTRIBUTING.",
                "Bruk berre felta i avtalen og filtera i CONTRIBUTING.",
            ),
        )
    if isinstance(error, UndefinedError):
        what = str(error.message)
        near = "" if _MENT in what else _near(what.strip("«»"), names)
        told = f"{what}{near}{'?' if near or _MENT in what else '.'}"
        return (
            Begge(
                f"Malen bruker et navn som ikke finnes: {told}",
                f"Malen bruker eit namn som ikkje finst: {told.replace(_MENT, 'Meinte du')}",
            ),
            Begge(
                "Rett navnet. Feltene heter det samme som i YAML-filen.",
                "Rett namnet. Felta heiter det same som i YAML-fila.",
            ),
        )
    if isinstance(error, RecursionError):
        return (
            Begge("Malen henter inn seg selv.", "Malen hentar inn seg sjølv."),
            likt("Fjern den «include» som går i ring."),
        )
    rett = Begge("Rett linjen.", "Rett linja.")
    if isinstance(error, TemplateSyntaxError):
        said = str(error.message).rstrip(".")
        return Begge(
            f"Malen kan ikke leses. Jinja sier: {said}.", f"Malen kan ikkje lesast. Jinja seier: {said}."
        ), rett
    if type(error) is ValueError:
        hva = begge(error.args[0]) if error.args else likt("")
        return Begge(f"Malen kan ikke skrives ut: {hva}.", f"Malen kan ikkje skrivast ut: {hva.nn}."), rett
    said = str(error).rstrip(".")
    return (
        Begge(
            f"Malen kan ikke skrives ut. Python sier: {said}.", f"Malen kan ikkje skrivast ut. Python seier: {said}."
        ),
        rett,
    )

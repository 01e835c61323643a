"""The sandbox that the templates run in, and what is said of a template that fails."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum
from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, StrictUndefined, TemplateError, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from avtalegen.composing.view import signatures
from avtalegen.diagnostic import AvtalegenError, Diagnostic, Severity, Span
from avtalegen.document import Link, Signatures
from avtalegen.egne_maler import INGEN, Maler
from avtalegen.markdown import Values
from avtalegen.resources import MALER, read_yaml
from avtalegen.sprak import Språk

MALFEIL = {"MAL001": "feil-i-mal"}
"""Code and name of the findings about templates."""
STOPPED = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError),
    *(MemoryError, RecursionError, TypeError, ValueError),
)
"""What a template can end in."""


class Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with our filters. A name that doesn't exist is an error."""

    def __init__(self, språk: Språk, folder: Path, egne: Maler) -> None:
        def own(navn: str) -> tuple[str, str, None] | None:
            text = egne.tekst(folder.name, navn)
            return None if text is None else (text, egne.sti(folder.name, navn), None)

        super().__init__(
            loader=ChoiceLoader([FunctionLoader(own), FileSystemLoader(folder, encoding="utf-8")]),
            undefined=StrictUndefined,
            finalize=_hold,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.språk = språk
        self.filters |= {
            name: getattr(språk, name)
            for name in vars(Språk)
            if not name.startswith("_") and callable(vars(Språk)[name])
        }
        self.filters["underskrifter"] = signatures

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        # What these make is text with marks in it, and it would be taken for a value in its turn.
        for node in tree.find_all((nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.FilterBlock)):
            raise TemplateSyntaxError(
                "makro, call, filter og set med innhold kan ikke brukes her", node.lineno, name, filename
            )
        return tree


@pass_context
def _hold(context: Context, value: object) -> str:
    """Hold what a template prints, and return the mark that stands in for it."""
    if value is None:
        raise UndefinedError("verdien er ikke oppgitt i avtalen, spør med «if» først")
    if isinstance(value, StrictUndefined):
        return str(value)
    if isinstance(value, Enum):
        value = value.value
    held = value if isinstance(value, str | Link | Signatures) else str(value)
    values: Values = context["_verdier"]
    return values.hold(held)


@lru_cache(maxsize=4)
def environment(språkkode: str, egne: Maler = INGEN) -> Environment:
    """Return the sandbox with the templates of a language, those in `egne` ahead of ours."""
    folder = MALER / språkkode
    if not folder.is_dir():
        raise AvtalegenError(f"Det finnes ikke maler for språket «{språkkode}» i denne utgaven av avtalegen.")
    return Environment(Språk(read_yaml(folder / "ord.yaml")), folder, egne)


def unknown(egne: Maler) -> Iterator[Diagnostic]:
    """Give a finding for each template of their own that would never be used."""
    for språk, navn, _ in egne.tekster:
        known = {path.name for path in (MALER / språk).glob("*.md.j2")}
        if navn not in known:
            near = get_close_matches(navn, known, n=1, cutoff=0.5)
            hint = f"Mente du «{near[0]}»?" if near else f"Gi den navnet til en av malene: {', '.join(sorted(known))}."
            yield Diagnostic(
                "MAL001",
                Severity.FEIL,
                f"avtalegen har ingen mal som heter «{navn}», så denne blir ikke brukt.",
                Span(egne.sti(språk, navn), 1, 1, 1, 1),
                hint,
            )


def template_diagnostic(error: Exception) -> Diagnostic:
    """Return the finding for a template that failed, at the line that failed."""
    file, line = "maler", 1
    if isinstance(error, TemplateSyntaxError):
        file, line, what = error.filename or error.name or file, error.lineno, error.message or "feil i malen"
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename.endswith(".j2"):
                file, line = frame.filename, frame.lineno or 1
        what = str(error)
    if isinstance(error, TemplateNotFound):
        message, hint = f"Malen «{error.name}» finnes ikke.", "Legg filen i mappen maler, eller rett navnet."
    elif isinstance(error, SecurityError):
        message, hint = (
            "Malen bruker noe som ikke er tillatt i maler.",
            "Bruk bare feltene i avtalen og filtrene i CONTRIBUTING.",
        )
    elif isinstance(error, UndefinedError):
        message, hint = (
            f"Malen bruker et navn som ikke finnes: {what}.",
            "Rett navnet. Feltene heter det samme som i YAML-filen.",
        )
    elif isinstance(error, RecursionError):
        message, hint = "Malen henter inn seg selv.", "Fjern den «include» som går i ring."
    else:
        message, hint = f"Malen kan ikke leses: {what}.", "Rett linjen."
    return Diagnostic("MAL001", Severity.FEIL, message, Span(file, line, 1, line, 1), hint)

"""What click itself says, in Norwegian.

Click asks gettext for every text it shows, but gettext only knows catalogues that lie on disk and follow the
user's locale. Our users read Norwegian whatever their locale is, so `install` hands click this table instead.
A test reads click's source and fails when a text that a user can meet is missing here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache

import click

from avtalegen.modell.senere import senere

TEXTS = {
    "Usage:": "Bruk:",
    "Options": "Valg",
    "Commands": "Kommandoer",
    "Positional arguments": "Argumenter",
    "Show this message and exit.": "Vis denne hjelpen og avslutt.",
    "default: {default}": "standard: {default}",
    "required": "må oppgis",
    "env var: {var}": "miljøvariabel: {var}",
    "Error: {message}": "Feil: {message}",
    "Try '{command} {option}' for help.": "Skriv «{command} {option}» for hjelp.",
    "Missing command.": "Mangler kommando.",
    "No such command {name!r}.": "Ukjent kommando «{name}».",
    "No such option {name!r}.": "Ukjent valg «{name}».",
    "No such option: {name}": "Ukjent valg «{name}».",
    "Missing argument": "Mangler argumentet",
    "Missing option": "Mangler valget",
    "Missing parameter": "Mangler parameteren",
    "Got unexpected extra argument ({args})": "Fikk et argument for mye: «{args}».",
    "Got unexpected extra arguments ({args})": "Fikk argumenter for mye: «{args}».",
    "Option {name!r} does not take a value.": "Valget «{name}» tar ingen verdi.",
    "Option {name!r} requires an argument.": "Valget «{name}» må ha en verdi.",
    "Option {name!r} requires {nargs} arguments.": "Valget «{name}» må ha {nargs} verdier.",
    "Argument {name!r} takes {nargs} values.": "Argumentet «{name}» tar {nargs} verdier.",
    "Takes {nargs} values but 1 was given.": "Tar {nargs} verdier, men fikk 1.",
    "Takes {nargs} values but {len} were given.": "Tar {nargs} verdier, men fikk {len}.",
    "Invalid value: {message}": "Ugyldig verdi: {message}",
    "Invalid value for {param_hint}: {message}": "Ugyldig verdi for {param_hint}: {message}",
    "{value!r} is not {choice}.": "«{value}» er ikke {choice}.",
    "{value!r} is not one of {choices}.": "«{value}» er ikke en av disse: {choices}.",
    "Choose from:\n\t{choices}": "Velg blant:\n\t{choices}",
    "{value!r} is not a valid {number_type}.": "«{value}» er ikke et gyldig tall.",
    "{value} is not in the range {range}.": "{value} er ikke i området {range}.",
    "{value!r} is not a valid boolean.": "«{value}» er verken ja eller nei.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "«{value}» er ikke blant {states}.",
    "{value!r} does not match the format {format}.": "«{value}» er ikke på formen {format}.",
    "{value!r} does not match the formats {formats}.": "«{value}» er ikke på en av formene {formats}.",
    "file": "filen",
    "directory": "mappen",
    "path": "stien",
    "{name} {filename!r} does not exist.": "{name} «{filename}» finnes ikke.",
    "{name} {filename!r} is a file.": "{name} «{filename}» er en fil.",
    "{name} {filename!r} is a directory.": "{name} «{filename}» er en mappe.",
    "{name} '{filename}' is a directory.": "{name} «{filename}» er en mappe.",
    "{name} {filename!r} is not readable.": "{name} «{filename}» kan ikke leses.",
    "{name} {filename!r} is not writable.": "{name} «{filename}» kan ikke skrives.",
    "Could not open file {filename!r}: {message}": "Kunne ikke åpne «{filename}»: {message}",
    "unknown error": "ukjent feil",
}

_MINUS = senere(r"-[^-].*\.\w+")
"""A file whose name begins like an option."""
_QUOTED = senere(r"(?<!\w)'([^'\n]*)'(?!\w)")


def translate(text: str) -> str:
    """Return click's `text` in Norwegian, or as it is when no user meets it."""
    return TEXTS.get(text, text)


def translate_plural(singular: str, plural: str, number: int) -> str:
    """Return the one of click's two texts that suits `number`, in Norwegian."""
    return translate(singular if number == 1 else plural)


_OURS = {"_": translate, "ngettext": translate_plural}


def install() -> None:
    """Make click speak Norwegian in this process. Harmless to repeat, and quick as long as nothing more is loaded."""
    _install(len(sys.modules))


@cache
def _install(_loaded: int) -> None:
    for name, module in tuple(sys.modules.items()):
        if name.startswith("click."):
            names = vars(module)
            names.update({alias: ours for alias, ours in _OURS.items() if alias in names})


def did_you_mean(names: Iterable[str]) -> str:
    """Return «Mente du «a» eller «b»?»."""
    return f"Mente du {' eller '.join(f'«{name}»' for name in names)}?"


def explain(error: click.ClickException, arguments: Iterable[str] = ()) -> str:
    """Return the message of `error` with Norwegian quotation marks: click quotes names with `repr`, or not at all."""
    if isinstance(error, click.NoSuchOption):
        if error.possibilities:
            return f"{error.message} {did_you_mean(error.possibilities)}"
        if file := next((given for given in arguments if _MINUS.fullmatch(given)), None):
            return f"{error.format_message()} Er «{file}» en fil, så skriv «./{file}»."
    return _QUOTED.sub(r"«\1»", error.format_message())


def usage(error: click.UsageError) -> str:
    """Return how the command that `error` comes from is used, and how to get its help."""
    if error.ctx is None:
        return ""
    return f"{error.ctx.get_usage()}\nSkriv «{error.ctx.command_path} --help» for hjelp.\n\n"

"""What is said of a Typst style of somebody else's that can't be used, at the line that Typst names."""

from __future__ import annotations

import re

from avtalegen.skrivere.pdf_prosess import LONGEST, Compiled
from avtalegen.skrivere.pdf_skrift import families
from avtalegen.skrivere.stilfeil import StyleError

_PLACE = re.compile(r"┌─ (?:[^\n]*[/\\])?avtale\.typ:(\d+):(\d+)")
_IN_MAIN = re.compile(r"\bstil\.([^\W\d][\w-]*)")
_MISSING = re.compile(r"module `avtale` does not contain `([^`]+)`")
_TYPEFACE = re.compile(r"unknown font family: (.+)")
_RIGHT = "LES-MEG.md i maler/stil sier hva stilen må ha."


def objection(made: Compiled, style: str) -> StyleError | None:
    """Return what is wrong with the style (its text) that `made` was compiled with, or None."""
    if made.stopped:
        return StyleError(
            f"Stilen ble stoppet: den brukte mer enn {LONGEST:.0f} sekunder på ett dokument, eller for mye minne.",
            "Se etter løkker som ikke slutter, og lister som vokser.",
        )
    if made.error:
        message, told, hints = made.error
        line, column = _place(told, style)
        if missing := _MISSING.match(message):
            return StyleError(f"Stilen mangler funksjonen «{missing[1]}».", _RIGHT)
        if message.startswith(("failed to download package", "package not found", "failed to load package")):
            return StyleError(
                "Stilen henter en pakke, og det er ikke tillatt.", "Skriv det som trengs, i stilen.", line, column
            )
        if "file not found" in message or "escape the project root" in message or "cannot access" in message:
            return StyleError(
                "Stilen henter en fil, og det er ikke tillatt.",
                "Alt som trengs, må stå i stilen. Våpenet eller logoen oppgis i avtalen.",
                line,
                column,
            )
        more = f" ({'; '.join(hints)})" if hints else ""
        return StyleError(
            f"Stilen kan ikke brukes. Typst sier: {message}{more}.", f"Rett stilen. {_RIGHT}", line, column
        )
    for message, told in made.warnings:
        if typeface := _TYPEFACE.match(message):
            line, column = _place(told, style)
            return StyleError(
                f"Stilen bruker skriften «{typeface[1]}», som ikke finnes.",
                f"Legg den i maler/stil/skrift, eller velg blant: {families(made.families)}.",
                line,
                column,
            )
    return None


def _place(told: str, style: str) -> tuple[int, int]:
    """Return line and column in the style: those told, or those of the function that our own file calls."""
    if found := _PLACE.search(told):
        return int(found[1]), int(found[2])
    if called := _IN_MAIN.search(told):
        for number, line in enumerate(style.splitlines(), start=1):
            if re.match(rf"#let {re.escape(called[1])}\b", line):
                return number, 1
    return 1, 1

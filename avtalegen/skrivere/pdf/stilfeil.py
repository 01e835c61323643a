"""What is said of a Typst style of somebody else's that can't be used, at the line that Typst names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avtalegen.funn.begge import Begge, likt
from avtalegen.skrivere.pdf.prosess import LONGEST, Compiled
from avtalegen.skrivere.pdf.skrift import families
from avtalegen.skrivere.stil import StyleError

_PLACE = re.compile(r"┌─ (?:[^\n]*[/\\])?avtale\.typ:(\d+):(\d+)")
_IN_MAIN = re.compile(r"\bstil\.([^\W\d][\w-]*)")
_MISSING = re.compile(r"assertion failed: mangler (.+)")
_ATTACHES = re.compile(r"\b(?:attach|embed)\b")
_TYPEFACE = re.compile(r"unknown font family: (.+)")
FUNCTIONS = (
    *("dokument", "bilde", "merke", "tittel", "undertittel", "fakta", "overskrift", "avsnitt", "ledetekst"),
    *("punktliste", "nummerliste", "lenke", "tabell", "signatur", "signaturer", "signert", "skrivelinje", "fyllinn"),
)
"""What a style must have."""
# An agreement without a table never asks for the function that makes one; the next agreement may.
CHECK = "".join(
    f'#import "avtale.typ" as stil\n#assert("{name}" in dictionary(stil), message: "mangler {name}")\n'
    for name in FUNCTIONS
).encode()
"""Typst that fails when a style lacks one of them, to stand ahead of what uses the style."""
_NO_FILE = ("file not found", "escape the project root", "cannot access", "failed to load linked image")
_RIGHT = Begge("LES-MEG.md i maler/stil sier hva stilen må ha.", "LES-MEG.md i maler/stil seier kva stilen må ha.")


def objection(made: Compiled, style: str) -> StyleError | None:
    """Return what is wrong with the style (its text) that `made` was compiled with, or None."""
    if made.stopped:
        return StyleError(
            Begge(
                f"Stilen ble stoppet: den brukte over {LONGEST:.0f} sekunder på ett dokument, eller for mye minne.",
                f"Stilen blei stoppa: han brukte over {LONGEST:.0f} sekund på eitt dokument, eller for mykje minne.",
            ),
            Begge(
                "Se etter løkker som ikke slutter, og lister som vokser.",
                "Sjå etter lykkjer som ikkje sluttar, og lister som veks.",
            ),
        )
    if made.error:
        return _of_error(*made.error, style)
    for message, told in made.warnings:
        if typeface := _TYPEFACE.match(message):
            line, column, _ = _place(told, style)
            return StyleError(
                Begge(
                    f"Stilen bruker skriften «{typeface[1]}», som ikke finnes.",
                    f"Stilen bruker skrifta «{typeface[1]}», som ikkje finst.",
                ),
                Begge(
                    f"Legg den i maler/stil/skrift, eller velg blant: {families(made.families)}.",
                    f"Legg ho i maler/stil/skrift, eller vel mellom: {families(made.families)}.",
                ),
                line,
                column,
            )
    return None


def _of_error(message: str, told: str, hints: Sequence[str], style: str) -> StyleError:
    """Return what is wrong with a style that Typst could not compile: its message, where, and what it proposes."""
    line, column, where = _place(told, style)
    if missing := _MISSING.match(message):
        name = missing[1]
        return StyleError(Begge(f"Stilen mangler funksjonen «{name}».", f"Stilen manglar funksjonen «{name}»."), _RIGHT)
    if message.startswith(("failed to download package", "package not found", "failed to load package")):
        return StyleError(
            Begge(
                "Stilen henter en pakke, og det er ikke tillatt.",
                "Stilen hentar ei pakke, og det er ikkje tillate.",
            ),
            Begge("Skriv det som trengs, i stilen.", "Skriv det som trengst, i stilen."),
            line,
            column,
        )
    if "attached file" in message or message.startswith("attempted to attach"):
        return attaches(style)
    if any(refused in message for refused in _NO_FILE):
        return StyleError(
            Begge("Stilen henter en fil, og det er ikke tillatt.", "Stilen hentar ei fil, og det er ikkje tillate."),
            Begge(
                "Alt som trengs, må stå i stilen. Våpenet eller logoen oppgis i avtalen.",
                "Alt som trengst, må stå i stilen. Våpenet eller logoen står i avtalen.",
            ),
            line,
            column,
        )
    more = f" ({'; '.join(hints)})" if hints else ""
    return StyleError(
        Begge(
            f"Stilen kan ikke brukes. Typst sier: {message}{where}{more}.",
            f"Stilen kan ikkje brukast. Typst seier: {message}{where}{more}.",
        ),
        likt("Rett stilen. ") + _RIGHT,
        line,
        column,
    )


def attaches(style: str) -> StyleError:
    """Return what is said of a style (its text) that leaves other files attached to the PDF than those of ours."""
    found = _ATTACHES.search(style)
    line, column = (
        (style.count("\n", 0, found.start()) + 1, found.start() - style.rfind("\n", 0, found.start()))
        if found
        else (1, 1)
    )
    return StyleError(
        Begge(
            "Stilen legger ved filer i PDF-en eller tar dem bort, og det er ikke tillatt.",
            "Stilen legg ved filer i PDF-en eller tek dei bort, og det er ikkje tillate.",
        ),
        Begge(
            "Bare YAML-filene avtalen er laget av, er vedlegg, og de står i innholdet som stilen får.",
            "Berre YAML-filene avtalen er laga av, er vedlegg, og dei står i innhaldet som stilen får.",
        ),
        line,
        column,
    )


def _place(told: str, style: str) -> tuple[int, int, str]:
    """Return line and column in the style, and what to add to the message.

    They are those told, or those of the function that our own file calls; where that may be one of two, none is.
    """
    if found := _PLACE.search(told):
        return int(found[1]), int(found[2]), ""
    called = sorted(set(_IN_MAIN.findall(told)))
    lines = [n for n, line in enumerate(style.splitlines(), 1) if re.match(rf"#let (?:{'|'.join(called)})\b", line)]
    where = f" i {' eller '.join(f'«{name}»' for name in called)}" if called else ""
    return lines[0] if len(lines) == 1 else 1, 1, where

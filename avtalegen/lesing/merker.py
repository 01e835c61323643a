"""Signs that begin a comment or an item elsewhere, and not in YAML."""

from __future__ import annotations

import re

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic, Span
from avtalegen.lesing.case import Case
from avtalegen.lesing.findings import finding
from avtalegen.lesing.innrykk import syntax
from avtalegen.modell.senere import senere

OTHER_COMMENT = senere(r"[ ]*(//|/\*|<!--|--(?=\s))")
STAR = senere(r"[ ]*\*\s+(?=\S)")
_LONGEST_SHOWN = 60


def other_comment(case: Case) -> Diagnostic | None:
    """Explain a line that is a comment in another language."""
    for row in (case.row, case.above(), case.context[0]):
        if row is not None and (mark := OTHER_COMMENT.match(case.lines[row])):
            return syntax(case.rest(row, mark.start(1)), *_no_comment(mark[1], case.lines[row][mark.end() :]))
    return None


def comment_as_name(span: Span, name: str) -> Diagnostic | None:
    """Explain a name of a field that is in a comment in another language."""
    mark = OTHER_COMMENT.match(name)
    return finding("YML012", span, *_no_comment(mark[1], name[mark.end() :])) if mark else None


def _no_comment(sign: str, text: str) -> tuple[Begge, Begge]:
    text = re.sub(r"\s*(?:\*/|-->)\s*$", "", text).strip()
    fixed = f"«# {text}»" if len(text) <= _LONGEST_SHOWN else "«# »"
    return (
        Begge(f"{sign} begynner ikke en kommentar i YAML.", f"{sign} byrjar ikkje ein kommentar i YAML."),
        Begge(f"Begynn kommentaren med # og mellomrom: {fixed}", f"Byrj kommentaren med # og mellomrom: {fixed}"),
    )


def star(case: Case, row: int, column: int) -> Diagnostic | None:
    """Explain an item as in an e-mail or in Markdown."""
    item = STAR.match(case.lines[row])
    if item is None or case.lines[row][:column].strip():
        return None
    return syntax(
        case.span(row, column),
        Begge(
            "Et listepunkt begynner med bindestrek og mellomrom, ikke med stjerne.",
            "Eit listepunkt byrjar med bindestrek og mellomrom, ikkje med stjerne.",
        ),
        Begge("Bytt ut stjernen med en bindestrek.", "Byt ut stjerna med ein bindestrek."),
    )

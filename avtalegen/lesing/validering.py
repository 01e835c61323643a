"""From the Node tree to an `Avtale`, or to findings that say what the format expected and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from avtalegen.funn.diagnostic import Diagnostic, Fix, Severity
from avtalegen.lesing import Node, locate, to_data
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i, forkort
from avtalegen.modell.felt import Felt

SKJEMAFEIL = {
    "SKJ001": "mangler-felt",
    "SKJ002": "ukjent-felt",
    "SKJ003": "feil-fasong",
    "SKJ004": "ukjent-valg",
    "SKJ005": "uleselig-verdi",
}
"""Code and name of every finding this module gives."""
MISSING = "SKJ001"

Route = tuple[str | int, ...]


class Built(NamedTuple):
    """An `Avtale`, or None and the findings that stood in the way."""

    avtale: Avtale | None
    diagnostics: tuple[Diagnostic, ...]


def build(root: Node, file: str) -> Built:
    """Validate the tree of one file against the format; every error is reported, not only the first."""
    try:
        # In a file only the keys of the format count, not the names that Python needs for some of them.
        avtale = Avtale.model_validate(to_data(root), by_alias=True, by_name=False)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        return Built(None, tuple(_diagnostic(e, root, file)._replace(route=e["loc"]) for e in errors))
    return Built(avtale, ())


def _diagnostic(error: ErrorDetails, root: Node, file: str) -> Diagnostic:
    route: Route = error["loc"]
    context: dict[str, Any] = error.get("ctx", {})
    span = locate(file, root, route)
    match error["type"]:
        case "missing" | "too_short":
            felt = _field(route)
            message = f"«{route[-1]}» mangler{_under(route)}."
            return Diagnostic(MISSING, Severity.FEIL, message, span, _example(felt) if felt else None)
        case "extra_forbidden":
            span = locate(file, root, route, key=True)
            message = f"«{forkort(str(route[-1]))}» er ikke en kjent nøkkel{_under(route)}."
            key, near = str(route[-1]), _nearest(str(route[-1]), _parts_keys(route))
            fix = Fix(span, key, near[0]) if near and _is_typo(key, near[0]) else None
            return Diagnostic("SKJ002", Severity.FEIL, message, span, _suggest_key(route, near), fix=fix)
        case "valg":
            near = _nearest(context["skrevet"], context["valg"])
            hint = f"Mente du «{near[0]}»? {context['råd']}" if near else context["råd"]
            return Diagnostic("SKJ004", Severity.FEIL, context["melding"], span, hint)
        case "uleselig":
            return Diagnostic("SKJ005", Severity.FEIL, context["melding"], span, context["råd"])
        case "fasong":
            return Diagnostic("SKJ003", Severity.FEIL, context["melding"], span, context["råd"])
    raise AssertionError(f"Pydantic gave an error that the models can't give: {error['type']}")


def _under(route: Route) -> str:
    names = [step for step in route[:-1] if isinstance(step, str)]
    return f" i «{names[-1]}»" if names else ""


def _example(felt: Felt) -> str:
    if not felt.eksempel:
        return felt.beskrivelse
    if ": " in felt.eksempel:
        return f"{felt.beskrivelse} Skriv «{felt.nøkkel}:» på én linje, og «  {felt.eksempel}» på linjen under."
    return f"{felt.beskrivelse} Skriv for eksempel «{felt.nøkkel}: {felt.eksempel}»."


def _parts(route: Route) -> Iterator[type[Del]]:
    """Yield the class that holds each mapping along the route, the outermost first."""
    part: Any = Avtale
    for step in route:
        yield part
        if isinstance(step, str):
            felt = part.felter.get(step)
            part = del_i(felt.type) if felt else None
            if part is None:
                return


def _field(route: Route) -> Felt | None:
    return list(_parts(route))[-1].felter.get(str(route[-1]))


def _parts_keys(route: Route) -> Sequence[str]:
    """Return the keys that may stand where the route ends."""
    return list(list(_parts(route))[-1].felter)


def _suggest_key(route: Route, near: Sequence[str]) -> str:
    """Say which known key is meant, where the key belongs, or which keys there are."""
    key = str(route[-1])
    if near:
        return f"Mente du «{near[0]}»?"
    if homes := _homes(key):
        return f"«{forkort(key)}» hører hjemme under {' eller '.join(f'«{home}»' for home in homes[:3])}."
    return f"Nøklene som kan stå her, er {', '.join(_parts_keys(route))}."


_SHORTEST_TYPO = 6
_PLAIN = str.maketrans({"å": "a", "ø": "o", "æ": "e", "-": "_", " ": "_"})


def _is_typo(key: str, known: str) -> bool:
    """Tell whether `key` is surely `known` misspelt: the same without æøå, or one letter away in a long word.

    A key that is known elsewhere in the format is no misspelling of another one, however alike they are.
    """
    if key in Avtale.felter or _homes(key):
        return False
    a, b = (word.casefold().replace("ae", "e").translate(_PLAIN) for word in (key, known))
    return a == b or (min(len(a), len(b)) >= _SHORTEST_TYPO and _one_letter_away(a, b))


def _one_letter_away(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    same = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    rest = short[same + 1 :] if len(short) == len(long) else short[same:]
    swapped = short[same : same + 2] == long[same : same + 2][::-1] and short[same + 2 :] == long[same + 2 :]
    return len(long) - len(short) <= 1 and (rest == long[same + 1 :] or swapped)


def _nearest(word: str, known: Sequence[str]) -> list[str]:
    # Imported here: only a file with a fault needs it, and it costs a hundredth of what a run takes.
    from difflib import get_close_matches

    by_folded = {k.casefold(): k for k in known}
    folded = word.casefold().replace(" ", "_").replace("-", "_")
    return [by_folded[m] for m in get_close_matches(folded, by_folded, n=1, cutoff=0.7)]


def _homes(key: str) -> list[str]:
    """Return the dotted paths at which `key` is known, the shortest first."""
    found: list[str] = []

    def walk(part: type[Del], path: str) -> None:
        for felt in part.felter.values():
            if felt.nøkkel == key and path:
                found.append(path)
            if below := del_i(felt.type):
                walk(below, f"{path}.{felt.nøkkel}" if path else felt.nøkkel)

    walk(Avtale, "")
    return sorted(found, key=lambda path: path.count("."))

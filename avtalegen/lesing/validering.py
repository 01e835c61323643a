"""From the Node tree to an `Avtale`, or to findings that say what the format expected and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from avtalegen.funn.diagnostic import Diagnostic, Fix, Severity
from avtalegen.lesing import Entry, Inherited, Mapping, Node, Scalar, Sequence, locate, to_data
from avtalegen.lesing.kommunenumre import fill_in_numbers
from avtalegen.lesing.nokler import can_hold, field_at, homes, is_typo, nearest, parts_keys
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import forkort
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
    """An `Avtale`, or None and the findings that stood in the way.

    `root` is the tree that was read: the one given, but for keys that are others misspelt.
    """

    avtale: Avtale | None
    diagnostics: tuple[Diagnostic, ...]
    root: Mapping


def build(root: Mapping, file: str) -> Built:
    """Validate the tree of one file against the format; every error is reported, not only the first.

    What stands under a key that is another one misspelt, is read as if it were spelt right: what is wrong with
    the spelling is one thing, and what is wrong below it another.
    """
    errors = _errors(root)
    if isinstance(errors, Avtale):
        return Built(errors, (), root)
    diagnostics: list[Diagnostic] = []
    while misspelt := dict(_misspelt(errors, root)):
        diagnostics += (_diagnosed(e, root, file) for e in errors if e["loc"] in misspelt)
        for route, key in misspelt.items():
            root = _renamed(root, route, key)
        errors = _errors(root)
        if isinstance(errors, Avtale):
            return Built(None, tuple(diagnostics), root)
    meant = {(*e["loc"][:-1], key) for e in errors if e["type"] == "extra_forbidden" for key in _near(e["loc"])}
    diagnostics += (_diagnosed(e, root, file) for e in errors if e["type"] != "missing" or e["loc"] not in meant)
    return Built(None, tuple(diagnostics), root)


def _errors(root: Mapping) -> Avtale | list[ErrorDetails]:
    """Return the agreement, or all that is wrong with it."""
    try:
        # In a file only the keys of the format count, not the names that Python needs for some of them.
        return Avtale.model_validate(fill_in_numbers(to_data(root)), by_alias=True, by_name=False)
    except ValidationError as error:
        return error.errors(include_url=False, include_input=False)


def _misspelt(errors: list[ErrorDetails], root: Mapping) -> Iterator[tuple[Route, str]]:
    """Yield the way to each key that is another one misspelt, and that one.

    It is when it resembles one that isn't there, and either is surely misspelt or has what can stand there.
    """
    taken: set[Route] = set()
    for error in errors:
        route = error["loc"]
        if error["type"] != "extra_forbidden" or not (near := _near(route)):
            continue
        mapping, key, right = _node_at(root, route[:-1]), str(route[-1]), (*route[:-1], near[0])
        if not isinstance(mapping, Mapping) or key not in mapping.entries or right in taken:
            continue
        there = mapping.entries.get(near[0])
        if there is not None and not (isinstance(there.value, Scalar) and there.value.value is None):
            continue
        if is_typo(key, near[0]) or can_hold(route, near[0], to_data(mapping.entries[key].value)):
            taken.add(right)
            yield route, near[0]


def _near(route: Route) -> list[str]:
    return nearest(str(route[-1]), parts_keys(route))


def _node_at(node: Node, route: Route) -> Node | None:
    """Return what a route of the long form leads to. One thing may stand where there could be a list."""
    for step in route:
        if isinstance(node, Mapping) and isinstance(step, str):
            if step not in node.entries:
                return None
            node = node.entries[step].value
        elif isinstance(node, Sequence) and isinstance(step, int):
            if step >= len(node.items):
                return None
            node = node.items[step]
        elif isinstance(node, Scalar) or step != 0:
            return None
    return node


def _renamed(node: Any, route: Route, key: str) -> Any:
    """Return the tree with another name for the key at the end of a route. The place of the name stays."""
    step, *rest = route
    if isinstance(node, Sequence) and isinstance(step, int):
        copy: Any = Sequence(node.line, node.column)
        copy.items = [*node.items]
        copy.items[step] = _renamed(node.items[step], tuple(rest), key)
    elif isinstance(step, int):
        return _renamed(node, tuple(rest), key)
    else:
        copy = Mapping(node.line, node.column)
        copy.entries = {
            (key if name == step and not rest else name): entry
            for name, entry in node.entries.items()
            if rest or name != key
        }
        if rest:
            entry = node.entries[step]
            below = _renamed(entry.value, tuple(rest), key)
            inherited = isinstance(entry, Inherited)
            copy.entries[step] = (
                Inherited(entry.key, below, entry.file, entry.via) if inherited else Entry(entry.key, below)
            )
    copy.end_column = node.end_column
    return copy


def _diagnosed(error: ErrorDetails, root: Node, file: str) -> Diagnostic:
    return _diagnostic(error, root, file)._replace(route=error["loc"])


def _diagnostic(error: ErrorDetails, root: Node, file: str) -> Diagnostic:
    route: Route = error["loc"]
    context: dict[str, Any] = error.get("ctx", {})
    span = locate(file, root, route)
    match error["type"]:
        case "missing" | "too_short":
            felt = field_at(route)
            message = f"«{route[-1]}» mangler{_under(route)}."
            return Diagnostic(MISSING, Severity.FEIL, message, span, _example(felt) if felt else None)
        case "extra_forbidden":
            span = locate(file, root, route, key=True)
            message = f"«{forkort(str(route[-1]))}» er ikke en kjent nøkkel{_under(route)}."
            key, near = str(route[-1]), nearest(str(route[-1]), parts_keys(route))
            fix = Fix(span, key, near[0]) if near and is_typo(key, near[0]) else None
            return Diagnostic("SKJ002", Severity.FEIL, message, span, _suggest_key(route, near), fix=fix)
        case "valg":
            near = nearest(context["skrevet"], context["valg"])
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


def _suggest_key(route: Route, near: list[str]) -> str:
    """Say which known key is meant, where the key belongs, or which keys there are."""
    key = str(route[-1])
    if near:
        return f"Mente du «{near[0]}»?"
    if elsewhere := homes(key):
        return f"«{forkort(key)}» hører hjemme under {' eller '.join(f'«{home}»' for home in elsewhere[:3])}."
    return f"Nøklene som kan stå her, er {', '.join(parts_keys(route))}."

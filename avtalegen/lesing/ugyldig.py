"""What the format expected, and where, of a file that Pydantic could not make an agreement of."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import partial
from typing import Any

from pydantic_core import ErrorDetails

from avtalegen.funn.begge import Begge, i_nynorsk
from avtalegen.funn.diagnostic import Diagnostic, Fix, Rute, Severity
from avtalegen.funn.ordlyd import mente_du
from avtalegen.lesing import Entry, Inherited, Mapping, Node, Scalar, Sequence, fasong, locate, to_data
from avtalegen.lesing.kolon import in_texts
from avtalegen.lesing.ment import here, is_known, råd, words_key
from avtalegen.lesing.nokler import field_at, may_hold, nearest, parts_keys
from avtalegen.lesing.ordlikhet import slip
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import del_i, forkort
from avtalegen.modell.eksempler import eksempel
from avtalegen.modell.felt import Felt

MOST_ERRORS = 500
"""Errors in one file that are told one by one: there is nothing to read of a file that has more."""


def explain(
    errors: list[ErrorDetails], root: Mapping, file: str, read: Callable[[Mapping], Avtale | list[ErrorDetails]]
) -> tuple[tuple[Diagnostic, ...], Mapping]:
    """Return what is wrong with a tree that has errors, and the tree with the keys that are others misspelt put right.

    `read` gives the agreement that a tree is, or its errors.
    """
    if len(errors) > MOST_ERRORS:
        return (*(_diagnosed(e, root, file) for e in errors[:MOST_ERRORS]), _too_many(errors, root, file)), root
    # A text with a colon or a comma in it is one thing that is wrong, and not all that is wrong with it as keys.
    texts = dict(in_texts(errors, partial(_node_at, root), root, file))
    diagnostics = [found for found in texts.values() if found]
    errors = _others(errors, texts)
    while misspelt := dict(_misspelt(errors, root)):
        diagnostics += (_diagnosed(e, root, file) for e in errors if e["loc"] in misspelt)
        for route, key in misspelt.items():
            root = _renamed(root, route, key)
        again = read(root)
        if isinstance(again, Avtale):
            return tuple(diagnostics), root
        errors = _others(again, texts)
    unknown = [e["loc"] for e in errors if e["type"] == "extra_forbidden"]
    meant = {(*route[:-1], here(route, _value_at(root, route))) for route in unknown}
    diagnostics += (_diagnosed(e, root, file) for e in errors if e["type"] != "missing" or e["loc"] not in meant)
    return tuple(diagnostics), root


def _too_many(errors: list[ErrorDetails], root: Node, file: str) -> Diagnostic:
    """Say at the first error that isn't told, how many there are, and that the rules have not looked at the rest."""
    most, all_ = (f"{number:,}".replace(",", " ") for number in (MOST_ERRORS, len(errors)))
    first = errors[MOST_ERRORS]
    span = locate(file, root, first["loc"], key=first["type"] == "extra_forbidden")
    message = Begge(
        f"Filen har {all_} feil i formatet. Bare de første {most} er regnet med, og reglene har ikke sett "
        "på det andre i filen.",
        f"Fila har {all_} feil i formatet. Berre dei første {most} er rekna med, og reglane har ikkje sett "
        "på det andre i fila.",
    )
    hint = Begge(
        "Kontroller at dette er riktig fil. Er den det, så rett det som er vist, og prøv en gang til.",
        "Kontroller at dette er rett fil. Er ho det, så rett det som er vist, og prøv ein gong til.",
    )
    return Diagnostic("SKJ006", Severity.FEIL, message, span, hint)


def _others(errors: list[ErrorDetails], routes: Container[Rute]) -> list[ErrorDetails]:
    """Return the errors that are not at or below any of the routes."""
    return [e for e in errors if not any(e["loc"][:end] in routes for end in range(len(e["loc"]) + 1))]


def _misspelt(errors: list[ErrorDetails], root: Mapping) -> Iterator[tuple[Rute, str]]:
    """Yield the way to each key that is another one misspelt, and that one.

    It is when it resembles one that isn't there, and either is surely misspelt or has what can stand there.
    """
    taken: set[Rute] = set()
    for error in errors:
        route = error["loc"]
        value = _value_at(root, route)
        if error["type"] != "extra_forbidden" or not (near := here(route, value)):
            continue
        mapping, key, right = _node_at(root, route[:-1]), str(route[-1]), (*route[:-1], near)
        if not isinstance(mapping, Mapping) or key not in mapping.entries or right in taken:
            continue
        if near in _given(root, route):
            continue
        if _is_typo(key, near) or may_hold(route, near, value) or _is_its_word(route, value, near, []):
            taken.add(right)
            yield route, near


def _is_typo(key: str, known: str) -> bool:
    """Tell whether a key is surely a known one misspelt, and can be put right without asking."""
    return slip(key, known) and not is_known(key)


def _is_its_word(route: Rute, value: Any, known: str, given: list[str]) -> bool:
    """Tell whether a key is a word that people use for a known one, and for no other there, and can be put right."""
    return known not in given and words_key(route) == known and _may_stand(route, known, value)


def _may_stand(route: Rute, known: str, value: Any) -> bool:
    """Tell whether a value can stand at a key, or what is wrong with it is inside it."""
    felt = field_at((*route[:-1], known))
    return may_hold(route, known, value) or bool(felt and del_i(felt.type) and isinstance(value, dict | list))


def _value_at(root: Node, route: Rute) -> Any:
    node = _node_at(root, route)
    return None if node is None else to_data(node)


def _given(root: Node, route: Rute) -> list[str]:
    """Return the known keys with something after them where a route ends."""
    mapping = _node_at(root, route[:-1])
    entries = mapping.entries if isinstance(mapping, Mapping) else {}
    there = ((key, entries[key].value) for key in parts_keys(route) if key in entries)
    return [key for key, value in there if not (isinstance(value, Scalar) and value.value is None)]


def _node_at(node: Node, route: Rute) -> Node | None:
    """Return what a route of the long form leads to, where a short form may stand for it."""
    for step in route:
        if isinstance(node, Mapping) and isinstance(step, str):
            if step not in node.entries:
                return None
            node = node.entries[step].value
        elif isinstance(node, Sequence) and isinstance(step, int):
            if step >= len(node.items):
                return None
            node = node.items[step]
        elif isinstance(node, Sequence):
            continue  # a list that stands for the part with the list
        elif isinstance(node, Scalar) or step != 0:
            return None
    return node


def _renamed(node: Any, route: Rute, key: str) -> Any:
    """Return the tree with another name for the key at the end of a route. The place of the name stays."""
    step, *rest = route
    if isinstance(node, Sequence) and isinstance(step, int):
        copy: Any = Sequence(node.line, node.column)
        copy.items = [*node.items]
        copy.items[step] = _renamed(node.items[step], tuple(rest), key)
    elif isinstance(step, int) or isinstance(node, Sequence):
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
    route: Rute = error["loc"]
    context: dict[str, Any] = error.get("ctx", {})
    span = locate(file, root, route)
    match error["type"]:
        case "missing" | "too_short":
            felt = field_at(route)
            message = Begge(f"«{route[-1]}» mangler{_under(route)}.", f"«{route[-1]}» manglar{_under(route)}.")
            return Diagnostic("SKJ001", Severity.FEIL, message, span, _example(felt) if felt else None)
        case "extra_forbidden":
            span = locate(file, root, route, key=True)
            message = Begge(
                f"«{forkort(str(route[-1]))}» er ikke en kjent nøkkel{_under(route)}.",
                f"«{forkort(str(route[-1]))}» er ikkje ein kjend nøkkel{_under(route)}.",
            )
            key, value = str(route[-1]), _value_at(root, route)
            right = here(route, value)
            sure = right and (_is_typo(key, right) or _is_its_word(route, value, right, _given(root, route)))
            fix = Fix(span, key, right) if right and sure else None
            said = råd(route, value, _given(root, route)) or _own_heading(route) or _all_keys(route)
            return Diagnostic("SKJ002", Severity.FEIL, message, span, said, fix=fix)
        case "valg":
            near = nearest(context["skrevet"], context["valg"])
            hint = mente_du(near[0]) + " " + context["råd"] if near else context["råd"]
            return Diagnostic("SKJ004", Severity.FEIL, context["melding"], span, hint)
        case "uleselig":
            return Diagnostic("SKJ005", Severity.FEIL, context["melding"], span, context["råd"])
        case "fasong":
            hint = context["råd"] or _shape(route, _value_at(root, route))
            return Diagnostic("SKJ003", Severity.FEIL, context["melding"], span, hint)
    raise AssertionError(f"Pydantic gave an error that the models can't give: {error['type']}")


def _shape(route: Rute, value: Any) -> Begge:
    felt = field_at(next(route[: n + 1] for n in reversed(range(len(route))) if isinstance(route[n], str)))
    assert felt is not None, "what has no place in the format is no value in it"
    return fasong.råd(felt, value)


def _under(route: Rute) -> str:
    names = [step for step in route[:-1] if isinstance(step, str)]
    return f" i «{names[-1]}»" if names else ""


def _example(felt: Felt) -> Begge:
    about = Begge(felt.beskrivelse, i_nynorsk(felt.beskrivelse))
    vist = eksempel(felt)
    if vist is None:
        return about
    if ": " in vist:
        return about + Begge(
            f" Skriv «{felt.nøkkel}:» på én linje, og «  {vist}» på linjen under.",
            f" Skriv «{felt.nøkkel}:» på éi linje, og «  {vist.nn}» på linja under.",
        )
    return about + Begge(
        f" Skriv for eksempel «{felt.nøkkel}: {vist}».", f" Skriv til dømes «{felt.nøkkel}: {vist.nn}»."
    )


def _own_heading(route: Rute) -> Begge | None:
    """Say where a section of their own stands to somebody who wrote its heading as a key: it has several words."""
    heading = " ".join(str(route[-1]).split())
    if (
        " " not in heading
        or not heading[:1].isupper()
        or {s for s in route[:-1] if isinstance(s, str)} - {"lokale_avsnitt"}
    ):
        return None
    heading = heading[:1] + heading[1:].lower() if heading.isupper() else heading
    says = forkort(heading).replace('"', "'")
    return Begge(
        "Et eget avsnitt har overskriften og teksten hver for seg. Skriv for eksempel "
        f'«lokale_avsnitt: [{{overskrift: "{says}", tekst: …}}]».',
        "Eit eige avsnitt har overskrifta og teksten kvar for seg. Skriv til dømes "
        f'«lokale_avsnitt: [{{overskrift: "{says}", tekst: …}}]».',
    )


def _all_keys(route: Rute) -> Begge:
    """Say which keys there are, and where to read about them."""
    names = [step for step in route[:-1] if isinstance(step, str)]
    more = (
        Begge(f"«avtalegen forklar {'.'.join(names)}» sier", f"«avtalegen forklar {'.'.join(names)}» seier")
        if names
        else Begge("docs/format.md sier", "docs/format.md seier")
    )
    return Begge(
        f"Nøklene som kan stå her, er {', '.join(parts_keys(route))}. {more} hva de er til.",
        f"Nøklane som kan stå her, er {', '.join(parts_keys(route))}. {more.nn} kva dei er til.",
    )

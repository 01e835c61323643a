"""A colon or a comma inside a text that has no quotes: to YAML it makes a key, to the one who wrote it, it is text.

Told as that one thing, and not as the key that is unknown and the one that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity
from avtalegen.lesing import Mapping, Node, Scalar, locate
from avtalegen.lesing import Sequence as Items
from avtalegen.lesing.ment import elsewhere, here, is_known
from avtalegen.lesing.nokler import field_at, part_at
from avtalegen.modell.base import forkort
from avtalegen.modell.deler import Punkt
from avtalegen.modell.former import TEKSTER, MarkdownTekst

_TEXTS = (*TEKSTER, MarkdownTekst)
_LONGEST = 70


def in_texts(
    errors: Sequence[Any], node_at: Callable[[Rute], Node | None], root: Mapping, file: str
) -> Iterator[tuple[Rute, Diagnostic | None]]:
    """Yield what is a text with a colon or a comma in it, and the way to it: all that is wrong below it is this.

    Of several commas in a text only the first has a finding; the others are the same thing.
    `errors` are those of Pydantic, and `node_at` returns what a route leads to in the tree.
    """
    seen: set[Rute] = set()
    for error in errors:
        route: Rute = error["loc"]
        unknown = error["type"] == "extra_forbidden"
        at = route[:-1] if unknown else route
        mapping = node_at(at)
        if not isinstance(mapping, Mapping) or at in seen:
            continue
        if unknown and (commas := _commas(at, mapping, errors)):
            seen.add(at)
            yield from _told_of_commas(at, mapping, commas, root, file)
            continue
        item = isinstance(node_at(at[:-1]), Items)
        if unknown:
            text = item and _may_be_text(route, mapping)
        else:
            text = (
                error["type"] == "fasong" and _is_text(at) and (item or _begins_text(next(iter(mapping.entries), "")))
            )
        if text and (found := _colon(at, mapping, root, file, "SKJ002" if unknown else "SKJ003")):
            seen.add(at)
            yield at, found


def _is_text(route: Rute) -> bool:
    """Tell whether a route leads to what the format has a text for, alone or in a list."""
    names = [n for n, step in enumerate(route) if isinstance(step, str)]
    field = field_at(route[: names[-1] + 1]) if names else None
    return field is not None and field.type in _TEXTS


def _may_be_text(route: Rute, mapping: Mapping) -> bool:
    """Tell whether an item of a list is rather a text than a part with one key that the format doesn't have.

    A key begins with a small letter, and is one word; one in a capital letter is a key only if it is enough of one. A
    point says what is to be done, so there any word that is no key at all may begin a text.
    """
    part = part_at(route[:-1])
    short = part.felter[part.kortform] if part and part.kortform else None
    if not part or not short or short.type not in _TEXTS or len(mapping.entries) != 1:
        return False
    key = str(route[-1])
    if near := here(route, None):
        return key[:1].isupper() and any(felt.påkrevd and felt.nøkkel != near for felt in part.felter.values())
    return _begins_text(key) or (issubclass(part, Punkt) and not is_known(key) and not elsewhere(route))


def _begins_text(key: str) -> bool:
    return key[:1].isupper() or " " in key


def _colon(route: Rute, mapping: Mapping, root: Mapping, file: str, code: str) -> Diagnostic | None:
    if len(mapping.entries) != 1:
        return None
    ((key, entry),) = mapping.entries.items()
    if not isinstance(entry.value, Scalar):
        return None
    text = f"{key}: {entry.value.value or ''}".strip()
    message = Begge(
        f"Kolonet gjør «{forkort(key)}» til en nøkkel. Her skal det stå en tekst.",
        f"Kolonet gjer «{forkort(key)}» til ein nøkkel. Her skal det stå ein tekst.",
    )
    span = locate(file, root, (*route, key), key=True)
    hint = Begge(
        f"Sett anførselstegn rundt hele teksten: {_quoted(text)}",
        f"Set hermeteikn rundt heile teksten: {_quoted(text)}",
    )
    return Diagnostic(code, Severity.FEIL, message, span, hint, route=(*route, key))


def _commas(route: Rute, mapping: Mapping, errors: Sequence[Any]) -> dict[str, list[str]]:
    """Return the keys in brackets that are the rest of a text with commas, by the key that has the text."""
    if mapping.end_column <= mapping.column:
        return {}
    unknown = {str(error["loc"][-1]) for error in errors if error["loc"][:-1] == route}
    found: dict[str, list[str]] = {}
    last: str | None = None
    for key, entry in mapping.entries.items():
        value = entry.value
        if not isinstance(value, Scalar) or value.value is not None:
            last = key if isinstance(value, Scalar) else None
        elif last and key in unknown:
            found.setdefault(last, []).append(key)
    return found


def _told_of_commas(
    route: Rute, mapping: Mapping, commas: dict[str, list[str]], root: Mapping, file: str
) -> Iterator[tuple[Rute, Diagnostic | None]]:
    for key, rest in commas.items():
        value = mapping.entries[key].value
        assert isinstance(value, Scalar)
        hint = Begge(
            f"Sett anførselstegn rundt hele teksten: {key}: {_quoted(', '.join((value.value or '', *rest)))}",
            f"Set hermeteikn rundt heile teksten: {key}: {_quoted(', '.join((value.value or '', *rest)))}",
        )
        for n, one in enumerate(rest):
            message = Begge(
                f"Kommaet gjør «{forkort(one)}» til en nøkkel for seg. Det hører nok til teksten foran.",
                f"Kommaet gjer «{forkort(one)}» til ein nøkkel for seg. Det høyrer nok til teksten framfor.",
            )
            span = locate(file, root, (*route, one), key=True)
            told = Diagnostic("SKJ002", Severity.FEIL, message, span, hint, route=(*route, one))
            yield (*route, one), None if n else told


def _quoted(text: str) -> str:
    text = forkort(text, _LONGEST)
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'

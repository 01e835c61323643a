"""What the format has at a place: the part, the keys that may stand there, and where else a key is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing.ordlikhet import folded
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt

UNREAD = "ulest linje"
"""How the key begins that stands for a line that is no YAML (`videre`): it may have said anything of its part."""


def can_hold(route: Rute, key: str, value: object) -> bool:
    """Tell whether a value can stand at another key than the one at the end of the route, as more than words there."""
    part = part_of(route)
    try:
        made = part.model_validate({key: value}, by_alias=True, by_name=False)
    except ValidationError as error:
        return all(e["loc"][:1] != (key,) for e in error.errors(include_url=False, include_input=False))
    read = getattr(made, part.felter[key].navn) if key in part.felter else None
    return not any(getattr(one, "ord", None) for one in (read, *(read if isinstance(read, tuple) else ())))


_MOST_TRIED = 100
"""Items of a list that are tried at another key: one that none of them fits, is hardly meant."""


def may_hold(route: Rute, key: str, value: object) -> bool:
    """Tell what `can_hold` does, of the first items of each list in a value: it is asked of key after key."""
    return can_hold(route, key, _beginning(value))


def _beginning(value: object) -> object:
    if isinstance(value, list):
        return [_beginning(one) for one in value[:_MOST_TRIED]]
    return {key: _beginning(one) for key, one in value.items()} if isinstance(value, dict) else value


def part_at(route: Rute) -> type[Del] | None:
    """Return the class of the mapping that a route leads to, None when it leads to a value or a list."""
    part: Any = Avtale
    field: Felt | None = None
    for step in route:
        if isinstance(step, str):
            field = part.felter.get(step) if part else None
            part = del_i(field.type) if field else None
    in_list = not route or isinstance(route[-1], int) or not (field and field.mange)
    return part if in_list else None


def _parts(route: Rute) -> Iterator[type[Del]]:
    """Yield the class that holds each mapping along the route, the outermost first."""
    part: Any = Avtale
    for step in route:
        yield part
        if isinstance(step, str):
            felt = part.felter.get(step)
            part = del_i(felt.type) if felt else None
            if part is None:
                return


def field_at(route: Rute) -> Felt | None:
    """Return the field that a route leads to, None when the format has none there."""
    return part_of(route).felter.get(str(route[-1]))


def part_of(route: Rute) -> type[Del]:
    """Return the class of the mapping that the key at the end of a route stands in."""
    return list(_parts(route))[-1]


def parts_keys(route: Rute) -> Sequence[str]:
    """Return the keys that may stand where the route ends."""
    return list(part_of(route).felter)


def nearest(word: str, known: Sequence[str]) -> list[str]:
    """Return the one among the known words that resembles `word` most, if any does."""
    # Imported here: only a file with a fault needs it, and it costs a hundredth of what a run takes.
    from difflib import get_close_matches

    by_folded = {folded(k): k for k in known}
    return [by_folded[m] for m in get_close_matches(folded(word), by_folded, n=1, cutoff=0.7)]


def homes(key: str) -> list[str]:
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

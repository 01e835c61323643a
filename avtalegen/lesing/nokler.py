"""Which key is meant by one that the format doesn't know."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt

Route = tuple[str | int, ...]


def kan_være(route: Route, value: object, given: Collection[str]) -> list[Route]:
    """Return the ways to what the unknown key at the end of a route may stand for.

    It is the key that it resembles. Otherwise it is any that isn't `given` in the same mapping and that can hold the
    `value`, or the same key where the format has it.
    """
    key, above = str(route[-1]), route[:-1]
    if near := [known for known in nearest(key, parts_keys(route)) if known not in given]:
        return [(*above, near[0])]
    absent = [known for known in parts_keys(route) if known not in given]
    fitting = [known for known in absent if can_hold(route, known, value)]
    elsewhere: list[Route] = [(*home.split("."), key) for home in homes(key)]
    if key in Avtale.felter:
        elsewhere.append((key,))
    return [*((*above, known) for known in fitting or absent), *elsewhere]


def can_hold(route: Route, key: str, value: object) -> bool:
    """Tell whether a value can stand at another key than the one at the end of the route."""
    try:
        list(_parts(route))[-1].model_validate({key: value}, by_alias=True, by_name=False)
    except ValidationError as error:
        return all(e["loc"][:1] != (key,) for e in error.errors(include_url=False, include_input=False))
    return True


def part_at(route: Route) -> type[Del] | None:
    """Return the class of the mapping that a route leads to, None when it leads to a value or a list."""
    part: Any = Avtale
    field: Felt | None = None
    for step in route:
        if isinstance(step, str):
            field = part.felter.get(step) if part else None
            part = del_i(field.type) if field else None
    in_list = not route or isinstance(route[-1], int) or not (field and field.mange)
    return part if in_list else None


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


def field_at(route: Route) -> Felt | None:
    """Return the field that a route leads to, None when the format has none there."""
    return list(_parts(route))[-1].felter.get(str(route[-1]))


def parts_keys(route: Route) -> Sequence[str]:
    """Return the keys that may stand where the route ends."""
    return list(list(_parts(route))[-1].felter)


_SHORTEST_TYPO = 6
_PLAIN = str.maketrans({"å": "a", "ø": "o", "æ": "e", "-": "_", " ": "_"})


def is_typo(key: str, known: str) -> bool:
    """Tell whether `key` is surely `known` misspelt: the same without æøå, or one letter away in a long word.

    A key that is known elsewhere in the format is no misspelling of another one, however alike they are.
    """
    if key in Avtale.felter or homes(key):
        return False
    a, b = (word.casefold().replace("ae", "e").translate(_PLAIN) for word in (key, known))
    return a == b or (min(len(a), len(b)) >= _SHORTEST_TYPO and _one_letter_away(a, b))


def _one_letter_away(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    same = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    rest = short[same + 1 :] if len(short) == len(long) else short[same:]
    swapped = short[same : same + 2] == long[same : same + 2][::-1] and short[same + 2 :] == long[same + 2 :]
    return len(long) - len(short) <= 1 and (rest == long[same + 1 :] or swapped)


def nearest(word: str, known: Sequence[str]) -> list[str]:
    """Return the one among the known words that resembles `word` most, if any does."""
    # Imported here: only a file with a fault needs it, and it costs a hundredth of what a run takes.
    from difflib import get_close_matches

    by_folded = {k.casefold(): k for k in known}
    folded = word.casefold().replace(" ", "_").replace("-", "_")
    return [by_folded[m] for m in get_close_matches(folded, by_folded, n=1, cutoff=0.7)]


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

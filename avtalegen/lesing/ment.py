"""Which key is meant by one that the format doesn't have there: here, or in another place.

The other words that people use for a key stand at the field (`felt(..., andre_ord=…)`). A wrong answer is worse than
none: whoever follows it gets a sentence that says something else than what was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute
from avtalegen.funn.ordlyd import mente_du
from avtalegen.lesing.nokler import UNREAD, homes, may_hold, part_of, parts_keys
from avtalegen.lesing.ordlikhet import folded, resembles, slip, stem
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, Ordvalg, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import TEKSTER
from avtalegen.modell.senere import senere

Path = tuple[str, ...]

_ABOUT_ALL = ("avtale", "periode", "parter")
"""The sections that are about the agreement as a whole. What stands in another one is about what its key says."""
_MOST_PLACES = 2
_SHORTEST_WORD = 7
_LINK = senere(r"(?:enes|anes|ets|ens|s|e)?")


class Sted(NamedTuple):
    """A key of the format: the way to it without positions, the part that has it, and its field."""

    sti: Path
    part: type[Del]
    felt: Felt


@cache
def steder() -> tuple[Sted, ...]:
    """Return every key of the format, those at the top first."""
    found: list[Sted] = []

    def walk(part: type[Del], above: Path) -> None:
        for felt in part.felter.values():
            found.append(Sted((*above, felt.nøkkel), part, felt))
            if below := del_i(felt.type):
                walk(below, (*above, felt.nøkkel))

    walk(Avtale, ())
    return tuple(sorted(found, key=lambda sted: len(sted.sti)))


@cache
def _keys(form: Callable[[str], str]) -> frozenset[str]:
    """Return every key of the format in a form: most unknown keys are none of them, and need not be looked for."""
    return frozenset(form(sted.sti[-1]) for sted in steder())


@cache
def _words(form: Callable[[str], str]) -> frozenset[str]:
    """Return in a form every other word that people use for a key."""
    return frozenset(form(other) for sted in steder() for other in sted.felt.andre_ord)


def is_known(key: str) -> bool:
    """Tell whether the format has the key somewhere."""
    return key in _keys(str)


def here(route: Rute, value: object) -> str | None:
    """Return the key of the same mapping that is meant by the unknown one at the end of a route, if that is clear.

    `value` is what stands there: what can't be read at a key that is only like it, is not meant for it.
    """
    key, part = str(route[-1]), part_of(route)
    names = [step for step in route[:-1] if isinstance(step, str)]
    if found := _same(route, value, key) or _same(route, value, _without(key, names[-1] if names else "")):
        return found.nøkkel
    inflected = [felt for felt in part.felter.values() if stem(felt.nøkkel) == stem(key)]
    # «roller» is hardly which of two words «rolle» is; any other value is asked for in the form that it should have.
    if len(inflected) == 1 and (not _is_choice(inflected[0]) or may_hold(route, inflected[0].nøkkel, value)):
        return inflected[0].nøkkel
    if found := _fitting(route, value, _with_word(key, part.felter.values(), stem)):
        return found.nøkkel
    # A word that is known elsewhere is no misspelling of one here, however alike they are.
    if is_known(key):
        return None
    return _misspelt(route, key, part, value)


def words_key(route: Rute) -> str | None:
    """Return the one key of the same mapping that the unknown one at the end of a route is another word for, if any.

    A word that is a key elsewhere may be in the wrong place.
    """
    key, felter = str(route[-1]), part_of(route).felter.values()
    for form in (folded, stem) if not is_known(key) else ():
        if same := _with_word(key, felter, form):
            return same[0].nøkkel if len(same) == 1 else None
    return None


def _is_choice(felt: Felt) -> bool:
    return isinstance(felt.type, type) and issubclass(felt.type, Ordvalg)


def _same(route: Rute, value: object, key: str) -> Felt | None:
    """Return the field whose key, or other word, it is, when not for æ, ø, å, hyphens and the like."""
    word, fields = folded(key), part_of(route).felter.values()
    same = [felt for felt in fields if word and folded(felt.nøkkel) == word]
    return _fitting(route, value, same or _with_word(key, fields, folded))


def _fitting(route: Rute, value: object, fields: list[Felt]) -> Felt | None:
    """Return the one field, or of several with the same word the one that is made for such a value.

    «innkalling» is who calls the meeting, or how long before it: a text may be anything, and two weeks may not.
    """
    if len(fields) > 1:
        fields = [felt for felt in fields if may_hold(route, felt.nøkkel, value)]
        fields = [felt for felt in fields if felt.type not in TEKSTER] or fields
    return fields[0] if len(fields) == 1 else None


def _with_word(key: str, felter: Iterable[Felt], form: Callable[[str], str]) -> list[Felt]:
    word = form(key)
    if word not in _words(form):
        return []
    return [felt for felt in felter if any(form(other) == word for other in felt.andre_ord)]


def _without(key: str, name: str) -> str:
    """Return a key without the name of what it stands in: «møtested» in «møter» is «sted»."""
    word, front = folded(key), stem(name)
    if len(front) < 3 or not word.startswith(front):
        return ""
    return _LINK.sub("", word[len(front) :], count=1)


def _misspelt(route: Rute, key: str, part: type[Del], value: object) -> str | None:
    best = _most_like(key, part)
    if len(best) != 1 or not (slip(key, best[0]) or may_hold(route, best[0], value)):
        return None
    return best[0]


@lru_cache(maxsize=2_000)
def _most_like(key: str, part: type[Del]) -> tuple[str, ...]:
    """Return the keys of a part that an unknown one is most like."""
    near: dict[str, int] = {}
    for felt in part.felter.values():
        letters = [resembles(key, felt.nøkkel)]
        # Of a word that is not the key itself, only a slip in a long one is sure.
        letters += [1 for other in felt.andre_ord if len(folded(other)) >= _SHORTEST_WORD and slip(key, other)]
        if known := [n for n in letters if n is not None]:
            near[felt.nøkkel] = min(known)
    return tuple(felt for felt, letters in near.items() if letters == min(near.values()))


def elsewhere(route: Rute) -> list[Path]:
    """Return the ways to what is meant by an unknown key in other parts of the format: at most two, most often none.

    Below the mapping where it stands, in those around it, at the top; in the rest of the format only from a section
    about the agreement as a whole.
    """
    key = str(route[-1])
    above = tuple(step for step in route[:-1] if isinstance(step, str))
    for depth in range(len(above), 0, -1):
        around = above[:depth]
        inside = [sted for sted in steder() if sted.sti[:depth] == around and len(sted.sti) > depth]
        if around != above and (found := _places(key, _at_top(inside, depth)) or _worded(key, _at_top(inside, depth))):
            return found
        if around == above:
            # What is beside it, `here` has looked at.
            whole, inside = inside, [sted for sted in inside if len(sted.sti) > depth + 1]
        if found := _places(key, inside):
            return _few(found)
        if around == above and (found := _inflected(key, inside) or _worded(key, inside) or _compound(key, whole)):
            return _few(found)
    if above and (top := [felt.nøkkel for felt in Avtale.felter.values() if folded(felt.nøkkel) == folded(key)]):
        return [(top[0],)]
    if above and above[0] not in _ABOUT_ALL:
        return []
    general = [sted for sted in steder() if len(sted.sti) == 2 and sted.sti[0] in _ABOUT_ALL]
    outermost = [sted for sted in steder() if len(sted.sti) == 1] if above else []
    for found in (
        _places(key, general),
        _worded(key, outermost) or _inflected(key, outermost),
        _worded(key, general) or _inflected(key, general),
    ):
        if found:
            return _few(found)
    if above and above[0] != _ABOUT_ALL[0]:
        return []
    return _few(_in_all_of_it(key))


def _in_all_of_it(key: str) -> list[Path]:
    """Return what is meant by a key at the top, or among what is said of the agreement itself."""
    if found := _places(key, steder()):
        # What is said without saying of what, is said of politirådet; any other part must have the word for itself.
        others = {(sted.part, sted.sti[-1]) for sted in steder() if folded(key) in map(folded, sted.felt.andre_ord)}
        return found if found[0][0] == "politiråd" or len(others) < _MOST_PLACES else []
    if len(folded(key)) >= _SHORTEST_WORD and (found := _inflected(key, steder())):
        return found
    # Far down, a word must be long to be one that is used of nothing else.
    likely = [sted for sted in steder() if len(sted.sti) <= 2 or len(folded(key)) >= _SHORTEST_WORD]
    return _worded(key, likely) or _compound(key, steder())


def _at_top(among: Iterable[Sted], depth: int) -> list[Sted]:
    return [sted for sted in among if len(sted.sti) == depth + 1]


def _few(found: list[Path]) -> list[Path]:
    return found if len(found) <= _MOST_PLACES else []


def _inflected(key: str, among: Iterable[Sted]) -> list[Path]:
    word = stem(key)
    return _outermost(sted.sti for sted in among if stem(sted.sti[-1]) == word) if word in _keys(stem) else []


def _compound(key: str, among: Iterable[Sted]) -> list[Path]:
    """Return the place of a key that is named with the part it belongs to: «møtefrekvens» is how often of «møter»."""
    alle = list(among)
    depth = min(len(sted.sti) for sted in alle) - 1 if alle else 0
    found: list[Path] = []
    for above in (sted.sti for sted in alle if len(sted.sti) == depth + 1 and del_i(sted.felt.type)):
        if not (rest := _without(key, above[-1])):
            continue
        below = [sted for sted in alle if sted.sti[:-1] == above]
        same = [sted.sti for sted in below if folded(sted.sti[-1]) == rest]
        found += same or [sted.sti for sted in below if _with_word(rest, [sted.felt], folded)]
    return found if len(found) == 1 else []


def _places(key: str, among: Iterable[Sted]) -> list[Path]:
    """Return where the key itself is known, without those below another one."""
    word = folded(key)
    return _outermost(sted.sti for sted in among if folded(sted.sti[-1]) == word) if word in _keys(folded) else []


def _worded(key: str, among: Iterable[Sted]) -> list[Path]:
    """Return the one place with a key that the word is another one for."""
    alle = list(among)
    for form in (folded, stem):
        word = form(key)
        if word not in _words(form):
            continue
        if found := _outermost(sted.sti for sted in alle if any(form(other) == word for other in sted.felt.andre_ord)):
            return found if len(found) == 1 else []
    return []


def _outermost(paths: Iterable[Path]) -> list[Path]:
    kept: list[Path] = []
    for path in paths:
        if not any(path[: len(one) - 1] == one[:-1] for one in kept):
            kept.append(path)
    return kept


def kan_være(route: Rute, value: object, given: Collection[str]) -> list[Rute]:
    """Return the ways to what the unknown key at the end of a route may stand for.

    It is the key that is meant. Otherwise it is any that isn't `given` in the same mapping and that can hold the
    `value`, or what may be meant in other parts of the format.
    """
    key, above = str(route[-1]), route[:-1]
    if (near := here(route, value)) and near not in given:
        return [(*above, near)]
    absent = [known for known in parts_keys(route) if known not in given]
    if key.startswith(UNREAD):
        named = key.rpartition(" ")[2]
        return [(*above, known) for known in ((named,) if named in absent else absent)]
    fitting = [known for known in absent if may_hold(route, known, value)]
    other: list[Rute] = [(*home.split("."), key) for home in homes(key)] if is_known(key) else []
    if key in Avtale.felter:
        other.append((key,))
    return [*((*above, known) for known in fitting or absent), *other, *elsewhere(route)]


def råd(route: Rute, value: object, given: Iterable[str]) -> Begge | None:
    """Return what to say to somebody who wrote the unknown key at the end of a route; None when we can't tell.

    `given` are the other keys of the mapping.
    """
    key = str(route[-1])
    around = tuple(step for step in route[:-1] if isinstance(step, str))
    if near := here(route, value):
        # «beredskapsplan» names the section it has in the format, whatever section it was written in.
        also = [path for path in _places(key, steder()) if path[-1] == key and path[:1] != around[:1]]
        also = [path for path in also if len(path) > 1 and folded(key).startswith(stem(path[0]))]
        text = mente_du(near)
        if near in given:
            text += likt(" Den nøkkelen står her alt.")
        return (
            Begge(
                f"{text} «{key}» kan også stå under «{'.'.join(also[0][:-1])}».",
                f"{text.nn} «{key}» kan også stå under «{'.'.join(also[0][:-1])}».",
            )
            if also
            else text
        )
    places = elsewhere(route)
    if not places:
        return None
    if folded(places[0][-1]) != folded(key):
        path, home = places[0], ".".join(places[0][:-1])
        place = (
            Begge(f"Da skal «{path[-1]}» stå under «{home}».", f"Då skal «{path[-1]}» stå under «{home}».")
            if home
            else Begge("Den hører hjemme helt til venstre i filen.", "Han høyrer heime heilt til venstre i fila.")
        )
        return mente_du(".".join(path)) + " " + place
    if len(places[0]) == 1:
        return Begge(
            f"«{places[0][0]}» hører hjemme helt til venstre i filen, ikke under «{around[-1]}».",
            f"«{places[0][0]}» høyrer heime heilt til venstre i fila, ikkje under «{around[-1]}».",
        )
    homes = " eller ".join(f"«{'.'.join(path[:-1])}»" for path in places)
    return Begge(f"«{places[0][-1]}» hører hjemme under {homes}.", f"«{places[0][-1]}» høyrer heime under {homes}.")

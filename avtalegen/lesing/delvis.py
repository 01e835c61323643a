"""What can be read of an agreement with errors in it: the rest of it, and what could not be read as text.

Nothing else is made of it than findings: it is no agreement, and never becomes a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import Mapping, to_data
from avtalegen.lesing.kommunenumre import fill_in_numbers, number_of
from avtalegen.lesing.ment import kan_være
from avtalegen.lesing.nokler import can_hold, field_at, part_at, parts_keys
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.deler import Rolle
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import TEKSTER, MarkdownTekst
from avtalegen.modell.lokaltekst import er_navn
from avtalegen.modell.ufylt import UFYLT


class Delvis(NamedTuple):
    """What could be read. Routes are those of the long form, with a number for each list.

    `uleste` are the fields and list items of which nothing is in `avtale`, or only what fills their place; `tomme` are
    those of them that not even a text is left of. `mulige` are the fields that an unknown key may stand for; the
    numbers of lists may be left out in them. `lister` are those of which the length isn't known. `tekster` are the
    texts in what could not be read, each with the way to it.
    """

    avtale: Avtale
    uleste: frozenset[Rute]
    tomme: frozenset[Rute]
    mulige: frozenset[Rute]
    lister: frozenset[Rute]
    tekster: tuple[tuple[Rute, str], ...]


def read_in_part(root: Mapping) -> Delvis | None:
    """Return what can be read of a tree that is no `Avtale`, None when nothing can."""
    return _Leser(root).lest()


_IN_PLACE_OF = {"format": "1", "antall": "1", "dato": "2000-01-01"}
"""What stands in for a value that must be there, where a text can't."""
_MOST_ROUNDS = 20


class _Leser:
    """Takes out what can't be read, round by round, until the rest can."""

    def __init__(self, root: Mapping) -> None:
        self._short: set[Rute] = set()
        self._data = self._long(fill_in_numbers(to_data(root)), Avtale, ())
        self._uleste: set[Rute] = set()
        self._tomme: set[Rute] = set()
        self._mulige: set[Rute] = set()
        self._lister: set[Rute] = set()
        self._tekster: list[tuple[Rute, str]] = []
        self._filled: set[Rute] = set()

    def lest(self) -> Delvis | None:
        for _ in range(_MOST_ROUNDS):
            try:
                avtale = Avtale.model_validate(self._data, by_alias=True, by_name=False)
            except ValidationError as error:
                errors = error.errors(include_url=False, include_input=False)
            else:
                return Delvis(
                    avtale,
                    frozenset(self._uleste),
                    frozenset(self._tomme),
                    frozenset(self._mulige),
                    frozenset(self._lister),
                    tuple(self._tekster),
                )
            # An unknown key first: what it may stand for is asked of the mapping as it was written.
            for one in sorted(errors, key=lambda e: e["type"] != "extra_forbidden"):
                if not one["loc"]:
                    return None
                if one["type"] == "extra_forbidden":
                    self._take_out_key(one["loc"])
                else:
                    self._take_out(one["loc"])
        return None

    def _take_out_key(self, route: Rute) -> None:
        mapping = self._at(route[:-1])
        if not isinstance(mapping, dict) or route[-1] not in mapping:
            return
        value = mapping.pop(route[-1])
        if isinstance(value, list) and not mapping and len(route) > 1 and isinstance(route[-2], int):
            self._lister.add(route[:-2])  # what one key is put around, may be several things
        meant = kan_være(route, value, [key for key in parts_keys(route) if mapping.get(key) is not None])
        self._mulige.update(meant)
        if len(meant) == 1 and meant[0][:-1] == route[:-1]:
            route = meant[0]
        self._keep_text(route, value)

    def _take_out(self, route: Rute) -> None:
        """Take a value out, and put something in its place where something must be."""
        if route in self._filled and len(route) > 1:
            self._take_out(route[:-1])  # what was put there can't be read either
            return
        self._filled.add(route)
        place, step = self._at(route[:-1]), route[-1]
        value = None
        if isinstance(place, list) and isinstance(step, int) and step < len(place):
            value, place[step] = place[step], None
        elif isinstance(place, dict):
            value = place.pop(step, None)
        else:
            self._uleste.add(route)
            return
        if route[:-1] in self._short:
            self._uleste.add(route[:-1])
        if not (self._taken_out_of_lists(route, value) or self._kept_as_text(route, value)):
            self._fill(route, value)

    def _taken_out_of_lists(self, route: Rute, value: Any) -> bool:
        """Put back a value that there was only a list too much around. Tell whether it was."""
        place: Any = self._at(route[:-1])
        step = route[-1]
        around = isinstance(value, list)
        while isinstance(value, list) and len(value) == 1:
            (value,) = value
        if not around or value is None:
            return False
        if isinstance(place, dict):
            if fits := can_hold(route, str(step), value):
                place[step] = value
            return fits
        above, items = route[:-1], value if isinstance(value, list) else [value]
        if (len(items) > 1 and len(place) > 1) or not can_hold(above, str(above[-1]), items):
            return False
        place[step : int(step) + 1] = items
        return True

    def _kept_as_text(self, route: Rute, value: Any) -> bool:
        """Put back the words of what is read for what it says. Tell whether it is."""
        place: Any = self._at(route[:-1])
        step: Any = route[-1]
        texts = [*_texts(route, value)]
        if value is None and isinstance(step, str):
            texts = [one for one in self._tekster if one[0][: len(route) - 1] == route[:-1]]
        text = "\n".join(text for _, text in texts)
        part, field = part_at(route), _field_of(route)
        if not text:
            return False
        # Of more than one text, no answer is made («etablert», «gjelder»).
        if (
            part
            and part.kortform
            and is_prose((*route, part.kortform), part)
            and (isinstance(value, str) or _is_text(part.felter[part.kortform]))
        ):
            place[step] = {part.kortform: text}
            self._uleste.update((*route, key) for key in part.felter if key != part.kortform)
            if isinstance(place, list) and isinstance(value, list) and (len(value) > 1 or isinstance(value[0], list)):
                self._lister.add(route[:-1])
            return True
        if part or not _is_text(field) or not is_prose(route, part_at(route[: _last_name(route)])):
            return False
        place[step] = [text] if field and field.mange and isinstance(step, str) else text
        return True

    def _fill(self, route: Rute, value: Any) -> None:
        """Put something in the place of what nothing can be made of, where something must be."""
        place: Any = self._at(route[:-1])
        step: Any = route[-1]
        field = _field_of(route)
        below = del_i(field.type) if field else None
        if isinstance(place, list):
            place[step] = {} if below else UFYLT
            if isinstance(value, list):
                self._lister.add(route[:-1])
        elif route[:2] == ("parter", "kommuner") and step == "kommunenummer" and (number := number_of(place)):
            place[step] = number
            return
        elif field and (field.påkrevd or route == ("parter", "kommuner")):
            one: Any = {} if below else _IN_PLACE_OF.get(str(step), UFYLT)
            place[step] = [one] if field.mange else one
        self._uleste.add(route)
        says = isinstance(value, str) and not below
        says = says or (isinstance(value, dict | list) and any(_texts(route, value)))
        if not says and route not in self._mulige and (below or (_is_text(field) and is_prose(route, None))):
            self._tomme.add(route)
        self._keep_text(route, value)

    def _at(self, route: Rute) -> Any:
        place: Any = self._data
        for step in route:
            there = range(len(place)) if isinstance(place, list) else place if isinstance(place, dict) else ()
            if step not in there:
                return None
            place = place[step]
        return place

    def _long(self, data: Any, part: type[Del], route: Rute) -> Any:
        """Return the long form of what stands for a part, down to the values; as it is where it stands for none."""
        try:
            mapping: dict[str, Any] = part.langform(data)  # type: ignore[operator]
        except ValueError:
            return data
        if isinstance(data, str):
            self._short.add(route)
        for key, value in mapping.items():
            field = part.felter.get(key)
            below = del_i(field.type) if field else None
            if below and field and field.mange:
                mapping[key] = [self._long(one, below, (*route, key, n)) for n, one in enumerate(value)]
            elif below:
                mapping[key] = self._long(value, below, (*route, key))
        return mapping

    def _keep_text(self, route: Rute, value: Any) -> None:
        # A text that stands for a part is the text of the part.
        if isinstance(value, str) and (len(route) == 1 or isinstance(route[-1], int)):
            route = (*route, "tekst")
        self._tekster += _texts(route, value)


def _is_text(field: Felt | None) -> bool:
    """Tell whether a field holds what people write, as it is written."""
    return field is not None and field.type in (*TEKSTER, MarkdownTekst)


def _field_of(route: Rute) -> Felt | None:
    """Return the field that holds what a route leads to, alone or in a list."""
    return field_at(route[: _last_name(route) + 1])


def is_prose(route: Rute, part: type[Del] | None) -> bool:
    """Tell whether a text of a part is read for what it says, and not for who or what it names."""
    return not er_navn(route) and part not in (Rolle, Signatur)


def _last_name(route: Rute) -> int:
    return max(n for n, step in enumerate(route) if isinstance(step, str))


def _texts(route: Rute, value: Any) -> Iterator[tuple[Rute, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts((*route, key), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts((*route, number), inner)
    elif value:
        yield route, str(value)

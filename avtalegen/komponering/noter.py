"""The findings about an agreement as notes in its document, each at the heading that it concerns.

Which heading that is, follows from the route of the finding and `maler/noter.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from avtalegen.dokument.innhold import Block, Heading, Note, characters
from avtalegen.dokument.maler import MALER
from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.komponering.markdown import printable
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del

Route = tuple[str | int, ...]

_GRAVEST_FIRST = list(Severity)


def notes(findings: Iterable[Diagnostic], avtale: Avtale, blocks: Sequence[Block]) -> tuple[Note, ...]:
    """Return the findings about the agreement in the order of its document; of a heading, the gravest first.

    A finding without a route is about the YAML file, and has no place in the document.
    """
    headings = [block for block in blocks if isinstance(block, Heading)]
    order = {None: -1} | {heading.id: number for number, heading in enumerate(headings)}
    placed = [(place(found.route, avtale, headings), found) for found in findings if found.route is not None]
    placed.sort(key=lambda at: (order[at[0]], _GRAVEST_FIRST.index(at[1].severity)))
    return tuple(_note(block_id, found) for block_id, found in placed)


def place(route: Route, avtale: Avtale, headings: Sequence[Heading]) -> str | None:
    """Return the id of the heading that speaks of what `route` leads to; None when only the title does."""
    prefixes = [route[:end] for end in range(len(route), 0, -1)]
    places = _places()
    section = next((places.sections[key] for key in map(_key, prefixes) if key in places.sections), _key(route[:1]))
    # The headings of the template alone: those in a local text have longer ids.
    within = [heading for heading in headings if heading.id.rpartition("-")[0] == section]
    match route:
        case ("lokale_avsnitt", int(number), *_):
            return next((heading.id for heading in headings if heading.id == f"eget-{number + 1}"), None)
        case ("politikontakt", int(number), *_) if len(within) > number + 1:
            # When there are several, each has a heading, with one name or many.
            return within[number + 1].id
    for prefix in prefixes:
        # The heading of an item is called what the item is, not what its list is.
        named = () if isinstance(prefix[-1], int) else places.headings.get(_key(prefix), ())
        called = {*named, *_names(avtale, prefix)}
        for heading in within:
            if characters(heading.content).casefold() in called:
                return heading.id
    return within[0].id if within else None


def _note(block_id: str | None, found: Diagnostic) -> Note:
    label = " · ".join(filter(None, (found.code, found.severity.value, found.section)))
    # What the rules say is in bokmål, whatever the agreement is written in.
    return Note(block_id, label, printable(found.message), printable(found.hint) if found.hint else None, "nb")


class _Places(NamedTuple):
    """Of each key, with dots between the names: the section, and what a heading about it may be called, casefolded."""

    sections: dict[str, str]
    headings: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _places() -> _Places:
    data = read_yaml(MALER / "noter.yaml")
    return _Places(
        {key: section for section, keys in data["avsnitt"].items() for key in keys},
        {key: tuple(called.casefold().split(" / ")) for called, keys in data["overskrifter"].items() for key in keys},
    )


def _key(route: Route) -> str:
    return ".".join(step for step in route if isinstance(step, str))


def _names(avtale: Avtale, route: Route) -> Iterator[str]:
    """Give what the thing at the end of `route` is called in a heading, casefolded."""
    value: Any = avtale
    for step in route:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        elif isinstance(value, Del) and step in value.felter:
            value = getattr(value, value.felter[step].navn)
        else:
            return
    navn = getattr(value, "navn", None)
    if isinstance(navn, str):
        yield printable(navn).casefold()

"""The findings about an agreement as notes in its document, each at the heading that it concerns.

Which heading that is, follows from what the document shows: a finding about a value stands where the value does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from avtalegen.dokument.innhold import Block, Heading, Items, Note, Signatures
from avtalegen.dokument.spor import Rute, Sporene
from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.komponering.verdier import printable

_GRAVEST_FIRST = list(Severity)


def notes(findings: Iterable[Diagnostic], steder: Steder) -> tuple[Note, ...]:
    """Return the findings about the agreement in the order of its document; of a heading, the gravest first.

    A finding without a route is about the YAML file, and has no place in the document.
    """
    placed = [(steder.of(found.route), found) for found in findings if found.route is not None]
    placed.sort(key=lambda at: (steder.order[at[0]], _GRAVEST_FIRST.index(at[1].severity)))
    return tuple(_note(block_id, found) for block_id, found in placed)


class Steder:
    """Where a document speaks of what.

    `spor` says which value each text shows; `sections` which section it is that uses a key of the YAML.
    """

    def __init__(self, blocks: Sequence[Block], spor: Sporene, sections: Mapping[str, str]) -> None:
        self.order: dict[str | None, int] = {None: -1}
        self.spor = spor
        self._sections = sections
        self._above: dict[str, tuple[str, ...]] = {}
        """The headings that a heading stands under, from the outermost, and itself."""
        self._spoken: set[str] = set()
        """The headings with something of their own under them, before the next heading."""
        self._shown: list[tuple[Rute, str]] = []
        levels: list[Heading] = []
        for block in blocks:
            if isinstance(block, Heading):
                levels = [*takewhile(lambda above, block=block: above.level < block.level, levels), block]  # type: ignore[misc]
                self.order[block.id] = len(self.order)
                self._above[block.id] = tuple(heading.id for heading in levels)
            elif levels:
                self._spoken.add(levels[-1].id)
            if levels:
                here = levels[-1].id
                self._shown += ((ett.rute, here) for id_ in _ids(block) for ett in spor.i(id_))

    def of(self, route: Rute) -> str | None:
        """Return the id of the heading that speaks of what `route` leads to; None when only the title does."""
        for end in range(len(route), 0, -1):
            part = route[:end]
            if part in (("avtale",), ("lokale_avsnitt",)):
                return None  # all kinds of things, in all kinds of places
            headings = list(dict.fromkeys(at for way, at in self._shown if way[:end] == part))
            if headings:
                found = self._common(headings)
                return found if end == len(route) else self._above_all(part, found)
        section = self._sections.get(str(route[0])) if route else None
        return next((id_ for id_ in self._above if id_.rpartition("-")[0] == section), None)

    def _common(self, headings: Sequence[str]) -> str:
        """Return the innermost heading that all of the headings are under, of those in the same part as the first."""
        first, *rest = (self._above[id_] for id_ in headings if self._above[id_][0] == self._above[headings[0]][0])
        shared = [id_ for n, id_ in enumerate(first) if all(way[n : n + 1] == (id_,) for way in rest)]
        return shared[-1]

    def _above_all(self, part: Rute, heading: str) -> str:
        """Return the outermost heading above `heading` that is about `part` alone: what is missing would be there."""
        found = heading
        for above in reversed(self._above[heading][:-1]):
            about = (way for way, at in self._shown if above in self._above[at])
            if any(way[: len(part)] != part for way in about):
                break
            if above in self._spoken:
                found = above
        return found


def _ids(block: Block) -> Iterator[str]:
    if isinstance(block, Items):
        for item in block.items:
            for inner in item:
                yield from _ids(inner)
    if isinstance(block, Signatures):
        yield from (one.id for one in block.signatures)
    yield block.id


def by_key(used: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the first section that uses a key of the YAML, by the key. `used` holds the keys by section, in order."""
    sections: dict[str, str] = {}
    for section, keys in used.items():
        for key in keys:
            sections.setdefault(key, section)
    return sections


def _note(block_id: str | None, found: Diagnostic) -> Note:
    label = " · ".join(filter(None, (found.code, found.severity.value, found.section)))
    # What the rules say is in bokmål, whatever the agreement is written in.
    return Note(block_id, label, printable(found.message), printable(found.hint) if found.hint else None, "nb")

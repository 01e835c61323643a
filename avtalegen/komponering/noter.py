"""The findings about an agreement as notes in its document, each at the sentence or the heading that it concerns.

Which that is, follows from what the document shows: a finding about a value stands where the value does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from avtalegen.dokument.innhold import Block, Heading, Note, Tekststed
from avtalegen.dokument.spor import Spenn, Sporene
from avtalegen.dokument.tekster import Tekst, i_blokken
from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity
from avtalegen.komponering.markdown.verdier import printable
from avtalegen.komponering.sprak.skrivemate import setninger

_GRAVEST_FIRST = list(Severity)


def notes(findings: Iterable[Diagnostic], steder: Steder) -> tuple[Note, ...]:
    """Return the findings about the agreement in the order of its document; of one place, the gravest first.

    A finding without a route is about the YAML file, and has no place in the document.
    """
    placed = [
        (steder.of(found.route), steder.setning(found.route), found) for found in findings if found.route is not None
    ]
    placed.sort(key=lambda at: (steder.order[at[0]], steder.plass(at[1]), _GRAVEST_FIRST.index(at[2].severity)))
    return tuple(_note(block_id, sted, found) for block_id, sted, found in placed)


class _Vist(NamedTuple):
    """A span, the text that it is in, its place in the order of the texts, and the heading that this stands under."""

    spenn: Spenn
    tekst: Tekst
    nummer: int
    heading: str

    @property
    def setning(self) -> Tekststed:
        """The sentence that shows the value."""
        fra, til = next(
            (one for one in setninger(self.tekst.tekst) if self.spenn.fra < one[1] and one[0] < self.spenn.til),
            (0, len(self.tekst.tekst)),
        )
        return Tekststed(self.tekst.id, self.tekst.del_, fra, til)


class _Lest:
    """What a document shows under which headings."""

    def __init__(self, blocks: Sequence[Block], spor: Sporene) -> None:
        self.order: dict[str | None, int] = {None: -1}
        self.above: dict[str, tuple[str, ...]] = {}
        """The headings that a heading stands under, from the outermost, and itself."""
        self.spoken: set[str] = set()
        """The headings with something of their own under them, before the next heading."""
        self.shown: list[_Vist] = []
        self.nummer: dict[tuple[str, str], int] = {}
        """The order of the texts, by their places."""
        levels: list[Heading] = []
        for block in blocks:
            if isinstance(block, Heading):
                levels = [*(above for above in levels if above.level < block.level), block]
                self.order[block.id] = len(self.order)
                self.above[block.id] = tuple(heading.id for heading in levels)
            elif levels:
                self.spoken.add(levels[-1].id)
            for tekst in i_blokken(block):
                nummer = self.nummer.setdefault(tekst[:2], len(self.nummer))
                if levels:
                    here = levels[-1].id
                    self.shown += (_Vist(ett, tekst, nummer, here) for ett in spor.ved(*tekst[:2]))


class Steder:
    """Where a document speaks of what.

    `spor` says which value each text shows; `sections` which section it is that uses a key of the YAML.
    """

    def __init__(self, blocks: Sequence[Block], spor: Sporene, sections: Mapping[str, str]) -> None:
        self.spor = spor
        self._blocks = blocks
        self._sections = sections

    @cached_property
    def _lest(self) -> _Lest:
        # Whoever asks for the spans alone, needs none of it.
        return _Lest(self._blocks, self.spor)

    @property
    def order(self) -> Mapping[str | None, int]:
        """The order of the headings; None, which is the document as a whole, comes first."""
        return self._lest.order

    def of(self, route: Rute) -> str | None:
        """Return the id of the heading that speaks of what `route` leads to; None when only the title does."""
        for end in range(len(route), 0, -1):
            part = route[:end]
            if part in (("avtale",), ("lokale_avsnitt",)):
                return None  # all kinds of things, in all kinds of places
            headings = list(dict.fromkeys(vist.heading for vist in self._lest.shown if vist.spenn.rute[:end] == part))
            if headings:
                found = self._common(headings)
                return found if end == len(route) else self._above_all(part, found)
        section = self._sections.get(str(route[0])) if route else None
        return next((id_ for id_ in self._lest.above if id_.rpartition("-")[0] == section), None)

    def setning(self, route: Rute) -> Tekststed | None:
        """Return the sentence that shows what `route` leads to; None when that is a heading, several texts or none.

        The words of a value that several sentences show stand in the first of them; where it is only why other words
        are there, in the first of these. Of a value with several parts, all must be in the same text or the same row.
        """
        heading = self.of(route)
        if heading is None:
            return None
        there = [vist for vist in self._lest.shown if vist.spenn.rute[: len(route)] == route]
        there = [vist for vist in there if heading in self._lest.above[vist.heading]]
        exact = [vist for vist in there if vist.spenn.rute == route]
        parts = {(vist.tekst.id, vist.tekst.del_.rpartition("/")[0]) for vist in there}
        if not there or not (exact or len(parts) == 1):
            return None
        first = min(exact or there, key=lambda vist: (vist.spenn.valgt, vist.nummer, vist.spenn.fra))
        return None if first.tekst.id in self._lest.above else first.setning

    def plass(self, sted: Tekststed | None) -> tuple[int, int]:
        """Return what puts sentences in the order of the document; None, which is no sentence, comes first."""
        return (-1, 0) if sted is None else (self._lest.nummer[sted.id, sted.del_], sted.fra)

    def _common(self, headings: Sequence[str]) -> str:
        """Return the innermost heading that all of the headings are under, of those in the same part as the first."""
        first, *rest = (
            self._lest.above[id_] for id_ in headings if self._lest.above[id_][0] == self._lest.above[headings[0]][0]
        )
        shared = [id_ for n, id_ in enumerate(first) if all(way[n : n + 1] == (id_,) for way in rest)]
        return shared[-1]

    def _above_all(self, part: Rute, heading: str) -> str:
        """Return the outermost heading above `heading` that is about `part` alone: what is missing would be there."""
        found = heading
        for above in reversed(self._lest.above[heading][:-1]):
            about = (vist.spenn.rute for vist in self._lest.shown if above in self._lest.above[vist.heading])
            if any(way[: len(part)] != part for way in about):
                break
            if above in self._lest.spoken:
                found = above
        return found


def by_key(used: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the first section that uses a key of the YAML, by the key. `used` holds the keys by section, in order."""
    sections: dict[str, str] = {}
    for section, keys in used.items():
        for key in keys:
            sections.setdefault(key, section)
    return sections


def _note(block_id: str | None, sted: Tekststed | None, found: Diagnostic) -> Note:
    label = " · ".join(filter(None, (found.code, found.alvor, found.section)))
    hint = printable(found.hint) if found.hint else None
    return Note(block_id, label, printable(found.message), hint, "nn" if found.nynorsk else "nb", sted)

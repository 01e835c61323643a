"""What is found in an old agreement: values with where they stood and how sure they are, in the tree of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

Rute = tuple[str | int, ...]
"""The way to a place in the draft: keys and positions, as in the YAML."""


class Sikkerhet(StrEnum):
    """How sure a value is, in words: told by the register or by a label and a reader, or by one rule alone."""

    SIKKER = "sikker"
    TROLIG = "trolig"


class Spenn(NamedTuple):
    """A stretch of a line of the source: its number, and from and to in its text."""

    linje: int
    fra: int
    til: int


class Verdi(NamedTuple):
    """A value as it is written in the YAML: the characters it accounts for, how sure it is, and why.

    `ordrett` tells whether the text of the source is in it; otherwise it says the same in the format's own way.
    `markdown` tells whether it is a text of the parties' own, in which signs must not become markup.
    """

    tekst: str
    spenn: tuple[Spenn, ...]
    sikkerhet: Sikkerhet
    hvorfor: str
    ordrett: bool = True
    markdown: bool = False


Node: TypeAlias = dict[str, "Node"] | list["Node"] | Verdi
SIKKER, TROLIG = Sikkerhet.SIKKER, Sikkerhet.TROLIG


class Tre:
    """The draft while it is made: a tree of mappings and lists whose leaves are values. The first value stands."""

    def __init__(self) -> None:
        self.rot: dict[str, Node] = {}

    def hent(self, *rute: str | int) -> Node | None:
        """Return what stands at a place, None for nothing."""
        node: Any = self.rot
        for steg in rute:
            if isinstance(node, dict) and isinstance(steg, str):
                node = node.get(steg)
            elif isinstance(node, list) and isinstance(steg, int):
                node = node[steg] if -len(node) <= steg < len(node) else None
            else:
                return None
        return node  # type: ignore[no-any-return]

    def liste(self, *rute: str | int) -> list[Node]:
        """Return the list at a place, an empty one where there is none."""
        node = self.hent(*rute)
        return node if isinstance(node, list) else []

    def har(self, *rute: str | int) -> bool:
        """Tell whether something stands at a place."""
        return self.hent(*rute) is not None

    def sett(self, node: Node, *rute: str | int) -> bool:
        """Put something where nothing stands; tell whether it could be put there."""
        her: Any = self.rot
        for steg, neste in pairwise(rute):
            if isinstance(her, list) and isinstance(steg, int):
                if steg == len(her):
                    her.append({} if isinstance(neste, str) else [])
                her = her[steg]
            elif isinstance(her, dict):
                her = her.setdefault(str(steg), {} if isinstance(neste, str) else [])
            else:
                return False
        sist = rute[-1]
        if isinstance(her, list):
            her.append(node)
            return True
        if not isinstance(her, dict) or sist in her:
            return False
        her[str(sist)] = node
        return True

    def legg_til(self, node: Node, *rute: str | int) -> bool:
        """Put something last in a list."""
        liste = self.hent(*rute)
        if liste is None:
            return self.sett([node], *rute)
        if not isinstance(liste, list):
            return False
        liste.append(node)
        return True

    def fjern(self, *rute: str | int) -> None:
        """Take away what stands at a place."""
        over: Any = self.hent(*rute[:-1]) if len(rute) > 1 else self.rot
        if isinstance(over, (dict, list)) and self.har(*rute):
            del over[rute[-1]]  # type: ignore[arg-type]

    def verdier(self) -> Iterator[tuple[Rute, Verdi]]:
        """Return every value with the way to it."""
        yield from _verdier(self.rot, ())


def _verdier(node: Node, rute: Rute) -> Iterator[tuple[Rute, Verdi]]:
    if isinstance(node, Verdi):
        yield rute, node
    elif isinstance(node, dict):
        for nøkkel, under in node.items():
            yield from _verdier(under, (*rute, nøkkel))
    else:
        for plass, under in enumerate(node):
            yield from _verdier(under, (*rute, plass))


def som_data(node: Node) -> Any:
    """Return a tree as plain data."""
    if isinstance(node, Verdi):
        return node.tekst
    if isinstance(node, dict):
        return {nøkkel: som_data(under) for nøkkel, under in node.items()}
    return [som_data(under) for under in node]

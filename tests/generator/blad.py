"""An agreement as a tree: what it says, before anybody has chosen how to write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from avtalegen.modell.base import Del
from tests.generator.ruter import Rute

Skrevet = str | list[Any] | dict[str, Any]
"""Plain data, as it is to stand in the YAML."""


@dataclass(frozen=True)
class Blad:
    """A value: every way of writing it, the plainest first, and what each of them means."""

    måter: tuple[Skrevet, ...]
    betydning: Any


@dataclass(frozen=True)
class Liste:
    """What stands in a field that takes one thing or many."""

    ting: tuple[Node, ...]


@dataclass(frozen=True)
class Ting:
    """A part of the agreement, with the fields that are filled in, by their keys."""

    part: type[Del]
    felter: Mapping[str, Node] = field(default_factory=dict)

    def med(self, **noder: Node | None) -> Ting:
        """Return the same with other fields; None takes one out."""
        nye = {**self.felter, **noder}
        return replace(self, felter={nøkkel: node for nøkkel, node in nye.items() if node is not None})


Node = Blad | Liste | Ting


def blad_i(node: Node, over: Rute = ()) -> Iterator[tuple[Rute, Blad]]:
    """Yield every value of a tree with the way to it."""
    if isinstance(node, Blad):
        yield over, node
    elif isinstance(node, Liste):
        for nummer, ett in enumerate(node.ting):
            yield from blad_i(ett, (*over, nummer))
    else:
        for nøkkel, ett in node.felter.items():
            yield from blad_i(ett, (*over, nøkkel))


def verdi_i(node: Node, rute: Rute) -> Any:
    """Return what the value at a route of a tree means, None when nothing stands there."""
    return next((blad.betydning for her, blad in blad_i(node) if her == rute), None)


def byttet(node: Node, rute: Rute, bytt: Callable[[Node], Node | None]) -> Node | None:
    """Return the tree with something else at the end of a route. What becomes None, or empty, is taken out."""
    if not rute:
        return bytt(node)
    steg, resten = rute[0], rute[1:]
    if isinstance(node, Liste):
        assert isinstance(steg, int)
        nye = (byttet(ett, resten, bytt) if n == steg else ett for n, ett in enumerate(node.ting))
        igjen = tuple(ett for ett in nye if ett is not None)
        return Liste(igjen) if igjen else None
    assert isinstance(node, Ting)
    assert isinstance(steg, str)
    ny = node.med(**{steg: byttet(node.felter[steg], resten, bytt)})
    return ny if ny.felter else None

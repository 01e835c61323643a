"""What stands at a route of an agreement with what it inherits, and what it takes to say something else there."""

from __future__ import annotations

from typing import Any, NamedTuple

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import Inherited, Mapping, Node, Scalar, Sequence, to_data


class Arvet(NamedTuple):
    """What stands at a route: what leads there, and the file it is written in (None: the agreement's own).

    `liste` is the way to the outermost list on the route that is inherited, and what that holds: a list is inherited
    whole or not at all.
    """

    node: Node | None
    fil: str | None
    liste: tuple[Rute, Any] | None


def ved(root: Node, rute: Rute) -> Arvet:
    """Return what stands at a route; `root` is the tree of the agreement with what it inherits."""
    node: Node = root
    fil: str | None = None
    liste: tuple[Rute, Any] | None = None
    for n, step in enumerate(rute):
        if fil is not None and isinstance(node, Sequence) and liste is None:
            liste = (rute[:n], uten_tomme(to_data(node)))
        if isinstance(node, Mapping) and isinstance(step, str):
            if step not in node.entries:
                return Arvet(None, fil, liste)
            entry = node.entries[step]
            fil = entry.file if isinstance(entry, Inherited) else fil
            node = entry.value
        elif isinstance(node, Sequence) and isinstance(step, int):
            if step >= len(node.items):
                return Arvet(None, fil, liste)
            node = node.items[step]
        elif isinstance(node, Scalar) or (isinstance(step, int) and step != 0):
            return Arvet(None, fil, liste)
    if fil is not None and isinstance(node, Sequence) and liste is None:
        liste = (rute, uten_tomme(to_data(node)))
    return Arvet(node, fil, liste)


def som_liste(verdi: Any) -> list[Any]:
    """Return a list that stands in a file as it is, and one thing without the list around it as a list."""
    return verdi if isinstance(verdi, list) else [] if verdi is None else [verdi]


def uten_tomme(verdi: Any) -> Any:
    """Return what stands in a file (`to_data`) as something to write: without what has nothing in it."""
    if isinstance(verdi, dict):
        return {key: uten_tomme(value) for key, value in verdi.items() if value is not None}
    return [uten_tomme(one) for one in verdi if one is not None] if isinstance(verdi, list) else verdi

"""The smallest changes of what is written, and what each of them makes of the data."""

from __future__ import annotations

from copy import copy
from typing import Any, NamedTuple

from avtalegen.funn.diagnostic import Rute


class Bytt(NamedTuple):
    """Let `verdi` stand instead of what stands at `sti`."""

    sti: Rute
    verdi: Any


class NyNøkkel(NamedTuple):
    """Put a key that isn't there in the mapping at `sti`; `rekkefølge` is that of the keys of the format."""

    sti: Rute
    nøkkel: str
    verdi: Any
    rekkefølge: tuple[str, ...]


class NyttPunkt(NamedTuple):
    """Put an item in the list at `sti`."""

    sti: Rute
    plass: int
    verdi: Any


class TaBort(NamedTuple):
    """Take away what stands at `sti`."""

    sti: Rute


class FlyttPunkt(NamedTuple):
    """Move an item of the list at `sti`."""

    sti: Rute
    fra: int
    til: int


class TilListe(NamedTuple):
    """Make a list of the one thing at `sti`; with `nøkkel`, put the list that stands there under that key."""

    sti: Rute
    nøkkel: str | None = None


Skritt = Bytt | NyNøkkel | NyttPunkt | TaBort | FlyttPunkt | TilListe


def etter(data: Any, skritt: Skritt) -> Any:
    """Return what the file holds after a small change. What isn't on the way is the same objects."""

    def med(node: Any, sti: Rute) -> Any:
        if len(sti) > dybde:
            ny = copy(node)
            ny[sti[0]] = med(node[sti[0]], sti[1:])
            return ny
        return _endret(copy(node), skritt, *sti)

    dybde = 1 if isinstance(skritt, Bytt | TaBort | TilListe) else 0
    return med(data, skritt.sti)


def _endret(node: Any, skritt: Skritt, step: str | int | None = None) -> Any:
    match skritt:
        case Bytt():
            node[step] = skritt.verdi
        case TaBort():
            del node[step]
        case TilListe(nøkkel=None):
            node[step] = [node[step]]
        case TilListe():
            node[step] = {skritt.nøkkel: node[step]}
        case NyNøkkel():
            node[skritt.nøkkel] = skritt.verdi
        case NyttPunkt():
            node.insert(skritt.plass, skritt.verdi)
        case FlyttPunkt():
            node.insert(skritt.til, node.pop(skritt.fra))
    return node

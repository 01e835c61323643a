"""Values that stand in several places, by `&` and `*`: which change would be a change of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from avtalegen.lesing import verditekst
from avtalegen.lesing.redigering.flate import Flate
from avtalegen.lesing.redigering.lapper import Lapp
from avtalegen.lesing.redigering.syntakstre import Henvisning, Kart, Liste, Node, Skalar
from avtalegen.lesing.redigering.trinn import Bytt, FlyttPunkt, Skritt, TaBort


class Delt(NamedTuple):
    """A value that stands in several places: where it is written, and the aliases that stand for it."""

    node: Node
    bruk: tuple[Henvisning, ...]


def delt(flate: Flate, skritt: Skritt) -> Delt | None:
    """Return what a step would change in more places than one, None when there is no such thing."""
    bruk = flate.bruk
    if not bruk:
        return None
    gone = flate.eier(skritt.sti)[1].value if isinstance(skritt, Bytt | TaBort) else None
    for node in flate.på_veien(skritt.sti[:-1] if gone else skritt.sti):
        if isinstance(node, Henvisning):
            return Delt(node.target, (node,))
        if id(node) in bruk:
            return Delt(node, tuple(bruk[id(node)]))
    if gone is not None:
        inside = {id(node) for node in _alle(gone)}
        for node in _alle(gone):
            if outside := [one for one in bruk.get(id(node), []) if id(one) not in inside]:
                return Delt(node, tuple(outside))
    if isinstance(skritt, FlyttPunkt):
        return _flyttet(flate, skritt, bruk)
    return None


def _flyttet(flate: Flate, skritt: FlyttPunkt, bruk: dict[int, list[Henvisning]]) -> Delt | None:
    """Return what is written in an item that would come after an alias for it."""
    liste = flate.node(skritt.sti)
    assert isinstance(liste, Liste)
    order = list(range(len(liste.items)))
    order.insert(skritt.til, order.pop(skritt.fra))
    holder = {id(node): n for n, item in enumerate(liste.items) for node in _alle(item.value)}
    for n, item in enumerate(liste.items):
        for node in _alle(item.value):
            users = [one for one in bruk.get(id(node), []) if id(one) in holder]
            if moved := [one for one in users if order.index(holder[id(one)]) < order.index(n)]:
                return Delt(node, tuple(moved))
    return None


def skrevet_ut(flate: Flate, funnet: Delt) -> list[Lapp]:
    """Return the changes that write a value out where aliases stand for it: as it is written, where that is one line.

    The anchor goes when no alias is left.
    """
    text = _som_skrevet(flate, funnet.node)
    lapper = [Lapp(one.start, one.end, text) for one in funnet.bruk]
    left = [one for one in flate.alle() if isinstance(one, Henvisning) and one.target is funnet.node]
    if len(left) == len(funnet.bruk):
        mark = re.escape(f"&{funnet.node.anchor}")
        blanks = len(flate.text[: funnet.node.start].rstrip(" "))
        found = re.compile(rf" *{mark}(?=\n)|{mark} *").search(flate.text, blanks)
        assert found, "the node begins with its anchor, or with its tag and that"
        lapper.append(Lapp(found.start(), found.end(), ""))
    return lapper


def _som_skrevet(flate: Flate, node: Node) -> str:
    written = flate.text[node.start : node.end].removeprefix(f"&{node.anchor}").lstrip(" ")
    marks = any(isinstance(one, Henvisning) or (one.anchor and one is not node) for one in _alle(node))
    if isinstance(node, Kart | Liste) and "\n" not in written and not marks:
        return written
    return verditekst.i_klammer(verdien(node), flate.stil)


def verdien(node: Node) -> Any:
    """Return what a node holds, as dict, list, str and None."""
    if isinstance(node, Henvisning):
        return verdien(node.target)
    if isinstance(node, Kart):
        found: dict[str, Any] = {}
        for par in node.items:
            if par.name:
                found.setdefault(par.name, verdien(par.value))
        return found
    return node.value if isinstance(node, Skalar) else [verdien(item.value) for item in node.items]


def _alle(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += [eier.value for eier in one.items] if isinstance(one, Kart | Liste) else []

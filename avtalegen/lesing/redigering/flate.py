"""A text with its tree: which lines belong to what, and what they are like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing.redigering.syntakstre import Henvisning, Kart, Liste, Node, Par, Punkt, Skalar, syntakstre
from avtalegen.lesing.verditekst import Stil

_STEP = 2
_HEADER = re.compile(r"([|>]\S*)([^\n]*)")
Eier = Par | Punkt
"""What has a value: a field of a mapping, or an item of a list."""


class Flate:
    """A text that `parse` has read, and its tree."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ended = f"{text}\n"
        self.root, self.begins = syntakstre(text)
        self._stil_i: dict[int, Stil] = {}

    def linjestart(self, at: int) -> int:
        """Return where the line of a place begins."""
        return self.text.rfind("\n", 0, at) + 1

    def linjeslutt(self, at: int) -> int:
        """Return where the line of a place ends, in front of its line break."""
        return self._ended.index("\n", at)

    def kolonne(self, at: int) -> int:
        """Return how far in on its line a place is, from 0."""
        return at - self.linjestart(at)

    def først_på_linjen(self, at: int) -> bool:
        """Tell whether nothing but blanks stands in front of a place."""
        return not self.text[self.linjestart(at) : at].strip(" ")

    def eier(self, sti: Rute) -> tuple[Kart | Liste, Eier]:
        """Return the collection at the end of a way but for its last step, and the field or item that it leads to.

        Raises `KeyError` when it leads nowhere.
        """
        over = self.node(sti[:-1])
        found = _steg(over)[sti[-1]]
        assert isinstance(over, Kart | Liste)
        return over, found

    def node(self, sti: Rute) -> Node:
        """Return what a way leads to, through aliases."""
        return list(self.på_veien(sti))[-1]

    def på_veien(self, sti: Rute) -> Iterator[Node]:
        """Give the nodes on a way, each alias in front of what it stands for."""
        node = self.root
        yield node
        for step in sti:
            node = _steg(node)[step].value
            yield node
            if isinstance(node, Henvisning):
                node = node.target
                yield node

    def alle(self) -> Iterator[Node]:
        """Give every node, those below an alias only where they are written."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [eier.value for eier in _items(node)[::-1]]

    @cached_property
    def bruk(self) -> dict[int, list[Henvisning]]:
        """The aliases that stand for a node, by its `id`."""
        found: dict[int, list[Henvisning]] = {}
        for node in self.alle():
            if isinstance(node, Henvisning):
                found.setdefault(id(node.target), []).append(node)
        return found

    def slutt(self, eier: Eier, kolonne: int) -> int:
        """Return where the last line of a field or item in a block ends, with the comments inside it.

        A comment that begins further in than it does, is inside it.
        """
        inside = re.compile(rf"(?:(?:\n *)*\n {{{kolonne}}} +#.*)*").match(self.text, self.linjeslutt(eier.end))
        assert inside, "there may be none"
        return inside.end()

    def begynnelse(self, eier: Eier, etter: Eier | None) -> int:
        """Return where the first of the comment lines right above a field or item begins, or its own line.

        `etter` is what stands in front of it, if anything. Comments at the very top are those of the file, and where
        explanations begin with `##`, those with one `#` above them are something else: proposals not taken.
        """
        at = start = self.linjestart(eier.start)
        kolonne = eier.start - start
        marks = 0
        for line in reversed(self.text[self.linjeslutt(etter.end) if etter else 0 : start].split("\n")[:-1]):
            number = _marks(line)
            if not number or _indent(line) != kolonne or number != (marks or number):
                break
            at, marks = at - len(line) - 1, number
        return at or start

    def innrykk(self, node: Kart | Liste) -> int:
        """Return how far in on their lines the fields or items of a block begin."""
        return self.kolonne(node.items[0].start)

    def luft_mellom(self, over: Eier, under: Eier) -> bool:
        """Tell whether an empty line stands between two fields or items."""
        between = self.text[over.end : under.start].split("\n")[1:-1]
        return any(not line.strip() for line in between)

    @cached_property
    def stil(self) -> Stil:
        """How most of the file is laid out."""
        braces = [node.opened for node in self.alle() if isinstance(node, Kart) and node.opened and node.items]
        airy = Counter(self.text[opened] == " " for opened in braces)
        blocks = [par for node in self.alle() if isinstance(node, Kart) for par in node.items if _is_block(par.value)]
        steps = Counter(self._lenger_inn(par) for par in blocks if isinstance(par.value, Kart))
        lists = Counter(self._lenger_inn(par) for par in blocks if isinstance(par.value, Liste))
        step = steps.most_common()[0][0] if steps else _STEP
        liste = lists.most_common()[0][0] if lists else step
        return Stil(step, liste, airy[True] > airy[False])

    def stil_i(self, over: Kart | Liste) -> Stil:
        """Return how what is new in a mapping or a list is laid out: lists as its other lists."""
        if id(over) not in self._stil_i:  # each of many changes in a long list asks, and looks through all of it
            lists = (eier for eier in over.items if isinstance(eier.value, Liste) and _is_block(eier.value))
            first = next(lists, None)
            self._stil_i[id(over)] = self.stil._replace(liste=self._lenger_inn(first)) if first else self.stil
        return self._stil_i[id(over)]

    def _lenger_inn(self, eier: Eier) -> int:
        """Return how much further in than its key, or its dash, a block is."""
        assert isinstance(eier.value, Kart | Liste)
        return self.innrykk(eier.value) - self.kolonne(eier.start)


def siste_skalar(node: Node) -> Node:
    """Return the last text in a node, or what there is instead."""
    while items := _items(node):
        node = items[-1].value
    return node


def _is_block(node: Node) -> bool:
    return isinstance(node, Kart | Liste) and not node.flow


def _steg(node: Node) -> dict[str | int | None, Eier]:
    """Return what is in a node by the step that leads there; of fields with one name the first, as the reader does."""
    if isinstance(node, Kart):
        return {par.name: par for par in node.items[::-1]}
    return dict(enumerate(_items(node)))


def _items(node: Node) -> list[Eier]:
    return [*node.items] if isinstance(node, Kart | Liste) else []


def _marks(line: str) -> int:
    """Return how many `#` a line begins with."""
    text = line.lstrip(" ")
    return len(text) - len(text.lstrip("#"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def overskrift(text: str, node: Skalar) -> re.Match[str]:
    """Return the first line of a block text, from its sign: that, and a comment."""
    found = _HEADER.match(text, node.sign)
    assert found, "a block text begins with | or >"
    return found

"""A text with its tree: which lines belong to what, and what they are like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from avtalegen.lesing.redigering.endringer import Rute
from avtalegen.lesing.redigering.syntakstre import Henvisning, Kart, Liste, Node, Par, Punkt, Skalar, syntakstre
from avtalegen.lesing.redigering.verditekst import Stil

_STEP = 2
_HEADER = re.compile(r"([|>]\S*)([^\n]*)")
Eier = Par | Punkt
"""What has a value: a field of a mapping, or an item of a list."""


class Flate:
    """A text that `parse` has read, and its tree. `root` is None for a file with nothing but comments."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root, self.begins = syntakstre(text)

    def linjestart(self, at: int) -> int:
        """Return where the line of a place begins."""
        return self.text.rfind("\n", 0, at) + 1

    def linjeslutt(self, at: int) -> int:
        """Return where the line of a place ends, in front of its line break."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

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
        for step in (*sti, None):
            assert node is not None
            yield node
            if isinstance(node, Henvisning):
                node = node.target
                yield node
            node = None if step is None else _steg(node)[step].value

    def alle(self) -> Iterator[Node]:
        """Give every node, those below an alias only where they are written."""
        waiting: list[Node] = [self.root] if self.root else []
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
        end = at = self.linjeslutt(eier.end)
        while at < len(self.text):
            stop = self.linjeslutt(at + 1)
            line = self.text[at + 1 : stop]
            if line.strip(" ") and not (line.lstrip(" ")[0] == "#" and _indent(line) > kolonne):
                break
            at = stop
            end = stop if line.strip(" ") else end
        return end

    def begynnelse(self, eier: Eier, etter: Eier | None) -> int:
        """Return where the first of the comment lines right above a field or item begins, or its own line.

        `etter` is what stands in front of it, if anything. Comments at the very top are those of the file, and where
        explanations begin with `##`, those with one `#` above them are something else: proposals not taken.
        """
        start = self.linjestart(eier.start)
        kolonne = eier.start - start
        first = self.linjeslutt(etter.end) + 1 if etter else 0
        at, marks = start, 0
        while at > first:
            before = self.linjestart(at - 1)
            line = self.text[before : at - 1]
            number = _marks(line)
            if not number or _indent(line) != kolonne or number != (marks or number):
                break
            at, marks = before, number
        return start if at == 0 and kolonne == 0 else at

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
        steps: Counter[int] = Counter()
        lists: Counter[int] = Counter()
        airy: Counter[bool] = Counter()
        for node in self.alle():
            if isinstance(node, Kart) and node.opened and node.items:
                airy[self.text[node.opened] == " "] += 1
            elif isinstance(node, Kart):
                for par in node.items:
                    value = par.value
                    if isinstance(value, Kart | Liste) and not value.flow and value.items and par.colon:
                        further = self.innrykk(value) - self.kolonne(par.start)
                        (steps if isinstance(value, Kart) else lists)[further] += 1
        step = steps.most_common()[0][0] if steps else _STEP
        liste = lists.most_common()[0][0] if lists else step
        return Stil(step, liste, airy[True] > airy[False])

    def stil_i(self, kart: Node | None) -> Stil:
        """Return how what is new in a mapping is laid out: lists as its other lists."""
        if isinstance(kart, Kart) and not kart.flow:
            for par in kart.items:
                if isinstance(par.value, Liste) and not par.value.flow and par.colon:
                    return self.stil._replace(liste=self.innrykk(par.value) - self.kolonne(par.start))
        return self.stil


def siste_skalar(node: Node) -> Node:
    """Return the last text in a node, or what there is instead."""
    while items := _items(node):
        node = items[-1].value
    return node


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

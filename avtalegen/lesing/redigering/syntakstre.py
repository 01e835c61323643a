"""What stands where in the text of a YAML file: the tree with every sign of it, by offsets in the text.

The tree of `lesing.tree` knows where a value begins, which is enough to point at it. Who changes a text must know where
it ends, where the colon, the dash and the brackets are, and what is an alias.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

import yaml
from yaml import tokens as t

from avtalegen.lesing import builder
from avtalegen.lesing.findings import ODD_BLANKS


@dataclass
class Skalar:
    """A text, from `start` (the `&` of an anchor counts) to `end`. `style` is the quote, `|` or `>`, if any.

    `sign` is where the text itself begins, after an anchor and a tag. One that isn't there, after a colon or a dash, is
    None and has no length.
    """

    start: int
    end: int
    value: str | None
    style: str | None = None
    sign: int = 0
    anchor: str | None = None


@dataclass
class Henvisning:
    """An alias, and the node that it stands for."""

    start: int
    end: int
    target: Node
    anchor: None = None


@dataclass
class Par:
    """A field. `start` is where the key begins (or the `?` in front), `colon` the place after the colon, if any."""

    start: int
    key: Node
    value: Node
    colon: int | None

    @property
    def end(self) -> int:
        """The place after the last sign of the field: what isn't there, begins and ends right after that."""
        return self.value.end

    @property
    def name(self) -> str | None:
        """The key as the reader has it, None where it can't be one."""
        if not isinstance(self.key, Skalar) or self.key.value is None:
            return None
        return ODD_BLANKS.sub("", self.key.value)


@dataclass
class Punkt:
    """An item of a list. `start` is its dash; in brackets, where the value begins."""

    start: int
    value: Node

    @property
    def end(self) -> int:
        """The place after the last sign of the item: what isn't there, begins and ends right after the dash."""
        return self.value.end


@dataclass
class Kart:
    """A mapping: in brackets (`flow`), in a block, or a pair in a list in brackets (`flow`, but `opened` is None).

    `opened` is the place after the bracket that begins it.
    """

    start: int
    end: int
    flow: bool
    opened: int | None = None
    items: list[Par] = field(default_factory=list)
    anchor: str | None = None


@dataclass
class Liste:
    """A list, in brackets (`flow`, with the place after the first as `opened`) or in a block."""

    start: int
    end: int
    flow: bool
    opened: int | None = None
    items: list[Punkt] = field(default_factory=list)
    anchor: str | None = None


Node = Skalar | Henvisning | Kart | Liste
_NOTHING: tuple[type, ...] = (
    t.BlockEntryToken,
    t.KeyToken,
    t.ValueToken,
    t.BlockEndToken,
    t.FlowEntryToken,
    t.DocumentEndToken,
)
_NOTHING += (t.FlowMappingEndToken, t.FlowSequenceEndToken, t.DocumentStartToken, t.StreamEndToken)

_FIRST_TEXT = re.compile(r"(?:\n *)*\n( *)[^ \n]")


def syntakstre(text: str) -> tuple[Node, int]:
    """Return the tree of a text that `parse` has read, and the place where its first document begins."""
    return _Leser(text).document()


class _Leser:
    """Goes through the tokens; `parse` has seen to it that they fit together, and aren't too deep."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[Any] = list(yaml.scan(text, Loader=builder.PARSER))
        self._at = 0
        self._anchors: dict[str, Node] = {}

    def document(self) -> tuple[Node, int]:
        begins = self._next()
        while self._is(t.DirectiveToken):
            self._next()
        if self._is(t.DocumentStartToken):
            begins = self._next()
        return self._value(begins.end_mark.index), begins.end_mark.index

    def _is(self, *kinds: type) -> bool:
        return isinstance(self._tokens[self._at], kinds)

    def _next(self) -> Any:
        self._at += 1
        return self._tokens[self._at - 1]

    def _node(self, *, indentless: bool) -> Node:
        start, anchor, tag = None, None, None
        end = 0
        while self._is(t.AnchorToken, t.TagToken):
            token = self._next()
            start = token.start_mark.index if start is None else start
            end = token.end_mark.index
            if isinstance(token, t.AnchorToken):
                anchor = token.value
            else:
                tag = token.value
        if self._is(t.AliasToken):
            token = self._next()
            place = token.start_mark.index, token.end_mark.index
            target = self._anchors.get(token.value)
            return Henvisning(*place, target) if target else Skalar(*place, None)
        token = self._tokens[self._at]
        begins = token.start_mark.index if start is None else start
        node: Node
        if isinstance(token, t.ScalarToken):
            node = self._scalar(begins, tag)
        elif isinstance(token, t.FlowSequenceStartToken):
            node = self._flow_sequence(begins)
        elif isinstance(token, t.FlowMappingStartToken):
            node = self._flow_mapping(begins)
        elif isinstance(token, t.BlockMappingStartToken):
            self._next()
            node = self._block_mapping(begins)
        elif isinstance(token, t.BlockSequenceStartToken) or (indentless and isinstance(token, t.BlockEntryToken)):
            node = self._block_sequence(begins, closed=isinstance(token, t.BlockSequenceStartToken))
        else:
            node = Skalar(begins, end, None)
        node.anchor = anchor
        if anchor is not None:
            self._anchors[anchor] = node
        return node

    def _value(self, after: int, *, indentless: bool = False) -> Node:
        """Return the node that follows, or the nothing that stands `after` a sign."""
        if self._is(*_NOTHING) and not (indentless and self._is(t.BlockEntryToken)):
            return Skalar(after, after, None)
        return self._node(indentless=indentless)

    def _scalar(self, begins: int, tag: object) -> Skalar:
        token = self._next()
        value, style = normalize("NFC", token.value), token.style
        end = token.end_mark.index
        if style in ("|", ">"):
            end = self._end_of_block(token.start_mark.index, end)
        nothing = value in builder.NOTHING and token.plain and tag not in (("!!", "str"), (None, builder.TEXT_TAG))
        return Skalar(begins, end, None if nothing else value, style, token.start_mark.index)

    def _end_of_block(self, start: int, end: int) -> int:
        """Return where a block text ends, without the empty lines after it, unless they are a part of it."""
        header = self._text.find("\n", start, end)
        if header < 0:
            return end
        if "+" in self._text[start:header].split(" ")[0]:
            return end - 1 if self._text[end - 1] == "\n" else end
        first = _FIRST_TEXT.match(self._text, header, end)
        if not first:
            return header
        # Blanks further in than the text begins, are text too.
        last = re.compile(rf"(?:\n.*)*\n(?: *[^ \n].*| {{{len(first[1])}}} +)").match(self._text, header, end)
        assert last, "there is a first line"
        return last.end()

    def _block_mapping(self, begins: int) -> Kart:
        kart = Kart(begins, begins, flow=False)
        while not self._is(t.BlockEndToken):
            kart.items.append(self._par())
        self._next()
        kart.end = kart.items[-1].end
        return kart

    def _par(self) -> Par:
        token = self._tokens[self._at]
        start = token.start_mark.index
        key: Node = Skalar(start, start, None)
        if isinstance(token, t.KeyToken):
            self._next()
            key = self._value(token.end_mark.index, indentless=True)
        elif not isinstance(token, t.ValueToken):
            key = self._node(indentless=False)  # a name in brackets with neither colon nor value
        if self._is(t.ValueToken):
            colon = self._next().end_mark.index
            return Par(start, key, self._value(colon, indentless=True), colon)
        return Par(start, key, Skalar(key.end, key.end, None), None)

    def _block_sequence(self, begins: int, *, closed: bool) -> Liste:
        liste = Liste(begins, begins, flow=False)
        if closed:
            self._next()
        while self._is(t.BlockEntryToken):
            dash = self._next()
            liste.items.append(Punkt(dash.start_mark.index, self._value(dash.end_mark.index)))
        if closed:
            self._next()
        liste.end = liste.items[-1].end
        return liste

    def _flow_mapping(self, begins: int) -> Kart:
        kart = Kart(begins, begins, flow=True, opened=self._next().end_mark.index)
        while not self._is(t.FlowMappingEndToken):
            if self._is(t.FlowEntryToken):
                self._next()
            else:
                kart.items.append(self._par())
        kart.end = self._next().end_mark.index
        return kart

    def _flow_sequence(self, begins: int) -> Liste:
        liste = Liste(begins, begins, flow=True, opened=self._next().end_mark.index)
        while not self._is(t.FlowSequenceEndToken):
            if self._is(t.FlowEntryToken):
                self._next()
            elif self._is(t.KeyToken, t.ValueToken):
                par = self._par()
                liste.items.append(Punkt(par.start, Kart(par.start, par.end, flow=True, items=[par])))
            else:
                value = self._node(indentless=False)
                liste.items.append(Punkt(value.start, value))
        liste.end = self._next().end_mark.index
        return liste

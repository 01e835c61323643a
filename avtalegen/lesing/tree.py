"""What a YAML file holds, with the place of every value: the tree, its plain data, the way to a place.

Lines and columns are 1-based and count characters, as in `Span`.
"""

from __future__ import annotations

from collections.abc import Iterable

from avtalegen.funn.diagnostic import Span


class _Placed:
    """Where a node stands. All of it is on one line."""

    __slots__ = ("column", "end_column", "line")

    line: int
    column: int
    end_column: int

    @property
    def end_line(self) -> int:
        """The line of `end_column`."""
        return self.line


class Scalar(_Placed):
    """A text, or None for a plain value that is empty, `~` or `null`.

    The stretch is where the text stands; of a text over several lines it is the part on the first line (the
    `|` of a block text). `plain`: without quotes and without `|`.
    """

    __slots__ = ("plain", "value")

    def __init__(self, value: str | None, line: int, column: int, end_column: int, plain: bool) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.end_column = end_column
        self.plain = plain


class Mapping(_Placed):
    """Fields by name (NFC), in the order of the file. Of a name given twice, the first one is kept.

    The stretch is the place where it begins; more than that only when it stands in brackets on one line.
    """

    __slots__ = ("entries",)

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = self.end_column = column
        self.entries: dict[str, Entry] = {}


class Sequence(_Placed):
    """A list. Its stretch is as that of a mapping."""

    __slots__ = ("items",)

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = self.end_column = column
        self.items: list[Node] = []


Node = Scalar | Mapping | Sequence
"""An alias (`*navn`) is the very node that it stands for: the tree may hold a node at several places."""


class Entry:
    """A field. `key` is its name with the place of the name; `value` is what it holds."""

    __slots__ = ("key", "value")

    def __init__(self, key: Scalar, value: Node) -> None:
        self.key = key
        self.value = value


class Inherited(Entry):
    """A field that a mapping has from another file.

    `file` is where the field is written, and so is all below it but for other inherited fields. `via` is the text
    that asks for it, in the file of the root.
    """

    __slots__ = ("file", "via")

    def __init__(self, key: Scalar, value: Node, file: str, via: Scalar) -> None:
        super().__init__(key, value)
        self.file = file
        self.via = via


def to_data(node: Node) -> object:
    """Return the content as dict, list, str and None. A node that is there several times is copied each time.

    Trees from `parse` are within its limits on depth and number, with aliases expanded, so this is too.
    """
    if node.__class__ is Scalar:
        return node.value
    if isinstance(node, Mapping):
        return {name: to_data(entry.value) for name, entry in node.entries.items()}
    assert isinstance(node, Sequence)
    return [to_data(item) for item in node.items]


def locate(file: str, root: Node, route: Iterable[str | int], *, key: bool = False) -> Span:
    """Return the smallest stretch of text that a route like `("parter", "kommuner", 0, "navn")` leads to.

    It is in `file`, the file of `root`, or in the file that a field on the way is inherited from.

    - The route may be longer than what is written: a name on a list, a number on a mapping and everything
      below a text are skipped, as people leave out the list around one thing or write a text for a mapping.
    - The stretch of a text is the text; of a collection its name, or itself when it stands in brackets on one
      line. An empty value, and whatever `key` is asked for, is shown at its name.
    - Where a step is missing, the answer is the name of what it is missing from. If that is an inherited mapping,
      it is the text in `file` that asks for it: `file` is where more can be said, but nothing can be added to a list.
    - What has no name (the root, an item of a list) is shown at the first name or text in it.
    """
    node = root
    name: Scalar | None = None
    via: Scalar | None = None
    here = file
    for step in route:
        if isinstance(node, Scalar):
            break
        if isinstance(node, Mapping):
            if isinstance(step, int):
                continue
            entry = node.entries.get(step)
            if entry is None:
                return _span(file, via) if via else _span(here, name or _front(node))
            node, name = entry.value, entry.key
            if isinstance(entry, Inherited):
                here, via = entry.file, via or entry.via
        elif isinstance(step, int):
            if not 0 <= step < len(node.items):
                return _span(here, name or _front(node))
            node, name, via = node.items[step], None, None
    if not key and node.end_column > node.column:
        return _span(here, node)
    return _span(here, name or _front(node))


def as_written(root: Node, route: Iterable[str | int]) -> tuple[str | int, ...]:
    """Return the steps of a route that are there in the file, which may leave some out and end early (`locate`)."""
    node = root
    taken: list[str | int] = []
    for step in route:
        if isinstance(node, Mapping) and isinstance(step, str):
            if step not in node.entries:
                break
            node = node.entries[step].value
        elif isinstance(node, Sequence) and isinstance(step, int):
            if not 0 <= step < len(node.items):
                break
            node = node.items[step]
        else:
            continue
        taken.append(step)
    return tuple(taken)


def text_at(root: Node, route: Iterable[str | int]) -> str | None:
    """Return the text that a route leads to as it stands in the file (`as_written`), None where there is none."""
    node = root
    for step in as_written(root, route):
        node = node.entries[step].value if isinstance(node, Mapping) else node.items[step]  # type: ignore[union-attr, index]
    return node.value if isinstance(node, Scalar) else None


def is_written(root: Node, route: Iterable[str | int]) -> bool:
    """Tell whether something stands where a route leads to, which may be longer than what is written (`locate`)."""
    node = root
    for step in route:
        if isinstance(node, Scalar):
            break
        if isinstance(node, Mapping) and isinstance(step, str):
            if step not in node.entries:
                return False
            node = node.entries[step].value
        elif isinstance(node, Sequence) and isinstance(step, int):
            if not 0 <= step < len(node.items):
                return False
            node = node.items[step]
    return not isinstance(node, Scalar) or node.value is not None


def _front(node: Node) -> Node:
    """Return the first name or text in `node`; `node` itself when there is none."""
    while not isinstance(node, Scalar):
        if isinstance(node, Mapping) and node.entries:
            return next(iter(node.entries.values())).key
        if isinstance(node, Sequence) and node.items:
            node = node.items[0]
        else:
            break
    return node


def _span(file: str, node: Node) -> Span:
    return Span(file, node.line, node.column, node.end_line, node.end_column)

"""The small faults that can be put into a module, one at a time: what they are, where they are, how they are made."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain, zip_longest
from typing import Any, NamedTuple

from mutanter.endringer import changes, removable

_LONGEST_CONTEXT = 80
_TYPE = re.compile(r"_?[A-ZÆØÅ][a-zæøå]\w*")

Key = tuple[str, str, str, int]
"""What a fault is known by in its module: function, code before, code after, and which of those that are alike."""


class Place(NamedTuple):
    """Where a node hangs in its tree. `number` is its place in a list of nodes."""

    parent: ast.AST
    field: str
    number: int | None

    def put(self, node: Any) -> Any:
        """Hang another node there, and return the one that was."""
        holder = getattr(self.parent, self.field)
        if self.number is None:
            setattr(self.parent, self.field, node)
            return holder
        was, holder[self.number] = holder[self.number], node
        return was


class Mutant(NamedTuple):
    """One fault: `node` hung at `place`. It is known by `key`, which holds also when lines are moved.

    `function` is the function or method that it lies in, of those inside each other the outermost, with «()»; for the
    rest of a class its name, for the rest of a module nothing.
    """

    function: str
    before: str
    after: str
    nth: int
    kind: str
    line: int
    place: Place
    node: Any

    @property
    def key(self) -> Key:
        """What the fault is known by in its module."""
        return self.function, self.before, self.after, self.nth


def mutants(tree: ast.Module) -> list[Mutant]:
    """Return every fault that can be put into a module, in the order of the text."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for function, place, node in _nodes(tree, ""):
        for kind, other in changes(node):
            before, after = _told(place, node, other)
            seen[function, before, after] += 1
            nth = seen[function, before, after]
            found.append(Mutant(function, before, after, nth, kind, node.lineno, place, other))
    return found


def sample(found: Iterable[Mutant], most: int, seed: int) -> list[Mutant]:
    """Return `most` of the faults, as many of each kind as there are; always the same for the same seed.

    A change in one function leaves the choice in the others nearly as it was: faults are ranked by what they are
    known by, not by where they stand.
    """
    kinds: defaultdict[str, list[Mutant]] = defaultdict(list)
    for mutant in sorted(found, key=lambda one: sha256(f"{seed} {one.key}".encode()).digest()):
        kinds[mutant.kind].append(mutant)
    in_turn = chain.from_iterable(zip_longest(*(kinds[kind] for kind in sorted(kinds))))
    return sorted([one for one in in_turn if one is not None][:most], key=lambda one: (one.line, one.key))


def _nodes(node: ast.AST, function: str) -> Iterator[tuple[str, Place, Any]]:
    """Give each node that runs, with where it hangs; no docstrings, no types, nothing that can't happen."""
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "bases", "keywords"} and not isinstance(node, ast.Call):
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for number, child in children:
            if not isinstance(child, ast.AST) or _is_only_said(child) or _changes_no_value(node, field, child):
                continue
            inside = _inside(child, function)
            if hasattr(child, "lineno"):
                yield inside, Place(node, field, number), child
            yield from _nodes(child, inside)


def _inside(node: ast.AST, function: str) -> str:
    """Return the name of the function that a node lies in; of functions inside each other the outermost."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and not function.endswith("()"):
        name = f"{function}.{node.name}" if function else node.name
        return name if isinstance(node, ast.ClassDef) else f"{name}()"
    return function


def _is_only_said(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Expr(ast.Constant()):
            return True
        case ast.Raise(ast.Call(ast.Name("AssertionError"))) | ast.If(ast.Name("TYPE_CHECKING")):
            return True
        case ast.Assign([ast.Name("__all__" | "__slots__")]):
            return True
        # The name of a type: `Rute = tuple[str | int, ...]`, `Node = Scalar | Mapping`.
        case ast.Assign([ast.Name(name)], ast.Subscript() | ast.BinOp()):
            return _TYPE.fullmatch(name) is not None
    return False


def _changes_no_value(node: ast.AST, field: str, child: ast.AST) -> bool:
    """Tell whether a part of a call is only for who reads it, or for the speed: any other would give the same.

    `strict` of `zip` says, as `assert` does, what can't happen; so does `frozen` of `dataclass`.
    """
    match node, child:
        case ast.Call(ast.Name("zip")), ast.keyword("strict"):
            return True
        case ast.Call(ast.Name("dataclass")), ast.keyword("frozen" | "slots"):
            return True
        case ast.Call(ast.Name("lru_cache")), ast.keyword("maxsize"):
            return True
        case ast.Call(ast.Name("cast" | "TypeVar" | "ParamSpec" | "NewType"), [first, *_]), ast.expr():
            return field == "args" and child is first
    return False


def _told(place: Place, node: Any, other: Any) -> tuple[str, str]:
    """Return the code before and after: of a bare value with what it stands in, when that is short."""
    if removable(node):
        return _header(node), _header(other)
    if isinstance(node, ast.Constant | ast.Slice) and isinstance(place.parent, ast.expr | ast.keyword | ast.Return):
        before = ast.unparse(place.parent)
        if len(before) <= _LONGEST_CONTEXT:
            place.put(other)
            after = ast.unparse(place.parent)
            place.put(node)
            return before, after
    return _header(node), _header(other)


def _header(node: ast.AST) -> str:
    """Return the code of a node, of a statement with others in it only the line that begins it."""
    text = ast.unparse(node)
    return text.split("\n")[0] if isinstance(node, ast.stmt) else text

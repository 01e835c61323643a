"""What a fault is made of: for each node of the syntax tree, the nodes that could stand there by mistake."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import copy
from typing import Any

Change = tuple[str, Any]
"""The kind of a fault, and the node that stands there then."""

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_OTHER_NAME = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "startswith": "endswith",
    "endswith": "startswith",
}
_NO_CALL = {"strip", "lstrip", "rstrip", "casefold", "lower", "upper", "removeprefix", "removesuffix", "replace"}


def changes(node: ast.AST) -> Iterator[Change]:
    """Give what could stand instead of a node, by the kind of mistake."""
    if removable(node):
        yield "statement", ast.copy_location(ast.Pass(), node)
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BoolOp():
            yield from _joined(node)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield "not", operand
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _OPERATORS:
            yield "operator", _with(node, op=_OPERATORS[type(op)]())
        case ast.Constant():
            yield from _constants(node)
        case ast.If() | ast.IfExp():
            yield from (("condition", _with(node, test=ast.Constant(holds))) for holds in (True, False)[: _ways(node)])
        # For «no» and nothing are the same to who asks whether.
        case ast.Return(ast.expr() as value) if ast.unparse(value) not in {"None", "False"}:
            yield "return", _with(node, value=ast.Constant(None))
        case ast.Slice():
            yield from (("slice", _with(node, **{end: None})) for end in ("lower", "upper") if getattr(node, end))
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            yield from _unfiltered(node)
        case ast.Call():
            yield from _called(node)


def _ways(node: ast.If | ast.IfExp) -> int:
    """Return 2 for a condition that chooses between two things, and 1 for one that is a guard."""
    return 2 if node.orelse else 1


def removable(node: ast.AST) -> bool:
    """Tell whether a statement can be left out, and what is left still be a program."""
    match node:
        case ast.Expr() | ast.AugAssign() | ast.Delete() | ast.Continue() | ast.Break() | ast.Raise():
            return True
        case ast.Assign([ast.Attribute() | ast.Subscript()]):
            return True
        case ast.If(orelse=[]) | ast.While():
            return True
    return False


def _with(node: Any, **fields: Any) -> Any:
    other = copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return ast.fix_missing_locations(ast.copy_location(other, node))


def _compared(node: ast.Compare) -> Iterator[Change]:
    for n, op in enumerate(node.ops):
        for other in _COMPARISONS[type(op)]:
            yield "comparison", _with(node, ops=[*node.ops[:n], other(), *node.ops[n + 1 :]])


def _joined(node: ast.BoolOp) -> Iterator[Change]:
    yield "and, or", _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for n in range(len(node.values)):
        left = [*node.values[:n], *node.values[n + 1 :]]
        yield "part of a condition", left[0] if len(left) == 1 else _with(node, values=left)


def _called(node: ast.Call) -> Iterator[Change]:
    match node.func:
        case ast.Name("sorted" | "reversed"):
            yield "call", _with(node, func=ast.Name("list", ast.Load()), args=node.args[:1], keywords=[])
        case ast.Name(name) if name in _OTHER_NAME:
            yield "call", _with(node, func=ast.Name(_OTHER_NAME[name], ast.Load()))
        case ast.Attribute(value, name) if name in _OTHER_NAME:
            yield "call", _with(node, func=ast.Attribute(value, _OTHER_NAME[name], ast.Load()))
        case ast.Attribute(value, name) if name in _NO_CALL:
            yield "call", value


def _constants(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield "constant", _with(node, value=not value)
    elif isinstance(value, int | float):
        yield "number", _with(node, value=value + 1)
        yield "number", _with(node, value=value - 1)
    elif isinstance(value, str | bytes):
        something = "XX" if isinstance(value, str) else b"XX"
        yield "text", _with(node, value=value[:0] if value else something)


def _unfiltered(node: Any) -> Iterator[Change]:
    for n, part in enumerate(node.generators):
        for m in range(len(part.ifs)):
            other = copy(part)
            other.ifs = [*part.ifs[:m], *part.ifs[m + 1 :]]
            yield "filter", _with(node, generators=[*node.generators[:n], other, *node.generators[n + 1 :]])

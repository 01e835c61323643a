"""What a template may use, and how much work it may ask for: a template can come from somebody else.

A template is text with names, conditions and loops; nothing in it can be called. `check` looks at its tree and refuses
the rest. `charged` returns the tree with the price of every step put in, so that a template which would go on for ever,
or fill the memory, ends as one that `Work` has no more to give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, nodes

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.ordlyd import mente_du
from avtalegen.komponering.markdown.verdier import CLOSE, OPEN

STEP, RUN, ADD, JOIN, SCALAR = "_skritt", "_kjør", "_legg_sammen", "_sett_sammen", "_enkel"
"""The names of the filters that `charged` puts in. No template can say them: a name can't begin with «_»."""

_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.With, nodes.Include)
_NAMES = (nodes.Assign, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Keyword)
_EXPRESSIONS = (nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat, nodes.Add)
_COLLECTIONS = (nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair)
_ALLOWED = frozenset((*_STATEMENTS, *_NAMES, *_EXPRESSIONS, *_COLLECTIONS))
_CALLED = {
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.AssignBlock: "set med innhold",
    nodes.FilterBlock: "filter rundt innhold",
    nodes.Block: "block",
    nodes.Extends: "extends",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Call: "funksjonskall",
    nodes.Slice: "[fra:til]",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.Neg: "negative tall",
}

_DEEPEST = 50
_LOOPS = 8
LARGEST = 10**12
"""No number in a template is as large."""
_TOO_LARGE = (
    Begge("Malen bruker et tall som er for stort.", "Malen bruker eit tal som er for stort."),
    likt("Skriv det som tekst."),
)
_INCLUDE = re.compile(r"""\{%[-+]?\s*include\s+["']([^"']+)["']""")
# The example agreements take a hundredth of this, and write a tenth of the text that it pays for.
_WORK = 24_000_000
_NODE, _CHARACTER = 20, 500
NODES = 15_000  # in all the templates of their own in one language; ours have 10,000


class NotAllowedError(TemplateSyntaxError):
    """A template uses something that is not for templates. The message names it, `hint` says what to do instead."""

    def __init__(self, message: Begge, line: int, name: str | None, file: str | None, hint: Begge) -> None:
        super().__init__(message, line, name, file)
        self.sagt = message
        self.hint = hint


class TooMuchError(TemplateError):
    """A template asks for more work than any agreement needs."""


class Work:
    """What the templates of one document may still do, in units of about one character moved."""

    def __init__(self) -> None:
        self._left = _WORK

    def use(self, units: int) -> None:
        """Take from what is left; raises `TooMuchError` when that was all."""
        self._left -= units
        if self._left < 0:
            raise TooMuchError

    def write(self, text: str) -> None:
        """Pay for a text that is to be read as Markdown."""
        self.use(_CHARACTER * len(text))


def too_deep(line: int, name: str | None, file: str | None) -> NotAllowedError:
    """Return what is wrong with a template that nests deeper than anybody can read."""
    return NotAllowedError(
        Begge("Malen har for mange nivåer inni hverandre.", "Malen har for mange nivå inni kvarandre."),
        line,
        name,
        file,
        Begge("Del den opp, eller bruk færre nivåer.", "Del han opp, eller bruk færre nivå."),
    )


def too_large_number(name: str | None, file: str | None) -> NotAllowedError:
    """Return what is wrong with a template that has a number of thousands of digits."""
    message, hint = _TOO_LARGE
    return NotAllowedError(message, 1, name, file, hint)


def included(text: str) -> frozenset[str]:
    """Return the names of the templates that a template includes."""
    return frozenset(_INCLUDE.findall(text))


def check(
    tree: nodes.Template, filters: frozenset[str], tests: frozenset[str], name: str | None, file: str | None
) -> int:
    """Return how many nodes the tree has. Raises `NotAllowedError` at the first that no template may use."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    line, count = 1, 0
    while waiting:
        node, depth, loops = waiting.pop()
        count += 1
        line = node.lineno or line
        loops += isinstance(node, nodes.For)
        if depth > _DEEPEST or loops > _LOOPS:
            raise too_deep(line, name, file)
        if wrong := _objection(node, filters, tests):
            message, hint = wrong
            raise NotAllowedError(message, line, name, file, hint)
        waiting += [(child, depth + 1, loops) for child in node.iter_child_nodes()]
    return count


def _objection(node: nodes.Node, filters: frozenset[str], tests: frozenset[str]) -> tuple[Begge, Begge] | None:
    """Return what is wrong with a node and what to do, or None."""
    if type(node) not in _ALLOWED:
        what = next((what for kind, what in _CALLED.items() if isinstance(node, kind)), type(node).__name__)
        return _not_allowed(what)
    if isinstance(node, nodes.Filter | nodes.Test):
        known = filters if isinstance(node, nodes.Filter) else tests
        if node.name not in known:
            kind = "filter" if known is filters else "test"
            near = get_close_matches(node.name, known, n=1)
            alle = ", ".join(sorted(known))
            hint = mente_du(near[0]) if near else Begge(f"Velg blant: {alle}.", f"Vel blant: {alle}.")
            return Begge(
                f"Malen bruker et {kind} som ikke finnes: «{node.name}».",
                f"Malen bruker eit {kind} som ikkje finst: «{node.name}».",
            ), hint
        if node.dyn_args or node.dyn_kwargs:
            return _not_allowed("*")
    if isinstance(node, nodes.Name | nodes.Keyword) and (
        node.name if isinstance(node, nodes.Name) else node.key
    ).startswith("_"):
        return Begge(
            "Malen bruker et navn som begynner med «_», og det er ikke tillatt i maler.",
            "Malen bruker eit namn som byrjar med «_», og det er ikkje tillate i malar.",
        ), Begge("Velg et annet navn.", "Vel eit anna namn.")
    if isinstance(node, nodes.For) and node.recursive:
        return _not_allowed("recursive")
    if isinstance(node, nodes.Include) and not (
        isinstance(node.template, nodes.Const) and isinstance(node.template.value, str) and node.with_context
    ):
        return (
            Begge("Malen bruker en «include» uten et fast navn.", "Malen bruker ein «include» utan eit fast namn."),
            Begge(
                'Skriv navnet i anførselstegn: {% include "roller.md.j2" %}.',
                'Skriv namnet i hermeteikn: {% include "roller.md.j2" %}.',
            ),
        )
    if isinstance(node, nodes.Const) and isinstance(node.value, int | float) and node.value >= LARGEST:
        return _TOO_LARGE
    if isinstance(node, nodes.Pair) and not isinstance(node.key, nodes.Const):
        return Begge(
            "Malen bruker en nøkkel som ikke er et fast ord.", "Malen bruker ein nøkkel som ikkje er eit fast ord."
        ), Begge("Skriv nøkkelen i anførselstegn.", "Skriv nøkkelen i hermeteikn.")
    if isinstance(node, nodes.TemplateData) and (OPEN in node.data or CLOSE in node.data):
        return Begge(
            "Malen har et tegn som avtalegen trenger selv (U+E000 eller U+E001).",
            "Malen har eit teikn som avtalegen treng sjølv (U+E000 eller U+E001).",
        ), Begge("Fjern tegnet.", "Fjern teiknet.")
    return None


def _not_allowed(what: str) -> tuple[Begge, Begge]:
    return (
        Begge(
            f"Malen bruker «{what}», som ikke er tillatt i maler.",
            f"Malen bruker «{what}», som ikkje er tillate i malar.",
        ),
        Begge(
            "Bruk feltene i avtalen, if, for, set, with, include og filtrene i CONTRIBUTING.",
            "Bruk felta i avtalen, if, for, set, with, include og filtera i CONTRIBUTING.",
        ),
    )


def charged(tree: nodes.Template) -> nodes.Template:
    """Return the tree, which `check` has passed, with the price of each step in it. Changes `tree`."""
    for loop in [*tree.find_all(nodes.For)]:
        loop.iter = _filter(loop.iter, STEP, nodes.Const(_size(loop.body) + _size(loop.else_)))
    for compared in [*tree.find_all(nodes.Compare)]:
        places: list[nodes.Compare | nodes.Operand] = [compared, *compared.ops]
        for place in places:
            if not isinstance(place.expr, nodes.Const):
                may_hold = isinstance(place, nodes.Operand) and place.op in ("in", "notin")
                place.expr = _filter(place.expr, SCALAR, nodes.Const(may_hold))
    replaced(tree, _counting)
    tree.body.insert(0, nodes.ExprStmt(_filter(nodes.Const(None), RUN, nodes.Const(_size(tree.body))), lineno=1))
    for node in tree.find_all(nodes.Node):
        node.environment = tree.environment
    return tree


def replaced(node: nodes.Node, new: Callable[[Any], Any]) -> None:
    """Put what `new` gives in the place of each node, from the innermost and out."""
    for field, value in [*node.iter_fields()]:
        if isinstance(value, nodes.Node):
            replaced(value, new)
            setattr(node, field, new(value))
        elif isinstance(value, list):
            for inner in value:
                if isinstance(inner, nodes.Node):
                    replaced(inner, new)
            setattr(node, field, [new(inner) for inner in value])


def joined(value: Any) -> Any:
    """Return a filter in the place of «~»."""
    if isinstance(value, nodes.Concat):
        return _filter(nodes.List(value.nodes, lineno=value.lineno), JOIN)
    return value


def _counting(value: Any) -> Any:
    """Return a filter that counts in the place of «~» and «+», and a list in that of a tuple."""
    if isinstance(value, nodes.Concat):
        return joined(value)
    if isinstance(value, nodes.Add):
        return _filter(nodes.List([value.left, value.right], lineno=value.lineno), ADD)
    # Tuples can be compared and counted as one, however much they hold. Those that templates see are the agreement's.
    if isinstance(value, nodes.Tuple) and value.ctx == "load":
        return nodes.List(value.items, lineno=value.lineno)
    return value


def _filter(node: Any, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, [*arguments], [], None, None, lineno=node.lineno)


def _size(body: list[nodes.Node]) -> int:
    """Return what it costs to go through a body once."""
    return sum(map(_cost, _all(body)))


def _all(body: list[nodes.Node]) -> Iterator[nodes.Node]:
    for node in body:
        yield node
        yield from node.find_all(nodes.Node)


def _cost(node: nodes.Node) -> int:
    return _NODE + len(node.data) if isinstance(node, nodes.TemplateData) else _NODE

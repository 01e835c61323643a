"""Why the words of a template are there, put into its tree: so that a sentence leads to the «ja» that asked for it.

A value that is printed carries the way to itself (`sporing`). A choice is mostly not printed: it decides which of our
words are. Here each condition that asks for one gives its way to the words under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import Any

from jinja2 import nodes

from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.mal.grenser import replaced
from avtalegen.komponering.spor.sporing import Grunn, Valgrute, hel, rute_til
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.former import JaNei

GRUNN, SLUTT, VALGT = "_grunn", "_slutt", "_valgt"
"""The names of the filters that `begrunnet` puts in. No template can say them: a name can't begin with «_»."""

# A mark beside a sign that is Markdown, or in an address, would change what it is: marks stand at words alone.
_WORDS = re.compile(r"\]\([^)]*\)|([^\W\d_](?:[^*_\[\]()|`\\\n]*\w)?)")


def begrunnet(tree: nodes.Template, not_words: tuple[str, ...]) -> nodes.Template:
    """Return the tree with the reason at the words of each condition on a choice. Changes `tree`.

    A line that begins with one of `not_words` is no text of the document.
    """
    _mark(tree.body, None, not_words)
    replaced(tree, _with_reason)
    for node in tree.find_all(nodes.Node):
        node.environment = tree.environment
    return tree


def _mark(body: Sequence[nodes.Node], asked: nodes.List | None, not_words: tuple[str, ...]) -> None:
    for node in body:
        match node:
            case nodes.Output():
                if asked:
                    node.nodes = [new for old in node.nodes for new in _marked(old, asked, not_words)]
            case nodes.If():
                here = _choices(node.test) or asked
                for branch in (node.body, node.elif_, node.else_):
                    _mark(branch, here, not_words)
            case nodes.For() | nodes.With():
                _mark(node.body, asked, not_words)


def _marked(node: nodes.Expr, asked: nodes.List, not_words: tuple[str, ...]) -> Iterator[nodes.Expr]:
    """Give the template's text with marks round the words of each line; what is no such text, as it is."""
    if not isinstance(node, nodes.TemplateData):
        yield node
        return
    for line in node.data.splitlines(keepends=True):
        end = 0
        for words in [] if line.lstrip().startswith(not_words) else _WORDS.finditer(line):
            if words[1]:
                yield nodes.TemplateData(line[end : words.start()], lineno=node.lineno)
                yield _filter(asked, GRUNN)
                yield nodes.TemplateData(words[1], lineno=node.lineno)
                yield _filter(nodes.Const(None, lineno=node.lineno), SLUTT)
                end = words.end()
        yield nodes.TemplateData(line[end:], lineno=node.lineno)


def _with_reason(value: Any) -> Any:
    if isinstance(value, nodes.CondExpr) and (asked := _choices(value.test)):
        return nodes.Filter(value, VALGT, [asked], [], None, None, lineno=value.lineno)
    return value


def _choices(test: nodes.Node) -> nodes.List | None:
    """Return what the condition asks for that may be a choice: each owner and the name of its field, in turn."""
    found = [node for node in (test, *test.find_all(nodes.Getattr)) if isinstance(node, nodes.Getattr)]
    asked = [part for node in found if node.attr in choices() for part in (node.node, nodes.Const(node.attr))]
    return nodes.List(asked, lineno=test.lineno) if asked else None


def _filter(asked: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(asked, name, [], [], None, None, lineno=asked.lineno)


@cache
def choices() -> frozenset[str]:
    """Return the names of the fields that hold a choice, or yes or no."""
    names: set[str] = set()
    waiting: list[type[Del]] = [Avtale]
    seen: set[type[Del]] = {Avtale}
    while waiting:
        for felt in waiting.pop().felter.values():
            if not isinstance(felt.type, type):
                names |= {felt.navn} if felt.type == JaNei else set()
            elif issubclass(felt.type, Enum):
                names.add(felt.navn)
            elif issubclass(felt.type, Del) and felt.type not in seen:
                seen.add(felt.type)
                waiting.append(felt.type)
    return frozenset(names)


def filters() -> dict[str, Any]:
    """Return the filters that `begrunnet` puts in, by name."""
    return {GRUNN: lambda asked: Grunn(_way(asked)), SLUTT: lambda _: _NO_REASON, VALGT: _chosen}


_NO_REASON = Grunn(None)


def _chosen(text: Any, asked: list[Any]) -> Any:
    if not text or text.__class__ is not str or not (way := _way(asked)):
        return text
    return hel(text, way)


@cache
def _keys(part: type) -> dict[str, str] | None:
    """Return the keys of a part by the names of its fields, None for other things: Pydantic is slow to tell."""
    return part.nøkler if issubclass(part, Del) else None


def _way(asked: list[Any]) -> Rute | None:
    """Return the way to the first of what was asked for that the agreement has and that is a choice."""
    for n in range(0, len(asked), 2):
        owner, name = asked[n], asked[n + 1]
        if keys := _keys(owner.__class__):
            value = getattr(owner, name)
            if (value.__class__ is bool or isinstance(value, Enum)) and (way := rute_til(owner)):
                return Valgrute((*way, keys[name]))
    return None

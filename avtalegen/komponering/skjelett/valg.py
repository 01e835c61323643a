"""The templates without what they say of words that stand for a choice: our sentences are known without them."""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer


def uten_egne_ord(mal: nodes.Template) -> nodes.Template:
    """Return a template as it is where each choice is made by one of its words. Changes it."""
    _UtenEgneOrd().visit(mal)
    return mal


def _er(node: nodes.Node, verdi: object) -> bool:
    return isinstance(node, nodes.Const) and node.value is verdi


class _UtenEgneOrd(NodeTransformer):
    """Put nothing for the words, and take away the branches that they would have led to."""

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 - the name that jinja2 looks for
        self.generic_visit(node)
        if node.name == "map" and any(isinstance(en, nodes.Const) and en.value == "egne_ord" for en in node.args):
            return nodes.List([])
        return nodes.Const(None) if node.name == "egne_ord" else node

    def visit_Not(self, node: nodes.Not) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return nodes.Const(True) if _er(node.node, None) else node

    def visit_Or(self, node: nodes.Or) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return node.right if _er(node.left, None) else node.left if _er(node.right, None) else node

    def visit_And(self, node: nodes.And) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if _er(node.left, None) or _er(node.right, None):
            return nodes.Const(None)
        return node.right if _er(node.left, True) else node.left if _er(node.right, True) else node

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node | None:  # noqa: N802
        self.generic_visit(node)
        return node.expr2 if _er(node.test, None) else node

    def visit_If(self, node: nodes.If) -> Any:  # noqa: N802
        self.generic_visit(node)
        node.elif_ = [en for en in node.elif_ if not _er(en.test, None)]
        if not _er(node.test, None):
            return node
        if not node.elif_:
            return node.else_
        først, *resten = node.elif_
        return nodes.If(først.test, først.body, resten, node.else_)

"""Which functions use what a module says outside of them: only the tests of those can see a fault in it."""

from __future__ import annotations

import ast


def users(tree: ast.Module, line: int) -> frozenset[str]:
    """Return the functions, such as `Work.opcodes`, that use the private name that the statement on a line gives.

    Nothing when more than functions may use it: when the name is public, or something is made of it or decorated with
    it as the module is loaded.
    """
    names = [name for statement in tree.body if (name := _private(statement)) and _has(statement, line)]
    if not names:
        return frozenset()
    found: set[str] = set()
    todo, done = names, set(names)
    while todo:
        name = todo.pop()
        for statement in tree.body:
            if not _uses(statement, name):
                continue
            if other := _private(statement):
                if other not in done:
                    done.add(other)
                    todo.append(other)
                continue
            inside = _functions(statement, name, "")
            if inside is None:
                return frozenset()
            found |= inside
    return frozenset(found)


def _private(statement: ast.AST) -> str:
    match statement:
        case ast.Assign([ast.Name(name)]) | ast.AnnAssign(ast.Name(name)) if name.startswith("_"):
            return name
    return ""


def _has(statement: ast.stmt, line: int) -> bool:
    return statement.lineno <= line <= (statement.end_lineno or 0)


def _uses(node: ast.AST, name: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Load) for one in ast.walk(node))


def _functions(node: ast.stmt, name: str, inside: str) -> set[str] | None:
    """Return the functions of a statement that use a name; None when what is outside of their bodies does."""
    match node:
        case ast.FunctionDef():
            said = [*node.decorator_list, node.args]
            return None if any(_uses(one, name) for one in said) else {inside + node.name}
        case ast.ClassDef():
            if any(_uses(one, name) for one in (*node.decorator_list, *node.bases, *node.keywords)):
                return None
            found = [_functions(one, name, f"{inside}{node.name}.") for one in node.body if _uses(one, name)]
            return None if None in found else set().union(*(one for one in found if one))
    return None

"""Jinja's filters that choose among values and change each of them, for our own templates.

Jinja looks up the test, the filter and the way of passing its arguments anew for each value; half of the time of a list
goes there. These do the same for the ways that our templates ask in, and leave the others to Jinja. The templates of a
repository have Jinja's, which take what they cost from the `Work`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jinja2 import pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context


def filters() -> dict[str, Callable[..., Any]]:
    """Return the filters by name."""
    return {
        "map": _map,
        "selectattr": _by_attribute("selectattr", chosen=True),
        "rejectattr": _by_attribute("rejectattr", chosen=False),
        "select": FILTERS["select"],
        "reject": FILTERS["reject"],
    }


@pass_context
def _map(context: Context, values: Iterable[Any], *args: Any, **kwargs: Any) -> Iterator[Any]:
    function = context.environment.filters.get(args[0]) if len(args) == 1 else None
    if function is None or hasattr(function, "jinja_pass_arg"):
        yield from FILTERS["map"](context, values, *args, **kwargs)
    elif values:
        for value in values:
            yield function(value, **kwargs)


def _by_attribute(name: str, *, chosen: bool) -> Callable[..., Any]:
    """Return the filter that keeps the values whose attribute is true or passes a test, or not `chosen`: the others."""

    @pass_context
    def by_attribute(
        context: Context, values: Iterable[Any], attribute: str, test: str | None = None, *args: Any
    ) -> Iterator[Any]:
        environment = context.environment
        passes: Any = environment.tests.get(test) if test else bool
        if passes is None or "." in attribute or attribute.isdigit():
            yield from FILTERS[name](context, values, attribute, *((test, *args) if test else ()))
        elif values:
            for value in values:
                if bool(passes(environment.getitem(value, attribute), *args)) is chosen:
                    yield value

    return by_attribute

"""The text of a new YAML file as its tests look at it: read, as values, and as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtalegen.flyt import check
from avtalegen.lesing import parse, to_data
from avtalegen.modell.avtale import Avtale


def avtale(text: str) -> Avtale:
    checked = check(text, "prøve.yaml")
    assert checked.diagnostics == ()
    assert checked.avtale is not None
    return checked.avtale


def data(text: str) -> dict[str, Any]:
    root = parse(text, "prøve.yaml").root
    assert root is not None
    found = to_data(root)
    assert isinstance(found, dict)
    return found


def unwrapped(text: str) -> str:
    """Return the text with every comment on one line, behind what stands before it."""
    return re.sub(r"\n *## +", " ", text)


def values(found: object) -> Iterator[str]:
    if isinstance(found, dict | list):
        for value in found.values() if isinstance(found, dict) else found:
            yield from values(value)
    elif isinstance(found, str):
        yield found


def values_of(text: str) -> list[str]:
    return list(values(data(text)))


def comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]

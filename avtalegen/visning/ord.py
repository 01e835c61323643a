"""The words of the pages, in both målformer: each folder of them has its own `ord.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from avtalegen.funn.begge import Begge, i_nynorsk


@cache
def ordene(mappe: str = "statisk") -> Mapping[str, Begge]:
    """Return the words of the pages in a folder under this one, by name."""
    read = json.loads(files("avtalegen.visning").joinpath(f"{mappe}/ord.json").read_bytes())
    return {navn: Begge(sagt["nb"], sagt["nn"]) for navn, sagt in read.items()}


def sagt(data: Any, nynorsk: bool) -> Any:
    """Return what is to be sent to a page, with each text that is in both målformer in one of them."""
    match data:
        case Begge():
            return data.nn if nynorsk else str(data)
        case dict():
            return {key: sagt(value, nynorsk) for key, value in data.items()}
        case list() | tuple():
            return [sagt(value, nynorsk) for value in data]
    return data


def i_målform(nynorsk: bool, mappe: str = "statisk") -> dict[str, str]:
    """Return the words of a page in one of them."""
    return {navn: i_nynorsk(sagt) if nynorsk else str(sagt) for navn, sagt in ordene(mappe).items()}

"""Readers of texts that are short, as values are, and that remember what they have read."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Lest = TypeVar("Lest")

_MANGE = 256
"""Values that each reader remembers."""
_LENGST = 300
"""Characters: no number, date or length of time is as long, and a hostile text could keep a pattern busy for hours."""


def bare_korte(les: Callable[[str], Lest | None]) -> Callable[[str], Lest | None]:
    """Make a reader of texts say None of what is too long to be a value: it is words, and stands as it is written.

    What the others have been read as, is remembered: «fire ganger i året» is in most agreements, and in each of them
    more than once.
    """
    husket = lru_cache(maxsize=_MANGE)(les)

    @wraps(les)
    def les_kort(tekst: str) -> Lest | None:
        return husket(tekst) if er_kort(tekst) else None

    return les_kort


def er_kort(tekst: str) -> bool:
    """Tell whether a text may be a value, and isn't just words."""
    return len(tekst) <= _LENGST

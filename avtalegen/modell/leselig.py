"""Whether a text can be read as a value of one type of the format, without an agreement around it."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError


def kan_leses(type_: Any, tekst: str) -> bool:
    """Tell whether a text can be read as the type of a field (`Felt.type`)."""
    try:
        _leser(type_).validate_python(tekst)
    except ValidationError:
        return False
    return True


@cache
def _leser(type_: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type_)

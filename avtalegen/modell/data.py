"""Values as data: what stands in the YAML for a value of Python's own."""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from math import isfinite
from typing import Any

_LENGST = 1_000  # bits; Python writes no number that is much longer


def som_data(verdi: Any) -> Any:
    """Return a value as it would stand in the YAML: text, a number, a list or a mapping.

    A type of our own says it by its method `skriv`. Raises `ValueError` for what no YAML can say.
    """
    try:
        return _som_data(verdi)
    except RecursionError:
        raise ValueError("Verdien har for mange nivåer, eller inneholder seg selv.") from None


def _som_data(verdi: Any) -> Any:
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if skriv := getattr(verdi, "skriv", None):
        return skriv()
    match verdi:
        case datetime() if verdi.time() == time():
            return verdi.date().isoformat()
        case date():
            return verdi.isoformat()
        case time():
            return f"{verdi:%H:%M}"
        case Enum():
            return verdi.value
        case str():
            return str(verdi)  # of a text that is Markdown, the text
        case list() | tuple():
            return [_som_data(en) for en in verdi]
        case Mapping():
            return {str(_som_data(nøkkel)): _som_data(en) for nøkkel, en in verdi.items()}
        case float() if not isfinite(verdi):
            raise ValueError(f"{verdi} er ikke et tall som kan skrives.")
        case int() if verdi.bit_length() > _LENGST:
            raise ValueError("Tallet er for stort.")
        case float() if verdi.is_integer():
            return int(verdi)
    return verdi


def fra_python(verdi: Any) -> Any:
    """Return a value as it would be read from the YAML, where all that is no list or mapping is text."""
    return _som_lest(som_data(verdi))


def _som_lest(data: Any) -> Any:
    match data:
        case int() | float():
            return str(data)
        case list():
            return [_som_lest(en) for en in data]
        case dict():
            return {nøkkel: _som_lest(en) for nøkkel, en in data.items()}
    return data

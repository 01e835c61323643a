"""Reading one value as a form of the format reads it, and what is said when it is refused."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

_adapter = cache(TypeAdapter)


def les(type_: Any, data: object) -> Any:
    """Return what `data` means where a value of this form, or this part, is expected."""
    return _adapter(type_).validate_python(data)


def skrevet(type_: Any, verdi: object) -> Any:
    """Return what a value of this form is dumped as."""
    return _adapter(type_).dump_python(verdi)


def avvist(type_: Any, data: object) -> tuple[str, str]:
    """Return the message and the hint that `data` is refused with."""
    try:
        meant = les(type_, data)
    except ValidationError as error:
        (found,) = error.errors()
        assert found["type"] == "uleselig"
        return found["ctx"]["melding"], found["ctx"]["råd"]
    raise AssertionError(f"{data!r} is read as {meant!r}")

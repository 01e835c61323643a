"""Reading one value as a form of the format reads it, and what is said when it is refused."""

from typing import Any

from pydantic_core import SchemaValidator, ValidationError

from avtalegen.modell.base import Del, form


def les(type_: Any, data: object) -> Any:
    """Return what `data` means where a value of this form, or this part, is expected."""
    core = type_.kjerne if isinstance(type_, type) and issubclass(type_, Del) else form(type_).core
    return SchemaValidator(core).validate_python(data)


def avvist(type_: Any, data: object) -> tuple[str, str]:
    """Return the message and the hint that `data` is refused with."""
    try:
        meant = les(type_, data)
    except ValidationError as error:
        (found,) = error.errors()
        assert found["type"] == "uleselig"
        return found["ctx"]["melding"], found["ctx"]["råd"]
    raise AssertionError(f"{data!r} is read as {meant!r}")

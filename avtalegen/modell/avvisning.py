"""How a value that can't be read is rejected: with what was wrong, what was expected and what to do."""

from __future__ import annotations

from typing import NoReturn

from pydantic_core import PydanticCustomError

from avtalegen.funn.begge import Begge
from avtalegen.modell import ordlyd


def reject(message: Begge, hint: Begge | None = None) -> NoReturn:
    """Raise the error for a value that can't be read."""
    raise PydanticCustomError("uleselig", "{melding}", {"melding": message, "råd": hint})


def reject_answer(text: str) -> None:
    """Reject «ja» and «nei» where an agreement says something in words: «Politikontakt er nei»."""
    if (svar := text.strip(" .!")).casefold() in ("ja", "nei"):
        reject(ordlyd.et_svar(svar), ordlyd.SAGT_MED_ORD)


def reject_shape(message: Begge, hint: Begge | None = None) -> NoReturn:
    """Raise the error for text, a list or a mapping that stands where another of the three was expected."""
    raise PydanticCustomError("fasong", "{melding}", {"melding": message, "råd": hint})

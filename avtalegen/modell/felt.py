"""What is known of a field of the format."""

import types
from typing import Any, NamedTuple, Self, Union

from pydantic.fields import FieldInfo


class Felt(NamedTuple):
    """A field: its key in the YAML, what it holds, whether it must be there.

    `andre_ord` are the words that people use for the key instead of it, with «_» for a space.
    """

    navn: str
    nøkkel: str
    beskrivelse: str
    tittel: str
    eksempel: str | None
    type: Any
    mange: bool
    påkrevd: bool
    standard: Any
    andre_ord: tuple[str, ...] = ()


class Uferdig(NamedTuple):
    """A field as it is declared; the rest is known from its annotation."""

    beskrivelse: str
    eksempel: str | None
    nøkkel: str | None
    tittel: str | None
    standard: Any
    andre_ord: str


INGEN: Any = object()
"""The standard of a field that has none: it must be there."""


def tittel_av(nøkkel: str) -> str:
    """Return the title of a key: «per_år» is «Per år»."""
    ord_ = nøkkel.replace("_", " ")
    return ord_[0].upper() + ord_[1:]


def ferdig(navn: str, annotation: Any, uferdig: Uferdig) -> Felt:
    """Return a field, of what was declared and its annotation. Raises `TypeError` for one that is only text."""
    if isinstance(annotation, str):
        raise TypeError(f"{navn}: what a field may hold must be known here: no «from __future__ import annotations»")
    påkrevd, mange, standard = uferdig.standard is INGEN, False, uferdig.standard
    # What `typing` has functions for; they take a tenth of the time that it takes to make the four hundred fields.
    if isinstance(annotation, types.UnionType) or getattr(annotation, "__origin__", None) is Union:
        annotation = next(arg for arg in annotation.__args__ if arg is not types.NoneType)
        påkrevd, standard = False, None
    if getattr(annotation, "__origin__", None) is tuple:
        annotation, mange, påkrevd, standard = annotation.__args__[0], True, False, ()
    nøkkel = uferdig.nøkkel or navn
    return Felt(
        navn,
        nøkkel,
        uferdig.beskrivelse,
        uferdig.tittel or tittel_av(nøkkel),
        uferdig.eksempel,
        annotation,
        mange,
        påkrevd,
        standard,
        tuple(uferdig.andre_ord.split()),
    )


class Feltinfo(FieldInfo):  # type: ignore[misc]  # final to the type checker; FastAPI has one of its own too
    """Pydantic's own declaration of a field, which it makes what it knows of it from.

    It takes two copies of each of the four hundred, and builds it anew, although nobody has the first. One of a class
    of its own it takes as it is, where the annotation has no more to add: a fiftieth of the time of a short run. What
    inherits the field, gets a copy.
    """

    _tatt = False

    def __copy__(self) -> Self:
        if not self._tatt:
            self._tatt = True
            return self
        kopi = type(self)()
        for navn in FieldInfo.__slots__:
            if hasattr(self, navn):
                setattr(kopi, navn, getattr(self, navn))
        return kopi


def pydantisk(felt: Felt) -> Any:
    """Return Pydantic's own declaration of a field."""
    info: dict[str, Any] = {"title": felt.tittel, "description": felt.beskrivelse}
    if not felt.påkrevd:
        info["default"] = felt.standard
    if felt.nøkkel != felt.navn:
        info["alias"] = info["validation_alias"] = info["serialization_alias"] = felt.nøkkel
    if felt.eksempel:
        info["examples"] = [felt.eksempel]
    return Feltinfo(**info)

"""A copy of an agreement in which each value that somebody has written carries the way to itself (`sporing`)."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.spor.sporing import hel
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.klokke import Ukedagene


def sporet(avtale: Avtale) -> Avtale:
    """Return the agreement with the way to each value in it, and to each of its parts."""
    return _del(avtale, ())  # type: ignore[no-any-return]


def _del(del_: Del, rute: Rute) -> Any:
    # What Pydantic's own copying does, and nothing else: there is one for each part of an agreement.
    kopi = object.__new__(del_.__class__)
    _sett(kopi, "rute", rute)
    _sett(kopi, "__pydantic_fields_set__", del_.__pydantic_fields_set__)
    _sett(kopi, "__pydantic_extra__", del_.__pydantic_extra__)
    _sett(kopi, "__pydantic_private__", del_.__pydantic_private__)
    verdier = del_.__dict__.copy()
    _sett(kopi, "__dict__", verdier)
    felter = _felter(del_.__class__) or {}
    # Many fields, few of them filled, and what isn't written has no way.
    for navn in del_.__pydantic_fields_set__:
        if (verdi := verdier[navn]) and navn in felter:
            nøkkel, mange = felter[navn]
            vei = (*rute, nøkkel)
            verdier[navn] = hel(verdi, vei) if verdi.__class__ is str else _verdi(verdi, vei, mange)
    return kopi


_sett = object.__setattr__


@cache
def _felter(cls: type) -> dict[str, tuple[str, bool]] | None:
    """Return the keys of the fields of a part by their names, and which hold many; None for other things.

    Pydantic is slow to tell what is a part.
    """
    return {felt.navn: (felt.nøkkel, felt.mange) for felt in cls.felter.values()} if issubclass(cls, Del) else None


def _verdi(verdi: Any, rute: Rute, mange: bool = False) -> Any:
    cls = verdi.__class__
    if cls is tuple:
        # What is written as one text may hold several values, such as the hours of a day: all have the same way.
        alle = tuple([_verdi(en, (*rute, nr) if mange else rute) for nr, en in enumerate(verdi)])
        return _med_rute(_Valgte(alle), rute) if isinstance(verdi[0], Enum) else alle
    if cls is str:
        return hel(verdi, rute)
    if _felter(cls) is not None:
        return _del(verdi, rute)
    # Choices have no subclasses; the templates tell of them where they ask for them.
    return verdi if verdi is None or cls is bool or isinstance(verdi, Enum) else _med_rute(verdi, rute)


def _med_rute(verdi: Any, rute: Rute) -> Any:
    cls: Any = _sporet_klasse(verdi.__class__)
    match verdi:
        case Ukedagene():
            kopi = cls(verdi, verdi.ord)
        case tuple():
            kopi = cls._make(verdi)
        case date():
            kopi = cls(verdi.year, verdi.month, verdi.day)
        case _:
            kopi = cls(verdi)
            for navn in {navn for klasse in type(verdi).__mro__ for navn in getattr(klasse, "__slots__", ())}:
                setattr(kopi, navn, getattr(verdi, navn))
    kopi.rute = rute
    return kopi


class _Valgte(tuple[Any, ...]):
    """Several choices, such as the days of a week."""

    _make: Any = classmethod(tuple.__new__)


@cache
def _sporet_klasse(cls: Hashable) -> Any:
    assert isinstance(cls, type)
    return type(f"Sporet{cls.__name__}", (cls,), {"rute": None, "__module__": __name__})

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
from avtalegen.modell.lokaltekst import TOMME, samle

Tekster = list[tuple[Rute, str]]


def sporet(avtale: Avtale) -> tuple[Avtale, Tekster]:
    """Return the agreement with the way to each value in it, and to each of its parts, and all its texts.

    The texts are those that `lokaltekst.tekster` gives: an agreement is gone through once, for both.
    """
    tekster: Tekster = []
    kopi = _verdi(avtale, (), tekster)
    return kopi, [tekst for tekst in tekster if tekst[0][0] != "arv"] if avtale.arv else tekster


def _del(del_: Del, rute: Rute, felter: dict[str, tuple[str, bool]], tekster: Tekster) -> Any:
    skrevet, gamle = del_.__pydantic_fields_set__, del_.__dict__
    verdier = gamle.copy()
    # Many fields, few of them filled: what nobody has written, has no way, and no text.
    for navn in filter(skrevet.__contains__, felter):
        verdi = gamle[navn]
        if not verdi and verdi.__class__ in TOMME:
            continue
        nøkkel, mange = felter[navn]
        vei = rute + (nøkkel,)  # noqa: RUF005 - in half the time
        if verdi.__class__ is str:
            tekster.append((vei, verdi))
            verdier[navn] = hel(verdi, vei)
        elif verdi.__class__ is tuple:
            verdier[navn] = _alle(verdi, vei, mange, tekster)
        elif verdi:
            verdier[navn] = _verdi(verdi, vei, tekster)
        else:  # words that stand instead of a value
            samle(verdi, vei, tekster, [])
    return del_.ved(rute, verdier)


@cache
def _felter(cls: type) -> dict[str, tuple[str, bool]] | None:
    """Return the keys of the fields of a part by their names, and which hold many; None for other things.

    Pydantic is slow to tell what is a part.
    """
    return {felt.navn: (felt.nøkkel, felt.mange) for felt in cls.felter.values()} if issubclass(cls, Del) else None


def _alle(verdier: tuple[Any, ...], rute: Rute, mange: bool, tekster: Tekster) -> tuple[Any, ...]:
    """Return several values; where one text holds all of them, such as the hours of a day, they have the same way."""
    nye: list[Any] = []
    for nr, verdi in enumerate(verdier):
        vei = rute + (nr,) if mange else rute  # noqa: RUF005
        if verdi.__class__ is str:
            tekster.append((vei, verdi))
            nye.append(hel(verdi, vei))
        else:
            nye.append(_verdi(verdi, vei, tekster))
    valgt = nye[0] is verdier[0] and isinstance(nye[0], Enum)
    return _med_rute(_Valgte(nye), rute) if valgt else tuple(nye)


def _verdi(verdi: Any, rute: Rute, tekster: Tekster) -> Any:
    cls = verdi.__class__
    if felter := _felter(cls):
        return _del(verdi, rute, felter, tekster)
    if cls is tuple:
        return _alle(verdi, rute, False, tekster)
    # Choices have no subclasses; the templates tell of them where they ask for them.
    if verdi is None or cls is bool or isinstance(verdi, Enum):
        return verdi
    samle(verdi, rute, tekster, [])
    return _med_rute(verdi, rute)


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
            for navn in _ved_siden(verdi.__class__):
                setattr(kopi, navn, getattr(verdi, navn))
    kopi.rute = rute
    return kopi


class _Valgte(tuple[Any, ...]):
    """Several choices, such as the days of a week."""

    _make: Any = classmethod(tuple.__new__)


@cache
def _ved_siden(cls: type) -> frozenset[str]:
    """Return the names of what a value holds beside what it is."""
    return frozenset(navn for klasse in cls.__mro__ for navn in getattr(klasse, "__slots__", ()))


@cache
def _sporet_klasse(cls: Hashable) -> Any:
    assert isinstance(cls, type)
    return type(f"Sporet{cls.__name__}", (cls,), {"rute": None, "__module__": __name__})

"""How a message says dates, numbers and lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from avtalegen.modell.datering import Datering
from avtalegen.modell.tid import MÅNEDER


def dag_i_ord(dag: date) -> str:
    """Return «25. oktober 2024»."""
    return f"{dag.day}. {MÅNEDER[dag.month - 1]} {dag.year}"


def datering_i_ord(datering: Datering) -> str:
    """Return «25. oktober 2024», «i oktober 2024» or «i 2024»."""
    return dag_i_ord(datering.dato) if datering.dato else f"i {datering.skriv()}"


def liste(ting: Iterable[str], ord_: str = "og") -> str:
    """Return «a, b og c»."""
    *første, siste = ting
    return f"{', '.join(første)} {ord_} {siste}" if første else siste


def stor(tekst: str) -> str:
    """Return the text with a capital first letter."""
    return tekst[:1].upper() + tekst[1:]


def antall(tall: int, entall: str, flertall: str) -> str:
    """Return the number with its noun: «1 møte», «4 møter»."""
    return f"{tall} {entall if tall == 1 else flertall}"

"""How a message says numbers and lists, and asks what was meant."""

from __future__ import annotations

from collections.abc import Iterable

from avtalegen.funn.begge import Begge


def liste(ting: Iterable[str], ord_: str = "og") -> str:
    """Return «a, b og c»."""
    *første, siste = ting
    return f"{', '.join(første)} {ord_} {siste}" if første else siste


def stor(tekst: str) -> str:
    """Return the text with a capital first letter."""
    return tekst[:1].upper() + tekst[1:]


def mente_du(navn: str) -> Begge:
    """Return the question whether a name was meant."""
    return Begge(f"Mente du «{navn}»?", f"Meinte du «{navn}»?")


def antall(tall: int, entall: str, flertall: str) -> str:
    """Return the number with its noun: «1 møte», «4 møter»."""
    return f"{tall} {entall if tall == 1 else flertall}"

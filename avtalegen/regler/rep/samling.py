"""What a rule across agreements is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Related, Severity, Span
from avtalegen.regler.base import Regel
from avtalegen.regler.rep.sammendrag import Sammendrag


class Dekning(NamedTuple):
    """The politidistrikt that a collection of agreements says that it covers, and where it says so."""

    distrikt: str
    plass: Span


class Samling(NamedTuple):
    """The agreements that are held against each other, in the order that findings shall have, and the day."""

    avtaler: list[Sammendrag]
    i_dag: date
    dekning: Dekning | None = None


class Repfunn(NamedTuple):
    """What a rule across agreements has found: where, what is wrong, what to do, and the places in the other files."""

    plass: Span
    melding: Begge
    hjelp: Begge
    relatert: tuple[Related, ...] = ()


Repsjekk = Callable[[Samling], Iterator[Repfunn]]


def repregel(kode: str, navn: str, alvorlighet: Severity, grunnlag: str = "") -> Callable[[Repsjekk], Repsjekk]:
    """Make a function a rule across agreements, documented as any other rule (`base.regel`).

    In the examples, `---` stands between the agreements.
    """

    def gjør(sjekk: Repsjekk) -> Repsjekk:
        sjekk.regel = Regel(kode, navn, alvorlighet, grunnlag, sjekk)  # type: ignore[attr-defined]
        return sjekk

    return gjør

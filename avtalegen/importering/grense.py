"""How much of a document is read as an agreement. What there is counts first; behind it is a bound on the time.

A reader of a format has its own bounds, of what is needed to learn what is written. These are of the text that came of
it: each sentence is held against much, and one that says a little of everything takes a hundred times that of prose.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import thread_time

from avtalegen.importering.kilde import Kilde
from avtalegen.importering.lesere.feil import for_mye

MEST_ORD = 40_000  # a hundred pages: no agreement that we know of has a tenth of it
MEST_TEGN = 400_000
LENGSTE_ORD = 5_000  # characters: a line to write on has some hundred
SEKUNDER = 15.0

_frist: ContextVar[float] = ContextVar("frist", default=inf)


@contextmanager
def lest_innen(kilde: Kilde) -> Iterator[None]:
    """Raise `KildeFeil` for a text with more in it than an agreement has, and when it takes too long in here."""
    if (
        sum(len(linje.tekst) for linje in kilde.linjer) > MEST_TEGN
        or sum(len(linje.tekst.split()) for linje in kilde.linjer) > MEST_ORD
        or max((len(ord_) for linje in kilde.linjer for ord_ in linje.tekst.split()), default=0) > LENGSTE_ORD
    ):
        raise for_mye()
    før = _frist.set(thread_time() + SEKUNDER)
    try:
        yield
    finally:
        _frist.reset(før)


def hold_fristen() -> None:
    """Stop when it has taken too long. It is asked wherever a sentence is read or something is accounted for."""
    if thread_time() > _frist.get():
        raise for_mye()

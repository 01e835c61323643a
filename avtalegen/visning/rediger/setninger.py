"""What a proposal says in the agreement, as whole sentences: composed, as all else is, and never written by hand."""

from __future__ import annotations

from functools import cache
from threading import Event

from avtalegen.forslag.veilederens import for_rute, forslag
from avtalegen.modell.former import Målform
from avtalegen.rapporter.formatet.eksempel import blir_av


@cache
def setning(rute: tuple[str, ...], målform: Målform) -> str:
    """Return the lines that the proposal for a place puts in an agreement; "" when it shows nowhere in the text."""
    ett = for_rute(rute, målform)
    return "\n".join(blir_av(rute, ett.verdi, målform)) if ett else ""


def varm_opp(stopped: Event) -> None:
    """Make every sentence before anybody asks, until it is `stopped`: together they take a second."""
    for målform in Målform:
        for ett in forslag(målform):
            if stopped.is_set():
                return
            setning(ett.rute, målform)

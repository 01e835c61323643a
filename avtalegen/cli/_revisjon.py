"""The next agreement of one that lies on the disk, for the command and for the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from avtalegen.cli._settings import Settings
from avtalegen.cli._sjekk import sjekk
from avtalegen.cli._terminal import read_input
from avtalegen.flyt import Checked
from avtalegen.lesing import LIMITS
from avtalegen.register.helligdager import fridag
from avtalegen.samling.filer import Found
from avtalegen.samling.konfig import Konfig
from avtalegen.samling.repository import Repository
from avtalegen.utgaver.revisjon import Revidert, revider


def neste_av(found: Found, settings: Settings, fra: date | None = None, flyttet: str = "") -> tuple[Revidert, date]:
    """Return the next agreement of the one in a file, and which day it is. Nothing is written.

    `fra` is its first day where that is asked for, `flyttet` as for `revider`. Raises `AvtalegenError` when the file
    can't be read.
    """
    data = read_input(found, LIMITS.bytes)
    given = settings.of(found)
    files = Repository(found.name)
    checked = sjekk(data, found.name, given, files)
    i_dag = given.valg.i_dag
    return revider(checked, files, fra, i_dag, _fri(checked, given.konfig), flyttet), i_dag


def _fri(checked: Checked, konfig: Konfig) -> Callable[[date], str | None]:
    """Return what tells why a day is off: a public holiday, or a day without school in one of the kommuner."""
    kommuner = checked.kontekst.kommuner if checked.kontekst else ()
    numre = {en.kommunenummer for en in kommuner if en}

    def grunn(dag: date) -> str | None:
        skolen = next((en for en in konfig.skolefri if en.gjelder(dag, numre)), None)
        return fridag(dag) or (f"skolefri ({skolen.tekst})" if skolen else None)

    return grunn

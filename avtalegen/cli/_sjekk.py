"""A file checked with the settings that apply to it, and what a change of it would make wrong."""

from __future__ import annotations

from avtalegen import flyt
from avtalegen.cli._settings import ForFile
from avtalegen.flyt import Checked
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Severity
from avtalegen.lesing.arv import Files
from avtalegen.rettelser import nye_funn
from avtalegen.samling.repository import Repository


def sjekk(data: bytes, name: str, given: ForFile, files: Files | None = None) -> Checked:
    """Check an agreement. `files` finds what it inherits from: those around it, unless something else is given."""
    return flyt.check(data, name, given.valg, files or Repository(name), given.oppsett)


def ny_feil(name: str, before: bytes, after: bytes, given: ForFile, what: Begge) -> Begge | None:
    """Return that `what` gives an error that wasn't there, and the first of those; None when it gives none."""
    for found in nye_funn(sjekk(before, name, given), sjekk(after, name, given)):
        if found.severity is Severity.FEIL:
            return what + found.message + f" ({found.code})"
    return None

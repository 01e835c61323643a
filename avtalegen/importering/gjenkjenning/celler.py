"""The cells of tables: their lines, and all of them as one value."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.blokker import Rute
from avtalegen.importering.funnet import SIKKER, Verdi
from avtalegen.importering.utsnitt import Utsnitt, samlet


def første(rute: Rute | None) -> Utsnitt | None:
    """Return the first line of a cell that holds text."""
    return next((u.strippet(" \t\n") for u in rute.utsnitt if u.s.strip()), None) if rute else None


def linjer(rute: Rute | None) -> list[Utsnitt]:
    """Return the lines of a cell that hold text."""
    return [en.strippet(" \t\n") for u in rute.utsnitt for en in u.delt(r"\n+") if en.s.strip()] if rute else []


def tom(u: Utsnitt | None) -> bool:
    """Tell whether nothing, or only a dash, stands in a cell."""
    return u is None or not u.s.strip(" –—-.")


def sammen(rute: Rute | None) -> Verdi | None:
    """Return all the lines of a cell as one value."""
    alle = linjer(rute)
    if not alle or tom(alle[0]):
        return None
    tekst = samlet(" ".join(u.s for u in alle)).strip(" ,;")
    if not re.match(rf"{uttrykk.TELEFON}\s", tekst) and re.fullmatch(uttrykk.EPOST, tekst.replace(" ", "")):
        tekst = tekst.replace(" ", "")  # an address that was broken between two lines
    return Verdi(tekst, tuple(u.spenn for u in alle), SIKKER, "tabellen")

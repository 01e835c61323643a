"""What the patterns of the importer wait for, as it was worked out when the wheel was built: a twentieth of an import.

The module (`dokument.kompilert`) has the version of avtalegen in its name, and a pattern is looked up by all its text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from avtalegen import __version__
from avtalegen.dokument.kompilert import MAPPE, data, sjekksum
from avtalegen.dokument.maler import MALER
from avtalegen.importering.venteord import Enten, Krav

KOMPILERT = MALER / MAPPE
Ventet = tuple[str, Krav]
"""A lighter pattern, and the words that one waits for."""


@cache
def ferdige() -> dict[str, Ventet]:
    """Return what the wheel has ready, by the text of each pattern."""
    made: dict[str, Ventet] | None = data(modul(), Enten=Enten)
    return made or {}


def modul() -> Path:
    """Return the file that it is in."""
    return KOMPILERT / "importering" / f"venteord_{sjekksum(__version__)}.py"

"""The module of what the patterns of the importer wait for, as it is made when the wheel is built (`venteordfil`)."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from avtalegen import importering
from avtalegen.importering import ordliste
from avtalegen.importering.arbeid import Regel
from avtalegen.importering.ventende import senere, ventet
from avtalegen.importering.venteord import Enten
from avtalegen.importering.venteordfil import modul

_VENTENDE = type(senere(""))


def moduler() -> Iterator[tuple[Path, str]]:
    """Give what all patterns wait for as a Python module: the file that it is looked for in, and what is in it."""
    alle = sorted({uttrykk for uttrykk, _ in mønstrene()})
    linjer = (f"{uttrykk!r}: {_skrevet(ventet(uttrykk))},\n" for uttrykk in alle)
    yield modul(), f"DATA = {{\n{''.join(linjer)}}}\n"


def mønstrene() -> Iterator[tuple[str, int]]:
    """Give the text and the flags of each pattern that waits: those in the modules, and those of our lists of words.

    What reads the formats needs packages that aren't there when the wheel is built, and has few patterns.
    """
    for en in pkgutil.walk_packages(importering.__path__, f"{importering.__name__}."):
        if f"{importering.__name__}.lesere." not in en.name:
            yield from _i([*vars(import_module(en.name)).values()])
    yield from _i(ordliste.alle())


def _i(ting: Any) -> Iterator[tuple[str, int]]:
    if isinstance(ting, Regel):
        yield ting.uttrykk, 0
    elif isinstance(ting, _VENTENDE):
        yield ting.pattern, ting.flags
    elif isinstance(ting, tuple | list):
        for en in ting:
            yield from _i(en)


def _skrevet(verdi: Any) -> str:
    """Return what is waited for as Python, the words of a set in their order."""
    if isinstance(verdi, frozenset):
        return f"frozenset(({''.join(f'{ord_!r}, ' for ord_ in sorted(verdi))}))"
    if isinstance(verdi, Enten):
        return f"Enten({_skrevet(verdi.grener)})"
    if isinstance(verdi, tuple):
        return f"({''.join(f'{_skrevet(en)}, ' for en in verdi)})"
    return repr(verdi)

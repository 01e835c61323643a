"""Finds the rules: they are in the folder of their family, in the files that are named by their codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

from avtalegen.regler.base import Regel

_FIL = re.compile(r"[a-z]{3}[0-9]{3}(?:_[0-9]{3})?(?:_[a-z_]+)?")


def regler_i(familier: Sequence[str]) -> dict[str, Regel]:
    """Return the rules of some families («VEI», «REP») by their code, in the order of the families and the codes.

    A family may have several folders (vei3, vei4 …). Those of other families aren't loaded.
    """
    funnet = {}
    for mappe in _undermapper("avtalegen.regler"):
        if mappe.rstrip("0123456789").upper() in familier:
            funnet.update(_regler_i_mappen(f"avtalegen.regler.{mappe}"))
    return dict(sorted(funnet.items(), key=lambda par: (familier.index(par[0][:3]), par[0])))


def _undermapper(pakke: str) -> list[str]:
    return [modul.name for modul in iter_modules(import_module(pakke).__path__) if modul.ispkg]


def _regler_i_mappen(pakke: str) -> dict[str, Regel]:
    filer = [modul.name for modul in iter_modules(import_module(pakke).__path__) if _FIL.fullmatch(modul.name)]
    verdier = (verdi for fil in filer for verdi in vars(import_module(f"{pakke}.{fil}")).values())
    funnet = (getattr(verdi, "regel", None) for verdi in verdier)
    return {regel.kode: regel for regel in funnet if isinstance(regel, Regel)}

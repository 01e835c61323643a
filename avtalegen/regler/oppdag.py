"""Finds the rules: they are in the folder of their family, in the files that are named by their codes."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from avtalegen.regler.base import Regel

_FIL = re.compile(r"([a-z]{3}[0-9]{3}(?:_[0-9]{3})?(?:_[a-z_]+)?)\.pyc?")


def regler_i(familier: Sequence[str]) -> dict[str, Regel]:
    """Return the rules of some families («VEI», «REP») by their code, in the order of the families and the codes.

    A family may have several folders (vei3, vei4 …). Those of other families aren't loaded.
    """
    funnet = {}
    regler = import_module("avtalegen.regler")
    for mappe in _innhold(regler):
        if mappe.rstrip("0123456789").upper() in familier:
            funnet.update(_regler_i_mappen(import_module(f"{regler.__name__}.{mappe}")))
    return dict(sorted(funnet.items(), key=lambda par: (familier.index(par[0][:3]), par[0])))


def _innhold(pakke: ModuleType) -> list[str]:
    """Return the names of what lies in the folder of a package: `pkgutil` asks of each what it is, which we know."""
    return [navn for mappe in pakke.__path__ for navn in os.listdir(mappe)]  # noqa: PTH208


def _regler_i_mappen(pakke: ModuleType) -> dict[str, Regel]:
    filer = dict.fromkeys(treff[1] for navn in _innhold(pakke) if (treff := _FIL.fullmatch(navn)))
    verdier = (verdi for fil in filer for verdi in vars(import_module(f"{pakke.__name__}.{fil}")).values())
    funnet = (getattr(verdi, "regel", None) for verdi in verdier)
    return {regel.kode: regel for regel in funnet if isinstance(regel, Regel)}

"""A value that is left to fill in."""

from __future__ import annotations

UFYLT = "FYLL INN"
"""What begins a value that `avtalegen ny` has left to fill in."""


def er_ufylt(tekst: str) -> bool:
    """Tell whether a value is left to fill in."""
    return tekst.startswith(UFYLT)

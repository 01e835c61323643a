"""How much is tried: a sample in `make test`, all of it in `make grundig`."""

from __future__ import annotations

import os

GRUNDIG = bool(os.environ.get("AVTALEGEN_GRUNDIG"))
"""Whether everything is to be tried."""


def antall(raskt: int, grundig: int) -> int:
    """Return how many of something to try."""
    return grundig if GRUNDIG else raskt

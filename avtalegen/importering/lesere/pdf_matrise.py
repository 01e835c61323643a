"""Transformations of what a PDF draws, and the numbers that it gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Matrise = tuple[float, float, float, float, float, float]
ENHET: Matrise = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def ganget(a: Matrise, b: Matrise) -> Matrise:
    """Return the two transformations as one, `a` first."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def tall(verdier: Sequence[Any], antall: int) -> tuple[float, ...] | None:
    """Return so many numbers, the last of the operands; None when they aren't numbers."""
    try:
        ut = tuple(float(v) for v in verdier[-antall:])
    except (TypeError, ValueError):
        return None
    return ut if len(ut) == antall and all(abs(v) < 1e7 for v in ut) else None


def matrise(m: Sequence[float] | None) -> Matrise:
    """Return six numbers as a transformation; None is the one that changes nothing."""
    return (m[0], m[1], m[2], m[3], m[4], m[5]) if m is not None else ENHET

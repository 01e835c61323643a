"""What stands in a document where something is still to be filled in: «[Fyll inn: dato]»."""

from __future__ import annotations

FYLL_INN = "[Fyll inn"
"""How it begins."""


def skal_fylles_inn(text: str) -> bool:
    """Tell whether a text of a document says only what is to stand there."""
    return text.startswith(FYLL_INN)

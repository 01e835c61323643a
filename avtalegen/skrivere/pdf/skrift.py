"""The typefaces that a repository has for its PDF."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from avtalegen.dokument.skrift import may_be_embedded
from avtalegen.skrivere.stil import StyleError


@lru_cache(maxsize=4)
def check(own: tuple[tuple[str, bytes], ...]) -> None:
    """Raise `StyleError` for the first typeface (file name, content) that a PDF can't have in it."""
    for name, data in own:
        allowed = may_be_embedded(data)
        if allowed is None:
            raise StyleError(
                f"Skriften «{name}» kan ikke leses som en skrift.",
                "Bruk en hel TrueType- eller OpenType-skrift (.ttf eller .otf).",
                file=name,
            )
        if not allowed:
            raise StyleError(
                f"Skriften «{name}» har en lisens som ikke lar den ligge i en PDF.",
                "En PDF til arkiv må ha skriften med seg. Velg en annen skrift.",
                file=name,
            )


def families(names: Iterable[str]) -> str:
    """Return the names of typefaces, as they are told."""
    return ", ".join(f"«{name}»" for name in sorted(set(names)))

"""The typefaces that a repository has for its PDF."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from avtalegen.dokument.skrift import may_be_embedded
from avtalegen.funn.begge import Begge
from avtalegen.skrivere.stil import StyleError


@lru_cache(maxsize=4)
def check(own: tuple[tuple[str, bytes], ...]) -> None:
    """Raise `StyleError` for the first typeface (file name, content) that a PDF can't have in it."""
    for name, data in own:
        allowed = may_be_embedded(data)
        if allowed is None:
            raise StyleError(
                Begge(
                    f"Skriften «{name}» kan ikke leses som en skrift.",
                    f"Skrifta «{name}» kan ikkje lesast som ei skrift.",
                ),
                Begge(
                    "Bruk en hel TrueType- eller OpenType-skrift (.ttf eller .otf).",
                    "Bruk ei heil TrueType- eller OpenType-skrift (.ttf eller .otf).",
                ),
                file=name,
            )
        if not allowed:
            raise StyleError(
                Begge(
                    f"Skriften «{name}» har en lisens som ikke lar den ligge i en PDF.",
                    f"Skrifta «{name}» har ein lisens som ikkje lèt ho liggje i ein PDF.",
                ),
                Begge(
                    "En PDF til arkiv må ha skriften med seg. Velg en annen skrift.",
                    "Ein PDF til arkiv må ha skrifta med seg. Vel ei anna skrift.",
                ),
                file=name,
            )


def families(names: Iterable[str]) -> str:
    """Return the names of typefaces, as they are told."""
    return ", ".join(f"«{name}»" for name in sorted(set(names)))

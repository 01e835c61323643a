"""The typefaces of the PDF, and which characters ours can show: PDF/A allows no character without a glyph."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO

from avtalegen.resources import MALER
from avtalegen.skrivere.stilfeil import StyleError

FOLDER = MALER / "stil" / "skrift"
_MAY_NOT_BE_EMBEDDED = 0x2  # in fsType of the table OS/2
# What the compiler and every reader can take. A file with several typefaces in it is another format.
_BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO", b"true")


@lru_cache(maxsize=1)
def shown() -> frozenset[int]:
    """Return the code points that every typeface in `FOLDER` has a glyph for."""
    # Only a PDF needs it.
    from fontTools.ttLib import TTFont

    covered = []
    for path in sorted(FOLDER.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            covered.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*covered)


@lru_cache(maxsize=4)
def check(own: tuple[tuple[str, bytes], ...]) -> None:
    """Raise `StyleError` for the first typeface (file name, content) that a PDF can't have in it."""
    for name, data in own:
        allowed = _embedding(data)
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


def _embedding(data: bytes) -> bool | None:
    """Return whether a typeface may be embedded; None when it can't be read."""
    from fontTools.ttLib import TTFont

    if not data.startswith(_BEGINNINGS):
        return None
    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            return not font["OS/2"].fsType & _MAY_NOT_BE_EMBEDDED and bool(font.getBestCmap())
    except Exception:  # fontTools lets through whatever struct, zlib and dict have to say
        return None


def families(names: Iterable[str]) -> str:
    """Return the names of typefaces, as they are told."""
    return ", ".join(f"«{name}»" for name in sorted(set(names)))

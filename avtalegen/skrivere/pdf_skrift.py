"""Which characters the typefaces of the PDF can show: PDF/A allows no character without a glyph."""

from __future__ import annotations

from functools import lru_cache

from avtalegen.resources import MALER

FOLDER = MALER / "stil" / "skrift"


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

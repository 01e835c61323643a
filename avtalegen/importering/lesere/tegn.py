"""Characters of the fonts of symbols, as anybody has them."""

from __future__ import annotations

_WINGDINGS = {
    0x6F: "☐",
    0x71: "☐",
    0xA8: "☐",
    0x78: "☒",
    0xFD: "☒",
    0xFE: "☑",
    0xFC: "✓",
    0xFB: "✗",
    0x28: "☎",
    0x2A: "✉",
}
_PUNKTER = {0x9F, 0xA7, 0xB7, 0x6C, 0x6E, 0x77, 0x75, 0xD8, 0xE0}
_UKJENT = "□"


def symbol(skrift: str, tegn: str) -> str:
    """Return what a w:sym shows, by its font and its number; a square for one that isn't known."""
    try:
        nummer = int(tegn, 16)
    except ValueError:
        return _UKJENT
    if 0xF000 <= nummer <= 0xF0FF:
        nummer -= 0xF000
    elif 0x20 <= nummer < 0xD800:
        return chr(nummer)
    if skrift.startswith("Wingdings") and nummer in _WINGDINGS:
        return _WINGDINGS[nummer]
    if nummer in _PUNKTER:
        return "•"
    return {0x2D: "–", 0xB0: "°"}.get(nummer, _UKJENT) if skrift == "Symbol" else _UKJENT

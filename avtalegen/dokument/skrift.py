"""Which characters the typefaces of the PDF can show: PDF/A allows no character without a glyph."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from io import BytesIO

from avtalegen.dokument.maler import MALER
from avtalegen.dokument.stille import stille

FOLDER = MALER / "stil" / "skrift"

_MAY_NOT_BE_EMBEDDED = 0x2  # in fsType of the table OS/2
# What the compiler and every reader can take. A file with several typefaces in it is another format.
_BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO", b"true")

# What the typefaces are known to show, so that the tables in them need not be read for every document.
_UNUSUAL = re.compile("[^ -~\u00a0-\u00ac\u00ae-\u017f–—‘’“”„•…€→]")
_PLAIN = bytes(range(ord(" "), ord("~") + 1))
_REPLACEMENT = "□"
# Signs that have no glyph of their own and need none.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SAME_AS = str.maketrans({"\u2011": "-", "\u202f": "\u00a0", "\t": " "})


def showable(text: str) -> str:
    """Return `text` with what no typeface can show replaced by a box; a sign above or below a letter is left out."""
    if not _UNUSUAL.search(text):
        return text
    return _UNUSUAL.sub(lambda found: _instead(found[0]), _composed(text))


def unshown(text: str) -> str:
    """Return the characters that `showable` replaces or leaves out though they are meant to be seen, each once."""
    # A whole agreement is asked about at once: its Norwegian letters are few, and the rest need no closer look.
    rest = text.encode(errors="surrogatepass").translate(None, _PLAIN)
    if not _UNUSUAL.search(rest.decode(errors="surrogatepass")):
        return ""
    found = dict.fromkeys(_UNUSUAL.findall(_composed(text)))
    meant = (c for c in found if unicodedata.category(c) not in _INVISIBLE and not "\ufe00" <= c <= "\ufe0f")
    return "".join(c for c in meant if _instead(c) != c)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_SAME_AS)


def _instead(character: str) -> str:
    category = unicodedata.category(character)
    if category in _INVISIBLE or category == "Mn":
        return ""
    return character if ord(character) in _shown() else _REPLACEMENT


@lru_cache(maxsize=1)
def _shown() -> frozenset[int]:
    """Return the code points that every typeface in `FOLDER` has a glyph for."""
    # Hardly any agreement needs it.
    from fontTools.ttLib import TTFont

    covered = []
    for path in sorted(FOLDER.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            covered.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*covered)


def may_be_embedded(data: bytes) -> bool | None:
    """Return whether a typeface may be embedded; None when it can't be read."""
    from fontTools.ttLib import TTFont

    if not data.startswith(_BEGINNINGS):
        return None
    try:
        with stille("fontTools"), TTFont(BytesIO(data), lazy=True) as font:
            return not font["OS/2"].fsType & _MAY_NOT_BE_EMBEDDED and bool(font.getBestCmap())
    except Exception:  # fontTools lets through whatever struct, zlib and dict have to say
        return None

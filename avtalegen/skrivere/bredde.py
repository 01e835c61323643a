"""How wide text is, so that tables can be planned where nothing can be measured: Word lays a file out when it is read.

The widths are those of Carlito, which are Calibri's too. A style with another typeface gets an estimate.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

# Hundredths of the size of the text, rounded up; `tests/test_kolonner.py` holds them to the typefaces.
_REGULAR = {
    **{23: " 'ilı", 24: "j", 25: ",’‘", 26: ".I", 27: ":;", 30: "`´", 31: "()-[]f", 32: "J{}", 33: "!", 34: "t°"},
    **{35: "rŧ", 39: "/\\", 40: "sz¨", 41: '"', 42: "“”„", 43: "Lcł", 44: "x", 46: "FSkvy", 47: "?Z|", 48: "ag"},
    **{
        49: "ETYŦ",
        50: "#*+<=>^_e~§–•",
        51: "$0123456789",
        52: "KPX«»",
        53: "bdhnopqußðøŋ",
        54: "C",
        55: "BR",
        56: "đ",
    },
    **{57: "V", 58: "A", 62: "D", 63: "HÐĐŊ", 64: "G", 65: "NU", 67: "OØ", 68: "Q½", 69: "&", 70: "…", 72: "%w"},
    **{77: "Æ", 78: "æ", 80: "m", 86: "M", 89: "W", 90: "@", 91: "—→"},
}
_BOLD = {
    **{
        23: " ",
        24: "'",
        25: "ilı",
        26: ",j’‘",
        27: ".Ił",
        28: ":;",
        31: "-`´",
        32: "()f",
        33: "![]",
        34: "J",
        35: "t{}°",
    },
    **{36: "rŧ", 40: "sz", 42: "c¨", 43: "/L\\", 44: '"“”„', 46: "Fx", 47: "?", 48: "SZgkvy|", 49: "E"},
    **{50: "#*+<=>T^_a~§–•Ŧ", 51: "$0123456789e", 52: "Y", 53: "C", 54: "Pbdhnopqu«»ðŋ", 55: "Kø", 56: "Xß", 57: "BRđ"},
    **{60: "V", 61: "A", 64: "DGHÐĐ", 65: "Ŋ", 66: "NU", 68: "O", 69: "QØ", 70: "½", 71: "&", 72: "…", 73: "%"},
    **{75: "w", 78: "Ææ", 82: "m", 88: "M", 90: "@", 91: "W—→"},
}
WIDEST = 91
"""How wide a character is at most, and how wide one that is not in the tables is taken to be."""


def _table(groups: Mapping[int, str]) -> dict[str, int]:
    return {character: width for width, characters in groups.items() for character in characters}


_WIDTHS = (_table(_REGULAR), _table(_BOLD))


@lru_cache(maxsize=4096)
def width(text: str, *, bold: bool = False) -> int:
    """Return how wide `text` is on one line, in hundredths of its size. Never less than it is in Carlito."""
    return width_once(text, bold=bold)


def width_once(text: str, *, bold: bool) -> int:
    """Return what `width` does, of a text that nobody will ask for again: nothing is remembered."""
    # Each byte becomes its width, and the bytes are added up in C.
    wide = widths(text, bold=bold)
    return sum(_character(character, bold) for character in text) if wide is None else sum(wide)


def widths(text: str, *, bold: bool) -> bytes | None:
    """Return how wide each character of `text` is; None when there are others than those of western Europe."""
    for encoding in ("latin-1", "cp1252"):  # the second has dashes and quotation marks, and takes longer
        try:
            return text.encode(encoding).translate(_of_bytes(encoding, bold))
        except UnicodeEncodeError:
            continue
    return None


def shortened(text: str, room: int) -> str:
    """Return `text`, or as many of its words as there is room for, in hundredths of its size, and «…»."""
    wide = width(text)
    if wide <= room:
        return text
    words = text.split(" ")
    while len(words) > 1 and wide + width(" …") > room:
        wide -= width(words.pop()) + width(" ")
    # A word that no line has room for is broken.
    start = " ".join(words).rstrip(",;")[: room // 23]
    while start and width(start) + width(" …") > room:
        start = start[: len(start) * 9 // 10]
    return f"{start} …"


@lru_cache(maxsize=4)
def _of_bytes(encoding: str, bold: bool) -> bytes:
    """Return the width of the character that each byte stands for."""
    return bytes(_character(bytes((n,)).decode(encoding, "replace"), bold) for n in range(256))


@lru_cache(maxsize=512)
def _character(character: str, bold: bool) -> int:
    known = _WIDTHS[bold]
    if character in known:
        return known[character]
    if character in "\u00a0\u202f":
        return known[" "]
    if unicodedata.category(character) in ("Cc", "Cf", "Mn"):
        return 0
    # A letter with a mark is as wide as the letter.
    return known.get(unicodedata.normalize("NFD", character)[0], WIDEST)

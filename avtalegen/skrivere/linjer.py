"""What must not be parted at the end of a line, and what is left for somebody to fill in.

What is said is the same: a space becomes one that no line ends at, and `hent` counts them as equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.dokument.fyll_inn import FYLL_INN

_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_UNITS = "kroner|kr|prosent|%|millioner|mill\\.|årsverk|timer|timar|km|dager|dagar|uker|veker|måneder|månader|år"
# The space stands first, for that is what can be looked for; what stands before it, is looked back at. Most spaces have
# a letter before them, and no more is asked of those.
_TOGETHER = re.compile(
    r" (?<=[§.\d] )(?:"
    r"(?<=§ )(?=\d)"
    rf"|(?<=\d )(?=(?:{_UNITS})(?!\w))"
    rf"|(?<=\d\. )(?=(?:{_MONTHS})\b)"
    r"|(?<=, \d{4} )(?=[A-ZÆØÅ][a-zæøå])"
    r"|(?<=\b[kK]l\. )(?=\d)"
    r"|(?<=\b[nN]r\. )(?=\d)|(?<=\b[sS]\. )(?=\d)|(?<=\b(?:[kK]ap|[pP]kt|[aA]rt)\. )(?=\d)|(?<=\bjf\. )(?=\S)"
    r"|(?<=\b[A-ZÆØÅ]\. )(?=[A-ZÆØÅ])|(?<=\bdr\. )(?=[A-ZÆØÅ])|(?<=\bprof\. )(?=[A-ZÆØÅ])"
    ")"
)
# A number and the word before it. Few spaces have a digit after them.
_NUMBERED = re.compile(
    r" (?=\d)(?:(?<=\b[kK]r )|(?<=\b[kK]l )|(?<=\b[nN]r )|(?<=\b[uU]ke )|(?<=\b[vV]eke )|(?<=\b[kK]apittel )"
    r"|(?<=\b[pP]unkt )|(?<=\b[vV]edlegg ))"
)
# A letter that belongs to the number of a paragraph; «i» is a word.
_LETTERED = re.compile(r"(?<=\d) (?=[a-hj-zæøå]\b(?!\.))")
# A phone number, as people group it.
_PHONE = re.compile(r"(?<![\d+] )(?<!\d)(?:\+47 )?(?:\d\d(?: \d\d){3}|\d{3} \d\d \d{3})(?! ?\d)")
_MAY_BE_A_PHONE = re.compile(r"\d \d\d \d")
_AMOUNT = re.compile(r"(?<!\d)(?<!\d )\d{1,3}(?: \d{3})+(?! ?\d)")
# A case and its number, «PS 12/2026».
_CASE = re.compile(r"(?<=\b[A-ZÆØÅ]{2}) (?=\d{1,4}/\d)")
_MAY_BE_AN_AMOUNT = re.compile(r"\d \d{3}")
RANGE = re.compile(r"(?<![\w./@-])(?:\d[\d.,:]{0,12}%?[–-]|[^\W_][\w.,:]{0,16}–)\d(?:[\w.,:]{0,12}\w)?")
"""A range or another number with a stroke in it: no line is to end after the stroke. What is an address, is none."""
_STROKES = re.compile(r"(?<=[\w.%])–(?=\d)")
JOINER = "\ufeff"
"""A character without width that no line ends at. Carlito has it, and not U+2060: Word would take it from elsewhere."""
MAY_BREAK = "\u200b"
"""A character without width that a line may end at. Carlito has it, and so have Word's own typefaces."""
# Characters of a word that is held together for the sake of a range in it.
_LONGEST_WHOLE = 30
_TO_FILL_IN = re.compile(r"(\[Fyll inn(?:: [^\[\]]*)?\])")


def kept_together(text: str) -> str:
    """Return `text` with no-break spaces in amounts, dates, times, references and initials."""
    if " " not in text:
        return text
    if any(map(text.__contains__, "0123456789")):  # few texts have one, and this is faster than a pattern
        if _MAY_BE_AN_AMOUNT.search(text):
            text = _AMOUNT.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
        if _MAY_BE_A_PHONE.search(text):
            text = _PHONE.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
        if "/" in text:
            text = _CASE.sub("\u00a0", text)
        if "§" in text:
            text = _LETTERED.sub("\u00a0", text)
        text = _NUMBERED.sub("\u00a0", text)
    return _TOGETHER.sub("\u00a0", text)


def joined_strokes(text: str) -> str:
    """Return `text` with dashes between numbers that Word ends no line at: it has no other way to say so.

    The character without width after them is read as if it weren't there. A hyphen stays: numbers of cases have one,
    and people look for them.
    """
    return _STROKES.sub(f"–{JOINER}", text) if "–" in text else text


def whole(text: str) -> Iterator[tuple[str, bool]]:
    """Give a text in pieces, each with whether it is a word that no line ends inside: one with a range in it."""
    at = 0
    for found in RANGE.finditer(text) if "–" in text or "-" in text else ():
        start = text.rfind(" ", 0, found.start()) + 1
        end = text.find(" ", found.end())
        end = len(text) if end < 0 else end
        if start < at or end - start > _LONGEST_WHOLE:
            continue
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Give a text in pieces, each with whether it is a place to fill in («[Fyll inn: dato]»)."""
    if FYLL_INN not in text:
        yield text, False
        return
    for n, piece in enumerate(_TO_FILL_IN.split(text)):
        if piece:
            yield piece, n % 2 == 1

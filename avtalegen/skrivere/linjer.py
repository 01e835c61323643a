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
    r"|(?<=\b[kK]l\. )(?=\d)"
    r"|(?<=\b[nN]r\. )(?=\d)|(?<=\b[sS]\. )(?=\d)|(?<=\b(?:[kK]ap|[pP]kt|[aA]rt)\. )(?=\d)|(?<=\bjf\. )(?=\S)"
    r"|(?<=\b[A-ZÆØÅ]\. )(?=[A-ZÆØÅ])|(?<=\bdr\. )(?=[A-ZÆØÅ])|(?<=\bprof\. )(?=[A-ZÆØÅ])"
    ")"
)
_AMOUNT = re.compile(r"(?<!\d)(?<!\d )\d{1,3}(?: \d{3})+(?! ?\d)")
# A case and its number, «PS 12/2026».
_CASE = re.compile(r"(?<=\b[A-ZÆØÅ]{2}) (?=\d{1,4}/\d)")
_MAY_BE_AN_AMOUNT = re.compile(r"\d \d{3}")
_TO_FILL_IN = re.compile(r"(\[Fyll inn(?:: [^\[\]]*)?\])")


def kept_together(text: str) -> str:
    """Return `text` with no-break spaces in amounts, dates, times, references and initials."""
    if " " not in text:
        return text
    if _MAY_BE_AN_AMOUNT.search(text):
        text = _AMOUNT.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    if "/" in text:
        text = _CASE.sub("\u00a0", text)
    return _TOGETHER.sub("\u00a0", text)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Give a text in pieces, each with whether it is a place to fill in («[Fyll inn: dato]»)."""
    if FYLL_INN not in text:
        yield text, False
        return
    for n, piece in enumerate(_TO_FILL_IN.split(text)):
        if piece:
            yield piece, n % 2 == 1

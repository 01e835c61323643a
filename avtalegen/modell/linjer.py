"""The lines and the blanks of a text as people write it, and what of it is for no reader."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.modell.punktliste import listet
from avtalegen.modell.senere import senere

LINJESKIFT = senere("[\v\f\x85\u2028]")
"""What other programs than YAML break a line with: Word, with Shift and Enter."""


def html_kommentarer(tekst: str) -> Iterator[slice]:
    """Give the places of HTML's comments, which never reach a document, also where the text is no Markdown.

    A space in front of one is of it. One without an end is text.
    """
    slutt = 0
    while (start := tekst.find("<!--", slutt)) >= 0 and (lukket := tekst.find("-->", start + 4)) >= 0:
        foran = start - 1 if tekst[slutt:start].endswith(" ") else start
        slutt = lukket + 3
        yield slice(foran, slutt)


def på_linjer(tekst: str) -> str:
    """Return a text with the lines that it has (of a list, `listet`), and single blanks between the words of each."""
    if "\n" not in tekst:
        return på_en_linje(tekst)
    linjene = "\n".join([på_en_linje(linje) for linje in tekst.split("\n")]).strip()
    return listet(linjene) or linjene


def på_en_linje(tekst: str) -> str:
    """Return a text with single blanks between its words."""
    # Of all that is blank, only the space can be printed, as Python has it: most texts are as they shall be.
    return tekst.strip(" ") if tekst.isprintable() and "  " not in tekst else " ".join(tekst.split())

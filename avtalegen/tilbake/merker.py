"""Signs and numbers of a list that somebody has typed in front of a paragraph: they are of the list and no value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avtalegen.skrivere.word.tekst import Section

_DOT = re.compile(r"[•·▪◦‣●○]\s*(?=\w)")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zæøå])[.)]\s+|[-–—]\s+")


def uten_merker(gammel: Sequence[Section], ny: Sequence[Section]) -> tuple[Section, ...]:
    """Return an edited text without them.

    A dot is never anything else. A number may belong to what is said («1. juni»), so it counts as one only in front of
    a paragraph that stood there before without it.
    """
    sto = {item for section in gammel for item in section.items}

    def uten(tekst: str) -> str:
        if tekst in sto:
            return tekst
        if found := _DOT.match(tekst):
            return tekst[found.end() :]
        found = _NUMBER.match(tekst)
        return tekst[found.end() :] if found and tekst[found.end() :] in sto else tekst

    return tuple(
        section._replace(items=tuple(uten(item) if isinstance(item, str) else item for item in section.items))
        for section in ny
    )

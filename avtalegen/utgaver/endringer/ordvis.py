"""Two texts held beside each other word by word, for who reads what was and what is."""

from __future__ import annotations

from avtalegen.henting.forskjell import Stykke, words
from avtalegen.henting.samstilling import Work

_LEAST = 5
"""Words: shorter texts are read as a whole."""
_STEPS = 2_000_000  # some hundredths of a second, for all the texts of a note


class Ordvis:
    """What compares the texts of one note, for a bounded amount of work in all."""

    def __init__(self) -> None:
        self._work = Work(_STEPS)

    def __call__(self, før: str, nå: str) -> tuple[list[Stykke], list[Stykke]] | None:
        """Return both texts in stretches that tell which words are on that side alone; None when nothing is gained.

        That is when one of them is short, or when they have no words in common.
        """
        if min(len(før.split()), len(nå.split())) < _LEAST:
            return None
        sider = words(før, nå, self._work)
        return sider if any(not stykke.endret for stykke in sider[0]) else None

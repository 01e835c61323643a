"""Two editions of an agreement as one Word file with tracked changes, and the proof that it is both of them.

Both editions are Word files that `skrivere.word` has written. Rejecting all changes in the result gives the old one
back, accepting them gives the new one: not only the words, but each paragraph, list item, row and cell.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple


class Avvik(NamedTuple):
    """Something that a file with tracked changes does not give back as it was.

    `utgave` is the edition it should have been, `ventet` what that has, `funnet` what the file has; "" for nothing.
    """

    utgave: str
    sted: str
    ventet: str
    funnet: str


class Bevis(NamedTuple):
    """That a file with tracked changes is both editions: the three files by their hashes, and what was compared."""

    gammel: str
    ny: str
    resultat: str
    avvik: tuple[Avvik, ...]

    def som_json(self) -> dict[str, Any]:
        """Return it as JSON can say it."""
        raise NotImplementedError


class Sporet(NamedTuple):
    """A Word file with tracked changes, and the proof of it."""

    data: bytes
    bevis: Bevis


def spor(gammel: bytes, ny: bytes, forfatter: str, dato: datetime) -> Sporet:
    """Return the new edition with the changes from the old one tracked, by `forfatter` at `dato`.

    Equal input gives equal bytes. Raises `AvtalegenError` for what is no Word file from avtalegen.
    """
    raise NotImplementedError


def kontroller(gammel: bytes, ny: bytes, resultat: bytes) -> tuple[Avvik, ...]:
    """Return what `resultat` doesn't give back of the two editions. Empty when it holds.

    Raises `AvtalegenError` for a file that can't be read.
    """
    raise NotImplementedError

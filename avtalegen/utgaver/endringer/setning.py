"""What a change note is made of: sentences with the changes that they tell of, under parts of the agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.utgaver.endringer.endring import Endring


class Setning(NamedTuple):
    """A sentence, the changes that it tells of, and what stands under it: more of the same, or what is in it."""

    tekst: str
    endringer: tuple[Endring, ...]
    under: tuple[Setning, ...] = ()

    @property
    def alle(self) -> Iterator[Endring]:
        """The changes that it and those under it tell of."""
        yield from self.endringer
        for setning in self.under:
            yield from setning.alle

    @property
    def hver(self) -> Iterator[Setning]:
        """Itself, and each sentence under it."""
        yield self
        for setning in self.under:
            yield from setning.hver


class Avsnitt(NamedTuple):
    """A part of the agreement by its heading, and what has changed in it."""

    tittel: str
    setninger: tuple[Setning, ...]

    @property
    def hver(self) -> Iterator[Setning]:
        """Each sentence, also those that stand under another."""
        for setning in self.setninger:
            yield from setning.hver

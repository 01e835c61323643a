"""What the page that writes may ask of the folder that the agreements lie in."""

from __future__ import annotations

from typing import Protocol

from avtalegen.modell.former import Målform
from avtalegen.visning.rediger.endringer import Tidligere
from avtalegen.visning.rediger.okt import Økt
from avtalegen.visning.rediger.tilstand import Json


class Kontor(Protocol):
    """The folder that the agreements lie in, and what can be done there."""

    @property
    def tidligere(self) -> Tidligere:
        """The earlier editions of the agreements."""

    def målform(self) -> Målform:
        """Return the målform of the start page."""

    def beskyttet(self, økt: Økt) -> bool:
        """Tell whether nothing can be saved in the file of a sitting."""

    def avtaler(self) -> Json:
        """Return what the start page shows."""

    def kommuner(self, begynnelse: str, valgt: list[str]) -> list[Json]:
        """Return the kommuner that a text may be the beginning of."""

    def ny(self, kommuner: list[str], målform: str, prøv: bool) -> Json:
        """Make a new agreement that says what the register knows, or tell what it would be called."""

    def åpne(self, fil: str) -> Økt | None:
        """Return a sitting with one of the agreements of the list; None when it has no such one.

        `AvtalegenError`: it can't be read, and why.
        """

    def ny_utgave(self, økt: Økt | None, fil: str) -> Json:
        """Make the next agreement of the one in a sitting; without one, of an agreement of the list."""

    def fra_dokument(self, navn: str, data: bytes) -> Json:
        """Put the agreement of a document in the folder: the one that it carries, or a draft that is read of it."""

    def brukere(self, fil: str) -> list[str]:
        """Return the agreements that inherit from a file."""

    def lag(self, økt: Økt, format: str, overskriv: bool, nytt_navn: bool) -> Json:
        """Make a document of the agreement."""

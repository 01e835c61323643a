"""The files that a document carries, for who reads the agreement in it."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from avtalegen.dokument.innhold import Attachment
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError


class Vedlagt:
    """`arv.Files` of what a document carries."""

    def __init__(self, filer: Sequence[Attachment]) -> None:
        self._filer = {fil.name: fil.data for fil in filer}

    def resolve(self, written: str, file: str) -> str:
        """Return the name of a file that the document carries."""
        navn = posixpath.normpath(posixpath.join(posixpath.dirname(file), written))
        if navn not in self._filer:
            raise AvtalegenError(
                Begge(f"«{written}» ligger ikke i dokumentet.", f"«{written}» ligg ikkje i dokumentet.")
            )
        return navn

    def read(self, name: str) -> bytes:
        """Return its content."""
        return self._filer[name]

"""What a sitting in the browser works on: one file on the disk, and what is made of it (`visning.rediger.okt`)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from avtalegen import flyt
from avtalegen.cli._nettleser import attempt_with
from avtalegen.cli._options import Options
from avtalegen.cli._settings import Settings
from avtalegen.cli._sjekk import sjekk
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import LIMITS
from avtalegen.rettelser import rett
from avtalegen.samling.filer import Found, read
from avtalegen.samling.repository import Repository
from avtalegen.samling.skriving import write
from avtalegen.visning.folg import Seen
from avtalegen.visning.rediger.okt import INGEN
from avtalegen.visning.utgave import Attempt


class Verksted:
    """One agreement on the disk, with the settings that apply to it."""

    def __init__(self, found: Found, options: Options) -> None:
        self.found = found
        self.navn = found.name
        self._der = os.path.realpath(found.path)
        self._options = options
        self._bestilling = Bestilling("html", spor=True)
        self._seen = Seen()
        self._stale = False

    def les(self, fil: str) -> bytes:
        """Return what a file holds: this one, or one that it inherits from.

        One whose name has become a link to another file, is gone: that one is perhaps outside of the folder.
        """
        path = Path(fil)
        if not os.path.lexists(path) or (fil == self.navn and os.path.realpath(path) != self._der):
            raise FileNotFoundError
        return read(path, LIMITS.bytes)

    def skriv(self, fil: str, data: bytes, instead_of: bytes) -> None:
        """Write a file, unless it has come to hold something else than `instead_of`."""
        write(Path(fil), data, instead_of=instead_of)

    def sjekk(self, data: bytes, felles: Mapping[str, bytes] = INGEN) -> flyt.Checked:
        """Return what the check says of a content of the file, with the rules that apply to it."""
        return sjekk(data, self.navn, Settings(self._options).of(self.found), Repository(self.navn, felles))

    def forsøk(self, data: bytes) -> Attempt:
        """Return the document that the content gives, and remember every file that has a say in it."""
        seen = Seen()
        seen(self.found.path)
        self._stale = not os.path.lexists(self.found.path) or self.les(self.navn) != data
        made = attempt_with(data, self.found, self._options, self._bestilling, seen)
        self._seen = seen
        return made

    def rett(self, data: bytes, kode: str, rute: Rute | None) -> bytes:
        """Return the content with what `valider --rett` would do about one finding."""

        def check(content: bytes) -> flyt.Checked:
            checked = self.sjekk(content)
            alone = (
                one if (one.code, one.route) == (kode, rute) else one._replace(fix=None) for one in checked.diagnostics
            )
            return checked._replace(diagnostics=tuple(alone))

        return rett(data, self.navn, check).data

    def endret(self) -> bool:
        """Tell whether a file that the document is made of isn't as it was."""
        return self._stale or self._seen.changed()

    def ro(self) -> None:
        """Wait until nobody writes to the files."""
        self._seen.settle()

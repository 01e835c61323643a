"""Several files that belong together, written into a folder that others may have files in.

A list of those that are ours lies beside them, with what they held when they were written. A file that isn't in it, or
that somebody has changed since, is never replaced; and none is half written, for they are moved to their places whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.samling.filer import cause, is_file, read_if_there
from avtalegen.samling.skriving import in_folder, refuse_unwritable, write

FORTEGNELSE = "avtalegen-data.json"
_LAGET_AV = "avtalegen data"
_MIDLERTIDIG = ".avtalegen-data-"
_GLEMT = 3600  # seconds: so old, it is of a run that was killed
_STØRST = 1_000_000  # bytes of the list


class Sett:
    """The files with some names in a folder. Raises at once when one of them is somebody else's."""

    def __init__(self, mappe: Path, navn: Sequence[str]) -> None:
        self._mappe, self._navn = mappe, navn
        for en in (*navn, FORTEGNELSE):
            refuse_unwritable(mappe / en)
        self._våre = self._fortegnelse()
        self._nekt_andres()

    @contextmanager
    def nye(self) -> Iterator[Path]:
        """Give a folder to write the files in, which is gone afterwards: `ferdig` moves them to their places."""
        with in_folder(self._mappe):
            self._rydd()
            midlertidig = self._mappe / f"{_MIDLERTIDIG}{os.urandom(8).hex()}"
            try:
                midlertidig.mkdir()
                yield midlertidig
            except OSError as error:
                raise AvtalegenError(f"Kunne ikke skrive i mappen «{self._mappe}»: {cause(error)}.") from error
            finally:
                shutil.rmtree(midlertidig, ignore_errors=True)

    def ferdig(self, fra: Path) -> bool:
        """Move the files from the folder that `nye` gave, and return whether any is another than before."""
        nye = {en: _avtrykk(fra / en) for en in self._navn}
        gamle = {en: _avtrykk(self._mappe / en) for en in self._navn if is_file(self._mappe / en)}
        if nye == gamle:
            return False
        self._våre = self._fortegnelse()  # another run may have written them since this one began
        self._nekt_andres()
        # Should we be stopped on the way, both the old and the new ones are known as ours the next time.
        self._skriv_fortegnelse({en: [*self._våre.get(en, ()), nye[en]] for en in self._navn})
        for en in self._navn:
            with (fra / en).open("rb+") as fil:
                os.fsync(fil.fileno())
            (fra / en).replace(self._mappe / en)
        self._skriv_fortegnelse({en: [nye[en]] for en in self._navn})
        return True

    def _fortegnelse(self) -> dict[str, list[str]]:
        sti = self._mappe / FORTEGNELSE
        data = read_if_there(sti, _STØRST)
        if data is None:
            return {}
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            lest: dict[str, Any] = json.loads(data)
            if lest["laget_av"] == _LAGET_AV:
                return {str(navn): [str(en) for en in avtrykk] for navn, avtrykk in lest["filer"].items()}
        raise AvtalegenError(
            f"«{sti}» er ikke skrevet av «{_LAGET_AV}». Ingenting er skrevet. Velg en annen mappe, eller flytt filen."
        )

    def _skriv_fortegnelse(self, nye: dict[str, list[str]]) -> None:
        self._våre = {**self._våre, **nye}
        ting = {"laget_av": _LAGET_AV, "filer": dict(sorted(self._våre.items()))}
        tekst = f"{json.dumps(ting, ensure_ascii=False, indent=1)}\n"
        write(self._mappe / FORTEGNELSE, tekst.encode())

    def _nekt_andres(self) -> None:
        for en in self._navn:
            sti = self._mappe / en
            if is_file(sti) and _avtrykk(sti) not in self._våre.get(en, ()):
                what = "er endret etter at den ble skrevet" if en in self._våre else f"er ikke skrevet av «{_LAGET_AV}»"
                raise AvtalegenError(
                    f"«{sti}» {what}. Ingenting er skrevet. Velg en annen mappe med «--til», eller flytt filen."
                )

    def _rydd(self) -> None:
        """Take away what a run that was killed has left."""
        with suppress(OSError), os.scandir(self._mappe) as innhold:
            for en in innhold:
                if re.fullmatch(rf"{re.escape(_MIDLERTIDIG)}[0-9a-f]{{16}}", en.name) and en.is_dir(
                    follow_symlinks=False
                ):
                    with suppress(OSError):
                        if en.stat().st_mtime < time.time() - _GLEMT:
                            shutil.rmtree(en, ignore_errors=True)


def _avtrykk(sti: Path) -> str:
    try:
        with sti.open("rb") as fil:
            return hashlib.file_digest(fil, "sha256").hexdigest()
    except OSError as error:
        raise AvtalegenError(f"Kunne ikke lese «{sti}»: {cause(error)}.") from error

"""What an agreement may take from the collection it lies in: the files it inherits from.

An agreement from somebody else must not be able to fetch what happens to lie on this machine.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType
from unicodedata import normalize

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import LIMITS
from avtalegen.samling.filer import ENDINGS, read

MARKS = ("avtalegen.toml", ".git")
"""What lies at the top of a collection of agreements, one or the other."""


class Repository:
    """The collection that the agreement `file` lies in, as `arv.Files`. «-» lies in the current folder.

    It is the nearest folder, from that of the agreement and upwards, that holds one of `MARKS`; where there is none,
    the folder of the agreement. Names are paths as the user would write them.

    `instead` holds what some of the files are to be taken to hold.
    """

    def __init__(self, file: str, instead: Mapping[str, bytes] = MappingProxyType({})) -> None:
        self._file = file
        self._instead = {os.path.realpath(name): data for name, data in instead.items()}

    @cached_property
    def _top(self) -> tuple[Path, bool]:
        """The top folder, and whether one of `MARKS` says so. Looked up only for agreements that inherit."""
        folder = Path(os.path.realpath(Path(self._file).parent))
        for candidate in (folder, *folder.parents):
            if any(os.path.lexists(candidate / mark) for mark in MARKS):
                return candidate, True
        return folder, False

    @property
    def toppen(self) -> Path:
        """The top folder of the collection."""
        return self._top[0]

    def resolve(self, written: str, file: str) -> str:
        """Return the path of the file that `written` stands for in `file`; raises when it may not be read."""
        refuse_foreign(written)
        folder = Path(file).parent
        try:
            path = _as_stored(folder, written)
            real = Path(os.path.realpath(path))
        except (OSError, ValueError) as error:
            raise AvtalegenError(
                Begge(f"«{written}» kan ikke være navnet på en fil.", f"«{written}» kan ikkje vere namnet på ei fil.")
            ) from error
        top, marked = self._top
        if not real.is_relative_to(top):
            raise AvtalegenError(
                Begge(
                    f"«{written}» ligger utenfor samlingen av avtaler, som er mappen «{top}».",
                    f"«{written}» ligg utanfor samlinga av avtalar, som er mappa «{top}».",
                )
                if marked
                else Begge(
                    f"«{written}» ligger utenfor mappen til avtalen. Legg en tom fil med navnet «{MARKS[0]}» i mappen "
                    "som både avtalene og de felles filene ligger under.",
                    f"«{written}» ligg utanfor mappa til avtalen. Legg ei tom fil med namnet «{MARKS[0]}» i mappa som "
                    "både avtalane og dei felles filene ligg under.",
                )
            )
        # «a/../b» is not always «b»: «a» may be a link to another place.
        plain = os.path.normpath(path)
        return plain if os.path.realpath(plain) == str(real) else str(path)

    def read(self, name: str) -> bytes:
        """Return the content of a file, at most a little more than `LIMITS.bytes` of it."""
        changed = self._instead.get(os.path.realpath(name)) if self._instead else None
        return read(Path(name), LIMITS.bytes) if changed is None else changed


def refuse_foreign(written: str) -> None:
    """Raise for a name that can't be that of a file to inherit from, wherever that may lie."""
    if PurePosixPath(written).is_absolute() or PureWindowsPath(written).anchor:
        raise AvtalegenError(
            Begge(
                f"«{written}» er en absolutt sti. Skriv stien fra mappen denne filen ligger i.",
                f"«{written}» er ein absolutt sti. Skriv stien frå mappa denne fila ligg i.",
            )
        )
    if "\\" in written:
        right = written.replace("\\", "/")
        raise AvtalegenError(
            Begge(
                f"Skriv stien med skråstrek: «{right}», ikke «{written}».",
                f"Skriv stien med skråstrek: «{right}», ikkje «{written}».",
            )
        )
    if PurePosixPath(written).suffix.lower() not in ENDINGS:
        raise AvtalegenError(
            Begge(
                f"«{written}» er ikke en YAML-fil. Navnet må slutte på .yaml eller .yml.",
                f"«{written}» er ikkje ei YAML-fil. Namnet må slutte på .yaml eller .yml.",
            )
        )


def _as_stored(folder: Path, written: str) -> Path:
    """Return the path; where only a decomposed form of it exists, as macOS may have made it, that one."""
    path = folder / written
    decomposed = folder / normalize("NFD", written)
    return decomposed if not os.path.lexists(path) and os.path.lexists(decomposed) else path

"""The files that a document carries, put in a folder: for the command and for the page."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath

from avtalegen import henting
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.henting.navn import named_after, placed
from avtalegen.lesing import LIMITS
from avtalegen.samling.filer import read_if_there
from avtalegen.samling.skriving import create, make_folder

_MOST_NAMES = 100


def below(folder: Path, parts: tuple[str, ...]) -> Path:
    """Return the path of a file below `folder`; a link that leads out of it is an error."""
    path = folder.joinpath(*parts)
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise AvtalegenError(f"«{path}» er en lenke ut av «{folder}». Ingenting er skrevet. Velg en annen mappe.")
    return path


def legg_i(folder: Path, name: str, data: bytes, there: Iterable[Path]) -> tuple[Path, henting.Tilstand]:
    """Put the agreement of a document, and the files that it inherits from, in a folder.

    Returns where the agreement lies, and whether the document is as we wrote it. `name` is what the document is called,
    `there` are the files that lie in the folder: one that says the same to the byte, is the agreement. One of that name
    that says something else is left alone, and the new one gets a number; nothing is written when a shared file is
    there and says something else. Raises `AvtalegenError`.
    """
    found = henting.hent(data)
    (own, content), *others = placed(named_after(found.filer, PurePath(name).name))
    for parts, shared in others:
        old = read_if_there(below(folder, parts), LIMITS.bytes)
        if old is not None and old != shared:
            raise AvtalegenError(
                f"«{'/'.join(parts)}» finnes fra før og er annerledes. Ingenting er skrevet. "
                "Hent avtalen i en annen mappe, med «avtalegen hent» og «--til»."
            )
    path = below(folder, own)
    for one in there:
        if one.parent == path.parent and read_if_there(one, LIMITS.bytes) == content:
            return one, found.tilstand
    make_folder(path.parent)
    for n in range(1, _MOST_NAMES):
        target = path if n == 1 else path.with_name(f"{path.stem}-{n}{path.suffix}")
        if read_if_there(target, LIMITS.bytes) == content or create(target, content):
            break
    else:
        raise AvtalegenError(f"Det finnes alt mange filer som heter «{path.name}». Rydd i mappen først.")
    for parts, shared in others:
        make_folder(below(folder, parts).parent)
        create(below(folder, parts), shared)
    return target, found.tilstand

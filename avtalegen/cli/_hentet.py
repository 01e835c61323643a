"""The agreement in a document, put in a folder: the files that it carries, or the draft that is read of its text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath, PureWindowsPath
from typing import TYPE_CHECKING

from avtalegen import henting
from avtalegen.dokument.innhold import Attachment
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.henting.navn import named_after, placed
from avtalegen.lesing import LIMITS
from avtalegen.samling.filer import read_if_there
from avtalegen.samling.skriving import create, in_folder

if TYPE_CHECKING:
    from avtalegen.importering import Utkast

_MOST_NAMES = 100


def below(folder: Path, parts: tuple[str, ...]) -> Path:
    """Return the path of a file below `folder`; a link that leads out of it is an error."""
    path = folder.joinpath(*parts)
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise AvtalegenError(
            Begge(
                f"«{path}» er en lenke ut av «{folder}». Ingenting er skrevet. Velg en annen mappe.",
                f"«{path}» er ei lenkje ut av «{folder}». Ingenting er skrive. Vel ei anna mappe.",
            )
        )
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
                Begge(
                    f"«{'/'.join(parts)}» finnes fra før og er annerledes. Ingenting er skrevet. "
                    "Hent avtalen i en annen mappe, med «avtalegen hent» og «--til».",
                    f"«{'/'.join(parts)}» finst frå før og er annleis. Ingenting er skrive. "
                    "Hent avtalen i ei anna mappe, med «avtalegen hent» og «--til».",
                )
            )
    path = below(folder, own)
    for one in there:
        if one.parent == path.parent and read_if_there(one, LIMITS.bytes) == content:
            return one, found.tilstand
    for parts, shared in others:  # first: no agreement lies there without what it inherits
        with in_folder(below(folder, parts).parent):
            create(below(folder, parts), shared)
    return _created(path, content), found.tilstand


def legg_utkast(folder: Path, name: str, data: bytes) -> tuple[Path, Utkast]:
    """Put the draft of an old agreement in a folder, as `importer` does, and return where it lies.

    `name` is what the document is called. What lies there already is left alone, and the draft gets a number. Raises
    `AvtalegenError` when the document can't be read, or is no agreement.
    """
    from avtalegen.importering import importer, les  # the readers are large, and few documents need them

    called = PureWindowsPath(name).name  # a browser may tell the folder too, and in the way of its own system
    draft = importer(les(data, called))
    ((own, content),) = placed(named_after([Attachment("avtale.yaml", draft.yaml.encode())], called))
    return _created(below(folder, own), content), draft


def bærer_avtalen(data: bytes) -> bool:
    """Tell whether a document carries the files that it was made of."""
    try:
        henting.hent(data)
    except AvtalegenError:
        return False
    return True


def _created(path: Path, content: bytes) -> Path:
    """Return the file that has a content and a name, with a number when something else has that name."""
    with in_folder(path.parent):
        for n in range(1, _MOST_NAMES):
            target = path if n == 1 else path.with_name(f"{path.stem}-{n}{path.suffix}")
            if read_if_there(target, LIMITS.bytes) == content or create(target, content):
                return target
    raise AvtalegenError(
        Begge(
            f"Det finnes alt mange filer som heter «{path.name}». Rydd i mappen først.",
            f"Det finst alt mange filer som heiter «{path.name}». Rydd i mappa først.",
        )
    )

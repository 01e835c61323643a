"""Writing whole files or none: what is there already is never half replaced, and never lost without a word.

Every failure is an `AvtalegenError` whose message names the file and the cause in Norwegian.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.samling.filer import cause, is_file, is_folder, refuse_impossible

_ANYBODY_WRITES = 0o222
_TEMPORARY = ".avtalegen-"
_FORGOTTEN = 3600  # seconds
_swept: set[Path] = set()


class New(NamedTuple):
    """What a file is to hold. With `instead_of`, it must still hold those bytes when it is replaced."""

    path: Path
    data: bytes
    instead_of: bytes | None = None


def write(path: Path, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Make `path` a file with `data`: either the whole file is there afterwards, or what was there before.

    A file that is replaced keeps its permissions and its group, and its owner where we may give it away; a new one gets
    those of the umask. A link is followed. With `instead_of`, the file must still hold those bytes when it is replaced:
    what somebody has saved meanwhile is not lost.
    """
    write_all([New(path, data, instead_of)])


def write_all(files: Sequence[New]) -> None:
    """Do what `write` does with files that belong together: none gets its name before there was room for all of them.

    They get them in the order in which they are given, so the one that refers to the others comes last.
    """
    ready: list[tuple[Path, Path]] = []
    waiting: list[Path] = []
    for file in files:
        refuse_unwritable(file.path)
    try:
        for file in files:
            target = Path(os.path.realpath(file.path))
            waiting.append(_temporary(target.parent))
            with _explained(file.path):
                _fill(waiting[-1], file.data, target.stat() if os.path.lexists(target) else None)
            ready.append((waiting[-1], target))
        for file, (_, target) in zip(files, ready, strict=True):
            with _explained(file.path):
                _refuse_changed(file.path, target, file.instead_of)
        for file, (temporary, target) in zip(files, ready, strict=True):
            with _explained(file.path):
                temporary.replace(target)
    finally:
        for temporary in waiting:
            with suppress(OSError):  # those that have their names are no longer there
                temporary.unlink()


def _fill(temporary: Path, data: bytes, before: os.stat_result | None) -> None:
    """Make a file that takes the place of another, which it is like, or of none."""
    with temporary.open("xb") as file:
        if before is not None:
            _make_like(temporary, before)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _refuse_changed(path: Path, target: Path, instead_of: bytes | None) -> None:
    if instead_of is not None and target.read_bytes() != instead_of:
        raise AvtalegenError(
            Begge(
                f"«{path}» ble lagret av noen andre i mellomtiden, og er ikke rørt. Kjør kommandoen en gang til.",
                f"«{path}» vart lagra av nokon andre i mellomtida, og er ikkje rørt. Køyr kommandoen ein gong til.",
            )
        )


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Say of which file it is what the system says no to in here."""
    try:
        yield
    except OSError as error:
        is_there = os.path.lexists(os.path.realpath(path))
        raise AvtalegenError(_not_written(path, _why_not_written(error, is_there))) from error


def create(path: Path, data: bytes) -> bool:
    """Make a new file with `data`, the whole of it or nothing. Return False if something has that name already.

    The system itself refuses a name that is taken, so a file that somebody makes at the same moment is safe too.
    """
    refuse_impossible(path)
    if os.path.lexists(path):
        return False
    temporary = _temporary(path.parent)
    try:
        _fill(temporary, data, None)
        return _named(temporary, path, data)
    except OSError as error:
        raise AvtalegenError(_not_written(path, _why_not_written(error, is_there=False))) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _named(temporary: Path, path: Path, data: bytes) -> bool:
    """Give a whole file its name too, and tell whether the name was free."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # a disk without links: there is no other way to take a name that is free
        try:
            file = path.open("xb")
        except FileExistsError:
            return False
        try:
            with file:
                file.write(data)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
    return True


def _make_like(temporary: Path, before: os.stat_result) -> None:
    """Give a file the permissions, the group and, where we may, the owner that another had."""
    if hasattr(os, "chown"):
        for owner, group in ((-1, before.st_gid), (before.st_uid, -1)):
            with suppress(OSError):  # only who is in the group, or rules the machine, may give it
                os.chown(temporary, owner, group)
    temporary.chmod(stat.S_IMODE(before.st_mode))


def _temporary(folder: Path) -> Path:
    """Return a name in the folder that nothing has, and take away what a process that was killed has left there."""
    if folder not in _swept:
        _swept.add(folder)
        with suppress(OSError), os.scandir(folder) as listing:
            for entry in listing:
                if re.fullmatch(rf"{re.escape(_TEMPORARY)}[0-9a-f]{{16}}", entry.name):
                    _sweep(entry)
    return folder / f"{_TEMPORARY}{os.urandom(8).hex()}"


def _sweep(entry: os.DirEntry[str]) -> None:
    with suppress(OSError):
        if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < time.time() - _FORGOTTEN:
            Path(entry).unlink()


def refuse_unwritable(path: Path) -> None:
    """Raise where `write` never can: a folder has the name, or a file that of a folder it would lie in.

    Who writes several files asks of all of them before the first.
    """
    refuse_impossible(path)
    target = Path(os.path.realpath(path))
    if os.path.lexists(target) and not is_file(target):
        what = (
            Begge("det er en mappe med det navnet. ", "det er ei mappe med det namnet. ")
            if is_folder(target)
            else Begge("det er ikke en vanlig fil. ", "det er ikkje ei vanleg fil. ")
        )
        raise AvtalegenError(_not_written(path, what + Begge("Velg et annet navn.", "Vel eit anna namn.")))
    if is_protected(path):
        raise AvtalegenError(
            _not_written(
                path,
                Begge(
                    "filen er skrivebeskyttet. Ta bort beskyttelsen, eller velg et annet navn.",
                    "fila er skriveverna. Ta bort vernet, eller vel eit anna namn.",
                ),
            )
        )
    above = next((folder for folder in path.parents if os.path.lexists(folder)), None)
    if above is not None and not is_folder(above):
        what = Begge(
            f"«{above}» er en fil, ikke en mappe. Velg et annet sted.",
            f"«{above}» er ei fil, ikkje ei mappe. Vel ein annan stad.",
        )
        raise AvtalegenError(_not_written(path, what))


def is_protected(path: Path) -> bool:
    """Tell whether a file is there that nobody, or not we, may write."""
    target = Path(os.path.realpath(path))
    return is_file(target) and not (os.access(target, os.W_OK) and target.stat().st_mode & _ANYBODY_WRITES)


def _not_written(path: Path, why: Begge) -> Begge:
    return Begge(f"Kunne ikke skrive «{path}»: {why}", f"Kunne ikkje skrive «{path}»: {why.nn}")


def _why_not_written(error: OSError, is_there: bool) -> Begge:
    if error.errno == errno.ENOENT:
        return Begge("mappen finnes ikke. Lag den først.", "mappa finst ikkje. Lag ho først.")
    why = cause(error)
    if error.errno in {errno.EACCES, errno.EPERM} and is_there:
        return Begge(
            f"{why}. Er filen åpen i et annet program, for eksempel Word, så lukk den der.",
            f"{why.nn}. Er fila open i eit anna program, til dømes Word, så lukk ho der.",
        )
    return why + "."


@contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Make `folder`, and those it lies in, unless they are there, and take away those that nothing came to lie in.

    There is no other way to make one: whoever is stopped, by a full disk or by Ctrl-C, leaves no empty folder.
    """
    made: list[Path] = []
    try:
        _make(folder, made)
        yield
    finally:
        for one in reversed(made):
            with suppress(OSError):  # something lies there
                one.rmdir()


def _make(folder: Path, made: list[Path]) -> None:
    try:
        for one in reversed((folder, *folder.parents)):
            if not os.path.lexists(one):
                one.mkdir(exist_ok=True)
                made.append(one)
        folder.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise AvtalegenError(
            Begge(
                f"«{folder}» er en fil, ikke en mappe. Velg et annet navn på mappen.",
                f"«{folder}» er ei fil, ikkje ei mappe. Vel eit anna namn på mappa.",
            )
        ) from error
    except OSError as error:
        why = cause(error)
        raise AvtalegenError(
            Begge(f"Kunne ikke lage mappen «{folder}»: {why}.", f"Kunne ikkje lage mappa «{folder}»: {why.nn}.")
        ) from error

"""Files: finding agreements, and reading no more than is sensible. What writes them is in `skriving`.

Every failure is an `AvtalegenError` whose message names the file and the cause in Norwegian.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import AvtalegenError

STANDARD_INPUT = "-"
ENDINGS = frozenset({".yaml", ".yml"})
ASSET_LIMIT = 5_000_000  # bytes: a coat of arms for print is some hundred thousand

_CAUSES = {
    errno.ENOENT: Begge(
        "filen finnes ikke. Sjekk at stien er skrevet riktig", "fila finst ikkje. Sjekk at stien er skriven rett"
    ),
    errno.ENOTDIR: Begge("en del av stien er ikke en mappe", "ein del av stien er ikkje ei mappe"),
    errno.EISDIR: Begge("er en mappe", "er ei mappe"),
    errno.EACCES: Begge("du har ikke tilgang", "du har ikkje tilgang"),
    errno.EPERM: Begge("du har ikke tilgang", "du har ikkje tilgang"),
    errno.EROFS: Begge("disken kan bare leses", "disken kan berre lesast"),
    errno.ENOSPC: Begge("det er ikke plass på disken", "det er ikkje plass på disken"),
    errno.EDQUOT: likt("plassen du har fått på disken, er brukt opp"),
    errno.EFBIG: Begge("filen blir større enn det er lov til", "fila blir større enn det er lov til"),
    errno.ENAMETOOLONG: Begge("navnet er for langt", "namnet er for langt"),
    errno.ELOOP: Begge("lenken fører i ring", "lenkja fører i ring"),
    errno.EMFILE: Begge("for mange filer er åpne", "for mange filer er opne"),
    errno.EIO: Begge("disken eller nettverket svikter", "disken eller nettverket sviktar"),
}


class Found(NamedTuple):
    """A YAML file to work on.

    `name` is how the user knows it («-» is standard input), `below` where it lies in the folder that was
    given (for a file: its bare name), `explicit` whether it was named itself and not found through a folder.
    """

    path: Path
    name: str
    below: Path
    explicit: bool

    @property
    def real(self) -> str:
        """The file itself, the same for all links to it."""
        return STANDARD_INPUT if self.name == STANDARD_INPUT else os.path.realpath(self.path)


def named(file: str) -> Found:
    """Return a file that is named itself; it need not be there."""
    path = Path(file)
    return Found(path, file, Path(path.name), explicit=True)


def find(
    paths: Sequence[str], on_error: Callable[[AvtalegenError], None], endings: Collection[str] = ENDINGS
) -> Iterator[Found]:
    """Give the files named, and those with an ending in the folders named, in a stable order and each only once.

    Hidden files and folders, the locks of Word, `node_modules` and `venv` are passed by, and so are links to folders:
    they may lead in a ring. An empty path, and a folder that can't be listed, goes to `on_error`, and the search goes
    on. A file that is named is given even where it does not exist: whoever reads it, says so.
    """
    seen: set[str] = set()
    for given in paths:
        for found in _found(given, on_error, endings):
            if len(paths) > 1:  # one path alone can't give a file twice, and a set would grow with the folder
                if found.real in seen:
                    continue
                seen.add(found.real)
            yield found


def _found(given: str, on_error: Callable[[AvtalegenError], None], endings: Collection[str]) -> Iterator[Found]:
    path = Path(given)
    if not given:  # Path would take it for the current folder, and it is most often a variable that is not set
        on_error(
            AvtalegenError(
                Begge(
                    "Fikk en tom sti. Oppgi en fil eller en mappe; «.» er mappen du står i.",
                    "Fekk ein tom sti. Oppgi ei fil eller ei mappe; «.» er mappa du står i.",
                )
            )
        )
    elif given == STANDARD_INPUT:
        yield Found(path, given, Path("avtale"), explicit=True)
    elif is_folder(path):
        for file in _walk(path, on_error, endings):
            yield Found(file, str(file), file.relative_to(path), explicit=False)
    else:
        yield named(str(path))


def _walk(folder: Path, on_error: Callable[[AvtalegenError], None], endings: Collection[str]) -> Iterator[Path]:
    """Give the files with an ending below `folder`. A stack, not recursion: folders nest deeper than Python does."""
    waiting = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            with os.scandir(path) as listing:
                entries = sorted(
                    (e for e in listing if _wanted(e, endings)), key=lambda entry: entry.name, reverse=True
                )
            waiting += [(path / entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
        except OSError as error:
            why = cause(error)
            said = Begge(f"Kunne ikke lese mappen «{path}»: {why}.", f"Kunne ikkje lese mappa «{path}»: {why.nn}.")
            on_error(AvtalegenError(said))


def _wanted(entry: os.DirEntry[str], endings: Collection[str]) -> bool:
    if entry.name.startswith((".", "~$")) or entry.name in {"node_modules", "venv"}:
        return False
    if entry.is_dir(follow_symlinks=False):
        return True
    if os.path.splitext(entry.name)[1].lower() not in endings:  # noqa: PTH122 - a Path per entry is slow
        return False
    if entry.is_symlink():  # one that leads nowhere is wanted: whoever reads it, says so
        return not is_folder(Path(entry))
    return entry.is_file(follow_symlinks=False)  # and not a pipe or a device


def is_folder(path: Path) -> bool:
    """Tell whether it is a folder; a name that can't be one is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name too long, among others


def is_file(path: Path) -> bool:
    """Tell whether it is a regular file; a name that can't be one is none."""
    return os.path.isfile(path)  # noqa: PTH113 - as above


def read(path: Path, limit: int, called: str | None = None) -> bytes:
    """Return at most `limit` + 1 bytes of a regular file; the one byte more shows that it is too large.

    `called` is what the file is called in a message, when that isn't the path.
    """
    refuse_impossible(path)
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise AvtalegenError(_not_a_file(path, called or str(path)))
            with open(descriptor, "rb", closefd=False) as file:
                return file.read(limit + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise AvtalegenError(web_address(called or str(path)) or unreadable(called or str(path), error)) from error


def unreadable(called: str, error: OSError) -> Begge:
    """Return what is said of a file that could not be read."""
    return Begge(
        f"Kunne ikke lese «{called}»: {cause(error)}.",
        f"Kunne ikkje lese «{called}»: {cause(error).nn}.",
    )


def web_address(path: str) -> Begge | None:
    """Return what is said of an address on the web, None for anything else. `Path` has made one stroke of the two."""
    address = re.sub(r"^([A-Za-z][A-Za-z0-9+.-]+):[/\\]+", r"\1://", path)
    if "://" not in address:
        return None
    return Begge(
        f"«{address}» er en nettadresse, og avtalegen henter ingenting fra nettet. Last ned filen, og oppgi den.",
        f"«{address}» er ei nettadresse, og avtalegen hentar ingenting frå nettet. Last ned fila, og oppgi ho.",
    )


def read_if_there(path: Path, limit: int) -> bytes | None:
    """Return what `read` does, or None when there is no file with that name."""
    return read(path, limit) if is_file(path) else None


def _not_a_file(path: Path, called: str) -> Begge:
    if is_folder(path):
        return Begge(
            f"«{called}» er en mappe. Oppgi en fil i stedet.", f"«{called}» er ei mappe. Oppgi ei fil i staden."
        )
    return Begge(
        f"«{called}» er ikke en vanlig fil. Bruk «-» for å lese fra standard inn.",
        f"«{called}» er ikkje ei vanleg fil. Bruk «-» for å lese frå standard inn.",
    )


def refuse_impossible(path: Path) -> None:
    """Raise for a name that the system has no way of writing: it has a NUL, or letters that its locale lacks."""
    try:
        if b"\0" not in os.fsencode(path):
            return
    except UnicodeEncodeError:
        pass
    shown = str(path).replace("\0", "\\0")
    raise AvtalegenError(
        Begge(
            f"Systemet kan ikke bruke «{shown}» som navn på en fil. Sett språkmiljøet til UTF-8 "
            "(for eksempel LC_ALL=C.UTF-8), eller gi filen et annet navn.",
            f"Systemet kan ikkje bruke «{shown}» som namn på ei fil. Sett språkmiljøet til UTF-8 "
            "(til dømes LC_ALL=C.UTF-8), eller gi fila eit anna namn.",
        )
    )


def read_asset(file: str, name: str) -> bytes:
    """Return the file `name` that the YAML file `file` refers to («-» lies in the current folder).

    Only files in its folder or below it are read: an agreement from somebody else must not be able to fetch
    what happens to lie on this machine.
    """
    data = read(_asset(file, name), ASSET_LIMIT, name)
    if len(data) > ASSET_LIMIT:
        raise AvtalegenError(
            Begge(
                f"«{name}» er større enn {ASSET_LIMIT // 1_000_000} MB. Gjør filen mindre.",
                f"«{name}» er større enn {ASSET_LIMIT // 1_000_000} MB. Gjer fila mindre.",
            )
        )
    return data


def asset_size(file: str, name: str) -> int | None:
    """Return how many bytes a file has that `read_asset` would read; None when it isn't there or may not be read."""
    try:
        path = _asset(file, name)
        return path.stat().st_size if is_file(path) else None
    except (AvtalegenError, OSError):
        return None


def _asset(file: str, name: str) -> Path:
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor:
        raise AvtalegenError(
            Begge(
                f"«{name}» er en absolutt sti. Oppgi stien fra mappen YAML-filen ligger i.",
                f"«{name}» er ein absolutt sti. Oppgi stien frå mappa YAML-fila ligg i.",
            )
        )
    root = os.path.realpath(Path(file).parent)
    try:
        path = Path(os.path.realpath(Path(root, name)))
    except (OSError, ValueError) as error:
        raise AvtalegenError(
            Begge(f"«{name}» kan ikke være navnet på en fil.", f"«{name}» kan ikkje vere namnet på ei fil.")
        ) from error
    if not path.is_relative_to(root):
        raise AvtalegenError(
            Begge(
                f"«{name}» ligger utenfor mappen til YAML-filen. Flytt filen dit.",
                f"«{name}» ligg utanfor mappa til YAML-fila. Flytt fila dit.",
            )
        )
    return path


def cause(error: OSError) -> Begge:
    """Return why the system said no, in Norwegian, without a full stop."""
    sagt = f"systemet melder «{error.strerror or error}»"
    return _CAUSES.get(error.errno or 0) or likt(sagt)

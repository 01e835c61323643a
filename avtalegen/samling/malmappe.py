"""The folder `maler` of a collection of agreements, read: templates in `nb` and `nn`, styles in `stil`.

It may come from somebody else, so nothing outside the collection is read, and only the files right in those folders.
"""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

from avtalegen.dokument.maler import SKRIFT, STIL, Maler
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.modell.former import Målform
from avtalegen.samling.filer import cause, read_asset

_MALER = "maler"
_SPRÅK = tuple(målform.språkkode for målform in Målform)
_READ = (*_SPRÅK, STIL, f"{STIL}/{SKRIFT}")
"""The folders that are read, below `maler`."""
_LOOKS_LIKE = (".j2", ".docx", ".typ", ".css", ".ttf", ".otf", "ord.yaml")
_OPEN_IN_WORD = "~$"  # what Word lays beside a file while it is open


def own_templates(konfig: Path, shown: str) -> Maler:
    """Read the templates and styles beside the configuration file `konfig`; `shown` is what its folder is called.

    Raises `AvtalegenError` for a file that can't be read, a template that is not UTF-8, and one outside the folder.
    """
    folder = konfig.parent / _MALER
    name = f"{shown}/{_MALER}" if shown else _MALER
    return read_templates(folder, name, within=konfig) if folder.is_dir() else Maler(name)


def read_templates(folder: Path, shown: str, within: Path | None = None) -> Maler:
    """Read the templates and styles in a folder, called `shown`; links lead no further than the folder of `within`.

    Raises `AvtalegenError` as `own_templates` does, and when there is no such folder.
    """
    if not folder.is_dir():
        raise AvtalegenError(f"«{shown}» er ikke en mappe. Oppgi mappen som malene ligger i.")

    def asset(name: str) -> bytes:
        if within is not None:
            return read_asset(str(within), f"{folder.name}/{name}")
        return read_asset(str(folder / "x"), name)

    def files(place: str) -> list[str]:
        return _listed(folder, place, shown)[0]

    tekster = tuple(
        _template(asset(f"{språk}/{navn}"), shown, språk, navn) for språk in _SPRÅK for navn in files(språk)
    )
    names = [*files(STIL), *(f"{SKRIFT}/{navn}" for navn in files(f"{STIL}/{SKRIFT}"))]
    return Maler(shown, tekster, tuple((navn, asset(f"{STIL}/{navn}")) for navn in names))


def misplaced(konfig: Path) -> list[str]:
    """Return what lies in `maler` beside `konfig` where nothing is read, as places below `maler`.

    That is every folder that isn't read, and the files beside those that are, when they look like templates or styles.
    """
    folder = konfig.parent / _MALER
    files, folders = _listed(folder, "", _MALER)
    found = [name for name in files if name in _READ or name.endswith(_LOOKS_LIKE)]
    found += [name for name in folders if name not in _READ]
    for place in _READ:
        inner = (f"{place}/{name}" for name in _listed(folder, place, _MALER)[1])
        found += [name for name in inner if name not in _READ]
    return sorted(found)


def _listed(folder: Path, place: str, shown: str) -> tuple[list[str], list[str]]:
    """Return the names of the files and of the folders in a place below `folder`, which is called `shown`."""
    files: list[str] = []
    folders: list[str] = []
    try:
        for path in sorted((folder / place).iterdir()):
            if not path.name.startswith((".", _OPEN_IN_WORD)):
                (folders if path.is_dir() else files).append(path.name)
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    except OSError as error:
        name = f"{shown}/{place}".rstrip("/")
        raise AvtalegenError(f"Kunne ikke lese mappen «{name}»: {cause(error)}.") from error
    return files, folders


def _template(data: bytes, shown: str, språk: str, navn: str) -> tuple[str, str, str]:
    try:
        return språk, normalize("NFC", navn), data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise AvtalegenError(f"«{shown}/{språk}/{navn}» er ikke UTF-8. Lagre malen på nytt som UTF-8.") from error

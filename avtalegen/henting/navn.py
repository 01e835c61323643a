"""Where files from a document may be put: their names come from anybody, and are to lead nowhere but below a folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from unicodedata import normalize

from avtalegen.dokument.innhold import Attachment
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError

_LONGEST, _DEEPEST = 200, 20
_ENDINGS = (".yaml", ".yml")
# What Windows can't have in a name, or reads as a drive, a stream or a device; refused everywhere.
_FORBIDDEN = re.compile(r'[<>:"|?*\\]')
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\.|$)", re.IGNORECASE)


def named_after(files: Sequence[Attachment], document: str) -> list[Attachment]:
    """Return the files with the agreement's own, the first of them, named after the file of the document."""
    own, *others = files
    folder, slash, _ = own.name.rpartition("/")
    name = f"{folder}{slash}{PurePath(document).stem}.yaml"
    free = _refused(name) is None and _same(name) not in {_same(one.name) for one in others}
    return [Attachment(name, own.data) if free else own, *others]


def placed(files: Sequence[Attachment]) -> list[tuple[tuple[str, ...], bytes]]:
    """Return for each file the parts of its path below a folder, and its content.

    Raises `AvtalegenError` when a name isn't that of a YAML file below the folder on every system, or when two names
    are the same file, or the one a file and the other its folder, on one of them.
    """
    found: list[tuple[tuple[str, ...], bytes]] = []
    taken: set[str] = set()
    for file in files:
        if (reason := _refused(file.name)) is not None:
            name = file.name[:_LONGEST]
            raise AvtalegenError(
                Begge(
                    f"Dokumentet har en fil med navnet «{name}». {reason} Ingenting er skrevet.",
                    f"Dokumentet har ei fil med namnet «{name}». {reason.nn} Ingenting er skrive.",
                )
            )
        taken.add(_same(file.name))
        found.append((tuple(file.name.split("/")), file.data))
    folders = {name[: place.start()] for name in taken for place in re.finditer("/", name)}
    if len(taken) < len(files) or folders & taken:
        raise AvtalegenError(
            Begge(
                "To av filene i dokumentet har navn som ikke kan stå ved siden av hverandre. Ingenting er skrevet. "
                "Hent bare avtalen med «-o FIL».",
                "To av filene i dokumentet har namn som ikkje kan stå ved sida av kvarandre. Ingenting er skrive. "
                "Hent berre avtalen med «-o FIL».",
            )
        )
    return found


def _same(name: str) -> str:
    """Return what names of the same file have in common, on the system that tells the fewest apart."""
    return normalize("NFKC", name).casefold()


def _refused(name: str) -> Begge | None:
    """Return why a name isn't used, None when it is fine."""
    parts = name.split("/")
    if len(name) > _LONGEST or len(parts) > _DEEPEST:
        return Begge("Navnet er for langt.", "Namnet er for langt.")
    if not name.isprintable() or _FORBIDDEN.search(name):
        return Begge("Navnet har tegn som ikke kan brukes.", "Namnet har teikn som ikkje kan brukast.")
    if any(part in {"", ".", ".."} for part in parts):
        return Begge("Det fører ut av mappen filene skal legges i.", "Det fører ut av mappa filene skal leggjast i.")
    if any(part.startswith(".") for part in parts):
        return Begge("Skjulte filer og mapper blir ikke skrevet.", "Skjulte filer og mapper blir ikkje skrivne.")
    if any(part.endswith((" ", ".")) or part.startswith(" ") or _DEVICE.match(part) for part in parts):
        return Begge("Windows kan ikke ha en fil med det navnet.", "Windows kan ikkje ha ei fil med det namnet.")
    if not name.lower().endswith(_ENDINGS):
        return Begge("Det er ikke navnet på en YAML-fil.", "Det er ikkje namnet på ei YAML-fil.")
    return None

"""`valider --rett`: safe changes made in the YAML files, or only shown."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen import flyt
from avtalegen.cli._settings import Settings
from avtalegen.cli._terminal import err, out, read_input
from avtalegen.cli.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.funn.ordlyd import antall
from avtalegen.lesing import LIMITS, looks_like_agreement
from avtalegen.rapporter.visible import visible
from avtalegen.register.personnummer import skjult
from avtalegen.rettelser import Rettet, forskjell, rett
from avtalegen.samling.filer import Found, find
from avtalegen.samling.repository import Repository
from avtalegen.samling.skriving import write


def mend(found: Found, data: bytes, settings: Settings) -> Rettet:
    """Return the file with every safe change made, held against the rules that apply to it."""
    given = settings.of(found)

    def check(content: bytes) -> flyt.Checked:
        # Not by the user's own selection: what makes something worse does so whether they see it or not.
        return flyt.check(content, found.name, valg=given.valg, files=Repository(found.name), alle=True)

    return rett(data, found.name, check)


def make(found: Found, data: bytes, settings: Settings) -> bytes:
    """Mend a file where it lies, and return what it holds then."""
    mended = mend(found, data, settings)
    if mended.endringer and not found.explicit and found.path.is_symlink():
        err(f"«{found.name}» er en lenke og er ikke rettet. Oppgi filen selv for å rette den.")
        return data
    if mended.endringer:
        write(found.path, mended.data, instead_of=data)
        err(f"Rettet {antall(len(mended.endringer), 'sted', 'steder')} i {found.name}.")
    return mended.data


def show(paths: tuple[str, ...], settings: Settings) -> int:
    """Show what would be mended as a diff, and return the exit code: 1 when there is something to mend."""
    unread: list[AvtalegenError] = []
    places = files = 0
    for found in find(paths, unread.append):
        for data in _content(found, settings, unread):
            mended = mend(found, data, settings)
            if mended.endringer:
                files += 1
                places += len(mended.endringer)
                out("\n".join(map(visible, skjult(forskjell(data, mended.data, found.name)).split("\n"))))
    settings.tell()
    for error in unread:
        err(f"Feil: {error}")
    if places:
        where = f"{antall(places, 'sted', 'steder')} i {antall(files, 'fil', 'filer')}"
        err(f"{where} kan rettes. Utelat «--vis» for å rette.")
    return NOT_RUN if unread else FINDINGS if places else CLEAN


def _content(found: Found, settings: Settings, unread: list[AvtalegenError]) -> Iterator[bytes]:
    if not settings.includes(found):
        return
    try:
        data = read_input(found, LIMITS.bytes)
    except AvtalegenError as error:
        unread.append(error)
        return
    if found.explicit or looks_like_agreement(data):
        yield data

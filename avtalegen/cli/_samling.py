"""All the agreements in some files and folders, each checked: for the commands that look at them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from avtalegen import flyt
from avtalegen.cli._settings import ForFile, Settings
from avtalegen.cli._terminal import Progress, err, read_input
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import LIMITS, looks_like_agreement
from avtalegen.rapporter import Totals
from avtalegen.samling.filer import Found, find
from avtalegen.samling.repository import Repository

_BETWEEN_PROGRESS = 50  # files


class Sjekket(NamedTuple):
    """An agreement that has been checked, where it was found, and what applies to it."""

    found: Found
    given: ForFile
    checked: Checked


def sjekkede(
    paths: tuple[str, ...],
    settings: Settings,
    totals: Totals,
    progress: Progress,
    mend: Callable[[Found, bytes], bytes] = lambda _found, data: data,
) -> Iterator[Sjekket]:
    """Give the agreements one by one, count them in `totals`, and say on stderr what could not be read.

    `mend` takes a file and what is in it, and returns what is in it afterwards.
    """

    def unreadable(error: AvtalegenError) -> None:
        totals.unreadable += 1
        progress.clear()
        err(f"Feil: {error}")

    for found in find(paths, unreadable):
        if not settings.includes(found):
            totals.excluded += 1
            continue
        if (data := _read(found, unreadable)) is None:
            continue
        if not found.explicit and not looks_like_agreement(data):
            totals.skipped += 1
            continue
        totals.files += 1
        if totals.files % _BETWEEN_PROGRESS == 0:
            progress.show(totals.files)
        given = settings.of(found)
        try:
            data = mend(found, data)
        except AvtalegenError as error:
            unreadable(error)
        checked = flyt.check(
            data, found.name, given.valg, Repository(found.name), given.oppsett, settings.options.funnmålform
        )
        yield Sjekket(found, given, checked)
    progress.clear()


def _read(found: Found, unreadable: Callable[[AvtalegenError], None]) -> bytes | None:
    try:
        return read_input(found, LIMITS.bytes)
    except AvtalegenError as error:
        unreadable(error)
        return None

"""What is read of each of many agreements, here or in several processes: for the commands that sum them up."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from avtalegen import flyt
from avtalegen.cli._jobs import cores
from avtalegen.cli._making import Failed
from avtalegen.cli._settings import ForFile, Settings
from avtalegen.cli._terminal import Progress, err, read_input
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import LIMITS, looks_like_agreement
from avtalegen.rapporter import Totals
from avtalegen.rapporter.visible import typed
from avtalegen.samling.filer import STANDARD_INPUT, Found, find
from avtalegen.samling.repository import Repository

if TYPE_CHECKING:
    from avtalegen.regler.rep.sammendrag import Sammendrag

_MANY = 60
"""Files: to start processes takes as long as to read so many."""
_BETWEEN_PROGRESS = 50  # files
Leser = Callable[[Checked, ForFile, Found], Any]
"""Takes an agreement that has been checked, what applies to it and where it was found, and returns what is wanted.

The findings may be without their proposals. What comes from another process costs as much as it is large."""

prosesser_option = click.option(
    "--prosesser",
    type=click.IntRange(min=1),
    metavar="ANTALL",
    help="Så mange prosesser leser avtaler samtidig. Uten valget: én, eller én for hver kjerne når de er mange.",
)


class Lest(NamedTuple):
    """What was read of an agreement: `verdi` is what was wanted, `sammendrag` what others are held against.

    That is None when the rules could not look at it. `tekst` is the text of standard input, "" for files.
    """

    found: Found
    given: ForFile
    verdi: Any
    sammendrag: Sammendrag | None
    tekst: str = ""


class _Svar(NamedTuple):
    """As `Lest`, of a process: what applies to the file is known by whoever asked."""

    verdi: Any
    sammendrag: Sammendrag | None
    tekst: str


def leste(
    founds: Sequence[Found],
    settings: Settings,
    totals: Totals,
    les: Leser,
    processes: int | None = None,
    ulest: Callable[[Found, str], None] = lambda _found, _message: None,
) -> Iterator[Lest]:
    """Give what `les` makes of the agreements, one by one, and count them in `totals`.

    What could not be read is said on stderr, and to `ulest`. In several processes `les` must be such as can be sent.
    """
    progress = Progress("Leser avtale", len(founds))
    with closing(_svar(founds, settings, les, processes)) as alle:
        for number, (found, (svar,)) in enumerate(zip(founds, alle, strict=True), 1):
            if number % _BETWEEN_PROGRESS == 0:
                progress.show(number)
            if isinstance(svar, Failed):
                totals.unreadable += 1
                progress.clear()
                err(f"Feil: {svar.message}")
                ulest(found, svar.message)
            elif svar is None:
                totals.skipped += 1
            else:
                totals.files += 1
                yield Lest(found, settings.of(found), *svar)
    progress.clear()


def finn(paths: tuple[str, ...], settings: Settings, totals: Totals) -> list[Found]:
    """Return the files to look at, each once; those that avtalegen.toml leaves out are counted in `totals`."""

    def unreadable(error: AvtalegenError) -> None:
        totals.unreadable += 1
        err(f"Feil: {error}")

    founds: dict[str, Found] = {}
    for found in find(paths, unreadable):
        if settings.includes(found):
            founds.setdefault(found.real, found)  # a link to a file is the same agreement once more
        else:
            totals.excluded += 1
    return list(founds.values())


def _svar(
    founds: Sequence[Found], settings: Settings, les: Leser, count: int | None
) -> Generator[Sequence[_Svar | Failed | None], None, None]:
    """Give the answer for each file, here or in `count` processes; None: in as many as there is something to gain."""
    if count is None:
        count = cores() if len(founds) >= _MANY else 1
    count = min(count, len(founds))
    if count > 1 and all(found.name != STANDARD_INPUT for found in founds):
        from avtalegen.cli._processes import in_processes  # few runs have so much to do

        her = _arbeid(les, settings)
        with closing(in_processes(founds, settings.options, count, partial(_arbeid, les), her)) as svar:
            yield from svar
    else:
        yield from map(_arbeid(les, settings), founds)


def _arbeid(les: Leser, settings: Settings) -> Callable[[Found], Sequence[_Svar | Failed | None]]:
    """Return what reads a file, as `_processes.Work`."""
    return partial(_les_en, les, settings)


def _les_en(les: Leser, settings: Settings, found: Found) -> Sequence[_Svar | Failed | None]:
    try:
        given = settings.of(found)
        data = read_input(found, LIMITS.bytes)
        if not looks_like_agreement(data):
            return (Failed(_ingen_avtale(found.name, data)) if found.explicit else None,)
        checked = flyt.check(data, found.name, given.valg, Repository(found.name), oppsett=given.oppsett, forslag=False)
        tekst = checked.source.text if found.name == STANDARD_INPUT else ""
        return (_Svar(les(checked, given, found), _sammendrag(checked), tekst),)
    except AvtalegenError as error:
        return (Failed(str(error)),)


def _ingen_avtale(name: str, data: bytes) -> str:
    """Say that a file that is named isn't an agreement, and what to do: it has no place among those that are."""
    from avtalegen.henting import er_dokument

    what = "Det som er lest fra standard inn," if name == STANDARD_INPUT else f"«{name}»"
    if er_dokument(data):
        how = "" if name == STANDARD_INPUT else f", eller hent den ut med «avtalegen hent {typed(name)}»"
        return f"{what} er et dokument, ikke YAML-filen til en avtale. Oppgi YAML-filen{how}."
    return (
        f"{what} er ikke en avtale: Linjen «format: 1» mangler. Oppgi YAML-filen til en avtale. «avtalegen valider» "
        "sier hva mer som mangler, og «avtalegen ny KOMMUNE» lager en ny."
    )


def _sammendrag(checked: Checked) -> Sammendrag | None:
    if checked.kontekst is None:
        return None
    from avtalegen.regler.rep.sammendrag import sammendrag

    return sammendrag(checked.kontekst)

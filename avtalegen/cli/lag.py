"""`avtalegen lag`: from YAML to documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from avtalegen import pipeline
from avtalegen.cli._felles import Progress, err, out, read_input, write_output
from avtalegen.cli._jobs import STANDARD_OUTPUT, Job, Target, formats_named, jobs, one_job
from avtalegen.diagnostic import AvtalegenError, has_errors
from avtalegen.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.files import STANDARD_INPUT, Found, find, make_folder, read, read_asset, read_if_there, write
from avtalegen.rapporter import FileReport, Totals
from avtalegen.rapporter.tekst import counted, findings, left_out, plural
from avtalegen.rapporter.visible import visible
from avtalegen.source import LIMITS, looks_like_agreement

_MANY = 5  # documents: with fewer, the work is done before a person has read how far it has come
_FEW = 3  # files: with more, a command that repeats them is not read
_LARGEST_DOCUMENT = 100_000_000  # bytes


class _Outcome(Enum):
    """What became of a document."""

    WRITTEN = auto()
    UNCHANGED = auto()
    FAULTY = auto()  # the YAML has errors
    REFUSED = auto()  # somebody has changed the document by hand
    FAILED = auto()  # a file could not be read or written


class _Result(NamedTuple):
    """What became of a document, and the text that tells it."""

    outcome: _Outcome
    text: str


class _How(NamedTuple):
    """What the user has allowed."""

    overwrite: bool
    make_folders: bool


@click.command(short_help="Skriv avtalen som dokument.")
@click.argument("filer", metavar="FIL...", nargs=-1, required=True)
@click.option(
    "--format",
    "formats",
    callback=formats_named,
    metavar="FORMAT[,FORMAT]",
    help=f"Ett eller flere av formatene {', '.join(pipeline.FORMATS)}. Uten valget: docx.",
)
@click.option("--til", "mappe", metavar="MAPPE", help="Legg dokumentene i MAPPE. Den lages om den mangler.")
@click.option("-o", "fil", metavar="FIL", help="Skriv dokumentet til FIL. «-» er standard ut.")
@click.option("--overskriv", is_flag=True, help="Erstatt også dokumenter som er endret for hånd.")
@click.pass_context
def lag(  # noqa: PLR0917 - click passes each option by itself
    ctx: click.Context,
    filer: tuple[str, ...],
    formats: tuple[str, ...],
    mappe: str | None,
    fil: str | None,
    overskriv: bool,
) -> None:
    """Skriv avtalen som dokument.

    FIL er YAML-filer og mapper med YAML-filer, eller «-» for standard inn. Dokumentet legges ved siden av
    YAML-filen, med samme navn. Det skrives ikke så lenge YAML-filen har feil.

    Koden ved avslutning er 0 når alle dokumentene er laget, 1 når YAML-filen har feil eller dokumentet er
    endret for hånd, 2 når kommandoen er skrevet galt og 3 når noe ikke kunne leses eller skrives.
    """
    if fil is not None and mappe is not None:
        raise click.UsageError("Bruk enten «-o» eller «--til».")
    totals = Totals()
    founds = list(_agreements(filer, totals))
    if fil is None:
        planned = jobs(founds, formats, mappe)
    elif len(filer) > 1 or not all(found.explicit for found in founds):
        raise click.UsageError("Valget «-o» gjelder én fil. Bruk «--til MAPPE» for flere.")
    else:
        planned = [one_job(found, formats, fil) for found in founds]
    how = _How(overwrite=overskriv, make_folders=mappe is not None)
    say = partial(out, err=fil == STANDARD_OUTPUT)
    outcomes: Counter[_Outcome] = Counter()
    progress = Progress("Lager avtale", len(planned), shown=len(planned) >= _MANY)
    for number, job in enumerate(planned, start=1):
        progress.show(number)
        for outcome, text in _results(job, totals, how):
            outcomes[outcome] += 1
            progress.clear()
            if outcome in {_Outcome.REFUSED, _Outcome.FAILED}:
                err(text)
            else:
                say(text)
    progress.clear()
    say(_conclusion(outcomes, totals, filer))
    ctx.exit(_exit_code(outcomes, totals))


def _agreements(paths: Sequence[str], totals: Totals) -> Iterator[Found]:
    """Give the files to make documents of, and count those left out."""

    def unreadable(error: AvtalegenError) -> None:
        totals.unreadable += 1
        err(f"Feil: {error}")

    for found in find(paths, unreadable):
        try:
            if found.explicit or looks_like_agreement(read(found.path, LIMITS.bytes)):
                yield found
            else:
                totals.skipped += 1
        except AvtalegenError as error:
            unreadable(error)


def _results(job: Job, totals: Totals, how: _How) -> Iterator[_Result]:
    """Make the documents of one YAML file, and give what became of each. A YAML with errors gives none."""
    try:
        checked = pipeline.check(read_input(job.found, LIMITS.bytes), job.found.name)
    except AvtalegenError as error:
        totals.unreadable += 1
        yield _Result(_Outcome.FAILED, f"Feil: {error}")
        return
    report = FileReport(job.found.name, checked.source.text, checked.diagnostics)
    totals.files += 1
    totals.findings.update(d.severity for d in report.diagnostics)
    if checked.avtale is None or has_errors(list(report.diagnostics)):
        yield _Result(_Outcome.FAULTY, findings(report))
        return
    folder = Path() if job.found.name == STANDARD_INPUT else job.found.path.parent
    known = set(report.diagnostics)
    for target in job.targets:
        try:
            made = pipeline.make(checked, target.format, partial(read_asset, folder))
            new = tuple(d for d in made.diagnostics if d not in known)
            totals.findings.update(d.severity for d in new)
            known.update(new)
            if made.data is None:
                yield _Result(_Outcome.FAULTY, findings(report._replace(diagnostics=new)))
            else:
                yield _deliver(made.data, target, how)
        except AvtalegenError as error:
            yield _Result(_Outcome.FAILED, f"Feil: {error}")


def _deliver(data: bytes, target: Target, how: _How) -> _Result:
    """Write one document, unless it is there already or somebody's work would be lost."""
    path = target.path
    if path is None:
        write_output(data)
        return _Result(_Outcome.WRITTEN, "")
    if (old := read_if_there(path, _LARGEST_DOCUMENT)) is not None:
        if old == data:
            return _Result(_Outcome.UNCHANGED, f"Uendret: {visible(str(path))}\n")
        if not how.overwrite and pipeline.edited(old, target.format):
            return _Result(
                _Outcome.REFUSED,
                f"Feil: «{path}» er endret for hånd eller er ikke laget av avtalegen. Filen er ikke rørt. "
                "Bruk «--overskriv» for å erstatte den, eller velg et annet navn med «-o».",
            )
    if how.make_folders:
        make_folder(path.parent)
    write(path, data)
    return _Result(_Outcome.WRITTEN, f"Skrev {visible(str(path))}\n")


def _conclusion(outcomes: Counter[_Outcome], totals: Totals, given: Sequence[str]) -> str:
    """Return the last lines: the number of documents when not one, the findings, and what was left out."""
    lines = []
    if outcomes.total() > 1:
        lines.append(_tally(outcomes))
    elif outcomes[_Outcome.FAULTY]:
        lines.append("Dokumentet lages når feilene er rettet.")
    if not (totals.files or totals.unreadable):
        lines.append("Fant ingen avtaler.")
    if found := counted(totals.findings):
        command = " ".join(("avtalegen valider", *map(visible, given if len(given) <= _FEW else "…")))
        all_shown = outcomes.total() == outcomes[_Outcome.FAULTY]
        where = "" if all_shown else f" Se alle med «{command}»."
        lines.append(f"{found} i {plural(totals.files, 'avtale', 'avtaler')}.{where}")
    return "".join(f"{line}\n" for line in (*lines, *left_out(totals)))


def _tally(outcomes: Counter[_Outcome]) -> str:
    parts = [f"Skrev {plural(outcomes[_Outcome.WRITTEN], 'dokument', 'dokumenter')}"]
    if unchanged := outcomes[_Outcome.UNCHANGED]:
        parts.append(f"{unchanged} var {'uendret' if unchanged == 1 else 'uendrede'}")
    if missing := outcomes.total() - outcomes[_Outcome.WRITTEN] - unchanged:
        parts.append(f"{missing} ble ikke laget")
    return f"{', '.join(parts)}."


def _exit_code(outcomes: Counter[_Outcome], totals: Totals) -> int:
    if outcomes[_Outcome.FAILED] or totals.unreadable or not totals.files:
        return NOT_RUN
    return FINDINGS if outcomes[_Outcome.FAULTY] or outcomes[_Outcome.REFUSED] else CLEAN

"""`avtalegen lag`: from YAML to documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from avtalegen import pipeline
from avtalegen.cli._felles import Progress, err, out, read_input, write_output
from avtalegen.cli._jobs import STANDARD_OUTPUT, Job, Target, formats_named, jobs, one_job
from avtalegen.cli._settings import Settings, shown_path, with_settings
from avtalegen.diagnostic import AvtalegenError, Diagnostic, has_errors
from avtalegen.egne_maler import INGEN, Maler
from avtalegen.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.files import STANDARD_INPUT, Found, find, make_folder, read, read_asset, read_if_there, write
from avtalegen.konfig import FILNAVN
from avtalegen.rapporter import FileReport, Totals, untold
from avtalegen.rapporter.tekst import counted, findings, left_out, plural
from avtalegen.rapporter.visible import visible
from avtalegen.repository import Repository, own_templates
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
    STALE = auto()  # with `--sjekk`: it is missing, or not what the YAML gives
    EDITED = auto()  # with `--sjekk`: somebody has changed it by hand


class _Result(NamedTuple):
    """What became of a document, and the text that tells it."""

    outcome: _Outcome
    text: str


class _How(NamedTuple):
    """What the user has decided; and the findings in inherited files that have been `told` (`untold`)."""

    settings: Settings
    overwrite: bool
    compare: bool
    make_folders: bool
    with_findings: bool
    told: set[Diagnostic]
    templates: dict[str, Maler]  # by the folder of the avtalegen.toml that they lie beside

    def egne_maler(self, folder: str) -> Maler:
        """Return the templates that lie beside the avtalegen.toml in `folder`; none when there is no such file."""
        if folder and folder not in self.templates:
            shown = shown_path(folder)
            self.templates[folder] = own_templates(Path(folder, FILNAVN), "" if shown == "." else shown)
        return self.templates.get(folder, INGEN)


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
@click.option("--sjekk", is_flag=True, help="Skriv ingenting. Si hvilke dokumenter som mangler eller må lages på nytt.")
@click.option("--med-funn", is_flag=True, help="Skriv funnene som merknader i margen, der de hører hjemme (bare docx).")
@with_settings("klar_for_signering", "i_dag", "konfig")
@click.pass_context
def lag(
    ctx: click.Context,
    filer: tuple[str, ...],
    formats: tuple[str, ...],
    mappe: str | None,
    fil: str | None,
    overskriv: bool,
    sjekk: bool,
    med_funn: bool,
    settings: Settings,
) -> None:
    """Skriv avtalen som dokument.

    FIL er YAML-filer og mapper med YAML-filer, eller «-» for standard inn. Dokumentet legges ved siden av
    YAML-filen, med samme navn. Det skrives ikke så lenge YAML-filen har feil.

    Koden ved avslutning er 0 når alle dokumentene er laget, 1 når YAML-filen har feil eller dokumentet er
    endret for hånd, 2 når kommandoen er skrevet galt og 3 når noe ikke kunne leses eller skrives. Med
    «--sjekk» er den 0 når alle dokumentene er slik YAML-filene gir dem i dag, og 1 når noen ikke er det.
    """
    if fil is not None and mappe is not None:
        raise click.UsageError("Bruk enten «-o» eller «--til».")
    if sjekk and overskriv:
        raise click.UsageError("Bruk enten «--sjekk» eller «--overskriv».")
    if sjekk and fil == STANDARD_OUTPUT:
        raise click.UsageError("Med «--sjekk» må «-o» være en fil.")
    totals = Totals()
    founds = list(_agreements(filer, totals, settings))
    if fil is None:
        planned = jobs(founds, formats, mappe)
    elif len(filer) > 1 or not all(found.explicit for found in founds):
        raise click.UsageError("Valget «-o» gjelder én fil. Bruk «--til MAPPE» for flere.")
    else:
        planned = [one_job(found, formats, fil) for found in founds]
    how = _How(
        settings, overskriv, sjekk, make_folders=mappe is not None, with_findings=med_funn, told=set(), templates={}
    )
    if med_funn:
        _refuse_signed(planned)
    say = partial(out, err=fil == STANDARD_OUTPUT)
    outcomes: Counter[_Outcome] = Counter()
    progress = Progress("Sjekker avtale" if sjekk else "Lager avtale", len(planned), shown=len(planned) >= _MANY)
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
    say(_conclusion(outcomes, totals, filer, sjekk))
    ctx.exit(_exit_code(outcomes, totals))


def _agreements(paths: Sequence[str], totals: Totals, settings: Settings) -> Iterator[Found]:
    """Give the files to make documents of, and count those left out."""

    def unreadable(error: AvtalegenError) -> None:
        totals.unreadable += 1
        err(f"Feil: {error}")

    for found in find(paths, unreadable):
        if not settings.includes(found):
            totals.excluded += 1
            continue
        try:
            if found.explicit or looks_like_agreement(read(found.path, LIMITS.bytes)):
                yield found
            else:
                totals.skipped += 1
        except AvtalegenError as error:
            unreadable(error)


def _refuse_signed(planned: Sequence[Job]) -> None:
    """Stop before anything is written when a file to make with findings is a signed agreement."""
    for found in (job.found for job in planned if job.found.name != STANDARD_INPUT):
        with suppress(AvtalegenError):  # told when the document is to be made
            data = read_input(found, LIMITS.bytes)
            _refuse_if_signed(found, pipeline.check(data, found.name, files=Repository(found.name)))


def _refuse_if_signed(found: Found, checked: pipeline.Checked) -> None:
    if checked.signed:
        raise click.UsageError(
            f"Avtalen i «{found.name}» er signert og kan ikke lages med funn i margen. "
            "Utelat «--med-funn», eller ta filen bort fra kommandoen."
        )


def _results(job: Job, totals: Totals, how: _How) -> Iterator[_Result]:
    """Make the documents of one YAML file, and give what became of each. A YAML with errors gives none."""
    try:
        name = job.found.name
        given = how.settings.of(job.found)
        checked = pipeline.check(
            read_input(job.found, LIMITS.bytes), name, valg=given.valg, files=Repository(name), oppsett=given.oppsett
        )
    except AvtalegenError as error:
        totals.unreadable += 1
        yield _Result(_Outcome.FAILED, f"Feil: {error}")
        return
    if how.with_findings:
        _refuse_if_signed(job.found, checked)
    news = untold(name, checked.diagnostics, how.told)
    report = FileReport(name, checked.source.text, news, checked.texts)
    reports = [*how.settings.reports(), report]
    totals.files += 1
    totals.findings.update(d.severity for one in reports for d in one.diagnostics)
    if given.broken or checked.avtale is None or has_errors(list(checked.diagnostics)):
        yield _Result(_Outcome.FAULTY, "".join(map(findings, reports)))
        return
    known = set(checked.diagnostics)
    for target in job.targets:
        try:
            egne = how.egne_maler(given.folder)
            made = pipeline.make(
                checked,
                target.format,
                read_asset,
                med_funn=how.with_findings,
                egne=egne,
            )
            new = untold(name, tuple(d for d in made.diagnostics if d not in known), how.told)
            totals.findings.update(d.severity for d in new)
            known.update(new)
            if made.data is None:
                texts = {**report.texts, **egne.texts}
                yield _Result(_Outcome.FAULTY, findings(report._replace(diagnostics=new, texts=texts)))
            else:
                yield (_compare if how.compare else _deliver)(made.data, target, how)
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


def _compare(data: bytes, target: Target, _how: _How) -> _Result:
    """Tell whether one document is there as `data`, byte for byte."""
    path = target.path
    assert path is not None  # wrong usage with `--sjekk`
    shown = visible(str(path))
    if _is_missing(path):
        return _Result(_Outcome.STALE, f"{shown}: mangler\n")
    old = read(path, _LARGEST_DOCUMENT)
    if old == data:
        return _Result(_Outcome.UNCHANGED, "")
    if pipeline.edited(old, target.format):
        return _Result(_Outcome.EDITED, f"{shown}: endret for hånd, eller ikke laget av avtalegen\n")
    return _Result(_Outcome.STALE, f"{shown}: ikke det YAML-filen gir i dag\n")


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # whoever reads it, says why not
        return False
    return False


def _conclusion(outcomes: Counter[_Outcome], totals: Totals, given: Sequence[str], compare: bool) -> str:
    """Return the last lines: the number of documents when not one, the findings, and what was left out."""
    lines: list[str] = []
    if compare:
        lines += _verdict(outcomes)
    elif outcomes.total() > 1:
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


def _verdict(outcomes: Counter[_Outcome]) -> Iterator[str]:
    """Give the lines on what `--sjekk` has found, and on what to do about it."""
    if not outcomes:
        return
    fresh, stale = outcomes[_Outcome.UNCHANGED], outcomes[_Outcome.STALE] + outcomes[_Outcome.EDITED]
    parts = [f"{plural(fresh, 'dokument', 'dokumenter')} er oppdatert"]
    if stale:
        parts.append(f"{stale} er ikke oppdatert")
    if unknown := outcomes.total() - fresh - stale:
        parts.append(f"{unknown} kunne ikke sjekkes")
    yield f"{', '.join(parts)}."
    if outcomes[_Outcome.STALE]:
        yield "Lag dokumentene på nytt med den samme kommandoen uten «--sjekk»."
    if outcomes[_Outcome.EDITED]:
        yield "Det som er endret for hånd, må inn i YAML-filen. Lag så dokumentet på nytt med «--overskriv»."


def _exit_code(outcomes: Counter[_Outcome], totals: Totals) -> int:
    if outcomes[_Outcome.FAILED] or totals.unreadable or not totals.files:
        return NOT_RUN
    return CLEAN if outcomes.keys() <= {_Outcome.WRITTEN, _Outcome.UNCHANGED} else FINDINGS

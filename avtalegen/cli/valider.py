"""`avtalegen valider`: what is wrong with files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from avtalegen.cli._across import Across
from avtalegen.cli._samling import sjekkede
from avtalegen.cli._settings import Settings, with_settings
from avtalegen.cli._terminal import Progress, err, out
from avtalegen.cli.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.funn.diagnostic import AvtalegenError, Severity, per_alvorlighet
from avtalegen.rapporter import FILE_BY_FILE, REPORTERS, FileReport, JobSummary, Totals, Årsak, reporter, untold
from avtalegen.rapporter.tekst import no_agreements
from avtalegen.samling.filer import STANDARD_INPUT, Found, cause

_TELLS_OF_NOTHING = frozenset({"tekst", "kort", "github"})
"""The formats that say themselves that there are no agreements."""


@click.command(short_help="Se etter feil og mangler i avtaler.")
@click.argument("stier", metavar="[STI]...", nargs=-1)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(REPORTERS)),
    default="tekst",
    show_default=True,
    help="Hvordan funnene vises.",
)
@click.option("--kort", is_flag=True, help="Én linje for hvert funn. Det samme som «--format kort».")
@click.option("--alle", is_flag=True, help="Vis hvert funn for seg, også det som er likt i flere avtaler.")
@click.option("--rett", is_flag=True, help="Rett det som trygt kan rettes, i filene, før de sjekkes.")
@click.option("--vis", is_flag=True, help="Med «--rett»: vis hva som ville bli rettet, og endre ingenting.")
@with_settings("streng", "velg", "ignorer", "klar_for_signering", "stavekontroll", "funnmålform", "i_dag", "konfig")
@click.pass_context
def valider(
    ctx: click.Context,
    stier: tuple[str, ...],
    format_: str,
    kort: bool,
    alle: bool,
    rett: bool,
    vis: bool,
    settings: Settings,
) -> None:
    """Se etter feil og mangler i avtaler.

    STI er filer og mapper. Uten STI sjekkes mappen du står i. I mapper sjekkes alle YAML-filer som er
    avtaler, også i undermapper. Oppgi «-» for å lese fra standard inn.

    Sluttkoden er 0 når det ikke er feil, 1 når det er feil, 2 når kommandoen er brukt feil og 3 når noe ikke kunne
    leses, eller det ikke er noen avtaler der. Med «--rett --vis» er den 0 når det ikke er noe å rette, og 1 når det er
    det.
    """
    if kort and format_ not in {"tekst", "kort"}:
        raise click.UsageError(f"Bruk enten «--kort» eller «--format {format_}».")
    stier = stier or (".",)
    if vis and not rett:
        raise click.UsageError("«--vis» brukes sammen med «--rett».")
    if rett and STANDARD_INPUT in stier:
        raise click.UsageError("«--rett» endrer filer og kan ikke brukes på standard inn.")
    if vis and (kort or format_ != "tekst"):
        raise click.UsageError("«--vis» viser en diff og brukes ikke sammen med «--format» eller «--kort».")
    if vis:
        from avtalegen.cli import _rett

        ctx.exit(_rett.show(stier, settings))
    totals = Totals(stier)
    progress = Progress("Sjekker avtale")
    told: set[Årsak] | None = None if format_ in FILE_BY_FILE else set()
    reports = _counted(_checked(stier, settings, totals, progress, told, rett), totals)
    for text in reporter("kort" if kort else format_, each=alle)(reports, totals):
        progress.clear()
        if isinstance(text, JobSummary):
            _show_on_job(text)
        else:
            out(text)
    progress.clear()
    if totals.nothing and format_ not in _TELLS_OF_NOTHING:
        err(f"Feil: {no_agreements(totals)}")
    ctx.exit(_exit_code(totals, settings.options.streng))


def _counted(reports: Iterator[FileReport], totals: Totals) -> Iterator[FileReport]:
    for report in reports:
        totals.findings += per_alvorlighet(report.diagnostics)
        yield report


def _checked(
    paths: tuple[str, ...],
    settings: Settings,
    totals: Totals,
    progress: Progress,
    told: set[Årsak] | None,
    rett: bool,
) -> Iterator[FileReport]:
    """Check one file at a time, hold them against each other, and say on stderr what could not be read."""

    def mend(found: Found, data: bytes) -> bytes:
        return _mended(found, data, settings) if rett else data

    across = Across(settings, paths)
    for found, given, checked in sjekkede(paths, settings, totals, progress, mend):
        yield from settings.reports()
        across.add(checked, given)
        news = untold(found.name, checked.diagnostics, told)
        yield FileReport(found.name, checked.source.text, news, checked.texts, checked.suppressed)
    yield from settings.reports()  # of folders with nothing to check in them
    yield from across.reports(everything_read=not totals.unreadable)


def _mended(found: Found, data: bytes, settings: Settings) -> bytes:
    # Only `--rett` changes files.
    from avtalegen.cli import _rett

    return _rett.make(found, data, settings)


def _show_on_job(markdown: str) -> None:
    """Add to the page of the job in GitHub Actions; elsewhere there is none."""
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(file).open("a", encoding="utf-8", errors="replace", newline="\n") as page:
                page.write(markdown)
        except OSError as error:
            raise AvtalegenError(f"Kunne ikke skrive sammendraget av jobben til «{file}»: {cause(error)}.") from error


def _exit_code(totals: Totals, strict: bool) -> int:
    if totals.unreadable:
        return NOT_RUN
    if totals.findings[Severity.FEIL] or (strict and totals.findings[Severity.ADVARSEL]):
        return FINDINGS
    return NOT_RUN if totals.nothing else CLEAN

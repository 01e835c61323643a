"""`avtalegen valider`: what is wrong with files and folders."""

from __future__ import annotations

from collections.abc import Iterator

import click

from avtalegen import pipeline
from avtalegen.cli._felles import Progress, err, out, read_input
from avtalegen.diagnostic import AvtalegenError, Severity
from avtalegen.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.files import find
from avtalegen.rapporter import REPORTERS, FileReport, Totals, reporter
from avtalegen.source import LIMITS, looks_like_agreement

_FILES_BETWEEN_PROGRESS = 50


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
@click.option("--streng", is_flag=True, help="Avslutt med kode 1 også når det bare er advarsler.")
@click.pass_context
def valider(ctx: click.Context, stier: tuple[str, ...], format_: str, streng: bool) -> None:
    """Se etter feil og mangler i avtaler.

    STI er filer og mapper. Uten STI sjekkes mappen du står i. I mapper sjekkes alle YAML-filer som er
    avtaler, også i undermapper. Oppgi «-» for å lese fra standard inn.

    Koden ved avslutning er 0 når det ikke er feil, 1 når det er feil, 2 når kommandoen er skrevet galt og
    3 når noe ikke kunne leses.
    """
    totals = Totals()
    progress = Progress("Sjekker avtale")
    for text in reporter(format_)(_checked(stier or (".",), totals, progress), totals):
        progress.clear()
        out(text)
    progress.clear()
    ctx.exit(_exit_code(totals, streng))


def _checked(paths: tuple[str, ...], totals: Totals, progress: Progress) -> Iterator[FileReport]:
    """Check one file at a time, count what is found, and say on stderr what could not be read."""

    def unreadable(error: AvtalegenError) -> None:
        totals.unreadable += 1
        progress.clear()
        err(f"Feil: {error}")

    for found in find(paths, unreadable):
        try:
            data = read_input(found, LIMITS.bytes)
        except AvtalegenError as error:
            unreadable(error)
            continue
        if not found.explicit and not looks_like_agreement(data):
            totals.skipped += 1
            continue
        totals.files += 1
        if totals.files % _FILES_BETWEEN_PROGRESS == 0:
            progress.show(totals.files)
        checked = pipeline.check(data, found.name)
        totals.findings.update(diagnostic.severity for diagnostic in checked.diagnostics)
        yield FileReport(found.name, checked.source.text, checked.diagnostics)


def _exit_code(totals: Totals, strict: bool) -> int:
    if totals.unreadable:
        return NOT_RUN
    if totals.findings[Severity.FEIL] or (strict and totals.findings[Severity.ADVARSEL]):
        return FINDINGS
    return CLEAN

"""`avtalegen status`: how it stands with all the agreements, and what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from avtalegen.cli._across import Across
from avtalegen.cli._leste import finn, leste, prosesser_option
from avtalegen.cli._settings import ForFile, Settings, with_settings
from avtalegen.cli._terminal import err, out, write_output
from avtalegen.cli.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Severity, per_alvorlighet
from avtalegen.modell.former import Målform
from avtalegen.oppfolging.formater import FORMATER, er_vår, skriv
from avtalegen.oppfolging.lesing import rad
from avtalegen.oppfolging.oversikt import Oversikt, oversikt
from avtalegen.oppfolging.rad import Rad
from avtalegen.rapporter import Totals, Årsak, untold
from avtalegen.rapporter.tekst import left_out, no_agreements
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import Found, read_if_there
from avtalegen.samling.skriving import refuse_unwritable, write

_LARGEST = 100_000_000  # bytes: a page that large is none of ours


@click.command(short_help="Vis hvordan det står til med avtalene, og hva som haster.")
@click.argument("stier", metavar="[STI]...", nargs=-1)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATER)),
    default="tekst",
    show_default=True,
    help="Hvordan oversikten skrives.",
)
@click.option("-o", "fil", metavar="FIL", help="Skriv oversikten til FIL. «-» er standard ut.")
@click.option(
    "--frist",
    type=click.IntRange(0, 3650),
    metavar="DAGER",
    help="Hvor mange dager fram noe må følges opp. Uten valget: «utløper_snart» i avtalegen.toml, ellers 90.",
)
@click.option("--streng", is_flag=True, help="Sluttkode 1 når noe er forfalt.")
@prosesser_option
@with_settings("én_målform", "i_dag", "konfig")
@click.pass_context
def status(
    ctx: click.Context,
    stier: tuple[str, ...],
    format_: str,
    fil: str | None,
    frist: int | None,
    streng: bool,
    prosesser: int | None,
    settings: Settings,
) -> None:
    """Vis hvordan det står til med avtalene, og hva som haster.

    STI er filer og mapper. Uten STI vises avtalene i mappen du står i, også i undermapper. Hver avtale står med hvem
    den gjelder, status, når den går ut, politikontakt, leder, neste møte, evaluering og revisjon, tiltak over fristen
    og funn. Det som haster mest, står først. En avtale med feil er med, med det som kunne leses.

    Noe er forfalt når avtalen er utløpt, eller datoen for evaluering, revisjon eller et tiltak er passert. En avtale
    som er opphevet, eller som en nyere har avløst, er avsluttet, og da er ingenting forfalt.

    Med «-o» erstattes en oversikt som er laget før, men aldri en annen fil.

    Sluttkoden er 0, eller 1 når noe er forfalt og «--streng» er med, 2 når kommandoen er brukt feil og 3 når noe ikke
    kunne leses eller skrives, eller det ikke er noen avtaler der.
    """
    path = None if fil in (None, "-") else Path(fil or "")
    if path:
        refuse_unwritable(path)
    stier = stier or (".",)
    totals = Totals(stier)
    found = _overview(stier, settings, totals, frist, prosesser)
    målform = settings.options.målformer[0] if settings.options.målformer else Målform.BOKMÅL
    text = skriv(found, format_, målform)
    if totals.nothing and (path or format_ != "tekst"):
        err(f"Feil: {no_agreements(totals)}{' Ingenting er skrevet.' if path else ''}")
    if path and totals.nothing:
        ctx.exit(NOT_RUN)  # what is there, is better than a page that says nothing
    if path:
        out(_written(path, _bytes(click.unstyle(text)), format_))
    elif format_ == "tekst":
        out(text)
    else:
        write_output(_bytes(text))
    if format_ == "tekst" and totals.nothing and not path:
        out(f"{no_agreements(totals)}\n")
    if format_ == "tekst" or path:
        out("".join(f"{line}\n" for line in left_out(totals) if not totals.unreadable or path))
    if totals.unreadable or totals.nothing:
        ctx.exit(NOT_RUN)
    ctx.exit(FINDINGS if streng and found.forfalte else CLEAN)


def _bytes(text: str) -> bytes:
    """Return a text as UTF-8; of the name of a file that is no text on this system, what stands for its bytes."""
    return text.encode(errors="backslashreplace")


def _rad(checked: Checked, given: ForFile, found: Found) -> tuple[Rad, tuple[Diagnostic, ...]]:
    """Return the row of an agreement, which counts its findings, and those of them that are in other files."""
    return rad(checked, given.valg), tuple(d for d in checked.diagnostics if d.span.file != found.name)


def _overview(
    paths: tuple[str, ...], settings: Settings, totals: Totals, frist: int | None, processes: int | None
) -> Oversikt:
    across = Across(settings, paths)
    rows: list[Rad] = []
    districts: dict[str, None] = {}
    told: set[Årsak] = set()
    for one in leste(finn(paths, settings, totals), settings, totals, _rad, processes):
        across.add_summary(one.sammendrag, one.given, one.tekst)
        row, inherited = one.verdi
        # What is wrong in a file that several inherit from, is in the row of each, and counted once.
        totals.findings += Counter(row.funn) - per_alvorlighet(inherited)
        totals.findings += per_alvorlighet(untold(one.found.name, inherited, told))
        rows.append(row)
        if one.given.konfig.distrikt:
            districts[one.given.konfig.distrikt[0]] = None
    reports = [*settings.reports(), *across.reports(everything_read=not totals.unreadable)]
    together = [finding for report in reports for finding in report.diagnostics]
    totals.findings += per_alvorlighet(together)
    by_file = _by_file(together)
    rows = [row._replace(funn=Counter(row.funn) + by_file[row.fil]) if row.fil in by_file else row for row in rows]
    valg = settings.here().valg
    soon = valg.utløper_snart if frist is None else frist
    return oversikt(rows, valg.i_dag, soon, totals.findings, [*districts], totals.unreadable)


def _by_file(findings: Iterable[Diagnostic]) -> dict[str, Counter[Severity]]:
    counted: dict[str, Counter[Severity]] = {}
    for finding in findings:
        counted.setdefault(finding.span.file, Counter())[finding.severity] += finding.antall
    return counted


def _written(path: Path, data: bytes, format: str) -> str:
    """Write the overview in place of an earlier one, and return what to tell of it."""
    old = read_if_there(path, _LARGEST)
    if old == data:
        return f"Uendret: {visible(str(path))}\n"
    if old and not er_vår(old, format):
        raise AvtalegenError(
            f"«{path}» finnes fra før og er ikke en oversikt fra «avtalegen status --format {format}». "
            "Filen er ikke rørt. Velg et annet navn."
        )
    write(path, data, instead_of=old)
    return f"Skrev {visible(str(path))}\n"

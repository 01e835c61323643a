"""`avtalegen lag`: from YAML to documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

import click

from avtalegen import flyt
from avtalegen.cli._jobs import (
    DEFAULT_FORMAT,
    STANDARD_OUTPUT,
    Job,
    dokumenter_named,
    formats_named,
    jobs,
    meeting_named,
    one_job,
    processes,
    refuse_misplaced,
    refuse_unfit,
    source_date,
    year_named,
)
from avtalegen.cli._levering import Outcome, Result, compare, conclusion, deliver, exit_code
from avtalegen.cli._making import Making, Step, making
from avtalegen.cli._results import How, refuse_if_signed, results
from avtalegen.cli._settings import Settings, with_settings
from avtalegen.cli._terminal import Bar, err, out, read_input
from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.formater import FORMATS, MED_VEDLEGG, PDF_STANDARDER, formats_with
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import LIMITS, looks_like_agreement
from avtalegen.rapporter import Totals
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import STANDARD_INPUT, Found, find, read
from avtalegen.samling.repository import Repository

if TYPE_CHECKING:
    from concurrent.futures import Executor

_WRITERS = 8  # threads
_MANY = 5  # documents: with fewer, the work is done before a person has read how far it has come


@click.command(short_help="Skriv avtalen som dokument.")
@click.argument("filer", metavar="FIL...", nargs=-1, required=True)
@click.option(
    "--dokument",
    "dokumenter",
    callback=dokumenter_named,
    metavar="NAVN[,NAVN]",
    help=f"Ett eller flere av dokumentene {', '.join(p.value for p in Papir)}. Uten valget: avtale.",
)
@click.option(
    "--møte",
    "--mote",
    callback=meeting_named,
    metavar="NUMMER|DATO",
    help="Møtet innkallingen eller referatet gjelder: nummeret i møteplanen eller datoen. "
    "Uten valget: neste møte, for referat det siste som er holdt.",
)
@click.option(
    "--år",
    "--ar",
    callback=year_named,
    metavar="ÅR",
    help="Året møteplanen gjelder. Uten valget: i år, eller det neste året med møter.",
)
@click.option(
    "--kommune",
    metavar="KOMMUNE",
    help="Kommunen innkallingen eller referatet gjelder, når hver kommune har sitt eget politiråd. "
    "Uten valget: verten for møtet, eller alle.",
)
@click.option(
    "--endret-fra",
    metavar="GAMMEL",
    help="Avtalen saksframlegget sier endringene fra: en fil, et dokument eller REV:fil.yaml, som for «sammenlign». "
    "Uten valget: filen som er nevnt under «erstatter».",
)
@click.option(
    "--format",
    "formats",
    callback=formats_named,
    metavar="FORMAT[,FORMAT]",
    help=f"Ett eller flere av formatene {', '.join(FORMATS)}. Uten valget: docx.",
)
@click.option("--til", "mappe", metavar="MAPPE", help="Legg dokumentene i MAPPE. Den lages om den mangler.")
@click.option("-o", "fil", metavar="FIL", help="Skriv dokumentet til FIL. «-» er standard ut.")
@click.option("--overskriv", is_flag=True, help="Erstatt også dokumenter som er endret for hånd eller signert.")
@click.option("--sjekk", is_flag=True, help="Skriv ingenting. Si hvilke dokumenter som mangler eller må lages på nytt.")
@click.option(
    "--med-funn",
    is_flag=True,
    help=f"Skriv funnene som merknader i margen, der de hører hjemme (bare {formats_with(lambda f: f.notes)}).",
)
@click.option(
    "--uten-kilde",
    is_flag=True,
    help=f"La ikke YAML-filen ligge usynlig i dokumentet ({formats_with(lambda f: f.source == 'unseen')}).",
)
@click.option(
    "--pdf-standard",
    type=click.Choice(PDF_STANDARDER),
    default=PDF_STANDARDER[0],
    show_default=True,
    help="Arkivstandarden PDF-en følger. I a-3a er YAML-filen vedlagt.",
)
@click.option(
    "--signaturfelt",
    is_flag=True,
    help=f"Lag et usynlig signaturfelt for hver som signerer (bare {formats_with(lambda f: f.signed)}).",
)
@click.option(
    "--prosesser",
    type=click.IntRange(min=1),
    metavar="ANTALL",
    help="Så mange prosesser lager dokumenter samtidig. Uten valget: én, eller én for hver kjerne når de er mange.",
)
@with_settings("målformer", "klar_for_signering", "i_dag", "konfig")
@click.pass_context
def lag(
    ctx: click.Context,
    filer: tuple[str, ...],
    dokumenter: tuple[Papir, ...],
    møte: int | date | None,
    år: int | None,
    kommune: str | None,
    endret_fra: str | None,
    formats: tuple[str, ...],
    mappe: str | None,
    fil: str | None,
    overskriv: bool,
    sjekk: bool,
    med_funn: bool,
    uten_kilde: bool,
    pdf_standard: str,
    signaturfelt: bool,
    prosesser: int | None,
    settings: Settings,
) -> None:
    """Skriv avtalen, eller et av de andre papirene om samarbeidet, som dokument.

    FIL er YAML-filer og mapper med YAML-filer, eller «-» for standard inn. Dokumentet legges ved siden av
    YAML-filen, med samme navn, og med navnet på papiret bak når det er et annet enn avtalen. Det skrives ikke
    så lenge YAML-filen har feil.

    Sluttkoden er 0 når alle dokumentene er laget, 1 når YAML-filen har feil eller dokumentet er endret for hånd eller
    signert, 2 når kommandoen er brukt feil og 3 når noe ikke kunne leses eller skrives, eller det ikke er noen avtaler
    der. Med «--sjekk» er den 0 når alle dokumentene er slik YAML-filene gir dem i dag, og 1 når noen ikke er det.
    """
    _refuse_contradictions(fil, mappe, sjekk, overskriv)
    if uten_kilde and pdf_standard == MED_VEDLEGG:
        raise click.UsageError(f"Bruk enten «--uten-kilde» eller «--pdf-standard {MED_VEDLEGG}».")
    wanted = [
        Bestilling(
            format,
            målform,
            med_funn=med_funn,
            dato=source_date(),
            med_kilde=not uten_kilde,
            pdf_standard=pdf_standard,
            signaturfelt=signaturfelt,
            dokument=paper,
            møte=møte,
            år=år,
            kommune=kommune,
            endret_fra=endret_fra,
        )
        for paper, målform, format in product(
            dokumenter or (Papir.AVTALE,), settings.options.målformer or (None,), formats or (DEFAULT_FORMAT,)
        )
    ]
    refuse_misplaced(wanted)
    totals = Totals(filer)
    founds = list(_agreements(filer, totals, settings))
    if fil is None:
        planned = jobs(founds, wanted, mappe)
    elif len(filer) > 1 or not all(found.explicit for found in founds):
        raise click.UsageError("Valget «-o» gjelder én fil. Bruk «--til MAPPE» for flere.")
    else:
        planned = [one_job(found, wanted, fil, any_format=not formats) for found in founds]
    refuse_unfit(planned)
    if endret_fra is not None and len(planned) > 1:
        raise click.UsageError("Valget «--endret-fra» gjelder én avtale. Flere kan ha «fil» under «erstatter».")
    if signaturfelt and planned:
        flyt.require_signature_fields()
    ready = compare if sjekk else partial(deliver, overwrite=overskriv, make_folders=mappe is not None)
    how = How(settings, ready, with_findings=med_funn, told=set(), delivered={}, many=len(planned) > 1)
    if med_funn:
        _refuse_signed(planned)
    say = partial(out, err=fil == STANDARD_OUTPUT)
    with Bar("Sjekker avtaler" if sjekk else "Lager avtaler", len(planned), shown=len(planned) >= _MANY) as bar:
        outcomes, not_made = _delivered(planned, totals, how, prosesser, bar, say)
    say(conclusion(outcomes, totals, filer, sjekk))
    if len(planned) > 1:
        say(_names(not_made, sjekk))
    ctx.exit(exit_code(outcomes, totals))


def _refuse_contradictions(fil: str | None, mappe: str | None, sjekk: bool, overskriv: bool) -> None:
    if fil is not None and mappe is not None:
        raise click.UsageError("Bruk enten «-o» eller «--til».")
    if sjekk and overskriv:
        raise click.UsageError("Bruk enten «--sjekk» eller «--overskriv».")
    if sjekk and fil == STANDARD_OUTPUT:
        raise click.UsageError("Med «--sjekk» må «-o» være en fil.")


def _delivered(
    planned: Sequence[Job], totals: Totals, how: How, count: int | None, bar: Bar, say: Callable[[str], None]
) -> tuple[Counter[Outcome], dict[str, None]]:
    """Make the documents, in `count` processes, and tell of each: what became of them, and what gave none."""
    outcomes: Counter[Outcome] = Counter()
    not_made: dict[str, None] = {}
    with _made(planned, how.settings, count) as (made, writers):
        for job, steps in zip(planned, made, strict=True):
            for result in results(job, iter(steps), totals, how._replace(writers=writers)):
                outcomes[result.outcome] += 1
                if result.outcome in {Outcome.FAULTY, Outcome.REFUSED, Outcome.FAILED}:
                    not_made[job.found.name] = None
                bar.clear()
                _tell(result, say)
            bar.more()
    return outcomes, not_made


def _names(not_made: Iterable[str], compare: bool) -> str:
    """Return the names of the files that no document was made of, for the end: there they are seen."""
    names = "".join(f"  {visible(name)}\n" for name in not_made)
    return f"Ikke {'sjekket' if compare else 'laget'}:\n{names}" if names else ""


def _tell(result: Result, say: Callable[[str], None]) -> None:
    say(result.told)
    if result.outcome in {Outcome.REFUSED, Outcome.FAILED}:
        err(result.text)
    else:
        say(result.text)


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
            refuse_if_signed(found, signed=flyt.check(data, found.name, files=Repository(found.name)).signed)


@contextmanager
def _made(
    planned: Sequence[Job], settings: Settings, count: int | None
) -> Iterator[tuple[Iterator[Iterable[Step]], Executor | None]]:
    """Give what is made of each file, here or in `count` processes; None: in as many as there is something to gain.

    With it comes who writes it: what several processes make, one thread can't write as fast to a slow disk.
    """
    count = min(len(planned), processes(planned) if count is None else count)
    if count > 1 and all(job.found.name != STANDARD_INPUT for job in planned):
        from concurrent.futures import ThreadPoolExecutor

        from avtalegen.cli._processes import in_processes  # few runs have so much to do

        with (
            closing(in_processes(planned, settings.options, count, making)) as made,
            ThreadPoolExecutor(_WRITERS) as writers,
        ):
            yield made, writers
    else:
        yield map(Making(settings).steps, planned), None

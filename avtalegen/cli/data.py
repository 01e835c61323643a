"""`avtalegen data`: the agreements as tables, for those who count."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import normalize

import click

from avtalegen.cli._across import Across
from avtalegen.cli._leste import finn, leste, prosesser_option
from avtalegen.cli._settings import ForFile, Settings, with_settings
from avtalegen.cli._terminal import out
from avtalegen.cli.exit_codes import CLEAN, NOT_RUN
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.funn.ordlyd import antall
from avtalegen.oppfolging.tabeller.formater import FORMATER, Om, filer, skriver
from avtalegen.oppfolging.tabeller.lesing import Avtalens, rader, uleselig
from avtalegen.oppfolging.tabeller.samling import Samler
from avtalegen.oppfolging.tabeller.skjema import TABELLER
from avtalegen.rapporter import Totals
from avtalegen.rapporter.tekst import left_out, no_agreements
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import STANDARD_INPUT, Found, is_folder
from avtalegen.samling.repository import MARKS
from avtalegen.samling.sett import Sett

_FLEST_NAVN = 10


@dataclass(frozen=True)
class _Steder:
    """What files are called in the tables: as seen from `bunn`, the same wherever the command is run.

    `ulike` are files whose names differ only in how a letter is put together: each keeps its own.
    """

    bunn: str
    ulike: frozenset[str] = frozenset()

    def __call__(self, fil: str) -> str:
        if fil == STANDARD_INPUT:
            return fil
        sti = os.path.abspath(fil)  # noqa: PTH100 - links are kept
        try:
            sti = os.path.relpath(sti, self.bunn)
        except ValueError:  # another drive of Windows
            sti = fil
        sti = sti.replace(os.sep, "/")
        if fil not in self.ulike:  # the same file has another form on other systems
            sti = normalize("NFC", sti)
        # A name that is no text on this system must still be one in a table.
        return sti.encode(errors="backslashreplace").decode()


@dataclass(frozen=True)
class _Leser:
    """Reads the rows of an agreement, here or in another process."""

    steder: Callable[[str], str]
    med_navn: bool

    def __call__(self, checked: Checked, given: ForFile, found: Found) -> tuple[Avtalens, tuple[Diagnostic, ...]]:
        avtalens = rader(checked, given.valg, self.steder(found.name), med_navn=self.med_navn)
        return avtalens, checked.diagnostics


@click.command(short_help="Skriv avtalene som tabeller, til regneark og statistikk.")
@click.argument("stier", metavar="[STI]...", nargs=-1)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATER)),
    default="csv",
    show_default=True,
    help="Hvordan tabellene skrives.",
)
@click.option("--til", "mappe", required=True, metavar="MAPPE", help="Legg filene i MAPPE. Den lages om den mangler.")
@click.option(
    "--med-navn",
    is_flag=True,
    help="Ta med navn på personer, telefon, e-post og meldingene i funnene. Se docs/data.md.",
)
@prosesser_option
@with_settings("i_dag", "konfig")
@click.pass_context
def data(
    ctx: click.Context,
    stier: tuple[str, ...],
    format_: str,
    mappe: str,
    med_navn: bool,
    prosesser: int | None,
    settings: Settings,
) -> None:
    """Skriv avtalene som tabeller, til regneark og statistikk.

    STI er filer og mapper. Uten STI er det avtalene i mappen du står i, også i undermapper. Tabellene er avtaler,
    parter, politikontakter, politiråd, møter, satsningsområder, tiltak, oppgaver, tjenestesteder, åpningstider,
    signaturer, funn og kommuner. Kolonnene står i docs/data.md.

    Navn på personer er ikke med, heller ikke inne i tekster, så langt de kan kjennes igjen. En avtale med feil er med,
    med det som kunne leses, og feilene står i tabellen med funn.

    Filene legges i MAPPE. En fil der som er skrevet av andre, eller som noen har endret, blir ikke rørt, og da blir
    ingenting skrevet.

    Sluttkoden er 0 når tabellene er skrevet, 2 når kommandoen er brukt feil og 3 når noe ikke kunne leses eller
    skrives, eller det ikke er noen avtaler der.
    """
    if not mappe:  # most often a variable that is not set
        raise click.UsageError("Navnet på mappen er tomt. Oppgi en mappe med «--til»; «.» er mappen du står i.")
    stier = stier or (".",)
    totals = Totals(stier)
    sett = Sett(Path(mappe), filer(format_))
    founds = finn(stier, settings, totals)
    steder, i_dag = _Steder(_bunn(stier, founds), _ulike(founds)), settings.here().valg.i_dag
    distrikter = {given.konfig.distrikt[0] for given in map(settings.of, founds) if given.konfig.distrikt}
    om = Om(i_dag.isoformat(), med_navn, distrikter.pop() if len(distrikter) == 1 else "")
    told = ""
    with sett.nye() as ny:
        with closing(skriver(format_, ny, om)) as skrives:
            samler = Samler(skrives, steder, i_dag, med_navn=med_navn)
            tapt = _les(founds, samler, totals, settings, stier, prosesser)
        if totals.files:
            nytt = sett.ferdig(ny)
            antall = [f"{t.navn} {samler.antall[t.navn]}" for t in TABELLER if samler.antall[t.navn]]
            told = f"{'Skrev' if nytt else 'Uendret:'} {visible(mappe)} ({', '.join(antall)})\n"
    out(told)  # outside: what nobody could be told, is not what there was no room for in the folder
    out("".join(f"{linje}\n" for linje in _conclusion(totals, tapt)))
    ctx.exit(NOT_RUN if totals.unreadable or not totals.files else CLEAN)


def _les(
    founds: Sequence[Found],
    samler: Samler,
    totals: Totals,
    settings: Settings,
    stier: tuple[str, ...],
    prosesser: int | None,
) -> list[str]:
    """Let `samler` have all the agreements, and return the names of those that could not be read in full."""
    tapt: list[str] = []
    across = Across(settings, stier)

    def ulest(found: Found, melding: str) -> None:
        tapt.append(found.name)
        samler.avtale(uleselig(samler.stedet(found.name), melding, med_navn=samler.med_navn), ())

    les = _Leser(samler.stedet, samler.med_navn)
    for en in leste(founds, settings, totals, les, prosesser, ulest):
        across.add_summary(en.sammendrag, en.given, en.tekst)
        samler.avtale(*en.verdi)
        if en.sammendrag is None:
            tapt.append(en.found.name)
    rapporter = [*settings.reports(), *across.reports(everything_read=not totals.unreadable)]
    samler.ferdig(funn for rapport in rapporter for funn in rapport.diagnostics)
    return tapt


def _bunn(stier: Sequence[str], founds: Sequence[Found]) -> str:
    """Return the folder that files are named from: the top of the collection, what all of them have in common."""
    mapper = {_toppen(os.path.abspath(found.path.parent)) for found in founds if found.name != STANDARD_INPUT}  # noqa: PTH100
    if None in mapper:
        gitte = (os.path.abspath(sti) for sti in stier if sti != STANDARD_INPUT)  # noqa: PTH100
        mapper |= {sti if is_folder(Path(sti)) else os.path.dirname(sti) for sti in gitte}  # noqa: PTH120
    try:
        return os.path.commonpath([mappe for mappe in mapper if mappe]) if mapper else os.curdir
    except ValueError:  # on several drives of Windows
        return os.curdir


def _ulike(founds: Sequence[Found]) -> frozenset[str]:
    like: dict[str, list[str]] = {}
    for found in founds:
        like.setdefault(normalize("NFC", found.name), []).append(found.name)
    return frozenset(navn for alle in like.values() if len(alle) > 1 for navn in alle)


@cache
def _toppen(mappe: str) -> str | None:
    """Return the top of the collection that a folder lies in, None when nothing says where that is."""
    for sti in (Path(mappe), *Path(mappe).parents):
        if any(os.path.lexists(sti / mark) for mark in MARKS):
            return str(sti)
    return None


def _conclusion(totals: Totals, tapt: Sequence[str]) -> Iterator[str]:
    if not totals.files:
        yield " ".join((*([no_agreements(totals)] if totals.nothing else []), "Ingenting er skrevet."))
    if tapt and totals.files:
        navn = ", ".join(map(visible, tapt[:_FLEST_NAVN])) + (" …" if len(tapt) > _FLEST_NAVN else "")
        hvor_mange = antall(len(tapt), "avtale", "avtaler")
        yield f"{hvor_mange} kunne ikke leses i sin helhet, og har feilene sine i «funn»: {navn}"
    yield from left_out(totals)

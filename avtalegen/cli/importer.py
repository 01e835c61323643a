"""`avtalegen importer`: old agreements, in whatever program they were written, as drafts in YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

import click

from avtalegen.cli._terminal import Progress, err, out, write_output
from avtalegen.cli.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.funn.ordlyd import antall
from avtalegen.importering import Utkast, les
from avtalegen.importering import importer as les_inn
from avtalegen.importering.lesere import MOST_BYTES
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import ENDINGS, find, is_folder, read
from avtalegen.samling.skriving import create, in_folder

_SLAG = frozenset((".docx", ".docm", ".odt", ".pdf", ".txt", ".html", ".htm", ".md", ".doc", ".rtf", ".wpd"))
"""The files of a folder that are read; of some of them all that can be said is what to do."""
_STANDARD_OUTPUT = "-"
_MYE = 0.15
"""The share of a document that may be left over before somebody should look at that first."""


class _Fil(NamedTuple):
    """A file to read: where it is, and where the draft of it goes."""

    path: Path
    til: Path


@click.command("importer", short_help="Lag utkast i YAML av gamle avtaler i Word, PDF eller tekst.")
@click.argument("filer", metavar="FIL...", nargs=-1, required=True)
@click.option("-o", "ut", metavar="NY.yaml", help="Skriv utkastet til NY.yaml. «-» er standard ut. Bare for én FIL.")
@click.option("--til", "mappe", metavar="MAPPE", help="Legg utkastene i MAPPE, som lages om den ikke finnes.")
@click.pass_context
def importer(ctx: click.Context, filer: tuple[str, ...], ut: str | None, mappe: str | None) -> None:
    """Lag utkast i YAML av gamle avtaler.

    FIL er en avtale i docx, odt, pdf med tekst, txt, html eller md, eller en mappe med slike. Utkastet heter det samme
    som filen, med endelsen .yaml, og legges i mappen du står i. En fil som finnes fra før, blir aldri rørt.

    Ved siden av hvert felt står det om verdien er sikker eller trolig, og hva den er lest av. Det som ikke passer i noe
    felt, står som tekst i den delen det hører til, og det som ikke er plassert, står som kommentarer nederst.

    Sluttkoden er 0 når alle filene ble lest og skrevet, 1 når et utkast fantes fra før, 2 når kommandoen er brukt feil
    og 3 når en fil ikke kan leses eller skrives.
    """
    if ut is not None and mappe is not None:
        raise click.UsageError("Bruk bare ett av valgene «-o» og «--til».")
    if ut is not None and (len(filer) > 1 or is_folder(Path(filer[0]))):
        raise click.UsageError("«-o» er for én fil. Bruk «--til MAPPE» når det er flere.")
    if ut not in (None, _STANDARD_OUTPUT) and Path(str(ut)).suffix.lower() not in ENDINGS:
        raise click.UsageError(f"Filnavnet «{visible(str(ut))}» må slutte på «.yaml» eller «.yml».")
    if yaml := next((fil for fil in filer if Path(fil).suffix.lower() in ENDINGS), None):
        raise click.UsageError(
            f"«{visible(yaml)}» er alt en YAML-fil. Oppgi den gamle avtalen: en fil i docx, odt, pdf, txt, html eller "
            f"md. «avtalegen rediger {visible(yaml)}» åpner YAML-filen."
        )
    uleste: list[AvtalegenError] = []
    alle = list(_filer(filer, Path(mappe or "."), ut, uleste.append))
    if not alle and not uleste:
        raise click.UsageError("Det er ingen avtaler i mappen. Den må ha filer i docx, odt, pdf, txt, html eller md.")
    with in_folder(Path(mappe)) if mappe is not None else nullcontext():  # told before anything is read
        pass
    for feil in uleste:
        err(f"Feil: {feil}")
    code, lest = NOT_RUN if uleste else CLEAN, 0
    fremdrift = Progress("Leser avtale", len(alle), shown=len(alle) > 1)
    for nr, fil in enumerate(alle, 1):
        fremdrift.show(nr)
        try:
            utkast = les_inn(les(read(fil.path, MOST_BYTES), fil.path.name))
            fremdrift.clear()
            code = max(code, _skriv(utkast, fil, ut))
            lest += 1
        except AvtalegenError as error:
            fremdrift.clear()
            err(f"Feil: {fil.path}: {error}" if str(fil.path) not in str(error) else f"Feil: {error}")
            code = NOT_RUN
    if len(alle) > 1:
        out(f"\nLeste {antall(lest, 'avtale', 'avtaler')} av {len(alle)}.\n")
    ctx.exit(code)


def _filer(
    gitt: tuple[str, ...], mappe: Path, ut: str | None, on_error: Callable[[AvtalegenError], None]
) -> Iterator[_Fil]:
    """Give the files to read with the name of each draft; no two get the same, also where large and small are one."""
    tatt: set[str] = set()
    for path, _, under, _ in find(gitt, on_error, _SLAG):
        skrevet = path.name.replace(".", "-")
        for navn in chain((path.stem, skrevet), (f"{skrevet}-{nr}" for nr in count(2))):
            til = mappe / under.with_name(f"{navn}.yaml")
            if str(til).casefold() not in tatt:
                break
        tatt.add(str(til).casefold())
        yield _Fil(path, Path(ut) if ut else til)


def _skriv(utkast: Utkast, fil: _Fil, ut: str | None) -> int:
    """Write a draft and tell of it; return the exit code."""
    if ut == _STANDARD_OUTPUT:
        write_output(utkast.yaml.encode())
        out(_om(utkast, fil), err=True)
        return CLEAN
    with in_folder(fil.til.parent):
        new = create(fil.til, utkast.yaml.encode())
    if not new:
        err(f"Feil: «{fil.til}» finnes fra før og er ikke rørt. Velg et annet sted med «-o» eller «--til».")
        return FINDINGS
    out(f"Skrev {visible(str(fil.til))}\n{_om(utkast, fil)}")
    return CLEAN


def _om(utkast: Utkast, fil: _Fil) -> str:
    """Return what was found in a file, in a few lines."""
    alle = len(utkast.verdier)
    plassert = f"{utkast.andel_ikke_plassert:.0%}".replace("%", " %")
    linjer = [
        f"  {visible(fil.path.name)}: {antall(alle, 'verdi', 'verdier')}, {antall(utkast.sikre, 'sikker', 'sikre')} og "
        f"{antall(alle - utkast.sikre, 'trolig', 'trolige')}. {plassert} av teksten er ikke plassert."
    ]
    først = _se_på(utkast)
    if først:
        linjer.append(f"  Se først på: {'; '.join(først)}.")
    return "".join(f"{linje}\n" for linje in linjer)


_VENTET = (
    (("parter", "kommuner", 0, "navn"), "hvilken kommune avtalen gjelder"),
    (("periode",), "hvor lenge avtalen gjelder"),
    (("politiråd",), "politirådet"),
    (("signaturer",), "hvem som signerte"),
)


def _se_på(utkast: Utkast) -> list[str]:
    """Return what is to be looked at first: what was not found, what was left over, and what is only likely."""
    funnet = [f"det er ikke funnet {hva}" for rute, hva in _VENTET if not utkast.tre.har(*rute)]
    if utkast.andel_ikke_plassert > _MYE:
        funnet.append("det som ikke er plassert, nederst i filen")
    deler: dict[str, int] = {}
    for rute, verdi in utkast.verdier:
        if verdi.sikkerhet == "trolig":
            deler[str(rute[0])] = deler.get(str(rute[0]), 0) + 1
    trolige = sorted(deler, key=lambda del_: -deler[del_])[:3]
    return [*funnet, *(f"«{del_}» ({antall(deler[del_], 'trolig verdi', 'trolige verdier')})" for del_ in trolige)]

"""`avtalegen importer`: old agreements, in whatever program they were written, as drafts in YAML."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import nullcontext
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
from avtalegen.samling.filer import ENDINGS, cause, is_folder, read
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
    alle = list(_filer(filer, Path(mappe or "."), ut))
    if not alle:
        raise click.UsageError("Det er ingen avtaler i mappen. Den må ha filer i docx, odt, pdf, txt, html eller md.")
    with in_folder(Path(mappe)) if mappe is not None else nullcontext():  # told before anything is read
        pass
    code, lest = CLEAN, 0
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


def _filer(gitt: tuple[str, ...], mappe: Path, ut: str | None) -> Iterator[_Fil]:
    """Give the files to read with the name of each draft; two drafts never get the same name."""
    tatt: set[str] = set()
    for en in gitt:
        rot = Path(en)
        for path in _under(rot) if is_folder(rot) else [rot]:
            under = path.relative_to(rot).parent if is_folder(rot) else Path()
            navn = path.stem
            if str(mappe / under / navn) in tatt:
                navn = path.name.replace(".", "-")
            tatt.add(str(mappe / under / navn))
            yield _Fil(path, Path(ut) if ut else mappe / under / f"{navn}.yaml")


def _under(mappe: Path) -> Iterator[Path]:
    """Give the documents in a folder and those in it, by name; hidden ones and locks of Word are passed by."""
    try:
        with os.scandir(mappe) as liste:
            poster = sorted(liste, key=lambda post: post.name)
    except OSError as error:
        raise AvtalegenError(f"Kunne ikke lese mappen «{mappe}»: {cause(error)}.") from error
    for post in poster:
        if post.name.startswith((".", "~$")):
            continue
        if post.is_dir(follow_symlinks=False):
            yield from _under(mappe / post.name)
        elif Path(post.name).suffix.lower() in _SLAG and post.is_file():
            yield mappe / post.name


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

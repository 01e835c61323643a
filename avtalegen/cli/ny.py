"""`avtalegen ny`: a new YAML file for one or more kommuner, with what the register knows filled in."""

from __future__ import annotations

import os
from pathlib import Path

import click

from avtalegen import register
from avtalegen.cli import _parter
from avtalegen.cli._terminal import err, out, write_output
from avtalegen.cli.exit_codes import FINDINGS
from avtalegen.forslag.nyfil import (
    MERKE,
    antall_steder,
    filnavn,
    filnavn_for_fylkeskommune,
    yaml_for_fylkeskommune,
    yaml_tekst,
)
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.funn.ordlyd import antall
from avtalegen.rapporter.visible import typed, visible
from avtalegen.samling.filer import ENDINGS
from avtalegen.samling.nye import Arv, arv, kommuner_med_avtale
from avtalegen.samling.skriving import create, in_folder

_STANDARD_OUTPUT = "-"


@click.command(short_help="Lag en ny YAML-fil for en kommune.")
@click.argument("kommuner", metavar="[KOMMUNE]...", nargs=-1)
@click.option(
    "-o",
    "fil",
    metavar="FIL",
    help="Skriv til FIL. «-» er standard ut. Med «--distrikt»: mappen, som lages om den mangler.",
)
@click.option("--nynorsk/--bokmål", default=None, help="Målformen i avtalen. Uten valget: den kommunen har vedtatt.")
@click.option("--arv", "arver", metavar="FIL", help="La avtalen arve fra FIL, og ta ikke med det som står der.")
@click.option("--distrikt", metavar="NAVN", help="Lag en fil for hver kommune i politidistriktet som mangler en.")
@click.pass_context
def ny(
    ctx: click.Context,
    kommuner: tuple[str, ...],
    fil: str | None,
    nynorsk: bool | None,
    arver: str | None,
    distrikt: str | None,
) -> None:
    """Lag en ny YAML-fil for en kommune.

    KOMMUNE er navnet eller kommunenummeret. Oppgir du flere kommuner, blir det én avtale for alle. Med «innlandet
    fylkeskommune» blir det en avtale med fylkeskommunen alene. Det registeret vet, er fylt inn, det dere må bestemme,
    er merket FYLL INN, og det veilederen råder til, står som forslag som ikke gjelder før dere velger dem.

    Filen legges i mappen du står i. Den heter fla.yaml for Flå og fla-med-flere.yaml når Flå er den første av flere
    kommuner. En fil som finnes fra før, blir aldri rørt.

    Med «--distrikt» leser kommandoen avtalene i samlingen du står i, og lager en fil for hver kommune som ikke er part
    i noen av dem.

    Sluttkoden er 0 når filen er laget, 1 når den finnes fra før, 2 når kommandoen er brukt feil og 3
    når filen ikke kan skrives.
    """
    if distrikt is not None:
        _district(ctx, distrikt, kommuner, Path(fil or "."), nynorsk, arver)
        return
    if not kommuner:
        raise click.UsageError("Oppgi en kommune, for eksempel «avtalegen ny flakstad», eller «--distrikt».")
    fylke = _parter.fylke(kommuner)
    parter = () if fylke else _parter.kommuner(kommuner)
    default = filnavn_for_fylkeskommune(fylke) if fylke else filnavn(parter)
    path = Path(default if fil in (None, _STANDARD_OUTPUT) else str(fil))
    name = visible(str(path))
    if path.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"Filnavnet «{name}» må slutte på «.yaml» eller «.yml».")
    inherited = _inherited(arver, path)
    shown, sti, data = visible(path.name), inherited.sti, inherited.data
    if fylke:
        text = yaml_for_fylkeskommune(fylke, shown, nynorsk=nynorsk, arv=sti, arvet=data)
    else:
        text = yaml_tekst(parter, shown, nynorsk=nynorsk, arv=sti, arvet=data)
    if fil == _STANDARD_OUTPUT:
        write_output(text.encode())
        return
    if not create(path, text.encode()):
        err(f"Feil: «{name}» finnes fra før og er ikke rørt. Velg et annet navn med «-o».")
        ctx.exit(FINDINGS)
    places = antall(antall_steder(text), "sted", "steder")
    out(f"Skrev {name}. Fyll ut stedene merket {MERKE} ({places}), og kjør «avtalegen valider {typed(str(path))}».\n")


def _district(
    ctx: click.Context, name: str, kommuner: tuple[str, ...], folder: Path, nynorsk: bool | None, arver: str | None
) -> None:
    """Make a file for each kommune of a district that is no party in an agreement of the collection."""
    if kommuner:
        raise click.UsageError("Oppgi enten kommuner eller «--distrikt», ikke begge.")
    if os.path.lexists(folder) and not folder.is_dir():
        shown = visible(str(folder))
        raise click.UsageError(f"«{shown}» er ikke en mappe. Med «--distrikt» er «-o» mappen filene legges i.")
    district = _parter.distrikt(name)
    have = kommuner_med_avtale(folder)
    there, made, taken = [], 0, 0
    for number in district.kommunenumre:
        kommune = register.kommune(number)
        assert kommune is not None, "the register has a politidistrikt with a kommune that it doesn't have"
        if number in have:
            there.append(kommune.navn)
            continue
        path = folder / filnavn((kommune,))
        inherited = _inherited(arver, path)
        text = yaml_tekst((kommune,), path.name, nynorsk=nynorsk, arv=inherited.sti, arvet=inherited.data)
        shown = visible(str(path))
        with in_folder(folder):
            new = create(path, text.encode())
        if new:
            made += 1
            out(f"Skrev {shown}\n")
        else:
            taken += 1
            err(f"Feil: «{shown}» finnes fra før og er ikke rørt, men er ingen avtale med {kommune.navn}.")
    before = f" {antall(len(there), 'kommune', 'kommuner')} har avtale fra før: {', '.join(there)}." if there else ""
    after = f" Fyll ut stedene merket {MERKE}, og kjør «avtalegen valider»." if made else ""
    out(f"Skrev {antall(made, 'fil', 'filer')} for {district.navn}.{before}{after}\n")
    if taken:
        ctx.exit(FINDINGS)


def _inherited(given: str | None, path: Path) -> Arv:
    """Return what the new file inherits; what can't be inherited is wrong usage."""
    if given is None:
        return Arv("", {})
    try:
        return arv(Path(given), path)
    except AvtalegenError as error:
        raise click.UsageError(str(error)) from error

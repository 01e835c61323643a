"""`avtalegen sammenlign`: what has changed between two editions of an agreement."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from avtalegen.cli._git import er_revisjon
from avtalegen.cli._malform import følg_mappen
from avtalegen.cli._meldinger import differs, skrev, uendret
from avtalegen.cli._options import date_named
from avtalegen.cli._terminal import err, out, refuse_terminal, snakk, write_output
from avtalegen.cli._utgave import FORFATTER, Utgave, les_utgave, som_word, sporet
from avtalegen.cli.exit_codes import CLEAN, FINDINGS
from avtalegen.funn.begge import Begge
from avtalegen.henting import MOST_BYTES
from avtalegen.modell.former import Målform
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import STANDARD_INPUT, named, read, read_if_there
from avtalegen.samling.skriving import refuse_unwritable, write
from avtalegen.utgaver.endringer.formater import FORMATER, skriv

_LARGEST = 100_000_000  # bytes of a file that may be replaced
_STANDARD_OUTPUT = "-"
_WORD = "docx"


@click.command(short_help="Vis hva som er endret mellom to utgaver av en avtale.")
@click.argument("gammel")
@click.argument("ny")
@click.option(
    "--format",
    "format_",
    type=click.Choice([*FORMATER, _WORD]),
    default="tekst",
    show_default=True,
    help="Hvordan endringene skrives. «docx» er den nye avtalen med sporede endringer.",
)
@click.option("-o", "fil", metavar="FIL", help="Skriv til FIL. «-» er standard ut.")
@click.option("--overskriv", is_flag=True, help="Erstatt også en fil som finnes fra før og er annerledes.")
@click.option(
    "--målform",
    "--malform",
    "målform",
    type=click.Choice([m.value for m in Målform]),
    help="Målformen i det som er skrevet om endringene. Uten valget: den nye avtalens.",
)
@click.option("--forfatter", metavar="NAVN", help=f"Hvem de sporede endringene er fra. Uten valget: {FORFATTER}.")
@click.option(
    "--dato",
    callback=date_named,
    metavar="DATO",
    help="Dagen de sporede endringene er fra. Uten valget: datoen i den nye avtalen, eller i dag.",
)
@click.option("--bevis", metavar="FIL", help="Skriv til FIL det som viser at de sporede endringene er begge avtalene.")
@click.option("--kontroller", metavar="RESULTAT", help="Se om RESULTAT, med sporede endringer, er begge avtalene.")
@click.pass_context
def sammenlign(
    ctx: click.Context,
    gammel: str,
    ny: str,
    format_: str,
    fil: str | None,
    overskriv: bool,
    målform: str | None,
    forfatter: str | None,
    dato: date | None,
    bevis: str | None,
    kontroller: str | None,
) -> None:
    """Vis hva som er endret mellom to utgaver av en avtale.

    GAMMEL og NY er YAML-filer, dokumenter som avtalegen har laget (YAML-filen i dem brukes), eller filer slik de var i
    git: «REV:fil.yaml», der REV er en commit, en gren eller et merke. Den ene kan være «-» for standard inn.

    Sammenlignet er innholdet, ikke teksten: Det som er flyttet eller har fått et nytt navn, står som det, og det som
    bare er skrevet på en annen måte, er ikke endret.

    Sluttkoden er 0, også når noe er endret. Den er 1 når en fil ikke ble overskrevet eller «--kontroller» fant et
    avvik, 2 når kommandoen er brukt feil og 3 når noe ikke kunne leses eller skrives.
    """
    _refuse(gammel, ny, format_, {"--forfatter": forfatter, "--dato": dato, "--bevis": bevis}, kontroller, fil)
    fra, til = _read(gammel, ny, Målform(målform) if målform else None)
    if kontroller is not None:
        ctx.exit(_checked(fra, til, kontroller))
    if format_ == _WORD:
        resultat = sporet(fra, til, forfatter or FORFATTER, dato)
        files = {fil: resultat.data}
        if bevis is not None:
            files[bevis] = _json(resultat.bevis.som_json())
    else:
        files = {fil: skriv(format_, fra.navn, fra.avtale, til.navn, til.avtale, Målform(målform) if målform else None)}
    ctx.exit(_written(files, overskriv, as_text=format_ == "tekst"))


def _read(old: str, new: str, asked: Målform | None) -> tuple[Utgave, Utgave]:
    """Return both, and say the rest in the målform that is asked for, else in that of the new one."""
    # Until both have been read, the folder of the new one decides.
    if asked is None:
        følg_mappen(named(new if old == STANDARD_INPUT or not er_revisjon(new) else "avtale.yaml"))
    else:
        snakk(nynorsk=asked is Målform.NYNORSK)
    fra, til = les_utgave(old), les_utgave(new)
    snakk(nynorsk=(asked or til.avtale.avtale.målform) is Målform.NYNORSK)
    return fra, til


def _refuse(
    gammel: str, ny: str, format_: str, of_word: dict[str, object], kontroller: str | None, fil: str | None
) -> None:
    if gammel == ny == STANDARD_INPUT:
        raise click.UsageError("Bare den ene av de to kan være standard inn.")
    for option in (name for name, given in of_word.items() if given is not None):
        if format_ != _WORD or kontroller is not None:
            raise click.UsageError(f"Valget «{option}» gjelder sammen med «--format {_WORD}».")
    if kontroller is not None and fil is not None:
        raise click.UsageError("Med «--kontroller» skrives ingenting. Ta bort «-o».")
    if format_ == _WORD and kontroller is None and fil in (None, _STANDARD_OUTPUT):
        refuse_terminal()
        if of_word["--bevis"] == _STANDARD_OUTPUT:
            raise click.UsageError("Bare én av filene kan skrives til standard ut.")


def _checked(fra: Utgave, til: Utgave, name: str) -> int:
    """Tell whether a Word file is both editions, and return the exit code."""
    data = read(Path(name), MOST_BYTES)
    from avtalegen.utgaver.sporing import kontroller  # as above

    deviations = kontroller(som_word(fra, til), som_word(til, til), data)
    for one in deviations:
        where = f"{one.utgave}, {one.sted}" if one.sted else one.utgave
        what, there = one.ventet, one.funnet
        err(
            Begge(f"Feil: {where}: ventet «{what}», fant «{there}».", f"Feil: {where}: venta «{what}», fann «{there}».")
        )
    if deviations:
        return FINDINGS
    shown = visible(name)
    out(
        Begge(
            f"{shown} er begge avtalene: Avvist er det den gamle, og godtatt er det den nye.\n",
            f"{shown} er begge avtalane: Avvist er det den gamle, og godtatt er det den nye.\n",
        )
    )
    return CLEAN


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _written(files: dict[str | None, bytes], overwrite: bool, *, as_text: bool) -> int:
    """Write the files, or none of them when one would replace something else. Return the exit code."""
    paths = {Path(name): data for name, data in files.items() if name not in (None, _STANDARD_OUTPUT)}
    for path in paths:
        refuse_unwritable(path)
    there = {path: read_if_there(path, _LARGEST) for path in paths}
    for path, data in paths.items():
        if there[path] not in (None, data) and not overwrite:
            err(differs(path) + Begge("eller velg et annet navn.", "eller vel eit anna namn."))
            return FINDINGS
    for path, data in paths.items():
        if there[path] == data:
            out(uendret(str(path)), err=len(paths) < len(files))
            continue
        write(path, data, instead_of=there[path])
        out(skrev(str(path)), err=len(paths) < len(files))
    for data in (data for name, data in files.items() if name in (None, _STANDARD_OUTPUT)):
        if as_text:
            out("".join(f"{visible(line)}\n" for line in data.decode().splitlines()))
        else:
            write_output(data)
    return CLEAN

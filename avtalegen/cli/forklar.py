"""`avtalegen forklar`: what a code means, why it matters and how to put it right."""

from __future__ import annotations

import json
from unicodedata import normalize

import click

from avtalegen.cli import _norsk
from avtalegen.cli._terminal import out
from avtalegen.rapporter.forklaring import objekt, oversikt, tekst
from avtalegen.regler.katalog import Oppslag, katalog


@click.command(short_help="Forklar en kode, eller vis alle kodene.")
@click.argument("kode", metavar="[KODE]", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["tekst", "json"]),
    default="tekst",
    show_default=True,
    help="Hvordan forklaringen vises.",
)
def forklar(kode: str | None, format_: str) -> None:
    """Forklar en kode, eller vis alle kodene.

    KODE er koden i et funn, for eksempel VEI416, eller navnet på regelen, for eksempel for-få-møter. Uten KODE vises
    alle koder med navn, alvorlighet og hva de bygger på. Med bare bokstavene, for eksempel VEI, vises den familien.
    """
    oppslag = list(katalog().values()) if kode is None else _named(kode)
    if format_ == "json":
        out(json.dumps([objekt(ett) for ett in oppslag], ensure_ascii=False, indent=2) + "\n")
    else:
        out(tekst(oppslag[0]) if len(oppslag) == 1 else oversikt(oppslag))


def _named(given: str) -> list[Oppslag]:
    """Return what a code, a name or a family stands for. Anything else is wrong usage, and the nearest are told."""
    names = {name.casefold(): ett for ett in katalog().values() for name in (ett.kode, ett.navn)}
    wanted = normalize("NFC", given).strip().casefold()
    if wanted in names:
        return [names[wanted]]
    if family := [ett for ett in katalog().values() if ett.familie.casefold() == wanted]:
        return family
    # Only a slip of the hand needs it.
    from difflib import get_close_matches

    near = dict.fromkeys(names[name] for name in get_close_matches(wanted, names))
    meant = _norsk.did_you_mean(f"{ett.kode} {ett.navn}" for ett in near) if near else ""
    raise click.UsageError(f"Ingen kode heter «{given}». {meant or 'Uten kode viser kommandoen alle.'}")

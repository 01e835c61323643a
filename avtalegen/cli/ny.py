"""`avtalegen ny`: a new YAML file for one or more kommuner, with what the register knows filled in."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from avtalegen import register
from avtalegen.cli._terminal import err, out, write_output
from avtalegen.cli.exit_codes import FINDINGS
from avtalegen.forslag.nyfil import MERKE, antall_steder, filnavn, yaml_tekst
from avtalegen.rapporter.tekst import plural
from avtalegen.rapporter.visible import visible
from avtalegen.register import Kommune
from avtalegen.samling.filer import ENDINGS, create

_STANDARD_OUTPUT = "-"


@click.command(short_help="Lag en ny YAML-fil for en kommune.")
@click.argument("kommuner", metavar="KOMMUNE...", nargs=-1, required=True)
@click.option("-o", "fil", metavar="FIL", help="Skriv til FIL. «-» er standard ut.")
@click.option("--nynorsk/--bokmål", default=None, help="Målformen i avtalen. Uten valget: den kommunen har vedtatt.")
@click.pass_context
def ny(ctx: click.Context, kommuner: tuple[str, ...], fil: str | None, nynorsk: bool | None) -> None:
    """Lag en ny YAML-fil for en kommune.

    KOMMUNE er navnet eller kommunenummeret. Oppgir du flere kommuner, blir det én avtale for alle. Det registeret
    vet, er fylt inn, og resten er merket FYLL INN.

    Filen legges i mappen du står i. Den heter fla.yaml for Flå og fla-med-flere.yaml når Flå er den første av flere
    kommuner. En fil som finnes fra før, blir aldri rørt.

    Sluttkoden er 0 når filen er laget, 1 når den finnes fra før, 2 når kommandoen er brukt feil og 3
    når filen ikke kan skrives.
    """
    parter = _kommuner(kommuner)
    _refuse_several_districts(parter)
    default = filnavn(parter)
    if fil == _STANDARD_OUTPUT:
        write_output(yaml_tekst(parter, default, nynorsk=nynorsk).encode())
        return
    path = Path(default if fil is None else fil)
    name = visible(str(path))
    if path.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"Filnavnet «{name}» må slutte på «.yaml» eller «.yml».")
    text = yaml_tekst(parter, visible(path.name), nynorsk=nynorsk)
    if not create(path, text.encode()):
        err(f"Feil: «{name}» finnes fra før og er ikke rørt. Velg et annet navn med «-o».")
        ctx.exit(FINDINGS)
    places = plural(antall_steder(text), "sted", "steder")
    out(f"Skrev {name}. Fyll ut stedene merket {MERKE} ({places}), og kjør «avtalegen valider {name}».\n")


def _kommuner(given: Sequence[str]) -> tuple[Kommune, ...]:
    """Return the kommuner that are meant, each once. A name of several words needs no quotation marks."""
    if len(given) > 1 and len(one := register.kommuner_med_navn(" ".join(given))) == 1:
        return one
    return tuple(dict.fromkeys(_kommune(text) for text in given))


def _kommune(text: str) -> Kommune:
    if text.strip().isdecimal():
        return _numbered(text.strip())
    found = register.kommuner_med_navn(text)
    if len(found) > 1:
        return _chosen(text, found)
    if not found:
        near = [f"«{name}»" for name in register.nærmeste_navn(text)]
        hint = f"Mente du {_or(near)}?" if near else "Sjekk skrivemåten, eller oppgi kommunenummeret."
        raise click.UsageError(f"Ingen kommune heter «{text}». {hint}")
    return found[0]


def _numbered(number: str) -> Kommune:
    if kommune := register.kommune(number):
        return kommune
    if today := register.tidligere_nummer(number):
        now = _or([f"{k.kommunenummer} {k.navn}" for k in today])
        raise click.UsageError(
            f"Kommunenummeret {number} gikk ut 1.1.2024. Nå er det {now}. "
            f"Skriv for eksempel «avtalegen ny {today[0].kommunenummer}»."
        )
    raise click.UsageError(f"Ingen kommune har nummeret {number}. Et kommunenummer har fire sifre, som 0301 for Oslo.")


def _chosen(text: str, found: Sequence[Kommune]) -> Kommune:
    """Return the one that the user picks; where nobody can be asked, say what to write."""
    choices = [f"{k.kommunenummer} {k.navn} ({k.fylke})" for k in found]
    answer = None
    if all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        numbers = _or([k.kommunenummer for k in found])
        out("".join(f"{choice}\n" for choice in choices))
        answer = click.prompt(f"Hvilken mener du? Skriv {numbers}", default="", show_default=False).strip()
    for k in found:
        if answer == k.kommunenummer:
            return k
    raise click.UsageError(
        f"Flere kommuner heter «{text}»: {' og '.join(choices)}. "
        f"Oppgi nummeret, for eksempel «avtalegen ny {found[0].kommunenummer}»."
    )


def _refuse_several_districts(kommuner: Iterable[Kommune]) -> None:
    districts: dict[str, list[str]] = {}
    for k in kommuner:
        districts.setdefault(k.politidistrikt, []).append(k.navn)
    if len(districts) > 1:
        where = "; ".join(f"{', '.join(names)} i {district}" for district, names in districts.items())
        raise click.UsageError(
            f"Kommunene hører til ulike politidistrikter: {where}. En avtale har ett politidistrikt som part. "
            "Lag en fil for hvert distrikt."
        )


def _or(texts: Sequence[str]) -> str:
    return f"{', '.join(texts[:-1])} eller {texts[-1]}" if len(texts) > 1 else texts[0]

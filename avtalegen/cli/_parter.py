"""Who is meant on the command line: kommuner, a fylkeskommune, a politidistrikt. Anything else is wrong usage."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click

from avtalegen import register
from avtalegen.cli._terminal import out
from avtalegen.funn.ordlyd import liste
from avtalegen.register import Kommune, Politidistrikt

_FYLKESKOMMUNE = "fylkeskommune"


def fylke(given: Sequence[str]) -> str | None:
    """Return the fylke whose fylkeskommune is meant («innlandet fylkeskommune»), None when kommuner are."""
    ord_ = " ".join(given).split()
    if not any(ett.casefold() == _FYLKESKOMMUNE for ett in ord_):
        return None
    navn = " ".join(ord_[:-1])
    if ord_[-1].casefold() == _FYLKESKOMMUNE and (funnet := register.fylke(navn)):
        if funnet == "Oslo":
            raise click.UsageError("Oslo er både kommune og fylkeskommune. Skriv «avtalegen ny oslo».")
        return funnet
    kjente = ", ".join(sorted({k.fylke for k in register.alle_kommuner()} - {"Oslo"}))
    raise click.UsageError(
        "Skriv navnet på ett fylke og «fylkeskommune», for eksempel «avtalegen ny innlandet fylkeskommune». "
        f"Fylkene er {kjente}."
    )


def distrikt(given: str) -> Politidistrikt:
    """Return the politidistrikt that is meant."""
    if funnet := register.politidistrikt(given):
        return funnet
    kjente = ", ".join(d.kortnavn for d in register.alle_politidistrikt())
    raise click.UsageError(f"«{given}» er ikke et politidistrikt. Distriktene er {kjente}.")


def kommuner(given: Sequence[str]) -> tuple[Kommune, ...]:
    """Return the kommuner that are meant, each once. A name of several words needs no quotation marks."""
    if len(given) > 1 and len(one := register.kommuner_med_navn(" ".join(given))) == 1:
        return one
    found = tuple(dict.fromkeys(_kommune(text) for text in given))
    _refuse_several_districts(found)
    return found


def _kommune(text: str) -> Kommune:
    if text.strip().isdecimal():
        return _numbered(text.strip())
    found = register.kommuner_med_navn(text)
    if len(found) > 1:
        return _chosen(text, found)
    if not found:
        near = [f"«{name}»" for name in register.nærmeste_navn(text)]
        hint = f"Mente du {liste(near, 'eller')}?" if near else "Sjekk skrivemåten, eller oppgi kommunenummeret."
        raise click.UsageError(f"Ingen kommune heter «{text}». {hint}")
    return found[0]


def _numbered(number: str) -> Kommune:
    if kommune := register.kommune(number):
        return kommune
    if today := register.tidligere_nummer(number):
        now = liste((f"{k.kommunenummer} {k.navn}" for k in today), "eller")
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
        numbers = liste((k.kommunenummer for k in found), "eller")
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

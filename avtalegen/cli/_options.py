"""What the commands can be asked for alike: the options, and what they are read as."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, TypeVar

import click

from avtalegen import regler
from avtalegen.funn import koder
from avtalegen.modell.former import Målform
from avtalegen.modell.tid import som_dato
from avtalegen.samling.konfig import FILNAVN

BEGGE = "begge"
Command = TypeVar("Command", bound=Callable[..., Any])


class Options(NamedTuple):
    """What the user asks for on the command line, ahead of what avtalegen.toml says."""

    konfig: str | None = None
    i_dag: date | None = None
    klar_for_signering: bool = False
    stavekontroll: bool = False
    streng: bool = False
    velg: tuple[str, ...] = ()
    ignorer: tuple[str, ...] = ()
    målformer: tuple[Målform, ...] = ()
    funnmålform: Målform | None = None


def _codes(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes in lists with commas, each once; a name that is no code is wrong usage."""
    names = tuple(dict.fromkeys(name.upper() for value in values for name in re.split(r"[\s,]+", value) if name))
    if values and not names:
        raise click.BadParameter("Oppgi minst én kode.")
    for name in names:
        if wrong := koder.ukjent(name, regler.koder):
            raise click.BadParameter(f"{wrong.melding} {wrong.hjelp}")
    return names


def _codes_to_ignore(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    names = _codes(ctx, param, values)
    for name in names:
        if wrong := koder.låst(name):
            raise click.BadParameter(f"{wrong.melding} {wrong.hjelp}")
    return names


def date_named(
    _ctx: click.Context, _param: click.Parameter, value: str | None, *, example: str = "2026-11-20 eller 20.11.2026"
) -> date | None:
    """Return the day that is asked for."""
    read = None if value is None else som_dato(value)
    if value is not None and read is None:
        raise click.BadParameter(f"«{value}» er ikke en dato. Skriv for eksempel {example}.")
    return read


def målformer_named(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[Målform, ...]:
    """Return the målformer that are asked for; none is the agreement's own."""
    if value is None:
        return ()
    if value == BEGGE:
        return tuple(Målform)
    for målform in Målform:
        if value in målform.skrivemåter:
            return (målform,)
    choices = ", ".join((*(målform.value for målform in Målform), BEGGE))
    raise click.BadParameter(f"«{value}» er ikke en målform. Velg blant: {choices}.")


def _one_målform(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[Målform, ...]:
    """Return the one that is asked for, or none."""
    if value == BEGGE:
        raise click.BadParameter("Siden viser ett dokument. Velg bokmål eller nynorsk.")
    return målformer_named(ctx, param, value)


def one_målform(ctx: click.Context, param: click.Parameter, value: str | None) -> Målform | None:
    """Return the one that something is to be told in; None when nobody has said which."""
    if value == BEGGE:
        raise click.BadParameter("Hvert funn vises én gang. Velg bokmål eller nynorsk.")
    return next(iter(målformer_named(ctx, param, value)), None)


def format_option(help: str) -> Callable[[Command], Command]:
    """Return the option to have what is told as JSON, for commands that tell it as text otherwise."""
    return click.option(
        "--format", "format_", type=click.Choice(["tekst", "json"]), default="tekst", show_default=True, help=help
    )


def _målform_option(callback: Callable[..., tuple[Målform, ...]], choices: str) -> Callable[[Command], Command]:
    return click.option(
        "--målform",
        "--malform",  # for keyboards and systems without å
        "målformer",
        callback=callback,
        metavar="MÅLFORM",
        help=f"Målformen i den faste teksten: {choices}. Uten valget: avtalens.",
    )


_MÅLFORMER = [målform.value for målform in Målform]
OPTIONS = {
    "målformer": _målform_option(målformer_named, f"{', '.join(_MÅLFORMER)} eller {BEGGE}"),
    "én_målform": _målform_option(_one_målform, " eller ".join(_MÅLFORMER)),
    "funnmålform": click.option(
        "--målform",
        "--malform",
        "funnmålform",
        callback=one_målform,
        metavar="MÅLFORM",
        help=f"Målformen funnene er på: {' eller '.join(_MÅLFORMER)}. Uten valget: avtalens.",
    ),
    "streng": click.option(
        "--streng",
        is_flag=True,
        help="Sluttkode 1 også når det bare er advarsler. En signert avtale som er utløpt, er da en feil.",
    ),
    "velg": click.option(
        "--velg",
        multiple=True,
        callback=_codes,
        metavar="KODER",
        help="Vis bare disse, for eksempel «VEI,DAT105». En kode eller begynnelsen på den.",
    ),
    "ignorer": click.option(
        "--ignorer", multiple=True, callback=_codes_to_ignore, metavar="KODER", help="Ikke vis disse kodene."
    ),
    "i_dag": click.option(
        "--i-dag", callback=date_named, metavar="DATO", help="Regn med at det er DATO i dag, for eksempel 2026-11-20."
    ),
    "klar_for_signering": click.option(
        "--klar-for-signering", is_flag=True, help="Se også etter det som må på plass før noen kan signere."
    ),
    "stavekontroll": click.option(
        "--stavekontroll", is_flag=True, help="Se også etter skrivefeil. Krever hunspell med norske ordbøker."
    ),
    "konfig": click.option("--konfig", metavar="FIL", help=f"Bruk innstillingene i FIL, ikke i nærmeste {FILNAVN}."),
}

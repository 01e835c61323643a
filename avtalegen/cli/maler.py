"""`avtalegen maler`: which templates and styles there are, and copies to start one's own from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

import click

from avtalegen import flyt
from avtalegen.cli._options import BEGGE, format_option, målformer_named
from avtalegen.cli._settings import Settings, shown_path, templates_beside, with_settings
from avtalegen.cli._terminal import err, out
from avtalegen.cli.exit_codes import CLEAN, FINDINGS
from avtalegen.dokument.maler import STIL, Maler
from avtalegen.funn.diagnostic import has_errors
from avtalegen.modell.former import Målform
from avtalegen.rapporter import FileReport
from avtalegen.rapporter.json import finding
from avtalegen.rapporter.tekst import findings
from avtalegen.rapporter.visible import visible
from avtalegen.samling import maloversikt
from avtalegen.samling.konfig import FILNAVN
from avtalegen.samling.malmappe import misplaced
from avtalegen.samling.maloversikt import Innebygd, Linje
from avtalegen.samling.skriving import create, in_folder

_BUILT_IN = "innebygd"
_WHERE = "Maler ligger rett i nb og nn, stiler rett i stil og skrifter rett i stil/skrift."


class _Here(NamedTuple):
    """The folder of the avtalegen.toml that applies here, empty where there is none, and what lies beside it."""

    folder: str
    egne: Maler
    reports: tuple[FileReport, ...]
    misplaced: tuple[str, ...] = ()


@click.group(
    short_help="Vis malene, eller lag en egen versjon av en.",
    invoke_without_command=True,
    subcommand_metavar="[kopier AVSNITT...]",
)
@format_option("Hvordan oversikten vises.")
@with_settings("konfig")
@click.pass_context
def maler(ctx: click.Context, format_: str, settings: Settings) -> None:
    """Vis hvilke maler og stiler avtalene lages med.

    En mal sier hva som står i et avsnitt, en stil hvordan avtalen ser ut. Alle følger med avtalegen. Ligger det en
    med samme navn i «maler» ved siden av avtalegen.toml, brukes den i stedet. Oversikten gjelder mappen du står i.

    «avtalegen maler kopier AVSNITT» lager en egen versjon du kan endre.

    Sluttkoden er 0 når alt kan brukes, 1 når noe ikke kan brukes, 2 når kommandoen er brukt feil og 3 når
    noe ikke kunne leses.
    """
    ctx.obj = settings
    if ctx.invoked_subcommand is not None:
        return
    here = _here(settings)
    wrong = settings.told(flyt.wrong_with(here.egne))
    reports = [*here.reports, *([FileReport("", "", wrong, here.egne.texts)] if wrong else [])]
    lines = list(maloversikt.linjer(here.egne))
    notes = [f"maler/{name} blir ikke brukt. {_WHERE}" for name in here.misplaced]
    notes += maloversikt.påminnelser(lines)
    if format_ == "json":
        found = [finding(d) for report in reports for d in report.diagnostics]
        out(json.dumps(_object(here, lines, notes, found), ensure_ascii=False, indent=2) + "\n")
    else:
        out("".join(f"{visible(line)}\n" for line in _table(here, lines)))
        out("".join(f"\nMerk: {visible(note)}\n" for note in notes))
        if reports:
            out("\n" + "".join(map(findings, reports)))
    ctx.exit(FINDINGS if any(has_errors([*report.diagnostics]) for report in reports) else CLEAN)


@maler.command(short_help="Lag en egen versjon av en mal eller en stil.", options_metavar="[VALG]")
@click.argument("navn", metavar="AVSNITT...", nargs=-1, required=True)
@click.option(
    "--målform",
    "--malform",
    "målformer",
    callback=målformer_named,
    metavar="MÅLFORM",
    help=f"Målformen malen lages på: {', '.join(m.value for m in Målform)} eller {BEGGE}. Uten valget: {BEGGE}.",
)
@click.option("--her", is_flag=True, help=f"Bruk mappen du står i, og lag {FILNAVN} der om den mangler.")
@click.pass_context
def kopier(ctx: click.Context, navn: tuple[str, ...], målformer: tuple[Målform, ...], her: bool) -> None:
    """Lag en egen versjon av en mal eller en stil.

    AVSNITT er navnet på et avsnitt, for eksempel formål, eller på en fil, for eksempel avtale.css. Filen legges i
    «maler» ved siden av nærmeste avtalegen.toml. En fil som finnes fra før, blir aldri rørt.

    Sluttkoden er 0 når filene er laget, 1 når en av dem finnes fra før, 2 når kommandoen er brukt feil og
    3 når filen ikke kan skrives.
    """
    wanted = list(dict.fromkeys(one for name in navn for one in _named(name, målformer)))
    folder = _folder(ctx.obj, her)
    made: list[str] = []
    there: list[str] = []
    for one in wanted:
        path = folder / "maler" / one.mappe / one.navn
        with in_folder(path.parent):
            (made if create(path, maloversikt.kopi(one)) else there).append(shown_path(str(path)))
    for name in made:
        out(f"Skrev {visible(name)}\n")
    if made:
        what, which = ("Endre dem", "filene") if len(made) > 1 else ("Endre den", "filen")
        out(f"{what}, og kjør «avtalegen lag». Slett {which} for å få tilbake det som følger med avtalegen.\n")
    for name in there:
        err(f"Feil: «{name}» finnes fra før og er ikke rørt.")
    ctx.exit(FINDINGS if there else CLEAN)


def _here(settings: Settings) -> _Here:
    folder = settings.here().folder
    wrong = misplaced(Path(folder, FILNAVN)) if folder else ()
    return _Here(folder, templates_beside(folder), tuple(settings.reports()), tuple(wrong))


def _folder(settings: Settings, her: bool) -> Path:
    """Return the folder to put «maler» in; with `her`, the current one, with an avtalegen.toml."""
    if her:
        if create(Path(FILNAVN), b"# Innstillinger for avtalene her. Se docs/innstillinger.md hos avtalegen.\n"):
            out(f"Skrev {FILNAVN}\n")
        return Path()
    folder = settings.here().folder
    if not folder:
        raise click.UsageError(
            f"Fant ingen {FILNAVN} her eller i mappene over, og egne maler ligger ved siden av den. Gå til mappen som "
            "alle avtalene ligger under, og kjør kommandoen med «--her»."
        )
    return Path(folder)


def _named(name: str, målformer: Sequence[Målform]) -> Iterator[Innebygd]:
    """Give what is to be copied; a name that stands for nothing is wrong usage."""
    found = maloversikt.med_navn(normalize("NFC", name).strip().replace("\\", "/").rpartition("/")[2])
    if not found:
        names = maloversikt.navn()
        near = get_close_matches(name.casefold(), names, n=1)
        hint = f"Mente du «{near[0]}»?" if near else f"Velg blant: {', '.join(names)}."
        raise click.UsageError(f"Ingen mal eller stil heter «{name}». {hint}")
    for one in found:
        if one.målform is None or not målformer or one.målform in målformer:
            yield one


def _table(here: _Here, lines: Sequence[Linje]) -> Iterator[str]:
    """Give the lines of the overview."""
    if here.folder:
        yield f"Egne maler og stiler ligger i {here.egne.mappe}."
    else:
        yield f"Her er ingen {FILNAVN}, så ingenting er erstattet. «avtalegen maler kopier AVSNITT --her» begynner."
    sections: list[list[str]] = []
    others: list[list[str]] = []
    for line in lines:
        if line.vår.målform is Målform.BOKMÅL:
            pair = [_state(line), *(_state(o) for o in lines if o.vår.navn == line.vår.navn and o is not line)]
            kind = sections if line.vår.avsnitt else others
            kind.append([line.vår.avsnitt or line.vår.navn, *pair, line.vår.brukes])
    yield from _columns([["Avsnitt", *(m.value for m in Målform)], *(row[:3] for row in sections)])
    yield from _columns([["Andre maler", *(m.value for m in Målform), ""], *others])
    styles = [[line.vår.navn, _state(line), line.vår.brukes] for line in lines if line.vår.mappe == STIL]
    yield from _columns([["Stil", "", ""], *styles])
    if typefaces := [name for name, _ in here.egne.skrifter()]:
        yield f"\nEgne skrifter: {', '.join(typefaces)}"


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give an empty line and the rows, with the columns under each other."""
    yield ""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _state(line: Linje) -> str:
    return f"erstattet av maler/{line.vår.sti}" if line.egen else _BUILT_IN


def _object(here: _Here, lines: Iterable[Linje], notes: list[str], found: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "mappe": here.egne.mappe if here.folder else None,
        "maler": [
            {
                "navn": line.vår.navn,
                "avsnitt": line.vår.avsnitt,
                "målform": line.vår.målform.value if line.vår.målform else None,
                "brukes": line.vår.brukes or None,
                "erstattet_av": line.egen,
                "kopiert_fra": line.kopiert_fra,
                "originalen_er_endret": line.endret,
            }
            for line in lines
        ],
        "merknader": notes,
        "funn": found,
    }

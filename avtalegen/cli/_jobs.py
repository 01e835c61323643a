"""Which documents `lag` shall make, and where, settled before anything is written."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from avtalegen.bestilling import FORMATS, Bestilling, Papir, les_dokument
from avtalegen.files import ENDINGS, STANDARD_INPUT, Found, refuse_impossible
from avtalegen.konfig import dato

STANDARD_OUTPUT = "-"
DEFAULT_FORMAT = "docx"


class Target(NamedTuple):
    """A document to make, and its file; None is standard output."""

    bestilling: Bestilling
    path: Path | None


class Job(NamedTuple):
    """A YAML file and the documents to make of it."""

    found: Found
    targets: tuple[Target, ...]


def formats_named(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return the formats in a list with commas, each once; a name that is no format is wrong usage."""
    names = tuple(dict.fromkeys(name.strip() for name in value.split(","))) if value is not None else ()
    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(f"«{name}» er ikke et format. Velg blant: {', '.join(FORMATS)}.")
    return names


def dokumenter_named(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[Papir, ...]:
    """Return the papers in a list with commas, each once; a name that is no paper is wrong usage."""
    papers: dict[Papir, None] = {}
    for name in value.split(",") if value is not None else ():
        paper = les_dokument(name.strip())
        if paper is None:
            choices = ", ".join(papir.value for papir in Papir)
            raise click.BadParameter(f"«{name.strip()}» er ikke et dokument. Velg blant: {choices}.")
        papers[paper] = None
    return tuple(papers)


def meeting_named(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | date | None:
    """Return the meeting that is asked for, by its number in the plan or its date."""
    if value is None:
        return None
    if re.fullmatch(r"[1-9][0-9]{0,3}", value.strip()):
        return int(value)
    if day := dato(value):
        return day
    raise click.BadParameter(
        f"«{value}» er verken et møtenummer eller en dato. Skriv for eksempel 2, 2026-11-20 eller 20.11.2026."
    )


def year_named(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | None:
    """Return the year that is asked for, one that a date may be in."""
    if value is None:
        return None
    if re.fullmatch(r"\d{4}", value.strip()) and dato(f"{value.strip()}-01-01"):
        return int(value)
    raise click.BadParameter(f"«{value}» er ikke et år. Skriv for eksempel 2027.")


def refuse_misplaced(
    papers: Sequence[Papir], møte: int | date | None, år: int | None, *, med_funn: bool, signaturfelt: bool
) -> None:
    """Stop at an option that means nothing to one of the papers."""
    for given, option, fits, what in (
        (møte is not None, "--møte", lambda p: p.om_et_møte, "innkalling og referat"),
        (år is not None, "--år", lambda p: p is Papir.MØTEPLAN, "møteplan"),
        (med_funn, "--med-funn", lambda p: p is Papir.AVTALE, "avtale"),
        (signaturfelt, "--signaturfelt", lambda p: p is Papir.AVTALE, "avtale"),
    ):
        for paper in papers:
            if given and not fits(paper):
                raise click.UsageError(f"Valget «{option}» gjelder {what}, ikke {paper.value}.")


def one_job(found: Found, wanted: Sequence[Bestilling], file: str, *, any_format: bool) -> Job:
    """Return the job for `-o file`. With `any_format`, the ending of the file decides the format."""
    if len(wanted) > 1:
        raise click.UsageError("Valget «-o» gjelder ett dokument. Bruk «--til MAPPE» for flere.")
    (only,) = wanted
    if file == STANDARD_OUTPUT:
        if sys.stdout is not None and sys.stdout.isatty():
            raise click.UsageError(
                "Et dokument kan ikke vises i terminalen. Send det videre med «>» eller «|», "
                "eller oppgi en fil med «-o»."
            )
        return Job(found, (Target(only, None),))
    path = Path(file)
    names = FORMATS if any_format else (only.format,)
    for name in names:
        if path.suffix.lower() == FORMATS[name]:
            job = Job(found, (Target(only._replace(format=name), path),))
            _refuse_collisions([job])
            return job
    endings = " eller ".join(f"«{FORMATS[name]}»" for name in names)
    raise click.UsageError(f"Filnavnet «{file}» må slutte på {endings}.")


def jobs(founds: Sequence[Found], wanted: Sequence[Bestilling], folder: str | None) -> list[Job]:
    """Return the jobs that put each document beside its YAML file or, in the same sub-folder, below `folder`.

    Two documents with the same name are wrong usage: one of them would be lost.
    """
    both = len({one.målform for one in wanted}) > 1
    planned = []
    for found in founds:
        if folder is not None:
            base = Path(folder, found.below)
        elif found.name == STANDARD_INPUT:
            raise click.UsageError("Oppgi «-o FIL» eller «--til MAPPE» når avtalen leses fra standard inn.")
        else:
            base = found.path
        targets = (Target(one, _named(base, _suffix(one, both), FORMATS[one.format])) for one in wanted)
        planned.append(Job(found, tuple(targets)))
    _refuse_collisions(planned)
    return planned


def _suffix(wanted: Bestilling, both: bool) -> str:
    """Return what is added to the name of the YAML file, so that no two documents of it have the same name."""
    paper = None if wanted.dokument is Papir.AVTALE else wanted.dokument.value
    målform = wanted.målform.value if both and wanted.målform else None
    return "".join(f"-{part}" for part in (paper, wanted.møte, wanted.år, målform) if part)


def _named(path: Path, suffix: str, ending: str) -> Path:
    stem = path.stem if path.suffix.lower() in ENDINGS else path.name
    return path.with_name(f"{stem}{suffix}{ending}")


def _refuse_collisions(planned: Sequence[Job]) -> None:
    sources = {_key(job.found.path) for job in planned}
    taken: dict[str, Found] = {}
    for job in planned:
        for target in job.targets:
            if target.path is None:
                continue
            key = _key(target.path)
            if key in sources:
                raise click.UsageError(f"«{target.path}» er selv en av filene det skal lages dokument av.")
            other = taken.setdefault(key, job.found)
            if other is not job.found:
                raise click.UsageError(
                    f"Både «{other.name}» og «{job.found.name}» ville blitt skrevet til «{target.path}». "
                    "Gi en av dem et annet navn, eller lag dem hver for seg."
                )


def _key(path: Path) -> str:
    refuse_impossible(path)
    return os.path.normcase(os.path.realpath(path))

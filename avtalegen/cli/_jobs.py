"""Which documents `lag` shall make, and where, settled before anything is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from avtalegen.files import ENDINGS, STANDARD_INPUT, Found
from avtalegen.pipeline import FORMATS

STANDARD_OUTPUT = "-"
DEFAULT_FORMAT = "docx"


class Target(NamedTuple):
    """A document: its format, and the file; None is standard output."""

    format: str
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


def one_job(found: Found, formats: Sequence[str], file: str) -> Job:
    """Return the job for `-o file`. Without `formats`, the ending of the file decides."""
    if len(formats) > 1:
        raise click.UsageError("Valget «-o» gjelder ett format. Bruk «--til MAPPE» for flere.")
    if file == STANDARD_OUTPUT:
        if sys.stdout is not None and sys.stdout.isatty():
            raise click.UsageError(
                "Et dokument kan ikke vises i terminalen. Send det videre med «>» eller «|», "
                "eller oppgi en fil med «-o»."
            )
        return Job(found, (Target(formats[0] if formats else DEFAULT_FORMAT, None),))
    path = Path(file)
    for name in formats or FORMATS:
        if path.suffix.lower() == FORMATS[name]:
            job = Job(found, (Target(name, path),))
            _refuse_collisions([job])
            return job
    endings = " eller ".join(f"«{FORMATS[name]}»" for name in formats or FORMATS)
    raise click.UsageError(f"Filnavnet «{file}» må slutte på {endings}.")


def jobs(founds: Sequence[Found], formats: Sequence[str], folder: str | None) -> list[Job]:
    """Return the jobs that put each document beside its YAML file or, in the same sub-folder, below `folder`.

    Two documents with the same name are wrong usage: one of them would be lost.
    """
    planned = []
    for found in founds:
        if folder is not None:
            base = Path(folder, found.below)
        elif found.name == STANDARD_INPUT:
            raise click.UsageError("Oppgi «-o FIL» eller «--til MAPPE» når avtalen leses fra standard inn.")
        else:
            base = found.path
        names = formats or (DEFAULT_FORMAT,)
        planned.append(Job(found, tuple(Target(name, _with_ending(base, FORMATS[name])) for name in names)))
    _refuse_collisions(planned)
    return planned


def _with_ending(path: Path, ending: str) -> Path:
    return path.with_suffix(ending) if path.suffix.lower() in ENDINGS else path.with_name(path.name + ending)


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
    return os.path.normcase(os.path.realpath(path))

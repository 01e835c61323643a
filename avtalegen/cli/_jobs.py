"""Which documents `lag` shall make, and where, settled before anything is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import click

from avtalegen.cli._terminal import refuse_terminal
from avtalegen.dokument.bestilling import Bestilling, Papir, les_dokument, les_møte, les_år
from avtalegen.dokument.formater import FORMATS, PDF_STANDARDER, Format, formats_with
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import ENDINGS, STANDARD_INPUT, Found, refuse_impossible

STANDARD_OUTPUT = "-"
DEFAULT_FORMAT = "docx"
_MANY = 100
"""Documents: to start processes takes as long as to make thirty of them."""


class Target(NamedTuple):
    """A document to make, and its file; None is standard output.

    `tail` is the end of a name that may yet be told apart from others (`named_after`); None: the user has chosen it.
    """

    bestilling: Bestilling
    path: Path | None
    tail: str | None = None


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
    if (meeting := les_møte(value)) is not None:
        return meeting
    raise click.BadParameter(
        f"«{value}» er verken et møtenummer eller en dato. Skriv for eksempel 2, 2026-11-20 eller 20.11.2026."
    )


def year_named(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | None:
    """Return the year that is asked for, one that a date may be in."""
    if value is None:
        return None
    if (year := les_år(value)) is not None:
        return year
    raise click.BadParameter(f"«{value}» er ikke et år. Skriv for eksempel 2027.")


def source_date() -> date | None:
    """Return the day that SOURCE_DATE_EPOCH stands for (seconds since 1970, UTC), None when it is not set."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if not said:
        return None
    try:
        return datetime.fromtimestamp(int(said), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(
            f"SOURCE_DATE_EPOCH er «{visible(said)}». Den skal være sekunder siden 1970, for eksempel 1798761600."
        ) from error


class Asked(NamedTuple):
    """An option of `lag` that not every document can have: its name, whether it is given, and what can have it."""

    option: str
    given: bool
    fits: Callable[[Bestilling], bool]
    what: str


def asked(one: Bestilling) -> tuple[Asked, ...]:
    """Return the options that not every document can have, as they are given in an order."""
    return (
        Asked("--møte", one.møte is not None, lambda b: b.dokument.om_et_møte, "innkalling og referat"),
        Asked("--år", one.år is not None, lambda b: b.dokument is Papir.MØTEPLAN, "møteplan"),
        Asked("--kommune", one.kommune is not None, lambda b: b.dokument.om_et_møte, "innkalling og referat"),
        Asked("--endret-fra", one.endret_fra is not None, lambda b: b.dokument is Papir.SAKSFRAMLEGG, "saksframlegg"),
        Asked("--med-funn", one.med_funn, lambda b: b.dokument is Papir.AVTALE, "avtale"),
        Asked("--signaturfelt", one.signaturfelt, lambda b: b.dokument is Papir.AVTALE, "avtale"),
    )


def asked_of_formats(one: Bestilling) -> tuple[Asked, ...]:
    """Return the options that not every format can have. It is enough that one of the documents can."""
    return (
        _of_formats("--med-funn", one.med_funn, lambda format: format.notes),
        _of_formats("--uten-kilde", not one.med_kilde, lambda format: format.source == "unseen"),
        _of_formats("--pdf-standard", one.pdf_standard != PDF_STANDARDER[0], lambda format: bool(format.standards)),
        _of_formats("--signaturfelt", one.signaturfelt, lambda format: format.signed),
    )


def _of_formats(option: str, given: bool, has: Callable[[Format], bool]) -> Asked:
    return Asked(option, given, lambda one: has(FORMATS[one.format]), formats_with(has))


def refuse_misplaced(wanted: Sequence[Bestilling]) -> None:
    """Stop at an option that means nothing to one of the papers."""
    for one in wanted:
        for option, given, fits, what in asked(one):
            if given and not fits(one):
                raise click.UsageError(f"Valget «{option}» gjelder {what}, ikke {one.dokument.value}.")


def refuse_unfit(planned: Sequence[Job]) -> None:
    """Stop at an option that means nothing in any of the formats."""
    wanted = [target.bestilling for job in planned for target in job.targets]
    for option, given, fits, what in asked_of_formats(wanted[0]) if wanted else ():
        if given and not any(map(fits, wanted)):
            name = what.split(" ")[0].rstrip(",")
            raise click.UsageError(f"Valget «{option}» gjelder {what}. Legg til «--format {name}».")


def one_job(found: Found, wanted: Sequence[Bestilling], file: str, *, any_format: bool) -> Job:
    """Return the job for `-o file`. With `any_format`, the ending of the file decides the format."""
    if len(wanted) > 1:
        raise click.UsageError("Valget «-o» gjelder ett dokument. Bruk «--til MAPPE» for flere.")
    (only,) = wanted
    if file == STANDARD_OUTPUT:
        refuse_terminal()
        return Job(found, (Target(only, None),))
    path = Path(file)
    names = FORMATS if any_format else (only.format,)
    for name in names:
        if path.suffix.lower() == FORMATS[name].ending:
            job = Job(found, (Target(only._replace(format=name), path),))
            _refuse_collisions([job])
            return job
    endings = " eller ".join(f"«{FORMATS[name].ending}»" for name in names)
    raise click.UsageError(f"Filnavnet «{file}» må slutte på {endings}.")


def jobs(founds: Sequence[Found], wanted: Sequence[Bestilling], folder: str | None) -> list[Job]:
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
        planned.append(Job(found, tuple(_target(one, base) for one in wanted)))
    _refuse_collisions(planned)
    return planned


def processes(planned: Sequence[Job]) -> int:
    """Return how many processes the jobs are best done in: one, or all that can work at the same time here."""
    if sum(len(job.targets) for job in planned) < _MANY:
        return 1
    return cores()


def cores() -> int:
    """Return how many processes can work at the same time here."""
    # Where it can be asked, those that this process may use, of all that the machine has.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def named_after(target: Target, gjelder: str) -> Target:
    """Return the target with what its paper is about (`flyt.Made.gjelder`) in its name."""
    path, tail = target.path, target.tail
    if path is None or tail is None or not gjelder:
        return target
    return target._replace(path=path.with_name(f"{path.name.removesuffix(tail)}-{gjelder}{tail}"))


def _target(wanted: Bestilling, base: Path) -> Target:
    """Return the target beside `base`: «flakstad-innkalling-nynorsk.docx». What is not asked for is not in the name."""
    stem = base.stem if base.suffix.lower() in ENDINGS else base.name
    paper = "" if wanted.dokument is Papir.AVTALE else f"-{wanted.dokument.value}"
    tail = (f"-{wanted.målform.value}" if wanted.målform else "") + FORMATS[wanted.format].ending
    return Target(wanted, base.with_name(f"{stem}{paper}{tail}"), tail)


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

"""What is told of the documents of each YAML file as they are made, and what becomes of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from avtalegen.cli._jobs import Job, named_after
from avtalegen.cli._levering import Outcome, Result
from avtalegen.cli._making import Failed, Finished, Read, Step
from avtalegen.cli._settings import Settings
from avtalegen.funn.diagnostic import AvtalegenError, Severity, per_alvorlighet
from avtalegen.rapporter import FileReport, Totals, Årsak, untold
from avtalegen.rapporter.tekst import counted, findings
from avtalegen.rapporter.visible import visible
from avtalegen.regler import Behov, som_trenger
from avtalegen.samling.filer import Found

if TYPE_CHECKING:
    from concurrent.futures import Executor


class How(NamedTuple):
    """What the user has decided; and the findings in inherited files that have been `told` (`untold`)."""

    settings: Settings
    deliver: Callable[..., Result]  # the bytes, the target, and whether the agreement is `signed`
    with_findings: bool
    told: set[Årsak]
    delivered: dict[Path, str]  # the files that have been made, and of which YAML file
    many: bool  # of a file among several that can't be made, only the errors are told
    writers: Executor | None = None  # who writes the documents of a file, at the same time: a disk may be slow


def results(job: Job, steps: Iterator[Step], totals: Totals, how: How) -> Iterator[Result]:
    """Tell of the documents of one YAML file as they are made: what became of each. A YAML with errors gives none."""
    name = job.found.name
    try:
        how.settings.of(job.found)
    except AvtalegenError as error:
        steps = iter([Failed(str(error))])
    read = next(steps)
    if isinstance(read, Failed):
        totals.unreadable += 1
        yield Result(Outcome.FAILED, f"Feil: {read.message}")
        return
    assert isinstance(read, Read)
    if how.with_findings:
        refuse_if_signed(job.found, signed=read.signed)
    news = untold(name, read.diagnostics, how.told)
    report = FileReport(name, read.text, news, read.texts)
    reports = [*how.settings.reports(), report]
    totals.files += 1
    # What only this command can find: nobody is sent to `valider` to read it.
    ours = som_trenger(Behov.MÅLFORMER)
    totals.findings += per_alvorlighet(d for one in reports for d in one.diagnostics if d.code not in ours)
    if not read.whole:
        yield Result(Outcome.FAULTY, _errors(reports) if how.many else "".join(map(findings, reports)))
        return
    own = tuple(d for d in news if d.code in ours)
    told = findings(report._replace(diagnostics=own)) if own else ""
    known = set(read.diagnostics)
    deliver = partial(_delivered, read=read, name=name, how=how)
    for made, delivered in how.writers.map(deliver, steps) if how.writers else map(deliver, steps):
        if isinstance(made, Failed):
            yield Result(Outcome.FAILED, f"Feil: {made.message}", told)
            told = ""
            continue
        new = untold(name, tuple(d for d in made.diagnostics if d not in known), how.told)
        known.update(new)
        texts = {**report.texts, **made.texts}
        told += findings(report._replace(diagnostics=new, texts=texts)) if new else ""
        assert delivered is not None
        yield delivered._replace(told=told)
        told = ""


def _delivered(made: Step, read: Read, name: str, how: How) -> tuple[Finished | Failed, Result | None]:
    """Deliver what was made, if it was."""
    assert not isinstance(made, Read)
    return made, None if isinstance(made, Failed) else _delivered_document(made, read, name, how)


def _delivered_document(made: Finished, read: Read, name: str, how: How) -> Result:
    """Deliver one document, unless there is none, or another file has given one with the same name."""
    if made.data is None:
        return Result(Outcome.FAULTY, "")
    named = named_after(made.target, made.gjelder)
    first = how.delivered.setdefault(named.path, name) if named.path else name
    if first != name:
        taken = f"Feil: «{named.path}» er alt dokumentet til «{first}». Gi en av YAML-filene et annet navn."
        return Result(Outcome.REFUSED, taken)
    try:
        return how.deliver(made.data, named, signed=read.signed)
    except AvtalegenError as error:
        return Result(Outcome.FAILED, f"Feil: {error}")


def refuse_if_signed(found: Found, *, signed: bool) -> None:
    """Stop when the agreement of a file to make with findings is signed."""
    if signed:
        raise click.UsageError(
            f"Avtalen i «{found.name}» er signert og kan ikke lages med funn i margen. "
            "Utelat «--med-funn», eller ta filen bort fra kommandoen."
        )


def _errors(reports: Sequence[FileReport]) -> str:
    """Return the errors that stand in the way of a document, and how many other findings there are."""
    told, rest = "", Counter[Severity]()
    for one in reports:
        errors = tuple(d for d in one.diagnostics if d.severity is Severity.FEIL)
        told += findings(one._replace(diagnostics=errors))
        rest += per_alvorlighet(d for d in one.diagnostics if d.severity is not Severity.FEIL)
    return told + (f"I tillegg: {counted(rest)} i {visible(reports[-1].file)}.\n" if rest else "")

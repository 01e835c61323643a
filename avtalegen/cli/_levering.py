"""What becomes of a document that `lag` has made: written, held against the one that is there, and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from avtalegen import pipeline
from avtalegen.cli._felles import write_output
from avtalegen.cli._jobs import Target
from avtalegen.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.files import make_folder, read, read_if_there, write
from avtalegen.rapporter import Totals
from avtalegen.rapporter.tekst import counted, left_out, plural
from avtalegen.rapporter.visible import visible

_FEW = 3  # files: with more, a command that repeats them is not read
_LARGEST_DOCUMENT = 100_000_000  # bytes


class Outcome(Enum):
    """What became of a document."""

    WRITTEN = auto()
    UNCHANGED = auto()
    FAULTY = auto()  # the YAML has errors
    REFUSED = auto()  # somebody has changed the document by hand
    FAILED = auto()  # a file could not be read or written
    STALE = auto()  # with `--sjekk`: it is missing, or not what the YAML gives
    EDITED = auto()  # with `--sjekk`: somebody has changed it by hand


class Result(NamedTuple):
    """What became of a document, and the text that tells it; before it, what was found that nobody else tells."""

    outcome: Outcome
    text: str
    told: str = ""


def deliver(data: bytes, target: Target, *, overwrite: bool, make_folders: bool) -> Result:
    """Write one document, unless it is there already or somebody's work would be lost."""
    path = target.path
    if path is None:
        write_output(data)
        return Result(Outcome.WRITTEN, "")
    if (old := read_if_there(path, _LARGEST_DOCUMENT)) is not None:
        if old == data:
            return Result(Outcome.UNCHANGED, f"Uendret: {visible(str(path))}\n")
        if not overwrite and pipeline.edited(old, target.bestilling.format):
            return Result(
                Outcome.REFUSED,
                f"Feil: «{path}» er endret for hånd eller er ikke laget av avtalegen. Filen er ikke rørt. "
                "Bruk «--overskriv» for å erstatte den, eller velg et annet navn med «-o».",
            )
    if make_folders:
        make_folder(path.parent)
    write(path, data)
    return Result(Outcome.WRITTEN, f"Skrev {visible(str(path))}\n")


def compare(data: bytes, target: Target) -> Result:
    """Tell whether one document is there as `data`, byte for byte."""
    path = target.path
    assert path is not None  # wrong usage with `--sjekk`
    shown = visible(str(path))
    if _is_missing(path):
        return Result(Outcome.STALE, f"{shown}: mangler\n")
    old = read(path, _LARGEST_DOCUMENT)
    if old == data:
        return Result(Outcome.UNCHANGED, "")
    if pipeline.edited(old, target.bestilling.format):
        return Result(Outcome.EDITED, f"{shown}: endret for hånd, eller ikke laget av avtalegen\n")
    return Result(Outcome.STALE, f"{shown}: ikke det YAML-filen gir i dag\n")


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # whoever reads it, says why not
        return False
    return False


def conclusion(outcomes: Counter[Outcome], totals: Totals, given: Sequence[str], compare: bool) -> str:
    """Return the last lines: the number of documents when not one, the findings, and what was left out."""
    lines: list[str] = []
    if compare:
        lines += _verdict(outcomes)
    elif outcomes.total() > 1:
        lines.append(_tally(outcomes))
    elif outcomes[Outcome.FAULTY]:
        lines.append("Dokumentet lages når feilene er rettet.")
    if not (totals.files or totals.unreadable):
        lines.append("Fant ingen avtaler.")
    if found := counted(totals.findings):
        command = " ".join(("avtalegen valider", *map(visible, given if len(given) <= _FEW else "…")))
        all_shown = outcomes.total() == outcomes[Outcome.FAULTY]
        where = "" if all_shown else f" Se alle med «{command}»."
        lines.append(f"{found} i {plural(totals.files, 'avtale', 'avtaler')}.{where}")
    return "".join(f"{line}\n" for line in (*lines, *left_out(totals)))


def _tally(outcomes: Counter[Outcome]) -> str:
    parts = [f"Skrev {plural(outcomes[Outcome.WRITTEN], 'dokument', 'dokumenter')}"]
    if unchanged := outcomes[Outcome.UNCHANGED]:
        parts.append(f"{unchanged} var {'uendret' if unchanged == 1 else 'uendrede'}")
    if missing := outcomes.total() - outcomes[Outcome.WRITTEN] - unchanged:
        parts.append(f"{missing} ble ikke laget")
    return f"{', '.join(parts)}."


def _verdict(outcomes: Counter[Outcome]) -> Iterator[str]:
    """Give the lines on what `--sjekk` has found, and on what to do about it."""
    if not outcomes:
        return
    fresh, stale = outcomes[Outcome.UNCHANGED], outcomes[Outcome.STALE] + outcomes[Outcome.EDITED]
    parts = [f"{plural(fresh, 'dokument', 'dokumenter')} er oppdatert"]
    if stale:
        parts.append(f"{stale} er ikke oppdatert")
    if unknown := outcomes.total() - fresh - stale:
        parts.append(f"{unknown} kunne ikke sjekkes")
    yield f"{', '.join(parts)}."
    if outcomes[Outcome.STALE]:
        yield "Lag dokumentene på nytt med den samme kommandoen uten «--sjekk»."
    if outcomes[Outcome.EDITED]:
        yield "Det som er endret for hånd, må inn i YAML-filen. Lag så dokumentet på nytt med «--overskriv»."


def exit_code(outcomes: Counter[Outcome], totals: Totals) -> int:
    if outcomes[Outcome.FAILED] or totals.unreadable or not totals.files:
        return NOT_RUN
    return CLEAN if outcomes.keys() <= {Outcome.WRITTEN, Outcome.UNCHANGED} else FINDINGS

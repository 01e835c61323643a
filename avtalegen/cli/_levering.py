"""What becomes of a document that `lag` has made: written, held against the one that is there, and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from avtalegen import flyt
from avtalegen.cli._jobs import Target
from avtalegen.cli._terminal import write_output
from avtalegen.cli.exit_codes import CLEAN, FINDINGS, NOT_RUN
from avtalegen.dokument.bestilling import Papir
from avtalegen.dokument.formater import FORMATS
from avtalegen.funn.ordlyd import antall
from avtalegen.rapporter import Totals
from avtalegen.rapporter.tekst import counted, left_out, no_agreements
from avtalegen.rapporter.visible import typed, visible
from avtalegen.samling.filer import read, read_if_there
from avtalegen.samling.skriving import in_folder, write

_FEW = 3  # files: with more, a command that repeats them is not read
_SIGNED_THEN = "Avtalen var signert da dokumentet ble laget"
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
    SEALED = auto()  # with `--sjekk`: a PDF that is signed, or changed by hand
    KEPT = auto()  # it is as it shall be though the YAML gives something else: signed, or a paper written in


class Result(NamedTuple):
    """What became of a document, and the text that tells it; before it, what was found that nobody else tells."""

    outcome: Outcome
    text: str
    told: str = ""


def deliver(data: bytes, target: Target, *, signed: bool, overwrite: bool, make_folders: bool) -> Result:
    """Write one document, unless it is there already or something would be lost.

    That is what somebody has written in it, and the document of an agreement that is `signed`, or was so when the
    document was made: what was signed applies.
    """
    path = target.path
    if path is None:
        write_output(data)
        return Result(Outcome.WRITTEN, "")
    if (old := read_if_there(path, _LARGEST_DOCUMENT)) is not None:
        if old == data:
            return Result(Outcome.UNCHANGED, f"Uendret: {visible(str(path))}\n")
        state = "urørt" if overwrite else flyt.state(old, target.bestilling.format)
        if state == "sporet":
            return Result(Outcome.REFUSED, _refused_comparison(path))
        if not overwrite and state != "fremmed" and (why := _kept(target, old, state, signed=signed)):
            if why == _SIGNED_THEN:
                return Result(Outcome.REFUSED, _kept_edition(path))
            told = f"Ikke skrevet på nytt: {visible(str(path))}. {why}; «--overskriv» erstatter dokumentet.\n"
            return Result(Outcome.KEPT, told)
        if state != "urørt":
            return Result(Outcome.REFUSED, _refusal(target, path))
    with in_folder(path.parent) if make_folders else nullcontext():
        write(path, data, instead_of=old)
    return Result(Outcome.WRITTEN, f"Skrev {visible(str(path))}\n")


def _kept(target: Target, old: bytes, state: str, *, signed: bool) -> str:
    """Return why a document of ours stays as it is, "" when it doesn't."""
    if not _is_agreement(target):
        return "Noen har skrevet i det" if state == "endret" else ""
    if signed:
        return "Avtalen er signert"
    if state == "urørt" and flyt.is_signed(old, target.bestilling.format):
        return _SIGNED_THEN
    return ""


def _kept_edition(path: Path) -> str:
    return (
        f"Feil: «{path}» er den signerte utgaven av avtalen, og YAML-filen er ikke lenger signert. Filen er ikke rørt. "
        "Lag den nye utgaven med et annet navn («-o») eller i en annen mappe («--til»), eller erstatt den med "
        "«--overskriv»."
    )


def _refused_comparison(path: Path) -> str:
    return (
        f"Feil: «{path}» viser det som er endret mellom to utgaver. Filen er ikke rørt. Lag dokumentet med et annet "
        "navn («-o») eller i en annen mappe («--til»), eller erstatt filen med «--overskriv»."
    )


def _is_agreement(target: Target) -> bool:
    return target.bestilling.dokument is Papir.AVTALE


def _refusal(target: Target, path: Path) -> str:
    """Return why a document is not written, and what to do: what stands in it must not be lost."""
    if FORMATS[target.bestilling.format].signed:
        return (
            f"Feil: «{path}» er signert eller endret, eller er ikke laget av avtalegen. Filen er ikke rørt. "
            "Velg et annet navn med «-o». Er den ikke signert, kan du erstatte den med «--overskriv»."
        )
    compare_it = FORMATS[target.bestilling.format].edits and _is_agreement(target)
    see = " «avtalegen hent» med «--endringer» viser hva som er endret." if compare_it else ""
    return (
        f"Feil: «{path}» er endret for hånd eller er ikke laget av avtalegen. Filen er ikke rørt.{see} "
        "Bruk «--overskriv» for å erstatte den, eller velg et annet navn med «-o»."
    )


def compare(data: bytes, target: Target, *, signed: bool) -> Result:
    """Tell whether one document is there, untouched and made of the same as `data`.

    What was signed applies, whatever the YAML gives.
    """
    path = target.path
    assert path is not None  # wrong usage with `--sjekk`
    shown = visible(str(path))
    if _is_missing(path):
        return Result(Outcome.STALE, f"{shown}: mangler\n")
    old = read(path, _LARGEST_DOCUMENT)
    if old == data:
        return Result(Outcome.UNCHANGED, "")
    format = target.bestilling.format
    state = flyt.state(old, format)
    if state == "urørt" and flyt.same(old, data, format):
        return Result(Outcome.UNCHANGED, "")
    if state == "sporet":
        why = "viser det som er endret mellom to utgaver. Flytt filen, eller lag dokumentet med et annet navn"
        return Result(Outcome.REFUSED, f"{shown}: {why}\n")
    if state != "fremmed" and _kept(target, old, state, signed=signed):
        what = "signert, og ikke det YAML-filen gir i dag" if _is_agreement(target) else "skrevet i"
        return Result(Outcome.KEPT, f"{shown}: {what}\n")
    if state == "urørt":
        return Result(Outcome.STALE, f"{shown}: ikke det YAML-filen gir i dag\n")
    if FORMATS[format].signed:
        return Result(Outcome.SEALED, f"{shown}: signert eller endret, eller ikke laget av avtalegen\n")
    return Result(Outcome.EDITED, f"{shown}: endret for hånd, eller ikke laget av avtalegen\n")


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
    if totals.nothing:
        lines.append(no_agreements(totals))
    if found := counted(totals.findings):
        command = " ".join(("avtalegen valider", *map(typed, given if len(given) <= _FEW else "…")))
        all_shown = totals.files == 1 and outcomes.total() == outcomes[Outcome.FAULTY]
        where = "" if all_shown else f" Se alle med «{command}»."
        lines.append(f"{found} i {antall(totals.files, 'avtale', 'avtaler')}.{where}")
    return "".join(f"{line}\n" for line in (*lines, *left_out(totals)))


def _tally(outcomes: Counter[Outcome]) -> str:
    parts = [f"Skrev {antall(outcomes[Outcome.WRITTEN], 'dokument', 'dokumenter')}"]
    if unchanged := outcomes[Outcome.UNCHANGED]:
        parts.append(f"{unchanged} var {'uendret' if unchanged == 1 else 'uendrede'}")
    if kept := outcomes[Outcome.KEPT]:
        parts.append(f"{kept} står som {'det' if kept == 1 else 'de'} er")
    if missing := outcomes.total() - outcomes[Outcome.WRITTEN] - unchanged - kept:
        parts.append(f"{missing} ble ikke laget")
    return f"{', '.join(parts)}."


def _verdict(outcomes: Counter[Outcome]) -> Iterator[str]:
    """Give the lines on what `--sjekk` has found, and on what to do about it."""
    if not outcomes:
        return
    fresh, kept = outcomes[Outcome.UNCHANGED], outcomes[Outcome.KEPT]
    stale = outcomes[Outcome.STALE] + outcomes[Outcome.EDITED] + outcomes[Outcome.SEALED]
    parts = [f"{antall(fresh, 'dokument', 'dokumenter')} er oppdatert"]
    if kept:
        parts.append(f"{kept} står som {'det' if kept == 1 else 'de'} er")
    if stale:
        parts.append(f"{stale} er ikke oppdatert")
    if unknown := outcomes.total() - fresh - stale - kept:
        parts.append(f"{unknown} kunne ikke sjekkes")
    yield f"{', '.join(parts)}."
    if outcomes[Outcome.STALE]:
        yield "Lag dokumentene på nytt med den samme kommandoen uten «--sjekk»."
    if outcomes[Outcome.EDITED]:
        yield "Det som er endret for hånd, må inn i YAML-filen. Lag så dokumentet på nytt med «--overskriv»."
    if outcomes[Outcome.SEALED]:
        yield "En signert PDF skal stå som den er. Sett da «status: signert» i YAML-filen."


def exit_code(outcomes: Counter[Outcome], totals: Totals) -> int:
    if outcomes[Outcome.FAILED] or totals.unreadable or not totals.files:
        return NOT_RUN
    return CLEAN if outcomes.keys() <= {Outcome.WRITTEN, Outcome.UNCHANGED, Outcome.KEPT} else FINDINGS

"""What `avtalegen sett` is asked to change: routes as people write them, and values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

import click

from avtalegen.dokument.spor import vist
from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import parse, to_data
from avtalegen.lesing.ment import råd
from avtalegen.lesing.nokler import field_at, part_at, part_of, parts_keys
from avtalegen.lesing.redigering import Verdi
from avtalegen.lesing.redigering.overstyring import uten_tomme
from avtalegen.modell.base import forkort

_EDIT = re.compile(r"(?P<rute>[^=]*?)(?P<pluss>\+?)=(?P<verdi>.*)", re.DOTALL)
_STEP = re.compile(r"(?:\.|^)(?P<key>[^.\[\]]+)|\[(?P<number>[^\]]*)\]")


class Ønske(NamedTuple):
    """One change that is asked for: a value to set, or to put last in a list (`legg_til`); None takes away.

    `skrevet` is the route as the user wrote it.
    """

    skrevet: str
    rute: Rute
    verdi: Verdi | None
    legg_til: bool = False


def delt(argumenter: Iterable[str], fjern: Iterable[str]) -> tuple[list[str], list[Ønske]]:
    """Return the files, and what is asked for, of the arguments: those with an equals sign are changes."""
    files, wishes = [], []
    for argument in argumenter:
        if "=" in argument:
            wishes.append(_ønske(argument))
        else:
            files.append(argument)
    wishes += [Ønske(skrevet, rute(skrevet), None) for skrevet in fjern]
    if not files:
        raise click.UsageError("Oppgi minst én fil, for eksempel «avtalegen sett flakstad.yaml avtale.status=vedtatt».")
    if not wishes:
        raise click.UsageError("Oppgi hva som skal endres: RUTE=VERDI, RUTE+=VERDI eller «--fjern RUTE».")
    return files, wishes


def _ønske(argument: str) -> Ønske:
    found = _EDIT.fullmatch(argument)
    assert found
    skrevet, text = found["rute"], found["verdi"]
    if not text.strip():
        raise click.UsageError(f"«{argument}» har ingen verdi. Skal den bort, så skriv «--fjern {skrevet}».")
    way = rute(skrevet)
    _kjent(way, skrevet)
    return Ønske(skrevet, way, _verdi(text, argument), legg_til=bool(found["pluss"]))


_LONGEST_POSITION = 9  # digits


def rute(skrevet: str) -> Rute:
    """Return a route: keys with full stops between, and positions in lists, bare or in brackets; the first is 1."""
    steps: list[str | int] = []
    end = 0
    text = normalize("NFC", skrevet.strip())
    for found in _STEP.finditer(text):
        if found.start() != end:
            break
        end = found.end()
        step = found["key"] if found["number"] is None else found["number"]
        if re.fullmatch(r"[0-9]+", step):
            if len(step) > _LONGEST_POSITION:
                raise click.UsageError(f"I «{forkort(skrevet)}» er det en plass som ingen liste har.")
            if int(step) == 0:
                raise click.UsageError(f"I «{skrevet}» er plassen 0. Det første i en liste er nummer 1.")
            steps.append(int(step) - 1)
        elif found["number"] is not None:
            end = -1
            break
        else:
            steps.append(step)
    if end != len(text) or not steps or isinstance(steps[0], int):
        raise click.UsageError(
            f"«{skrevet}» er ikke en rute. Skriv nøklene med punktum mellom, og plassen i en liste som et tall: "
            "«politiråd.møter.per_år» eller «vedlegg[1].tittel»."
        )
    return _lang(tuple(steps))


def _lang(rute: Rute) -> Rute:
    """Return the route of the long form, where a position is given in a part that a list may stand for."""
    long: Rute = ()
    for step in rute:
        part = part_at(long) if isinstance(step, int) and long else None
        if part and part.listeform and not isinstance(long[-1], int):
            long = (*long, part.listeform)
        long = (*long, step)
    return long


def _kjent(rute: Rute, skrevet: str) -> None:
    """Raise wrong usage for a key that the format doesn't have there, with the one that is meant."""
    for n, step in enumerate(rute, start=1):
        way = rute[:n]
        if not isinstance(step, str) or _finnes(way):
            continue
        part = part_at(_med_plasser(way[:-1]))
        over = vist(way[:-1])
        if part is None:
            raise click.UsageError(f"«{over}» er en verdi, og har ikke nøkler. Ruten «{skrevet}» er for lang.")
        where = f" i «{over}»" if over else ""
        said = råd(way, None, ()) or f"Nøklene som kan stå her, er {', '.join(parts_keys(way))}."
        raise click.UsageError(f"«{step}» er ikke en kjent nøkkel{where}. {said}")


def _finnes(rute: Rute) -> bool:
    over = part_at(_med_plasser(rute[:-1]))
    return over is not None and part_of(rute) is over and field_at(rute) is not None


def _med_plasser(rute: Rute) -> Rute:
    """Return a route that leads to the part, where it may lead to the list of them."""
    return rute if not rute or isinstance(rute[-1], int) else (*rute, 0)


def _verdi(text: str, argument: str) -> Verdi:
    if text.lstrip()[:1] not in ("{", "["):
        return text
    source = parse(f"v: {text}", "verdien")
    if source.root is None or source.diagnostics or list(source.root.entries) != ["v"]:
        what = source.diagnostics[0].message if source.diagnostics else "Den er mer enn én verdi."
        raise click.UsageError(f"«{argument}»: En verdi som begynner med [ eller {{, leses som YAML. {what}")
    found = to_data(source.root)
    assert isinstance(found, dict)
    value: Verdi = uten_tomme(found["v"])
    return value

"""What differs in a document that somebody has edited, told to a person and to other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from avtalegen.cli._meldinger import FØR, NÅ, REMARKS, remark, tracked, visible_under
from avtalegen.cli._terminal import bold, sagt
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.ordlyd import antall
from avtalegen.henting import Hentet
from avtalegen.henting.forskjell import Avsnittsendring, Endring, Stykke, words
from avtalegen.henting.samstilling import Work
from avtalegen.rapporter.visible import visible

VERSJON = 1

_MOST_SHOWN = 300  # changes: who has more of them reads the document instead
_KEPT = 8  # words around what is changed
_LABEL = 10


def text(found: Hentet) -> str:
    """Return the differences and the remarks, one line for each; "" when there are none."""
    return "".join(f"{sagt(line)}\n" for line in (*_changes(found), *_remarks(found)))


def _changes(found: Hentet) -> Iterator[str]:
    changes = found.endringer or ()
    work, shown = Work(), 0
    for section in changes:
        yield bold(visible_under(section.sti))
        yield from (f"  {sagt(line)}" for line in _about(section))
        for change in section.endringer[: max(0, _MOST_SHOWN - shown)]:
            yield from _change(change, work)
        shown += len(section.endringer)
        yield ""
        if shown > _MOST_SHOWN:
            break
    if changes:
        number = sum(max(1, len(section.endringer)) for section in changes)
        n = len(changes)
        yield Begge(
            f"{antall(number, 'endring', 'endringer')} i {n} avsnitt.",
            f"{antall(number, 'endring', 'endringar')} i {n} avsnitt.",
        )
    if shown > _MOST_SHOWN:
        yield Begge(
            "Ikke alle er vist. Se resten med «--endringer --format json».",
            "Ikkje alle er viste. Sjå resten med «--endringer --format json».",
        )
    if found.sporede:
        yield tracked(found.sporede, rejected=False)


def _about(section: Avsnittsendring) -> Iterator[str]:
    if section.slag == "nytt":
        yield likt("Avsnittet er nytt.")
    elif section.slag == "fjernet":
        yield Begge("Avsnittet er fjernet.", "Avsnittet er fjerna.")
    elif section.slag == "flyttet":
        yield Begge("Avsnittet er flyttet.", "Avsnittet er flytta.")
    if section.tidligere is not None:
        tidligere = visible(section.tidligere)
        yield Begge(f"Overskriften var «{tidligere}».", f"Overskrifta var «{tidligere}».")


def _change(change: Endring, work: Work) -> Iterator[str]:
    before, now = _line(change.før), _line(change.nå)
    if before is None:
        yield _labelled(likt("nytt:"), click.style(visible(now or ""), fg="green"))
    elif now is None:
        yield _labelled(Begge("fjernet:", "fjerna:"), click.style(visible(before), fg="red"))
    else:
        left, right = words(before, now, work)
        yield _labelled(FØR, _marked(left, "red"))
        yield _labelled(NÅ, _marked(right, "green"))


def _labelled(label: Begge, line: str) -> str:
    return f"  {sagt(label):<{_LABEL}}{line}"


def _line(item: str | tuple[str, ...] | None) -> str | None:
    return item if item is None or isinstance(item, str) else " | ".join(item)


def _marked(pieces: Sequence[Stykke], colour: str) -> str:
    """Return the text with what is only on this side in brackets, and long stretches of the rest shortened."""
    shown = []
    for n, piece in enumerate(pieces):
        if piece.endret:
            shown.append(click.style(f"[{visible(piece.tekst)}]", fg=colour, bold=True))
            continue
        # Where all of a side is on the other side too, its two ends tell which text it is.
        alone = len(pieces) == 1
        before, after = n > 0 or alone, n < len(pieces) - 1 or alone
        all_words = piece.tekst.split(" ")
        if len(all_words) > _KEPT * (before + after) + 1:
            first, last = all_words[: _KEPT * before], all_words[len(all_words) - _KEPT * after :]
            all_words = [*first, "…", *last]
        shown.append(visible(" ".join(all_words)))
    return " ".join(shown)


def _remarks(found: Hentet) -> Iterator[str]:
    if found.merknader:
        yield REMARKS
    yield from (remark(one.avsnitt, one.forfatter, one.tekst) for one in found.merknader)


def as_json(found: Hentet, document: str) -> str:
    """Return the same as one JSON object. `versjon` changes when something is removed or gets another meaning."""
    told: dict[str, Any] = {
        "versjon": VERSJON,
        "dokument": document,
        "format": found.format,
        "tilstand": found.tilstand,
        "filer": [file.name for file in found.filer],
        "avsnitt": None if found.endringer is None else [_section(section) for section in found.endringer],
        "sporede_endringer": found.sporede,
        "merknader": [
            {"forfatter": one.forfatter, "tekst": one.tekst, "avsnitt": list(one.avsnitt)} for one in found.merknader
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _section(section: Avsnittsendring) -> dict[str, Any]:
    return {
        "overskrift": list(section.sti),
        "tidligere_overskrift": section.tidligere,
        "slag": section.slag,
        "endringer": [{"slag": one.slag, "før": one.før, "nå": one.nå} for one in section.endringer],
    }

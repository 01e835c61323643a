"""An example of a key, and what it becomes: composed as any agreement is, of nothing but the example."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from enum import Enum
from functools import cache
from typing import Any

from avtalegen.dokument.innhold import Block, Document, Heading, Items, Paragraph, Signatures, Table, characters
from avtalegen.dokument.maler import MALER
from avtalegen.forslag.veilederens import Forslag
from avtalegen.komponering.sammensetting import compose, struktur
from avtalegen.lesing.ment import Path
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Målform
from avtalegen.rapporter.formatet.nokler import form_i

_GRUNNLAG: dict[str, Any] = {
    "format": "1",
    "avtale": {"status": "signert"},
    "parter": {"kommuner": {"kommunenummer": "1859"}, "politi": {"distrikt": "Nordland"}},
}
"""An agreement that says no more than it must, and its text without the example."""
_ANDRE = {
    ("parter", "kommuner"): [{"kommunenummer": "1860"}],
    ("parter", "kommuner", "kommunenummer"): "1860",
    ("parter", "politi"): {"distrikt": "Finnmark"},
    ("parter", "politi", "distrikt"): "Finnmark",
}
"""What stands in the other agreement for what none can be without."""
_OVERALT = ("format", "arv", "avtale", "parter", "lokale_avsnitt")
"""What every section may show, or stands between them."""
_SAMMEN = ("bindeord", "omfatter")
_FLEST = 3  # keys in the example of a part without a short form
_FLEST_LINJER = 8


def verdi(felt: Felt) -> Any:
    """Return an example of what a field may hold, as data."""
    if felt.eksempel and ": " in felt.eksempel and del_i(felt.type):
        key, _, value = felt.eksempel.partition(": ")
        return {key: value}
    if felt.eksempel:
        return felt.eksempel
    if part := del_i(felt.type):
        if part.kortform:
            return verdi(part.felter[part.kortform])
        return {one.nøkkel: verdi(one) for one in _typical(part)}
    if form := form_i(felt.type):
        return "nei" if felt.standard is True else next(iter(form.måter), felt.beskrivelse)
    valg: list[Enum] = [*felt.type]
    return next(one.value for one in valg if one is not felt.standard)


def _typical(part: type[Del]) -> list[Felt]:
    fields = [*part.felter.values()]
    chosen = [felt for felt in fields if felt.påkrevd] or fields[:_FLEST]
    return [felt for felt in fields if felt in chosen or (part, felt.nøkkel) == (part, "kommuner")]


def som_yaml(sti: Path, felt: Felt) -> list[str]:
    """Return the lines of YAML that say the example, with the keys that it stands under."""
    value = verdi(felt)
    return Forslag(sti, [value] if felt.mange and isinstance(value, str) else value, "", ()).med_rute()


def blir(sti: Path, felt: Felt, målform: Målform = Målform.BOKMÅL) -> list[str]:
    """Return the lines that the example puts in the agreement; none when it shows nowhere in the text."""
    return blir_av(sti, verdi(felt), målform)


def blir_av(sti: Path, value: Any, målform: Målform) -> list[str]:
    """Return the lines that a value puts in an agreement in a målform; none when it shows nowhere in the text."""
    data, avsnitt = _filled(sti, value), viser(sti)
    data["avtale"].setdefault("målform", målform.value)
    new, old = _text(data, avsnitt), Counter(_without(sti, data, avsnitt))
    added = []
    for line in new or ():
        if old[line]:
            old[line] -= 1
        else:
            added.append(line)
    return added[:_FLEST_LINJER] if len(added) <= _FLEST_LINJER else [*added[: _FLEST_LINJER - 1], "…"]


def _filled(sti: Path, value: Any) -> dict[str, Any]:
    """Return an agreement with a value at the end of a way, and what must be there on the way."""
    data = deepcopy(_GRUNNLAG)
    place: dict[str, Any] = data
    part: type[Del] = Avtale
    for step in sti[:-1]:
        below = del_i(part.felter[step].type)
        assert below is not None
        there = place.get(step)
        inner: dict[str, Any] = there if isinstance(there, dict) else {}
        for felt in below.felter.values():
            # A person is somebody, and a word between two things has both.
            if felt.påkrevd or felt.nøkkel == below.kortform == "tittel" or (sti[-1], felt.nøkkel) == _SAMMEN:
                inner.setdefault(felt.nøkkel, verdi(felt))
        place[step] = inner
        place, part = inner, below
    place[sti[-1]] = value
    return data


def viser(sti: Path) -> frozenset[str] | None:
    """Return the sections that may show what is at the end of a way, or None for all of them.

    It takes most of the time to read the templates, and few of them name the key that the way begins with.
    """
    if sti[0] in _OVERALT:
        return None
    return frozenset(navn for navn, fil in struktur()["avsnitt"].items() if sti[0] in _source(f"{fil}.md.j2"))


@cache
def _source(name: str) -> str:
    """Return a template of ours in small letters, with those that it includes."""
    text = (MALER / "nb" / name).read_text(encoding="utf-8").casefold()
    return text + "".join(map(_source, re.findall(r'include "([^"]+)"', text)))


def _without(sti: Path, data: dict[str, Any], avsnitt: frozenset[str] | None) -> list[str]:
    """Return what is said without what stands at the end of a way, or with something else where it must."""
    for end in range(len(sti), 0, -1):
        before = deepcopy(data)
        place = before
        for step in sti[: end - 1]:
            place = place[step]
        if (other := _ANDRE.get(sti[:end])) is not None:
            place[sti[end - 1]] = other
        else:
            del place[sti[end - 1]]
        if (said := _text(before, avsnitt)) is not None:
            return said
    return []


def _text(data: dict[str, Any], avsnitt: frozenset[str] | None) -> list[str] | None:
    try:
        avtale = Avtale.model_validate(data, by_alias=True, by_name=False)
    except ValueError:
        return None
    document = compose(avtale, avsnitt=avsnitt).document
    return [line.replace("\u00a0", " ") for line in _lines(document)] if document else None


def _lines(document: Document) -> Iterator[str]:
    yield document.title
    if document.subtitle:
        yield document.subtitle
    yield from (f"{label}: {text}" for label, text in document.facts)
    for block in document.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield characters(block.content)
        case Paragraph():
            yield from characters(block.content).split("\n")
        case Items():
            for item in block.items:
                first, *rest = [line for inner in item for line in _of_block(inner)]
                yield f"– {first}"
                yield from (f"  {line}" for line in rest)
        case Table():
            for row in block.all_rows:
                yield " | ".join(characters(cell) for cell in row)
        case Signatures():
            for one in block.signatures:
                yield ", ".join(filter(None, (one.on_behalf_of, one.title, one.name, one.date)))

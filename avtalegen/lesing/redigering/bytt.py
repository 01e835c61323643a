"""Changes of one value into another: the new one stands where the old one stood, and what is beside it stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtalegen.lesing import verditekst
from avtalegen.lesing.redigering.flate import Eier, Flate, overskrift
from avtalegen.lesing.redigering.lapper import Lapp
from avtalegen.lesing.redigering.syntakstre import Kart, Liste, Par, Punkt, Skalar
from avtalegen.lesing.verditekst import Stil

_BLANKS_AND_COMMA = re.compile(r" *(?=,)")
_BLANKS_AND_END = re.compile(r" *(?=[,\]}])")
_COMMENT = re.compile(r"[ \t]+#.*")
_LINE = re.compile(r"^(?=.)", re.MULTILINE)


def bytt(flate: Flate, over: Kart | Liste, eier: Eier, value: Any, stil: Stil) -> Iterator[list[Lapp]]:
    """Give the ways to let a value stand in a field or an item instead of what stands there, the best first."""
    old = eier.value
    sitat = old.style if isinstance(old, Skalar) else None
    stil = stil._replace(sitat=sitat)
    if over.flow:
        # Blanks in front of what follows go, but the one in front of a bracket when there are such in the file.
        blanks = _BLANKS_AND_COMMA if stil.luft else _BLANKS_AND_END
        yield [_ett_sted(flate, eier, verditekst.i_klammer(value, stil), blanks)]
        return
    same_kind = isinstance(value, dict if isinstance(old, Kart) else list)
    if isinstance(old, Kart | Liste) and old.flow and same_kind:
        yield _inline(flate, eier, verditekst.i_klammer(value, stil), flate.kolonne(eier.start))
        return
    kolonne = flate.kolonne(eier.start)
    inside = stil if isinstance(eier, Par) else stil._replace(innrykk=2, liste=2)
    for one in (inside, inside._replace(blokk=False)):
        first, below = verditekst.verdi(value, kolonne, one)
        if below:
            if beside := _ved_streken(flate, eier, first, below):
                yield beside
            yield _med_linjer(flate, eier, first, below, kolonne)
        else:
            yield _inline(flate, eier, first, kolonne)


def _ett_sted(flate: Flate, eier: Eier, new: str, blanks: re.Pattern[str] = _BLANKS_AND_END) -> Lapp:
    """Return the change of a value on one line into another on one line, or of nothing and the `blanks` into it."""
    old = eier.value
    if old.end > old.start:
        return Lapp(old.start, old.end, new)
    if isinstance(eier, Par) and eier.colon is None:
        return Lapp(eier.key.end, eier.key.end, f": {new}")
    start = _tegn(eier)
    found = blanks.match(flate.text, start)
    return Lapp(start, found.end() if found else start, f" {new}")


def _inline(flate: Flate, eier: Eier, new: str, kolonne: int) -> list[Lapp]:
    """Return the changes that let a text on one line stand for a value in a block."""
    old = eier.value
    if isinstance(eier, Par) and eier.colon is None:
        end = flate.linjeslutt(eier.key.end)
        return [Lapp(end, end, f"\n{' ' * kolonne}: {new}")]
    if isinstance(old, Kart | Liste) and not old.flow:
        return [_uten_linjene(flate, eier, old, kolonne, new)]
    if isinstance(old, Skalar) and old.style in ("|", ">"):
        return [Lapp(old.start, old.end, new + overskrift(flate.text, old)[2])]
    return [_ett_sted(flate, eier, new)]


def _uten_linjene(flate: Flate, eier: Eier, old: Kart | Liste, kolonne: int, new: str) -> Lapp:
    """Return the change that lets a text stand beside the key of a block that goes, with the comments inside it.

    A comment beside the key stays.
    """
    begins = _tegn(eier)
    comment = _COMMENT.search(flate.text, begins, min(flate.linjeslutt(begins), old.items[0].start))
    return Lapp(begins, flate.slutt(eier, kolonne), (f" {new}" if new else "") + (comment[0] if comment else ""))


def _med_linjer(flate: Flate, eier: Eier, first: str, below: list[str], kolonne: int) -> list[Lapp]:
    """Return the changes that put `first` beside the key, and lines below it, instead of a value in a block."""
    old = eier.value
    lines, beside = "".join(f"\n{line}" for line in below), f" {first}" if first else ""
    if isinstance(eier, Par) and eier.colon is None:
        end = flate.linjeslutt(eier.key.end)
        return [Lapp(end, end, f"\n{' ' * kolonne}: {first}".rstrip(" ") + lines)]
    begins = _tegn(eier)
    if isinstance(old, Kart | Liste) and not old.flow:
        gone = _uten_linjene(flate, eier, old, kolonne, first)
        if not isinstance(eier, Par) and not gone.ny:
            lines = " " + lines.lstrip("\n ")  # the first key stands beside the dash
        return [gone._replace(ny=gone.ny + lines)]
    if isinstance(old, Skalar) and old.style in ("|", ">"):
        return [Lapp(begins, old.end, beside + overskrift(flate.text, old)[2].rstrip() + lines)]
    old_end = max(old.end, begins)
    end = flate.linjeslutt(old_end)
    rest = flate.text[old_end:end].rstrip(" ")
    between = flate.text[begins : max(old.start, begins)]
    if "\n" in between:  # the value stands on a line below, and so does a comment of its own
        own = f"\n{' ' * (kolonne + 2)}{rest.lstrip()}" if rest else ""
        return [Lapp(begins, end, beside + between.rstrip(" \n") + own + lines)]
    if not isinstance(eier, Par) and not first and not rest:
        return [Lapp(begins, end, " " + lines.lstrip("\n "))]
    return [Lapp(begins, end, beside + rest + lines)]


def _ved_streken(flate: Flate, eier: Eier, first: str, below: list[str]) -> list[Lapp] | None:
    """Return the change that puts the first of the lines beside the dash, with the comment that stands after a text.

    None where no text with a comment stands beside a dash.
    """
    old = eier.value
    if isinstance(eier, Par) or first or not isinstance(old, Skalar) or old.style in ("|", ">"):
        return None
    begins = _tegn(eier)
    end = flate.linjeslutt(old.end)
    rest = flate.text[old.end : end].rstrip(" ")
    if not rest.lstrip().startswith("#") or "\n" in flate.text[begins : old.end]:
        return None
    return [Lapp(begins, end, "\n".join([f" {below[0].lstrip(' ')}{rest}", *below[1:]]))]


def _tegn(eier: Eier) -> int:
    """Return the place after the colon, or the dash."""
    if isinstance(eier, Punkt):
        return eier.start + 1
    assert eier.colon is not None
    return eier.colon


def til_liste(flate: Flate, over: Kart | Liste, eier: Eier, stil: Stil, nøkkel: str | None) -> list[Lapp]:
    """Return the changes that make a list of the one thing in a field, or put the list that it is under a key.

    What is written stays as it is written, further in where it has lines of its own.
    """
    old = eier.value
    name = verditekst.nøkkel(nøkkel, flow=over.flow) if nøkkel is not None else ""
    if over.flow or (isinstance(old, Kart) and old.flow):
        opens, closes = ("[", "]") if nøkkel is None else (f"{{{name}: ", "}")
        return [Lapp(old.start, old.start, opens), Lapp(old.end, old.end, closes)]
    assert isinstance(old, Kart | Liste), "a text is written anew"
    if not old.flow:
        return [*_lenger_inn(flate, eier, old, name, stil)]
    if not isinstance(eier, Par):
        return [Lapp(old.start, old.start, f"{name}: ")]
    kolonne = flate.kolonne(eier.start) + stil.innrykk
    end = flate.linjeslutt(old.end)
    moved = f"\n{' ' * kolonne}{name}: {flate.text[old.start : old.end]}"
    return [Lapp(_tegn(eier), end, flate.text[old.end : end].rstrip() + moved)]


def _lenger_inn(flate: Flate, eier: Eier, old: Kart | Liste, name: str, stil: Stil) -> Iterator[Lapp]:
    """Give the changes that move the lines of a block further in, under a dash or the name of a key."""
    first = old.items[0].start
    beside = not flate.først_på_linjen(first)
    further = 2 if beside or not name else stil.innrykk
    at = flate.linjeslutt(first)
    if not name:
        yield Lapp(first, first, "- ")
    elif beside:
        yield Lapp(first, first, f"{name}:\n{' ' * (flate.kolonne(first) + further)}")
    else:  # the comments above the first item are of it
        at = flate.begynnelse(old.items[0], None)
        yield Lapp(at, at, f"{' ' * (flate.kolonne(eier.start) + further)}{name}:\n")
    end = flate.slutt(eier, flate.kolonne(eier.start))
    for line in _LINE.finditer(flate.text, at, end):
        yield Lapp(line.start(), line.start(), " " * further)

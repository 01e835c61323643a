"""Changes in a block: lines that go in, out, or to another place, with the comments that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from avtalegen.lesing import verditekst
from avtalegen.lesing.redigering.flate import Eier, Flate, overskrift, siste_skalar
from avtalegen.lesing.redigering.lapper import Lapp, lappet
from avtalegen.lesing.redigering.syntakstre import Kart, Liste, Skalar
from avtalegen.lesing.verditekst import Stil

_BLANK_LINES = re.compile(r"(?: *\n)*(?: +\Z)?")


def ny_nøkkel(
    flate: Flate, kart: Kart, key: str, value: Any, rekkefølge: tuple[str, ...], stil: Stil
) -> Iterator[list[Lapp]]:
    """Give the ways to put a field in a mapping, after the nearest one that the format has in front of it."""
    kolonne = flate.innrykk(kart)
    lines = verditekst.par(key, value, kolonne, stil)
    return _sett_inn(flate, kart, plass_i(kart, key, rekkefølge), lines)


def nytt_punkt(flate: Flate, liste: Liste, plass: int, value: Any, stil: Stil) -> Iterator[list[Lapp]]:
    """Give the ways to put an item in a list."""
    return _sett_inn(flate, liste, plass, verditekst.punkt(value, flate.innrykk(liste), stil))


def plass_i(kart: Kart, key: str, rekkefølge: tuple[str, ...]) -> int:
    """Return which position a new key gets in a mapping: after the nearest one that the format has in front of it."""
    if key not in rekkefølge:
        return len(kart.items)
    earlier = rekkefølge[: rekkefølge.index(key)]
    before = [(earlier.index(par.name), n) for n, par in enumerate(kart.items) if par.name in earlier]
    if before:
        return max(before)[1] + 1
    return 0 if any(par.name in rekkefølge for par in kart.items) else len(kart.items)


def _sett_inn(flate: Flate, node: Kart | Liste, plass: int, lines: list[str]) -> Iterator[list[Lapp]]:
    """Give the ways to put lines, the first without its indent, among the fields or items of a block."""
    items: list[Eier] = [*node.items]
    kolonne = flate.innrykk(node)
    front = " " * kolonne
    if plass == 0:
        start = items[0].start
        if flate.først_på_linjen(start):
            start = flate.begynnelse(items[0], None) + kolonne
        yield [Lapp(start, start, "\n".join(lines) + "\n" + front)]
        return
    over = items[plass - 1]
    airy = flate.luft_mellom(*((over, items[plass]) if plass < len(items) else (items[plass - 2], over)))
    end = flate.slutt(over, kolonne)
    closed = [*_avsluttet(flate, over)]
    for air in ("\n", "") if airy else ("",):
        yield [*closed, Lapp(end, end, f"{air}\n{front}" + "\n".join(lines))]


def _avsluttet(flate: Flate, over: Eier) -> Iterator[Lapp]:
    """Give the change that keeps a block text at the end of a file without a line break, when one comes after it."""
    last = siste_skalar(over.value)
    if isinstance(last, Skalar) and last.style in ("|", ">") and last.end == len(flate.text):
        sign = overskrift(flate.text, last)
        # Whatever it says, no line break is there to be a part of it.
        yield Lapp(sign.start(), sign.end(1), sign[1].strip("+-") + "-")


def ta_bort(flate: Flate, node: Kart | Liste, plass: int) -> Iterator[list[Lapp]]:
    """Give the ways to take a field or item out of a block, the best first: with no two empty lines left, or as it is.

    The comments right above it, and those inside it, go with it.
    """
    text = flate.text
    items: list[Eier] = [*node.items]
    item = items[plass]
    kolonne = flate.kolonne(item.start)
    end = flate.slutt(item, kolonne)
    if not flate.først_på_linjen(item.start):  # on the line of the dash it stands in
        yield from _på_strekens_linje(flate, items, end)
        return
    start = flate.begynnelse(item, items[plass - 1] if plass else None)
    if end == len(text):
        # No line break was at the end of the file, so none shall be.
        lines = text[:start].rstrip("\n ")
        yield [Lapp(len(lines), end, "")]
        yield [Lapp(start - 1, end, "")]
        yield [Lapp(start, end, "")]
        return
    after = end + 1
    blank_lines = _BLANK_LINES.match(text, after)
    assert blank_lines, "there may be none"
    air = blank_lines.end()
    above = len(text[:start].rstrip("\n "))
    airy = text.count("\n", above, start) > 1
    if airy and air == len(text):
        yield [Lapp(above + 1, after, "")]
    beneath_comment = text[flate.linjestart(above) :].lstrip(" ").startswith("#")
    if airy or not (plass or beneath_comment):
        yield [Lapp(start, air, "")]
    yield [Lapp(start, after, "")]
    yield [Lapp(start, air, "")]


def _på_strekens_linje(flate: Flate, items: list[Eier], end: int) -> Iterator[list[Lapp]]:
    """Give the ways to take out the first of a block that begins beside the dash of an item, or a `?`."""
    first = items[0]
    follows = flate.text[end : items[1].start]
    if not follows.strip():
        yield [Lapp(first.start, items[1].start, "")]
    else:
        front = len(flate.text[: first.start].rstrip(" "))
        yield [Lapp(front, end, "")]


def flytt(flate: Flate, liste: Liste, fra: int, til: int) -> Iterator[list[Lapp]]:
    """Give the ways to move an item of a list in a block, the best first.

    What stands between the items stays there, or else goes with the item above it, so that no text gets a part of it.
    """
    items = liste.items
    kolonne = flate.innrykk(liste)
    tight = []
    for n, item in enumerate(items):
        start = item.start
        if flate.først_på_linjen(start):
            start = flate.begynnelse(item, items[n - 1] if n else None)
        tight.append((start, flate.slutt(item, kolonne)))
    order = list(range(len(items)))
    order.insert(til, order.pop(fra))
    with_air = [(start, under - 1) for (start, _), (under, _) in pairwise(tight)]
    for places in (tight, [*with_air, tight[-1]]):
        pieces = [flate.text[start:end] for start, end in places]
        if order[-1] != len(items) - 1:
            start, _ = places[-1]
            closed = (Lapp(a - start, b - start, ny) for a, b, ny in _avsluttet(flate, items[-1]))
            pieces[-1] = lappet(pieces[-1], closed)
        yield _byttet_om(flate, liste, places, pieces, order)
    for n, item in enumerate(items):
        # Some texts take the empty lines after them for their own, wherever they come to stand.
        if order[n] != n and isinstance(item.value, Skalar) and item.value.style in ("|", ">"):
            written = verditekst.inline(str(item.value.value), flow=False)
            pieces[n] = f"{flate.text[places[n][0] : item.start]}- {written}"
    yield _byttet_om(flate, liste, places, pieces, order)


def _byttet_om(
    flate: Flate, liste: Liste, places: list[tuple[int, int]], pieces: list[str], order: list[int]
) -> list[Lapp]:
    """Return the changes that put the pieces of a list in another order."""
    text, items = flate.text, liste.items
    kolonne = flate.innrykk(liste)
    beside = not flate.først_på_linjen(items[0].start)
    changes = []
    for n, m in enumerate(order):
        place, moved = places[n], pieces[m]
        if m == 0 and beside:
            moved = " " * kolonne + moved
        if n == 0 and beside:
            if moved.lstrip(" ").startswith("#"):  # its comments can't stand beside the dash
                place, moved = (len(text[: place[0]].rstrip(" ")), place[1]), "\n" + moved
            else:
                moved = moved[kolonne:]
        changes.append(Lapp(*place, moved))
    return changes

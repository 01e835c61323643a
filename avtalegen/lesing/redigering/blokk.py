"""Changes in a block: lines that go in, out, or to another place, with the comments that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from avtalegen.lesing.redigering import verditekst
from avtalegen.lesing.redigering.flate import Eier, Flate, overskrift, siste_skalar
from avtalegen.lesing.redigering.lapper import Lapp, lappet
from avtalegen.lesing.redigering.syntakstre import Kart, Liste, Skalar
from avtalegen.lesing.redigering.verditekst import Stil


def ny_nøkkel(
    flate: Flate, kart: Kart, key: str, value: Any, rekkefølge: tuple[str, ...], stil: Stil
) -> Iterator[list[Lapp]]:
    """Give the ways to put a field in a mapping, after the nearest one that the format has in front of it."""
    kolonne = flate.kolonne(kart.items[0].start)
    lines = verditekst.par(key, value, kolonne, stil)
    return _sett_inn(flate, kart, _plass(kart, key, rekkefølge), lines)


def nytt_punkt(flate: Flate, liste: Liste, plass: int, value: Any, stil: Stil) -> Iterator[list[Lapp]]:
    """Give the ways to put an item in a list."""
    kolonne = flate.kolonne(liste.items[0].start)
    return _sett_inn(flate, liste, plass, verditekst.punkt(value, kolonne, stil))


def plass_i(kart: Kart, key: str, rekkefølge: tuple[str, ...]) -> int:
    """Return which position a new key gets in a mapping."""
    return _plass(kart, key, rekkefølge)


def _plass(kart: Kart, key: str, rekkefølge: tuple[str, ...]) -> int:
    if key not in rekkefølge:
        return len(kart.items)
    earlier = rekkefølge[: rekkefølge.index(key)]
    before = [n for n, par in enumerate(kart.items) if par.name in earlier]
    if before:
        nearest = max(before, key=lambda n: earlier.index(kart.items[n].name or ""))
        return nearest + 1
    return 0 if any(par.name in rekkefølge for par in kart.items) else len(kart.items)


def _sett_inn(flate: Flate, node: Kart | Liste, plass: int, lines: list[str]) -> Iterator[list[Lapp]]:
    """Give the ways to put lines, the first without its indent, among the fields or items of a block."""
    items: list[Eier] = [*node.items]
    kolonne = flate.kolonne(items[0].start)
    front = " " * kolonne
    if plass == 0:
        start = items[0].start
        if isinstance(node, Liste) and flate.først_på_linjen(start):
            start = flate.begynnelse(items[0], _foran(flate, node)) + kolonne
        yield [Lapp(start, start, "\n".join(lines) + "\n" + front)]
        return
    over = items[plass - 1]
    neighbours = (over, items[plass]) if plass < len(items) else (items[plass - 2], over) if plass > 1 else None
    airy = neighbours is not None and flate.luft_mellom(*neighbours)
    end = flate.slutt(over, kolonne)
    closed = [*_avsluttet(flate, over)] if end == len(flate.text) else []
    for air in ("\n", "") if airy else ("",):
        yield [*closed, Lapp(end, end, f"{air}\n{front}" + "\n".join(lines))]


def _avsluttet(flate: Flate, over: Eier) -> Iterator[Lapp]:
    """Give the change that keeps a block text at the end of a file without a line break, when one comes after it."""
    last = siste_skalar(over.value)
    if isinstance(last, Skalar) and last.style in ("|", ">") and last.end == len(flate.text):
        sign = overskrift(flate.text, last)
        if "-" not in sign[2]:  # whatever it says, no line break is there to be a part of it
            yield Lapp(sign.start(2), sign.end(2), sign[2].replace("+", "") + "-")


def _foran(flate: Flate, node: Kart | Liste) -> int:
    """Return where that ends which stands in front of the first field or item of a block: the key, or the dash."""
    start = node.items[0].start
    above = [eier for other in flate.alle() if isinstance(other, Kart | Liste) for eier in other.items]
    inside = [eier for eier in above if eier.value is node]
    if not inside:
        return flate.begins
    eier = inside[0]
    colon = getattr(eier, "colon", None)
    return min(colon if colon is not None else eier.start + 1, start)


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
    start = flate.begynnelse(item, items[plass - 1].end if plass else _foran(flate, node))
    if end == len(text):
        # No line break was at the end of the file, so none shall be.
        lines = text[:start].rstrip("\n ")
        yield [Lapp(len(lines), end, "")] if lines else [Lapp(start, end, "")]
        yield [Lapp(max(start - 1, 0), end, "")]
        yield [Lapp(start, end, "")]
        return
    after = end + 1
    air = after
    while air < len(text) and not text[air : flate.linjeslutt(air)].strip(" "):
        air = flate.linjeslutt(air) + 1
    above = text[:start].rstrip(" ")
    if air >= len(text) and above.endswith("\n\n"):
        yield [Lapp(len(above.rstrip("\n ")) + 1, after, "")]
    if air > after and (above.endswith("\n\n") or not above):
        yield [Lapp(start, min(air, len(text)), "")]
    yield [Lapp(start, after, "")]
    yield [Lapp(start, min(air, len(text)), "")]


def _på_strekens_linje(flate: Flate, items: list[Eier], end: int) -> Iterator[list[Lapp]]:
    """Give the ways to take out the first of a block that begins beside the dash of an item, or a `?`."""
    first = items[0]
    if len(items) == 1:
        yield [Lapp(first.start, end, "")]
        return
    follows = flate.text[end + 1 : items[1].start]
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
    kolonne = flate.kolonne(items[0].start)
    starts = [
        item.start
        if not n and not flate.først_på_linjen(item.start)
        else flate.begynnelse(item, items[n - 1].end if n else _foran(flate, liste))
        for n, item in enumerate(items)
    ]
    ends = [flate.slutt(item, kolonne) for item in items]
    order = list(range(len(items)))
    order.insert(til, order.pop(fra))
    for slutter in (ends, [*(start - 1 for start in starts[1:]), ends[-1]]):
        pieces = [flate.text[start:end] for start, end in zip(starts, slutter, strict=True)]
        if ends[-1] == len(flate.text) and order[-1] != len(items) - 1:
            closed = (Lapp(a - starts[-1], b - starts[-1], ny) for a, b, ny in _avsluttet(flate, items[-1]))
            pieces[-1] = lappet(pieces[-1], closed)
        yield _byttet_om(flate, liste, [*zip(starts, slutter, strict=True)], pieces, order)
    for n, item in enumerate(items):
        # Some texts take the empty lines after them for their own, wherever they come to stand.
        if isinstance(item.value, Skalar) and item.value.style in ("|", ">"):
            pieces[n] = (
                flate.text[starts[n] : item.start] + f"- {verditekst.inline(item.value.value or '', flow=False)}"
            )
    yield _byttet_om(flate, liste, [*zip(starts, slutter, strict=True)], pieces, order)


def _byttet_om(
    flate: Flate, liste: Liste, places: list[tuple[int, int]], pieces: list[str], order: list[int]
) -> list[Lapp]:
    """Return the changes that put the pieces of a list in another order."""
    text, items = flate.text, liste.items
    kolonne = flate.kolonne(items[0].start)
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
        if moved != text[slice(*place)]:
            changes.append(Lapp(*place, moved))
    return changes

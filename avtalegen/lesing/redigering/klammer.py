"""Changes inside brackets: one thing goes in or out, with its comma, and its line where each has a line of its own."""

from __future__ import annotations

import re

from avtalegen.lesing.redigering.flate import Flate
from avtalegen.lesing.redigering.lapper import Lapp
from avtalegen.lesing.redigering.syntakstre import Kart, Liste

# A comment is taken whole: one that may be divided, would be so in every way when no comma follows.
_COMMA = re.compile(r"(?:[ \t\n]|#.*\n)*,")


def sett_inn(flate: Flate, node: Kart | Liste, plass: int, ny: str) -> list[Lapp]:
    """Return the changes that put a text in brackets in front of what has position `plass`, or last."""
    text, items = flate.text, node.items
    if node.opened is None:
        inside = [_foran_komma(text[node.start : node.end])]
        inside.insert(plass, ny)
        return [Lapp(node.start, node.end, "{" + ", ".join(inside) + "}")]
    if not items:
        close = node.end - 1
        blank = not text[node.opened : close].strip()
        return [Lapp(node.opened, close if blank else node.opened, ny)]
    if plass < len(items):
        start = items[plass].start
        own = flate.først_på_linjen(start)
        return [Lapp(start, start, f"{ny},\n{' ' * flate.kolonne(start)}" if own else f"{ny}, ")]
    last = items[-1]
    after = _foran_komma(text[last.start : last.end])
    if not flate.først_på_linjen(last.start):
        return [Lapp(last.start, last.end, f"{after}, {ny}")]
    comma = _comma(flate, last.end)
    front = "\n" + " " * flate.kolonne(last.start)
    if comma:
        end = flate.linjeslutt(comma) if _rest_is_comment(flate, comma) else comma
        return [Lapp(end, end, f"{front}{ny},")]
    end = flate.linjeslutt(last.end) if _rest_is_comment(flate, last.end) else last.end
    return [Lapp(last.start, last.end, f"{after},"), Lapp(end, end, front + ny)]


def ta_bort(flate: Flate, node: Kart | Liste, plass: int) -> list[Lapp]:
    """Return the changes that take one of several things out of brackets, with its comma and its comments."""
    assert node.opened is not None, "a pair without brackets is never taken apart"
    items = node.items
    item = items[plass]
    comma = _comma(flate, item.end)
    if flate.først_på_linjen(item.start) and _rest_is_comment(flate, comma or item.end):
        start, end = flate.begynnelse(item, items[plass - 1] if plass else None), flate.linjeslutt(comma or item.end)
        gone = [Lapp(start, end + 1, "")]
        if not comma and (left := _comma(flate, items[plass - 1].end)):
            gone.append(Lapp(left - 1, left, ""))  # none stood last, so none shall
        return gone
    if plass + 1 < len(items):
        return [Lapp(item.start, items[plass + 1].start, "")]
    before = items[plass - 1].end if plass else node.opened
    return [Lapp(before, item.end, " " if flate.text[before - 1] == ":" else "")]


def flytt(flate: Flate, node: Liste, fra: int, til: int) -> list[Lapp]:
    """Return the changes that move an item in brackets. Where each has lines of its own, its comments go with it."""
    text, items = flate.text, node.items
    order = list(range(len(items)))
    order.insert(til, order.pop(fra))
    texts = [_foran_komma(text[item.start : item.end]) for item in items]
    only_text = [Lapp(items[n].start, items[n].end, texts[m]) for n, m in enumerate(order)]
    places, pieces = [], []
    for n, item in enumerate(items):
        after = _comma(flate, item.end) or item.end
        if not flate.først_på_linjen(item.start) or not _rest_is_comment(flate, after):
            return only_text
        start, end = flate.begynnelse(item, items[n - 1] if n else None), flate.linjeslutt(after)
        places.append((start, end, text[item.end : after]))
        pieces.append((_foran_komma(text[start : item.end]), text[after:end]))
    return [Lapp(start, end, comma.join(pieces[order[n]])) for n, (start, end, comma) in enumerate(places)]


def _foran_komma(text: str) -> str:
    """Return the text of one of several things, with a blank where a comma right after it would be a part of a name."""
    return f"{text} " if text.endswith(":") else text


def _comma(flate: Flate, at: int) -> int | None:
    """Return the place after the comma that follows, None when the brackets close first."""
    found = _COMMA.match(flate.text, at)
    return found.end() if found else None


def _rest_is_comment(flate: Flate, at: int) -> bool:
    rest = flate.text[at : flate.linjeslutt(at)].strip(" \t")
    return not rest or rest.startswith("#")

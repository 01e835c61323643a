"""What differs between the text as it was written and as it is now: section by section, and word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from avtalegen.funn.begge import Begge, likt
from avtalegen.henting.samstilling import Pair, Work
from avtalegen.skrivere.word.tekst import FRONT, MARGINS, Item, Section

_WORD = re.compile(r"\w+")
_LONGEST_HEADING = 300  # characters of it in a path, where it stands once for each section below it

Slag = Literal["nytt", "fjernet", "endret", "flyttet"]

_PLACES = {FRONT: Begge(FRONT, "Framsida"), MARGINS: Begge(MARGINS, "Topptekst og botntekst")}
"""What a document has besides its headings, by what it is called where its text is stored."""


class Endring(NamedTuple):
    """A paragraph or a row of a table: new (no `før`), removed (no `nå`) or changed."""

    før: Item | None
    nå: Item | None

    @property
    def slag(self) -> Slag:
        """What has become of it."""
        return "nytt" if self.før is None else "fjernet" if self.nå is None else "endret"


class Avsnittsendring(NamedTuple):
    """What differs in one section.

    `sti` is its heading with those above it, from the outermost; for one that is removed as they were, else as they
    are. `tidligere` is what the heading was where it is another now. `slag` tells of the section as a whole.
    """

    sti: tuple[str, ...]
    slag: Slag
    endringer: tuple[Endring, ...]
    tidligere: str | None = None


class Stykke(NamedTuple):
    """A stretch of words, and whether it is on this side alone."""

    tekst: str
    endret: bool


def differences(old: Sequence[Section], new: Sequence[Section]) -> tuple[Avsnittsendring, ...]:
    """Return what differs, in the order of the new text; what is removed, where it was. Empty when nothing does."""
    if tuple(old) == tuple(new):
        return ()
    work = Work()
    old_paths, new_paths = paths(old), paths(new)
    moved = moved_sections(old, new, work)
    found: list[Avsnittsendring] = []
    for a, b in aligned(old, new, moved, work):
        if b is None:
            assert a is not None
            found.append(Avsnittsendring(old_paths[a], "fjernet", tuple(Endring(item, None) for item in old[a].items)))
        elif a is None:
            found.append(Avsnittsendring(new_paths[b], "nytt", tuple(Endring(None, item) for item in new[b].items)))
        else:
            changes = tuple(_items(old[a].items, new[b].items, work))
            before = old[a].heading if old[a].heading != new[b].heading else None
            slag: Slag = "flyttet" if (a, b) in moved or old[a].level != new[b].level else "endret"
            if changes or before is not None or slag == "flyttet":
                found.append(Avsnittsendring(new_paths[b], slag, changes, before))
    return tuple(found)


def paths(sections: Sequence[Section]) -> list[tuple[str, ...]]:
    """Return of each section its heading with those above it, from the outermost; what is very long is cut."""
    above: list[tuple[int, str]] = []
    found = []
    for section in sections:
        heading = section.heading
        if len(heading) > _LONGEST_HEADING:
            heading = f"{heading[: _LONGEST_HEADING - 1]}…"
        while above and above[-1][0] >= section.level:
            above.pop()
        found.append((*(one for _, one in above), heading))
        if section.level:
            above.append((section.level, heading))
    return found


def under(sti: Sequence[str]) -> Begge:
    """Return where in a document something is: the headings that it stands under, from the outermost."""
    alle = [_PLACES.get(en) or likt(en) for en in sti]
    return Begge(" › ".join(alle), " › ".join(en.nn for en in alle))


def words(before: str, now: str, work: Work) -> tuple[list[Stykke], list[Stykke]]:
    """Return both texts in stretches that tell which words are on that side alone."""
    a, b = before.split(" "), now.split(" ")
    left: list[Stykke] = []
    right: list[Stykke] = []
    for tag, a1, a2, b1, b2 in work.opcodes(a, b):
        if a2 > a1:
            left.append(Stykke(" ".join(a[a1:a2]), tag != "equal"))
        if b2 > b1:
            right.append(Stykke(" ".join(b[b1:b2]), tag != "equal"))
    return left, right


def _keys(sections: Sequence[Section]) -> list[tuple[str, int]]:
    return [(section.heading, section.level) for section in sections]


def moved_sections(old: Sequence[Section], new: Sequence[Section], work: Work) -> set[tuple[int, int]]:
    """Return the places of sections that each text has once, but not in the same order among the others."""
    a, b = _keys(old), _keys(new)
    in_a, in_b = Counter(a), Counter(b)
    once = {key: n for n, key in enumerate(b) if in_b[key] == 1 and in_a[key] == 1}
    kept = {key for tag, a1, a2, _, _ in work.opcodes(a, b) if tag == "equal" for key in a[a1:a2]}
    return {(n, once[key]) for n, key in enumerate(a) if key in once and key not in kept}


def aligned(old: Sequence[Section], new: Sequence[Section], moved: set[tuple[int, int]], work: Work) -> list[Pair]:
    """Return the places of sections that belong together, in the order of the new text."""
    from_old, from_new = {a for a, _ in moved}, {b for _, b in moved}
    left = [n for n in range(len(old)) if n not in from_old]
    right = [n for n in range(len(new)) if n not in from_new]
    pairs: list[Pair] = []
    for tag, a1, a2, b1, b2 in work.opcodes(_keys([old[n] for n in left]), _keys([new[n] for n in right])):
        if tag == "equal":
            pairs += zip(left[a1:a2], right[b1:b2], strict=True)
        else:
            unsure = work.paired([_said(old[n]) for n in left[a1:a2]], [_said(new[n]) for n in right[b1:b2]])
            pairs += ((a if a is None else left[a1 + a], b if b is None else right[b1 + b]) for a, b in unsure)
    # What is removed comes after what it stood after.
    placed: list[tuple[int, Pair]] = []
    after = -1
    for pair in pairs:
        after = after if pair[1] is None else pair[1]
        placed.append((after, pair))
    placed += ((b, (a, b)) for a, b in moved)
    return [pair for _, pair in sorted(placed, key=lambda one: one[0])]


def _items(old: Sequence[Item], new: Sequence[Item], work: Work) -> Iterator[Endring]:
    for a, b in items(old, new, work):
        before, now = None if a is None else old[a], None if b is None else new[b]
        if before != now:
            yield Endring(before, now)


def items(old: Sequence[Item], new: Sequence[Item], work: Work) -> Iterator[Pair]:
    """Give the places of the paragraphs and rows of one section that belong together, those that are equal too."""
    for tag, a1, a2, b1, b2 in work.opcodes(old, new):
        if tag == "equal":
            yield from zip(range(a1, a2), range(b1, b2), strict=True)
        else:
            for a, b in _paired(old[a1:a2], new[b1:b2], work):
                yield None if a is None else a1 + a, None if b is None else b1 + b


def _paired(old: Sequence[Item], new: Sequence[Item], work: Work) -> Iterator[Pair]:
    """Give paragraphs with paragraphs, and rows with rows, that are the same one changed; others stand alone."""
    if all(isinstance(item, tuple) for item in (*old, *new)):
        yield from _rows(old, new, work)
        return
    for a, b in work.paired([_words(item) for item in old], [_words(item) for item in new]):
        if a is not None and b is not None and isinstance(old[a], str) != isinstance(new[b], str):
            yield a, None
            yield None, b
        else:
            yield a, b


def _rows(old: Sequence[Item], new: Sequence[Item], work: Work) -> Iterator[Pair]:
    """Give rows that are about the same thing: those that begin alike, and among the others those that are alike."""
    for tag, a1, a2, b1, b2 in work.opcodes([row[0] for row in old], [row[0] for row in new]):
        if tag == "equal":
            yield from zip(range(a1, a2), range(b1, b2), strict=True)
        else:
            for a, b in work.paired([_words(row) for row in old[a1:a2]], [_words(row) for row in new[b1:b2]]):
                yield None if a is None else a1 + a, None if b is None else b1 + b


def _words(item: Item) -> list[str]:
    return _WORD.findall((item if isinstance(item, str) else " ".join(item)).casefold())


def _said(section: Section) -> list[str]:
    return [*_words(section.heading), *(word for item in section.items for word in _words(item))]

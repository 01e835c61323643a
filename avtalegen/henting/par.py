"""Which units of a text have become which of another: those that are the same one, changed or not."""

from __future__ import annotations

from collections.abc import Sequence

from avtalegen.henting.enheter import Enhet
from avtalegen.henting.forskjell import aligned, items, moved_sections
from avtalegen.henting.samstilling import Pair, Work
from avtalegen.skrivere.word.tekst import MARGINS, Section


def par(gamle: Sequence[Section], nye: Sequence[Section]) -> list[Pair]:
    """Return the places in `enheter` of the units that belong together, in the order of the new text.

    Where as many units have gone as have come at one place, and they are of the same kind, each is taken for the one
    in its place with another text: so is a value that is written over as a whole.
    """
    work = Work()
    fra, til = _begynner(gamle), _begynner(nye)
    alle: list[Pair] = []
    for a, b in aligned(gamle, nye, moved_sections(gamle, nye, work), work):
        if a is None or b is None or (første := fra[a]) is None or (andre := til[b]) is None:
            alle += ((nr, None) for nr in _i(fra, gamle, a))
            alle += ((None, nr) for nr in _i(til, nye, b))
            continue
        if gamle[a].level or nye[b].level:
            alle.append((første if gamle[a].level else None, andre if nye[b].level else None))
        første, andre = første + bool(gamle[a].level), andre + bool(nye[b].level)
        for x, y in items(gamle[a].items, nye[b].items, work):
            alle.append((None if x is None else første + x, None if y is None else andre + y))
    return alle


def på_plass(pairs: Sequence[Pair], gamle: Sequence[Enhet], nye: Sequence[Enhet]) -> list[Pair]:
    """Return the pairs with as many gone as come, of one kind at one place, taken for the same ones changed."""
    alle: list[Pair] = []
    løse: list[Pair] = []
    for ett in pairs:
        if None in ett:
            løse.append(ett)
        else:
            alle += (*_sammen(løse, gamle, nye), ett)
            løse = []
    return [*alle, *_sammen(løse, gamle, nye)]


def _sammen(løse: Sequence[Pair], gamle: Sequence[Enhet], nye: Sequence[Enhet]) -> Sequence[Pair]:
    borte, nytt = [a for a, _ in løse if a is not None], [b for _, b in løse if b is not None]
    like = len(borte) == len(nytt) and all(
        _slag(gamle[a]) == _slag(nye[b]) and gamle[a].tekst not in {nye[n].tekst for n in nytt if n != b}
        for a, b in zip(borte, nytt, strict=True)
    )
    return [*zip(borte, nytt, strict=True)] if like else løse


def _slag(enhet: Enhet) -> tuple[bool, bool, int]:
    return enhet.overskrift, enhet.rad, len(enhet.celler)


def _begynner(sections: Sequence[Section]) -> list[int | None]:
    """Return for each section the place of its first unit; None for the margins, which have none."""
    plasser: list[int | None] = []
    nr = 0
    for section in sections:
        if not section.level and section.heading == MARGINS:
            plasser.append(None)
            continue
        plasser.append(nr)
        nr += bool(section.level) + len(section.items)
    return plasser


def _i(plasser: Sequence[int | None], sections: Sequence[Section], nr: int | None) -> range:
    """Return the places of all the units of a section."""
    if nr is None or (first := plasser[nr]) is None:
        return range(0)
    return range(first, first + bool(sections[nr].level) + len(sections[nr].items))

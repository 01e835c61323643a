"""Paragraphs that have gone from one place and come in another: moved, as they were or with some words changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple, TypeGuard

from avtalegen.utgaver.sporing.biter import Avsnitt
from avtalegen.utgaver.sporing.blokker import Blokk
from avtalegen.utgaver.sporing.ordene import Strekk, forskjell
from avtalegen.utgaver.sporing.samstilling import likhet

_FLERE = 3  # words: with fewer, a paragraph by itself is only the same by chance
_MANGE, _LIKE = 5, 0.75  # what a paragraph that is changed as well must have
_MEST = 40_000  # pairs that are held together


class Flytting(NamedTuple):
    """What becomes of the text of a paragraph that is moved; those that are moved together have one number."""

    nummer: int
    strekk: list[Strekk]


def flyttinger(pairs: Sequence[tuple[Blokk | None, Blokk | None]]) -> dict[int, Flytting]:
    """Return what is moved, by its place among the pairs, both where it was and where it is."""
    sperret = _sperret(pairs)
    borte = {n: a for n, (a, b) in enumerate(pairs) if b is None and _flyttbart(a) and n not in sperret}
    nytt = {n: b for n, (a, b) in enumerate(pairs) if a is None and _flyttbart(b) and n not in sperret}
    if not borte or not nytt:
        return {}
    funnet = _like(borte, nytt)
    funnet |= _endret(
        {n: a for n, a in borte.items() if _står_i_likt(pairs, n, a)},
        {n: b for n, b in nytt.items() if _står_i_likt(pairs, n, b)},
        funnet,
    )
    funnet |= _ved_siden(borte, nytt, funnet)
    flyttet: dict[int, Flytting] = {}
    nummer = 0
    for n, m in sorted(funnet.items()):
        if funnet.get(n - 1) != m - 1:
            nummer += 1
        strekk = forskjell(borte[n].biter, nytt[m].biter)
        flyttet[n] = Flytting(nummer, [*_fra(strekk)])
        flyttet[m] = Flytting(nummer, [*_til(strekk)])
    return flyttet


def _flyttbart(blokk: Blokk | None) -> TypeGuard[Avsnitt]:
    """Tell whether a block can be marked as moved: a paragraph without links, of which LibreOffice leaves the end."""
    return isinstance(blokk, Avsnitt) and not any(bit.lenke for bit in blokk.stykker)


def _fra(strekk: Sequence[Strekk]) -> Iterator[Strekk]:
    for en in strekk:
        if en.hva != "inn":
            yield Strekk("fra", en.før, []) if en.hva == "står" else en


def _til(strekk: Sequence[Strekk]) -> Iterator[Strekk]:
    for en in strekk:
        if en.hva != "ut":
            yield Strekk("til", en.biter, []) if en.hva == "står" else en


def _sperret(pairs: Sequence[tuple[Blokk | None, Blokk | None]]) -> set[int]:
    """Return the places of paragraphs whose ends are needed where no pilcrow can be taken away (`fletting`)."""
    sperret: set[int] = set()
    for n, en in enumerate(pairs):
        if _løst(en) and (n + 1 == len(pairs) or _fast(pairs[n + 1])):
            hale: list[int] = []
            while n - len(hale) >= 0 and _løst(pairs[n - len(hale)]):
                hale.append(n - len(hale))
            for side in (0, 1):
                # The air around tables is never moved, and may leave its part to the one before it.
                sperret.update([m for m in hale if isinstance(det := pairs[m][side], Avsnitt) and det.stykker][:1])
    return sperret


def _løst(en: tuple[Blokk | None, Blokk | None]) -> bool:
    return None in en and _avsnitt(en)


def _fast(en: tuple[Blokk | None, Blokk | None]) -> bool:
    """Tell whether no paragraph can run into this: a table, or an empty paragraph that stands."""
    gammel, ny = en
    if isinstance(gammel, Avsnitt) and isinstance(ny, Avsnitt):
        return not gammel.stykker and not ny.stykker
    return not _avsnitt(en)


def _avsnitt(en: tuple[Blokk | None, Blokk | None]) -> bool:
    return isinstance(en[0] or en[1], Avsnitt)


def _står_i_likt(pairs: Sequence[tuple[Blokk | None, Blokk | None]], n: int, avsnitt: Avsnitt) -> bool:
    """Tell whether what stands after a paragraph looks like it.

    LibreOffice gives that the style of a paragraph that is both moved and changed, when it takes it away.
    """
    for gammel, ny in pairs[n + 1 :]:
        if gammel is not None and ny is not None:
            return all(isinstance(en, Avsnitt) and en.form == avsnitt.form for en in (gammel, ny))
    return False


def _like(borte: dict[int, Avsnitt], nytt: dict[int, Avsnitt]) -> dict[int, int]:
    """Return those that are equal, as many in both places."""
    fra: defaultdict[Hashable, list[int]] = defaultdict(list)
    til: defaultdict[Hashable, list[int]] = defaultdict(list)
    for steder, alle in ((fra, borte), (til, nytt)):
        for n, en in alle.items():
            if len(en.ord) >= _FLERE:
                steder[en.nøkkel].append(n)
    return {
        n: m
        for key, places in fra.items()
        if len(places) == len(til.get(key, ()))
        for n, m in zip(places, til[key], strict=True)
    }


def _endret(borte: dict[int, Avsnitt], nytt: dict[int, Avsnitt], funnet: dict[int, int]) -> dict[int, int]:
    """Return those that are nearly equal, each the one that is most so."""
    til = {*funnet.values()}
    fra = {n: en for n, en in borte.items() if n not in funnet and len(en.ord) >= _MANGE}
    mot = {m: en for m, en in nytt.items() if m not in til and len(en.ord) >= _MANGE}
    if len(fra) * len(mot) > _MEST:
        return {}
    alike = sorted(
        ((likhet(a, b), -n, -m) for n, a in fra.items() for m, b in mot.items() if a.stil == b.stil), reverse=True
    )
    found: dict[int, int] = {}
    for like, n, m in alike:
        if like < _LIKE:
            break
        if -n not in found and -m not in {*found.values()}:
            found[-n] = -m
    return found


def _ved_siden(borte: dict[int, Avsnitt], nytt: dict[int, Avsnitt], funnet: dict[int, int]) -> dict[int, int]:
    """Return short ones that are moved together with others, such as a heading with its text."""
    alle = dict(funnet)
    til = {*funnet.values()}
    for step in (1, -1):
        for n, m in sorted(alle.items(), reverse=step < 0):
            a, b = n + step, m + step
            while (
                a in borte and b in nytt and a not in alle and b not in til
                and borte[a].ord and borte[a].nøkkel == nytt[b].nøkkel
            ):  # fmt: skip
                alle[a] = b
                til.add(b)
                a, b = a + step, b + step
    return alle

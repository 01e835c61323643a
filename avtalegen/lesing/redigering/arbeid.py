"""One change of a text: its small steps, each made by patches and held against what it should give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Related, Rute, Span
from avtalegen.lesing import Source, parse, to_data, verditekst
from avtalegen.lesing.redigering import blokk, bytt, klammer, skritt, trinn
from avtalegen.lesing.redigering.endringer import Alias, Endring, RedigeringFeil
from avtalegen.lesing.redigering.flate import Flate
from avtalegen.lesing.redigering.henvisninger import Delt, delt, skrevet_ut, verdien
from avtalegen.lesing.redigering.lapper import Lapp, lappet
from avtalegen.lesing.redigering.mengde import i_filen, nekt_for_mye
from avtalegen.lesing.redigering.syntakstre import Kart, Liste, Skalar
from avtalegen.lesing.redigering.umulig import UmuligError
from avtalegen.lesing.text import decode, without_forbidden

_Skritt = tuple[trinn.Skritt, Any]
"""A small change, and what the file holds after it."""
_KEPT = 4  # files read: the one that is edited, as it is and as it was just before
_EMPTY = "YML009"
_MARK = "\ufeff"  # the text has none, and the reader takes one away
_NEXT_DOCUMENT = re.compile(r"^(?:---|\.\.\.)(?=\s|$)", re.MULTILINE)


def er_tom(source: Source) -> bool:
    """Tell whether a file has nothing but comments, and perhaps a sign for nothing."""
    return source.root is None and any(found.code == _EMPTY for found in source.diagnostics)


@lru_cache(maxsize=_KEPT)
def lest(data: bytes | str, fil: str) -> Source:
    """Return what `parse` does, once for all who try change after change of a file: no tree is ever changed.

    Whoever changes a text must know of the items with nothing in them too.
    """
    return parse(data, fil, all_items=True)


@lru_cache(maxsize=_KEPT)
def _flate(text: str, fil: str) -> Flate:
    """Return a text as the reader reads it, which has the same offsets."""
    return Flate(without_forbidden(decode(_MARK + text, fil)[0], fil)[0])


class Arbeid:
    r"""A text to change. `fil` is its name in messages; `alias` says what to do where a value stands in several places.

    The text has `\n` for every line break and no byte order mark; the rest of it is as it is written.
    """

    def __init__(self, text: str, fil: str, alias: Alias) -> None:
        self._text, self._fil, self._alias = text, fil, alias

    def gjør(self, endringer: Iterable[Endring]) -> str:
        """Return the text with some changes made, one after the other. Raises `RedigeringFeil`."""
        root = self._lest(self._text).root
        data: Any = to_data(root) if root else {}
        steps: list[_Skritt] = []
        for endring in endringer:
            nekt_for_mye(endring, self._sted(endring.rute))
            try:
                steps += skritt.skrittene(data, endring)
            except UmuligError as error:
                self._alle(steps)
                raise RedigeringFeil(self._sted(error.sti), error.melding, error.råd) from None
            data = steps[-1][1] if steps else data
        self._alle(steps)
        return self._text

    def _alle(self, steps: Sequence[_Skritt]) -> None:
        """Make the small changes: as many at a time as have nothing to do with each other.

        Reading is what takes time, and changes here and there don't need the file read again in between.
        """
        done = 0
        while done < len(steps):
            flate = self._flate()
            number = _hver_for_seg(flate, steps[done:])
            while number > 1 and not self._samlet(flate, steps[done : done + number]):
                number //= 2
            if number < 2:
                self._ett(*steps[done])
            done += max(number, 1)

    def _samlet(self, flate: Flate, steps: Sequence[_Skritt]) -> bool:
        """Make some small changes at once; False where that doesn't give what they give one after the other."""
        lapper = sorted((lapp for step, _ in steps for lapp in next(lappene(flate, step))), key=lambda lapp: lapp.start)
        if any(one.slutt > other.start or one.start == other.start for one, other in pairwise(lapper)):
            return False
        text = lappet(self._text, lapper)
        root = self._lest(text).root
        if root is None or to_data(root) != steps[-1][1]:
            return False
        self._text = text
        return True

    def _ett(self, step: trinn.Skritt, data: Any) -> None:
        flate = self._flate()
        while funnet := delt(flate, step):
            if self._alias == "nekt":
                raise self._flere_steder(flate, funnet)
            self._text = lappet(self._text, skrevet_ut(flate, funnet))
            flate = self._flate()
        funn: tuple[Diagnostic, ...] = ()
        for lapper in lappene(flate, step):
            text = lappet(self._text, lapper)
            source = self._lest(text)
            funn = source.diagnostics
            if to_data(source.root) == data if source.root else er_tom(source) and not data:
                self._text = text
                return
        raise i_filen(funn) or RedigeringFeil(self._sted(step.sti), *_hvorfor_ikke(flate, step))

    def _lest(self, text: str) -> Source:
        return lest(_MARK + text, self._fil)

    def _flate(self) -> Flate:
        return _flate(self._text, self._fil)

    def _flere_steder(self, flate: Flate, funnet: Delt) -> RedigeringFeil:
        node, bruk = funnet
        name = node.anchor or ""
        lines = ", ".join(dict.fromkeys(str(flate.text.count("\n", 0, one.start) + 1) for one in bruk))
        here = self._span(node.start, node.start + len(name) + 1)
        places = tuple(Related(self._span(one.start, one.end), likt(f"*{name} står her")) for one in bruk)
        return RedigeringFeil(
            here,
            Begge(
                f"Det som er skrevet her (&{name}), gjelder også i linje {lines} (*{name}), og ville blitt endret der.",
                f"Det som er skrive her (&{name}), gjeld òg i linje {lines} (*{name}), og ville blitt endra der.",
            ),
            Begge("Skriv det ut på hvert av stedene først.", "Skriv det ut på kvar av stadene først."),
            places,
        )

    def _sted(self, sti: Rute) -> Span:
        flate = self._flate()
        for length in range(len(sti), 0, -1):
            try:
                return self._span(flate.eier(sti[:length])[1].start)
            except KeyError:
                continue
        return self._span(0)

    def _span(self, start: int, end: int | None = None) -> Span:
        line, column = self._text.count("\n", 0, start) + 1, start - self._text.rfind("\n", 0, start)
        return Span(self._fil, line, column, line, column + (end or start) - start)


def _hver_for_seg(flate: Flate, steps: Sequence[_Skritt]) -> int:
    """Return how many of the first small changes are about values and keys in places apart from each other."""
    taken: set[Rute] = set()
    for number, (step, _) in enumerate(steps):
        if isinstance(step, trinn.NyNøkkel):
            way = (*step.sti, step.nøkkel)
        elif isinstance(step, trinn.Bytt) or (isinstance(step, trinn.TaBort) and isinstance(step.sti[-1], str)):
            way = step.sti
        else:
            return number
        if not taken.isdisjoint(way[: n + 1] for n in range(len(way))) or delt(flate, step):
            return number
        taken.add(way)
    return len(steps)


def _hvorfor_ikke(flate: Flate, step: trinn.Skritt) -> tuple[Begge, Begge]:
    over = flate.node(step.sti[:-1]) if step.sti else None
    if isinstance(over, Kart) and [par.name for par in over.items].count(str(step.sti[-1])) > 1:
        navn = step.sti[-1]
        return (
            Begge(f"«{navn}» står flere ganger på samme sted.", f"«{navn}» står fleire gonger på same stad."),
            Begge("Rett det for hånd først.", "Rett det for hand først."),
        )
    return (
        Begge(
            "Dette kan ikke endres uten at noe annet i filen blir lest på en annen måte.",
            "Dette kan ikkje endrast utan at noko anna i fila blir lese på ein annan måte.",
        ),
        Begge("Rett det for hånd.", "Rett det for hand."),
    )


def lappene(flate: Flate, step: trinn.Skritt) -> Iterator[list[Lapp]]:
    """Give the ways to make a small step, the best first. Which of them will do, is for the reader to say."""
    if not isinstance(flate.root, Kart):
        assert isinstance(step, trinn.NyNøkkel)
        for stil in (flate.stil, flate.stil._replace(blokk=False)):
            yield [*_i_tom_fil(flate, verditekst.par(step.nøkkel, step.verdi, 0, stil))]
    elif isinstance(step, trinn.NyNøkkel):
        yield from _ny_nøkkel(flate, step)
    elif isinstance(step, trinn.NyttPunkt | trinn.FlyttPunkt):
        yield from _i_listen(flate, step)
    else:
        over, eier = flate.eier(step.sti)
        if isinstance(step, trinn.TaBort):
            plass = next(n for n, one in enumerate(over.items) if one is eier)
            yield from [klammer.ta_bort(flate, over, plass)] if over.flow else blokk.ta_bort(flate, over, plass)
        elif isinstance(step, trinn.Bytt):
            yield from bytt.bytt(flate, over, eier, step.verdi, flate.stil_i(over))
        elif isinstance(eier.value, Skalar):
            yield from bytt.bytt(flate, over, eier, [verdien(eier.value)], flate.stil_i(over))
        else:
            yield bytt.til_liste(flate, over, eier, flate.stil_i(over), step.nøkkel)


def _i_listen(flate: Flate, step: trinn.NyttPunkt | trinn.FlyttPunkt) -> Iterator[list[Lapp]]:
    liste = flate.node(step.sti)
    assert isinstance(liste, Liste)
    if isinstance(step, trinn.FlyttPunkt):
        if liste.flow:
            yield klammer.flytt(flate, liste, step.fra, step.til)
        else:
            yield from blokk.flytt(flate, liste, step.fra, step.til)
    elif liste.flow:
        yield klammer.sett_inn(flate, liste, step.plass, verditekst.i_klammer(step.verdi, flate.stil))
    else:
        for stil in (flate.stil, flate.stil._replace(blokk=False)):
            yield from blokk.nytt_punkt(flate, liste, step.plass, step.verdi, stil)


def _ny_nøkkel(flate: Flate, step: trinn.NyNøkkel) -> Iterator[list[Lapp]]:
    kart = flate.node(step.sti)
    assert isinstance(kart, Kart)
    if kart.flow:
        ny = f"{verditekst.nøkkel(step.nøkkel, flow=True)}: {verditekst.i_klammer(step.verdi, flate.stil)}"
        yield klammer.sett_inn(flate, kart, blokk.plass_i(kart, step.nøkkel, step.rekkefølge), ny)
        return
    stil = flate.stil_i(kart)
    for one in (stil, stil._replace(blokk=False)):
        yield from blokk.ny_nøkkel(flate, kart, step.nøkkel, step.verdi, step.rekkefølge, one)


def _i_tom_fil(flate: Flate, lines: list[str]) -> Iterator[Lapp]:
    """Give the changes that put the first field in a file: after its comments, in front of a `...`."""
    text, new = flate.text, "\n".join(lines)
    found = _NEXT_DOCUMENT.search(text, flate.begins)
    end = found.start() if found else len(text)
    yield Lapp(flate.root.start, flate.root.end, "")  # what may stand there for nothing, such as `~`
    if text and not text[:end].endswith("\n"):
        yield Lapp(end, end, f"\n{new}")
    else:
        yield Lapp(end, end, f"{new}\n")

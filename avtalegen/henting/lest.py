"""What the values of a text have become in another text: what is typed at the edge of one, or over it, belongs to it.

The words between the values are ours. Where they all stand as they did, what is between them now are the values; where
several readings are as good, none is taken. Where our words are changed too, it is read word by word what each change
is within.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avtalegen.dokument.spor import Spenn
from avtalegen.henting.samstilling import Work, equal_ends

_MOST = 20_000  # characters of a paragraph that are read closely
_PLACES = 40  # where words of ours may stand, in a paragraph that has them so often that nobody could tell
_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


class Bit(NamedTuple):
    """A stretch of our own words that has become another."""

    før: str
    nå: str


class Lest(NamedTuple):
    """What each span shows now, in their order (None: it can't be told), and what else has changed."""

    verdier: tuple[str | None, ...]
    andre: tuple[Bit, ...] = ()
    tvetydig: bool = False


def les(gammel: str, spenn: Sequence[Spenn], ny: str, work: Work) -> Lest:
    """Return what the spans of `gammel`, which don't overlap, have become in `ny`."""
    verdier = tuple(gammel[s.fra : s.til] for s in spenn)
    if gammel == ny:
        return Lest(verdier)
    if max(len(gammel), len(ny)) > _MOST:
        return Lest((None,) * len(spenn), (Bit(gammel, ny),))
    faste = [gammel[a:b] for a, b in _mellom(spenn, len(gammel))]
    if spenn and (funnet := _Lesning(faste, verdier, ny).beste()) is not None:
        return funnet
    return _ord_for_ord(gammel, spenn, ny, work)


def _mellom(spenn: Sequence[Spenn], slutt: int) -> Iterator[tuple[int, int]]:
    fra = 0
    for ett in spenn:
        yield fra, ett.fra
        fra = ett.til
    yield fra, slutt


class _Vei(NamedTuple):
    """The best way on from a place: what it costs, how many ways are as good, and where the next value ends."""

    pris: tuple[int, int]
    veier: int
    slutt: int


class _Lesning:
    """The readings of a text in which all of our words stand."""

    def __init__(self, faste: Sequence[str], verdier: Sequence[str], ny: str) -> None:
        self.faste, self.verdier, self.ny = faste, verdier, ny
        self._kjent: dict[tuple[int, int], _Vei | None] = {}

    def beste(self) -> Lest | None:
        """Return the reading that changes the fewest values; None when our words don't all stand."""
        if not self.ny.startswith(self.faste[0]):
            return None
        # From the last value to the first: each asks what the ones after it have said.
        fra = {0: {len(self.faste[0])}}
        for nr in range(len(self.verdier)):
            fra[nr + 1] = {slutt + len(self.faste[nr + 1]) for start in fra[nr] for slutt in self._slutter(nr, start)}
            if not fra[nr + 1]:
                return None
        for nr in reversed(range(len(self.verdier))):
            for start in fra[nr]:
                self._kjent[nr, start] = self._vei(nr, start)
        første = self._kjent[0, len(self.faste[0])]
        if første is None:
            return None
        nå: list[str | None] = []
        start, vei = len(self.faste[0]), første
        for nr in range(len(self.verdier)):
            nå.append(self.ny[start : vei.slutt])
            start = vei.slutt + len(self.faste[nr + 1])
            if nr + 1 < len(self.verdier):
                neste = self._kjent[nr + 1, start]
                assert neste is not None
                vei = neste
        if første.veier > 1:
            return Lest(tuple(n if n == v else None for n, v in zip(nå, self.verdier, strict=True)), (), tvetydig=True)
        return Lest(tuple(nå))

    def _slutter(self, nr: int, start: int) -> list[int]:
        """Return where a value that begins at `start` can end."""
        fast = self.faste[nr + 1]
        if nr == len(self.verdier) - 1:
            slutt = len(self.ny) - len(fast)
            return [slutt] if slutt >= start and self.ny.endswith(fast) else []
        funnet: list[int] = []
        uendret = start + len(self.verdier[nr])
        if self.ny.startswith(self.verdier[nr], start) and self.ny.startswith(fast, uendret):
            funnet.append(uendret)
        sted = self.ny.find(fast, start)
        while sted >= 0 and len(funnet) < _PLACES:
            if sted not in funnet:
                funnet.append(sted)
            sted = self.ny.find(fast, sted + 1)
        return funnet

    def _vei(self, nr: int, start: int) -> _Vei | None:
        beste: _Vei | None = None
        for slutt in self._slutter(nr, start):
            endret, avstand = _pris(self.verdier[nr], self.ny[start:slutt])
            veier = 1
            if nr + 1 < len(self.verdier):
                neste = self._kjent.get((nr + 1, slutt + len(self.faste[nr + 1])))
                if neste is None:
                    continue
                endret, avstand, veier = endret + neste.pris[0], avstand + neste.pris[1], neste.veier
            if beste is None or (endret, avstand) < beste.pris:
                beste = _Vei((endret, avstand), veier, slutt)
            elif (endret, avstand) == beste.pris:
                beste = beste._replace(veier=beste.veier + veier)
        return beste


def _pris(før: str, nå: str) -> tuple[int, int]:
    """Return whether a value has changed, and how many characters of it."""
    if før == nå:
        return 0, 0
    først, sist = equal_ends(før, nå)
    return 1, len(før) + len(nå) - 2 * (først + sist)


def _ord_for_ord(gammel: str, spenn: Sequence[Spenn], ny: str, work: Work) -> Lest:
    a, b = _PIECE.findall(gammel), _PIECE.findall(ny)
    steder_a, steder_b = _steder(a), _steder(b)
    biter: list[list[tuple[int, int, str]]] = [[] for _ in spenn]
    tapt = [False] * len(spenn)
    andre: list[Bit] = []
    for tag, a1, a2, b1, b2 in work.opcodes(a, b):
        if tag == "equal":
            continue
        fra, til, tekst = steder_a[a1], steder_a[a2], ny[steder_b[b1] : steder_b[b2]]
        rører = [n for n, s in enumerate(spenn) if s.fra <= fra and til <= s.til]
        if len(rører) == 1:
            n = rører[0]
            biter[n].append((fra - spenn[n].fra, til - spenn[n].fra, tekst))
            continue
        andre.append(Bit(gammel[fra:til], tekst))
        for n, s in enumerate(spenn):
            tapt[n] |= n in rører or (s.fra < til and fra < s.til)
    verdier: list[str | None] = []
    for n, s in enumerate(spenn):
        verdi = gammel[s.fra : s.til]
        for fra, til, tekst in reversed(biter[n]):
            verdi = verdi[:fra] + tekst + verdi[til:]
        verdier.append(None if tapt[n] else verdi)
    return Lest(tuple(verdier), tuple(andre))


def _steder(biter: Sequence[str]) -> list[int]:
    steder = [0]
    for bit in biter:
        steder.append(steder[-1] + len(bit))
    return steder

"""One change between two editions taken back in the new one, by an edit of its file and of nothing else there.

What a change is called in the note doesn't say how it is written: a period may be one text, a member may be in a list
of one. So some ways are tried, the smallest first, and each is held against what was asked for: that change is gone,
and all the others are as they were. Where none does that, the change can't be taken back alone.

In the list that it is in, the others may come to be told in another way: which thing was which before is a matter of
likeness, and another thing is there to be like. And where a list can't be without anything, the thing that it has now
is put back together with what it came instead of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from functools import reduce
from typing import Any, NamedTuple

from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import to_data
from avtalegen.lesing.redigering import Endring as Redigering
from avtalegen.lesing.redigering import Fjern, Flytt, RedigeringFeil, Sett, SettInn, rediger
from avtalegen.lesing.redigering.overstyring import uten_tomme
from avtalegen.lesing.redigering.skritt import lest
from avtalegen.lesing.redigering.ulikt import felles_start
from avtalegen.modell.avtale import Avtale
from avtalegen.utgaver.endringer.endring import Endring, Slag
from avtalegen.utgaver.endringer.ledd import Mønster, mønster
from avtalegen.utgaver.endringer.likhet import hele
from avtalegen.utgaver.endringer.par import par
from avtalegen.utgaver.endringer.sammenligning import sammenlign

Redigeringer = tuple[Redigering, ...]


class _Nøkkel(NamedTuple):
    """What a change is known by when the things beside it in a list have other places than before."""

    slag: Slag
    gammelt_felt: Mønster
    felt: Mønster
    sagt: Hashable


def tilbakefør(
    gammel: Checked,
    ny: Checked,
    endringer: Sequence[Endring],
    alle: Sequence[Endring],
    les: Callable[[bytes], Avtale | None],
) -> Redigeringer | None:
    """Return the edits that take some of the changes (`sammenlign`) between two editions back; None when none do.

    `alle` are all the changes, those to take back among them. `les` reads the file of the new edition with another
    content; None when it can't be read as an agreement.
    """
    if gammel.avtale is None or ny.avtale is None or gammel.source.root is None:
        return None
    fil = ny.source.file
    før, dem = Counter(map(_nøkkel, alle)), Counter(map(_nøkkel, endringer))
    lister = {mønster(_listen(felt)) for en in endringer for felt in (en.gammelt_felt, en.felt)}
    for måte, i_listen in _måter(gammel.avtale, ny.avtale, to_data(gammel.source.root), endringer):
        try:
            avtale = les(rediger(ny.files[fil], fil, *måte).data)
        except RedigeringFeil:
            continue
        if avtale is None:
            continue
        etter = Counter(map(_nøkkel, sammenlign(gammel.avtale, avtale)))
        if etter == før - dem or (
            i_listen and _borte(dem, før, etter) and _utenfor(etter, lister) == _utenfor(før, lister)
        ):
            return måte
    return None


def _borte(dem: Counter[_Nøkkel], før: Counter[_Nøkkel], etter: Counter[_Nøkkel]) -> bool:
    return all(etter[en] <= før[en] - antall for en, antall in dem.items())


def _utenfor(endringer: Counter[_Nøkkel], lister: Set[Mønster]) -> Counter[_Nøkkel]:
    """Return the changes that are in none of some fields."""
    alle = endringer.items()
    return Counter({en: n for en, n in alle if not any(en.felt[: len(liste)] == liste for liste in lister)})


def _listen(rute: Rute) -> Rute:
    """Return the way to the outermost list that a way leads through; all of it when it leads through none."""
    return rute[: next((nr for nr, steg in enumerate(rute) if isinstance(steg, int)), len(rute))]


def _nøkkel(en: Endring) -> _Nøkkel:
    # What has changed in a thing that was moved, is told by changes of its own.
    sagt = () if en.slag is Slag.FLYTTET else (hele(en.før), hele(en.etter))
    return _Nøkkel(en.slag, mønster(en.gammelt_felt), mønster(en.felt), sagt)


def _måter(gammel: Avtale, ny: Avtale, data: Any, endringer: Sequence[Endring]) -> Iterator[tuple[Redigeringer, bool]]:
    """Give ways to take changes back, and whether the others of the same list may come to be told in another way."""
    over = [*_over(endringer)]
    # «2025–2026» is no two days.
    yield from ((_som_det_sto(data, *ett), False) for ett in over[:1] if isinstance(lest(data, ett[0]), str))
    if hver := [steg for en in endringer for steg in _steg(gammel, ny, data, en)]:
        yield tuple(sorted(hver, key=_orden)), True
    alt_i_listen = [en.felt for en in endringer if en.slag is Slag.LAGT_TIL]
    yield from ((_som_det_sto(data, fra, til), alt_i_listen == [til] * len(_liste(ny, til)) != []) for fra, til in over)


def _orden(steg: Redigering) -> tuple[int, int]:
    """Put what changes no positions first, and take away from the end of a list, so that the others keep theirs."""
    match steg:
        case Fjern(rute) if isinstance(rute[-1], int):
            return 1, -rute[-1]
        case SettInn(_, plass):
            return 2, plass
        case Flytt(_, _, til):
            return 3, til
    return 0, 0


def _steg(gammel: Avtale, ny: Avtale, data: Any, en: Endring) -> Redigeringer:
    match en.slag:
        case Slag.LAGT_TIL if en.rute is not None:
            return (Fjern(en.rute),)
        case Slag.ENDRET | Slag.OMDØPT if en.rute is not None and en.gammel_rute is not None:
            return _som_det_sto(data, en.gammel_rute, en.rute)
        case Slag.TATT_BORT if en.gammel_rute is not None:
            if not isinstance(en.gammel_rute[-1], int):
                return _som_det_sto(data, en.gammel_rute, en.felt)
            return _satt_inn(gammel, ny, data, en.gammel_rute, en.felt)
        case Slag.FLYTTET if en.rute is not None and en.gammel_rute is not None:
            return _flyttet(gammel, ny, data, en.gammel_rute, en.rute)
    return ()


def _som_det_sto(data: Any, fra: Rute, til: Rute) -> Redigeringer:
    verdi = uten_tomme(lest(data, fra))
    return (Fjern(til),) if verdi in (None, [], {}) else (Sett(til, verdi),)


def _satt_inn(gammel: Avtale, ny: Avtale, data: Any, fra: Rute, liste: Rute) -> Redigeringer:
    verdi = uten_tomme(lest(data, fra))
    i = fra[-1]
    assert isinstance(i, int)
    gamle, nye = _liste(gammel, fra[:-1]), _liste(ny, liste)
    return () if verdi is None else (SettInn(liste, _plass(par(gamle, nye), i, len(nye)), verdi),)


def _flyttet(gammel: Avtale, ny: Avtale, data: Any, fra: Rute, til: Rute) -> Redigeringer:
    i, j = fra[-1], til[-1]
    assert isinstance(i, int)
    assert isinstance(j, int)
    if mønster(fra) != mønster(til):
        # To the list that it was in, as it is written now.
        return (Fjern(til), *_satt_inn(gammel, ny, data, fra, fra[:-1]))
    # Where it comes among the others, as if it were not there itself.
    andre = [(a, b - (b > j)) for a, b in par(_liste(gammel, fra[:-1]), _liste(ny, til[:-1])) if b != j]
    return (Flytt(til[:-1], j, _plass(andre, i, len(_liste(ny, til[:-1])) - 1)),)


def _plass(parene: Iterable[tuple[int, int]], i: int, antall: int) -> int:
    """Return the place in the new list that comes after the one before `i` in the old; the first when none is left."""
    før = [(a, b) for a, b in parene if a < i]
    return min(max(før)[1] + 1, antall) if før else 0


def _liste(avtale: Avtale, rute: Rute) -> Sequence[Any]:
    """Return the list at a route; an empty one where there is none."""
    her: Any = avtale
    for steg in rute:
        try:
            her = her[steg] if isinstance(steg, int) else getattr(her, type(her).felter[steg].navn)
        except (AttributeError, IndexError, KeyError, TypeError):
            return ()
    return her if isinstance(her, tuple) else ()


def _over(endringer: Sequence[Endring]) -> Iterator[tuple[Rute, Rute]]:
    """Give the ways, in the old edition and in the new, to what all the changes are in, the nearest first."""
    gammel = reduce(felles_start, (en.gammelt_felt for en in endringer))
    ny = reduce(felles_start, (en.felt for en in endringer))
    while gammel and ny and mønster(gammel) == mønster(ny):
        yield gammel, ny
        gammel, ny = gammel[:-1], ny[:-1]

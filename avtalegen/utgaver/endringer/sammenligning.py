"""Two editions of an agreement held against each other, field by field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Any

from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.felt import Felt
from avtalegen.modell.parter import Kommune
from avtalegen.utgaver.endringer.endring import Endring, Slag
from avtalegen.utgaver.endringer.likhet import er_navn, hele, kjennetegn, sier_det_samme
from avtalegen.utgaver.endringer.par import flyttede, par

UTENOM: frozenset[tuple[type[Del], str]] = frozenset({(Avtale, "format"), (Avtale, "arv"), (Kommune, "navn")})
"""What says nothing of the agreement: the format, where the rest of it is written, and a name that the register has."""


def sammenlign(gammel: Avtale, ny: Avtale) -> tuple[Endring, ...]:
    """Return what has been changed from one edition to the other, in the order of the format.

    Everything that differs is in one change and no more. From `ny` to `gammel` the changes are the same ones the other
    way round (`Slag.speilet`).
    """
    return tuple(_mellom_lister(_i_delen(gammel, ny, (), ())))


def _i_delen(gammel: Del, ny: Del, gammel_rute: Rute, rute: Rute) -> Iterator[Endring]:
    for felt in type(ny).felter.values():
        if (type(ny), felt.navn) in UTENOM:
            continue
        før, etter = getattr(gammel, felt.navn), getattr(ny, felt.navn)
        her = (*gammel_rute, felt.nøkkel), (*rute, felt.nøkkel)
        if felt.mange:
            yield from _i_listen(før, etter, *her)
        elif isinstance(før, Del) and isinstance(etter, Del):
            yield from _i_delen(før, etter, *her)
        elif not sier_det_samme(før, etter):
            yield _endring(type(ny), felt, før, etter, *her)


def _endring(klasse: type[Del], felt: Felt, før: Any, etter: Any, gammel_rute: Rute, rute: Rute) -> Endring:
    if før is None:
        return Endring(Slag.LAGT_TIL, None, rute, None, etter, gammel_rute, rute)
    if etter is None:
        return Endring(Slag.TATT_BORT, gammel_rute, None, før, None, gammel_rute, rute)
    slag = Slag.OMDØPT if er_navn(klasse, felt) else Slag.ENDRET
    return Endring(slag, gammel_rute, rute, før, etter, gammel_rute, rute)


def _i_listen(gamle: tuple[Any, ...], nye: tuple[Any, ...], gammel_rute: Rute, rute: Rute) -> Iterator[Endring]:
    parene = par(gamle, nye)
    gammel_plass = {j: i for i, j in parene}
    tatt_bort = {*range(len(gamle))} - {i for i, _ in parene}
    flyttet = flyttede(parene, gamle, nye)
    for i in sorted(tatt_bort):
        yield Endring(Slag.TATT_BORT, (*gammel_rute, i), None, gamle[i], None, gammel_rute, rute)
    for j, etter in enumerate(nye):
        i = gammel_plass.get(j)
        if i is None:
            yield Endring(Slag.LAGT_TIL, None, (*rute, j), None, etter, gammel_rute, rute)
            continue
        før, her = gamle[i], ((*gammel_rute, i), (*rute, j))
        if (i, j) in flyttet:
            yield Endring(Slag.FLYTTET, *her, før, etter, gammel_rute, rute)
        if isinstance(før, Del):
            yield from _i_delen(før, etter, *her)
        elif not sier_det_samme(før, etter):
            yield Endring(Slag.ENDRET, *her, før, etter, gammel_rute, rute)


def _mellom_lister(endringer: Iterator[Endring]) -> Iterator[Endring]:
    """Make what was taken out of one list and put into another like it, one change: it was moved.

    Lists are like each other when they stand beside each other (the members from the kommune, and those who can take
    part), or are the same list of two things (the measures of two focus areas).
    """
    alle = list(endringer)
    borte: dict[Hashable, list[int]] = defaultdict(list)
    for nr, en in enumerate(alle):
        if en.slag is Slag.TATT_BORT and (nøkkel := _kan_flyttes(en)):
            borte[nøkkel].append(nr)
    flyttet: dict[int, int] = {}
    for nr, en in enumerate(alle):
        if en.slag is Slag.LAGT_TIL and (nøkkel := _kan_flyttes(en)) and (fra := borte.get(nøkkel)):
            flyttet[nr] = fra.pop(0)
    dratt = {*flyttet.values()}
    for nr, en in enumerate(alle):
        if nr in flyttet:
            før = alle[flyttet[nr]]
            assert før.gammel_rute is not None
            assert en.rute is not None
            yield Endring(Slag.FLYTTET, før.gammel_rute, en.rute, før.før, en.etter, før.gammelt_felt, en.felt)
            yield from _i_delen(før.før, en.etter, før.gammel_rute, en.rute)
        elif nr not in dratt:
            yield en


def _kan_flyttes(en: Endring) -> Hashable | None:
    """Return what two changes have in common when one thing may have been moved between two lists."""
    ting, sted = en.etter if en.slag is Slag.LAGT_TIL else en.før, en.sted
    if not isinstance(ting, Del) or not isinstance(sted[-1], int):
        return None
    kjent = next((en for en in kjennetegn(ting) if en is not None), None) or hele(ting)
    if len([steg for steg in sted if isinstance(steg, int)]) > 1:
        # One of the same list of another thing, such as a measure of another focus area.
        return type(ting), tuple(steg for steg in sted if isinstance(steg, str)), kjent
    return type(ting), sted[:-2], kjent

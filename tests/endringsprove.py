"""Changes made again, on plain data: what the changes between two editions say, and nothing else, makes the new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from avtalegen.dokument.spor import Rute
from avtalegen.modell.base import Del
from avtalegen.utgaver.endringer import Endring, Slag
from avtalegen.utgaver.endringer.likhet import betydning
from avtalegen.utgaver.endringer.sammenligning import UTENOM

Tre = Any
"""Values, and lists and mappings of them."""


def som_tre(ting: Any) -> Tre:
    """Return a part of an agreement as plain data, every field there, without what no change tells of."""
    if isinstance(ting, Del):
        return {
            felt.nøkkel: [*map(som_tre, verdi)] if felt.mange else som_tre(verdi)
            for felt in ting.felter.values()
            if (type(ting), felt.navn) not in UTENOM
            for verdi in (getattr(ting, felt.navn),)
        }
    return ting if ting is None else betydning(ting)


def anvendt(gammel: Tre, endringer: Sequence[Endring]) -> Tre:
    """Return the old edition with the changes made."""
    return _ved(gammel, (), (), endringer)


def _ved(gammel: Tre, gammel_rute: Rute, rute: Rute, endringer: Sequence[Endring]) -> Tre:
    for en in endringer:
        if en.slag in (Slag.ENDRET, Slag.OMDØPT) and (en.gammel_rute, en.rute) == (gammel_rute, rute):
            assert som_tre(en.før) == gammel
            return som_tre(en.etter)
    if isinstance(gammel, dict):
        return {nøkkel: _felt(gammel[nøkkel], (*gammel_rute, nøkkel), (*rute, nøkkel), endringer) for nøkkel in gammel}
    return gammel


def _felt(gammel: Tre, gammel_rute: Rute, rute: Rute, endringer: Sequence[Endring]) -> Tre:
    if isinstance(gammel, list):
        return _liste(gammel, gammel_rute, rute, endringer)
    for en in endringer:
        if en.slag is Slag.LAGT_TIL and en.rute == rute:
            assert gammel is None
            return som_tre(en.etter)
        if en.slag is Slag.TATT_BORT and en.gammel_rute == gammel_rute:
            assert som_tre(en.før) == gammel
            return None
    return _ved(gammel, gammel_rute, rute, endringer)


def _liste(gamle: list[Tre], gammel_rute: Rute, rute: Rute, endringer: Sequence[Endring]) -> list[Tre]:
    plassert: dict[int, Tre] = {}
    borte: set[int] = set()
    for en in endringer:
        hit = en.rute is not None and en.rute[:-1] == rute and isinstance(en.rute[-1], int)
        herfra = (
            en.gammel_rute is not None and en.gammel_rute[:-1] == gammel_rute and isinstance(en.gammel_rute[-1], int)
        )
        if en.slag in (Slag.LAGT_TIL, Slag.FLYTTET) and hit:
            assert en.rute is not None
            assert en.rute[-1] not in plassert
            ny = som_tre(en.etter)
            if en.slag is Slag.FLYTTET:
                # What is moved may be changed too; then other changes say how.
                assert en.gammel_rute is not None
                ny = _ved(som_tre(en.før), en.gammel_rute, en.rute, endringer)
            plassert[int(en.rute[-1])] = ny
        if en.slag in (Slag.TATT_BORT, Slag.FLYTTET) and herfra:
            assert en.gammel_rute is not None
            borte.add(int(en.gammel_rute[-1]))
    igjen = [i for i in range(len(gamle)) if i not in borte]
    nye: list[Tre] = []
    for plass in range(len(igjen) + len(plassert)):
        if plass in plassert:
            nye.append(plassert[plass])
        else:
            i = igjen.pop(0)
            nye.append(_ved(gamle[i], (*gammel_rute, i), (*rute, plass), endringer))
    return nye


def _i_listen(rute: Rute | None, liste: Rute) -> bool:
    return rute is not None and rute[:-1] == liste and isinstance(rute[-1], int)

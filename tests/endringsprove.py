"""Pairs of editions, and changes made again: what the changes between two say, and nothing else, makes the new."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from random import Random
from typing import Any

from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.utgaver.endringer import Endring, Slag
from avtalegen.utgaver.endringer.likhet import betydning
from avtalegen.utgaver.endringer.sammenligning import UTENOM
from tests.generator.sammensatt import lest_avtale

GRUNNLAG: dict[str, Any] = {
    "format": "1",
    "avtale": {},
    "parter": {"kommuner": [{"kommunenummer": "1859"}], "politi": {"distrikt": "Nordland"}},
}


def avtale(**deler: Any) -> Avtale:
    return Avtale.model_validate(deepcopy(GRUNNLAG) | deler)


def redigert_par(nummer: int) -> tuple[Avtale, Avtale]:
    """Return two editions: a generated agreement, and the same with parts of another in it, and some of it moved."""
    r = Random(nummer)
    én, annen = (lest_avtale(n)[1].model_dump(exclude_none=True) for n in (nummer, nummer + 1))

    def blandet(a: Any, b: Any) -> Any:
        if isinstance(a, dict) and isinstance(b, dict):
            return {nøkkel: blandet(a.get(nøkkel), b.get(nøkkel)) for nøkkel in a | b}
        if isinstance(a, list) and isinstance(b, list):
            alle = [*(ting for ting in a if r.random() < 0.8), *(ting for ting in b if r.random() < 0.3)]
            r.shuffle(alle)
            return [blandet(ting, r.choice(b)) if b and r.random() < 0.2 else ting for ting in alle] or a
        return r.choice((a, a, a, b))

    ny = blandet(én, annen) | {"parter": én["parter"], "format": "1"}
    ny.pop("periode", None)
    try:
        return Avtale.model_validate(én), Avtale.model_validate(ny)
    except ValueError:
        return Avtale.model_validate(én), Avtale.model_validate(annen)


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

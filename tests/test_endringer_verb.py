"""A field whose name is a verb or a question, is told of as something that is decided: it is no thing to have."""

from __future__ import annotations

import re
from typing import Any

import pytest

from avtalegen.komponering.sporsmaal import felt_tekst
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Målform
from avtalegen.utgaver.endringer.notat import linjene, notat
from avtalegen.utgaver.endringer.ord import i_målform
from tests.test_hvert_felt import agreement, filled, parts

SAGT = [*zip(Målform, ("ikke lenger bestemt", "ikkje lenger bestemt"), strict=True)]
_SPØRREORD = re.compile(r"(Hva|Hvem|Hvilke\w*|Hvor|Kva|Kven|Korleis|Kor|Når)\b")


def _enkeltfelt() -> list[tuple[Any, type[Del], Felt]]:
    return [
        (vei, del_, felt)
        for vei, del_ in parts()
        for felt in del_.felter.values()
        if not felt.mange and not del_i(felt.type)
    ]


@pytest.mark.parametrize("målform", Målform)
def test_every_field_that_is_called_a_verb_is_known_as_one(målform: Målform) -> None:
    ordene = i_målform(målform)
    verb = {
        kort
        for vei, del_, felt in _enkeltfelt()
        for kort in [felt_tekst(del_, felt, målform, (*(en.nøkkel for en in vei), felt.nøkkel)).kort]
        if _SPØRREORD.match(kort) or ordene.språk.kjente.er_finitt(kort[:1].lower() + kort[1:])
    }
    assert verb == {*ordene["verb"]}


@pytest.mark.parametrize(("målform", "sagt"), SAGT)
def test_what_is_called_a_verb_is_no_longer_decided_when_it_is_gone(målform: Målform, sagt: str) -> None:
    prøvd = 0
    for vei, del_, felt in _enkeltfelt():
        kort = felt_tekst(del_, felt, målform, (*(en.nøkkel for en in vei), felt.nøkkel)).kort
        if kort not in i_målform(målform)["verb"]:
            continue
        uten, med = (
            Avtale.model_validate(agreement(vei, felter)) for felter in ({}, {felt.nøkkel: filled(felt, "Noe").value})
        )
        linjer = [tekst for en in notat(med, uten, målform).avsnitt for _, tekst in linjene(en.setninger)]
        assert not any(f"{kort.casefold()}: ikk" in linje.casefold() and sagt not in linje for linje in linjer), linjer
        prøvd += any(f": {sagt}. Før: " in linje for linje in linjer)
    assert prøvd > 8


def test_a_meeting_no_longer_has_a_time_that_it_begins() -> None:
    møte = {"møter": {"plan": [{"dato": "1.3.2026", "klokkeslett": "09.00"}]}}
    uten = {"møter": {"plan": [{"dato": "1.3.2026"}]}}
    grunnlag = agreement((), {})
    for målform, sagt in SAGT:
        gammel, ny = (Avtale.model_validate({**grunnlag, "politiråd": råd}) for råd in (møte, uten))
        (linje,) = (tekst for en in notat(gammel, ny, målform).avsnitt for _, tekst in linjene(en.setninger))
        assert linje.endswith(f"begynner: {sagt}. Før: 09.00."), linje

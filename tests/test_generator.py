"""The generator of agreements reaches the whole format, and what it makes is read as it was meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalegen import register
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, Ordvalg, del_i
from avtalegen.modell.former import Målform, Status
from tests.formprove import les
from tests.generator import Generert, Oppskrift, avtale, avtaler, formatets_ruter, lest, mønster, verdi_ved, yamltekst
from tests.generator.blad import Liste, Node, Ting, blad_i
from tests.generator.former import RIKE_KORTFORMER, Skriver
from tests.generator.generert import _avtale
from tests.generator.ruter import Mønster, Rute
from tests.generator.strategi import genererte, ruter
from tests.grundig import GRUNDIG, antall, grundig
from tests.i_ett import i_ett

BLANDET = Oppskrift(arv=None)


@cache
def noen(n: int) -> tuple[Generert, ...]:
    """The first agreements; those who look at the same ones, make them once."""
    return tuple(avtaler(0, n, BLANDET))


def lik(a: Any, b: Any) -> bool:
    """Tell whether two values are the same, also in what equality doesn't look at («inntil 50 %»)."""
    return (
        bool(a == b)
        and type(a) is type(b)
        and all(getattr(a, navn, None) == getattr(b, navn, None) for navn in ("grense", "til", "ord"))
    )


def forventet(g: Generert) -> Avtale:
    checked = lest(g)
    assert checked.diagnostics == (), g.tekst
    assert checked.avtale is not None
    return checked.avtale


# ── It reaches everything ──


def test_every_leaf_of_the_format_is_reached_in_few_agreements() -> None:
    reached: set[Mønster] = set()
    for g in (*noen(20), avtale(20, Oppskrift(arv=True))):
        reached |= {mønster(rute) for rute in g.verdier}
    assert len(formatets_ruter()) > 450
    assert formatets_ruter().keys() - reached == set()


def deler(part: type[Del] = Avtale, over: Mønster = ()) -> Iterator[tuple[Mønster, type[Del]]]:
    """Yield each part of the format with the way to it."""
    yield over, part
    for felt in part.felter.values():
        if under := del_i(felt.type):
            yield from deler(under, (*over, felt.nøkkel))


KORTE = {part: rute for rute, part in deler() if part.kortform and rute}


def test_the_parts_whose_short_form_stands_for_several_fields_are_known() -> None:
    rike = {part.__name__ for _, part in deler() if "fra_tekst" in vars(part)}
    # Those of the others stand for one field, and are found by asking `fra_tekst`.
    ett_felt = {"Møter", "Vedlegg", "Vedtak", "Signatur", "Slt", "Taushetsplikt"}
    ett_felt |= {"Politiråd", "Tilstedeværelse", "Bemanning", "Utvidet", "Flytting", "Regionalt", "Evalueringsrapport"}
    assert rike - ett_felt == RIKE_KORTFORMER.keys()


@i_ett("part", KORTE, ids=lambda part: part.__name__)
def test_every_short_form_is_written(part: type[Del]) -> None:
    rute = KORTE[part]
    nøkkel = {"Responsmål": "minutter"}.get(part.__name__, str(part.kortform))
    # One with several in the field has no short form; the next has only one.
    for g in avtaler(1, 8, Oppskrift(0.0, status=Status.UTKAST, kommuner=1, med=frozenset({(*rute, nøkkel)}))):
        assert lest(g.omskrevet(1, "kort")).avtale == lest(g.omskrevet(1, "lang")).avtale
        if isinstance(Skriver(Random(1), "kort").data(_ting_ved(g.tre, rute)), str):
            return
    raise AssertionError("no text stands for the part")


def _ting_ved(node: Node, rute: Rute) -> Node:
    for nøkkel in rute:
        assert isinstance(node, Ting)
        node = node.felter[str(nøkkel)]
        node = node.ting[0] if isinstance(node, Liste) else node
    return node


@grundig  # sixty agreements; that every field is reached, is seen in `make test`
def test_every_choice_and_every_way_of_writing_it_is_drawn() -> None:
    ruter_ = frozenset(rute for rute, felt in formatets_ruter().items() if _er_valg(felt.type))
    alle = {ett for rute in ruter_ for ett in formatets_ruter()[rute].type}
    skrevet: dict[Ordvalg, set[object]] = {}
    for g in avtaler(0, 60, Oppskrift(0.0, med=ruter_)):
        for _, blad in blad_i(g.tre):
            if isinstance(blad.betydning, Ordvalg):
                skrevet.setdefault(blad.betydning, set()).update(blad.måter)
    assert skrevet.keys() == alle
    assert [ord_ for ett in alle for ord_ in ett.skrivemåter if ord_ not in skrevet[ett]] == []


def _er_valg(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Ordvalg)


@pytest.mark.parametrize("frø", range(antall(1, 60)))
def test_every_way_of_writing_a_value_means_what_it_is_said_to(frø: int) -> None:
    g = avtale(frø, Oppskrift(fylde=1.0))
    tried = set()
    for rute, blad in blad_i(g.tre):
        felt = formatets_ruter()[mønster(rute)]
        # The same field in another place is written in the same ways, and there are many of them.
        if (key := (str(felt.type), str(blad.måter))) not in tried:
            tried.add(key)
            for måte in blad.måter:
                assert lik(_lest_som(felt.type, måte), blad.betydning), (rute, måte)


def _lest_som(type_: Any, måte: Any) -> Any:
    if _er_valg(type_):
        from avtalegen.modell.base import _valg

        return _valg(type_)(måte)
    return les(type_, måte)


# ── It is valid, and read as it was meant ──


def test_what_writes_fast_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = [g.data for g in avtaler(0, antall(1, 300), BLANDET)]
    monkeypatch.setattr(yamltekst, "_Rask", None)
    assert [replace(g).data for g in avtaler(0, antall(1, 300), BLANDET)] == fast


def test_an_agreement_belongs_to_its_number() -> None:
    numbers = (5, 6) if GRUNDIG else (5,)
    first = [g.data for g in avtaler(5, len(numbers))]
    anew = [_avtale.__wrapped__(n, Oppskrift()) for n in numbers]
    assert [g.data for g in anew] == first
    assert len({g.data for g in noen(5)}) == 5


def test_no_two_texts_are_alike() -> None:
    seen: dict[str, tuple[int, Rute]] = {}
    delt = {"kommunenummer", "navn", "distrikt", "for", "fil", "organisasjonsnummer", "arv"}
    for g in noen(10):
        for rute, verdi in g.verdier.items():
            if type(verdi.betydning) is str and mønster(rute)[-1] not in delt:
                assert seen.setdefault(verdi.betydning, (g.nummer, rute)) == (g.nummer, rute)


def prøv_lesing(g: Generert) -> None:
    read = forventet(g)
    for rute, verdi in g.verdier.items():
        assert lik(verdi_ved(read, rute), verdi.betydning), rute


@pytest.mark.parametrize("første", range(0, antall(5, 400), 5))
def test_the_values_come_back_as_they_were_made(første: int) -> None:
    for g in avtaler(første, 5, BLANDET):
        prøv_lesing(g)


@given(genererte(BLANDET))
def test_the_values_of_any_agreement_come_back_as_they_were_made(g: Generert) -> None:
    prøv_lesing(g)


@given(genererte(BLANDET))
def test_an_agreement_written_in_another_way_is_the_same(g: Generert) -> None:
    read = forventet(g)
    for annen in (g.omskrevet(1, "lang"), g.omskrevet(2, "kort"), g.omskrevet(3)):
        assert forventet(annen) == read


# The fields that can't be given another value alone, and why; all the others can.
BUNDNE: dict[Mønster, str] = {
    ("format",): "there is only one",
    ("periode", "løpende"): "what has an end, doesn't go on until somebody ends it",
}


def _står_fritt(rute: Rute) -> bool:
    return mønster(rute) not in BUNDNE


@pytest.mark.parametrize("bundet", BUNDNE, ids=".".join)
def test_what_is_not_changed_alone_can_not_be(bundet: Mønster) -> None:
    few = list(avtaler(0, 12, Oppskrift(0.0, med=frozenset({bundet, ("periode", "til")}))))
    changes = [(g, rute) for g in few for rute in g.verdier if mønster(rute) == bundet]
    assert len(changes) == len(few)
    with pytest.raises((LookupError, AssertionError)):
        all(prøv_endring(*change) is None for change in changes)


@given(genererte(), st.data())
def test_a_change_changes_that_value_alone(g: Generert, data: st.DataObject) -> None:
    prøv_endring(g, data.draw(ruter(g).filter(_står_fritt)))


def prøv_endring(g: Generert, rute: Rute) -> None:
    endret = g.med(rute)
    assert {r for r in g.verdier if not lik(g.verdier[r].betydning, endret.verdier[r].betydning)} == {rute}
    assert lik(verdi_ved(forventet(endret), rute), endret.verdier[rute].betydning)
    left = [v.betydning for v in g.uten(rute).verdier.values()]
    assert len(left) < len(g.verdier)
    taken = g.verdier[rute].betydning
    assert left.count(taken) < [v.betydning for v in g.verdier.values()].count(taken)


def test_what_is_wanted_is_there_and_what_is_not_wanted_is_not() -> None:
    møte = ("politiråd", "møter", "plan", "tema")
    wanted = Oppskrift(
        0.0, Målform.NYNORSK, Status.VEDTATT, kommuner=3, uten=frozenset({("slt",)}), med=frozenset({møte})
    )
    for g in avtaler(0, 10, wanted):
        read = forventet(g)
        assert (read.avtale.målform, read.avtale.status, len(g.kommuner)) == (Målform.NYNORSK, Status.VEDTATT, 3)
        assert any(mønster(rute) == møte for rute in g.verdier)
        assert read.slt is None
        distrikt = register.politidistrikt(read.parter.politi.distrikt)
        assert distrikt is not None
        assert {k.kommunenummer for k in read.parter.kommuner} <= set(distrikt.kommunenumre)
    full = avtale(1, Oppskrift(1.0, uten=frozenset({("slt",), ("politiråd", "møter")})))
    assert not [r for r in full.verdier if r[0] == "slt" or r[:2] == ("politiråd", "møter")]

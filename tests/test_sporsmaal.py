"""The texts of the forms: every field, list, choice and part has its own in both målformer, and nothing else has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from avtalegen.dokument.maler import MALER
from avtalegen.komponering.sporsmaal import FeltTekst, deler, en_av, felt_tekst, steder, valg_tekst
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.avsnittsvalg import Avsnitt
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, Ordvalg, del_i
from avtalegen.modell.deler import Punkt
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import FREMMEDE
from avtalegen.modell.moter import Møter
from avtalegen.modell.politirad import Rådsrolle
from avtalegen.modell.satsning import Satsningsområde
from avtalegen.modell.slt import Koordinator
from tests.i_ett import i_ett
from tests.maltekst import templates

FIL = MALER / "sporsmaal.yaml"
TEKSTER = read_yaml(FIL)
NB, NN = Målform
FORBUDT = re.compile(r"(?i)yaml|\bnøk(?:kel|ler|lar)|\bfelt(?:et|a|ene)?\b|innrykk|markdown|linjenummer|skjema|\bboks")
"""What somebody who has never seen a YAML file doesn't know, or what the page itself is made of."""
ANDRES = {
    NB: "ikkje kva kven kvar korleis kvifor nokon noko frå meir mykje gjeld gjer gjere heiter heite vere seier seie "
    "veit tek sjølv eigen eige eigne annan anna fleire saman utan utanom berre dei ein ei eit éin éi namn stad stader "
    "skule skular eining øving ope open ordninga stillinga vel dykk",
    NN: "ikke hva hvem hvor hvordan hvorfor hvilken hvilket hvilke hver hvert noen noe fra mer mye gjelder gjør gjøre "
    "heter hete være vært sier si vet tar selv egen eget egne annen annet flere sammen uten utenom bare dem dere en et "
    "én ett navn sted steder skole skoler enhet øvelse åpent åpen ordningen stillingen velg",
}
"""By målform, common words that only the other one has, besides those that the agreements are judged by."""
_ORD = re.compile(r"[^\W\d_]+")


def _klasser() -> tuple[type[Del], ...]:
    funnet: dict[type[Del], None] = {}

    def gå(klasse: type[Del]) -> None:
        if klasse not in funnet:
            funnet[klasse] = None
            for felt in klasse.felter.values():
                if under := del_i(felt.type):
                    gå(under)

    gå(Avtale)
    return tuple(funnet)


KLASSER = _klasser()
FELT = [(klasse, felt) for klasse in KLASSER for felt in klasse.felter.values()]


def _egne(klasse: type[Del]) -> list[str]:
    """Return the keys that a class declares itself, in their order."""
    arvet = {nøkkel for over in klasse.__mro__[1:] for nøkkel in getattr(over, "felter", {})}
    return [nøkkel for nøkkel in klasse.felter if nøkkel not in arvet]


def _felt_på(sted: tuple[str, ...]) -> tuple[type[Del], Felt]:
    """Return the class and the field that a way by keys leads to; `KeyError` when it leads nowhere."""
    klasse: type[Del] = Avtale
    for nøkkel in sted[:-1]:
        under = del_i(klasse.felter[nøkkel].type)
        assert under, sted
        klasse = under
    return klasse, klasse.felter[sted[-1]]


def _skrevet(data: Any = TEKSTER, vei: tuple[str, ...] = ()) -> Iterator[tuple[str, Målform, str]]:
    """Give every text in the file with the way to it, in each målform that it stands for."""
    if isinstance(data, str):
        for målform in [m for m in Målform if m.språkkode == vei[-1]] or Målform:
            yield ".".join(vei), målform, data
    elif isinstance(data, dict):
        for nøkkel, verdi in data.items():
            if nøkkel not in ("nøkler", "valgfri"):
                yield from _skrevet(verdi, (*vei, nøkkel))


def _mappinger(data: Any = TEKSTER) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        for verdi in data.values():
            yield from _mappinger(verdi)


def _felttekster(målform: Målform) -> dict[str, FeltTekst]:
    """Return the texts of every field, and of those that have others at one place."""
    vanlige = {f"{klasse.__name__}.{felt.nøkkel}": felt_tekst(klasse, felt, målform) for klasse, felt in FELT}
    return vanlige | {".".join(sted): felt_tekst(*_felt_på(sted), målform, sted) for sted in steder()}


def test_the_classes_are_those_of_the_format() -> None:
    assert [navn for navn in TEKSTER if navn[0] == "_"] == ["_deler", "_valg", "_steder"]
    assert [navn for navn in TEKSTER if navn[0] != "_"] == [klasse.__name__ for klasse in KLASSER]


@i_ett("klasse", KLASSER, ids=lambda klasse: klasse.__name__)
def test_a_class_has_texts_for_its_own_fields_in_their_order(klasse: type[Del]) -> None:
    assert [nøkkel for nøkkel in TEKSTER[klasse.__name__] if nøkkel != "_en"] == _egne(klasse)


def test_what_is_said_is_known_and_in_both_målformer() -> None:
    felt = [TEKSTER[klasse.__name__][nøkkel] for klasse in KLASSER for nøkkel in _egne(klasse)]
    kjent = {"nb", "nn", "kort", "hjelp", "enhet", "_en"}
    assert [ett for ett in [*felt, *TEKSTER["_steder"].values()] if not {"nb", "nn"} <= ett.keys() <= kjent] == []
    assert [ett for ett in _mappinger() if len(ett.keys() & {"nb", "nn"}) == 1] == []
    # One that is the same in both is written once, but for a question.
    to_ganger = [ett for ett in _mappinger() if ett.keys() == {"nb", "nn"} and ett["nb"] == ett["nn"]]
    assert [ett for ett in to_ganger if ett not in felt] == []
    assert [sted for sted, _, tekst in _skrevet() if not tekst.strip()] == []


@pytest.mark.parametrize("målform", Målform)
def test_a_list_can_say_one_of_it_and_nothing_else_can(målform: Målform) -> None:
    i_lister = {del_i(felt.type) for _, felt in FELT if felt.mange}
    assert [klasse.__name__ for klasse in KLASSER if any(en_av(klasse, målform)) != (klasse in i_lister)] == []
    assert [f"{k.__name__}.{f.nøkkel}" for k, f in FELT if any(felt_tekst(k, f, målform)[-3:]) != f.mange] == []
    for tekst in _felttekster(målform).values():
        if tekst.ny:
            assert re.match(r"Ny(tt)? ", tekst.ny), tekst
            assert tekst.en[0].isupper(), tekst
            assert tekst.den[0].islower(), tekst
            # They are about the same thing: «Nytt mål», «Mål», «målet».
            assert tekst.ny.split()[-1][:3].casefold() in tekst.en.casefold(), tekst
            assert tekst.en.split()[-1][:3].casefold() in tekst.den, tekst


def test_every_choice_has_a_name_and_nothing_else_has() -> None:
    valg = {felt.type for _, felt in FELT if isinstance(felt.type, type) and issubclass(felt.type, Ordvalg)}
    assert {klasse: [*navn] for klasse, navn in TEKSTER["_valg"].items()} == {
        klasse.__name__: [ett.value for ett in klasse] for klasse in valg
    }
    for klasse in valg:
        for målform in Målform:
            assert len({valg_tekst(ett, målform) for ett in klasse}) == len(klasse), klasse


@pytest.mark.parametrize("målform", Målform)
def test_the_places_of_a_section_are_called_by_the_headings_of_the_agreement(målform: Målform) -> None:
    maler = [path.read_text(encoding="utf-8") for path in templates(målform.språkkode)]
    overskrifter = {overskrift for mal in maler for overskrift in re.findall(r"(?m)^# (.+)$", mal)}
    assert {valg_tekst(avsnitt, målform) for avsnitt in Avsnitt} <= overskrifter


def test_every_key_at_the_top_belongs_to_one_part() -> None:
    nøkler = [nøkkel for del_ in deler(NB) for nøkkel in del_.nøkler]
    assert sorted(nøkler) == sorted(Avtale.felter.keys() - {"format", "arv"})
    assert [del_.id for del_ in deler(NB) if del_.valgfri] == ["oppgaver", "vedlegg", "egne-avsnitt"]
    assert [del_.nøkler for del_ in deler(NB)] == [del_.nøkler for del_ in deler(NN)]


@pytest.mark.parametrize("målform", Målform)
def test_a_part_says_what_it_is_and_what_to_do_first(målform: Målform) -> None:
    for del_ in deler(målform):
        assert len(del_.tittel.split()) <= 3, del_
        assert del_.innledning.endswith("."), del_
        assert not del_.neste.endswith((".", "?")), del_
        assert re.fullmatch(r"Uta?e?n .+\.", del_.uten), del_


def test_a_wording_for_one_place_is_another_than_the_usual() -> None:
    assert steder()
    for sted in steder():
        klasse, felt = _felt_på(sted)
        for målform in Målform:
            assert felt_tekst(klasse, felt, målform, sted) != felt_tekst(klasse, felt, målform), sted


@pytest.mark.parametrize("målform", Målform)
def test_a_question_is_one_and_a_label_is_short(målform: Målform) -> None:
    for sted, tekst in _felttekster(målform).items():
        assert tekst.spørsmål.endswith("?") or len(tekst.spørsmål.split()) <= 4, sted
        assert tekst.spørsmål[0].isupper(), sted
        assert tekst.kort[0].isupper(), sted
        assert 1 <= len(tekst.kort.split()) <= 3, sted
        assert not tekst.kort.endswith(("?", ".")), sted
        assert tekst.hjelp == "" or re.search(r"[.»]$", tekst.hjelp), sted
        assert tekst.hjelp[:1] == tekst.hjelp[:1].upper(), sted
        assert tekst.enhet == tekst.enhet.lower(), sted
        assert max(len(tekst.spørsmål), len(tekst.hjelp)) <= 110, sted


def test_nothing_is_said_of_what_people_do_not_see() -> None:
    assert [(sted, tekst) for sted, _, tekst in _skrevet() if FORBUDT.search(tekst)] == []


@pytest.mark.parametrize("målform", Målform)
def test_the_words_are_of_the_målform(målform: Målform) -> None:
    andres, fremmede = {*ANDRES[målform].split()}, FREMMEDE[målform]
    ordene = [(sted, _ORD.findall(tekst.casefold())) for sted, i, tekst in _skrevet() if i is målform]
    assert [(sted, ord_) for sted, alle in ordene for ord_ in alle if ord_ in andres or fremmede.har(ord_)] == []


def test_a_line_can_be_read_beside_another_window() -> None:
    assert [linje for linje in FIL.read_text(encoding="utf-8").split("\n") if len(linje) > 140] == []


def test_the_texts_are_looked_up_by_class_field_place_and_målform() -> None:
    per_år = felt_tekst(Møter, Møter.felter["per_år"], NN)
    assert per_år.spørsmål == "Kor mange møte har politirådet i året?"
    assert (per_år.kort, per_år.enhet, per_år.ny) == ("Møte i året", "møte i året", "")
    # A label is its own short name; a class asks as the one it inherits from.
    assert felt_tekst(Koordinator, Koordinator.felter["navn"], NN)[:2] == ("Namn", "Namn")
    # A list says what one of it is called, or leaves it to the class.
    assert felt_tekst(Satsningsområde, Satsningsområde.felter["tiltak"], NB)[-3:] == (
        "Nytt tiltak",
        "Tiltak",
        "tiltaket",
    )
    assert felt_tekst(Satsningsområde, Satsningsområde.felter["innhold"], NB)[-3:] == ("Nytt punkt", "Punkt", "punktet")
    hva = Punkt.felter["hva"]
    assert felt_tekst(Punkt, hva, NB, ("politiråd", "mandat", "hva")).spørsmål == "Hva er oppgaven?"
    assert felt_tekst(Punkt, hva, NB, ("politiråd", "oppfølging", "hva")) == felt_tekst(Punkt, hva, NB)
    assert valg_tekst(Rådsrolle.RÅDGIVENDE, NN) == "Rådgivande"
    satsing = next(del_ for del_ in deler(NN) if del_.id == "satsningsområder")
    assert (satsing.neste, satsing.uten) == (
        "Vel satsingsområde",
        "Utan dei står avtalen att med møte og roller.",
    )


def test_the_page_of_a_part_says_nothing_twice() -> None:
    sagt = [setning for del_ in TEKSTER["_deler"].values() for setning in _setninger(del_.get("innledning", {}))]
    hjelp = [setning for mapping in _mappinger() for setning in _setninger(mapping.get("hjelp", {}))]
    assert sagt
    assert set(sagt) & set(hjelp) == set()


def _setninger(tekst: Any) -> list[str]:
    return [
        setning
        for skrevet in (tekst.values() if isinstance(tekst, dict) else [tekst])
        for setning in skrevet.split(". ")
    ]

"""Proposals tried one by one and together, with an agreement small enough to count the words of."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.diagnostic import Diagnostic, Rute
from avtalegen.henting.enheter import enheter
from avtalegen.skrivere.word.tekst import Section
from avtalegen.tilbake import Ført, _Forsøk, sok, tilbake
from avtalegen.tilbake.forslag import EXHAUSTED, LEFT, UNREADABLE, Forslag
from avtalegen.tilbake.oversatt import NO_COUNTERPART
from avtalegen.tilbake.rest import NEW, Sted
from avtalegen.tilbake.sok import Søk
from avtalegen.tilbake.tre import Data, Endringer
from avtalegen.tilbake.utgave import Komponist, Utgave
from tests.i_ett import i_ett

LEDER, DAG, BY = ("leder",), ("dag",), ("by",)
DATA: Data = {"leder": "Kari", "dag": "mandag", "by": "Bodø", "punkt": ["a"]}


def galt(*meldinger: str) -> tuple[Diagnostic, ...]:
    return tuple(cast(Diagnostic, SimpleNamespace(message=en)) for en in meldinger)


FEIL = {"ingen": galt("Det er ingen leder.", "Skriv hvem det er."), "to": galt("Det er to."), "taus": ()}


class Setter(Komponist):
    """Composes a text of three paragraphs, the first two with the leader in them, without any templates."""

    def lag(self, data: Data) -> Utgave | tuple[Diagnostic, ...]:
        if data["leder"] in FEIL:
            return FEIL[data["leder"]]
        leder, dag, by = data["leder"], data["dag"], data["by"]
        linjer = f"Leder er {leder}", f"Spør {leder.split()[0]} først", f"Møter {dag} i {by}"
        laget = utgave(*linjer, data=data)
        vist = (leder, LEDER), (leder.split()[0], LEDER), (dag, DAG)
        alle = (
            en._replace(spenn=((Spenn(fra := linje.index(verdi), fra + len(verdi), rute),),))
            for en, linje, (verdi, rute) in zip(laget.enheter, linjer, vist, strict=True)
        )
        return laget._replace(enheter=tuple(alle))


def utgave(*linjer: str, data: Data = None) -> Utgave:
    sections = (Section("", 0, linjer),)
    return Utgave(data, sections, tuple(enheter(sections)))


def søk(*linjer: str, viser: dict[int, frozenset[Rute]] | None = None) -> Søk:
    """Look for what makes the agreement say these lines."""
    setter = Setter()
    nå = setter.lag(DATA)
    assert isinstance(nå, Utgave)
    return Søk(setter, DATA, nå, (Section("", 0, linjer),), viser or {})


def forslag(*måter: dict[Rute, Data], nye: tuple[int, ...] = (), ruter: tuple[Rute, ...] = (), **mer: Any) -> Forslag:
    return Forslag(tuple(map(Endringer, måter)), (), nye, ruter, "", "", **mer)


SOM_DET_ER = "Leder er Kari", "Spør Kari først", "Møter mandag i Bodø"


@i_ett(
    ("sier", "mål", "av", "borte"),
    [
        ("en to tre", "en to tre", [0], 0),
        ("en to tre", "en to fire", [2 * 100 + 1 + 2], 0),
        ("en to tre", "en to tre fire.", [2 * 100 + 1 + 2], 0),
        ("en to tre", "En to tre", [1 + 2], 0),  # only another capital
        ("en-to tre", "en -to tre", [1], 0),  # only a space
        (" ".join("abcdefghijklmnopqrstuvwxyzæøå" * 2), " ".join("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ" * 2), [99], 0),
        ("en to|tre fire fem", "en to", [0], 3 * 100 + 1),
        ("en to", "en to|tre, fire", [0, 3 * 100 + 1], 0),
    ],
)
def test_the_distance_is_counted_in_words(sier: str, mål: str, av: list[int], borte: int) -> None:
    avstand = søk(*mål.split("|")).måling(utgave(*sier.split("|")))
    assert (avstand.av, avstand.ord) == (tuple(av), borte + sum(av))


def test_together_they_are_taken_when_each_gives_what_it_should() -> None:
    ola, tirsdag = forslag({LEDER: "Ola"}, {LEDER: "Per"}, nye=(0, 1)), forslag({DAG: "tirsdag"}, nye=(2,))
    mål = "Leder er Ola", "Spør Ola først", "Møter tirsdag i Bodø"
    denne = søk(*mål)
    assert denne.alle([ola, tirsdag])
    assert denne.endringer == Endringer({LEDER: "Ola", DAG: "tirsdag"})
    assert (denne.avstand.ord, denne.prøvd) == (0, 1)
    assert [en.tekst for en in denne.utgave.enheter] == [*mål]
    for andre in (
        forslag(nye=(2,)),
        forslag({DAG: "tirsdag"}, nye=(2,), konflikt="uenige"),
        forslag({DAG: "onsdag"}, nye=(2,)),  # gives something else
        forslag({LEDER: "ingen"}),
    ):
        urørt = søk(*mål)
        assert not urørt.alle([ola, andre])
        assert (urørt.endringer, urørt.avstand) == (Endringer(), søk(*mål).avstand)
    # What gives what it should at its own place, and something else at another, is further off there.
    assert not søk("Leder er Ola", "Spør Kari først", "Møter tirsdag i Bodø").alle(
        [forslag({LEDER: "Ola"}, nye=(0,)), tirsdag]
    )


@i_ett(
    ("mål", "ett", "grunn", "verdier"),
    [
        (("Leder er Ola", "Spør Ola først"), forslag({LEDER: "Ola"}, nye=(0, 1)), None, {LEDER: "Ola"}),
        (("Leder er Ola", "Spør Ola først"), forslag({LEDER: "Ola"}), None, {LEDER: "Ola"}),
        (("Leder er Ola",), forslag(nye=(0,)), UNREADABLE, {}),
        (("Leder er Ola",), forslag({LEDER: "Per"}, nye=(0,)), UNREADABLE, {}),
        (("Leder er Ola",), forslag({LEDER: "ingen"}, nye=(0,)), "Det er ingen leder.", {}),
        (
            ("Leder er Ola",),
            forslag({LEDER: "taus"}, {LEDER: "ingen"}, {LEDER: "to"}, nye=(0,)),
            "Det er ingen leder.",
            {},
        ),
        (("Leder er Ola",), forslag({LEDER: "taus"}, nye=(0,)), UNREADABLE, {}),
        # The first that gives all of it, and the best when none does.
        (
            ("Leder er Ola", "Spør Ola først"),
            forslag({LEDER: "ingen"}, {LEDER: "Ola"}, {LEDER: "Per"}, nye=(0,)),
            None,
            {LEDER: "Ola"},
        ),
        (
            ("Leder er Ola Nes Moe", "Spør Ola først"),
            forslag({LEDER: "Ola"}, {LEDER: "Ola Nes"}, {LEDER: "Nes"}, nye=(0, 1)),
            None,
            {LEDER: "Ola Nes"},
        ),
        (
            ("Leder er Ola Nes Moe", "Spør Ola først"),
            forslag({LEDER: "Ola Nes"}, {LEDER: "Ola Moe"}, nye=(0,)),
            None,
            {LEDER: "Ola Nes"},
        ),
        # As far off all told.
        (("Leder er Ola",), forslag({LEDER: "Ola"}, nye=(0,)), UNREADABLE, {}),
        # Nearer, but not where it should be.
        (
            ("Leder er Ola", "Spør Ola først", "Møter mandag i Fauske"),
            forslag({BY: "Fauske"}, nye=(0,)),
            UNREADABLE,
            {},
        ),
    ],
)
def test_one_is_taken_in_the_way_that_gives_most(
    mål: tuple[str, ...], ett: Forslag, grunn: str | None, verdier: dict[Rute, Data]
) -> None:
    denne = søk(*mål, *SOM_DET_ER[len(mål) :])
    før = denne.avstand
    assert denne.ett(ett) == grunn
    assert denne.endringer == Endringer(verdier)
    assert (denne.avstand < før) == (grunn is None)
    assert denne.avstand == denne.måling(denne.utgave)


def test_no_more_ways_are_tried_when_one_gives_all_of_it() -> None:
    mål = "Leder er Ola", "Spør Ola først", "Møter mandag i Bodø"
    for nye, prøvd in (((0, 1), 2), ((), 3)):  # of what is about no unit, all are tried
        denne = søk(*mål)
        assert denne.ett(forslag({LEDER: "Ole"}, {LEDER: "Ola"}, {LEDER: "Per"}, nye=nye)) is None
        assert (denne.prøvd, denne.endringer.verdier) == (prøvd, {LEDER: "Ola"})


def test_what_shows_the_same_value_and_is_left_as_it_was_stands_in_the_way() -> None:
    """What is nearer all told: three words are right where the leader is, and one is wrong at the other place."""
    mål = "Leder er Ola Nes Moe", *SOM_DET_ER[1:]
    rutene = frozenset((LEDER,))
    for nye, viser, grunn in (
        ((0,), {0: rutene, 1: rutene}, f"{LEFT}1"),
        ((0,), {1: frozenset((DAG, (*LEDER, "navn")))}, f"{LEFT}1"),  # something within it
        ((0,), {0: rutene, 1: frozenset((DAG,)), 2: rutene}, None),
        ((0,), {}, None),
        ((0, 1), {0: rutene, 1: rutene}, None),
    ):
        denne = søk(*mål, viser=viser)
        assert denne.ett(forslag({LEDER: "Ola Nes Moe"}, nye=nye, ruter=(LEDER, BY))) == grunn
        assert denne.endringer == (Endringer() if grunn else Endringer({LEDER: "Ola Nes Moe"}))


def test_the_same_is_composed_once_and_what_cannot_be_made_is_nothing() -> None:
    denne = søk(*SOM_DET_ER)
    ola = Endringer({LEDER: "Ola"})
    assert denne.prøvd_med(ola) is denne.prøvd_med(Endringer({LEDER: "Ola"}))
    assert denne.prøvd == 1
    assert denne.prøvd_med(Endringer({("punkt", 3): "x"})) == ()
    begge = {LEDER: "Ola", DAG: "fredag"}, {("a",): (), ("b",): ()}
    snudd = ({rute: en[rute] for rute in reversed(en)} for en in begge)
    assert denne.prøvd_med(Endringer(*begge)) is denne.prøvd_med(Endringer(*snudd))
    assert denne.prøvd_med(Endringer({LEDER: "Ola"}, {("punkt",): ()})) is not denne.prøvd_med(ola)


@pytest.mark.parametrize(
    ("grense", "flest"),
    [
        ({"_MOST_TRIED": 3}, 3),
        ({"_MOST_UNITS": 8}, 2),
        ({"_MOST_UNITS": 7}, 1),
        ({"_MOST_UNITS": 3}, 1),
        ({"_MOST_CHARACTERS": 96}, 2),
        ({"_MOST_CHARACTERS": 95}, 1),
    ],
)
def test_no_more_are_composed_than_the_document_is_worth(
    monkeypatch: pytest.MonkeyPatch, grense: dict[str, int], flest: int
) -> None:
    for navn, tall in grense.items():
        monkeypatch.setattr(sok, navn, tall)
    denne = søk(*SOM_DET_ER)
    funnet = [denne.prøvd_med(Endringer({LEDER: f"{nr}"})) for nr in range(flest + 1)]
    assert [isinstance(en, Utgave) or en for en in funnet] == [True] * flest + [()]
    assert isinstance(denne.prøvd_med(Endringer({LEDER: "0"})), Utgave)
    assert denne.ett(forslag({LEDER: "x"})) == EXHAUSTED


class Prøver:
    """Takes the proposals whose text begins with a small letter, and remembers what it was asked."""

    def __init__(self) -> None:
        self.spurt: list[str] = []

    def alle(self, forslag: list[Forslag]) -> bool:
        self.spurt.append("".join(ett.nå for ett in forslag))
        return self.spurt[-1].islower()

    def ett(self, forslag: Forslag) -> str | None:
        self.spurt.append(f"{forslag.nå}?")
        return None if forslag.nå.islower() else "nei"


def test_proposals_that_do_not_go_together_are_halved() -> None:
    alle = [Forslag((), (), (), (), "", nå) for nå in "abCde"] + [Forslag((), (), (), (), "", "F", "uenige")]
    prøver = Prøver()
    forsøk = _Forsøk(cast(Søk, prøver), (), (), ())
    forsøk.prøv_alle(alle)
    assert prøver.spurt == ["abCdeF", "abC", "a?", "bC", "b?", "C?", "deF", "d?", "eF", "e?"]
    assert "".join(ett.nå for ett in forsøk.tatt) == "abde"
    assert [(ett.nå, grunn) for ett, grunn in forsøk.avvist] == [("C", "nei"), ("F", "uenige")]
    assert (forsøk.prøv(alle[0]), forsøk.prøv(alle[2])) == (True, False)
    for få, spurt in (("", []), ("a", ["a?"]), ("ab", ["ab"])):
        prøver.spurt = []
        forsøk = _Forsøk(cast(Søk, prøver), (), (), ())
        forsøk.prøv_alle(alle[: len(få)])
        assert (prøver.spurt, "".join(ett.nå for ett in forsøk.tatt)) == (spurt, få)


def test_what_differs_is_brought_back_or_told() -> None:
    setter = Setter()
    laget = setter.lag(DATA)
    assert isinstance(laget, Utgave)
    ny = (Section("", 0, ("Leder er Ola", "Spør Ola først", "Møter fredag i Bodø", "ny")),)
    svar = tilbake(setter, laget, laget.sections, ny)
    assert svar.endringer == Endringer({LEDER: "Ola", DAG: "fredag"})
    assert svar.ført == (Ført(("",), "Kari", "Ola", (LEDER,)), Ført(("",), "mandag", "fredag", (DAG,)))
    assert svar.rest == (Sted("ikke ført", ("",), None, "ny", None, NEW),)
    assert (svar.utgave, svar.andre_ord) == (setter.lag({**DATA, "leder": "Ola", "dag": "fredag"}), 0)
    # One place is changed, and the other left.
    uenig = tilbake(setter, laget, laget.sections, (Section("", 0, ("Leder er Ola Nes Moe", *SOM_DET_ER[1:])),))
    assert (uenig.endringer, [en.slag for en in uenig.rest]) == (Endringer(), ["ikke ført"])


def test_what_another_version_says_in_other_words_is_brought_back_or_told() -> None:
    setter = Setter()
    laget = setter.lag(DATA)
    assert isinstance(laget, Utgave)
    gammel, ny = (
        (Section("", 0, (f"Leder heter {leder}", f"Spør {leder} først", f"{ord_} mandag")),)
        for leder, ord_ in (("Kari", "Vi møtes"), ("Ola", "De møtes"))
    )
    svar = tilbake(setter, laget, gammel, ny)
    assert (svar.endringer, svar.andre_ord) == (Endringer({LEDER: "Ola"}), 2)
    assert svar.rest == (Sted("ikke ført", ("",), "Vi møtes mandag", "De møtes mandag", None, NO_COUNTERPART),)
    assert NO_COUNTERPART.startswith("Dette er skrevet med andre ord nå enn da dokumentet ble laget, ")

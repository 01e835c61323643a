"""What a pattern of our own sentences is said to begin and end with, is so in all that it matches."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import from_regex

from avtalegen.importering.egne.kanter import ALT, begynnelser, slutter
from avtalegen.importering.egne.ledet import Ledet
from avtalegen.importering.egne.monster import Mønster
from avtalegen.importering.egne.seksjon import _kandidatene
from avtalegen.importering.egne.treff import Kandidat, tatt_fra_hverandre
from avtalegen.komponering.sammensetting import struktur
from avtalegen.komponering.skjelett.enheter import Enhet
from avtalegen.komponering.skjelett.verdier import Felt, Ord, Rekke, Skrevet, Valg, Verdi
from tests.grundig import antall, utvalg

NAVN = Felt(("navn",), str)


def mønstrene() -> Iterator[Mønster]:
    """Give one of each pattern of the sections that has an edge."""
    sett: set[str] = set()
    for språk in ("nb", "nn"):
        for avsnitt in utvalg(struktur()["avsnitt"], 2):
            k = _kandidatene(språk, avsnitt)
            punktene = [p for alle in k.punkter.values() for p in alle]
            for en in (*k.overskrifter, *k.innledninger, *k.setninger, *punktene):
                m = en.mønster
                if m.kilde not in sett and (m._først, m._sist) != (ALT, ALT):
                    sett.add(m.kilde)
                    yield m


def test_all_that_a_pattern_matches_begins_and_ends_as_it_is_said_to() -> None:
    alle = [*mønstrene()]
    assert len(alle) > antall(30, 500)

    def prøv(m: Mønster) -> None:
        @settings(
            max_examples=antall(3, 60),
            database=None,
            derandomize=True,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(from_regex(m._variant(2), fullmatch=True))
        def har_dem(tekst: str) -> None:
            # A pattern that is all words of ours asks for the letter that they begin with in a document.
            først = tuple(ord_[:1].swapcase() + ord_[1:] for ord_ in m._først)
            assert tekst.startswith((*m._først, *først)), (m.kilde, m._først)
            assert tekst.endswith(m._sist), (m.kilde, m._sist)
            assert m.kan_stå_i(tekst), (m.kilde, m._bygd.krav)

        har_dem()

    for ett in utvalg(alle, 5):
        prøv(ett)


@pytest.mark.parametrize(
    ("deler", "først", "sist"),
    [
        ([Ord("Rådet møtes.")], ("Rådet", "rådet"), (".",)),
        ([NAVN, Ord(" møtes")], ALT, ("s",)),
        ([Valg((((), Ord("Rådet")), ((), Ord("Forumet")))), NAVN], ("Forumet", "Rådet", "forumet", "rådet"), ALT),
        ([Valg((((), Ord("Rådet")), ((), NAVN))), Ord(":")], ALT, (":",)),
        (
            [Ord("Møter"), Ord("."), Valg((((), Rekke((NAVN, Ord(" over.")))), ((), Ord(""))))],
            ("Møter", "møter"),
            (".",),
        ),
        ([Skrevet(NAVN, "punktum")], ALT, ("!", ".", ":", "?", "…")),
        ([Valg((((), Ord(", ")), ((), Ord(""))))], ALT, ALT),
        ([Ord("")], ALT, ALT),
        ([], ALT, ALT),
    ],
)
def test_an_edge_is_known_where_all_that_can_stand_there_is(
    deler: list[Verdi], først: tuple[str, ...], sist: tuple[str, ...]
) -> None:
    assert begynnelser(deler) == først
    assert slutter(deler) == sist


def test_a_text_of_the_parties_own_begins_with_what_is_led_in_with() -> None:
    setning = Skrevet(NAVN, "setning", ("Hensikten er å",), {"hvem": "Rådet"})
    assert Mønster([setning], ledet=Ledet.OM)._først == ("Hensikten", "Rådet")
    assert Mønster([setning], ledet=Ledet.HVEM)._først == ("Rådet",)
    assert Mønster([setning], ledet=Ledet.KANSKJE)._først == ALT
    treff = Mønster([setning], ledet=Ledet.OM).treff("Hensikten er å samarbeide.")
    assert isinstance(treff, re.Match)
    assert treff["g0"] == "samarbeide"


def test_a_pattern_has_words_of_ours_where_it_begins_with_one_and_is_not_put_together_to_tell() -> None:
    for m in mønstrene():
        assert m.bare_hull == (m._bygd.ord == 0), m.kilde
    m = Mønster([Ord("Rådet møtes "), NAVN])
    assert not m.bare_hull
    assert m.treff("Forumet møtes ofte") is None
    assert "_bygd" not in vars(m)
    assert m.treff("Rådet møtes ofte")
    assert "_bygd" in vars(m)


def test_what_is_always_there_is_asked_for_in_order_also_of_what_can_be_chosen() -> None:
    ofte = Valg((((), Ord("hver måned")), ((), Ord("to ganger i året"))))
    m = Mønster([NAVN, Ord(" møtes "), ofte, Valg((((), Ord(" (fast)")), ((), Ord("")))), Ord(".")])
    assert [m.kan_stå_i(f"Rådet {tekst}") for tekst in ("møtes hver måned.", "møtes to ganger i året (fast).")] == [
        True
    ] * 2
    for tekst in ("møtes ofte.", "møtes hver uke.", "møtes hver måned", "hver måned møtes de.", "treffes hver måned."):
        assert not m.kan_stå_i(f"Rådet {tekst}")


def test_of_the_items_of_a_list_with_the_same_pattern_the_first_is_meant() -> None:
    """That there are others is no reason to doubt it; for another sentence it is."""

    def tvil(liste: int | None) -> bool:
        steder = (("politiråd", "leder"), ("politiråd", "sekretær"))
        alle = [
            Kandidat(nr, Mønster([Ord("Rådet har "), Felt(sted, str), Ord(".")]), Enhet(nr, "punkt", ()), liste=liste)
            for nr, sted in enumerate(steder)
        ]
        [bit] = tatt_fra_hverandre("Rådet har det.", alle, 0)
        assert bit.kandidat is alle[0]
        return bit.tvil

    assert not tvil(liste=3)
    assert tvil(liste=None)

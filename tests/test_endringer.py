"""What has changed between two editions of an agreement, as data."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalegen.dokument.spor import vist
from avtalegen.modell.avtale import Avtale
from avtalegen.utgaver.endringer import Endring, Slag, sammenlign
from tests.endringsprove import anvendt, avtale, redigert_par, som_tre
from tests.generator import Generert, lest
from tests.generator.strategi import genererte, ruter
from tests.grundig import antall
from tests.i_ett import i_ett
from tests.skritt import steps


def endret(gammel: dict[str, Any], ny: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    """Return the kind and the two ways of each change."""
    endringer = sammenlign(avtale(**gammel), avtale(**ny))
    return [
        (en.slag.value, *(vist(rute) if rute is not None else None for rute in (en.gammel_rute, en.rute)))
        for en in endringer
    ]


def råd(**medlemmer: Any) -> dict[str, Any]:
    return {"politiråd": {"medlemmer": medlemmer}}


def områder(*navn: Any) -> dict[str, Any]:
    return {"satsningsområder": {"områder": [*navn]}}


MEDLEM = "politiråd.medlemmer.kommune"
OMRÅDE = "satsningsområder.områder"


@i_ett(
    ("gammel", "ny", "ventet"),
    [
        # A value.
        ({"periode": "2024–2025"}, {"periode": "2024–2025"}, []),
        (
            {"periode": "2024–2025"},
            {"periode": "2026–2029"},
            [("endret", "periode.fra", "periode.fra"), ("endret", "periode.til", "periode.til")],
        ),
        ({}, {"slt": "ja"}, [("lagt til", None, "slt")]),
        ({"slt": "ja"}, {}, [("tatt bort", "slt", None)]),
        ({"slt": "ja"}, {"slt": "nei"}, [("endret", "slt.etablert", "slt.etablert")]),
        # What is written in another way, says the same; a limit is part of an amount.
        (
            {"evaluering": {"neste": "1.5.2027", "hyppighet": "årlig"}},
            {"evaluering": {"neste": "2027-05-01", "hyppighet": "hvert år"}},
            [],
        ),
        (
            {"politikontakt": {"stillingsandel": "50 %"}},
            {"politikontakt": {"stillingsandel": "inntil 50 %"}},
            [("endret", "politikontakt[1].stillingsandel", "politikontakt[1].stillingsandel")],
        ),
        (
            {"politikontakt": {"tilstedeværelse": {"kommune": "Gol", "dager": "annenhver torsdag"}}},
            {"politikontakt": {"tilstedeværelse": {"kommune": "Gol", "dager": "den siste torsdagen"}}},
            [("endret", dager := "politikontakt[1].tilstedeværelse[1].dager", dager)],
        ),
        # A person by the name, an office by the title and the kommune.
        (
            råd(kommune=[{"tittel": "Rådmann", "navn": "Kari"}, "Ordfører"]),
            råd(kommune=["Ordfører", {"tittel": "Kommunedirektør", "navn": "Kari"}]),
            [("flyttet", f"{MEDLEM}[1]", f"{MEDLEM}[2]"), ("omdøpt", f"{MEDLEM}[1].tittel", f"{MEDLEM}[2].tittel")],
        ),
        (
            råd(kommune=[{"tittel": "Ordfører", "kommune": "Gol"}, {"tittel": "Ordfører", "kommune": "Hol"}]),
            råd(kommune=[{"tittel": "Ordfører", "kommune": "Hol", "navn": "Ola"}]),
            [("tatt bort", f"{MEDLEM}[1]", None), ("lagt til", None, f"{MEDLEM}[1].navn")],
        ),
        (
            råd(kommune=["Ordfører"]),
            råd(kommune=["Rektor"]),
            [("tatt bort", f"{MEDLEM}[1]", None), ("lagt til", None, f"{MEDLEM}[1]")],
        ),
        # From those who always take part to those who can.
        (
            råd(kommune=["Ordfører", "Rektor"], kan_delta=["Lege"]),
            råd(kommune=["Ordfører"], kan_delta=["Lege", "Rektor"]),
            [("flyttet", f"{MEDLEM}[2]", "politiråd.medlemmer.kan_delta[2]")],
        ),
        # A meeting by its date.
        (
            {"politiråd": {"møter": {"plan": ["1.3.2027", {"dato": "1.9.2027", "sted": "A"}]}}},
            {"politiråd": {"møter": {"plan": [{"dato": "1.9.2027", "sted": "B"}, "1.12.2027"]}}},
            [
                ("tatt bort", "politiråd.møter.plan[1]", None),
                ("endret", "politiråd.møter.plan[2].sted", "politiråd.møter.plan[1].sted"),
                ("lagt til", None, "politiråd.møter.plan[2]"),
            ],
        ),
        # A focus area by its name, else by likeness.
        (
            områder("Rus", "Forebygge organisert kriminalitet", "Vold"),
            områder("Vold", "Rus", "Forebygge organisert kriminalitet og arbeidslivskriminalitet"),
            [("flyttet", f"{OMRÅDE}[3]", f"{OMRÅDE}[1]"), ("omdøpt", f"{OMRÅDE}[2].navn", f"{OMRÅDE}[3].navn")],
        ),
        (
            områder({"navn": "Ungdom", "tiltak": ["Holde kurs for foreldre", "Besøke alle skolene hver høst"]}),
            områder({"navn": "Oppvekst", "tiltak": ["Besøke alle skolene hver høst", "Holde kurs for foreldre"]}),
            [
                ("omdøpt", f"{OMRÅDE}[1].navn", f"{OMRÅDE}[1].navn"),
                ("flyttet", f"{OMRÅDE}[1].tiltak[2]", f"{OMRÅDE}[1].tiltak[1]"),
            ],
        ),
        # A measure that is moved to another area, and changed.
        (
            områder({"navn": "Rus", "tiltak": ["Holde kurs"]}, {"navn": "Vold", "tiltak": ["Besøke skolene"]}),
            områder(
                {"navn": "Rus"}, {"navn": "Vold", "tiltak": [{"hva": "Holde kurs", "frist": "2027"}, "Besøke skolene"]}
            ),
            [
                ("flyttet", f"{OMRÅDE}[1].tiltak[1]", f"{OMRÅDE}[2].tiltak[1]"),
                ("lagt til", None, f"{OMRÅDE}[2].tiltak[1].frist"),
            ],
        ),
        # The only one of what has no name, is the one there was.
        (
            {"politikontakt": "Kari"},
            {"politikontakt": "Ola"},
            [("tatt bort", "politikontakt[1].navn[1]", None), ("lagt til", None, "politikontakt[1].navn[1]")],
        ),
        # A text in a list.
        (
            {"avtale": {"forrang": ["Avtalen", "Planene", "Referatene"]}},
            {"avtale": {"forrang": ["Planene", "Avtalen", "Referatet"]}},
            [
                ("flyttet", "avtale.forrang[1]", "avtale.forrang[2]"),
                ("endret", "avtale.forrang[3]", "avtale.forrang[3]"),
            ],
        ),
    ],
)
def test_what_is_changed_is_found_by_what_it_is(
    gammel: dict[str, Any], ny: dict[str, Any], ventet: list[tuple[str, str | None, str | None]]
) -> None:
    assert sorted(map(str, endret(gammel, ny))) == sorted(map(str, ventet))


def test_what_only_the_reader_of_the_file_sees_is_no_change() -> None:
    gammel = avtale(parter={"kommuner": [{"kommunenummer": "1859"}], "politi": "Nordland"})
    ny = avtale(parter={"kommuner": [{"kommunenummer": "1859", "navn": "Flakstad"}], "politi": "Nordland"})
    assert sammenlign(gammel, ny) == ()


@given(genererte(), st.integers(0, 9999), st.sampled_from(("lang", "kort", "blandet")))
def test_an_agreement_that_is_written_in_another_way_is_not_changed(g: Generert, frø: int, form: Any) -> None:
    én, annen = lest(g).avtale, lest(g.omskrevet(frø, form)).avtale
    assert én is not None
    assert annen is not None
    assert sammenlign(én, annen) == ()


@pytest.mark.parametrize("nummer", range(antall(1, 1500)))
def test_the_changes_are_all_there_is_and_the_same_from_both_sides(nummer: int) -> None:
    gammel, ny = redigert_par(nummer)
    endringer = sammenlign(gammel, ny)
    # The old edition with the changes made is the new one.
    assert anvendt(som_tre(gammel), endringer) == som_tre(ny)
    assert sammenlign(ny, ny) == ()
    tilbake = sammenlign(ny, gammel)
    assert Counter(map(_speilet, endringer)) == Counter((en.slag, en.gammel_rute, en.rute) for en in tilbake)


def _speilet(en: Endring) -> tuple[Slag, Any, Any]:
    return en.slag.speilet, en.rute, en.gammel_rute


@given(st.data())
def test_one_value_that_is_changed_is_one_change(data: st.DataObject) -> None:
    g = data.draw(genererte())
    rute = data.draw(ruter(g).filter(lambda rute: rute[0] not in ("format", "arv") and rute[1:2] != ("kommuner",)))
    try:
        annen = g.med(rute)
    except LookupError:
        return
    gammel, ny = lest(g).avtale, lest(annen).avtale
    if gammel is None or ny is None:
        return
    endringer = sammenlign(gammel, ny)
    dekket = [en for en in endringer if any(r is not None and r == rute[: len(r)] for r in (en.rute, en.gammel_rute))]
    assert dekket, rute
    assert dekket == list(endringer)
    assert len(endringer) == 1 or [en.slag for en in endringer] == [Slag.TATT_BORT, Slag.LAGT_TIL], endringer


def _mange(antall: int, fra: int = 0) -> Avtale:
    navn = [f"Område {n * 7919 % 1_000_003:x} for {n * 104729 % 999_983:x}" for n in range(fra, fra + antall)]
    return avtale(**områder(*navn[antall // 2 :], *navn[: antall // 2]))


def test_two_lists_of_thousands_are_compared_in_bounded_work() -> None:
    def arbeid(antall: int) -> int:
        en, annen = _mange(antall), _mange(antall, antall // 3)
        with steps() as brukt:
            sammenlign(en, annen)
        return brukt.taken

    lite, mye = arbeid(120), arbeid(480)
    assert mye < 8 * lite

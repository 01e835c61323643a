"""Whatever is wrong with an agreement, it has a row, and nothing in the row is made up."""

from __future__ import annotations

import json
from datetime import date

import pytest

from avtalegen.flyt import check
from avtalegen.modell.former import Målform
from avtalegen.oppfolging.formater import FORMATER, skriv
from avtalegen.oppfolging.hendelser import hendelser
from avtalegen.oppfolging.kalender import les
from avtalegen.oppfolging.kalender import skriv as skriv_kalender
from avtalegen.oppfolging.lesing import rad
from avtalegen.oppfolging.oversikt import Oversikt, oversikt
from avtalegen.oppfolging.rad import Rad
from avtalegen.regler import Valg
from tests.brutte_varianter import utvalg
from tests.generator import I_DAG, avtaler, lest
from tests.grundig import antall, noen_raskt

VALG = Valg(I_DAG)
MIDT_IMELLOM = "2000-01-01"
"""What stands in the place of a date that can't be read, while the rest is."""


def sammen(rader: list[Rad]) -> Oversikt:
    return oversikt(rader, I_DAG, 90, {}, [])


def test_what_is_broken_in_any_way_has_a_row_with_nothing_made_up() -> None:
    rader = []
    for navn, lag in utvalg(antall(4, grundig=2000)):
        rader.append(en := rad(check(lag(), "a.yaml", VALG), VALG))
        alt = json.loads(skriv(sammen([en]), "json", Målform.BOKMÅL))
        assert MIDT_IMELLOM not in json.dumps(alt["avtaler"]), navn
        assert not (en.lest and set(en.ulest) & {felt for felt, verdi in en._asdict().items() if verdi}), navn
    for format in FORMATER:
        assert skriv(sammen(rader), format, Målform.NYNORSK)


def test_one_value_that_cannot_be_read_leaves_the_other_cells_as_they_were() -> None:
    hel = "format: 1\navtale: {status: vedtatt}\nparter: {kommuner: 1859, politi: Nordland}\nperiode: 2026–2029\n"
    møter = "politiråd: {leder: ordfører, møter: {plan: [%s]}}\n"
    før = rad(check(hel + møter % "3.12.2026", "a.yaml", VALG), VALG)
    etter = rad(check(hel + møter % "32.13.2026", "a.yaml", VALG), VALG)
    assert etter.ulest == ("møte",)
    assert etter._replace(ulest=(), møte=før.møte, funn={}) == før._replace(funn={})


@pytest.mark.parametrize("dag", noen_raskt([date(2024, 1, 1), I_DAG, date(2035, 1, 1)], [I_DAG]))
def test_generated_agreements_stand_in_every_format_and_in_a_calendar_that_is_read_again(dag: date) -> None:
    valg = Valg(dag)
    alle = [lest(g, regler=True) for g in avtaler(0, antall(2, grundig=100))]
    o = oversikt([rad(checked, valg) for checked in alle], dag, 90, {}, ["Nordland"])
    for format in FORMATER:
        assert skriv(o, format, Målform.BOKMÅL)
    laget = [hendelser(checked.kontekst, None) for checked in alle if checked.kontekst]
    først = skriv_kalender(laget, "Alle")
    assert skriv_kalender(laget, "Alle", les(først, "alle.ics")) == først


def test_after_the_name_the_title_of_the_leader_has_a_small_letter() -> None:
    tekst = (
        "format: 1\navtale: {}\nparter: {kommuner: [{kommunenummer: 1859, leder: {tittel: Ordfører, navn: Kari}}], "
        "politi: Nordland}\npolitiråd: {leder: %s}\n"
    )
    ledere = [rad(check(tekst % leder, "a.yaml"), VALG).leder for leder in ("Ordføreren", "Rektor")]
    assert ledere == ["Kari, ordfører", "Rektor"]

"""Who leads the parties, who they are in a form without a table, and who signs on a line each."""

from __future__ import annotations

import pytest

from avtalegen.importering import importer, les
from tests.fortaltprove import feltene

MER = (
    "Barn og unge skal oppleve trygghet.\n\nTrafikken skal bli tryggere.\n\nFærre skal bruke rus.\n\nFlere skal delta."
)


def avtalen(over: str, under: str = "") -> dict[str, str]:
    tekst = f"Samarbeidsavtale\n\n{over}\n\n1. Formål\n\n{MER}\n\n{under}\n"
    return feltene(importer(les(tekst.encode(), "avtale.txt")))


@pytest.mark.parametrize(
    "sagt",
    [
        "Parter: Lom kommune, representert ved ordfører Kari Moen, og Innlandet politidistrikt, ved lensmann Ola Berg.",
        "Avtalen er inngått mellom politiet ved lensmannen i Lom, Ola Berg, og Lom kommune v/ordfører Kari Moen.",
        "Avtalen er mellom Lom kommune og politiet.\n\nOrdfører: Kari Moen\n\nLensmann i Lom er Ola Berg.",
        "Avtalen er mellom Lom kommune og politiet.\n\nOrdfører er Kari Moen, og lensmann er Ola Berg.",
        "Avtalen er mellom Lom kommune og politiet.\n\nFor kommunen: ordfører Kari Moen\n\n"
        "For politiet: lensmann Ola Berg",
    ],
)
def test_those_who_are_there_for_the_parties_lead_them(sagt: str) -> None:
    felt = avtalen(sagt)
    assert felt["parter.kommuner.0.leder.navn"] == "Kari Moen"
    assert felt["parter.politi.leder.navn"] == "Ola Berg"


@pytest.mark.parametrize(
    "sagt",
    [
        "Ordfører i Vågå er Kari Moen.",
        "For Vågå kommune: ordfører Kari Moen",
        "Lensmann: Ring sentralbordet.",
        "Politiet ved lensmann Ola Berg holdt et foredrag.",
        "Fylkeskommunen v/ordfører Kari Moen er orientert.",
    ],
)
def test_the_leader_of_another_kommune_or_one_who_only_did_something_leads_no_party(sagt: str) -> None:
    felt = avtalen(f"Avtalen er mellom Lom kommune og politiet.\n\n{sagt}")
    assert not [rute for rute in felt if rute.endswith("leder.navn")]


def test_the_parties_stand_beside_labels_on_the_first_page() -> None:
    felt = avtalen("Kommune: Lom\n\nPolitidistrikt: Innlandet\n\nKommune: ikke avklart")
    assert felt["parter.kommuner.0.kommunenummer"] == "3434"
    assert felt["parter.politi.distrikt"] == "Innlandet politidistrikt"
    assert "parter.kommuner.1.kommunenummer" not in felt


@pytest.mark.parametrize(
    "under",
    [
        "Lom kommune v/ordfører Kari Moen          Innlandet politidistrikt v/lensmann Ola Berg",
        "Underskrift ordfører: Kari Moen\n\nUnderskrift lensmann: Ola Berg",
        "Sted og dato: Lom, 12.06.2023\n\nordfører          lensmann\nKari Moen         Ola Berg",
        "Signert digitalt 12.06.2023\n\nKari Moen\n\nordfører\n\nOla Berg\n\nlensmann",
    ],
)
def test_those_who_sign_stand_on_a_line_each(under: str) -> None:
    felt = avtalen("Avtalen er mellom Lom kommune og Innlandet politidistrikt.", under)
    assert {felt["signaturer.0.navn"]: felt["signaturer.0.tittel"]} == {"Kari Moen": "ordfører"}
    assert {felt["signaturer.1.navn"]: felt["signaturer.1.tittel"]} == {"Ola Berg": "lensmann"}
    assert felt.get("avtale.dato") == ("12.6.2023" if "12.06" in under else None)


@pytest.mark.parametrize(
    ("sagt", "dato"),
    [
        ("Denne avtalen ble inngått 2. mai 2016.", "2.5.2016"),
        ("Avtala er underskriven av partane den 14. mars 2013.", "14.3.2013"),
        ("Lom 14/3-13", "14.3.2013"),
        ("Avtalen ble inngått 2. mai 2012 og endret 3. juni 2016.", None),
        ("Avtalen ble inngått etter mønster fra Vågå kommune 2. mai 2012.", None),
        ("Avtalen er inngått etter vedtak 3. mars 2010.", None),
        ("Leieavtalen for kontoret ble sagt opp 2. mai 2012.", None),
    ],
)
def test_a_sentence_tells_the_day_the_agreement_was_signed_when_it_is_about_no_other_day(
    sagt: str, dato: str | None
) -> None:
    assert avtalen("Avtalen er mellom Lom kommune og Innlandet politidistrikt.", sagt).get("avtale.dato") == dato


def test_the_years_in_the_title_are_the_period_where_nothing_else_says_it() -> None:
    for under, fra, til in (("Rådet møtes.", "2016", "2019"), ("Avtalen gjelder fra 1.6.2017.", "1.6.2017", None)):
        tekst = f"Avtale for Lom 2016–2019\n\nAvtalen er mellom Lom kommune og politiet.\n\n1. Tid\n\n{under}\n"
        felt = feltene(importer(les(tekst.encode(), "avtale.txt")))
        assert (felt.get("periode.fra"), felt.get("periode.til")) == (fra, til)


def test_the_unit_is_not_named_after_who_leads_it() -> None:
    felt = avtalen(
        "Avtalen er mellom Lom kommune og politiet ved lensmann Roar Bakke i Lom lensmannsdistrikt, "
        "Innlandet politidistrikt."
    )
    assert felt["parter.politi.enhet"] == "Lom lensmannsdistrikt"

"""The decision that an old agreement was made by, among others that it tells of."""

import pytest

from tests.fortaltprove import feltene, lest


@pytest.mark.parametrize(
    "foran",
    [
        "Saken ble første gang lagt fram for kommunestyret 14. november 2018 som sak 87/18, men ble utsatt.",
        "Formannskapet anbefalte avtalen 28. november 2018 i sak 87/18.",
        "Hovedutvalget for oppvekst behandlet den 28. november 2018 i sak 87/18.",
        "Den forrige avtalen ble vedtatt av kommunestyret 3. mars 2014 i sak 87/18.",
        "Kommunestyret i Skjåk vedtok sin avtale 5. november 2018 i sak 87/18.",
        "Kommunestyret vedtok budsjettet 12. desember 2018 i sak 87/18, og avtalen 12. desember 2018 i sak 98/18.",
    ],
)
def test_the_decision_is_the_one_that_the_agreement_was_made_by(foran: str) -> None:
    felt = feltene(lest(f"Vedtak\n\n{foran} Kommunestyret vedtok avtalen 12. desember 2018 i sak 98/18."))
    assert felt["parter.kommuner.0.vedtak.sak"] == "98/18"
    assert felt["parter.kommuner.0.vedtak.dato"] == "12.12.2018"


@pytest.mark.parametrize(
    ("setning", "organ", "dato"),
    [
        ("Formannskapet tilrådde avtalen 12. mars 2015, og kommunestyret vedtok den 26. mars 2015.", "k", "26.3.2015"),
        (
            "Kommunestyret ga formannskapet fullmakt, og formannskapet vedtok avtalen 3. mai 2016.",
            "f",
            "3.5.2016",
        ),
        ("Formannskapet vedtok avtala 3. mai 2016, og melde ho til kommunestyret 12. mai 2016.", "f", "3.5.2016"),
        (
            "Saka var i formannskapet 3. mai 2016 før kommunestyret godkjende avtala 12. mai 2016.",
            "k",
            "12.5.2016",
        ),
        ("Lagt fram for formannskapet 2. juni 2014 og godkjent av kommunestyret 19. juni 2014.", "k", "19.6.2014"),
        ("Formannskapet, som hadde fullmakt fra kommunestyret, vedtok avtalen 3. mai 2016.", "", ""),
        ("Godkjent av kommunestyret etter innstilling fra formannskapet 3. mai 2016.", "", ""),
        ("Avtalen trer i kraft når kommunestyret har vedtatt budsjettet, senest 15. desember 2016.", "", ""),
        ("Kommunestyret vedtok økonomiplanen 15. desember 2016.", "", ""),
    ],
)
def test_the_decision_is_that_of_the_organ_that_made_it(setning: str, organ: str, dato: str) -> None:
    felt = feltene(lest(f"Vedtak\n\n{setning}"))
    organet = {"k": "kommunestyret", "f": "formannskapet", "": None}[organ]
    assert felt.get("parter.kommuner.0.vedtak.organ") == organet
    assert felt.get("parter.kommuner.0.vedtak.dato", "") == dato


def test_of_several_organs_none_is_sure_when_no_one_is_said_to_have_decided() -> None:
    vedtak = [
        v
        for rute, v in lest(
            "Vedtak\n\nAvtalen ble behandlet i formannskapet 3. mai 2016 og i kommunestyret 12. mai 2016."
        ).verdier
        if "vedtak" in rute
    ]
    assert vedtak
    assert {v.sikkerhet for v in vedtak} == {"trolig"}

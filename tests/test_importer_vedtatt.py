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

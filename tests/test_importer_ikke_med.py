"""What is outside: what the council doesn't do, offices the agreement is not about; areas with measures on one line."""

from __future__ import annotations

import pytest

from tests.fortaltprove import feltene, lest


@pytest.mark.parametrize(
    ("setning", "ikke"),
    [
        ("Rådet behandler verken enkeltsaker eller klager på politiet.", ["enkeltsaker", "klager på politiet"]),
        ("Rådet drøfter ikke personalsaker.", ["personalsaker"]),
        ("Rådet skal ikkje handsame klager på tenestemenn.", ["handsame klager på tenestemenn"]),
        ("Det overprøver ikke vedtak i politiet.", ["overprøve vedtak i politiet"]),
        ("Rådet behandler ikke bare saker om unge.", []),
        ("Rådet kan ikke møtes i juli.", []),
    ],
)
def test_what_the_council_does_not_do_is_read_from_whatever_verb(setning: str, ikke: list[str]) -> None:
    felt = feltene(lest(f"Politirådet\n\nRådet møtes to ganger i året. {setning}"))
    assert [v for n, v in felt.items() if n.startswith("politiråd.gjør_ikke")] == ikke


@pytest.mark.parametrize(
    "andre",
    [
        "Kontoret i Vågå er åpent mandager kl. 10–13, og inngår ikke i avtalen.",
        "Namsmannen har åpent hver fredag kl. 10–13, men omfattes ikke av avtalen.",
        "Passkontoret i Vågå, åpent tirsdager kl. 9–11, ligger utenfor avtalen.",
    ],
)
def test_an_office_that_the_agreement_is_not_about_is_no_place_of_it(andre: str) -> None:
    felt = feltene(lest(f"Tjenestesteder\n\nLom lensmannskontor er åpent mandag–fredag kl. 9–15.\n\n{andre}"))
    steder = {n: v for n, v in felt.items() if n.startswith("tjenestetilbud.tjenestesteder")}
    assert [v for n, v in steder.items() if n.endswith("navn")] == ["Lom lensmannskontor"]
    assert not [v for v in steder.values() if "13" in v or "11" in v]


@pytest.mark.parametrize("fet", ["**", ""])
def test_an_area_may_have_its_measures_on_the_same_line(fet: str) -> None:
    felt = feltene(
        lest(
            f"3 Innsatsområder og tiltak\n\n{fet}Rus blant unge.{fet} Tiltak: Foreldremøter. Ansvarlig: rektor. "
            f"Frist: 1. mai 2021.\n\n{fet}Netthets.{fet} Tiltak: Kurs for lærere. Ansvarlig: SLT-koordinatoren. "
            "Frist: 1. juni 2021.\n\n## 4 Taushetsplikt\n\nAlle i rådet har taushetsplikt."
        )
    )
    navnene = [v for n, v in felt.items() if n.startswith("satsningsområder.områder") and n.endswith("navn")]
    assert navnene == ["Rus blant unge", "Netthets"]
    assert felt["satsningsområder.områder.1.tiltak.0.hva"] == "Kurs for lærere"
    assert felt["satsningsområder.områder.0.tiltak.0.frist"] == "1.5.2021"

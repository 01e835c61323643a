"""The comma between a clause and the verb that it stands in front of, as Språkrådet has it."""

from __future__ import annotations

import pytest

from avtalegen.dokument.maler import INGEN
from avtalegen.komponering.mal.egne_ord import words
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.modell.former import Målform
from tests.i_ett import i_ett
from tests.test_setninger import sagt

_VERDIER = {
    "avtale: { arkiv: 'Kommunen, eller den kommunedirektøren utpeker' }": (
        "Kommunen, eller den kommunedirektøren utpeker, arkiverer avtalen",
        "Kommunen, eller den kommunedirektøren utpeker, arkiverer avtalen",
    ),
    "avtale: { personvern: { behandlingsansvarlig: den som eier systemet } }": (
        "Den som eier systemet, er behandlingsansvarlig for",
        "Den som eier systemet, er behandlingsansvarleg for",
    ),
    "politiråd: { møter: { innkaller: sekretæren som rådet velger } }": (
        "Sekretæren som rådet velger, kaller inn.",
        "Sekretæren som rådet velger, kallar inn.",
    ),
    "politiråd: { saker_fra: [ordføreren, den rådet oppnevner] }": (
        "Ordføreren og den rådet oppnevner, melder inn saker.",
        "Ordføreren og den rådet oppnevner, melder inn saker.",
    ),
    "samarbeidsfora: { navn: Ungdomsforum, innkaller: 'rektor, i samråd med politikontakten' }": (
        "Rektor, i samråd med politikontakten, kaller inn til møtene.",
        "Rektor, i samråd med politikontakten, kallar inn til møta.",
    ),
    "forpliktelser: { andre: { part: de som driver ungdomshuset, skal: melde fra } }": (
        "De som driver ungdomshuset, skal melde fra.",
        "De som driver ungdomshuset, skal melde fra.",
    ),
    "evaluering: { ansvarlige: [politikontakten, den lederen peker ut], plan: { ansvarlig: den rådet velger } }": (
        "Politikontakten og den lederen peker ut, har sammen ansvaret for evalueringen. "
        "Den rådet velger, lager en plan for evalueringen.",
        "Politikontakten og den lederen peker ut, har saman ansvaret for evalueringa. "
        "Den rådet velger, lagar ein plan for evalueringa.",
    ),
    "periode: { revisjon: { hyppighet: hvert år, ansvarlig: politiet som sekretær } }": (
        "Politiet som sekretær har ansvaret for revisjonen.",
        "Politiet som sekretær har ansvaret for revisjonen.",
    ),
    "slt: { koordinator: { navn: Kari, vertskommune: kommunen som ansetter } }": (
        "Kommunen som ansetter, er vertskommune for stillingen.",
        "Kommunen som ansetter, er vertskommune for stillinga.",
    ),
}


@i_ett("yaml", _VERDIER)
def test_who_does_it_has_a_comma_after_its_clause(yaml: str) -> None:
    for målform, ventet in zip(Målform, _VERDIER[yaml], strict=True):
        assert ventet in sagt(yaml, målform)


@pytest.mark.parametrize("målform", Målform)
def test_only_what_ends_with_a_clause_has_a_comma(målform: Målform) -> None:
    språk = Språk(words(målform.språkkode, INGEN))
    for tekst in ("Kommunen", "de ansatte i politiet", "den lokale lederen", "Kari som leder", "kommunen og politiet"):
        assert språk.avgrenset(tekst) == tekst
    for tekst in ("den hun peker ut", "dei som møter", "politiet når det haster", "kommunen, eller politiet"):
        assert språk.avgrenset(tekst) == f"{tekst},"
    assert språk.avgrenset("den som leder, og politikontakten") == "den som leder, og politikontakten"

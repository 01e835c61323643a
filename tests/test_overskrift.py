"""A heading of their own is as the others of the document, however it was written."""

from __future__ import annotations

from avtalegen.komponering.spor.sporing import hel, rute_til
from avtalegen.komponering.sprak.overskrift import som_overskrift
from avtalegen.modell.former import Målform
from tests.i_ett import i_ett
from tests.test_setninger import sagt

PARTER = "Kvæfjord kommune Troms politidistrikt"


@i_ett(
    ("skrevet", "vist"),
    [
        ("TVISTER:", "Tvister"),
        ("Tvister :", "Tvister"),
        ("VARSLING OG BEREDSKAP.", "Varsling og beredskap"),
        ("RUS OG VOLD", "Rus og vold"),
        ("SLT-ARBEIDET I KVÆFJORD", "SLT-arbeidet i Kvæfjord"),
        ("POLITIET I TROMS", "Politiet i Troms"),
        ("3.2 Om SLT", "Om SLT"),
        ("§ 4. Samarbeidet", "Samarbeidet"),
        ("5. ØKONOMI", "Økonomi"),
        ("Frister mv.", "Frister mv."),
        ("Hva gjør vi?", "Hva gjør vi?"),
        # Not what it was copied with.
        ("17. mai", "17. mai"),
        ("110-sentralen", "110-sentralen"),
        ("SLT", "SLT"),
        ("RKK", "RKK"),
        ("NAV og SLT", "NAV og SLT"),
        ("Trygg skolevei", "Trygg skolevei"),
        (":", ":"),
        ("2.", "2."),
    ],
)
def test_a_heading_has_no_number_stop_or_capitals_of_its_own(skrevet: str, vist: str) -> None:
    assert som_overskrift(skrevet, PARTER) == vist
    assert rute_til(som_overskrift(hel(skrevet, ("x",)), PARTER)) == ("x",)


def test_the_heading_is_in_the_document() -> None:
    yaml = 'lokale_avsnitt: [{ overskrift: "TVISTER I FLAKSTAD:", tekst: Partene snakker sammen. }]'
    assert "# Tvister i Flakstad Partene snakker sammen." in sagt(yaml, Målform.BOKMÅL)

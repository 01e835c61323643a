"""What stands beside what is agreed, in lists, tables and sentences, and is not agreed."""

from __future__ import annotations

import pytest

from tests.test_importer_slag import feltene, rader


@pytest.mark.parametrize(
    ("tekst", "med", "uten"),
    [
        (
            "## Politirådet\n\nMedlemmer:\n\n- ordfører Kari Berge\n\nIkke medlem:\n\n- rektor Nils Dal",
            "Kari Berge",
            "Nils Dal",
        ),
        (
            "## Politirådet\n\nMedlemer:\n\n- ordførar Kari Berge\n\nHar slutta:\n\n- rektor Nils Dal",
            "Kari Berge",
            "Nils Dal",
        ),
        (
            "## Oppgavene til rådet\n\nRådet skal:\n\n- gi råd\n\nRådet skal ikke:\n\n- drøfte enkeltsaker",
            "gi råd",
            "enkeltsaker",
        ),
        (
            "## Satsingsområder\n\n1. Rus\n2. Trafikk\n\nForeslått, men ikke tatt med:\n\n- Fyrverkeri",
            "Rus",
            "Fyrverkeri",
        ),
        ("## Satsingsområde\n\n1. Rus\n2. Trafikk\n\nOmråda i den førre avtala var:\n\n- Innbrot", "Rus", "Innbrot"),
        (
            "## Plikter\n\nKommunen skal:\n\n- stille møterom\n\n"
            "Når pengene rekker, vil kommunen vurdere:\n\n- gatelys",
            "møterom",
            "gatelys",
        ),
        (
            "## Varighet\n\nAvtalen erstatter avtalen av 3. mars 2014.\n\n"
            "Tidligere avtaler som oppheves:\n\n- avtalen av 5. mai 2009",
            "3.3.2014",
            "ingenting",
        ),
        (
            "<h2>Medlemmer</h2>"
            + rader("Navn|Stilling|Merknad", "Kari Berge|Ordfører|", "Nils Dal|Kultursjef|Trådte ut i mai"),
            "Kari Berge",
            "Nils Dal",
        ),
        (
            "<h2>Møter i rådet</h2>" + rader("Dato|Møte", "4. mars 2020|Politirådet", "11. mars 2020|Formannskapet"),
            "4.3.2020",
            "11.3.2020",
        ),
        (
            "<h2>Lensmannskontoret</h2>" + rader("Dag|Åpent|Før 2018", "Mandag|9–15|8–16", "Tirsdag|9–15|8–16"),
            "mandag 09.00–15.00",
            "16",
        ),
        (
            "<h2>Tiltak</h2>"
            + rader("Område|Tiltak|Frist", "Rus|Møte|1. mai 2020", "Trafikk|Fartsdump (utført 2018)|"),
            "Møte",
            "Fartsdump",
        ),
        (
            "<h2>Plikter</h2>"
            + rader("Kommunen|Politiet", "Stiller møterom|Møter", "Betaler kaffe (strøket)|Holder kurs"),
            "Holder kurs",
            "kaffe",
        ),
        (
            "<h2>Politikontakt</h2>" + rader("Navn|Siri Aas", "Tidligere|Nils Dal", "Telefon|908 11 222"),
            "Siri Aas",
            "Nils Dal",
        ),
        ("## Møter\n\nRådet møtes fire ganger i året. Møtene i 2019 var 6. februar og 4. september.", "fire", "2019"),
        (
            "## Politirådet\n\nOrdfører Kari Berge leder rådet. Ordfører Nils Dal i Time leder rådet der.",
            "Berge",
            "Dal",
        ),
        (
            "## Politirådet\n\nOrdfører Kari Berge leder rådet. Æresmedlem er tidligere lensmann Arne Lund.",
            "Berge",
            "Lund",
        ),
        (
            "## Politirådet\n\nMedlemmer er ordfører Kari Berge, forhenværende lensmann Arne Lund og rektor Nils Dal.",
            "Dal",
            "Lund",
        ),
        (
            "## Plikter\n\nKommunen stiller møterom. Kommunen er ikke forpliktet til å betale vakthold.",
            "møterom",
            "vakthold",
        ),
        (
            "## Plikter\n\n"
            "Kommunen gjev 50 000 kroner i året. Hærverk på skulane har kosta 900 000 kroner, og er dyrt.",
            "50 000",
            "900",
        ),
        (
            "## Møter\n\nRådet møtes 4. februar 2020 kl. 9. Påmelding til seminaret er 1. mars 2020.",
            "4.2.2020",
            "1.3.2020",
        ),
    ],
)
def test_det_som_ikke_er_avtalt_er_ikke_i_noe_felt(tekst: str, med: str, uten: str) -> None:
    verdier = feltene(tekst).values()
    assert any(med in verdi for verdi in verdier)
    assert not any(uten in verdi for verdi in verdier)

"""Parts written in short, as one text that says several things."""

from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.politikontakt import Tilstedeværelse
from avtalegen.modell.satsning import Satsningsområder
from avtalegen.modell.slt import Koordinator
from tests.formprove import les
from tests.i_ett import i_ett


@i_ett(
    ("skrevet", "tittel", "andel"),
    [
        ("ja, 50 %", "SLT-koordinator", 50),
        ("50 %", "SLT-koordinator", 50),
        ("oppvekstsjefen, 20 prosent", "oppvekstsjefen", 20),
        ("Kari Nes, full stilling", "Kari Nes", 100),
        ("leder, barn og unge", "leder, barn og unge", None),
    ],
)
def test_a_coordinator_in_short_may_have_the_size_of_the_position(skrevet: str, tittel: str, andel: int | None) -> None:
    assert les(Koordinator, skrevet) == les(Koordinator, {"tittel": tittel, "stillingsandel": andel and f"{andel} %"})


@i_ett(
    ("skrevet", "tittel", "navn"),
    [
        ("Ordfører Kari Li", "Ordfører", "Kari Li"),
        ("lensmann Ola A. Moe-Lie", "lensmann", "Ola A. Moe-Lie"),
        ("Kommunedirektør, Kari Anne Li", "Kommunedirektør", "Kari Anne Li"),
        ("ordfører Øvre Eiker", "ordfører Øvre Eiker", None),
        ("lensmann i Vest Lofoten", "lensmann i Vest Lofoten", None),
        ("Ordføreren", "Ordføreren", None),
    ],
)
def test_one_who_signs_in_short_may_have_the_name_behind_the_title(skrevet: str, tittel: str, navn: str | None) -> None:
    assert les(Signatur, skrevet) == les(Signatur, {"tittel": tittel, "navn": navn})


@i_ett(
    ("skrevet", "navnene"),
    [
        (["1. Rus:"], ["Rus"]),
        ("1. Rus:", ["Rus"]),
        ([{"navn": "1. Rus: ", "mål": "færre unge"}], ["Rus"]),
        (["1. Rus:", "2. Trafikk:"], ["Rus", "Trafikk"]),
        (["1. Rus"], ["1. Rus"]),
        (["1. mai:"], ["1. mai"]),
        ([":"], [":"]),
    ],
)
def test_the_name_of_an_area_is_without_the_marks_of_a_heading(skrevet: object, navnene: list[str]) -> None:
    assert [område.navn for område in les(Satsningsområder, skrevet).områder] == navnene


@i_ett(
    ("skrevet", "betyr"),
    [
        ("må–fr 8–15", {"dager": "må–fr", "fra": "8", "til": "15"}),
        ("onsdag kl. 10.30 til 14", {"dager": "onsdag", "fra": "10.30", "til": "14"}),
        ("onsdagar, 9-12", {"dager": "onsdag", "fra": "9", "til": "12"}),
        ("mandag–fredag", {"dager": "mandag–fredag"}),
        ("rådhuset må–fr 8–15", {"hyppighet": "rådhuset må–fr 8–15"}),
        ("onsdag 15–9", {"hyppighet": "onsdag 15–9"}),
        ("uke 8–15", {"hyppighet": "uke 8–15"}),
    ],
)
def test_when_the_politikontakt_is_there_may_be_days_and_hours_in_short(skrevet: str, betyr: dict[str, str]) -> None:
    assert les(Tilstedeværelse, skrevet) == les(Tilstedeværelse, betyr)

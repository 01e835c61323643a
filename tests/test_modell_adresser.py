"""Which texts people can press on: addresses, also when «https://» isn't written, and not the names of files."""

from __future__ import annotations

from avtalegen.modell.adresser import full_adresse
from tests.i_ett import i_ett

TOPPDOMENER = "no se dk fi is fo gl de uk nl eu ie fr ee lv lt pl nu com org net info int edu gov biz io app dev online"
TOPPDOMENER += " cloud nato"
FILENDELSER = "pdf doc docx odt rtf txt md xls xlsx ods csv ppt pptx odp zip html htm xml json yaml yml png jpg jpeg"
FILENDELSER += " gif svg msg eml py css"
LENGST = "https://gol.no/" + "a" * 1985
"""As long as an address can be."""


@i_ett(
    ("tekst", "adresse"),
    [
        ("https://politiet.no/tips", "https://politiet.no/tips"),
        ("tel:02800", "tel:02800"),
        ("post@gol.kommune.no", "mailto:post@gol.kommune.no"),
        ("gol.kommune.no", "https://gol.kommune.no"),
        ("Politiet.NO/tips", "https://Politiet.NO/tips"),
        ("www.gol.kommune", "https://www.gol.kommune"),
        *((f"gol.{topp}", f"https://gol.{topp}") for topp in TOPPDOMENER.split()),
        (LENGST, LENGST),
    ],
)
def test_an_address_can_be_opened(tekst: str, adresse: str) -> None:
    assert full_adresse(tekst) == adresse


@i_ett(
    "tekst",
    [
        *("politiet", "se gol.no", "gol.", "@gol.no", "https://", "kl. 12.30", LENGST + "a"),
        # What ends like a file, is one, also where somebody has a folder called «www.».
        *("handlingsplan.pdf", "gol.kommune", "WWW.Plan.PDF"),
        *(f"www.plan.{slutt}" for slutt in FILENDELSER.split()),
    ],
)
def test_what_is_not_surely_an_address_is_text(tekst: str) -> None:
    assert full_adresse(tekst) is None

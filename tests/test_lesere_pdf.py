"""Old agreements as PDF: columns, tables and what is round the pages, and that no character is lost."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from avtalegen.importering.kilde import Celle, Del, Linje
from tests.leserprove import GAMLE, gjort_rede_for, lest, tegn


def linje(navn: str, begynner: str) -> Linje:
    (funnet,) = (linje for linje in lest(navn).linjer if linje.tekst.startswith(begynner))
    return funnet


@pytest.mark.parametrize("navn", ["05", "06"])
def test_every_character_of_an_old_pdf_is_accounted_for(navn: str) -> None:
    (fil,) = GAMLE.glob(f"{navn}*")
    tekst = "\n".join(side.extract_text() for side in PdfReader(BytesIO(fil.read_bytes())).pages)
    ventet = tegn(tekst)
    fått = gjort_rede_for(lest(navn))
    # The hyphens of divided words are gone, and no others.
    delte = len(re.findall(r"[a-zæøå]-\n(?!og )[a-zæøå]", tekst))
    assert (fått - ventet, ventet - fått) == (tegn(), tegn("-" * delte))


def test_a_drawn_table_has_its_merged_cells() -> None:
    assert linje("05", "Parter").celle == Celle(0, 0, 0)
    assert linje("05", "Kan inviteres").celle == Celle(1, 7, 0, kolonner=4)
    assert linje("05", "Siden sist").celle == Celle(2, 1, 4, rader=4)
    assert linje("05", "Gårdstyveri").celle == Celle(3, 1, 0, rader=2)
    assert linje("05", "Kamera på tre").celle == Celle(3, 2, 2)


def test_what_is_broken_within_a_cell_is_joined_and_what_is_not_is_apart() -> None:
    assert linje("05", "20 prosent").tekst == "20 prosent færre anmeldte tyverier i 2025 enn i 2022"
    assert linje("05", "Vold i nære").tekst == "Vold i nære relasjoner"
    assert [en.tekst for en in lest("05").linjer if en.celle == Celle(2, 1, 4, rader=4)] == [
        *("Siden sist", "Tall fra politiet", "Barn og unge")
    ]


def test_columns_are_read_one_by_one_and_divided_words_are_mended() -> None:
    kilde = lest("06")
    overskrifter = [en.tekst for en in kilde.linjer if en.biter and en.tekst.isupper() and en.hvor is Del.TEKST]
    assert overskrifter[:6] == [
        *(
            "AVTALE OM KRIMINALITETSFOREBYGGING",
            "PARTER OG VARIGHET",
            "FORMÅL",
            "SATSNINGSOMRÅDER",
            "POLITIRÅDET",
            "SLT",
        )
    ]
    assert overskrifter[-2:] == ["OPPLYSNINGER SOM IKKE KAN DELES", "OPPFØLGING"]
    tekst = " ".join(en.tekst for en in kilde.linjer)
    for skrevet in ("kommunenummer 0233", "SLT-koordinator", "buss- og togselskapene", "917 00 283", "råd­givende"):
        assert skrevet.replace("\u00ad", "") in tekst


def test_aligned_columns_are_a_table() -> None:
    assert [(en.celle.rad, en.celle.kolonne, en.tekst) for en in lest("06").linjer if en.celle][2:] == [
        (1, 0, "Hilde Thorsrud Melby"),
        (1, 1, "Kristian Glåmdal"),
        (2, 0, "ordfører"),
        (2, 1, "lensmann"),
    ]


def test_what_is_round_the_pages_is_told_once() -> None:
    kilde = lest("06")
    assert [en.tekst for en in kilde.linjer if en.hvor is Del.TOPPTEKST] == [
        "NITTEDAL KOMMUNE · ROMERIKE POLITIDISTRIKT"
    ]
    assert [en.tekst for en in kilde.linjer if en.hvor is Del.BUNNTEKST] == [
        *("Arkivsaksnr. 15/00318-12 · Løpenr. 4471/15", "Side 1")
    ]
    assert {en.hvorfor for en in kilde.utelatt} == {
        *("topptekst som står på flere sider", "bunntekst som står på flere sider")
    }

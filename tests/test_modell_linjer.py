"""A text as people write it, with the blanks and the lines that it has when it is read."""

from __future__ import annotations

import sys

from avtalegen.modell.linjer import på_en_linje, på_linjer
from tests.i_ett import i_ett

BLANKE = [tegn for tegn in map(chr, range(sys.maxunicode + 1)) if tegn.isspace()]


@i_ett("blank", BLANKE)
def test_what_is_blank_becomes_a_single_space_and_none_at_the_ends(blank: str) -> None:
    assert på_en_linje(f"{blank}Kari{blank}og Ola{blank * 2}her{blank}") == "Kari og Ola her"
    assert på_en_linje(f"Kari{blank}Ola") == "Kari Ola"


@i_ett("tekst", ["Kari og Ola", "  Kari  og Ola ", " ", "", "Kar\u00adi  og\u200bOla"])
def test_what_is_no_blank_stays(tekst: str) -> None:
    assert på_en_linje(tekst) == " ".join(tekst.split())


def test_the_lines_stay() -> None:
    assert på_linjer("\n  Kari  og\tOla \n\n her\xa0 \n") == "Kari og Ola\n\nher"

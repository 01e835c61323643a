"""Old agreements as plain text: encodings, pages, broken lines and columns."""

from __future__ import annotations

import re

import pytest

from avtalegen.importering.kilde import Del, Kilde
from avtalegen.importering.lesere import KildeFeil, les
from tests.i_ett import i_ett
from tests.leserprove import GAMLE, gjort_rede_for, lest, tegn

BRØNNØY = (GAMLE / "07-bronnoy-2008.txt").read_bytes()

ÅTTE_BITER = ["cp1252", "latin-1", "cp865", "cp850", "mac_roman"]


def fra(tekst: str) -> Kilde:
    return les(tekst.encode(), "avtale.txt")


def linjer(tekst: str) -> list[str]:
    return [linje.tekst for linje in fra(tekst).linjer]


def tabell(tekst: str) -> list[tuple[int, int, str]]:
    return [(en.celle.rad, en.celle.kolonne, en.tekst) for en in fra(tekst).linjer if en.celle]


def test_every_character_of_the_old_agreement_is_accounted_for() -> None:
    tekst = BRØNNØY.decode("utf-8-sig")
    # The hyphens of divided words are gone.
    assert gjort_rede_for(lest("07")) == tegn(re.sub(r"(?<=politi)-|(?<=Kultur)-(?=\r)", "", tekst))


@i_ett(
    "koding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "latin-1",
        "cp865",
        "cp850",
        "mac_roman",
    ],
)
def test_the_encoding_is_found(koding: str) -> None:
    tekst = BRØNNØY.decode("utf-8-sig")
    kilde = les(tekst.encode(koding), "avtale.txt")
    assert kilde.linjer == lest("07").linjer


@pytest.mark.parametrize("koding", ÅTTE_BITER)
@pytest.mark.parametrize("tekst", ["ÅRDAL KOMMUNE\nPolitirådet", "Sør-Fron og Ål", "på", "Ø"])
def test_a_few_letters_are_enough(koding: str, tekst: str) -> None:
    assert linjer(tekst) == [linje.tekst for linje in les(tekst.encode(koding), "a.txt").linjer]


def test_pages_are_those_between_form_feeds_and_their_heads_are_taken_apart() -> None:
    kilde = lest("07")
    assert kilde.sider == 2
    assert [en.tekst.split()[0] for en in kilde.linjer if en.hvor is Del.TOPPTEKST] == ["BRØNNØY"]
    assert [en.sted for en in kilde.linjer if en.tekst.startswith("V    ")] == [(2, 62)]


@pytest.mark.parametrize("merke", ["Side 1 av 2\n\n{}\nSide 2 av 2\n\n{}", "{}\n- side 1 -\n\n{}\n- side 2 -\n"])
def test_pages_without_form_feeds_are_told_by_their_numbers(merke: str) -> None:
    kilde = fra(merke.format("Første side her.\n", "Andre side her.\n"))
    assert [(en.tekst, en.sted.side) for en in kilde.linjer if en.hvor is Del.TEKST] == [
        ("Første side her.", 1),
        ("Andre side her.", 2),
    ]


AVSNITT = """\
Kommunen og politiet skal sammen sørge for at det er trygt å bo i
kommunen, og at de som trenger hjelp, får det. Det gjelder {} alle som er på besøk.
"""


@i_ett(
    ("delt", "samlet"),
    [
        ("buss-\nog drosjeholdeplassen og", "buss- og drosjeholdeplassen og"),
        ("politi-\nrådet og", "politirådet og"),
        ("SLT-\nkoordinatoren og", "SLT-koordinatoren og"),
        ("Nord-\nTroms og", "Nord-Troms og"),
        ("kl. 10–\n12 og", "kl. 10–12 og"),
        ("e-\npost og", "e-post og"),
    ],
)
def test_broken_lines_are_joined_and_divided_words_are_mended(delt: str, samlet: str) -> None:
    assert linjer(AVSNITT.format(delt)) == [" ".join(AVSNITT.format(samlet).split())]


def test_a_hyphen_that_the_word_has_elsewhere_is_kept() -> None:
    tekst = AVSNITT.format("kommune-politi-\nsamarbeidet og")
    assert "kommune-politi-samarbeidet" in linjer(tekst + "\nOm kommune-politi-samarbeidet.\n")[0]


def test_lines_that_end_early_are_paragraphs_of_their_own() -> None:
    tekst = AVSNITT.format("også") + "\nKommunen skal:\n- høre politiet\n- møte\nVedtatt 3. mai\nOrdføreren\n"
    assert linjer(tekst)[1:] == ["Kommunen skal:", "- høre politiet", "- møte", "Vedtatt 3. mai", "Ordføreren"]


def test_a_table_may_be_columns_of_spaces_tabs_or_strokes() -> None:
    ventet = [(0, 0, "Ordfører"), (0, 1, "Kari Vik"), (1, 0, "Lensmann"), (1, 1, "Ola Li")]
    assert tabell("   Ordfører    Kari Vik\n   Lensmann    Ola Li\n") == ventet
    assert tabell("Ordfører\tKari Vik\nLensmann\tOla Li\n") == ventet
    assert tabell("+-----+-----+\n| Ordfører | Kari Vik |\n|-----|-----|\n| Lensmann | Ola Li |\n") == ventet


def test_prose_is_no_table() -> None:
    assert tabell(AVSNITT.format("også") + "\nI    BAKGRUNN\n\nII   PARTENE\n\n1.  Rådet\n2.  Kontakten\n") == []


def test_a_line_under_a_heading_marks_it() -> None:
    (linje,) = fra("POLITIRÅDET\n===========\n").linjer
    assert (linje.tekst, linje.stil) == ("POLITIRÅDET", "understreket")


@i_ett("data", [b"", b"\xef\xbb\xbf\r\n", b"\x00" * 100, bytes(range(256)) * 10])
def test_what_is_no_text_is_told(data: bytes) -> None:
    with pytest.raises(KildeFeil):
        les(data, "avtale.txt")

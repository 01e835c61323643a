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


JEVN = """\
Partene  møtes   hver annen  måned på rådhuset,  og
varamannen  møter  når lederen  ikke  kan. Den  som
har noe å ta opp, sender det  til  sekretæren innen
14  dager. Avtalen  gjelder  fra 1. januar 2008  til
31. desember  2011  og kan sies opp  med  to måneds
varsel.

     mandag   14. mai  2008   kl. 12   Russetid
     tirsdag  11. juni 2008   kl. 12   Sommer
"""


def test_prose_that_is_even_at_both_sides_has_no_columns_and_a_table_beside_it_does() -> None:
    avsnitt, *resten = fra(JEVN).linjer
    assert " ".join(avsnitt.tekst.split()) == avsnitt.tekst == " ".join(JEVN.partition("\n\n")[0].split())
    assert [en.tekst for en in resten if en.celle and en.celle.rad == 1] == [
        "tirsdag",
        "11. juni 2008",
        "kl. 12",
        "Sommer",
    ]


@pytest.mark.parametrize("slutt", ["til", "Os", "den"])
def test_a_day_that_the_next_line_begins_with_is_no_number_of_a_point(slutt: str) -> None:
    over = f"Denne avtalen er godkjent av kommunestyret i {slutt}"
    assert linjer(f"{over}\n25. oktober 2007 i sak 77/07 og skal fornyes året etter.") == [
        f"{over} 25. oktober 2007 i sak 77/07 og skal fornyes året etter."
    ]


def test_a_cell_that_goes_on_in_the_next_row_is_one() -> None:
    rader = """\
Hva                      Hvem             Når
Felles kveld for alle    Helsesjefen og   1.3.2008
foreldre                 lensmannen
Kontroll                 Politiførste-    1.5.2008
                         betjenten
Natteravn                Lensmannen       hver lørdag
"""
    assert [tekst for _, k, tekst in tabell(rader) if k == 0] == [
        "Hva",
        "Felles kveld for alle foreldre",
        "Kontroll",
        "Natteravn",
    ]
    assert [tekst for _, k, tekst in tabell(rader) if k == 1][1:3] == [
        "Helsesjefen og lensmannen",
        "Politiførstebetjenten",
    ]


def test_one_more_thing_of_its_kind_is_no_rest_of_the_cell_over_it() -> None:
    rader = "Kommunen:   ordfører\n            rådmann\n            skolesjef\nPolitiet:   lensmann\n"
    assert [tekst for _, _, tekst in tabell(rader) if tekst != "Kommunen:"] == [
        "ordfører",
        "rådmann",
        "skolesjef",
        "Politiet:",
        "lensmann",
    ]


def test_words_that_lead_to_a_table_stand_before_it() -> None:
    timer = "Kontoret er åpent     mandag      0900-1500\n                      onsdag      1200-1700\n"
    timer += "                      fredag      0900-1400\n"
    assert linjer(timer)[0] == "Kontoret er åpent"
    assert [(rad, k) for rad, k, tekst in tabell(timer) if tekst.endswith("dag")] == [(0, 0), (1, 0), (2, 0)]


def test_names_after_dots_are_lines_of_their_own() -> None:
    navn = [
        "Ordfører ......... Ola Berg (leder)",
        "Rådmann v/sekr. .. Kari Lund",
        "Lensmann ......... Per Moe og flere",
    ]
    assert linjer("\n".join(navn)) == navn


def test_narrow_columns_that_begin_at_one_place_are_a_table() -> None:
    folk = "rådmann   kari\nlensmann  per\nlærarar   siv\nrektorar  alle\nprestar   ola\nlækjarar  eva\n"
    assert [rad[:2] for rad in tabell(folk)] == [(r, k) for r in range(6) for k in range(2)]


def test_letters_that_are_spread_out_are_words() -> None:
    sperret = "     A V T A L E   O M   P O L I T I R Å D\n\n1.  P A R T A R :\n"
    assert linjer(sperret) == ["AVTALE OM POLITIRÅD", "1.  PARTAR:"]
    for som_det_er in ("x x x", "A B C", "A V T A L E O M P O L I T I R Å D", "S 1 2 3 4 5 6 7"):
        assert linjer(som_det_er) == [som_det_er]


def test_dots_from_a_day_to_its_hours_are_no_table_of_contents() -> None:
    tider = ["Måndag ....... stengt", "Tysdag ........ 09.00 - 14.30", "Onsdag ........ 08.30 - 17.00"]
    assert [(linje.hvor, linje.tekst) for linje in fra("\n".join(tider)).linjer] == [(Del.TEKST, en) for en in tider]


def test_a_line_under_a_heading_marks_it() -> None:
    (linje,) = fra("POLITIRÅDET\n===========\n").linjer
    assert (linje.tekst, linje.stil) == ("POLITIRÅDET", "understreket")


@i_ett("data", [b"", b"\xef\xbb\xbf\r\n", b"\x00" * 100, bytes(range(256)) * 10])
def test_what_is_no_text_is_told(data: bytes) -> None:
    with pytest.raises(KildeFeil):
        les(data, "avtale.txt")

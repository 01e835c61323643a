"""Old agreements in Word: the lines, and that every character is in one of them or told to be left out."""

from __future__ import annotations

from pathlib import Path

from avtalegen.importering.kilde import Celle, Del, Linje, Utelatt
from avtalegen.importering.lesere import les
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.leserprove import GAMLE, gjort_rede_for, i_word, lest


def linje(navn: str, begynner: str) -> Linje:
    """The one line that begins so."""
    (funnet,) = (linje for linje in lest(navn).linjer if linje.tekst.startswith(begynner))
    return funnet


@i_ett("fil", utvalg(sorted(GAMLE.glob("*.docx")), 3), ids=lambda fil: fil.stem)
def test_every_character_of_an_old_agreement_is_accounted_for(fil: Path) -> None:
    data = fil.read_bytes()
    assert gjort_rede_for(les(data, fil.name)) == i_word(data)


def test_tracked_changes_count_as_accepted_and_are_told() -> None:
    kilde = lest("02")
    assert "Rådet møtest fem gonger i året" in linje("02", "Møte:").tekst
    strøket = [utelatt.tekst for utelatt in kilde.utelatt if utelatt.hvorfor == "strøket i sporede endringer"]
    assert strøket == [
        "tre",
        "dagsorden",
        "Skjenkekontroll saman med tollvesenet",
        "lensmannen",
        "1. desember 2019",
        "15. august",
    ]
    flyttet = "Lensmannen møter i heradsstyret éin gong i året og svarar på spørsmål."
    assert [en.tekst for en in kilde.utelatt if en.hvorfor == "flyttet i sporede endringer"] == [flyttet]
    assert linje("02", flyttet).nr < linje("02", "Kontakten").nr


def test_a_deleted_row_is_no_row_of_the_table() -> None:
    assert {en.celle.rad for en in lest("02").linjer if en.celle and en.celle.tabell == 0} == {0, 1, 2, 3}


def test_a_note_comes_after_the_text_and_is_referred_to_by_its_place() -> None:
    møte, kilde = linje("02", "Møte:"), lest("02")
    ((plass, note),) = møte.noter
    assert møte.tekst[:plass].endswith("14 dagar i førevegen.")
    assert kilde.linjer[note].hvor is Del.FOTNOTE
    assert (kilde.linjer[note].nummer, kilde.linjer[note].tekst[:8]) == ("1", "Frå 2020")


def test_cells_stand_where_they_do_in_the_grid() -> None:
    assert linje("01", "Nordreisa kommune").celle == Celle(0, 1, 0, rader=2)
    assert linje("01", "Når saken tilsier det").celle == Celle(0, 9, 0, kolonner=3)
    assert linje("01", "02800").celle == Celle(1, 1, 3, rader=3)
    assert linje("08", "Vinter").celle == Celle(1, 0, 1, kolonner=2)
    assert linje("08", "Stad").celle == Celle(1, 0, 0, rader=2)


def test_a_text_box_is_read_once_and_a_table_of_contents_is_known() -> None:
    kilde = lest("03")
    assert [en.tekst for en in kilde.linjer if en.hvor is Del.TEKSTBOKS] == [
        *("For Frøya kommune", "Gunn Valstrand", "ordfører"),
        *("For Trøndelag politidistrikt", "Sverre Kløven", "politiavdelingsleder"),
    ]
    innhold = [en.tekst for en in kilde.linjer if en.hvor is Del.INNHOLDSFORTEGNELSE]
    assert (innhold[0], innhold[1], len(innhold)) == ("Innhold", "1 Bakgrunn og formål\t2", 14)


def test_comments_are_left_out_with_the_line_that_they_are_at() -> None:
    assert lest("01").utelatt[0] == Utelatt(
        "Skal vi heller ha seks møter? Avklart i telefonen 9. januar: nei.",
        linje("01", "Rådet samles to ganger").sted,
        "merknad i margen fra RH",
    )


def test_what_words_look_like_and_where_they_lead_is_told() -> None:
    leder, møta = linje("02", "Leiar:"), linje("08", "5.\tMøta.")
    assert [leder.tekst[bit.fra : bit.til] for bit in leder.biter if bit.fet] == ["Leiar:", "Nestleiar:"]
    (lenke,) = (bit for bit in møta.biter if bit.lenke)
    assert lenke.lenke == f"mailto:{møta.tekst[lenke.fra : lenke.til]}"
    assert (linje("02", "Politirådet").nivå, linje("02", "Politirådet").stil) == (2, "heading 2")


def test_headers_come_first_and_footers_last() -> None:
    kilde = lest("01")
    assert kilde.linjer[0].tekst.split("\t") == [
        "Arkivsak: Nordreisa 2016/1187",
        "Skjervøy 2016/904",
        "Kvænangen 2017/23",
    ]
    assert (kilde.linjer[0].hvor, kilde.linjer[-1].hvor) == (Del.TOPPTEKST, Del.BUNNTEKST)

"""What has been changed in a document, brought back: the values, the lists and the rows that it is made of."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from avtalegen.tilbake.forslag import BETWEEN
from avtalegen.tilbake.tre import Endringer, Ny
from tests.redigerte_dokumenter import RIK_NYNORSK, SARPSBORG
from tests.tilbakeprove import avsnitt, borte, byttet, etter, ført

DELTAKERE = ("samarbeidsfora", 0, "deltakere")


def test_a_value_typed_over_becomes_the_value() -> None:
    svar = ført(byttet("minst to faste", "fire faste"))
    assert svar.endringer.verdier == {("politiråd", "møter", "per_år"): "fire"}
    assert not svar.rest
    assert [(en.sti[-1], en.før, en.nå) for en in svar.ført] == [("Møter", "minst to", "fire")]
    assert svar.andre_ord == 0


def test_a_word_at_each_end_belongs_to_the_value() -> None:
    svar = ført(byttet("ordfører Hans Fredrik Sørdal", "ordfører Odd Hans Fredrik Sørdal Berg"))
    leder = ("parter", "kommuner", 0, "leder", "navn")
    assert svar.endringer.verdier == {leder: "Odd Hans Fredrik Sørdal Berg"}, "one value changed, and not two"
    assert not svar.rest


def test_what_is_typed_between_two_values_is_listed() -> None:
    svar = ført(byttet("ordfører Hans Fredrik Sørdal", "ordfører Odd Hans Fredrik Sørdal"))
    assert not svar.endringer
    assert [sted.grunn for sted in svar.rest] == [BETWEEN]


def test_neighbours_joined_are_listed_and_not_guessed() -> None:
    svar = ført(byttet("Asbjørn Sjølie, lensmann for Flakstad kommune", "Asbjørn Sjølielensmann for Flakstad kommune"))
    assert not svar.endringer
    assert [sted.slag for sted in svar.rest] == ["ikke ført"]


def test_what_is_only_formatted_is_no_change() -> None:
    def fet(document: WordDocument) -> None:
        for run in avsnitt(document, "Politikontakten er:").runs:
            run.bold = True

    svar = ført(fet)
    assert not svar.endringer
    assert not svar.rest


def test_signs_and_numbers_of_a_list_typed_by_hand_are_no_part_of_the_value() -> None:
    svar = ført(
        etter("Barnevern", "•\tFrivilligsentralen"), byttet("NAV", "4) NAV"), byttet("Lokalt politi", "– Lokalt politi")
    )
    assert svar.endringer.lister == {DELTAKERE: (0, 1, Ny("Frivilligsentralen"), 2, 3, 4, 5)}
    assert not svar.endringer.verdier
    assert not svar.rest
    # A number may be what is said.
    svar = ført(etter("Barnevern", "10. trinn"))
    assert svar.endringer.lister == {DELTAKERE: (0, 1, Ny("10. trinn"), 2, 3, 4, 5)}


def test_a_value_cut_and_pasted_elsewhere() -> None:
    svar = ført(borte("NAV"), etter("Lokalt politi", "NAV"))
    assert svar.endringer.lister == {DELTAKERE: (0, 4, 1, 2, 3, 5)}
    assert not svar.rest


def test_items_that_come_go_and_change() -> None:
    svar = ført(etter("Lokalt politi", "Skole"), borte("NAV"), byttet("Helsesøster", "Helsesykepleier"))
    assert svar.endringer.lister == {DELTAKERE: (0, Ny("Skole"), 1, 2, 3, 5)}
    assert svar.endringer.verdier == {(*DELTAKERE, 2): "Helsesykepleier"}
    assert not svar.rest


def test_a_list_in_a_sentence() -> None:
    svar = ført(byttet("politigjøremål og sivile", "politigjøremål, pass og sivile"))
    assert svar.endringer.lister == {("tjenestetilbud", "tjenestesteder", 0, "tjenester"): (0, Ny("pass"), 1)}
    assert not svar.rest


def test_a_row_that_comes() -> None:
    def rad(document: WordDocument) -> None:
        tabell = document.tables[1]
        ny = tabell.add_row()
        ny.cells[0].text, ny.cells[1].text = "Barnevernvakten", "911 22 333"

    svar = ført(rad)
    ny = Ny({"hva": "Barnevernvakten", "telefon": "911 22 333"})
    assert svar.endringer.lister == {("tjenestetilbud", "kontakter"): (0, 1, 2, ny)}
    assert not svar.rest


def test_a_row_that_goes_though_the_others_get_a_column() -> None:
    def uten_støttesenteret(document: WordDocument) -> None:
        rad = document.tables[1].rows[2]._tr
        rad.getparent().remove(rad)

    svar = ført(uten_støttesenteret)
    assert svar.endringer.lister == {("tjenestetilbud", "kontakter"): (1, 2)}
    assert {sted.slag for sted in svar.rest} == {"følge"}


def test_hours_are_read_as_they_are_shown() -> None:
    svar = ført(byttet("kl. 09.00–14.30", "kl. 08.00–15.00"))
    hours = ("tjenestetilbud", "tjenestesteder", 0, "åpningstider")
    assert svar.endringer.verdier == {hours: "mandag–fredag 08.00–15.00"}


def test_a_sentence_of_ours_is_listed_with_the_place_for_own_words() -> None:
    svar = ført(byttet("SLT er samordning av lokale", "SLT er lokal samordning av"))
    assert not svar.endringer
    (sted,) = svar.rest
    assert (sted.slag, sted.sti[-1], sted.tilbud) == ("ikke ført", "SLT", ("slt", "tekst"))


def test_places_that_disagree_are_a_conflict() -> None:
    svar = ført(byttet("ved Asbjørn Sjølie", "ved Asbjørn Berg"))
    assert not svar.endringer
    (sted,) = svar.rest
    assert "«Asbjørn Berg» og «Asbjørn Sjølie»" in sted.grunn


def test_one_value_told_of_as_two() -> None:
    svar = ført(byttet("tilrettelegger: SLT-koordinatoren", "tilrettelegger: Kontaktpersonen"))
    assert svar.endringer.verdier == {
        ("politiråd", "sekretær", "tittel"): "Kontaktpersonen",
        ("politiråd", "tilrettelegger", "tittel"): "Kontaktpersonen",
    }
    assert not svar.rest


def test_a_row_that_shows_what_all_of_them_share_is_taken_away_and_moved() -> None:
    plan = ("politiråd", "møter", "plan")

    def rad(document: WordDocument, tekst: str) -> Any:
        return next(en for en in avsnitt(document, tekst)._element.iterancestors() if en.tag == qn("w:tr"))

    def borte_rad(document: WordDocument) -> None:
        en = rad(document, "Russetida")
        en.getparent().remove(en)

    def flyttet_rad(document: WordDocument) -> None:
        rad(document, "Russetida").addprevious(rad(document, "Evaluering av året"))

    assert ført(borte_rad, file=RIK_NYNORSK).endringer == Endringer({}, {plan: (0, 2, 3)})
    assert ført(flyttet_rad, file=RIK_NYNORSK).endringer == Endringer({}, {plan: (0, 3, 1, 2)})


def test_a_new_thing_says_what_all_the_others_in_its_list_say() -> None:
    svar = ført(etter("Satsningsområdene", "Barnevernet"), file=SARPSBORG)
    ny = {"hva": "Barnevernet", "styrke": "forventes"}
    assert svar.endringer == Endringer({}, {("tjenestetilbud", "prioritering"): (0, 1, Ny(ny), 2, 3)})
    assert svar.rest == ()

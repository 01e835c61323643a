"""Tables: how wide their columns are, how high their rows, and which of them are left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from fontTools.ttLib import TTFont

from avtalegen.dokument.innhold import LineBreak, Link, Table, Text, characters
from avtalegen.dokument.skrift import FOLDER
from avtalegen.komponering.tabeller import without_empty_columns
from avtalegen.skrivere.bredde import WIDEST, shortened, width
from avtalegen.skrivere.disposisjon import top_of_page
from avtalegen.skrivere.kolonner import (
    CELL_MARGINS,
    TEXT_WIDTH,
    _broken,
    _broken_quickly,
    _lines,
    column_widths,
    has_labels,
    table_height,
)
from avtalegen.skrivere.linjer import MAY_BREAK
from avtalegen.skrivere.word.tekst import comparable
from tests.grundig import antall
from tests.skritt import steps
from tests.wordprove import BARE, med, style_of, text

LETTERS = "".join(map(chr, range(33, 127))) + "æøåÆØÅéèêüöäÁáČčĐđŊŋŠšŦŧŽž §«»–—…"


def rad(*celler: str) -> tuple[tuple[Text, ...], ...]:
    return tuple((Text(c),) if c else () for c in celler)


def tabell(*rader: tuple[tuple[Text, ...], ...]) -> Table:
    return Table("t", "Tabell", rader[0], rader[1:])


@pytest.mark.parametrize(("name", "bold"), [("Carlito-Regular", False), ("Carlito-Bold", True)])
def test_no_letter_is_wider_than_it_is_reckoned_and_none_is_reckoned_much_wider(name: str, bold: bool) -> None:
    with TTFont(FOLDER / f"{name}.ttf") as font:
        glyphs, advances, size = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        for letter in LETTERS:
            real = advances[glyphs[ord(letter)]][0] * 100 / size
            assert real <= width(letter, bold=bold) < real + 2, letter


@pytest.mark.parametrize("bold", [False, True])
def test_no_character_is_wider_than_the_widest(bold: bool) -> None:
    assert max(width(chr(number), bold=bold) for number in range(0x3100)) == WIDEST


def test_columns_share_the_width_after_need() -> None:
    short, long = column_widths([rad("Dato", "Sak"), rad("1. mai", "Forebygging " * 20)], 2, 8844)
    assert short + long == 8844
    assert short < long / 4
    assert column_widths([rad("aa", "aa"), rad("cc", "cc")], 2, 8844, labels=False) == [4422, 4422]
    crowded = column_widths([rad("x" * 500, "kort", "y" * 500)], 3, 8844)
    assert sum(crowded) == 8844
    assert min(crowded) >= 4 * 108


def test_no_word_is_broken_while_another_column_has_room() -> None:
    rows = [
        rad("Sted", "Kontakt", "Tjenester"),
        (
            (Text("Ski politistasjon, Jernbaneveien 8, 1400 Ski"),),
            (Link("post.ost.indre.ostfold.follo.politistasjonsdistrikt@politiet.no", "mailto:a@b.no"),),
            (Text("pass og nasjonalt ID-kort, sivile rettspleieoppgaver, godkjenning av arrangementer"),),
        ),
    ]
    widths = column_widths(rows, 3, 8844)
    longest = 2 * width("rettspleieoppgaver,") + CELL_MARGINS
    assert widths[2] >= longest
    assert widths[0] >= 2 * width("politistasjon,", bold=True) + CELL_MARGINS


def test_no_address_is_broken_while_another_column_has_room() -> None:
    address = "post.lillehammer@politiet.no"
    rows = [
        rad("Sted", "Åpningstider", "Kontakt", "Tjenester"),
        (
            (Text("Lillehammer politistasjon, Lillehammer, Storgata 100"),),
            (Text("Mandag–fredag\nkl. 09.00–15.00\nLangåpent torsdag 09.00–18.00"),),
            (Text("61 00 20 00, "), Link(address, f"mailto:{address}")),
            (Text("Pass, våpen og anmeldelse"),),
        ),
    ]
    assert column_widths(rows, 4, 8844)[2] >= 2 * width(address) + CELL_MARGINS


def test_an_address_that_is_broken_in_any_case_takes_no_room_from_the_other_columns() -> None:
    """One of 55 letters left the others so narrow that they had a word on each line."""
    services = "Pass og nasjonalt ID-kort, anmeldelse, våpen, sivile rettspleieoppgaver og politiattest"
    for address in (
        "post.leknes.lensmannskontor.og.forvaltning@nordland.example",
        "postmottakramberglensmannskontorogforvaltning@politi.example",
    ):
        cells = (
            (Text("Leknes politistasjonskontor, Storgata 73, 8370 Leknes"),),
            (Text("Mandag–fredag\nkl. 09.00–15.00"),),
            (Text("02800, "), Link(address, f"mailto:{address}")),
            (Text(services),),
        )
        found = column_widths([rad("Sted", "Åpningstider", "Kontakt", "Tjenester"), cells], 4, TEXT_WIDTH)
        assert found[1] >= 2 * width("Mandag–fredag") + CELL_MARGINS
        heights = [_lines(cell, wide, bold=False) for cell, wide in zip(cells, found, strict=True)]
        assert max(heights) - min(heights[0], *heights[2:]) <= 1, heights


def test_an_address_is_broken_rather_than_that_the_texts_beside_it_have_a_word_on_each_line() -> None:
    address = "post.kongsvinger.hadeland@politiet.no"
    services = (
        "Pass og nasjonalt ID-kort, anmeldelse, våpensaker, godkjenning av arrangementer, politiattest, vaktordning"
    )
    cells = (
        (Text("Kongsvinger politistasjon, Innlandet politidistrikt, Storgata 100"),),
        (Text("Mandag–fredag\nkl. 09.00–15.00\nLangåpent torsdag 09.00–18.00"),),
        (Link(address, f"mailto:{address}"),),
        (Text(f"{services} og felles øvelser med kommunene"),),
    )
    found = column_widths([rad("Sted", "Åpningstider", "Kontakt", "Tjenester"), cells], 4, TEXT_WIDTH)
    assert max(_lines(cell, wide, bold=False) for cell, wide in zip(cells, found, strict=True)) <= 5


def test_word_parts_an_address_where_people_would_when_its_column_has_no_room_for_it() -> None:
    short, long = "post@vik.no", "https://www.vik.kommune.no/barn-og-familie/barnevern/barnevernsvakta/kontakt?id=1"
    said = "Hjelp til barn og unge heile døgnet. " * 6
    rows = tuple(
        (*rad("Barnevernsvakta", said), (Link(address, url),))
        for address, url in ((short, f"mailto:{short}"), (long, long))
    )
    skrevet = med(Table("t", "Kontakt", rad("Kven", "Ansvar", "Kontakt"), rows))
    shown = [text(link) for link in skrevet.find("//w:hyperlink")]
    broken = "https://|www.|vik.|kommune.|no/|barn-|og-|familie/|barnevern/|barnevernsvakta/|kontakt?id=1"
    assert shown == [short, broken.replace("|", MAY_BREAK)]
    # Nobody who reads the file sees a difference, and the link goes where it went.
    assert comparable(shown[1]) == long
    assert long in skrevet.relations("hyperlink").values()


def test_a_name_stays_on_its_line_beside_columns_to_write_in() -> None:
    name = "Anne-Grete Kristoffersen Dahl"
    rows = [rad("Rolle", "Navn", "Til stede", "Forfall"), *(rad("Kommunedirektør i " * 3, name, "", ""),) * 3]
    assert column_widths(rows, 4, 8844)[1] >= 2 * width(name) + CELL_MARGINS
    writing = column_widths([rad("Hva", "Effekt"), rad("Samordnet innsats " * 9, "")], 2, 8844)
    assert writing[1] >= 18 * 108


def test_a_column_of_long_texts_gets_what_the_others_do_not_need() -> None:
    rows = [rad("Tiltak", "Frist"), rad("Gjennomføre en kartlegging av omfang " * 9, "Utgangen av 2027")]
    widths = column_widths(rows, 2, 8844)
    assert 2 * width("Utgangen av 2027") + CELL_MARGINS <= widths[1] < 2500
    assert (
        table_height(tabell(*rows), widths, labels=False)[1] < table_height(tabell(*rows), [4422] * 2, labels=False)[1]
    )


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    heights = table_height(tabell(rad("A", "B"), rad("a", "b"), rad("a", "ord " * 200)), [4422, 4422], labels=True)
    assert heights[0] == heights[1] < heights[2]
    lower = table_height(tabell(rad("A", "B"), rad("a", "ord " * 100)), [4422, 4422], labels=True)
    assert all(one < two for one, two in pairwise((heights[1], lower[1], heights[2])))


def test_lines_are_counted_quickly_as_word_by_word() -> None:
    draw, quick = Random(1), 0
    for _ in range(antall(2_000, 200_000)):
        text = "".join(draw.choice("aaaaeiiimmW   --–…\u00ad\u00a0.1Æŋ") for _ in range(draw.randrange(60)))
        room, bold = draw.choice([-3, 0, 1, 50, 300, 700, 1500, 3001]), draw.random() < 0.3
        if (found := _broken_quickly(text, room, bold)) is not None:
            assert found == _broken(text, room, bold), (text, room)
            quick += 1
    assert quick > 50


def test_the_first_column_is_bold_when_it_is_a_label_and_not_when_it_is_a_paragraph() -> None:
    label, paragraph = (tabell(rad("Hva", "Når"), rad(first, "nå")) for first in ("Fast møte", "Vi skal møtes " * 9))
    assert (has_labels(label), has_labels(paragraph)) == (True, False)
    cells = [style_of(med(table).find("//w:tc/w:p"))[2] for table in (label, paragraph)]
    assert cells == ["Tabellradoverskrift", "Tabelltekst"]


def told(table: Table) -> list[list[str]]:
    (made,) = without_empty_columns([table], str)
    assert isinstance(made, Table)
    return [[characters(cell) for cell in row] for row in (made.header, *made.rows)]


def test_a_column_of_dashes_is_left_out_and_one_to_write_in_is_not() -> None:
    assert told(tabell(rad("A", "B", "C"), rad("a", "–", "c"), rad("x", "–", "y"))) == [
        ["A", "C"],
        ["a", "c"],
        ["x", "y"],
    ]
    for there in ("", "b"):
        kept = tabell(rad("A", "B", "C"), rad("a", there, "c"), rad("x", "–", "y"))
        assert told(kept)[0] == ["A", "B", "C"]
    assert told(tabell(rad("A", "B"), rad("a", "–")))[0] == ["A", "B"]


def test_what_one_row_of_many_says_stands_in_the_column_before() -> None:
    rows = [rad("Hva", "Hvem", "Beløp"), *(rad("a", "Alle", "–"),) * 3, rad("b", "–", "100 kroner")]
    assert told(tabell(*rows))[4] == ["b", "–", "100 kroner"]  # it isn't about whom, and would stand there alone
    assert told(tabell(*rows[:-1], rad("b", "Politiet", "100 kroner")))[4] == ["b", "Politiet\nBeløp: 100 kroner"]
    assert told(tabell(*rows[:2], rows[-1]))[0] == ["Hva", "Hvem", "Beløp"]


def test_room_goes_to_the_column_whose_lines_it_can_join() -> None:
    hours = (Text("Mandag–fredag"), LineBreak(), Text("kl. 09.00–15.00"), LineBreak(), Text("Langåpent torsdag"))
    rows = (rad("Sted", "Åpningstider"), (rad("Tynset politistasjon, Torgata 1, 2500 Tynset")[0], hours))
    first, second = column_widths(rows, 2, 6000)
    assert second < 2000
    assert first > 4000


def test_columns_to_write_in_leave_room_for_what_there_is_to_read() -> None:
    rows = (
        rad("Tiltak", "Ansvarlig", "Frist", "Gjort?", "Effekt"),
        rad("Synlig politi på torget om kvelden", "", "", "", ""),
    )
    first, *others = column_widths(rows, 5, TEXT_WIDTH)
    assert first > 1500
    assert min(others) > 1200


def test_columns_to_write_in_give_room_when_the_table_becomes_much_lower() -> None:
    role = "SLT-koordinatoren, Vestvågøy kommune (sekretær i rådet og tilrettelegger for møtene)"
    header = rad("Rolle", "Navn", "Til stede", "Forfall")
    roles = ([role, *["Ordfører"] * 20], [role, role])
    low, high = ([header, *(rad(told, "", "", "") for told in those)] for those in roles)
    # One long role of many is worth nothing; all of them are worth a narrower column, yet one that there is room in.
    assert column_widths(low, 4, TEXT_WIDTH)[0] < 2500
    first, *others = column_widths(high, 4, TEXT_WIDTH)
    assert first > 3400
    assert min(others) > 10 * 108


def test_the_top_of_a_page_has_two_lines_at_most() -> None:
    many = ", ".join(f"Nordre kommune {n}" for n in range(30))
    room = {None: 2 * 4500, "UTKAST": 4500}
    for mark, most in room.items():
        told = top_of_page(replace(BARE, header=many, mark=mark))
        assert told.endswith(" …")
        assert most - 1200 < width(told) <= most
        assert many.startswith(told.removesuffix(" …"))
    assert top_of_page(replace(BARE, header="Flakstad", mark="UTKAST")) == "Flakstad"


def test_a_long_text_is_shortened_in_as_many_steps_as_it_has_letters() -> None:
    with steps(most=1_000_000):
        told = shortened("kommune " * 10_000, 1000)
    assert told == "kommune kommune …"

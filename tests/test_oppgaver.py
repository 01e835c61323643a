"""What politirådet agrees on in its meetings stands in the papers until it is done, and is told of when it is late."""

from __future__ import annotations

from avtalegen.dokument.bestilling import Papir
from avtalegen.komponering import compose
from avtalegen.modell.oppgaver import Oppgave
from tests.dokumenttekst import to_text
from tests.i_ett import i_ett
from tests.papirprove import LITEN, lest, papir
from tests.test_papirdokumenter import said, tables

PLAN = LITEN + "politiråd: {møter: {plan: [10.2.2027, 12.5.2027, 15.9.2027]}}\n"
OPPGAVER = PLAN + (
    "oppgaver:\n"
    "  - {hva: Kartlegge belysning, ansvarlig: [kommunen, politiet], frist: 1.4.2027, fra_møte: 10.2.2027, "
    "status: påbegynt}\n"
    "  - {hva: Kalle inn skolene, fra_møte: 12.5.2027}\n"
    "  - {hva: Skrive plan, fra_møte: 10.2.2027, status: Ferdig 3.5.2027}\n"
    "  - Ringe skolen\n"
)


@i_ett(
    ("status", "åpen"),
    [
        (None, True),
        ("påbegynt", True),
        ("Ferdig", False),
        ("ferdig.", False),
        ("Er utført 3. mai 2027", False),
        ("Gjennomført av politikontakten i mai", False),
        ("Falt bort", False),
        ("falle bort", False),
        ("ikke lenger aktuelt", False),
        ("avslutta", False),
        ("OK", False),
        ("Ikke ferdig", True),
        ("delvis ferdig", True),
        ("Ferdig innen juni", True),
        ("ferdig til sommeren", True),
        ("Ferdig, men rapporten mangler", True),
        ("Ferdig?", True),
        ("ferdigstilles i høst", True),
        ("okkupert med annet", True),
        ("ja, i gang", True),
    ],
)
def test_a_task_is_open_until_its_status_says_that_it_is_done(status: str | None, åpen: bool) -> None:
    assert Oppgave(hva="Noe", status=status).åpen is åpen


def test_the_papers_of_a_meeting_have_the_open_tasks_of_those_before_it() -> None:
    header, rows = next(table for table in tables(papir(OPPGAVER, Papir.INNKALLING, møte=2)) if "Oppgave" in table[0])
    assert header == ["Oppgave", "Ansvarlig", "Frist", "Fra møtet", "Status"]
    assert [[cell.replace("\u00a0", " ") for cell in row] for row in rows] == [
        ["Kartlegge belysning", "Kommunen og politiet", "1. april 2027", "10. februar 2027", "Påbegynt"],
        ["Ringe skolen", "–", "–", "–", "–"],
    ]
    header, rows = next(table for table in tables(papir(OPPGAVER, Papir.REFERAT, møte=3)) if "Oppgave" in table[0])
    assert header == ["Oppgave", "Ansvarlig", "Frist", "Fra møtet", "Status"]
    assert [row[0] for row in rows] == ["Kartlegge belysning", "Kalle inn skolene", "Ringe skolen", *[""] * 5]
    assert "Ringe skolen" in said(OPPGAVER, Papir.EVALUERING)


def test_without_tasks_the_papers_are_as_they_were() -> None:
    assert "tidligere møter" not in to_text(papir(PLAN, Papir.INNKALLING)) + to_text(papir(PLAN, Papir.REFERAT, møte=2))
    header, _ = next(table for table in tables(papir(PLAN, Papir.REFERAT, møte=2)) if "Oppgave" in table[0])
    assert header == ["Oppgave", "Ansvarlig", "Frist", "Status"]


def test_a_measure_that_is_left_to_fill_in_is_no_task() -> None:
    tiltak = "satsningsområder: [{navn: Rus, tiltak: [{hva: 'FYLL INN: hva dere skal gjøre'}, Holde kurs]}]\n"
    (tabell,) = (table for table in tables(papir(PLAN + tiltak, Papir.REFERAT, møte=2)) if "Oppgave" in table[0])
    assert [row[0] for row in tabell[1] if row[0]] == ["Holde kurs"]


def test_the_agreement_itself_says_nothing_of_them() -> None:
    uten, med = (compose(lest(text)).document for text in (PLAN, OPPGAVER))
    assert uten is not None
    assert med is not None
    assert to_text(uten) == to_text(med)

"""What a referat tells of tasks, and what it changes: tables and texts small enough to judge by eye."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
import yaml

from avtalegen import flyt
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.word.tekst import Item, Section
from avtalegen.tilbake.oppgaver import (
    Endret,
    Ført,
    Rad,
    Referat,
    _hode,
    _møtet,
    _tabeller,
    før,
    les_referat,
    som_data,
)
from avtalegen.tilbake.tre import Endringer, Ny
from tests.cli_support import VALID
from tests.i_ett import i_ett

HODE = ("Oppgave", "Ansvarlig")
DAG = date(2027, 2, 10)


@i_ett(
    ("celler", "kolonner"),
    [
        (HODE, {"hva": 0, "ansvarlig": 1}),
        (("Ansvarleg", "OPPGÅVE :"), {"hva": 1, "ansvarlig": 0}),
        (
            ("Nr.", " Oppgave:", "Ansvarlig", "Frist", "Frå  møtet", "Status"),
            {"hva": 1, "ansvarlig": 2, "frist": 3, "fra_møte": 4, "status": 5},
        ),
        (("Status", "Fra møtet", "Ansvarlig", "Oppgave"), {"status": 0, "fra_møte": 1, "ansvarlig": 2, "hva": 3}),
        (("Oppgave", "Oppgave", "Ansvarlig"), {"hva": 0, "ansvarlig": 2}),
        (("Oppgave", "Frist"), {}),
        (("Frist", "Ansvarlig"), {}),
        (("Oppgaven", "Ansvarlig"), {}),
        (("", ""), {}),
    ],
)
def test_the_columns_are_known_by_their_names(celler: tuple[str, ...], kolonner: dict[str, int]) -> None:
    assert _hode(celler) == kolonner


@i_ett(
    ("items", "tabeller"),
    [
        ((), []),
        (("tekst", ("Ringe", "Kari")), []),
        ((HODE,), [[]]),
        ((("før", "hodet"), HODE, ("Ringe", "Kari"), ("Skrive", "")), [[Rad("Ringe", "Kari"), Rad("Skrive")]]),
        ((HODE, ("Ringe",), ("[Fyll inn: hva]", "Kari")), [[Rad("Ringe"), Rad("", "Kari")]]),
        ((HODE, ("Ringe", "Kari"), "tekst", ("ikke", "med")), [[Rad("Ringe", "Kari")]]),
        ((HODE, ("a", "b"), "tekst", HODE, ("c", "d")), [[Rad("a", "b")], [Rad("c", "d")]]),
        (
            (HODE, ("a", "b"), ("Ansvarlig", "Oppgave"), ("c", "d"), ("e",)),
            [[Rad("a", "b"), Rad("d", "c"), Rad("", "e")]],
        ),
    ],
)
def test_the_rows_below_the_header_are_the_tasks(items: tuple[Item, ...], tabeller: list[list[Rad]]) -> None:
    assert [*_tabeller([Section("A", 1, items), Section("B", 1, (("e", "f"),))])] == tabeller


@i_ett(
    ("tekst", "dag"),
    [
        ("Tid: onsdag 10. februar 2027 kl. 9", DAG),
        ("dato 10.2.2027", DAG),
        ("MØTEDATO: 10. 2. 2027", DAG),
        (("Tid", "10. februar 2027"), DAG),
        ("Tidligere: 10. februar 2027", None),
        ("Møtet 10. februar 2027", None),
        ("Tid: i februar", None),
        ("Tid: 31. februar 2027", None),
    ],
)
def test_the_day_of_the_meeting_stands_in_front(tekst: Item, dag: date | None) -> None:
    foran = Section("", 0, ("Referat",))
    assert _møtet([foran, foran, Section("", 0, ("Sted: Rådhuset", tekst))]) == dag
    assert _møtet([foran, foran, foran, Section("", 0, (tekst,))]) is None


def word(*rader: tuple[str, str], avsnitt: str = "Tid: 10. februar 2027") -> bytes:
    document = docx.Document()
    document.add_paragraph(avsnitt)
    table = document.add_table(len(rader), 2)
    for row, celler in zip(table.rows, rader, strict=True):
        for cell, tekst in zip(row.cells, celler, strict=True):
            cell.text = tekst
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_referat_has_each_row_once_and_those_without_a_task_apart() -> None:
    data = word(
        HODE, ("Ringe", "Kari"), ("[Fyll inn: hva]", "[Fyll inn: hvem]"), ("", "Ola"), ("Ringe", "Kari"), ("Skrive", "")
    )
    assert les_referat(data) == Referat(DAG, (Rad("Ringe", "Kari"), Rad("Skrive")), (Rad("", "Ola"),))
    with pytest.raises(AvtalegenError, match=r"ingen tabell med oppgaver\. Den har .*«avtalegen lag --dokument ref"):
        les_referat(word(("Sak", "Vedtak")))


def test_what_is_new_is_from_the_meeting_unless_the_row_says_another() -> None:
    rader = (Rad("a"), Rad("b", "Kari", "i mai", "1.1.2027", "påbegynt"))
    andre = {"hva": "b", "ansvarlig": "Kari", "frist": "i mai", "fra_møte": "1.1.2027", "status": "påbegynt"}
    assert som_data(Referat(DAG, rader, ())) == [{"hva": "a", "fra_møte": "2027-02-10"}, andre]
    assert som_data(Referat(None, rader, ())) == [{"hva": "a"}, andre]


RINGE = {"hva": "Ringe / skrive.", "ansvarlig": ["politiet", "kommunen"], "frist": "1.4.2027", "status": "påbegynt"}
TO = [{"hva": "Ringe", "fra_møte": "1.1.2027"}, {"hva": "Ringe", "fra_møte": "10.2.2027"}]


def endret(nr: int, hva: str, **verdier: str) -> Ført:
    """What is another value now, of a task that is written with its keys."""
    ruter = {("oppgaver", nr, nøkkel): verdi for nøkkel, verdi in verdier.items()}
    return Ført(Endringer(dict(ruter)), (), (Endret(hva, verdier),), ())


def nye(*hva: str, etter: int = 0) -> Ført:
    """What is new, after so many that are there."""
    alle = [{"hva": en} for en in hva]
    endringer = Endringer({}, {("oppgaver",): (*range(etter), *map(Ny, alle))})
    return Ført(endringer if etter else Endringer({("oppgaver",): [*alle]}), hva, (), ())


INGENTING = Ført(Endringer(), (), (), ())


@i_ett(
    ("oppgaver", "rader", "ventet"),
    [
        ([RINGE], [], INGENTING),
        # The same said in other ways.
        ([RINGE], [Rad("ringe skrive", "Politiet og  kommunen.", "1. april 2027", "", "Påbegynt.")], INGENTING),
        ([RINGE], [Rad("Ringe / skrive", "politiet, kommunen", "1.4.2027")], INGENTING),
        ([{"hva": "Ringe", "frist": "til høsten"}], [Rad("Ringe", "", "Til høsten.")], INGENTING),
        ([{"hva": "a", "ansvarlig": ["b", "c", "d"]}], [Rad("a", "b, c og d")], INGENTING),
        # Something else.
        ([RINGE], [Rad("Ringe skrive", "politiet")], endret(0, "Ringe / skrive.", ansvarlig="politiet")),
        (
            [RINGE],
            [Rad("Ringe skrive", "Ola", "i mai", "", "ferdig")],
            endret(0, "Ringe / skrive.", ansvarlig="Ola", frist="i mai", status="ferdig"),
        ),
        ([RINGE], [Rad("Ringe skrive", "", "2.4.2027")], endret(0, "Ringe / skrive.", frist="2.4.2027")),
        (
            [{"hva": "Ringe", "frist": "til høsten"}],
            [Rad("Ringe", "", "til våren")],
            endret(0, "Ringe", frist="til våren"),
        ),
        ([{"hva": "Ringe", "status": "ok"}], [Rad("Ringe", "a", "b")], endret(0, "Ringe", ansvarlig="a", frist="b")),
        # One of several with the same words: the one from the meeting, or the first, and each of them once.
        (TO, [Rad("Ringe", status="x", fra_møte="10.2.2027")], endret(1, "Ringe", status="x")),
        (TO, [Rad("Ringe", status="x", fra_møte="11.2.2027")], endret(0, "Ringe", status="x")),
        (TO, [Rad("Ringe", status="x", fra_møte="i vår")], endret(0, "Ringe", status="x")),
        ([TO[0], {"hva": "Ringe"}], [Rad("Ringe", status="x")], endret(0, "Ringe", status="x")),
        (TO, [Rad("Ringe"), Rad("Ringe", status="x")], endret(1, "Ringe", status="x")),
        # Where the file has the short form.
        (
            ["a", "Ringe"],
            [Rad("Ringe", status="x")],
            INGENTING._replace(
                endringer=Endringer({("oppgaver", 1): {"hva": "Ringe", "status": "x"}}),
                endret=(Endret("Ringe", {"status": "x"}),),
            ),
        ),
        (
            "Ringe",
            [Rad("Ringe", status="x")],
            INGENTING._replace(
                endringer=Endringer({("oppgaver",): {"hva": "Ringe", "status": "x"}}),
                endret=(Endret("Ringe", {"status": "x"}),),
            ),
        ),
        ([None, {"hva": "Ringe"}], [Rad("Ringe", status="x")], endret(1, "Ringe", status="x")),
        (["a", "b"], [Rad("a", status=""), Rad("c")], nye("c", etter=2)),
        (None, [Rad("a"), Rad("b")], nye("a", "b")),
        (["en rad"], [Rad("enrad")], nye("enrad", etter=1)),
        # The measures of the agreement are none of them, and what is said of them is told.
        (None, [Rad("Holde kurs."), Rad("Gå turer", "x")], INGENTING),
        (None, [Rad("Holde kurs", status="x")], INGENTING._replace(tiltak=(Rad("Holde kurs", status="x"),))),
        (None, [Rad("Se etter (bør gjøres)"), Rad("Rydde: ute og inne")], INGENTING),
        (None, [Rad("Holde kurs i mai")], nye("Holde kurs i mai")),
    ],
)
def test_what_a_referat_changes_in_an_agreement(oppgaver: Any, rader: list[Rad], ventet: Ført) -> None:
    data = yaml.safe_load(VALID) | {
        "satsningsområder": [
            {"navn": "Rus", "tiltak": ["Holde kurs", {"hva": "Gå turer", "styrke": "skal"}]},
            {
                "navn": "Fart",
                "tiltak": [{"hva": "Se etter", "styrke": "bør"}, {"hva": "Rydde", "omfatter": ["ute", "inne"]}],
            },
        ],
    }
    if oppgaver is not None:
        data["oppgaver"] = oppgaver
    checked = flyt.check(yaml.safe_dump(data, allow_unicode=True).encode(), "a.yaml")
    assert checked.avtale is not None, checked.diagnostics
    assert før(checked.avtale, data, Referat(None, tuple(rader), ())) == ventet


def test_an_agreement_without_measures() -> None:
    checked = flyt.check(VALID.encode(), "a.yaml")
    assert checked.avtale is not None
    assert før(checked.avtale, yaml.safe_load(VALID), Referat(None, (Rad("Holde kurs"),), ())) == nye("Holde kurs")

"""docs/data.md: every column of every table, and questions that are asked of a database here."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from dataside import SPØRSMÅL, side
from markdown_it import MarkdownIt

from avtalegen.lesing.nokler import field_at
from avtalegen.oppfolging.tabeller.skjema import TABELLER
from tests import cli_support
from tests.cli_support import ROOT, Run

cli = cli_support.cli
SIDE = ROOT / "docs" / "data.md"
SVAR = {
    "Hvor mange av avtalene": [
        ("Nordland politidistrikt", 4, 1),
        ("Sør-Øst politidistrikt", 1, 0),
        ("Trøndelag politidistrikt", 1, 0),
        ("Øst politidistrikt", 1, 0),
    ],
    "Hvor mange av kommunene": 12,
    "Hvilke kommuner i distriktene": 139,
    "Hvilke kommuner har ingen politikontakt": [
        *(("Flakstad", "ubesatt"), ("Flå", "ubesatt"), ("Gol", "ubesatt"), ("Hemsedal", "ubesatt"), ("Hol", "ubesatt")),
        *(("Malvik", "ubesatt"), ("Nesbyen", "ubesatt"), ("Sarpsborg", "ubesatt"), ("Ål", "ubesatt")),
    ],
    "Hvilke avtaler går ut": [("Malvik", "2019-09-30"), ("Sarpsborg", "2025-12-31")],
    "Hvor mange møter er": [
        *(("2027-02", 1), ("2027-03", 2), ("2027-05", 1), ("2027-06", 1), ("2027-09", 1), ("2027-10", 1)),
        ("2027-11", 2),
    ],
    "Hvor mange faste møter": [(None, 1), (2, 2), (3, 1), (4, 3)],
    "Hvilke satsningsområder": 10,
    "Hvilke tiltak": 7,
    "Hvor mange oppgaver": [],
    "Hvor mange timer": [("Tjenestestedet i Fauske", 30.0), ("Vest-Lofoten lensmannskontor", 27.5)],
    "Hvilke funn": 10,
}
"""The answers of the agreements in eksempler/, or how many rows there are."""


def test_the_page_in_docs_is_the_one_that_the_tables_give(skriv_fasit: bool) -> None:
    if skriv_fasit:
        SIDE.write_text(side(), encoding="utf-8", newline="\n")
    assert SIDE.read_text(encoding="utf-8") == side(), "skriv siden på nytt: make fasit"


def test_what_is_asked_on_the_page_is_answered(cli: Run, tmp_path: Path) -> None:
    ran = cli("data", str(ROOT / "eksempler"), "--til", "ut", "--format", "sqlite", "--i-dag", "2026-11-20")
    assert (ran.code, ran.err) == (0, "")
    with closing(sqlite3.connect(tmp_path / "ut/avtaler.sqlite")) as db:
        svar = {en.hva: db.execute(en.sql).fetchall() for en in SPØRSMÅL}
    assert len(svar) >= 10
    for hva, rader in svar.items():
        (ventet,) = (ventet for navn, ventet in SVAR.items() if hva.startswith(navn))
        assert (len(rader) if isinstance(ventet, int) else rader) == ventet, hva
    assert {rad[0]: rad[1:] for rad in svar[SPØRSMÅL[1].hva]}["Nordland politidistrikt"] == (41, 1)
    assert all(rad[0] != "Nordland politidistrikt" or rad[1] != "Fauske" for rad in svar[SPØRSMÅL[2].hva])


def test_the_tasks_that_are_left_are_counted(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        'format: 1\navtale: {status: utkast}\nparter: {kommuner: "1859", politi: Nordland}\noppgaver:\n'
        "  - {hva: Én, frist: 1.9.2026}\n  - {hva: To, frist: 1.9.2027, status: påbegynt}\n"
        "  - {hva: Tre, status: utført}\n  - {hva: Fire, frist: løpende}\n",
        encoding="utf-8",
    )
    assert cli("data", "a.yaml", "--til", "ut", "--format", "sqlite", "--i-dag", "2026-11-20").code == 0
    (spurt,) = (en for en in SPØRSMÅL if en.hva.startswith("Hvor mange oppgaver"))
    with closing(sqlite3.connect(tmp_path / "ut/avtaler.sqlite")) as db:
        assert db.execute(spurt.sql).fetchall() == [("Flakstad", 3, 1)]


def test_the_page_has_every_table_and_reads_as_it_is_meant() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(side())
    kinds = [token.type for token in tokens]
    assert kinds.count("fence") == len(SPØRSMÅL)
    assert kinds.count("table_open") == 2 + len(TABELLER)
    assert kinds.count("tr_open") == sum(len(t.kolonner) for t in TABELLER) + 2 * len(TABELLER) + 2 + 5
    assert "code_block" not in kinds


def test_the_help_of_the_command_names_every_table(cli: Run) -> None:
    hjelp = " ".join(cli("data", "--help").out.split())
    *de_fleste, siste = (tabell.navn for tabell in TABELLER)
    assert f"Tabellene er {', '.join(de_fleste)} og {siste}." in hjelp


def test_a_column_has_a_name_of_its_own_and_comes_from_a_key_that_is_there() -> None:
    for tabell in TABELLER:
        navn = [kolonne.navn for kolonne in tabell.kolonner]
        assert len(navn) == len(set(navn))
        assert set(tabell.nøkkel) <= set(navn)
        for kolonne in tabell.kolonner:
            assert re.fullmatch(r"[a-zæøå_]+", kolonne.navn)
            assert kolonne.hva.endswith((".", ")."))
            if kolonne.kilde:
                assert field_at(tuple(kolonne.kilde.split("."))) is not None, kolonne


@pytest.mark.parametrize("med_navn", [True, False])
def test_names_are_columns_only_when_they_are_asked_for(med_navn: bool) -> None:
    vist = {k.navn for tabell in TABELLER for k in tabell.vist(med_navn=med_navn)}
    assert ("leder_navn" in vist) is med_navn
    assert ("epost" in vist) is med_navn
    assert {"leder_tittel", "kommunenummer"} <= vist

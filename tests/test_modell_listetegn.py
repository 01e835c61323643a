"""What a value was copied with from a list or an outline is no part of it, and what only looks like it is."""

from __future__ import annotations

from typing import Any

from avtalegen.modell.listetegn import uten_merke, uten_numre, uten_sak, uten_skilletegn
from tests.i_ett import i_ett


@i_ett(
    ("skrevet", "lest"),
    [
        ("• Lage plan", "Lage plan"),
        ("\uf0b7  hilse", "hilse"),
        ("• 5 møter", "5 møter"),
        ("- Lage plan", "Lage plan"),
        ("– «ja»", "«ja»"),
        ("a) Lage plan", "Lage plan"),
        ("Å) Lage plan", "Lage plan"),
        ("(a) Lage plan", "Lage plan"),
        ("ii) 5 møter", "5 møter"),
        ("viii) svare", "svare"),
        ("1) svare", "svare"),
        ("12) svare", "svare"),
        # Not what it is copied with.
        ("", ""),
        ("•", "•"),
        ("•Lage plan", "•Lage plan"),
        ("- 5 grader", "- 5 grader"),
        ("-5 grader", "-5 grader"),
        ("1. Lage plan", "1. Lage plan"),
        ("100) svare", "100) svare"),
        ("ab) svare", "ab) svare"),
        ("a) – x", "a) – x"),
        ("Avtale (a) x", "Avtale (a) x"),
        ("SLT) a) x", "SLT) a) x"),
        ("• En\n• To", "• En\n• To"),
        ("a) En\nb) To", "• En\n• To"),
    ],
)
def test_a_bullet_or_a_letter_in_front_is_not_read(skrevet: str, lest: str) -> None:
    assert uten_merke(skrevet) == lest


@i_ett(
    ("skrevet", "lest"),
    [
        ("sak 12/26", "12/26"),
        ("Saksnr. 12/26", "12/26"),
        ("saksnr: 12/26", "12/26"),
        ("saksnummer 2026/12", "2026/12"),
        ("saknr PS 12/26", "PS 12/26"),
        ("som sak KST-12/26", "KST-12/26"),
        ("12/26", "12/26"),
        ("PS 12/26", "PS 12/26"),
        ("sak", "sak"),
        ("saken 12/26", "saken 12/26"),
        ("sak om beredskap 12", "sak om beredskap 12"),
        ("sak12/26", "sak12/26"),
    ],
)
def test_the_number_of_a_case_is_read_without_the_word(skrevet: str, lest: str) -> None:
    assert uten_sak(skrevet) == lest


@i_ett(
    ("skrevet", "lest"),
    [
        (["1. Dele", "2. Gå"], ["Dele", "Gå"]),
        (["§ 1. Dele", "§ 2. Gå"], ["Dele", "Gå"]),
        (["3.1 Dele", "3.2. Gå", "3.3 «Se»"], ["Dele", "Gå", "«Se»"]),
        (["2.3.1 Dele", "2.3.2 Gå"], ["Dele", "Gå"]),
        ([f"{n}. Punkt" for n in range(1, 12)], ["Punkt"] * 11),
        ([{"hva": "1. Dele", "frist": "2. Mai"}, "2. Gå"], [{"hva": "Dele", "frist": "2. Mai"}, "Gå"]),
        ([{"mål": ["x"], "navn": "1. Rus"}, {"navn": "2. Vold"}], [{"mål": ["x"], "navn": "Rus"}, {"navn": "Vold"}]),
        ([{"tittel": "1. A", "tekst": "2. B"}, {"tekst": "2. C"}], [{"tittel": "A", "tekst": "2. B"}, {"tekst": "C"}]),
        (
            [{"navn": 3, "hva": "1. A"}, {"navn": None, "tittel": "2. C"}],
            [{"navn": 3, "hva": "A"}, {"navn": None, "tittel": "C"}],
        ),
    ],
)
def test_numbers_that_count_the_items_are_not_read(skrevet: list[Any], lest: list[Any]) -> None:
    assert uten_numre(skrevet) == lest


@i_ett(
    "skrevet",
    [
        [],
        ["1. Dele"],
        ["2. Dele", "3. Gå"],
        ["1. Konsulent", "3. Samling"],
        ["1. Dele", "Gå"],
        ["Dele", "2. Gå"],
        ["1. dele", "2. gå"],
        ["1.Dele", "2.Gå"],
        ["100. Dele", "101. Gå"],
        ["1. Nestleder", "2. Nestleder"],
        ["1. Ytre Bodø sjøspeidergruppe", "2. Bodø speidertropp"],
        ["1. Mai", "2. Juni"],
        ["1. Etg.", "2. Etg."],
        [{"navn": "1. A"}, {"ukjent": "2. B"}],
        [1, 2],
        [{"navn": "1. A"}, 2],
    ],
)
def test_other_numbers_are_of_the_names(skrevet: list[Any]) -> None:
    assert uten_numre(skrevet) == skrevet


@i_ett(
    ("skrevet", "lest"),
    [
        ("Lage plan;", "Lage plan"),
        ("Lage plan,", "Lage plan"),
        ("Lage plan, og", "Lage plan"),
        ("Lage plan; og", "Lage plan"),
        ("Lage plan , og \n", "Lage plan"),
        ("Lage plan,\t", "Lage plan"),
        ("Lage plan;\n", "Lage plan"),
        ("Lage plan; ,", "Lage plan"),
        # Not what joins it to the next.
        ("Lage plan", "Lage plan"),
        ("Lage plan.", "Lage plan."),
        ("Lage plan og", "Lage plan og"),
        ("Lage plan ", "Lage plan "),
        ("Lage plan\n", "Lage plan\n"),
        ("Torg, torgog", "Torg, torgog"),
        ("Kaffe &amp;", "Kaffe &amp;"),
        ("Kaffe &#38;", "Kaffe &#38;"),
        ("Kaffe & kake;", "Kaffe & kake"),
        (";", ";"),
        (", og", ", og"),
    ],
)
def test_what_joins_a_value_to_the_next_is_not_read(skrevet: str, lest: str) -> None:
    assert uten_skilletegn(skrevet) == lest

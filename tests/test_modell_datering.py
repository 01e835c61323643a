"""Days of the past, known to the day, the month or the year, and how a decision is written in one text."""

from datetime import date

from avtalegen.modell.datering import (
    Datering,
    DateringForm,
    Dato,
    dagen,
    datering_i_ord,
    er_frist,
    les_datering,
    les_vedtak,
    som_datering,
)
from tests.formprove import les
from tests.i_ett import i_ett


@i_ett(
    ("tekst", "fra", "til", "skrevet"),
    [
        ("25.2.2017", date(2017, 2, 25), date(2017, 2, 25), "2017-02-25"),
        ("februar 2017", date(2017, 2, 1), date(2017, 2, 28), "februar 2017"),
        ("i feb. 2016", date(2016, 2, 1), date(2016, 2, 29), "februar 2016"),
        ("2017", date(2017, 1, 1), date(2017, 12, 31), "2017"),
        ("i 2017", date(2017, 1, 1), date(2017, 12, 31), "2017"),
    ],
)
def test_a_day_of_the_past_is_read_as_well_as_it_is_known(tekst: str, fra: date, til: date, skrevet: str) -> None:
    datering = les_datering(tekst)
    assert datering == Datering(fra, til)
    assert datering.dato == (fra if fra == til else None)
    assert datering.skriv() == skrevet
    assert les_datering(skrevet) == datering


@i_ett("tekst", ["kommunestyret", "12/2017", "våren", "17", "1066", "i går"])
def test_what_is_no_day_is_not_read_as_one(tekst: str) -> None:
    assert les_datering(tekst) is None


@i_ett(
    ("tekst", "fra", "til"),
    [
        ("Våren 2026", date(2026, 1, 1), date(2026, 6, 30)),
        ("I fjor", date.min, date.max),
    ],
)
def test_words_for_the_past_tell_as_much_as_they_say(tekst: str, fra: date, til: date) -> None:
    ventet = Datering(fra, til, tekst)
    assert les(DateringForm, tekst) == les(Dato, tekst) == som_datering(ventet) == ventet
    assert dagen(ventet) is None


def test_a_day_is_a_day_and_a_month_is_from_its_first_day_to_its_last() -> None:
    dag, måned = date(2024, 10, 25), Datering(date(2024, 10, 1), date(2024, 10, 31))
    assert (les(Dato, "25.10.2024"), les(Dato, "oktober 2024")) == (dag, måned)
    assert (dagen(dag), dagen(måned), dagen(None)) == (dag, None, None)
    assert (som_datering(dag), som_datering(måned)) == (Datering(dag, dag), måned)
    år = Datering(date(2024, 1, 1), date(2024, 12, 31))
    assert [datering_i_ord(en) for en in (som_datering(dag), måned, år)] == [
        *("25. oktober 2024", "i oktober 2024", "i 2024"),
    ]


@i_ett(
    ("tekst", "vedtak"),
    [
        ("kommunestyret", {"organ": "kommunestyret"}),
        ("Kommunestyret i Gol", {"organ": "Kommunestyret i Gol"}),
        ("2017", {"dato": "2017"}),
        ("25.2.2017", {"dato": "25.2.2017"}),
        ("25. februar 2017", {"dato": "25. februar 2017"}),
        ("PS 12/2017", {"sak": "PS 12/2017"}),
        ("K-sak 012/17", {"sak": "K-sak 012/17"}),
        ("KS-12/17", {"sak": "KS-12/17"}),
        ("sak 12/17", {"sak": "12/17"}),
        ("saksnr. 2017/1234-5", {"sak": "2017/1234-5"}),
        ("kommunestyret, PS 12/2017, 25.2.2017", {"organ": "kommunestyret", "sak": "PS 12/2017", "dato": "25.2.2017"}),
        ("kommunestyret 25.2.2017", {"organ": "kommunestyret", "dato": "25.2.2017"}),
        ("kommunestyret den 25.2.2017", {"organ": "kommunestyret", "dato": "25.2.2017"}),
        ("formannskapet, sak 8/26", {"organ": "formannskapet", "sak": "8/26"}),
        ("vedtatt i  kommunestyret, PS 12/2017.", {"organ": "kommunestyret", "sak": "PS 12/2017"}),
        # Two of a kind: nothing is dropped.
        ("kommunestyret, etter innstilling", {"organ": "kommunestyret, etter innstilling"}),
        ("2017, 2018", {"organ": "2017, 2018"}),
    ],
)
def test_what_is_said_of_a_decision_goes_where_it_belongs(tekst: str, vedtak: dict[str, str]) -> None:
    assert les_vedtak(tekst) == vedtak


@i_ett(
    ("tekst", "frist"),
    [
        *((tekst, True) for tekst in ("innen 1. juni", "Innan 1.6.2027", "ved utgangen av året", "seinast i mars")),
        *((tekst, True) for tekst in ("før sommeren 2027", "hver vår", "i løpet av hausten", "før sommaren")),
        *((tekst, False) for tekst in ("politirådet", "før den sendes på høring", "1. juni", "legges fram i juni")),
        ("innen 1. juni til formannskapet og til politirådet", False),
    ],
)
def test_what_says_only_by_when_is_known(tekst: str, frist: bool) -> None:
    assert er_frist(tekst) == frist

"""The words that the readers of values are made of: numbers, limits, how often, parts of the year, and what is said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from avtalegen.funn.begge import Begge, i_nynorsk
from avtalegen.modell import ordlyd
from avtalegen.modell.apningstider import Åpningstider
from avtalegen.modell.former import Antall, AntallForm, Tekst
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.hyppighetsord import er_ledd, uten_tid
from avtalegen.modell.klokke import KlokkeslettForm
from avtalegen.modell.linjer import html_kommentarer
from avtalegen.modell.periode import Periode
from avtalegen.modell.tall import Heltall, Kroner, Mengde, Minutter, Prosent, Tall
from avtalegen.modell.tallord import grense, heltall, med_strek, uten_gjentakelse
from avtalegen.modell.tid import TidsromForm, les_dager, les_måned, les_omtrentlig, les_tidsrom, som_dato
from tests.formprove import avvist, les
from tests.i_ett import i_ett

TALLORD = "null en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten"
TALLORD += " tjue tjueén tjueto"


@i_ett(
    ("tekst", "tall"),
    [
        *((ord_, tall) for tall, ord_ in enumerate(TALLORD.split())),
        *(("syv", 7), ("eitt", 1), ("Fire", 4), ("tjuesyv", 27), ("nittini", 99), ("hundre", 100)),
        *(("1 200", 1200), ("1\u00a0200\u202f000", 1_200_000), ("007", 7)),
        *((ord_, None) for ord_ in ("", "tjueti", "tjuenull", "hundreen", "12 00", "-1", "1,5", "1" * 13, "mange")),
    ],
)
def test_a_whole_number_is_read_in_digits_and_in_words(tekst: str, tall: int | None) -> None:
    assert heltall(tekst) == tall


@i_ett(
    ("tekst", "hva", "rest"),
    [
        ("minst fire", "minst", "fire"),
        ("≥4", "minst", "4"),
        ("inntil 4", "inntil", "4"),
        ("maks.4", "inntil", "4"),
        ("ca. 4", "omtrent", "4"),
        ("fire", "", "fire"),
        ("minstefire", "", "minstefire"),
    ],
)
def test_a_limit_is_told_apart_from_the_number(tekst: str, hva: str, rest: str) -> None:
    assert grense(tekst) == (hva, rest)


@i_ett(
    ("tekst", "ventet"),
    [
        ("fire (4)", "fire"),
        ("seks (6) måneder", "seks måneder"),
        ("fire (5)", "fire (5)"),
        ("møter (faste)", "møter (faste)"),
        ("møter (4)", "møter (4)"),
    ],
)
def test_a_number_that_is_written_both_ways_is_read_once(tekst: str, ventet: str) -> None:
    assert uten_gjentakelse(tekst) == ventet


@i_ett(
    ("tekst", "ventet"),
    [
        ("mellom 4 og 6", "4–6"),
        ("minst 4 og høyst 6", "4–6"),
        ("minst 4, men høyst 6 møter", "4–6 møter"),
        ("fra 4 til 6", "4–6"),
        ("4 à 6", "4–6"),
        ("4 og 6", "4 og 6"),
    ],
)
def test_a_range_in_words_is_one(tekst: str, ventet: str) -> None:
    assert med_strek(tekst) == ventet


@i_ett(
    ("tekst", "ledd", "uten"),
    [
        ("et par ganger", True, ("et par ganger", "", True)),
        ("Noen få ganger, helst digitalt", True, ("Noen få ganger", ", helst digitalt", True)),
        ("noen få møter", False, ("noen få", "", False)),
        ("To møter på rådhuset", False, ("To", " på rådhuset", False)),
        ("flere", False, ("flere", "", False)),
        ("to", False, ("to", "", False)),
        ("to, kanskje tre", False, None),
        ("hver måned", True, None),
        ("noen ganger i året", True, None),
        ("2 dager", True, None),
        ("Ukentlig", True, None),
        ("ofte", True, None),
        ("etter behov", True, None),
        ("kontakt", False, None),
        # «ß» is «ss» in small letters, so that nobody knows where the words stood.
        ("I Meißen to ganger", True, None),
    ],
)
def test_what_words_for_how_often_can_be_said_with(tekst: str, ledd: bool, uten: tuple[str, str, bool] | None) -> None:
    assert (er_ledd(tekst), uten_tid(tekst)) == (ledd, uten)


@i_ett(
    ("skrevet", "ord_", "er"),
    [
        ("ved signering", "ved signering", "fra"),
        ({"fra": "Signeringen"}, "fra Signeringen", "fra"),
        ({"fra": "Ved signering", "til": "neste  valg"}, "fra signering til neste valg", "fra"),
        ({"fra": "Etter valget", "varighet": "4 år"}, "etter valget, i 4 år", "fra"),
        ({"til": "så lenge partene vil"}, "så lenge partene vil", "til"),
        ({"fra": "1.1.2026", "varighet": "Ut valgperioden"}, "Ut valgperioden", "til"),
        ("hele valgperioden", "hele valgperioden", None),
        ("3 år", None, None),
        ("løpende", None, None),
    ],
)
def test_when_an_agreement_applies_may_be_told_in_words(skrevet: object, ord_: str | None, er: str | None) -> None:
    periode = les(Periode, skrevet)
    assert (periode.varighet and periode.varighet.ord, periode.ordene_er) == (ord_, er)


def test_an_agreement_that_goes_on_may_have_words_for_it_and_no_end() -> None:
    periode = les(Periode, {"fra": "signeringen", "løpende": "ja"})
    assert (periode.løpende, periode.varighet.ord) == (True, "fra signeringen")
    assert "sluttdato" in avvist(Periode, {"varighet": "3 år", "løpende": "ja"})[0]
    assert les(Periode, "INNTIL VIDERE").løpende
    assert not les(Periode, {"revisjon": "årlig"}).revisjon.på_anmodning
    assert "finnes ikke" in avvist(Periode, {"til": "31.02.2027"})[0]
    assert avvist(Periode, {"fra": " "})[0] == "«» kan ikke leses som en dato."


@i_ett(
    ("skrevet", "hele"),
    [("2026", True), ("2026–2027", True), ("1.1.2026–30.12.2026", False), ("fra 1.1.2026", False), ("løpende", False)],
)
def test_an_agreement_may_be_for_whole_years(skrevet: str, hele: bool) -> None:
    periode = les(Periode, skrevet)
    assert periode.hele_år is hele
    assert (periode.tidsrom.fra, periode.tidsrom.til) == (periode.fra, periode.til)


@i_ett(
    ("tekst", "fra", "til"),
    [
        ("våren 2027", (2027, 1, 1), (2027, 6, 30)),
        ("sommeren 2027", (2027, 6, 1), (2027, 8, 31)),
        ("høsten 2027", (2027, 8, 1), (2027, 12, 31)),
        ("begynnelsen av 2027", (2027, 1, 1), (2027, 4, 30)),
        ("midten av 2027", (2027, 4, 1), (2027, 8, 31)),
        ("slutten av 2027", (2027, 1, 1), (2027, 12, 31)),
        ("første halvår 2027", (2027, 1, 1), (2027, 6, 30)),
        ("2. halvår i 2027", (2027, 7, 1), (2027, 12, 31)),
        ("2. kvartal 2027", (2027, 4, 1), (2027, 6, 30)),
        ("fjerde kvartal i 2027", (2027, 10, 1), (2027, 12, 31)),
        ("medio mars 2027", (2027, 3, 1), (2027, 3, 31)),
        ("uke 12 2026", (2026, 3, 16), (2026, 3, 22)),
        ("uke 12–13 2026", (2026, 3, 16), (2026, 3, 29)),
        ("1900", (1900, 1, 1), (1900, 12, 31)),
        ("2200", (2200, 1, 1), (2200, 12, 31)),
    ],
)
def test_a_part_of_a_year_has_a_first_and_a_last_day(
    tekst: str, fra: tuple[int, int, int], til: tuple[int, int, int]
) -> None:
    assert les_omtrentlig(tekst) == (date(*fra), date(*til))


@i_ett("tekst", ["uke 60 2026", "våren", "våren 1899", "2201", "noe 2027", "uke 12"])
def test_what_is_no_part_of_a_known_year_is_not_read(tekst: str) -> None:
    assert les_omtrentlig(tekst) is None


def test_a_day_a_month_or_a_year_is_read_and_nothing_beside_them() -> None:
    assert [les_dager(en) for en in ("1899", "1900", "2200", "2201", "ma 2027", "våren 2027")] == [
        None,
        (date(1900, 1, 1), date(1900, 12, 31)),
        (date(2200, 1, 1), date(2200, 12, 31)),
        *(None, None, None),
    ]
    assert les_dager("Feb. 2028") == (date(2028, 2, 1), date(2028, 2, 29))
    assert [les_måned(en) for en in ("mai", "ma", "okt", "oktoberfest", "")] == [5, None, 10, None, None]
    assert [som_dato(en) for en in (" 1.1.2026 ", "31.2.2026", "våren")] == [date(2026, 1, 1), None, None]
    assert [les_tidsrom(en) for en in ("til våren", "2027-26", "januar 2026 til mars 2026 til mai 2026")] == [None] * 3
    assert les(TidsromForm, {"til": "2027", "fra": ""}).skriv() == {"til": "2027-12-31"}


def test_the_schema_of_a_stretch_of_time_has_its_two_ends_and_no_more() -> None:
    skjema = Draft202012Validator(TypeAdapter(TidsromForm).json_schema())
    lovlig = ("2027", {"fra": "2027"}, {"til": "2027"}, {}, {"slutt": "2027"}, ["2027"])
    assert [skjema.is_valid(en) for en in lovlig] == [True, True, True, True, False, False]


@i_ett(
    ("tekst", "borte"),
    [
        ("a <!-- b --> c", [" <!-- b -->"]),
        ("a <!-- b -->  <!-- c -->d", [" <!-- b -->", " <!-- c -->"]),
        ("<!-- a --> b", ["<!-- a -->"]),
        ("<!-- a --><!-- b -->", ["<!-- a -->", "<!-- b -->"]),
        ("<!--> a", []),
        ("<!---> a", []),
        ("<!----> a", ["<!---->"]),
        ("a <!-- b", []),
        ("a", []),
    ],
)
def test_a_comment_of_html_is_no_text(tekst: str, borte: list[str]) -> None:
    assert [tekst[sted] for sted in html_kommentarer(tekst)] == borte


@i_ett(
    ("type_", "skrevet", "betyr"),
    [
        (AntallForm, "4–4", Antall(0, ord="4–4")),
        (AntallForm, "inntil 0", Antall(0)),
        (AntallForm, "ett møte", Antall(1)),
        (Tall, "mange", Mengde(0, ord="mange")),
        (Minutter, "Innen 25 MINUTTER", Mengde(25)),
        (Minutter, "minst 25", Mengde(25, "minst")),
        (Heltall, "Fire EKSEMPLARER", Mengde(4)),
        (Kroner, "to milliarder", Mengde(2_000_000_000)),
        (Kroner, "1 mrd. kr", Mengde(1_000_000_000)),
        (Kroner, "4 millioner til 5 milliarder", Mengde(0, ord="4 millioner til 5 milliarder")),
    ],
)
def test_so_much(type_: Any, skrevet: str, betyr: object) -> None:
    assert les(type_, skrevet) == betyr


@i_ett(
    ("type_", "skrevet", "melding", "råd"),
    [
        (Tekst, " ", "Her manglar det tekst mellom hermeteikna.", "Skriv teksten, eller stryk nøkkelen."),
        (Kroner, "", "Her manglar det eit beløp.", "Skriv det mellom hermeteikna, eller stryk nøkkelen."),
        (Kroner, "Nei.", "Her skal det stå ord, og ikkje «Nei».", "stryk nøkkelen når avtalen ikkje skal seie noko om"),
        (Kroner, "-5 KR", "«-5 KR» kan ikkje lesast som eit beløp.", "Skriv til dømes «250 000 kr»"),
        (Heltall, "-1", "«-1» kan ikkje lesast som eit heilt tal.", "Skriv til dømes «20» eller «fire»."),
        (Tall, "5–4", "«5–4» kan ikkje lesast som eit tal.", "Skriv til dømes «4», «fire» eller «2,5»."),
        (HyppighetForm, "", "Her manglar det kor ofte.", "Skriv det mellom hermeteikna"),
        (Minutter, "", "Her manglar det eit tal på minutt.", "Skriv det mellom hermeteikna"),
        (Minutter, "30–20 min", "«30–20 min» kan ikkje lesast som eit tal på minutt.", "Skriv eitt tal"),
        (Prosent, "40–20 %", "«40–20 %» kan ikkje lesast som ein prosent.", "Skriv eit tal frå 0 til 100"),
        (Åpningstider, "9–25", "«9–25» kan ikkje lesast som opningstider.", "Skriv resten i «merknad»."),
        (TidsromForm, {"slutt": "2027"}, "«slutt» høyrer ikkje til eit tidsrom.", "Eit tidsrom har «fra» og «til»."),
    ],
)
def test_what_is_refused_is_told_in_nynorsk_too(type_: Any, skrevet: object, melding: str, råd: str) -> None:
    said = [str(i_nynorsk(en)) for en in avvist(type_, skrevet)]
    assert said[0] == melding
    assert råd in said[1]


@i_ett(
    ("skrevet", "sagt"),
    [
        ("25:00", "«25:00» kan ikke leses som et klokkeslett."),
        ([], "Her skal det stå et klokkeslett, ikke en liste."),
    ],
)
def test_another_program_is_told_why_a_value_is_refused(skrevet: object, sagt: str) -> None:
    with pytest.raises(ValidationError) as error:
        les(KlokkeslettForm, skrevet)
    assert sagt in str(error.value)


@i_ett(
    ("skrevet", "nøkler"),
    [
        ([{"navn": 1}, {"tittel": 1}], "(«navn», «tittel»)"),
        ([[{"navn": 1, "tittel": 1, "enhet": 1}]], "(«navn», «tittel», «enhet»)"),
        ([{"navn": 1, "tittel": 1, "annet": 1}, {"enhet": 1}, {"epost": 1}], "(«navn», «tittel», «enhet» …)"),
        ([{"navn": 1}, {"navn": 2}], "Her er det plass til én."),
        ([{"annet": 1}], None),
        ([{"navn": 1}, "tekst"], None),
        (["navn"], None),
        ([["navn"], ["tittel"]], None),
        ([], None),
    ],
)
def test_a_list_of_what_should_have_stood_without_one(skrevet: list[Any], nøkler: str | None) -> None:
    sagt = ordlyd.uten_liste(skrevet, ("navn", "tittel", "enhet", "epost"))
    assert (sagt is None) if nøkler is None else (isinstance(sagt, Begge) and nøkler in sagt)


def test_what_is_said_of_what_cannot_stand_there_is_in_both_målformer() -> None:
    assert (ordlyd.ett_av("«a»"), ordlyd.ett_av("«a»").nn) == (
        "Her skal det stå ett av disse ordene: «a».",
        "Her skal det stå eitt av desse orda: «a».",
    )
    assert ordlyd.INGEN_NØKLER.nn == "Her skal det stå nøklar med innhald."
    assert ordlyd.INGEN_NØKLER == "Her skal det stå nøkler med innhold."

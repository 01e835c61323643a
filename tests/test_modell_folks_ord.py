"""The same value in many words: short forms, both ways at once, ranges in words, and whichever stroke Word has made."""

from datetime import date
from typing import Any

from avtalegen.flyt import check
from avtalegen.modell.apningstider import Åpningstider
from avtalegen.modell.datering import les_vedtak
from avtalegen.modell.former import Antall, AntallForm
from avtalegen.modell.hyppighet import Hyppighet, HyppighetForm
from avtalegen.modell.klokke import Klokkeslett, KlokkeslettForm, Ukedag, Ukedager, Åpent
from avtalegen.modell.periode import Periode
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.modell.tall import DelAv, Heltall, Kroner, Minutter, Prosent, Tall
from avtalegen.modell.tid import TidspunktForm
from avtalegen.modell.tjenestested import Tjenestested
from avtalegen.modell.varighet import Enhet, FristForm, Varighet, VarighetForm
from avtalegen.regler import Valg
from tests.formprove import les
from tests.i_ett import i_ett
from tests.test_lesing_validering import GYLDIG

VALG = Valg(date(2026, 1, 1))
HVERDAGER = tuple(Ukedag)[:5]
NI, TRE = Klokkeslett(9, 0), Klokkeslett(15, 0)


@i_ett(
    ("type_", "skrevet", "betyr"),
    [
        *((AntallForm, tekst, Antall(4)) for tekst in ("fire (4)", "4 (fire)", "4 stk.", "4x", "4/år", "4 ggr. pr.år")),
        *((AntallForm, tekst, Antall(4)) for tekst in ("4 møter hvert år.", "fire møte kvart år")),
        *((AntallForm, tekst, Antall(4, minst=True)) for tekst in ("min 4", "≥4", "minst fire (4)")),
        *((AntallForm, tekst, Antall(4, omtrent=True)) for tekst in ("~4", "ca.4", "ca. 4 stk")),
        *((AntallForm, tekst, Antall(0, True, 4)) for tekst in ("max 4", "max. fire", "maks 4")),
        *(
            (AntallForm, tekst, Antall(4, True, 6))
            for tekst in ("mellom 4 og 6", "mellom fire og seks møte i året", "fra 4 til 6", "4 à 6")
        ),
        *((AntallForm, tekst, Antall(4, True, 6)) for tekst in ("minst 4 og høyst 6", "4\u20116", "4−6")),
        (AntallForm, "mer enn 3", Antall(0, ord="mer enn 3")),
        (AntallForm, "fire (5)", Antall(0, ord="fire (5)")),
        (HyppighetForm, "fire i året", Hyppighet(4)),
        (HyppighetForm, "4/år", Hyppighet(4)),
        (HyppighetForm, "2 pr. halvår", Hyppighet(2, Enhet.HALVÅR)),
        (HyppighetForm, "3-4 g/år", Hyppighet(3, minst=True, høyst=4)),
        (HyppighetForm, "4 ggr pr år", Hyppighet(4)),
        (HyppighetForm, "juni og desember", Hyppighet(1, måneder=(6, 12))),
        (HyppighetForm, "januar, mai og september", Hyppighet(1, måneder=(1, 5, 9))),
        (HyppighetForm, "2 ganger årlig: mars og oktober", Hyppighet(2, måneder=(3, 10))),
        (HyppighetForm, "to gonger i året, i mars og i oktober", Hyppighet(2, måneder=(3, 10))),
        (HyppighetForm, "min 2 g/år", Hyppighet(2, minst=True)),
        (HyppighetForm, "høyst hvert kvartal", Hyppighet(ord="høyst hvert kvartal")),
        (HyppighetForm, "kvar månad unnteken juli", Hyppighet(ord="kvar månad unnteken juli")),
    ],
)
def test_how_many_and_how_often(type_: Any, skrevet: str, betyr: object) -> None:
    assert les(type_, skrevet) == betyr


@i_ett(
    ("type_", "skrevet", "tall", "grense", "til"),
    [
        (Kroner, "50–60 000 kr", 50_000, "", 60_000),
        (Kroner, "ca. 50-60.000", 50_000, "omtrent", 60_000),
        (Kroner, "50 til 60 000 kroner", 50_000, "", 60_000),
        (Kroner, "mellom 50 000 og 60 000 kr", 50_000, "", 60_000),
        (Kroner, "femti tusen kroner", 50_000, "", None),
        (Kroner, "en halv million kroner", 500_000, "", None),
        (Kroner, "halvannan million", 1_500_000, "", None),
        (Kroner, "1,5 MNOK", 1_500_000, "", None),
        (Kroner, "max kr 50.000,-", 50_000, "inntil", None),
        (Prosent, "femti prosent", 50, "", None),
        (Prosent, "4 av 5", 80, "", None),
        (Prosent, "50-prosentstilling", 50, "", None),
        (Prosent, "50 % av en stilling", 50, "", None),
        (Prosent, "100 % stilling.", 100, "", None),
        (Prosent, "20 % til 40 %", 20, "", 40),
        (Prosent, "mellom 20 og 40 %", 20, "", 40),
        (Prosent, "min 20 %", 20, "minst", None),
        *(
            (Prosent, t, 150, "", None)
            for t in ("150 %", "150 % stilling", "150 prosent", "1,5 årsverk", "1 ½ stilling")
        ),
        *((Prosent, t, 150, "", None) for t in ("halvannen stilling", "halvannan stilling", "en og en halv stilling")),
        (Prosent, "ei og ei halv stilling", 150, "", None),
        (Prosent, "to hele stillinger", 200, "", None),
        (Prosent, "2 ½ stillingar", 250, "", None),
        (Prosent, "inntil to årsverk", 200, "inntil", None),
        (Prosent, "100–150 %", 100, "", 150),
        (DelAv, "80–90 %", 80, "", 90),
        (Minutter, "en halv time", 30, "", None),
        (Minutter, "1,5 time", 90, "", None),
        (Minutter, "tjuefem", 25, "", None),
        (Tall, "ni og en halv", 9.5, "", None),
        (Tall, "9 (ni) stillinger", 9, "", None),
        (Heltall, "to eksemplarer", 2, "", None),
        (Heltall, "2 stk.", 2, "", None),
    ],
)
def test_how_much(type_: Any, skrevet: str, tall: float, grense: str, til: float | None) -> None:
    mengde = les(type_, skrevet)
    assert (float(mengde), mengde.grense, mengde.til, mengde.ord) == (tall, grense, til, None)


@i_ett(
    ("type_", "skrevet"),
    [*((Prosent, t) for t in ("60–40", "70–30 %", "1/3 kvar", "to av tre")), (Kroner, "500-1 000 kr")],
)
def test_what_has_no_one_number_stands_as_it_is_written(type_: Any, skrevet: str) -> None:
    assert les(type_, skrevet).ord == skrevet


@i_ett(
    ("type_", "skrevet", "betyr"),
    [
        (FristForm, "14 dgr.", Varighet(14, Enhet.DAG)),
        (FristForm, "tretti kalenderdager", Varighet(30, Enhet.DAG)),
        (FristForm, "to uker før hvert møte", Varighet(2, Enhet.UKE)),
        (FristForm, "14 dager i forkant av møtet", Varighet(14, Enhet.DAG)),
        (FristForm, "seks (6) mndr", Varighet(6, Enhet.MÅNED)),
        (VarighetForm, "4år", Varighet(4, Enhet.ÅR)),
        (VarighetForm, "i fire år", Varighet(4, Enhet.ÅR)),
        (VarighetForm, "i minst to år", Varighet(2, Enhet.ÅR, minst=True)),
        # What is said besides is not lost.
        *(
            (FristForm, tekst, Varighet(0, Enhet.DAG, ord=tekst))
            for tekst in (
                "to uker før møtet, tre uker i ferien",
                "3 måneder før årsskiftet",
                "en uke etter at det er sendt",
            )
        ),
    ],
)
def test_how_long(type_: Any, skrevet: str, betyr: Varighet) -> None:
    assert les(type_, skrevet) == betyr


@i_ett(
    ("type_", "skrevet", "betyr"),
    [
        (KlokkeslettForm, "klokka ni", NI),
        (KlokkeslettForm, "halv ni", Klokkeslett(8, 30)),
        (KlokkeslettForm, "09,00", NI),
        (KlokkeslettForm, "klokka to", Klokkeslett(0, 0, "klokka to")),
        (Ukedager, "ons/fre", (Ukedag.ONSDAG, Ukedag.FREDAG)),
        (Åpningstider, "mandag-fredag mellom 9 og 15", (Åpent(HVERDAGER, NI, TRE),)),
        (Åpningstider, "mandag\u2011fredag 9\u201115", (Åpent(HVERDAGER, NI, TRE),)),
        *(
            (Åpningstider, tekst, (Åpent(HVERDAGER, NI, TRE), Åpent((), None, None, "ellers etter avtale")))
            for tekst in ("man-fre 9-15, ellers etter avtale", "man-fre 9-15 og etter avtale")
        ),
        (
            Åpningstider,
            "mandag 9-15, tirsdag etter avtale",
            (Åpent((Ukedag.MANDAG,), NI, TRE), Åpent((Ukedag.TIRSDAG,), None, None, "etter avtale")),
        ),
        (
            Åpningstider,
            "mandag 9-15, ellers 9-12",
            (Åpent((), None, None, "mandag 9-15, ellers 9-12"),),
        ),
    ],
)
def test_when_it_is_open(type_: Any, skrevet: str, betyr: object) -> None:
    assert les(type_, skrevet) == betyr


@i_ett(
    ("skrevet", "fra", "til", "løpende"),
    [
        ("fra 1.1.2027 og løpende", date(2027, 1, 1), None, True),
        ("1.1.2027, deretter inntil videre", date(2027, 1, 1), None, True),
        ("1.1.2027 –", date(2027, 1, 1), None, False),
        ("i 2027", date(2027, 1, 1), date(2027, 12, 31), False),
        ("frå 2027", date(2027, 1, 1), None, False),
        ("til 2029", None, date(2029, 12, 31), False),
        ("Avtalen gjeld frå 1.1.2027 til 31.12.2029", date(2027, 1, 1), date(2029, 12, 31), False),
        ("trer i kraft januar 2027", date(2027, 1, 1), None, False),
        ("tek til å gjelde 1.2.2027", date(2027, 2, 1), None, False),
        ({"fra": "f.o.m. 1.1.2027", "til": "t.o.m. 2029"}, date(2027, 1, 1), date(2029, 12, 31), False),
        ("2027\u20112030", date(2027, 1, 1), date(2030, 12, 31), False),
    ],
)
def test_when_the_agreement_is_valid(skrevet: object, fra: date | None, til: date | None, løpende: bool) -> None:
    periode = les(Periode, skrevet)
    assert (periode.fra, periode.til, periode.løpende, periode.varighet) == (fra, til, løpende, None)


@i_ett("skrevet", ["på ubestemt tid", "Tidsuavgrensa.", "gjelder til den blir sagt opp", "utan sluttdato"])
def test_an_agreement_without_an_end_goes_on(skrevet: str) -> None:
    periode = les(Periode, skrevet)
    assert (periode.løpende, periode.varighet) == (True, None)


def test_a_month_alone_stands_as_it_is_written_and_is_told_to_be_either() -> None:
    """It stopped the document, and a person writes so."""
    assert les(Periode, "Januar 2026").varighet.ord == "Januar 2026"
    assert les(Periode, "trer i kraft når begge har signert").varighet.ord == "trer i kraft når begge har signert"
    (found,) = (d for d in check(GYLDIG + "periode: januar 2026\n", "a.yaml", VALG).diagnostics if d.code == "SPR110")
    assert found.hint is not None
    assert found.hint.startswith("Skriv for eksempel «fra januar 2026» når den begynner da")


@i_ett("skrevet", ["fra 1.1.2027 og i fire år", "1.1.2027 (fire år)", "fire år frå 1.1.2027"])
def test_when_the_agreement_begins_and_how_long_it_lasts(skrevet: str) -> None:
    periode = les(Periode, skrevet)
    assert (periode.fra, periode.varighet) == (date(2027, 1, 1), Varighet(4, Enhet.ÅR))


def test_the_word_for_when_something_begins_is_not_said_twice() -> None:
    for skrevet in ("fra 1.3.2026", "f.o.m. 1.3.2026", "fra og med 1. mars 2026"):
        assert les(Politikontakt, {"fra": skrevet}).fra == date(2026, 3, 1)
    sted = les(Tjenestested, {"navn": "Leknes", "fra": "frå 1. september 2027"})
    assert sted.fra.tekst == "1. september 2027"


@i_ett(
    ("skrevet", "dag"),
    [
        ("innan 1.2.2027", date(2027, 2, 1)),
        ("senest 1. februar 2027", date(2027, 2, 1)),
        ("Q1 2027", date(2027, 3, 31)),
        ("ila 2027", date(2027, 12, 31)),
        ("uke 20/2027", date(2027, 5, 23)),
    ],
)
def test_a_deadline_is_known_by_its_last_day(skrevet: str, dag: date) -> None:
    assert les(TidspunktForm, skrevet) == (skrevet, dag)


def test_a_decision_is_read_with_the_day_written_out() -> None:
    assert les_vedtak("vedtatt i kommunestyret 17. juni 2026, sak 45/26") == {
        "organ": "kommunestyret",
        "dato": "17. juni 2026",
        "sak": "45/26",
    }
    assert les_vedtak("kommunestyret i Flakstad") == {"organ": "kommunestyret i Flakstad"}

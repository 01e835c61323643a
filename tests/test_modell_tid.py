"""People's own ways of writing dates, periods, durations and how often, and what they become."""

from datetime import date
from typing import Any

from avtalegen.modell.datering import DateringForm
from avtalegen.modell.hyppighet import SISTE, Hyppighet, HyppighetForm
from avtalegen.modell.klokke import Ukedag
from avtalegen.modell.periode import Periode
from avtalegen.modell.tid import TidspunktForm, Tidsrom, TidsromForm, les_dato
from avtalegen.modell.varighet import Enhet, FristForm, Varighet, VarighetForm
from tests.formprove import avvist, les
from tests.i_ett import i_ett

DAG, UKE, MÅNED, KVARTAL, HALVÅR, ÅR = Enhet


@i_ett(
    ("skrevet", "betyr"),
    [
        ("2024-10-25", date(2024, 10, 25)),
        ("25.10.2024", date(2024, 10, 25)),
        ("25. 10. 2024", date(2024, 10, 25)),
        ("01.10.16", date(2016, 10, 1)),
        ("25. oktober 2024", date(2024, 10, 25)),
        ("25 okt 2024", date(2024, 10, 25)),
        ("29.02.2028", date(2028, 2, 29)),
        ("17/6-27", date(2027, 6, 17)),
        ("17/6-2027", date(2027, 6, 17)),
        ("17.6-27", date(2027, 6, 17)),
        ("1/1 2026", date(2026, 1, 1)),
        ("1.1 2026", date(2026, 1, 1)),
        ("1.januar 2026", date(2026, 1, 1)),
        ("25.nov.2027", date(2027, 11, 25)),
        ("25. nov. 2027", date(2027, 11, 25)),
        ("den 1. januar 2026", date(2026, 1, 1)),
        ("torsdag 16. september 2027", date(2027, 9, 16)),
        ("Torsdag den 16. september 2027", date(2027, 9, 16)),
        ("tors. 16.9.2027", date(2027, 9, 16)),
        ("tysdag, 14.9.2027", date(2027, 9, 14)),
        ("05-01-2026", date(2026, 1, 5)),
        ("5-1-2026", date(2026, 1, 5)),
        ("5 1 2026", date(2026, 1, 5)),
        ("2026.01.05", date(2026, 1, 5)),
        ("5. januar 26", date(2026, 1, 5)),
        ("5. jan. '26", date(2026, 1, 5)),
        ("5.januar, 2026", date(2026, 1, 5)),
        ("måndag den 5. januar 2026", date(2026, 1, 5)),
        ("05.01.2026.", date(2026, 1, 5)),
        ("1.1.1900", date(1900, 1, 1)),
        ("31.12.2200", date(2200, 12, 31)),
    ],
)
def test_a_date_is_understood(skrevet: str, betyr: date) -> None:
    assert les_dato(skrevet) == betyr
    assert les(DateringForm, skrevet).dato == betyr


@i_ett(
    ("skrevet", "fra", "til"),
    [
        ("2024–2025", date(2024, 1, 1), date(2025, 12, 31)),
        ("2024-2025", date(2024, 1, 1), date(2025, 12, 31)),
        ("2026-27", date(2026, 1, 1), date(2027, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("1.8.2024 — 31.7.2025", date(2024, 8, 1), date(2025, 7, 31)),
        ("2024-08-01 - 2025-07-31", date(2024, 8, 1), date(2025, 7, 31)),
        ("1. januar 2026 til 31. desember 2027", date(2026, 1, 1), date(2027, 12, 31)),
        ("fra og med 1.1.2026 til og med 31.12.2027", date(2026, 1, 1), date(2027, 12, 31)),
        ("til 31.12.2029", None, date(2029, 12, 31)),
        ("fram til 2029", None, date(2029, 12, 31)),
        ("fra 1.8.2026", date(2026, 8, 1), None),
        ("januar 2026–desember 2027", date(2026, 1, 1), date(2027, 12, 31)),
        ("25.10.2024", date(2024, 10, 25), date(2024, 10, 25)),
        ("17/6-27", date(2027, 6, 17), date(2027, 6, 17)),
        ("juli 2026", date(2026, 7, 1), date(2026, 7, 31)),
        ("Juli–august 2026", date(2026, 7, 1), date(2026, 8, 31)),
        ("6.–31. juli 2026", date(2026, 7, 6), date(2026, 7, 31)),
        ("6. juli til 15. august 2026", date(2026, 7, 6), date(2026, 8, 15)),
        ("6.7.–31.7.2026", date(2026, 7, 6), date(2026, 7, 31)),
        ("6/7–31/7 2026", date(2026, 7, 6), date(2026, 7, 31)),
        ("28. desember–3. januar 2027", date(2026, 12, 28), date(2027, 1, 3)),
        ({"fra": "1.8.2024", "til": None}, date(2024, 8, 1), None),
        ({"fra": "januar 2026", "til": "2027"}, date(2026, 1, 1), date(2027, 12, 31)),
    ],
)
def test_a_stretch_of_time_is_understood(skrevet: object, fra: date | None, til: date | None) -> None:
    assert les(TidsromForm, skrevet) == Tidsrom(fra, til)


@i_ett(
    ("skrevet", "betyr"),
    [
        ("3 år", Varighet(3, ÅR)),
        ("et år", Varighet(1, ÅR)),
        ("eit år", Varighet(1, ÅR)),
        ("eitt år", Varighet(1, ÅR)),
        ("18 måneder", Varighet(18, MÅNED)),
        ("tre månadar", Varighet(3, MÅNED)),
        ("6 mnd.", Varighet(6, MÅNED)),
        ("fjorten dager", Varighet(14, DAG)),
        ("seks (6) måneder", Varighet(6, MÅNED)),
        ("3 - tre - måneder", Varighet(3, MÅNED)),
        ("10 virkedager", Varighet(10, DAG, virkedager=True)),
        ("ti yrkedagar", Varighet(10, DAG, virkedager=True)),
        ("et halvt år", Varighet(6, MÅNED)),
        ("eit halvt år", Varighet(6, MÅNED)),
        ("halvannet år", Varighet(18, MÅNED)),
        ("halvanna år", Varighet(18, MÅNED)),
        ("halvtanna år", Varighet(18, MÅNED)),
        ("to (3) måneder", Varighet(0, DAG, ord="to (3) måneder")),
        ("3 - fem - måneder", Varighet(0, DAG, ord="3 - fem - måneder")),
        ("1,5 måneder", Varighet(0, DAG, ord="1,5 måneder")),
        ("1,3 år", Varighet(0, DAG, ord="1,3 år")),
        ("1,5 år", Varighet(18, MÅNED)),
        ("to og et halvt år", Varighet(30, MÅNED)),
    ],
)
def test_a_length_of_time_is_understood(skrevet: str, betyr: Varighet) -> None:
    assert les(VarighetForm, skrevet) == betyr
    assert les(FristForm, skrevet) == betyr


@i_ett(
    ("skrevet", "betyr"),
    [
        ("to uker før", Varighet(2, UKE)),
        ("senest to uker før møtet", Varighet(2, UKE)),
        ("seinast to veker før møtet", Varighet(2, UKE)),
        ("innen 14 dager", Varighet(14, DAG)),
        ("to uker etter møtet", Varighet(2, UKE)),
        ("en uke på forhånd", Varighet(1, UKE)),
        ("Minst 14 dager", Varighet(14, DAG, minst=True)),
        ("minst ti virkedager før møtet", Varighet(10, DAG, minst=True, virkedager=True)),
        ("tre måneders varsel", Varighet(3, MÅNED)),
        ("tre månaders varsel", Varighet(3, MÅNED)),
        ("ett års varsel", Varighet(1, ÅR)),
        ("3 måneders gjensidig oppsigelse", Varighet(3, MÅNED)),
        ("6 mnd. oppsigelsesfrist", Varighet(6, MÅNED)),
    ],
)
def test_a_time_limit_is_understood(skrevet: str, betyr: Varighet) -> None:
    assert les(FristForm, skrevet) == betyr


@i_ett(
    ("skrevet", "betyr", "per_år"),
    [
        ("årlig", Hyppighet(1, ÅR), 1),
        ("Hvert år", Hyppighet(1, ÅR), 1),
        ("Årlig.", Hyppighet(1, ÅR), 1),
        ("kvartalsvis", Hyppighet(1, KVARTAL), 4),
        ("tre ganger i året", Hyppighet(3, ÅR), 3),
        ("minimum 8 ganger per år", Hyppighet(8, ÅR, minst=True), 8),
        ("en dag hver uke", Hyppighet(1, UKE, dager=True), 52),
        ("løpende", Hyppighet(løst="løpende"), None),
        ("etter behov", Hyppighet(løst="ved behov"), None),
        ("årleg", Hyppighet(1, ÅR), 1),
        ("månadleg", Hyppighet(1, MÅNED), 12),
        ("kvart kvartal", Hyppighet(1, KVARTAL), 4),
        ("minst tre gonger i året", Hyppighet(3, ÅR, minst=True), 3),
        ("éin dag kvar veke", Hyppighet(1, UKE, dager=True), 52),
        ("løpande", Hyppighet(løst="løpende"), None),
        ("ein gong i månaden", Hyppighet(1, MÅNED), 12),
        ("1 gang pr. kvartal", Hyppighet(1, KVARTAL), 4),
        ("4 ganger/år", Hyppighet(4, ÅR), 4),
        ("to ganger årlig", Hyppighet(2, ÅR), 2),
        ("to gonger årleg", Hyppighet(2, ÅR), 2),
        ("2–4 ganger i året", Hyppighet(2, ÅR, minst=True, høyst=4), 2),
        ("to til fire ganger i året", Hyppighet(2, ÅR, minst=True, høyst=4), 2),
        ("inntil fire ganger i året", Hyppighet(0, ÅR, minst=True, høyst=4), 0),
        ("hvert andre år", Hyppighet(1, ÅR, hver=2), 0),
        ("hvert annet år", Hyppighet(1, ÅR, hver=2), 0),
        ("annethvert år", Hyppighet(1, ÅR, hver=2), 0),
        ("hvert 2. år", Hyppighet(1, ÅR, hver=2), 0),
        ("kvart andre år", Hyppighet(1, ÅR, hver=2), 0),
        ("annakvart år", Hyppighet(1, ÅR, hver=2), 0),
        ("minst annethvert år", Hyppighet(1, ÅR, minst=True, hver=2), 0),
        ("ikke sjeldnere enn hvert annet år", Hyppighet(1, ÅR, minst=True, hver=2), 0),
        ("ikkje sjeldnare enn to gonger i året", Hyppighet(2, ÅR, minst=True), 2),
        ("én gang annethvert år", Hyppighet(1, ÅR, hver=2), 0),
        ("hvert fjerde år", Hyppighet(1, ÅR, hver=4), 0),
        ("to ganger hvert tredje år", Hyppighet(2, ÅR, hver=3), 0),
        ("annenhver uke", Hyppighet(1, UKE, hver=2), 26),
        ("annakvar veke", Hyppighet(1, UKE, hver=2), 26),
        ("en dag annenhver uke", Hyppighet(1, UKE, hver=2, dager=True), 26),
        ("hver annen måned", Hyppighet(1, MÅNED, hver=2), 6),
        ("kvar annan månad", Hyppighet(1, MÅNED, hver=2), 6),
        ("hver 14. dag", Hyppighet(1, DAG, hver=14), 26),
        ("hver fjortende dag", Hyppighet(1, DAG, hver=14), 26),
        ("hver dag", Hyppighet(1, DAG), 365),
        ("hver tirsdag", Hyppighet(1, UKE, ukedager=(Ukedag.TIRSDAG,)), 52),
        ("kvar tysdag", Hyppighet(1, UKE, ukedager=(Ukedag.TIRSDAG,)), 52),
        ("hver mandag og torsdag", Hyppighet(2, UKE, ukedager=(Ukedag.MANDAG, Ukedag.TORSDAG)), 104),
        ("annenhver onsdag", Hyppighet(1, UKE, hver=2, ukedager=(Ukedag.ONSDAG,)), 26),
        ("hvert år i oktober", Hyppighet(1, ÅR, måneder=(10,)), 1),
        ("årlig, i oktober", Hyppighet(1, ÅR, måneder=(10,)), 1),
        ("i oktober hvert år", Hyppighet(1, ÅR, måneder=(10,)), 1),
        ("hver oktober", Hyppighet(1, ÅR, måneder=(10,)), 1),
        ("kvart år i mars og oktober", Hyppighet(1, ÅR, måneder=(3, 10)), 2),
        ("annethvert år i oktober", Hyppighet(1, ÅR, hver=2, måneder=(10,)), 0),
        ("første onsdag i måneden", Hyppighet(1, MÅNED, ukedager=(Ukedag.ONSDAG,), nummer=(1,)), 12),
        ("fyrste onsdag i månaden", Hyppighet(1, MÅNED, ukedager=(Ukedag.ONSDAG,), nummer=(1,)), 12),
        ("den første onsdagen i hver måned", Hyppighet(1, MÅNED, ukedager=(Ukedag.ONSDAG,), nummer=(1,)), 12),
        ("1. og 3. onsdag i måneden", Hyppighet(2, MÅNED, ukedager=(Ukedag.ONSDAG,), nummer=(1, 3)), 24),
        ("siste fredag i kvartalet", Hyppighet(1, KVARTAL, ukedager=(Ukedag.FREDAG,), nummer=(SISTE,)), 4),
        ("andre torsdag annenhver måned", Hyppighet(1, MÅNED, hver=2, ukedager=(Ukedag.TORSDAG,), nummer=(2,)), 6),
        (
            "første mandag i mars og september",
            Hyppighet(1, ÅR, ukedager=(Ukedag.MANDAG,), nummer=(1,), måneder=(3, 9)),
            2,
        ),
        ("torsdager", Hyppighet(1, UKE, ukedager=(Ukedag.TORSDAG,)), 52),
        ("på tysdagar", Hyppighet(1, UKE, ukedager=(Ukedag.TIRSDAG,)), 52),
        ("man- og onsdager", Hyppighet(2, UKE, ukedager=(Ukedag.MANDAG, Ukedag.ONSDAG)), 104),
        ("annenhver torsdag", Hyppighet(1, UKE, hver=2, ukedager=(Ukedag.TORSDAG,)), 26),
        ("hverdager", Hyppighet(5, UKE, ukedager=tuple(Ukedag)[:5]), 260),
        ("vår og høst", Hyppighet(1, ÅR, årstider=(0, 2)), 2),
        ("vår og haust", Hyppighet(1, ÅR, årstider=(0, 2)), 2),
        ("hver høst", Hyppighet(1, ÅR, årstider=(2,)), 1),
        ("kvar haust", Hyppighet(1, ÅR, årstider=(2,)), 1),
        ("om våren", Hyppighet(1, ÅR, årstider=(0,)), 1),
        ("på våren og på høsten", Hyppighet(1, ÅR, årstider=(0, 2)), 2),
        ("to ganger i året, vår og høst", Hyppighet(2, ÅR, årstider=(0, 2)), 2),
        ("halvårlig, i mars og oktober", Hyppighet(1, HALVÅR, måneder=(3, 10)), 2),
        ("i mars og oktober", Hyppighet(1, ÅR, måneder=(3, 10)), 2),
        ("hver onsdag vår og høst", Hyppighet(1, UKE, ukedager=(Ukedag.ONSDAG,), årstider=(0, 2)), 2),
        ("to årlige møter", Hyppighet(2, ÅR), 2),
        ("fire møter årlig", Hyppighet(4, ÅR), 4),
        ("2 faste møter i halvåret", Hyppighet(2, HALVÅR), 4),
        ("ca. fire ganger i året", Hyppighet(4, ÅR, omtrent=True), 4),
        ("omtrent hver måned", Hyppighet(1, MÅNED, omtrent=True), 12),
        ("4 eller flere ganger i året", Hyppighet(4, ÅR, minst=True), 4),
        ("2 x i året", Hyppighet(2, ÅR), 2),
        ("en gang pr. mnd.", Hyppighet(1, MÅNED), 12),
        ("én gang per md.", Hyppighet(1, MÅNED), 12),
        ("kvartalsvis, i mars og oktober", Hyppighet(1, KVARTAL, måneder=(3, 10)), 4),
        ("ca. hver tirsdag", Hyppighet(1, UKE, ukedager=(Ukedag.TIRSDAG,), omtrent=True), 52),
    ],
)
def test_how_often_is_understood_and_is_so_many_times_in_every_year(
    skrevet: str, betyr: Hyppighet, per_år: int | None
) -> None:
    assert les(HyppighetForm, skrevet) == betyr == les(HyppighetForm, betyr.skriv())
    assert betyr.per_år == per_år
    assert betyr.er_ledd


@i_ett(
    ("type_", "skrevet", "melding", "råd"),
    [
        (DateringForm, "31.02.2024", "«31.02.2024» finnes ikke", "«25.10.2024»"),
        (DateringForm, "31. Februar 2024", "«31. Februar 2024» finnes ikke", "«25.10.2024»"),
        (DateringForm, "1.1.0001", "Året i datoen «1.1.0001» kan ikke stemme", "fra 1900 til 2200"),
        (DateringForm, "1.1.2300", "Året i datoen «1.1.2300» kan ikke stemme", "fra 1900 til 2200"),
        (
            DateringForm,
            "Fredag 16. september 2027",
            "«Fredag 16. september 2027» kan ikke stemme: Datoen er en torsdag",
            "Rett",
        ),
        (TidspunktForm, "1.1.0001", "Året i datoen «1.1.0001» kan ikke stemme", "fra 1900 til 2200"),
        (TidsromForm, {"fra": "1.8.2024", "slutt": "2025"}, "«slutt» hører ikke til et tidsrom", "«fra» og «til»"),
        (TidsromForm, "31.–6. juli 2026", "«31.–6. juli 2026» kan ikke leses", "«6.–31. juli 2026»"),
        (VarighetForm, "0 År", "«0 År» er ikke noen tid", "«3 år»"),
        (VarighetForm, "0 år", "«0 år» er ikke noen tid", "«3 år»"),
    ],
)
def test_a_time_that_cannot_be_read_is_refused_with_what_can_be_written(
    type_: Any, skrevet: object, melding: str, råd: str
) -> None:
    said = avvist(type_, skrevet)
    assert melding in said[0]
    assert råd in said[1]


@i_ett(
    ("skrevet", "siste_dag"),
    [
        ("25.10.2024", date(2024, 10, 25)),
        ("den 25. oktober 2024", date(2024, 10, 25)),
        ("innen utgangen av 2016", date(2016, 12, 31)),
        ("2026", date(2026, 12, 31)),
        ("desember 2024", date(2024, 12, 31)),
        ("i februar 2028", date(2028, 2, 29)),
        ("våren 2027", date(2027, 6, 30)),
        ("2. kvartal 2026", date(2026, 6, 30)),
        ("hausten 2027", date(2027, 12, 31)),
        ("innan utgangen av 2026", date(2026, 12, 31)),
        ("når planen er klar", None),
        ("medio mars 2026", date(2026, 3, 31)),
        ("uke 12 2026", date(2026, 3, 22)),
        ("første halvår 2026", date(2026, 6, 30)),
        ("uke 12", None),
        ("Utgangen av 2027", date(2027, 12, 31)),
        ("Desember 2024", date(2024, 12, 31)),
    ],
)
def test_a_point_in_time_keeps_its_words_and_knows_its_last_day(skrevet: str, siste_dag: date | None) -> None:
    tidspunkt = les(TidspunktForm, skrevet)
    assert (tidspunkt.tekst, tidspunkt.dato) == (skrevet, siste_dag)


@i_ett(
    ("skrevet", "fra", "til", "løpende"),
    [
        ("2024–2025", date(2024, 1, 1), date(2025, 12, 31), False),
        ("2026-27", date(2026, 1, 1), date(2027, 12, 31), False),
        ("1. januar 2026 til 31. desember 2027", date(2026, 1, 1), date(2027, 12, 31), False),
        ("januar 2026–desember 2027", date(2026, 1, 1), date(2027, 12, 31), False),
        ("til 31.12.2029", None, date(2029, 12, 31), False),
        ("1/1 2026", date(2026, 1, 1), None, False),
        ("fra januar 2026", date(2026, 1, 1), None, False),
        ("25.10.2024 – løpende", date(2024, 10, 25), None, True),
        ("løpende fra 1.1.2026", date(2026, 1, 1), None, True),
        ("fra 25. oktober 2024", date(2024, 10, 25), None, False),
        ("fra 1.1.2026 til 31.12.2027", date(2026, 1, 1), date(2027, 12, 31), False),
        ("løpende", None, None, True),
        ("inntil videre", None, None, True),
        ("frå 1.1.2026 til 31.12.2027", date(2026, 1, 1), date(2027, 12, 31), False),
        ("25.10.2024 – løpande", date(2024, 10, 25), None, True),
        ({"fra": "2026", "til": "desember 2027"}, date(2026, 1, 1), date(2027, 12, 31), False),
        ({"til": "31.12.2027", "løpende": "nei"}, None, date(2027, 12, 31), False),
    ],
)
def test_a_period_in_one_line_means_the_long_form(
    skrevet: object, fra: date | None, til: date | None, løpende: bool
) -> None:
    periode = les(Periode, skrevet)
    assert (periode.fra, periode.til, periode.løpende) == (fra, til, løpende)


def test_a_period_may_be_how_long_it_lasts() -> None:
    assert les(Periode, "3 år").varighet == Varighet(3, ÅR)
    periode = les(Periode, "3 år fra 1.1.2026")
    assert (periode.varighet, periode.fra) == (Varighet(3, ÅR), date(2026, 1, 1))

"""People's own ways of writing values, and what they become."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import SchemaValidator

from avtalegen.modell.base import form
from avtalegen.modell.apningstider import Åpningstider
from avtalegen.modell.former import Antall, AntallForm, Heltall, JaNei, Telefon
from avtalegen.modell.hyppighet import Hyppighet, HyppighetForm
from avtalegen.modell.klokke import Klokkeslett, KlokkeslettForm, Ukedag, Ukedager, Åpent
from avtalegen.modell.tall import Kroner, Prosent
from avtalegen.modell.periode import Periode
from avtalegen.modell.tid import (
    Dato,
    Enhet,
    TidspunktForm,
    Tidsrom,
    TidsromForm,
    Varighet,
    VarighetForm,
)

HVERDAGER = tuple(Ukedag)[:5]
MAN, TIR, ONS, TOR, FRE, LØR, SØN = Ukedag


def les(type_: Any, data: object) -> Any:
    return SchemaValidator(form(type_).core).validate_python(data)


@pytest.mark.parametrize(
    ("type_", "skrevet", "betyr"),
    [
        (Dato, "2024-10-25", date(2024, 10, 25)),
        (Dato, "25.10.2024", date(2024, 10, 25)),
        (Dato, "25. 10. 2024", date(2024, 10, 25)),
        (Dato, "01.10.16", date(2016, 10, 1)),
        (Dato, "25. oktober 2024", date(2024, 10, 25)),
        (Dato, "25 okt 2024", date(2024, 10, 25)),
        (Dato, "29.02.2028", date(2028, 2, 29)),
        (Heltall, "2", 2),
        (Heltall, "fire", 4),
        (Heltall, "12 000", 12000),
        (AntallForm, "4", Antall(4)),
        (AntallForm, "minst to", Antall(2, minst=True)),
        (AntallForm, "minimum 2 møter", Antall(2, minst=True)),
        (JaNei, "ja", True),
        (JaNei, "Nei", False),
        (JaNei, "no", False),
        (Prosent, "50 %", 50.0),
        (Prosent, "12,5 prosent", 12.5),
        (Kroner, "250 000 kr", 250000),
        (Kroner, "kr 250.000,-", 250000),
        (Telefon, "02800", ("02800",)),
        (Telefon, "75 58 90 00/02800", ("75589000", "02800")),
        (Telefon, "800 40 008 eller 815 20 077", ("80040008", "81520077")),
        (Telefon, ["112", "tlf. 02800"], ("112", "02800")),
        (Telefon, "+47 76 05 43 01", ("+4776054301",)),
        (VarighetForm, "3 år", Varighet(3, Enhet.ÅR)),
        (VarighetForm, "to uker før", Varighet(2, Enhet.UKE)),
        (VarighetForm, "18 måneder", Varighet(18, Enhet.MÅNED)),
        (HyppighetForm, "årlig", Hyppighet(1, Enhet.ÅR)),
        (HyppighetForm, "Hvert år", Hyppighet(1, Enhet.ÅR)),
        (HyppighetForm, "kvartalsvis", Hyppighet(1, Enhet.KVARTAL)),
        (HyppighetForm, "tre ganger i året", Hyppighet(3, Enhet.ÅR)),
        (HyppighetForm, "minimum 8 ganger per år", Hyppighet(8, Enhet.ÅR, minst=True)),
        (HyppighetForm, "en dag hver uke", Hyppighet(1, Enhet.UKE, dager=True)),
        (HyppighetForm, "løpende", Hyppighet(løst="løpende")),
        (HyppighetForm, "årleg", Hyppighet(1, Enhet.ÅR)),
        (HyppighetForm, "månadleg", Hyppighet(1, Enhet.MÅNED)),
        (HyppighetForm, "kvart kvartal", Hyppighet(1, Enhet.KVARTAL)),
        (HyppighetForm, "minst tre gonger i året", Hyppighet(3, Enhet.ÅR, minst=True)),
        (HyppighetForm, "éin dag kvar veke", Hyppighet(1, Enhet.UKE, dager=True)),
        (HyppighetForm, "løpande", Hyppighet(løst="løpende")),
        (VarighetForm, "eitt år", Varighet(1, Enhet.ÅR)),
        (Ukedager, "måndag–fredag", HVERDAGER),
        (Ukedager, "kvardagar", HVERDAGER),
        (Ukedager, "tysdag og laurdag", (TIR, LØR)),
        (Åpningstider, "laurdag stengt", (Åpent((LØR,), None, None, "stengt"),)),
        (KlokkeslettForm, "09:00", Klokkeslett(9, 0)),
        (KlokkeslettForm, "kl. 9.30", Klokkeslett(9, 30)),
        (KlokkeslettForm, "1430", Klokkeslett(14, 30)),
        (KlokkeslettForm, "24.00", Klokkeslett(24, 0)),
        (TidsromForm, "2024–2025", Tidsrom(date(2024, 1, 1), date(2025, 12, 31))),
        (TidsromForm, "2024-2025", Tidsrom(date(2024, 1, 1), date(2025, 12, 31))),
        (TidsromForm, "1.8.2024 — 31.7.2025", Tidsrom(date(2024, 8, 1), date(2025, 7, 31))),
        (TidsromForm, "2024-08-01 - 2025-07-31", Tidsrom(date(2024, 8, 1), date(2025, 7, 31))),
        (TidsromForm, {"fra": "1.8.2024", "til": None}, Tidsrom(date(2024, 8, 1), None)),
        (Ukedager, "mandag–fredag", HVERDAGER),
        (Ukedager, "man, ons og fre", (MAN, ONS, FRE)),
        (Ukedager, "onsdager", (ONS,)),
        (Ukedager, ["tirsdag", "torsdag"], (TIR, TOR)),
        (Åpningstider, "Mandag-fredag kl. 09.00-14.30", (Åpent(HVERDAGER, Klokkeslett(9, 0), Klokkeslett(14, 30)),)),
        (Åpningstider, "0800 – 1500", (Åpent((), Klokkeslett(8, 0), Klokkeslett(15, 0)),)),
        (
            Åpningstider,
            "man–ons 9–15, torsdag 9–18; lørdag stengt",
            (
                Åpent((MAN, TIR, ONS), Klokkeslett(9, 0), Klokkeslett(15, 0)),
                Åpent((TOR,), Klokkeslett(9, 0), Klokkeslett(18, 0)),
                Åpent((LØR,), None, None, "stengt"),
            ),
        ),
        (Åpningstider, {"søndag": "12–14"}, (Åpent((SØN,), Klokkeslett(12, 0), Klokkeslett(14, 0)),)),
    ],
)
def test_a_way_of_writing_is_understood(type_: Any, skrevet: object, betyr: object) -> None:
    assert les(type_, skrevet) == betyr


@pytest.mark.parametrize(
    ("type_", "skrevet"),
    [
        (Dato, "31.02.2024"),
        (Dato, "neste uke"),
        (Dato, "2024"),
        (Heltall, "noen"),
        (Heltall, "-1"),
        (AntallForm, "mange"),
        (JaNei, "kanskje"),
        (Prosent, "120 %"),
        (Kroner, "mye"),
        (VarighetForm, "lenge"),
        (HyppighetForm, "av og til"),
        (KlokkeslettForm, "25:00"),
        (KlokkeslettForm, "10:61"),
        (TidsromForm, {"fra": "1.8.2024", "slutt": "2025"}),
        (Ukedager, "fredag–mandag"),
        (Åpningstider, "mandag 15–9"),
        (Åpningstider, "når det passer"),
        (Telefon, []),
    ],
)
def test_what_cannot_be_read_is_rejected_with_the_forms_that_can(type_: Any, skrevet: object) -> None:
    with pytest.raises(ValueError, match=r"«|finnes ikke|mangler") as raised:
        les(type_, skrevet)
    (error,) = raised.value.errors()  # type: ignore[attr-defined]
    assert error["type"] == "uleselig"
    assert "«" in error["ctx"]["råd"]


@pytest.mark.parametrize(
    ("skrevet", "siste_dag"),
    [
        ("25.10.2024", date(2024, 10, 25)),
        ("innen utgangen av 2016", date(2016, 12, 31)),
        ("desember 2024", date(2024, 12, 31)),
        ("i februar 2028", date(2028, 2, 29)),
        ("våren 2027", date(2027, 6, 30)),
        ("2. kvartal 2026", date(2026, 6, 30)),
        ("hausten 2027", date(2027, 12, 31)),
        ("innan utgangen av 2026", date(2026, 12, 31)),
        ("når planen er klar", None),
    ],
)
def test_a_point_in_time_keeps_its_words_and_knows_its_last_day(skrevet: str, siste_dag: date | None) -> None:
    tidspunkt = les(TidspunktForm, skrevet)
    assert (tidspunkt.tekst, tidspunkt.dato) == (skrevet, siste_dag)


@pytest.mark.parametrize(
    ("skrevet", "fra", "til", "løpende"),
    [
        ("2024–2025", date(2024, 1, 1), date(2025, 12, 31), False),
        ("25.10.2024 – løpende", date(2024, 10, 25), None, True),
        ("fra 25. oktober 2024", date(2024, 10, 25), None, False),
        ("fra 1.1.2026 til 31.12.2027", date(2026, 1, 1), date(2027, 12, 31), False),
        ("løpende", None, None, True),
        ("frå 1.1.2026 til 31.12.2027", date(2026, 1, 1), date(2027, 12, 31), False),
        ("25.10.2024 – løpande", date(2024, 10, 25), None, True),
    ],
)
def test_a_period_in_one_line_means_the_long_form(
    skrevet: str, fra: date | None, til: date | None, løpende: bool
) -> None:
    periode = SchemaValidator(Periode.kjerne).validate_python(skrevet)
    assert (periode.fra, periode.til, periode.løpende) == (fra, til, løpende)


ALLE = [Dato, Heltall, AntallForm, JaNei, Prosent, Kroner, Telefon, VarighetForm, HyppighetForm, KlokkeslettForm]
ALLE += [TidsromForm, Ukedager, Åpningstider, TidspunktForm]
PLAIN = st.recursive(
    st.text() | st.from_regex(r"[0-9 .:–-]{1,12}"),
    lambda inner: st.lists(inner | st.none(), max_size=3) | st.dictionaries(st.text(), inner | st.none(), max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(ALLE), PLAIN)
def test_no_value_makes_a_form_fail_in_another_way_than_by_rejecting(type_: Any, data: object) -> None:
    try:
        les(type_, data)
    except ValueError as error:
        assert {e["type"] for e in error.errors()} <= {"uleselig", "fasong"}  # type: ignore[attr-defined]

"""Every form of a value, as data and read again, and Python's own values where the YAML has text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from avtalegen.modell.apningstider import Åpningstider
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.data import fra_python
from avtalegen.modell.datering import Dato
from avtalegen.modell.deler import Rolle, Vedtak
from avtalegen.modell.former import AntallForm, JaNei, MarkdownTekst, Målform, Status, Telefon
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.klokke import KlokkeslettForm, Ukedag, Ukedager
from avtalegen.modell.moter import Møter
from avtalegen.modell.politirad import Politiråd
from avtalegen.modell.tall import Andel, Heltall, Kroner, Prosent, Tall
from avtalegen.modell.tid import TidspunktForm, Tidsrom, TidsromForm
from avtalegen.modell.varighet import FristForm, VarighetForm
from tests.formprove import les, skrevet
from tests.i_ett import i_ett
from tests.test_modell_alle_former import ALLE, PLAIN

GANGER = ("en gang ", "to dager ", "2–4 ganger ", "minst 3 ganger ", "inntil 4 møter ", "minst inntil 4 besøk ")
NÅR = ("", " i mars", " i mai og juni")
HVER = ("hver uke", "hvert andre år", "hver 14. dag", "i halvåret")
DAGER = ("hver mandag", "minst annenhver tirsdag og onsdag", "hver man, ons og fre")
TEKSTER: dict[Any, list[object]] = {
    HyppighetForm: [
        *("løpende", "etter behov", "årlig", "minst årlig", "hver oktober", "hver hverdag", "minst hver mandag"),
        *(f"{antall}{hver}{når}" for antall, hver, når in product(GANGER, HVER, NÅR)),
        *(f"{hver}{når}" for hver, når in product((*HVER[:-1], *DAGER), NÅR)),
    ],
    Prosent: [f"{p:.2f} {hva}".replace(".", ",") for p in (0.29, 0.33, 1) for hva in ("stilling", "%", "årsverk")]
    + ["inntil 50 %", "en halv stilling"],
    Kroner: ["250 000 kr", "1,2 millioner", "999999999 millioner", "123456789,37 mill"],
    Åpningstider: [
        *("kl. 9-15", "mandag 9–15 (a)", "mandag 9-15 ()", "9–15 ( x )", "lørdag stengt", "stengt", "mandag 20–02"),
        *("", "man, ons og fre 9–15 og 16–18, lørdag etter avtale", "mandag 18–24", {"mandag": "9–15"}, []),
    ],
    AntallForm: ["1", "minst 0", "4–6", "inntil 1", "inntil 0"],
    VarighetForm: ["3 år", "et halvt år", "2,5 år", "10 virkedager"],
    FristForm: ["minst 14 dager", "en måneds varsel", "10 virkedager før møtet"],
    TidsromForm: ["2024–2025", "fra 2026", "til 2027", {}, {"fra": "2027", "til": "2026"}],
    TidspunktForm: ["utgangen av 2026", "når det passer"],
    Tall: ["4", "2,50", "123456789,25"],
    KlokkeslettForm: ["9", "kl. 24", "0905"],
    Ukedager: ["hverdager", "ons, man"],
    Telefon: ["02800", "76 05 43 01 / vakttelefonen"],
    MarkdownTekst: ["", " - a\n - b "],
    JaNei: ["ja", "no"],
    Status: ["vedteken", "Til behandling"],
}


def cases() -> Iterator[tuple[Any, object]]:
    return ((form, tekst) for form, tekster in TEKSTER.items() for tekst in tekster)


def same(form: Any, tekst: object) -> bool:
    """Read a text and tell whether what it is written as means the same."""
    verdi = les(form, tekst)
    igjen = les(form, skrevet(form, verdi))
    like = all(getattr(igjen, navn, None) == getattr(verdi, navn, None) for navn in ("grense", "til", "ord"))
    return repr(igjen) == repr(verdi) and like


@i_ett(("form", "tekst"), list(cases()), ids=lambda value: str(value)[:40])
def test_what_a_value_is_written_as_means_the_same(form: Any, tekst: object) -> None:
    assert same(form, tekst)


@given(st.sampled_from(ALLE), PLAIN)
def test_whatever_can_be_read_is_written_as_something_that_means_the_same(form: Any, data: object) -> None:
    try:
        les(form, data)
    except ValueError:
        return
    assert same(form, data)


@i_ett(
    ("form", "verdi", "tekst"),
    [
        (Dato, date(2026, 10, 25), "25.10.2026"),
        (Dato, datetime(2026, 10, 25), "25.10.2026"),
        (KlokkeslettForm, time(9, 5), "09.05"),
        (Heltall, 4, "fire"),
        (Tall, 2.5, "2,5"),
        (Tall, 4.0, "4"),
        (JaNei, True, "ja"),
        (Prosent, Andel(50, "inntil"), "inntil 50 %"),
        (Status, Status.SIGNERT, "signert"),
        (Målform, Målform.NYNORSK, "nynorsk"),
        (Ukedager, (Ukedag.ONSDAG,), "onsdag"),
        (Ukedager, Ukedag.ONSDAG, "onsdag"),
        (Åpningstider, {Ukedag.MANDAG: "9–15"}, "mandag 9–15"),
        (TidsromForm, Tidsrom(date(2026, 1, 1), None), "fra 1.1.2026"),
        (Telefon, ["02800"], "02800"),
        (Møter, 4, "4"),
    ],
)
def test_a_value_of_python_s_own_is_read_as_its_text(form: Any, verdi: object, tekst: str) -> None:
    assert les(form, verdi) == les(form, tekst)


def test_a_part_is_made_of_parts_and_of_short_forms() -> None:
    assert Politiråd.model_validate({"møter": 4, "leder": Rolle(tittel="ordfører")}) == Politiråd.model_validate(
        {"møter": {"per_år": "4"}, "leder": "ordfører"}
    )
    assert Vedtak(organ="kommunestyret", dato=date(2026, 1, 2)).model_dump(exclude_none=True) == {
        "organ": "kommunestyret",
        "dato": "2026-01-02",
    }


def _in_itself() -> list[object]:
    inner: list[object] = []
    inner.append(inner)
    return inner


@pytest.mark.parametrize(
    "value",
    [_in_itself(), {(1,): 2}, float("nan"), float("-inf"), 10**5_000],
    ids=["cycle", "key", "nan", "inf", "int"],
)
@pytest.mark.parametrize("field", ["tittel", "formål", "våpen"])
def test_what_no_yaml_can_say_is_an_error_of_pydantic_s(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Avtale.model_validate(
            {
                "format": 1,
                "avtale": {"status": "utkast", field: value},
                "parter": {"kommuner": "1859", "politi": "Nordland politidistrikt"},
            }
        )
    assert "4300" not in str(caught.value)


def test_each_value_in_lists_in_lists_is_written_once() -> None:
    """As many times as it has lists around it, is what takes a file of nothing but brackets out of hand."""
    spurt = []

    class Verdi:
        def skriv(self) -> int:
            spurt.append(self)
            return 7

    dypt: object = Verdi()
    for _ in range(20):
        dypt = [{"a": dypt}]
    lest: Any = fra_python(dypt)
    for _ in range(20):
        lest = lest[0]["a"]
    assert (lest, len(spurt)) == ("7", 1)

"""The same said in another form: what is typed counts for what it says, and is told when we write it otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.tilbake.like import jevnet
from avtalegen.tilbake.rest import FORM
from tests.i_ett import i_ett
from tests.redigerte_dokumenter import FLAKSTAD, RIK_NYNORSK
from tests.tilbakeprove import byttet, ført


@i_ett(
    ("en", "annen"),
    [
        ("Dato 14.12.2025", "Dato 14. desember 2025"),
        ("14. Desember 2025", "2025-12-14"),
        ("76 05 43 01", "76054301"),
        ("800 40 008", "80040008"),
        ("480 000 kroner", "480.000 kroner"),
        ("1 250 000", "1250000"),
        ("480 000 kroner", "kr 480.000,-"),
        ("75 kroner i året", "75,- i året"),
        ("480 000 kroner", "kr. 480 000"),
        ("480 000 kroner", "480 000 kr"),
        ("+47 76 05 43 01", "+47 76054301"),
        ("60 %", "60 prosent"),
        ("09.00–14.30", "9:00-14:30"),
        ("«Avtale om politiråd»", '"Avtale om politiråd"'),
        ("“Avtale” – det’s alt", '"Avtale" - det\'s alt'),
    ],
)
def test_it_is_the_same(en: str, annen: str) -> None:
    assert jevnet(en) == jevnet(annen)


@i_ett(
    ("en", "annen"),
    [
        ("14. desember 2025", "15. desember 2025"),
        ("31. februar 2026", "3. mars 2026"),
        ("76 05 43 01", "76 05 43 10"),
        ("480 000", "48 000"),
        ("kr 480", "480"),
        ("+47 76 05 43 01", "76 05 43 01"),
        ("09.00", "19.00"),
        ("60 %", "60"),
        ("2026–2028", "20262028"),
        ("§ 12.3", "§ 123"),
        ("10 12", "1012"),
        ("kl. 9.00", "kl. 900"),
        ("«a»", "a"),
        ("“a”", "a"),
        ("1–2", "12"),
        ("det’s", "dets"),
    ],
)
def test_it_is_something_else(en: str, annen: str) -> None:
    assert jevnet(en) != jevnet(annen)


@pytest.mark.parametrize(
    ("fil", "var", "er", "skrevet"),
    [
        (RIK_NYNORSK, "12. desember 2025", "14.12.2025", "14.12.2025"),
        (RIK_NYNORSK, "7. mai 2026", "2026-05-21", "21.5.2026"),
        (FLAKSTAD, "76 05 43 01", "76054399", "76054399"),
        (RIK_NYNORSK, "60 %", "55 prosent", "55 prosent"),
    ],
)
def test_a_value_typed_in_another_form_is_the_value(fil: Path, var: str, er: str, skrevet: str) -> None:
    svar = ført(byttet(var, er), file=fil)
    assert [*svar.endringer.verdier.values()] == [skrevet]
    assert [(sted.slag, sted.grunn) for sted in svar.rest] == [("følge", FORM)]

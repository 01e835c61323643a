"""How the pages of the editor look and are reached, in Chromium: axe, narrow and wide, light and dark, by keyboard."""

from __future__ import annotations

from typing import Any

import pytest

from tests.grundig import grundig
from tests.konformitet.test_rediger_konformitet import drive

pytestmark = pytest.mark.konformitet
JUDGED = {"aria-allowed-role", "button-name", "color-contrast", "html-has-lang", "region"}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what was seen of each page (`rediger_sider.mjs`)."""
    return drive("rediger_sider.mjs", tmp_path_factory.mktemp("sider"), 1500)


def test_axe_finds_no_fault_on_any_page(seen: dict[str, Any]) -> None:
    assert len(seen["looks"]) == 6 * 13
    for look in seen["looks"]:
        assert look["violations"] == [], look
        if look["width"] in (1440, 390):
            assert set(look["passes"]) >= (JUDGED if look["scheme"] == "light" else {"color-contrast"})
    assert len({look["background"] for look in seen["looks"]}) > 1


def test_no_page_is_wider_than_its_window_and_what_is_pressed_is_large_enough(seen: dict[str, Any]) -> None:
    for look in seen["looks"]:
        assert max(look["overflow"]) <= 0, look
        assert look["small"] == [], look


def test_the_sheet_is_one_stop_and_the_arrows_go_between_its_sentences(seen: dict[str, Any]) -> None:
    sheet = seen["sheet"]
    assert len(sheet["stops"]) == 1
    assert sheet["violations"] == []
    first, second = sheet["spoken"]
    assert first.startswith("Endre: Samarbeidsavtale mellom Flakstad")
    assert second.startswith("Endre: ")
    assert second != first


def test_a_sentence_leads_to_its_field_and_escape_back_to_it(seen: dict[str, Any]) -> None:
    sheet = seen["sheet"]
    if sheet["fields"] is None:
        pytest.skip("tjeneren sier ikke hvilke tekster verdiene står i")
    assert sheet["fields"] == [
        "i-politiråd.møter.per_år",
        "i-tjenestetilbud.tjenestesteder.1.tjenester.0",
        "i-evaluering.hyppighet",
        "i-parter.kommuner.0.leder.navn",
    ]
    assert "Hans Fredrik" in sheet["back"]


def test_nothing_is_refused(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == []


@grundig
def test_every_field_of_the_format_is_written_through_its_own_control_and_read_back(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    seen = drive("rediger_felter.mjs", tmp_path_factory.mktemp("felter"), 1500)
    assert seen["fields"] > 300
    assert seen["missing"] == ["Avtale.arv"]  # which files an agreement inherits from, is no question to a secretary
    # An agreement with an end can't go on for ever, and says so: in nynorsk, which the script has chosen before.
    assert seen["wrong"] == ["Periode.løpende"]
    assert dict(seen["refused"])["periode.løpende"] == "Avtalen kan ikkje både vere løpande og ha sluttdato."
    assert seen["complaints"] == []

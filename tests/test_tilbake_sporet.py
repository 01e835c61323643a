"""Tracked changes: accepted by default, and rejected when somebody asks for that."""

from __future__ import annotations

import pytest

from avtalegen.tilbake import Tilbake
from tests.hentprove import edited, made
from tests.tilbakeprove import Endre, av_dokument, byttet, sporet, sporet_borte

PER_ÅR = ("politiråd", "møter", "per_år")
LEDER = ("parter", "kommuner", 0, "leder", "navn")


def svar(*endre: Endre, rejected: bool = False) -> Tilbake:
    data = made()
    for en in endre:
        data = edited(data, en)
    return av_dokument(data, rejected=rejected)


@pytest.mark.parametrize(
    ("gammel", "ny", "verdi"),
    [
        ("Hans Fredrik Sørdal", "Kari Nes", "Kari Nes"),
        (" Sørdal", " Sørdal Berg", "Hans Fredrik Sørdal Berg"),
        ("Hans", "Hans Ove", "Hans Ove Fredrik Sørdal"),
        ("Fredrik ", "", "Hans Sørdal"),
    ],
)
def test_what_is_typed_over_a_value_or_at_its_edge_belongs_to_it(gammel: str, ny: str, verdi: str) -> None:
    funnet = svar(sporet(gammel, ny))
    assert funnet.endringer.verdier == {LEDER: verdi}
    assert not funnet.rest
    assert svar(sporet(gammel, ny), rejected=True).endringer.verdier == {}


def test_a_plain_change_counts_whatever_is_done_with_the_tracked() -> None:
    begge = byttet("minst to faste", "fire faste"), sporet("Hans Fredrik Sørdal", "Kari Nes")
    assert svar(*begge).endringer.verdier == {PER_ÅR: "fire", LEDER: "Kari Nes"}
    assert svar(*begge, rejected=True).endringer.verdier == {PER_ÅR: "fire"}


def test_a_tracked_item_that_is_gone() -> None:
    deltakere = ("samarbeidsfora", 0, "deltakere")
    assert svar(sporet_borte("NAV")).endringer.lister == {deltakere: (0, 1, 2, 3, 5)}
    assert not svar(sporet_borte("NAV"), rejected=True).endringer

"""What is too much for a draft: told soon, or left out of the values and kept as not placed, and never lost."""

from __future__ import annotations

import re
from random import Random

import pytest

from avtalegen.flyt import check
from avtalegen.importering import KildeFeil, grense, importer, les
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import Spenn
from avtalegen.importering.kilde import Kilde, Linje, Sted
from avtalegen.importering.oppsett import oppsett
from tests.skritt import steps

HODE = "Samarbeidsavtale mellom Malvik kommune og Trøndelag politidistrikt\n\n"
FOR_MYE = "mer i seg enn en avtale kan ha"
ORD = (
    *("politirådet", "møtes", "ordfører", "leder", "kommunen", "politi", "12.", "mars", "kl.", "10-14", "telefon"),
    *("02800", "og", "eller,", "første", "onsdag"),
)


def prosa(ord_: int) -> str:
    tilfeldig = Random(4)
    return "\n\n".join(" ".join(tilfeldig.choices(ORD, k=60)).capitalize() + "." for _ in range(ord_ // 60))


@pytest.mark.parametrize(
    ("tekst", "tapt"),
    [
        ("ord mer " * 15_000, "ord mer ord mer"),
        ("Politirådet drøfter " + "a" * 1_001 + " og mer.", "a" * 1_001),
        ("1. Politirådet\n\nRådet drøfter:\n\n- " + "b" * 1_500 + "\n- ran\n- " + "c" * 1_200 + "\n", "c" * 1_200),
        ("abc-" * 1_000, "abc-" * 1_000),
    ],
    ids=range(4),
)
def test_what_no_value_has_room_for_is_not_placed_and_the_draft_is_valid(tekst: str, tapt: str) -> None:
    utkast = importer(les((HODE + tekst).encode(), "a.txt"))
    assert {funn.code for funn in check(utkast.yaml, "a.yaml").diagnostics if funn.code[:3] in ("SKJ", "YML")} == set()
    assert any(tapt in en.tekst for en in utkast.ikke_plassert)
    assert re.search(f"^# linje [0-9]+: .*{tapt}", utkast.yaml, re.MULTILINE)


@pytest.mark.parametrize(
    "tekst",
    ["og " * (grense.MEST_ORD + 1), "abcdefghijklmno " * (grense.MEST_TEGN // 16), "Æ" * (grense.LENGSTE_ORD + 1)],
    ids=range(3),
)
def test_more_than_any_agreement_has_is_told_soon(tekst: str) -> None:
    with steps(2_000_000), pytest.raises(KildeFeil, match=FOR_MYE):
        importer(les((HODE + tekst).encode(), "a.txt"))


def test_what_takes_too_long_is_told_wherever_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """However late the time is up, it is seen."""
    kilde = les((HODE + prosa(600)).encode(), "a.txt")
    spurt = 0

    def klokke() -> float:
        nonlocal spurt
        spurt += 1
        return float(spurt)

    monkeypatch.setattr(grense, "thread_time", klokke)
    monkeypatch.setattr(grense, "SEKUNDER", 1e9)
    importer(kilde)
    alle = spurt
    assert alle > 100
    for andel in (0.001, 0.2, 0.5, 0.9, 0.99):
        spurt = 0
        monkeypatch.setattr(grense, "SEKUNDER", alle * andel)
        with pytest.raises(KildeFeil, match=FOR_MYE):
            importer(kilde)
        assert spurt <= alle * andel + 3
    assert grense._frist.get() > 1e300, "what is done afterwards has no such bound"


def test_to_account_for_a_long_text_takes_no_longer_than_for_a_short_one() -> None:
    kilde = Kilde("a.txt", "txt", (Linje(0, "a" * 300_000, Sted(1, 1)),))
    a = Arbeid(kilde, oppsett(kilde))
    with steps(1_000):
        a._dekk(Spenn(0, 5, 299_000), 1)
        a._dekk(Spenn(0, 10, 20), 2)
        a._dekk(Spenn(0, 15, 40), 1)
    assert a.dekket[0][:50] == b"\0" * 5 + b"\1" * 5 + b"\2" * 10 + b"\1" * 30
    assert len(a.dekket[0]) == 300_000


def test_what_is_left_of_many_lines_is_put_in_their_text_in_step_with_how_many_they_are() -> None:
    def arbeid(linjer: int) -> int:
        kilden = les((HODE + "Politirådet\n\n" + "Navn ........ Dato ........\n" * linjer).encode(), "avtale.txt")
        with steps() as talt:
            importer(kilden)
        return talt.taken

    arbeid(20)  # what is made the first time
    assert arbeid(400) < 2.3 * arbeid(200)

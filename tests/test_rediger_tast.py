"""From a key to its finding: the work of the command for each key, counted. `bench/tast.mjs` measures the time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing.redigering import Fjern, Sett, arbeid, rediger
from tests.cli_support import ROOT
from tests.redigeringsside import Side
from tests.skritt import steps

FELT: dict[tuple[str | int, ...], str] = {
    ("politiråd", "møter", "per_år"): "minst {}",
    ("politiråd", "formål", 0): "Skape trygghet {}",
    ("politikontakt", 0, "navn", 0): "Kari Nordmann {}",
    ("avtale", "dato"): "{}.11.2026",
}
MEST = 40_000
"""Calls for one key: it is some 28,000, and was 60,000 when the file was read anew for each of what is done with it."""


@pytest.fixture
def side(tmp_path: Path) -> Side:
    return Side(tmp_path, yaml=(ROOT / "eksempler" / "flakstad.yaml").read_text(encoding="utf-8"))


def test_a_key_is_little_work_and_the_file_is_read_once_for_all_the_keys(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    lest: list[Any] = []
    parse = arbeid.parse

    def counted(data: bytes | str, fil: str, **how: bool) -> Any:
        lest.append(data)
        return parse(data, fil, **how)

    monkeypatch.setattr(arbeid, "parse", counted)
    utgave = side.get("/api/tilstand")["utgave"]

    def key(rute: tuple[str | int, ...], verdi: str) -> None:
        change = {"slag": "sett", "rute": list(rute), "verdi": verdi}
        svar = side.post("/api/endre", utgave=utgave, hva="", endringer=[change], prøv=True)
        assert svar["svar"] == "prøvd", svar

    for rute, verdi in FELT.items():
        key(rute, verdi.format(11))
        lest.clear()
        with steps() as taken:
            key(rute, verdi.format(12))
        assert len(lest) <= 1, rute  # what the key has made of it
        assert taken.taken < MEST, rute


def test_a_file_that_is_kept_is_not_changed_by_what_is_tried() -> None:
    """What is kept of a file is the same for every change that is tried, also for one that can't be made."""
    data = b"a: {b: &x 1, c: *x}\nd: [1, 2]\ne:\n  - f: g\n"
    tried = [Sett(("a", "b"), "2"), Fjern(("d", 0)), Sett(("e", 0, "f"), "h"), Fjern(("e",))]

    def each() -> list[Any]:
        made: list[Any] = []
        for ett in tried:
            try:
                made.append(rediger(data, "x.yaml", ett).data)
            except AvtalegenError as error:  # a value that stands in several places is refused, each time
                made.append(str(error))
        return made

    arbeid.lest.cache_clear()
    first = each()
    assert (each(), [*reversed(each())]) == (first, [*reversed(first)])

"""`avtalegen data`: the same tables in every format, without who somebody is, and in nobody else's place."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from avtalegen.oppfolging.tabeller.formater import FORMATER
from tests import cli_support, dataprove
from tests.cli_support import Run, names
from tests.dataprove import HEMMELIG, I_DAG, ULIKE_BYTE, tabeller
from tests.grundig import noen_raskt, utvalg

cli = cli_support.cli
samling = dataprove.samling


@pytest.mark.parametrize("med_navn", noen_raskt([(), (("--med-navn",),)], [()]))
def test_every_format_has_the_same_tables_and_the_same_bytes_each_time(
    cli: Run, samling: Path, med_navn: tuple[str, ...]
) -> None:
    for format in FORMATER:
        for mappe in (format, f"{format}-igjen"):
            ran = cli("data", "avtaler", "--til", mappe, "--format", format, *I_DAG, *med_navn)
            assert ran.code == 0, ran.err
            assert ran.out.startswith(f"Skrev {mappe} (avtaler 4, parter 6, ")
            assert "2 avtaler kunne ikke leses i sin helhet" in ran.out
        if format not in ULIKE_BYTE:
            for navn in names(samling / format):
                assert (samling / format / navn).read_bytes() == (samling / f"{format}-igjen" / navn).read_bytes()
    lest = {format: tabeller(samling / format, format) for format in FORMATER}
    for format in FORMATER:
        assert lest[format] == lest["json"], format  # True is 1
        assert tabeller(samling / f"{format}-igjen", format) == lest[format]


def test_what_the_agreements_say_is_in_the_tables(cli: Run, samling: Path) -> None:
    assert cli("data", "avtaler", "--til", "ut", "--format", "json", *I_DAG).code == 0
    lest = tabeller(samling / "ut", "json")
    avtaler = {rad["fil"]: rad for rad in lest["avtaler"]}
    assert list(avtaler) == [f"avtaler/{navn}.yaml" for navn in ("full", "rolig", "uleselig", "ødelagt")]
    full = avtaler["avtaler/full.yaml"]
    assert (full["samarbeid"], full["part"], full["status"]) == ("1859", "Flakstad", "signert")
    assert (full["fra"], full["til"], full["signert"], full["signert_når"]) == (
        *("2025-01-01", "2028-12-31"),
        *(None, "januar 2025"),
    )
    assert [rad["lest"] for rad in avtaler.values()] == ["alt", "alt", "ikke", "deler"]
    ødelagt = avtaler["avtaler/ødelagt.yaml"]
    # A day that could not be read is not made up.
    assert (ødelagt["fra"], ødelagt["til"], ødelagt["løpende"], ødelagt["feil"]) == (None, None, False, 2)
    (kommune, *_) = lest["parter"]
    assert (kommune["leder_tittel"], kommune["politikontakt"]) == ("ordfører", "besatt")
    assert [rad["stillingsandel"] for rad in lest["politikontakter"]] == [12.5]
    assert [(rad["møter_per_år"], rad["innkallingsfrist"]) for rad in lest["politiråd"]] == [
        (4, "to uker"),
        (None, None),
    ]
    assert [(rad["dato"], rad["når"]) for rad in lest["møter"]] == [("2026-12-03",) * 2, (None, "mai 2027")]
    navn = ("nr", "hva", "ansvarlig", "frist", "frist_tekst", "fra_møte", "status", "åpen")
    assert [tuple(rad[ett] for ett in navn) for rad in lest["oppgaver"]] == [
        (1, "Be [navn] ringe", "[navn]; politikontakten", "2026-10-01", "1.10.2026", "2026-09-17", None, True),
        (2, "Merke skoleveien", None, None, "neste møte", None, "Ferdig", False),
    ]
    assert [(rad["timer"], rad["navn"]) for rad in lest["tjenestesteder"]] == [(24, "Vest-Lofoten lensmannskontor")]
    assert [rad["fra"] for rad in lest["åpningstider"]] == [*["09:00"] * 4, None]
    i_funn = {(rad["fil"], rad["kode"]) for rad in lest["funn"]}
    assert ("avtalegen.toml", "REP104") not in i_funn  # not all of them could be read
    assert {fil for fil, _ in i_funn} == set(avtaler)
    for rad in avtaler.values():
        alvorlig = [funn["alvorlighet"] for funn in lest["funn"] if funn["fil"] == rad["fil"]]
        assert [alvorlig.count(navn) for navn in ("feil", "advarsel", "råd")] == [
            *(rad["feil"], rad["advarsler"], rad["råd"])
        ]
    assert len(lest["kommuner"]) > 300


@pytest.mark.parametrize("format", utvalg(FORMATER, 1))
def test_who_somebody_is_stays_out_unless_it_is_asked_for(cli: Run, samling: Path, format: str) -> None:
    assert cli("data", "avtaler", "--til", "ut", "--format", format, *I_DAG).code == 0
    uten = json.dumps(
        {k: v for k, v in tabeller(samling / "ut", format).items() if k != "kommuner"}, ensure_ascii=False
    )
    assert [ord_ for ord_ in HEMMELIG if ord_ in uten] == []
    assert uten.count("[navn]") >= 8
    for åpent in ("ordfører", "Lensmann [navn]", "Flakstad kommune", "Vest-Lofoten lensmannskontor", "[telefon]"):
        assert åpent in uten, åpent
    assert cli("data", "avtaler", "--til", "navn", "--format", format, *I_DAG, "--med-navn").code == 0
    med = json.dumps(tabeller(samling / "navn", format), ensure_ascii=False)
    assert [
        ord_ for ord_ in ("Einar Testesen", "Per Olav Bakke", "ola@politiet.no", "91234567") if ord_ not in med
    ] == []
    assert "[navn]" not in med


def test_who_has_not_what_parquet_takes_is_told_what_to_do(
    cli: Run, samling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = cli("data", "avtaler", "--til", "ut", "--format", "parquet", *I_DAG)
    assert ran.code == 3
    assert '«pipx install "avtalegen[parquet]"»' in ran.err
    assert not (samling / "ut").exists()

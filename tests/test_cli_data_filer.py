"""`avtalegen data`: the files that are written, and what is not touched."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path

import pytest

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.oppfolging.csv import celle
from avtalegen.oppfolging.tabeller.formater import FORMATER
from avtalegen.samling.sett import Sett
from tests import cli_support, dataprove
from tests.cli_support import ROOT, VALID, Run, names, posix_only
from tests.dataprove import I_DAG, TO_FORMER, ULIKE_BYTE, tabeller
from tests.generator import Oppskrift, avtaler
from tests.grundig import grundig, utvalg
from tests.i_ett import i_ett

cli = cli_support.cli
samling = dataprove.samling


def test_what_a_spreadsheet_would_run_is_text(cli: Run, samling: Path) -> None:
    assert cli("data", "avtaler/full.yaml", "--til", "ut", *I_DAG).code == 0
    rad = next(csv.DictReader(io.StringIO((samling / "ut/avtaler.csv").read_text("utf-8-sig")), delimiter=";"))
    assert rad["tittel"] == "'=HYPERLINK(1)"


@i_ett("foran", ["", " ", "\t", "\u00a0", "\u00ad", "\u200b", "\ufeff ", "\u2060\u200e"])
@i_ett("formel", ["=1+1", "+1", "-1", "@A1", "\uff1d1"])
def test_nothing_in_front_of_a_formula_makes_it_one(foran: str, formel: str) -> None:
    assert str(celle(foran + formel)).startswith("'")
    assert celle(f"{foran}a{formel}") == f"{foran}a{formel}".replace("\u00a0", " ") or foran == "\t"


@pytest.mark.parametrize("format", utvalg(FORMATER, 1))
def test_what_is_written_before_is_replaced_and_nothing_else_is(cli: Run, samling: Path, format: str) -> None:
    valg = ("data", "avtaler", "--til", "ut", "--format", format, *I_DAG)
    assert cli(*valg).out.startswith("Skrev ut (")
    ut = samling / "ut"
    navn = names(ut)
    før = {en: (ut / en).read_bytes() for en in navn}
    if format not in ULIKE_BYTE:
        assert cli(*valg).out.startswith("Uendret: ut (")
    (samling / "avtaler/rolig.yaml").write_text(VALID.replace("1859", "1868"), encoding="utf-8")
    assert cli(*valg).out.startswith("Skrev ut (")
    assert names(ut) == navn
    assert any((ut / en).read_bytes() != før[en] for en in navn)
    endret = ut / sorted(navn - {"avtalegen-data.json"})[0]
    med_endring = endret.read_bytes() + b"\nmin egen linje\n"
    endret.write_bytes(med_endring)
    (samling / "avtaler/rolig.yaml").write_text(VALID, encoding="utf-8")
    stod = {en: (ut / en).read_bytes() for en in navn}
    ran = cli(*valg)
    assert (ran.code, ran.out) == (3, "")
    assert "er endret etter at den ble skrevet. Ingenting er skrevet." in ran.err
    assert {en: (ut / en).read_bytes() for en in names(ut)} == stod
    (ut / "avtalegen-data.json").unlink()
    assert "er ikke skrevet av «avtalegen data»" in cli(*valg).err
    (ut / "avtalegen-data.json").write_text("{}", encoding="utf-8")
    assert "er ikke skrevet av «avtalegen data»" in cli(*valg).err
    shutil.rmtree(ut)
    ut.write_text("en fil")
    assert cli(*valg).code == 3
    assert ut.read_text() == "en fil"


def test_what_another_run_has_written_meanwhile_is_ours_too(tmp_path: Path) -> None:
    en, to = (Sett(tmp_path / "ut", ["a.csv"]) for _ in range(2))
    for sett, innhold in ((en, "en"), (to, "to")):
        with sett.nye() as ny:
            (ny / "a.csv").write_text(innhold)
            assert sett.ferdig(ny)
    assert (tmp_path / "ut" / "a.csv").read_text() == "to"
    with en.nye() as ny:
        (ny / "a.csv").write_text("tre")
        (tmp_path / "ut" / "a.csv").write_text("en annens")
        with pytest.raises(AvtalegenError, match="er endret etter at den ble skrevet"):
            en.ferdig(ny)


def test_two_formats_may_share_a_folder(cli: Run, samling: Path) -> None:
    for format in ("json", "csv", "json", "csv"):
        assert cli("data", "avtaler", "--til", "ut", "--format", format, *I_DAG).code == 0
    assert {"avtaler.json", "avtaler.csv", "datapackage.json"} <= names(samling / "ut")


def test_where_there_are_no_agreements_nothing_is_written(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    ran = cli("data", "tom", "--til", "ut")
    assert ran.code == 3
    assert ran.out.startswith("Fant ingen avtaler i «tom». ")
    assert ran.out.endswith(" Ingenting er skrevet.\n")
    ran = cli("data", "borte.yaml", "--til", "ut")
    assert (ran.code, "ikke leses i sin helhet" in ran.out) == (3, False)
    assert "Feil: Kunne ikke lese «borte.yaml»: filen finnes ikke" in ran.err
    ran = cli("data", "tom", "--til", "")
    assert (ran.code, "Navnet på mappen er tomt." in ran.err) == (2, True)
    assert names(tmp_path) == {"tom"}


def test_when_the_work_is_broken_off_what_stood_there_stands(
    cli: Run, samling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    valg = ("data", "avtaler", "--til", "ut", *I_DAG)
    assert cli(*valg).code == 0
    stod = {en: (samling / "ut" / en).read_bytes() for en in names(samling / "ut")}
    (samling / "avtaler/rolig.yaml").unlink()
    ekte = Path.replace
    flyttet: list[Path] = []

    def bryter(self: Path, target: Path) -> Path:
        if self.suffix == ".csv":
            flyttet.append(self)
        if len(flyttet) == 3:
            raise OSError(28, "No space left on device")
        return ekte(self, target)

    monkeypatch.setattr(Path, "replace", bryter)
    ran = cli(*valg)
    assert ran.code == 3
    assert "det er ikke plass på disken" in ran.err
    assert names(samling / "ut") == set(stod)
    monkeypatch.setattr(Path, "replace", ekte)
    # What had been moved by then is known as ours.
    assert cli(*valg).out.startswith("Skrev ut (avtaler 3")


@posix_only
def test_a_link_is_not_one_more_agreement_and_what_cannot_be_opened_is_told(cli: Run, samling: Path) -> None:
    (samling / "avtaler/lenke.yaml").symlink_to("full.yaml")
    (samling / "avtaler/ingensteds.yaml").symlink_to("borte.yaml")
    (samling / "avtaler/东京.yaml").write_text(VALID.replace("1859", "1870"), encoding="utf-8")
    ran = cli("data", "avtaler", "avtaler/full.yaml", "--til", "ut", "--format", "json", *I_DAG)
    assert ran.code == 3
    assert "Kunne ikke lese «avtaler/ingensteds.yaml»" in ran.err
    lest = tabeller(samling / "ut", "json")
    navn = [os.path.basename(rad["fil"]) for rad in lest["avtaler"]]  # noqa: PTH119
    assert navn == ["full.yaml", "ingensteds.yaml", "rolig.yaml", "uleselig.yaml", "ødelagt.yaml", "东京.yaml"]
    assert [(rad["fil"], rad["kode"]) for rad in lest["funn"] if rad["kode"] == "LES"] == [
        ("avtaler/ingensteds.yaml", "LES")
    ]


@posix_only
def test_a_file_with_any_name_is_told_of(cli: Run, tmp_path: Path) -> None:
    try:
        for navn in (b"\xff.yaml", b"-x.yaml", "ny\nlinje; «日本» עברית.yaml".encode(), *map(str.encode, TO_FORMER)):
            Path(os.fsdecode(navn)).write_text(VALID, encoding="utf-8")
    except OSError:
        pytest.skip("this disk has no such names")
    for format in ("csv", "json", "sqlite"):
        assert cli("data", ".", "--til", f"../{tmp_path.name}-ut", "--format", format, *I_DAG).code == 0
        lest = tabeller(tmp_path.parent / f"{tmp_path.name}-ut", format)
        assert [rad["fil"] for rad in lest["avtaler"]] == [
            *("-x.yaml", TO_FORMER[0], "ny\nlinje; «日本» עברית.yaml", TO_FORMER[1], "\\udcff.yaml")
        ]
    for format in ("tekst", "csv", "json", "html"):
        assert cli("status", ".", "--format", format, *I_DAG).code == 0
    assert json.loads(cli("status", ".", "--format", "json", *I_DAG).raw)["avtaler"]


def test_a_file_is_called_the_same_wherever_the_command_is_run(
    cli: Run, samling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("data", ".", "--til", "ut", *I_DAG).code == 0
    monkeypatch.chdir(samling / "avtaler")
    assert cli("data", "--til", "ut", *I_DAG).code == 0
    for navn in names(samling / "ut"):
        assert (samling / "ut" / navn).read_bytes() == (samling / "avtaler/ut" / navn).read_bytes()


@grundig
def test_several_processes_give_the_same(cli: Run, tmp_path: Path) -> None:
    for nummer, g in enumerate(avtaler(0, 20, Oppskrift(fylde=0.5))):
        g.skriv_til(tmp_path / f"a{nummer}")
    for antall in ("1", "2"):
        assert cli("data", ".", "--til", f"../ut{antall}", "--prosesser", antall, "--med-navn", *I_DAG).code == 0
    en, to = tmp_path.parent / "ut1", tmp_path.parent / "ut2"
    assert names(en) == names(to)
    for navn in names(en):
        assert (en / navn).read_bytes() == (to / navn).read_bytes()


def test_the_example_repository_is_told_of(cli: Run, tmp_path: Path) -> None:
    ran = cli("data", str(ROOT / "eksempler/avtalerepo"), "--til", "ut", *I_DAG)
    assert ran.code == 0
    assert ran.out.startswith("Skrev ut (avtaler 3, parter 6, politikontakter 3, politiråd 3, møter 9, ")

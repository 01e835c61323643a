"""`avtalegen data`: the same tables in every format, without who somebody is, and in nobody else's place."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from avtalegen.oppfolging.tabeller.formater import FORMATER
from avtalegen.oppfolging.tabeller.skjema import TABELLER
from tests import cli_support
from tests.cli_support import FAULTY, ROOT, VALID, Run, names, posix_only
from tests.generator import Oppskrift, avtaler
from tests.grundig import grundig

cli = cli_support.cli
I_DAG = ("--i-dag", "2026-11-20")
FULL = """\
format: 1
avtale: {status: signert, tittel: "=HYPERLINK(1)"}
parter:
  kommuner:
    kommunenummer: "1859"
    leder: {tittel: ordfører, navn: Einar Testesen}
    kontaktpersoner: {tittel: SLT-koordinator, navn: Mona Vidde, telefon: 913 13 131, epost: mona@flakstad.no}
  politi: {distrikt: Nordland, politimester: {tittel: politimester, navn: Tone Fjell}}
periode: {fra: 1.1.2025, til: 31.12.2028}
politikontakt: {navn: Ola van der Berg, stillingsandel: "12,5 %", telefon: 912 34 567, epost: ola@politiet.no}
politiråd:
  leder: {tittel: ordfører, navn: Einar Testesen}
  sekretær: Ruth Hav
  møter:
    per_år: minst 4
    sted: hos Mona Vidde
    innkallingsfrist: to uker
    plan: [{dato: 3.12.2026, klokkeslett: 10.00, vert: Berit Strand, tema: [Ring 91 31 31 31 eller a.b@c.no]}, mai 2027]
satsningsområder:
  områder:
    - navn: Trygg skolevei
      tiltak:
        - {hva: Einar ringer Tone Fjells kontor, ansvarlig: [Per Olav Bakke, Flakstad kommune], frist: 1.9.2026}
        - {hva: Vidde møter skolen, ansvarlig: ordfører Kari Lund}
oppgaver:
  - {hva: Be Einar ringe, ansvarlig: [Per Olav Bakke, politikontakten], frist: 1.10.2026, fra_møte: 17.9.2026}
  - {hva: Merke skoleveien, frist: neste møte, status: Ferdig}
tjenestetilbud:
  tjenestesteder:
    - navn: Vest-Lofoten lensmannskontor
      åpningstider: mandag–torsdag 9–15, fredag stengt
      telefon: 76 05 43 01
      epost: kari.lund@politiet.no
signaturer:
  - {tittel: ordfører, navn: Einar Testesen, for: Flakstad kommune, part: kommunen, dato: 2.1.2025}
  - {tittel: Lensmann Nils Holm, dato: januar 2025}
"""
ULIKE_BYTE = {"sqlite", "parquet"}
"""The formats that hold the version of the library that wrote them."""
TO_FORMER = ("a\u030a.yaml", "\u00e5.yaml")
"""The same name to look at: as macOS puts the letter together, and as others do."""
HEMMELIG = (
    *("Einar", "Testesen", "Vidde", "Fjell", "Berg", "Ruth Hav", "Strand", "Bakke", "Lund", "Holm"),
    *("913", "9131", "912", "7605", "76 05", "@"),
)


@pytest.fixture
def samling(tmp_path: Path) -> Path:
    (tmp_path / "avtalegen.toml").write_text('distrikt = "Nordland"\n', encoding="utf-8")
    avtaler = tmp_path / "avtaler"
    avtaler.mkdir()
    for name, text in {
        "full": FULL,
        "ødelagt": FAULTY + "periode: {fra: i går, til: 31.2.2026}\nsignaturer: [{navn: Einar Testesen}]\n",
        "uleselig": "format: 1\navtale: [\n",
        "rolig": VALID.replace("1859", "1860"),
    }.items():
        (avtaler / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def tabeller(mappe: Path, format: str) -> dict[str, list[dict[str, Any]]]:
    """Return what is in the tables, as it is in JSON."""
    if format == "json":
        lest: dict[str, Any] = json.loads((mappe / "avtaler.json").read_text(encoding="utf-8"))
        return lest["tabeller"]  # type: ignore[no-any-return]
    if format == "csv":
        return {t.navn: [*_fra_csv(mappe / f"{t.navn}.csv", t.navn)] for t in TABELLER}
    if format == "jsonld":
        noder = json.loads((mappe / "avtaler.jsonld").read_text(encoding="utf-8"))["@graph"]
        tomme = {t.navn: dict.fromkeys(k.navn for k in t.vist(med_navn="leder_navn" in str(noder))) for t in TABELLER}
        uten = {"@id", "@type", "avtale"}
        return {
            navn: [tom | {k: v for k, v in n.items() if k not in uten} for n in noder if n["@type"] == navn]
            for navn, tom in tomme.items()
        }
    if format == "parquet":
        return {
            t.navn: [*map(_som_json, parquet.read_table(mappe / f"{t.navn}.parquet").to_pylist())] for t in TABELLER
        }
    with closing(sqlite3.connect(mappe / "avtaler.sqlite")) as db:
        db.row_factory = sqlite3.Row
        return {t.navn: [dict(rad) for rad in db.execute(f'SELECT * FROM "{t.navn}" ORDER BY rowid')] for t in TABELLER}


def _som_json(rad: dict[str, Any]) -> dict[str, Any]:
    return {navn: verdi.isoformat() if isinstance(verdi, date) else verdi for navn, verdi in rad.items()}


def _fra_csv(fil: Path, tabell: str) -> Any:
    typer = {k.navn: k.type.value for t in TABELLER if t.navn == tabell for k in t.kolonner}
    les = {"heltall": int, "tall": lambda v: float(v.replace(",", ".")), "ja/nei": lambda v: v == "ja"}
    with fil.open(encoding="utf-8-sig", newline="") as åpen:
        for rad in csv.DictReader(åpen, delimiter=";"):
            yield {
                k: (les.get(typer[k], lambda v: v.removeprefix("'"))(v) if v else None)  # type: ignore[operator]
                for k, v in rad.items()
            }


@pytest.mark.parametrize("med_navn", [(), ("--med-navn",)])
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


@pytest.mark.parametrize("format", list(FORMATER))
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


def test_what_a_spreadsheet_would_run_is_text(cli: Run, samling: Path) -> None:
    assert cli("data", "avtaler/full.yaml", "--til", "ut", *I_DAG).code == 0
    rad = next(csv.DictReader(io.StringIO((samling / "ut/avtaler.csv").read_text("utf-8-sig")), delimiter=";"))
    assert rad["tittel"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("format", list(FORMATER))
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


def test_two_formats_may_share_a_folder(cli: Run, samling: Path) -> None:
    for format in ("json", "csv", "json", "csv"):
        assert cli("data", "avtaler", "--til", "ut", "--format", format, *I_DAG).code == 0
    assert {"avtaler.json", "avtaler.csv", "datapackage.json"} <= names(samling / "ut")


def test_where_there_are_no_agreements_nothing_is_written(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    ran = cli("data", "tom", "--til", "ut")
    assert (ran.code, ran.out) == (3, "Fant ingen avtaler. Ingenting er skrevet.\n")
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

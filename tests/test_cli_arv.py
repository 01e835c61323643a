"""Inheritance on the command line: 41 agreements and one file with what they share."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

import avtalegen
from tests import cli_support
from tests.cli_support import Run, names
from tests.dokumenteksempel import våpen
from tests.grundig import antall

cli = cli_support.cli

NORDLAND = """\
parter:
  politi:
    distrikt: Nordland politidistrikt
    politimester: {tittel: politimester, navn: Tone Vangen}
"""
AVTALE = """\
format: 1
arv: ../felles/nordland.yaml
avtale: {status: utkast}
parter: {kommuner: "1859"}
"""
FELLES = str(Path("felles/nordland.yaml"))


@pytest.fixture
def felles(tmp_path: Path) -> Path:
    """Make a collection of one agreement, a.yaml, and return the shared file."""
    (tmp_path / "avtalegen.toml").write_bytes(b"")
    for folder in ("felles", "avtaler"):
        (tmp_path / folder).mkdir()
    (tmp_path / "avtaler/a.yaml").write_text(AVTALE, encoding="utf-8")
    shared = tmp_path / "felles/nordland.yaml"
    shared.write_text(NORDLAND, encoding="utf-8")
    return shared


def words(document: bytes) -> str:
    made = docx.Document(BytesIO(document))
    return "\n".join(text.text or "" for text in made.element.body.iter() if text.tag.endswith("}t"))


def test_an_agreement_that_inherits_is_whole(cli: Run, felles: Path) -> None:
    code, out, err, _ = cli("valider")
    assert (code, err) == (0, "")
    assert "feil[" not in out
    assert out.endswith(" i 1 avtale.\n1 YAML-fil er ikke en avtale og er hoppet over.\n")


def test_a_fault_in_the_shared_file_is_shown_with_the_line_that_has_it(cli: Run, felles: Path) -> None:
    felles.write_text(NORDLAND + "politirad: {leder: ordfører}\n", encoding="utf-8")
    code, out, _, _ = cli("valider", "avtaler")
    assert code == 1
    assert f"{FELLES}:5:1: feil[SKJ002] " in out
    assert "\n5 | politirad: {leder: ordfører}\n  | ^^^^^^^^^\n" in out


def test_findings_in_both_files_are_shown_with_their_own_lines(cli: Run, felles: Path) -> None:
    felles.write_text("parter: [\n", encoding="utf-8")
    _, out, _, _ = cli("valider", "avtaler")
    assert "feil[ARV004]" in out
    assert "\n2 | arv: ../felles/nordland.yaml\n" in out
    assert "\n1 | parter: [\n" in out
    assert f"= Se også: {FELLES}:1:" in out


@pytest.mark.parametrize("how", [[], ["--kort"], ["--format", "json"], ["--format", "github"], ["--format", "sarif"]])
def test_a_fault_that_all_inherit_is_told_once(cli: Run, felles: Path, tmp_path: Path, how: list[str]) -> None:
    felles.write_text(NORDLAND + "politirad: {leder: ordfører}\n", encoding="utf-8")
    for number in range(antall(4, 40)):
        (tmp_path / f"avtaler/b{number}.yaml").write_text(AVTALE, encoding="utf-8")
    code, out, _, _ = cli("valider", ".", *how)
    assert code == 1
    found = out.partition('"results"')[2] or out
    assert len(re.findall("politirad» er ikke en kjent", found)) == (2 if "github" in how and "|" in found else 1)
    if how == ["--format", "json"]:
        assert json.loads(out)["sammendrag"] | {"råd": 0, "advarsel": 0} == {
            "avtaler": antall(5, 41),
            "feil": 1,
            "advarsel": 0,
            "råd": 0,
            "hoppet_over": 1,
            "utelatt": 0,
            "ikke_lest": 0,
        }


def test_advice_on_what_all_inherit_is_told_once_with_the_first_agreement(
    cli: Run, felles: Path, tmp_path: Path
) -> None:
    felles.write_text(NORDLAND + "politiråd: {leder: ordfører}\n", encoding="utf-8")
    (tmp_path / "avtaler/b.yaml").write_text(AVTALE, encoding="utf-8")
    _, out, _, _ = cli("valider", ".")
    assert out.count(f"{FELLES}:5:12: råd[VEI423]") == 1
    assert f"= Se også: {Path('avtaler/a.yaml')}:2:6: avtalen som arver dette\n" in out


def test_where_each_file_is_a_test_each_that_inherits_a_fault_fails(cli: Run, felles: Path, tmp_path: Path) -> None:
    felles.write_text(NORDLAND + "politirad: {leder: ordfører}\n", encoding="utf-8")
    (tmp_path / "avtaler/b.yaml").write_text(AVTALE, encoding="utf-8")
    assert 'tests="2" failures="2"' in cli("valider", ".", "--format", "junit").out


def test_a_fault_of_the_agreement_s_own_is_told_for_each(cli: Run, felles: Path, tmp_path: Path) -> None:
    felles.unlink()
    (tmp_path / "avtaler/b.yaml").write_text(AVTALE, encoding="utf-8")
    _, out, _, _ = cli("valider", "avtaler")
    assert f"{Path('avtaler/a')}.yaml:2:6: feil[ARV001] Kunne ikke lese «{FELLES}»: filen finnes ikke." in out
    assert f"= Også i: {Path('avtaler/b')}.yaml:2:6\n" in out
    _, out, _, _ = cli("valider", "avtaler", "--alle")
    for file in ("a", "b"):
        assert f"{Path('avtaler', file)}.yaml:2:6: feil[ARV001] Kunne ikke lese «{FELLES}»: filen finnes ikke." in out
    assert "2 feil i 2 avtaler." in out


def test_standard_input_inherits_from_the_current_folder(cli: Run, felles: Path) -> None:
    code, out, err, _ = cli("valider", "-", data=AVTALE.replace("../", "").encode())
    assert (code, err) == (0, "")
    assert "feil[" not in out


def test_nothing_outside_the_collection_is_read(cli: Run, felles: Path, tmp_path: Path) -> None:
    (tmp_path / "avtalegen.toml").rename(tmp_path / "avtaler/avtalegen.toml")
    code, out, _, _ = cli("valider", "avtaler")
    assert code == 1
    assert "avtaler/a.yaml:2:6: feil[ARV003] «../felles/nordland.yaml» ligger utenfor" in out.replace("\\", "/")
    assert "Tone Vangen" not in out


def test_a_new_politimester_is_one_line_and_the_document_follows(cli: Run, felles: Path, tmp_path: Path) -> None:
    document = tmp_path / "avtaler/a.docx"
    assert cli("lag", "avtaler").code == 0
    assert "Tone Vangen" in words(document.read_bytes())
    assert "Uendret" in cli("lag", "avtaler").out
    felles.write_text(NORDLAND.replace("Tone Vangen", "Kari Nordmann"), encoding="utf-8")
    assert cli("lag", "avtaler").code == 0
    text = words(document.read_bytes())
    assert "Kari Nordmann" in text
    assert "Tone Vangen" not in text


def test_a_fault_in_the_shared_file_stops_all_documents_and_is_told_once(
    cli: Run, felles: Path, tmp_path: Path
) -> None:
    felles.write_text(NORDLAND + "politirad: {leder: ordfører}\n", encoding="utf-8")
    (tmp_path / "avtaler/b.yaml").write_text(AVTALE, encoding="utf-8")
    code, out, _, _ = cli("lag", "avtaler")
    assert code == 1
    assert out.count("\n5 | politirad: {leder: ordfører}\n") == 1
    assert "Skrev 0 dokumenter, 2 ble ikke laget.\n1 feil, " in out
    assert out.endswith(f"Ikke laget:\n  {Path('avtaler/a')}.yaml\n  {Path('avtaler/b')}.yaml\n")
    assert not {"avtaler/a.docx", "avtaler/b.docx"} & names(tmp_path)


def test_the_district_s_logo_lies_beside_the_file_that_names_it(cli: Run, felles: Path, tmp_path: Path) -> None:
    logo = "avtale: {våpen: {fil: logo.png, alternativ_tekst: Politiets merke}}\n"
    felles.write_text(NORDLAND + logo, encoding="utf-8")
    _, out, _, _ = cli("lag", "avtaler")
    assert f"{FELLES}:5:23: feil[FIL001] " in out
    assert f"\n5 | {logo}" in out
    (tmp_path / "felles/logo.png").write_bytes(våpen())
    assert cli("lag", "avtaler").code == 0
    assert len(docx.Document(str(tmp_path / "avtaler/a.docx")).inline_shapes) == 1


def test_an_attachment_lies_beside_the_file_that_names_it(cli: Run, felles: Path, tmp_path: Path) -> None:
    felles.write_text(f"{NORDLAND}vedlegg: {{tittel: Kart, fil: kart.pdf}}\n", encoding="utf-8")
    missing = f"{FELLES}:5:30: feil[SIG105] Filen «kart.pdf» finnes ikke."
    (tmp_path / "avtaler/kart.pdf").write_bytes(b"%PDF")
    assert missing in cli("valider", "avtaler", "--klar-for-signering").out
    (tmp_path / "felles/kart.pdf").write_bytes(b"%PDF")
    assert "kart.pdf" not in cli("valider", "avtaler", "--klar-for-signering").out


def test_other_programs_inherit_from_files_but_not_from_bytes(
    felles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    avtale = avtalegen.les(Path("avtaler/a.yaml"))
    assert avtale.parter.politi.politimester is not None
    assert avtale.arv == ("../felles/nordland.yaml",)
    assert b"PK" in avtalegen.lag("avtaler/a.yaml")[:2]
    (finding,) = avtalegen.valider(Path("avtaler/a.yaml").read_bytes())
    assert finding.code == "ARV005"


@pytest.mark.parametrize(("sagt", "ventet"), [("", ""), ("bokmål", "er ikke"), ("nynorsk", "er ikkje")])
def test_a_fault_that_agreements_in_both_målformer_inherit_is_told_once(
    cli: Run, felles: Path, tmp_path: Path, sagt: str, ventet: str
) -> None:
    """In that of the shared file if it says one, and else of the first agreement."""
    felles.write_text(
        NORDLAND + (f"avtale: {{målform: {sagt}}}\n" if sagt else "") + "politirad: {leder: ordfører}\n",
        encoding="utf-8",
    )
    for navn, målform in (("b", "nynorsk"), ("c", "bokmål")):
        tekst = AVTALE.replace("utkast}", f"utkast, målform: {målform}}}")
        (tmp_path / f"avtaler/{navn}.yaml").write_text(tekst, encoding="utf-8")
    for første in "bc":
        andre = "cb"["bc".index(første)]
        _, out, _, _ = cli("valider", f"avtaler/{første}.yaml", f"avtaler/{andre}.yaml")
        assert out.count("[SKJ002]") == 1
        ordene = ventet if sagt else {"b": "er ikkje", "c": "er ikke"}[første]
        assert f"«politirad» {ordene} " in out

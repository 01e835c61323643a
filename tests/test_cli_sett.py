"""`avtalegen sett`: values are changed where they stand, in one file or many, or nothing is."""

from pathlib import Path

import pytest

from tests.arvprove import MINST, NORDLAND
from tests.cli_support import VALID, Run, cli

__all__ = ["cli"]


@pytest.fixture
def samling(tmp_path: Path) -> Path:
    """A collection: two agreements that inherit a shared file, one of them signed."""
    (tmp_path / "avtalegen.toml").write_text("", encoding="utf-8")
    (tmp_path / "felles").mkdir()
    (tmp_path / "felles" / "nordland.yaml").write_text(
        NORDLAND + "politiråd:\n  medlemmer:\n    kommune: [ordfører, rådmann]\n", encoding="utf-8"
    )
    (tmp_path / "a.yaml").write_text(MINST + "politiråd: {leder: ordfører}  # rådet\n", encoding="utf-8")
    signed = MINST.replace("status: utkast", "status: signert, dato: 2026-01-15").replace("1859", "1860")
    (tmp_path / "b.yaml").write_text(signed, encoding="utf-8")
    return tmp_path


def text(folder: Path, name: str = "a.yaml") -> str:
    return (folder / name).read_bytes().decode()


def test_a_value_is_set_and_the_line_is_told(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes((VALID + "# rådet\npolitiråd: {leder: x}  # nå\n").replace("\n", "\r\n").encode())
    result = cli("sett", "a.yaml", "politiråd.leder=en, to", "politiråd.møter.per_år=6")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Endret a.yaml: linje 8.\n")
    after = VALID + '# rådet\npolitiråd: {leder: "en, to", møter: {per_år: 6}}  # nå\n'
    assert text(tmp_path) == after.replace("\n", "\r\n")


def test_a_list_grows_and_a_value_goes(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    assert cli("sett", "a.yaml", "vedlegg+={tittel: A}", "vedlegg+=[B: b]", "vedlegg+=C").code == 1
    assert cli("sett", "a.yaml", "vedlegg+={tittel: A}", "vedlegg+=B", "vedlegg+=C").code == 0
    assert text(tmp_path) == VALID + "vedlegg:\n  - tittel: A\n  - B\n  - C\n"
    assert cli("sett", "a.yaml", "--fjern", "vedlegg.1", "--fjern", "vedlegg[1]").code == 0
    assert text(tmp_path) == VALID + "vedlegg:\n  - C\n"
    result = cli("sett", "a.yaml", "--fjern", "vedlegg[1].tittel")
    assert (result.code, text(tmp_path)) == (0, VALID)
    assert result.out == "Endret a.yaml: 2 linjer er tatt bort.\n"


def test_what_would_change_is_shown_and_nothing_is_written(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    result = cli("sett", "a.yaml", "avtale.status=vedtatt", "--vis")
    assert result.code == 0
    assert "-  status: utkast\n+  status: vedtatt\n" in result.out
    assert "1 fil ville blitt endret" in result.err
    assert text(tmp_path) == VALID


def test_where_it_stands_so_already_nothing_is_written(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    before = (tmp_path / "a.yaml").stat().st_mtime_ns
    assert cli("sett", "a.yaml", "avtale.status=utkast")[:3] == (0, "", "Ingenting er endret: det stod slik fra før.\n")
    assert "Ingenting ville blitt endret" in cli("sett", "a.yaml", "avtale.status=utkast", "--vis").err
    assert (tmp_path / "a.yaml").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("argumenter", "sagt"),
    [
        (["a.yaml"], "Oppgi hva som skal endres"),
        (["avtale.status=vedtatt"], "Oppgi minst én fil"),
        (["-", "avtale.status=vedtatt"], "standard inn"),
        (["a.yaml", "avtale.status="], "«--fjern avtale.status»"),
        (["a.yaml", "politirad.leder=x"], "Mente du «politiråd»?"),
        (["a.yaml", "politiråd.lder=x"], "«lder» er ikke en kjent nøkkel i «politiråd». Mente du «leder»?"),
        (["a.yaml", "politiråd.zzzzz=x"], "Nøklene som kan stå her, er "),
        (["a.yaml", "format.x=1"], "«format» er en verdi"),
        (["a.yaml", "vedlegg.0=x"], "Det første i en liste er nummer 1."),
        (["a.yaml", "vedlegg[x]=x"], "er ikke en rute"),
        (["a.yaml", "avtale..status=x"], "er ikke en rute"),
        (["a.yaml", "[1]=x"], "er ikke en rute"),
        (["a.yaml", "vedlegg=[a"], "leses som YAML"),
        (["a.yaml", "--fjern", "avtale status]"], "er ikke en rute"),
    ],
)
def test_what_has_no_meaning_is_wrong_usage(cli: Run, tmp_path: Path, argumenter: list[str], sagt: str) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    result = cli("sett", *argumenter)
    assert result.code == 2
    assert sagt in " ".join(result.err.split())
    assert text(tmp_path) == VALID


def test_a_list_that_stands_for_a_part_is_reached_by_its_position(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID + "satsningsområder: [A, B]\n", encoding="utf-8")
    assert cli("sett", "a.yaml", "satsningsområder[2].mål=x").code == 0
    assert text(tmp_path) == VALID + "satsningsområder: [A, {navn: B, mål: x}]\n"


def test_a_change_that_gives_an_error_is_refused_in_all_files(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(VALID.replace("1859", "1860"), encoding="utf-8")
    result = cli("sett", ".", "parter.kommuner.1=9999")
    assert result.code == 1
    assert "a.yaml:5:13: feil[REG101]" in result.out
    assert "Endringen gir en ny feil i «a.yaml»." in result.err
    assert "«--likevel»" in result.err
    assert text(tmp_path) == VALID
    assert cli("sett", "a.yaml", "parter.kommuner=9999", "--likevel").code == 0
    assert 'kommuner: "9999"' in text(tmp_path)
    # What was wrong before stands in nobody's way.
    assert cli("sett", "a.yaml", "avtale.saksnummer=2026/1").code == 0


def test_a_change_that_cannot_be_made_is_told_and_no_file_is_written(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    broken = VALID + "vedlegg: [a\n"
    (tmp_path / "b.yaml").write_text(broken, encoding="utf-8")
    result = cli("sett", "a.yaml", "b.yaml", "avtale.status=vedtatt")
    assert result.code == 1
    assert "b.yaml:7:" in result.err
    assert "«--likevel»" not in result.err
    assert (text(tmp_path), text(tmp_path, "b.yaml")) == (VALID, broken)
    assert cli("sett", "a.yaml", "--fjern", "slt").code == 1
    missing = cli("sett", "a.yaml", "c.yaml", "avtale.status=vedtatt")
    assert (missing.code, text(tmp_path)) == (3, VALID)


def test_what_is_inherited_is_overridden_in_the_agreement(cli: Run, samling: Path) -> None:
    before = text(samling, "felles/nordland.yaml")
    assert cli("sett", "a.yaml", "parter.politi.politimester.navn=Kari").code == 0
    assert "parter: {kommuner: 1859, politi: {politimester: {navn: Kari}}}\n" in text(samling)
    # Of a list that is inherited, the agreement gets its own.
    assert cli("sett", "a.yaml", "politiråd.medlemmer.kommune+=lege").code == 0
    assert "medlemmer: {kommune: [ordfører, rådmann, lege]}" in text(samling)
    assert cli("sett", "a.yaml", "--fjern", "politiråd.medlemmer.kommune[2]").code == 0
    assert "medlemmer: {kommune: [ordfører, lege]}" in text(samling)
    assert text(samling, "felles/nordland.yaml") == before


def test_what_is_inherited_can_not_go_from_the_agreement_unless_it_is_a_list(cli: Run, samling: Path) -> None:
    result = cli("sett", "a.yaml", "--fjern", "parter.politi.politimester.navn")
    assert result.code == 1
    assert "er arvet fra «felles/nordland.yaml»" in result.err
    assert cli("sett", "a.yaml", "--fjern", "politiråd.medlemmer.kommune").code == 0
    assert "politiråd: {leder: ordfører, medlemmer: {kommune: []}}  # rådet\n" in text(samling)


def test_the_shared_file_is_changed_when_asked_for_and_its_heirs_are_told(cli: Run, samling: Path) -> None:
    before = text(samling)
    result = cli("sett", "a.yaml", "b.yaml", "parter.politi.politimester.navn=Kari", "--felles")
    assert result.code == 0, result.err
    assert "Endret felles/nordland.yaml: linje 4." in result.out
    assert "Det gjelder 2 avtaler som arver filen: a.yaml, b.yaml (signert)." in result.out
    assert "navn: Kari}" in text(samling, "felles/nordland.yaml")
    assert text(samling) == before
    named = cli("sett", "felles/nordland.yaml", "parter.politi.politimester.navn=Ola")
    assert "Det gjelder 2 avtaler som arver filen: a.yaml, b.yaml (signert)." in named.out
    own = cli("sett", "a.yaml", "politiråd.leder=x", "--felles")
    assert own.code == 1
    assert "står i avtalen selv" in own.err
    worse = cli("sett", "a.yaml", "parter.politi.distrikt=[]", "--felles")
    assert worse.code == 1
    assert "Endringen gir" in worse.err
    assert "distrikt: Nordland" in text(samling, "felles/nordland.yaml")


def test_a_signed_agreement_stands_as_it_was_signed(cli: Run, samling: Path) -> None:
    before = text(samling, "b.yaml")
    result = cli("sett", "b.yaml", "avtale.saksnummer=2026/1")
    assert result.code == 1
    assert "er en signert avtale" in result.err
    assert text(samling, "b.yaml") == before
    assert cli("sett", "b.yaml", "avtale.saksnummer=2026/1", "--likevel").code == 0
    assert "saksnummer: 2026/1" in text(samling, "b.yaml")


def test_what_stands_in_several_places_is_written_out_when_asked_for(cli: Run, tmp_path: Path) -> None:
    before = VALID + "politiråd:\n  leder: &l {tittel: ordfører}\n  sekretær: *l\n"
    (tmp_path / "a.yaml").write_text(before, encoding="utf-8")
    result = cli("sett", "a.yaml", "politiråd.leder.navn=Kari")
    assert result.code == 1
    assert "gjelder også i linje 9 (*l)" in result.err
    assert cli("sett", "a.yaml", "politiråd.leder.navn=Kari", "--skriv-ut").code == 0
    after = "politiråd:\n  leder: {tittel: ordfører, navn: Kari}\n  sekretær: {tittel: ordfører}\n"
    assert text(tmp_path) == VALID + after


def test_a_link_found_in_a_folder_is_not_followed(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "b.yaml").write_text(VALID, encoding="utf-8")
    (tmp_path / "inne").mkdir()
    (tmp_path / "inne" / "a.yaml").symlink_to("../ut/b.yaml")
    result = cli("sett", "inne", "avtale.status=vedtatt")
    assert result.code == 1
    assert "er en lenke" in result.err
    assert text(tmp_path, "ut/b.yaml") == VALID


def test_what_is_shown_cannot_steer_the_terminal(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    result = cli("sett", "a.yaml", "avtale.saksnummer=a\x1bb", "--vis")
    assert "\x1b" not in result.out

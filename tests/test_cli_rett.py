"""`avtalegen valider --rett`: the files are mended where they lie, or only shown."""

from pathlib import Path

from tests.cli_support import VALID, Run, cli

__all__ = ["cli"]
FAULTY = VALID.replace("avtale:", "avtale:  # om avtalen") + "politirad: {leder: ordfører}\n"


def test_the_file_is_mended_and_then_checked(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    result = cli("valider", "--rett", "a.yaml")
    assert result.code == 0
    assert "Rettet 1 sted i a.yaml." in result.err
    assert "SKJ002" not in result.out
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == FAULTY.replace("politirad", "politiråd")


def test_what_would_be_mended_is_shown_and_nothing_is_changed(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    result = cli("valider", "--rett", "--vis", ".")
    assert result.code == 1
    assert "-politirad: {leder: ordfører}\n+politiråd: {leder: ordfører}\n" in result.out
    assert "1 sted i 1 fil kan rettes" in result.err
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == FAULTY


def test_where_nothing_is_to_be_mended_nothing_is_said(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    before = (tmp_path / "a.yaml").stat().st_mtime_ns
    assert cli("valider", "--rett", "--vis", "a.yaml")[:3] == (0, "", "")
    assert "Rettet" not in cli("valider", "--rett", "a.yaml").err
    assert (tmp_path / "a.yaml").stat().st_mtime_ns == before


def test_what_has_no_meaning_is_wrong_usage(cli: Run) -> None:
    assert cli("valider", "--vis").code == 2
    assert cli("valider", "--rett", "-", data=b"").code == 2


def test_what_is_shown_cannot_steer_the_terminal(cli: Run, tmp_path: Path) -> None:
    text = VALID + 'vedlegg: "\\x1b"\npolitikontakt: {navn: "a\x1bb", telefon: 76054301}\n'
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert "\x1b" not in cli("valider", "--rett", "--vis", "a.yaml").out


def test_a_link_found_in_a_folder_is_not_mended(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "b.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "inne").mkdir()
    (tmp_path / "inne" / "a.yaml").symlink_to("../ut/b.yaml")
    result = cli("valider", "--rett", "inne")
    assert "er en lenke og er ikke rettet" in result.err
    assert (tmp_path / "ut" / "b.yaml").read_text(encoding="utf-8") == FAULTY

"""Which files an agreement may inherit from."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import LIMITS
from avtalegen.samling.repository import Repository
from tests.cli_support import posix_only
from tests.i_ett import i_ett


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in samling/, with files outside it that may not be read."""
    touch(tmp_path / "utenfor.yaml", tmp_path / "utenfor" / "a.yaml")
    here = tmp_path / "samling"
    touch(here / "felles" / "nordland.yaml", here / "avtaler" / "lofoten" / "flakstad.yaml", here / "avtaler" / "a.yml")
    monkeypatch.chdir(here)


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x: y\n")


def mark(folder: str = ".", name: str = "avtalegen.toml") -> None:
    Path(folder, name).write_bytes(b"")


def name(*parts: str) -> str:
    return str(Path(*parts))


@pytest.mark.parametrize("kind", ["avtalegen.toml", ".git"])
@pytest.mark.parametrize("as_folder", [True, False])
def test_a_mark_at_the_top_opens_what_is_below_it(kind: str, as_folder: bool) -> None:
    """A worktree of git has a file named .git where others have a folder."""
    if as_folder:
        Path(kind).mkdir()
    else:
        mark(name=kind)
    files = Repository(name("avtaler", "lofoten", "flakstad.yaml"))
    found = files.resolve("../../felles/nordland.yaml", name("avtaler", "lofoten", "flakstad.yaml"))
    assert found == name("felles", "nordland.yaml")
    assert files.read(found) == b"x: y\n"
    assert files.resolve("../avtaler/a.yml", found) == name("avtaler", "a.yml")


def test_the_nearest_mark_counts() -> None:
    mark()
    mark("avtaler")
    flakstad = name("avtaler", "lofoten", "flakstad.yaml")
    assert Repository(flakstad).resolve("../a.yml", flakstad) == name("avtaler", "a.yml")
    with pytest.raises(AvtalegenError, match="ligger utenfor samlingen"):
        Repository(flakstad).resolve("../../felles/nordland.yaml", flakstad)


def test_without_a_mark_the_folder_of_the_agreement_is_the_top(tmp_path: Path) -> None:
    files = Repository("a.yaml")
    nordland = files.resolve("felles/nordland.yaml", "a.yaml")
    assert nordland == name("felles", "nordland.yaml")
    # A file that is inherited may lead back to the folder of the agreement, but not out of it.
    assert files.resolve("../avtaler/a.yml", nordland) == name("avtaler", "a.yml")
    for written, file in [("../utenfor.yaml", "a.yaml"), ("../../utenfor.yaml", nordland)]:
        with pytest.raises(AvtalegenError, match=r"Legg en tom fil med navnet «avtalegen\.toml»"):
            files.resolve(written, file)


def test_the_same_file_has_the_same_name_however_it_is_written() -> None:
    files = Repository("a.yaml")
    written = ["felles/nordland.yaml", "./felles/nordland.yaml", "avtaler/../felles//nordland.yaml"]
    assert {files.resolve(path, "a.yaml") for path in written} == {name("felles", "nordland.yaml")}


def test_the_agreement_may_be_named_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path / "utenfor")
    for file in (name("..", "samling", "a.yaml"), str(tmp_path / "samling" / "a.yaml")):
        found = Repository(file).resolve("felles/nordland.yaml", file)
        assert found == str(Path(file).parent / "felles" / "nordland.yaml")
        assert Repository(file).read(found) == b"x: y\n"


def test_standard_input_lies_in_the_current_folder() -> None:
    assert Repository("-").resolve("felles/nordland.yaml", "-") == name("felles", "nordland.yaml")
    with pytest.raises(AvtalegenError, match="utenfor"):
        Repository("-").resolve("../utenfor.yaml", "-")


@i_ett(
    ("written", "message"),
    [
        ("/etc/hosts.yaml", "absolutt sti"),
        ("C:/felles.yaml", "absolutt sti"),
        ("\\\\tjener\\felles.yaml", "absolutt sti"),
        ("felles\\nordland.yaml", "Skriv stien med skråstrek: «felles/nordland.yaml», ikke"),
        ("../utenfor/a.yaml", "ligger utenfor"),
        ("felles/../../utenfor.yaml", "ligger utenfor"),
        ("felles", "ikke en YAML-fil"),
        (".env", "ikke en YAML-fil"),
        ("a\x00.yaml", "kan ikke være navnet på en fil"),
    ],
)
def test_what_may_not_be_inherited_from_is_told(written: str, message: str) -> None:
    mark()
    with pytest.raises(AvtalegenError, match=message):
        Repository("a.yaml").resolve(written, "a.yaml")


def test_a_file_that_is_not_there_has_a_name_and_cannot_be_read() -> None:
    files = Repository("a.yaml")
    assert files.resolve("felles/norland.yaml", "a.yaml") == name("felles", "norland.yaml")
    with pytest.raises(AvtalegenError, match=r"«felles.norland.yaml»: filen finnes ikke"):
        files.read(name("felles", "norland.yaml"))


def test_no_more_of_a_large_file_is_read_than_shows_that_it_is() -> None:
    with Path("stor.yaml").open("wb") as file:
        file.truncate(10 * LIMITS.bytes)
    assert len(Repository("a.yaml").read("stor.yaml")) == LIMITS.bytes + 1


@posix_only
def test_a_link_out_of_the_collection_is_not_followed(tmp_path: Path) -> None:
    mark()
    Path("felles/lenke.yaml").symlink_to(tmp_path / "utenfor.yaml")
    Path("ut").symlink_to(tmp_path / "utenfor")
    for written in ("felles/lenke.yaml", "ut/a.yaml"):
        with pytest.raises(AvtalegenError, match="ligger utenfor samlingen"):
            Repository("a.yaml").resolve(written, "a.yaml")


@posix_only
def test_a_way_through_a_link_leads_where_the_system_says(tmp_path: Path) -> None:
    """Beside the folder that `snarvei` leads to lies another file than beside `snarvei` itself."""
    mark()
    Path("snarvei").symlink_to("avtaler/lofoten")
    touch(Path("nordland.yaml"))
    Path("avtaler/nordland.yaml").write_bytes(b"avtaler: ja\n")
    files = Repository("a.yaml")
    found = files.resolve("snarvei/../nordland.yaml", "a.yaml")
    assert files.read(found) == b"avtaler: ja\n"
    assert found == name("snarvei/../nordland.yaml")


@posix_only
def test_a_name_that_was_stored_decomposed_is_found() -> None:
    touch(Path("felles/a\u030aland.yaml"))
    files = Repository("a.yaml")
    assert files.read(files.resolve("felles/åland.yaml", "a.yaml")) == b"x: y\n"

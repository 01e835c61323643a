"""Finding, reading and writing files."""

from __future__ import annotations

import errno
import inspect
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.samling.filer import ASSET_LIMIT, asset_size, find, read, read_asset
from avtalegen.samling.skriving import create, in_folder, write
from tests.cli_support import names, posix_only


def found(*paths: str) -> tuple[list[str], list[str]]:
    """Return the names of the files found below `paths`, and the messages."""
    messages: list[AvtalegenError] = []
    return [one.name for one in find(paths, messages.append)], [str(message) for message in messages]


def touch(folder: Path, *relative: str) -> None:
    for path in relative:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_folder_gives_its_yaml_files_in_a_stable_order_without_what_is_hidden(tmp_path: Path) -> None:
    touch(tmp_path, "b.yaml", "a.yml", "C.YAML", "b/1.yaml", "å.yaml", "tekst.txt", "yaml", "a.yaml.bak")
    touch(tmp_path, ".git/x.yaml", ".venv/x.yaml", "node_modules/x.yaml", ".skjult.yaml", "under/.venv/x.yaml")
    assert found(".") == (["C.YAML", "a.yml", str(Path("b/1.yaml")), "b.yaml", "å.yaml"], [])


def test_an_empty_path_is_told_and_not_taken_for_the_current_folder(tmp_path: Path) -> None:
    touch(tmp_path, "a.yaml")
    assert found("") == ([], ["Fikk en tom sti. Oppgi en fil eller en mappe; «.» er mappen du står i."])


def test_a_folder_with_the_name_of_a_file_is_a_folder(tmp_path: Path) -> None:
    touch(tmp_path, "x.yaml/y.yaml")
    assert found(".") == ([str(Path("x.yaml/y.yaml"))], [])
    assert found("x.yaml") == ([str(Path("x.yaml/y.yaml"))], [])


def test_a_file_named_is_found_whatever_it_is_called(tmp_path: Path) -> None:
    touch(tmp_path, "notat.txt", ".skjult.yaml")
    assert found("notat.txt", ".skjult.yaml", "-") == (["notat.txt", ".skjult.yaml", "-"], [])


def test_a_file_is_found_once_however_often_it_is_named(tmp_path: Path) -> None:
    touch(tmp_path, "m/a.yaml", "m/b.yaml")
    assert found("m/b.yaml", "m", str(tmp_path / "m"))[0] == [str(Path("m/b.yaml")), str(Path("m/a.yaml"))]


@pytest.mark.parametrize(
    ("name", "cause"), [("nei.yaml", "filen finnes ikke. Sjekk at"), ("x" * 5000, "navnet er for langt")]
)
def test_a_file_that_is_not_there_is_told_by_the_reader(name: str, cause: str) -> None:
    assert found(name) == ([name], [])
    with pytest.raises(AvtalegenError, match=f"^Kunne ikke lese «{name}»: {cause}"):
        read(Path(name), 10)


@posix_only
def test_links_to_folders_are_not_followed_so_that_rings_end(tmp_path: Path) -> None:
    touch(tmp_path, "m/a.yaml")
    (tmp_path / "m" / "ring").symlink_to(tmp_path)
    (tmp_path / "m" / "lenke.yaml").symlink_to("a.yaml")
    assert found("m") == ([str(Path("m/a.yaml")), str(Path("m/lenke.yaml"))], [])
    (tmp_path / "inngang").symlink_to("m")
    assert found("inngang")[0] == [str(Path("inngang/a.yaml")), str(Path("inngang/lenke.yaml"))]


@posix_only
def test_pipes_in_a_folder_are_passed_by_and_dead_links_are_not(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.yaml")
    (tmp_path / "død.yaml").symlink_to("borte.yaml")
    assert found(".") == (["død.yaml"], [])
    with pytest.raises(AvtalegenError, match=r"^Kunne ikke lese «død\.yaml»: filen finnes ikke"):
        read(Path("død.yaml"), 10)


def test_the_search_does_not_recurse_so_that_deep_folders_are_no_trouble(tmp_path: Path) -> None:
    depth = 300
    touch(tmp_path, "d/" * depth + "a.yaml")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + depth // 2)
    try:
        assert found(".") == ([str(Path("d/" * depth + "a.yaml"))], [])
    finally:
        sys.setrecursionlimit(limit)


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may run as root, who can list everything: the refusal is planted."""
    touch(tmp_path, "stengt/a.yaml", "åpen/a.yaml")
    scandir = os.scandir

    def refuse(path: Path):
        if Path(path).name == "stengt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found(".") == ([str(Path("åpen/a.yaml"))], ["Kunne ikke lese mappen «stengt»: du har ikke tilgang."])


def test_reading_stops_one_byte_after_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "stor").open("wb") as file:
        file.truncate(50_000_000)
    assert len(read(tmp_path / "stor", 1000)) == 1001
    (tmp_path / "liten").write_bytes(b"abc")
    assert read(tmp_path / "liten", 1000) == b"abc"


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    with pytest.raises(AvtalegenError, match=r"«x\.yaml» er en mappe"):
        read(Path("x.yaml"), 10)


@posix_only
@pytest.mark.parametrize("name", ["fifo", "/dev/zero", "/dev/full"])
def test_only_regular_files_are_read_so_that_nothing_hangs(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(AvtalegenError, match=r"er ikke en vanlig fil\. Bruk «-»"):
        read(Path(name), 10)


@posix_only
def test_a_link_that_leads_in_a_ring_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    with pytest.raises(AvtalegenError, match="lenken fører i ring"):
        read(Path("a.yaml"), 10)


def test_a_planted_refusal_to_open_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may run as root, who can open everything: the refusal is planted."""

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", "x")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(AvtalegenError, match=r"^Kunne ikke lese «a.yaml»: du har ikke tilgang\.$"):
        read(Path("a.yaml"), 10)


def test_an_unknown_cause_is_told_in_the_words_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.ENXIO, "No such device or address", "x")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(AvtalegenError, match="systemet melder «No such device or address»"):
        read(Path("a.yaml"), 10)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write(tmp_path / "a.docx", b"nytt")
    write(tmp_path / "a.docx", b"nyere")
    assert (tmp_path / "a.docx").read_bytes() == b"nyere"
    assert names(tmp_path) == {"a.docx"}


@posix_only
def test_a_new_file_gets_the_permissions_of_the_umask_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "ny", b"1")
        (tmp_path / "gammel").write_bytes(b"0")
        (tmp_path / "gammel").chmod(0o600)
        write(tmp_path / "gammel", b"1")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "ny").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "gammel").stat().st_mode) == 0o600


@posix_only
def test_writing_to_a_link_changes_the_file_it_leads_to(tmp_path: Path) -> None:
    touch(tmp_path, "m/ekte")
    (tmp_path / "lenke").symlink_to("m/ekte")
    write(tmp_path / "lenke", b"1")
    assert (tmp_path / "lenke").is_symlink()
    assert (tmp_path / "m" / "ekte").read_bytes() == b"1"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), AvtalegenError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_planted_failure_leaves_what_was_there_and_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failing: str,
    error: BaseException,
    expected: type[BaseException],
) -> None:
    (tmp_path / "a.docx").write_bytes(b"gammelt")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(expected) as told:
        write(Path("a.docx"), b"nytt")
    assert (tmp_path / "a.docx").read_bytes() == b"gammelt"
    assert names(tmp_path) == {"a.docx"}
    if expected is AvtalegenError:
        assert str(told.value) == "Kunne ikke skrive «a.docx»: det er ikke plass på disken."


def test_a_file_held_open_by_another_program_is_a_hint_to_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that Word has open; the refusal is planted."""
    touch(tmp_path, "a.docx")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(AvtalegenError, match="åpen i et annet program, for eksempel Word"):
        write(Path("a.docx"), b"1")


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(AvtalegenError, match="det er en mappe med det navnet"):
        write(Path("a.docx"), b"1")
    assert names(tmp_path) == {"a.docx"}


@posix_only
def test_a_pipe_or_device_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    with pytest.raises(AvtalegenError, match="det er ikke en vanlig fil"):
        write(Path("a.docx"), b"1")
    assert stat.S_ISFIFO((tmp_path / "a.docx").stat().st_mode)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(AvtalegenError, match="mappen finnes ikke"):
        write(Path("borte/a.docx"), b"1")
    assert names(tmp_path) == set()


def test_folders_are_made_with_those_they_lie_in(tmp_path: Path) -> None:
    with in_folder(Path("a/b/c")), in_folder(Path("a/b/c")):
        assert names(tmp_path) == {"a", "a/b", "a/b/c"}
    touch(tmp_path, "fil")
    with pytest.raises(AvtalegenError, match="«fil» er en fil, ikke en mappe"), in_folder(Path("fil")):
        pass
    with pytest.raises(AvtalegenError, match="en del av stien er ikke en mappe"), in_folder(Path("fil/under")):
        pass


def test_a_file_beside_or_below_the_yaml_can_be_fetched(tmp_path: Path) -> None:
    touch(tmp_path, "m/bilder/x.png")
    (tmp_path / "m/våpen.png").write_bytes(b"png")
    assert read_asset("m/a.yaml", "våpen.png") == b"png"
    assert read_asset("m/a.yaml", "bilder/../våpen.png") == b"png"
    assert read_asset("m/a.yaml", "bilder/x.png") == b""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/etc/passwd", "absolutt sti"),
        ("C:\\Windows\\win.ini", "absolutt sti"),
        ("\\\\tjener\\mappe\\fil.png", "absolutt sti"),
        ("../hemmelig.png", "utenfor mappen"),
        ("bilder/../../hemmelig.png", "utenfor mappen"),
        ("borte.png", "finnes ikke"),
        ("bilder", "er en mappe"),
        ("a\x00b.png", "kan ikke være navnet på en fil"),
        ("", "er en mappe"),
    ],
)
def test_a_file_that_the_yaml_may_not_fetch_is_told(tmp_path: Path, name: str, message: str) -> None:
    touch(tmp_path, "hemmelig.png", "m/bilder/x.png")
    with pytest.raises(AvtalegenError, match=message):
        read_asset("m/a.yaml", name)


@posix_only
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    touch(tmp_path, "hemmelig.png", "m/a.yaml")
    (tmp_path / "m" / "logo.png").symlink_to(tmp_path / "hemmelig.png")
    with pytest.raises(AvtalegenError, match="utenfor mappen"):
        read_asset("m/a.yaml", "logo.png")


def test_a_file_that_is_fetched_has_a_largest_size(tmp_path: Path) -> None:
    with (tmp_path / "stor.png").open("wb") as file:
        file.truncate(ASSET_LIMIT + 1)
    with pytest.raises(AvtalegenError, match="større enn 5 MB"):
        read_asset("a.yaml", "stor.png")
    with (tmp_path / "stor.png").open("wb") as file:
        file.truncate(ASSET_LIMIT)
    assert len(read_asset("a.yaml", "stor.png")) == ASSET_LIMIT


def test_the_size_is_told_of_files_that_could_be_read_and_of_no_others(tmp_path: Path) -> None:
    file = str(tmp_path / "m" / "a.yaml")
    (tmp_path / "m" / "under").mkdir(parents=True)
    (tmp_path / "hemmelig.pdf").write_bytes(b"x")
    (tmp_path / "m" / "under" / "kart.pdf").write_bytes(b"x" * 12)
    assert asset_size(file, "under/kart.pdf") == 12
    for name in ("borte.pdf", "under", "../hemmelig.pdf", str(tmp_path / "hemmelig.pdf"), "a\0b", "x" * 300):
        assert asset_size(file, name) is None


@pytest.mark.parametrize(
    "use", [lambda path: read(path, 10), lambda path: write(path, b""), lambda path: create(path, b"")]
)
def test_a_name_that_the_system_can_not_write_is_told(use: Callable[[Path], object]) -> None:
    with pytest.raises(AvtalegenError, match=r"kan ikke bruke «a.0b» som navn på en fil"):
        use(Path("a\0b"))


@pytest.mark.parametrize(("name", "told"), [(".", "«.» er en mappe"), ("borte.png", "Kunne ikke lese «borte.png»")])
def test_a_file_that_the_yaml_names_is_called_what_it_is_called_there(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(AvtalegenError) as raised:
        read_asset("a.yaml", name)
    assert told in str(raised.value)
    assert str(tmp_path) not in str(raised.value)

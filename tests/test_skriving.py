"""What is written is whole, and what was there is never lost without a word."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.samling import skriving
from avtalegen.samling.skriving import New, create, in_folder, write, write_all


def test_a_file_that_is_replaced_keeps_its_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "chown", lambda _path, owner, group: given.append((owner, group)))
    file = tmp_path / "a.yaml"
    file.write_text("gammel")
    write(file, b"ny")
    assert given == [(-1, file.stat().st_gid), (file.stat().st_uid, -1)]


def test_a_group_that_we_may_not_give_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    file = tmp_path / "a.yaml"
    file.write_text("gammel")
    file.chmod(0o640)
    write(file, b"ny")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"ny", 0o640)


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_read_only_file_is_not_replaced(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("gammel")
    file.chmod(mode)
    with pytest.raises(AvtalegenError, match="skrivebeskyttet"):
        write(file, b"ny")
    assert (file.read_text(), [*tmp_path.iterdir()]) == ("gammel", [file])


def test_what_somebody_saved_meanwhile_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("lagret av en annen")
    with pytest.raises(AvtalegenError, match="av noen andre i mellomtiden, og er ikke rørt"):
        write(file, b"den vi har", instead_of=b"det vi leste")
    assert (file.read_text(), [*tmp_path.iterdir()]) == ("lagret av en annen", [file])
    write(file, b"ny", instead_of=b"lagret av en annen")
    assert file.read_bytes() == b"ny"


@pytest.mark.parametrize(("age", "there"), [(0, True), (3_500, True), (3_700, False), (100_000, False)])
def test_what_a_killed_process_left_is_taken_away_when_it_is_old(tmp_path: Path, age: int, there: bool) -> None:
    left = tmp_path / ".avtalegen-0123456789abcdef"
    left.write_text("halv")
    os.utime(left, (time.time() - age,) * 2)
    write(tmp_path / "a.yaml", b"ny")
    assert left.exists() is there


@pytest.mark.parametrize("name", [".avtalegen-notater", ".avtalegen-0123456789abcde", "avtalegen-0123456789abcdef"])
def test_a_file_of_somebody_else_is_never_taken_away(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("min")
    os.utime(tmp_path / name, (0, 0))
    write(tmp_path / "a.yaml", b"ny")
    assert (tmp_path / name).read_text() == "min"


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_is_whole_and_takes_no_name_that_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def without(*_: object) -> None:
        raise OSError

    if not links:
        monkeypatch.setattr(os, "link", without)
    file = tmp_path / "a.yaml"
    assert create(file, b"en")
    assert not create(file, b"to")
    assert (file.read_bytes(), [*tmp_path.iterdir()]) == (b"en", [file])


def test_a_name_taken_at_the_last_moment_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    fsync = os.fsync

    def others(descriptor: int) -> None:
        file.write_text("en annens")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", others)
    assert not create(file, b"den vi har")
    assert (file.read_text(), [*tmp_path.iterdir()]) == ("en annens", [file])


def test_folders_that_nothing_came_to_lie_in_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with in_folder(tmp_path / "a" / "b" / "c"):
        assert (tmp_path / "a" / "b" / "c").is_dir()
    assert [*tmp_path.rglob("*")] == [tmp_path / "a"]
    with pytest.raises(KeyboardInterrupt), in_folder(tmp_path / "a" / "b" / "c"):
        raise KeyboardInterrupt
    assert [*tmp_path.rglob("*")] == [tmp_path / "a"]
    with in_folder(tmp_path / "a" / "b"):
        (tmp_path / "a" / "b" / "fil").touch()
    assert (tmp_path / "a" / "b" / "fil").exists()


def test_of_files_that_belong_together_none_is_changed_when_there_is_no_room_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("en", "to", "tre")]
    for file in files[:2]:
        file.write_bytes(b"gammelt")
    fsync, calls = os.fsync, iter(range(5))

    def full(descriptor: int) -> None:
        if next(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(AvtalegenError, match=r"«[^»]*tre»: det er ikke plass på disken"):
        write_all([New(file, b"nytt") for file in files])
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"en": b"gammelt", "to": b"gammelt"}
    monkeypatch.undo()
    with pytest.raises(AvtalegenError, match=r"«[^»]*to» ble lagret av noen andre"):
        write_all([New(files[0], b"nytt", b"gammelt"), New(files[1], b"nytt", b"noe annet")])
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"en": b"gammelt", "to": b"gammelt"}
    write_all([New(file, b"nytt") for file in files])
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == dict.fromkeys(("en", "to", "tre"), b"nytt")


def test_the_names_of_what_is_not_finished_are_hidden(tmp_path: Path) -> None:
    assert skriving._temporary(tmp_path).name.startswith(".")

"""A full disk, for each command that writes: it is told, and nothing half and no empty folder is left."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from itertools import count, product
from pathlib import Path
from subprocess import PIPE

import pytest

from avtalegen.oppfolging.tabeller.formater import FORMATER, Om, filer, skriver
from tests import cli_support
from tests.cli_support import VALID, Run, command, environment, names, posix_only, write
from tests.conftest import EKSEMPLER
from tests.grundig import spredt

cli = cli_support.cli
FULL = "det er ikke plass på disken"
INHERITING = VALID.replace("format: 1\n", "format: 1\narv: felles/alle.yaml\n", 1)
SHARED = "politiråd: {formål: Å samarbeide.}\n"


def fill(monkeypatch: pytest.MonkeyPatch, *, room_for: int = 0) -> None:
    """Let there be room for so many files and no more."""
    number, fsync = count(), os.fsync

    def full(descriptor: int) -> None:
        if next(number) >= room_for:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", full)


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder) if (folder / name).is_file()}


@pytest.mark.parametrize(
    "arguments",
    [
        ("importer", "gammel.txt", "--til", "ut/utkast"),
        ("importer", "gammel.txt", "-o", "ut.yaml"),
        ("importer", "mappe", "--til", "ut"),
        ("kalender", "malvik.yaml", "--til", "ut/kalendere"),
        ("kalender", "malvik.yaml", "-o", "alle.ics"),
        ("ny", "--distrikt", "Trøndelag", "-o", "ut/nye"),
        ("hent", "malvik.docx", "--til", "ut/hentet"),
        ("lag", "malvik.yaml", "--til", "ut/a", "--format", "docx,html,md,pdf"),
        ("maler", "kopier", "formål", "--her"),
        ("status", "malvik.yaml", "--format", "html", "-o", "status.html"),
        ("data", "malvik.yaml", "--til", "ut/tabeller"),
        ("revider", "malvik.yaml"),
    ],
    ids=lambda arguments: " ".join(arguments[::2]),
)
def test_nothing_is_left_of_what_there_was_no_room_for(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    shutil.copy(next(fil for fil in EKSEMPLER if fil.name == "malvik.yaml"), tmp_path)
    (tmp_path / "gammel.txt").write_text("Samarbeidsavtale mellom Malvik kommune og Trøndelag politidistrikt\n")
    (tmp_path / "mappe" / "under").mkdir(parents=True)
    shutil.copy(tmp_path / "gammel.txt", tmp_path / "mappe" / "under")
    assert cli("lag", "malvik.yaml", "-o", "malvik.docx").code == 0
    before, files = names(tmp_path), contents(tmp_path)
    fill(monkeypatch)
    code, _, err, _ = cli(*arguments)
    assert code == 3
    assert FULL in err
    assert (names(tmp_path), contents(tmp_path)) == (before, files)


@posix_only
@pytest.mark.parametrize(("format", "blocks"), spredt(product(FORMATER, (0, 4, 16)), 4))
def test_tables_that_there_is_no_room_for_are_told_as_any_other_file(tmp_path: Path, format: str, blocks: int) -> None:
    write(tmp_path, a=VALID)
    limited = ("sh", "-c", f'ulimit -f {blocks} && exec "$@"', "sh")
    done = subprocess.run(
        [*limited, *command("data", ".", "--til", "ut", "--format", format)],
        cwd=tmp_path,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, b"")
    said = done.stderr.decode()
    assert re.fullmatch("Feil: Kunne ikke skrive (i mappen )?«ut[^»]*»: [^\n]*\\.\n", said), said
    assert names(tmp_path) == {"a.yaml"}


def test_no_library_has_a_file_open_that_it_would_tell_of_in_its_own_way(tmp_path: Path) -> None:
    """pyarrow tells of a full disk once more, in English, when Python takes its files away; nothing can stop that."""
    skrives = skriver("parquet", tmp_path, Om("2026-11-30", med_navn=False))
    assert names(tmp_path) == set()
    skrives.ferdig()
    assert names(tmp_path) == set(filer("parquet"))


@posix_only
def test_tables_that_are_written_are_not_said_not_to_be_when_nobody_can_be_told(tmp_path: Path) -> None:
    write(tmp_path, a=VALID)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("data", ".", "--til", "ut"), cwd=tmp_path, env=environment(), stdout=full, stderr=PIPE, check=False
        )
    assert done.returncode == 3
    assert "Kunne ikke skrive ut resultatet" in done.stderr.decode()
    assert "ut/avtaler.csv" in names(tmp_path)


@pytest.mark.parametrize("room_for", [0, 1])
def test_an_agreement_never_lies_there_without_what_it_inherits(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room_for: int
) -> None:
    write(tmp_path, a=INHERITING)
    write(tmp_path / "felles", alle=SHARED)
    assert cli("lag", "a.yaml").code == 0
    before = names(tmp_path)
    fill(monkeypatch, room_for=room_for)
    code, out, err, _ = cli("hent", "a.docx", "--til", "ut")
    assert (code, out) == (3, "")
    assert FULL in err
    assert names(tmp_path) == before


@pytest.mark.parametrize("room_for", [0, 1])
def test_a_change_in_many_files_is_in_all_of_them_or_in_none(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room_for: int
) -> None:
    write(tmp_path, a=VALID, b=VALID)
    before = contents(tmp_path)
    fill(monkeypatch, room_for=room_for)
    code, out, err, _ = cli("sett", "a.yaml", "b.yaml", "avtale.tittel=En annen")
    assert (code, out) == (3, "")
    assert FULL in err
    assert contents(tmp_path) == before

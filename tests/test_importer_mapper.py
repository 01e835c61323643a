"""What `importer` makes of folders: whatever lies there, all that can be read is read, and no draft is lost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from avtalegen.samling import filer
from tests import cli_support
from tests.cli_support import Run, names, posix_only

cli = cli_support.cli
AVTALE = "Samarbeidsavtale mellom Malvik kommune og Trøndelag politidistrikt\n"


def avtaler(folder: Path, *navn: str) -> None:
    for en in navn:
        (folder / en).parent.mkdir(parents=True, exist_ok=True)
        (folder / en).write_text(AVTALE, encoding="utf-8")


@posix_only
def test_what_cannot_be_read_does_not_keep_the_rest_from_being_read(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    avtaler(tmp_path, "m/a.txt", "m/stengt/b.txt", "m/z.txt")
    (tmp_path / "m" / "ring.txt").symlink_to("ring.txt")
    (tmp_path / "m" / "borte.txt").symlink_to("finnes-ikke.txt")
    (tmp_path / "m" / "mappe").symlink_to(".")
    os.mkfifo(tmp_path / "m" / "rør.txt")
    (tmp_path / "m" / "~$a.txt").touch()
    scandir = os.scandir

    def stengt(path: str) -> object:  # a folder may be closed to all but root, who runs the tests in places
        if str(path).endswith("stengt"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(filer.os, "scandir", stengt)
    code, out, err, _ = cli("importer", "m", "--til", "ut")
    assert code == 3
    assert [linje.split(": ", 1)[1] for linje in err.splitlines()] == [
        "Kunne ikke lese mappen «m/stengt»: du har ikke tilgang.",
        "Kunne ikke lese «m/borte.txt»: filen finnes ikke. Sjekk at stien er skrevet riktig.",
        "Kunne ikke lese «m/ring.txt»: lenken fører i ring.",
    ]
    assert out.endswith("Leste 2 avtaler av 4.\n")
    assert names(tmp_path / "ut") == {"a.yaml", "z.yaml"}


@posix_only
def test_folders_may_lie_in_each_other_deeper_than_python_does(cli: Run, tmp_path: Path) -> None:
    paths = ["d" + "/d" * depth for depth in range(sys.getrecursionlimit() + 100)]
    for path in paths:
        (tmp_path / path).mkdir()
    bunn = tmp_path / paths[-1] / "a.txt"
    bunn.write_text(AVTALE, encoding="utf-8")
    try:
        done = cli("importer", "d", "--til", "d")
        assert (done.code, done.err) == (0, "")
        assert bunn.with_suffix(".yaml").is_file()
    finally:  # what takes away a whole tree goes no deeper than Python does
        bunn.unlink()
        bunn.with_suffix(".yaml").unlink(missing_ok=True)
        for path in reversed(paths):
            (tmp_path / path).rmdir()


def test_an_empty_path_is_not_the_folder_one_stands_in(cli: Run, tmp_path: Path) -> None:
    avtaler(tmp_path, "a.txt")
    code, out, err, _ = cli("importer", "", "--til", "ut")
    assert (code, out) == (3, "")
    assert err == "Feil: Fikk en tom sti. Oppgi en fil eller en mappe; «.» er mappen du står i.\n"
    assert names(tmp_path) == {"a.txt"}


def test_no_two_drafts_get_the_same_name(cli: Run, tmp_path: Path) -> None:
    avtaler(tmp_path, "m/a-odt.txt", "m/a.html", "m/a.md", "m/a.txt", "m/a-txt.txt", "m/u/a.txt", "m/B.txt")
    (tmp_path / "m" / "b.md").write_text(AVTALE, encoding="utf-8")
    done = cli("importer", "m", "m/a.txt", "--til", "ut")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("Leste 8 avtaler av 8.\n")
    assert names(tmp_path / "ut") == {
        *("a-odt.yaml", "a.yaml", "a-md.yaml", "a-txt.yaml", "a-txt-2.yaml", "u", "u/a.yaml", "B.yaml", "b-md.yaml")
    }

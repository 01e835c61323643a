"""Which changes on the disk the preview notices, and that it notices each of them."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from avtalegen.cli._nettleser import attempt_at
from avtalegen.cli._options import Options
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.samling.filer import Found
from avtalegen.visning import folg
from avtalegen.visning.folg import SETTLING, Seen
from tests.cli_support import ROOT, VALID, posix_only
from tests.grundig import spredt

VÅPEN = "{fil: v.png, alternativ_tekst: Våpenet}"
LONG_AGO = 1_000_000_000


def seen(*paths: Path) -> Seen:
    made = Seen()
    for path in paths:
        made(path)
    return made


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def append(path: Path, text: str) -> None:
    write(path, path.read_text(encoding="utf-8") + text)


# --- one file


def test_nothing_has_changed_when_nothing_has(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write(file, "én")
    made = seen(file, tmp_path, tmp_path / "ikke-her")
    assert not made.changed()
    time.sleep(0.05)
    assert not made.changed()


@pytest.mark.parametrize(
    "change",
    [
        lambda file: append(file, "!"),
        lambda file: file.unlink(),
        lambda file: file.rename(file.with_name("b")),
        lambda file: (write(file.with_name("ny"), "to"), file.with_name("ny").replace(file)),
        lambda file: (file.unlink(), file.mkdir(), write(file / "x", "")),
    ],
    ids=["written", "gone", "renamed", "replaced", "a folder"],
)
def test_a_file_that_is_changed_is_noticed(change: Callable[[Path], object], tmp_path: Path) -> None:
    file = tmp_path / "a"
    write(file, "én")
    made = seen(file)
    change(file)
    assert made.changed()


def test_a_change_that_the_clock_of_the_disk_can_not_tell_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write(file, "én")
    at = file.stat()
    made = seen(file)
    write(file, "né")
    os.utime(file, ns=(at.st_atime_ns, at.st_mtime_ns))
    assert made.changed()


def test_time_that_passes_is_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    write(file, "én")
    made = seen(file)
    monkeypatch.setattr(folg.time, "time", lambda: file.stat().st_mtime + 60)
    assert not made.changed()


def test_an_old_file_is_not_read_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    write(file, "én")
    os.utime(file, (LONG_AGO, LONG_AGO))
    monkeypatch.setattr(folg, "read", lambda *_: pytest.fail("it was read"))
    assert not seen(file).changed()


def test_what_is_not_there_is_noticed_when_it_comes(tmp_path: Path) -> None:
    made = seen(tmp_path / "maler")
    write(tmp_path / "maler" / "nb" / "x.md.j2", "")
    assert made.changed()


def test_in_a_folder_every_file_counts_but_not_those_of_editors(tmp_path: Path) -> None:
    write(tmp_path / "nb" / "a", "1")
    made = seen(tmp_path)
    write(tmp_path / "nb" / ".a.swp", "1")
    assert not made.changed()
    write(tmp_path / "nb" / "b", "1")
    assert made.changed()


@posix_only
def test_a_folder_that_leads_into_itself_and_a_pipe_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "rør")
    made = seen(tmp_path, tmp_path / "rør", Path("a\0b"))
    assert not made.changed()


def test_how_a_file_was_when_it_was_first_looked_at_is_what_counts(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write(file, "én")
    made = seen(file)
    append(file, "!")
    made(file)
    assert made.changed()


# --- until the files are left alone


def settled(made: Seen, events: dict[int, Callable[[], object]]) -> float:
    """Let `events` happen after so many pauses, and return the seconds waited."""
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        events.get(len(pauses), lambda: None)()

    made.settle(pause)
    return sum(pauses)


def test_a_file_that_is_left_alone_is_read_at_once(tmp_path: Path) -> None:
    write(tmp_path / "a", "1")
    assert settled(seen(tmp_path / "a"), {}) == SETTLING


def test_a_file_that_is_still_written_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write(file, "1")
    waited = settled(seen(file), {n: lambda: append(file, "2") for n in (1, 2, 3)})
    assert waited == pytest.approx(4 * SETTLING)


def test_a_file_that_is_gone_for_a_moment_is_waited_for_but_not_for_ever(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write(file, "1")
    made = seen(file)
    file.unlink()
    waited = settled(made, {5: lambda: write(file, "2")})
    assert waited == pytest.approx(6 * SETTLING)
    file.unlink()
    assert settled(made, {}) == pytest.approx(folg.PATIENCE)


# --- all that an agreement is made of


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small repository of agreements, with a picture, a list of words and an attachment."""
    repo = tmp_path / "repo"
    shutil.copytree(ROOT / "eksempler" / "avtalerepo", repo)
    (repo / ".git").mkdir()
    monkeypatch.chdir(repo)
    agreement = Path("avtaler/saltdal.yaml")
    write(agreement, agreement.read_text(encoding="utf-8").replace("\navtale:", f"\navtale:\n  våpen: {VÅPEN}", 1))
    append(agreement, "\nvedlegg:\n  - {tittel: Kart, fil: kart.pdf}\n")
    write(Path("avtalegen.toml"), 'ordliste = "ord.txt"\n')
    for path in repo.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return repo


def looked_at(*, klar_for_signering: bool = True) -> Seen:
    made = Seen()
    path = Path("avtaler/saltdal.yaml")
    options = Options(klar_for_signering=klar_for_signering)
    attempt_at(Found(path, str(path), Path(path.name), explicit=True), options, Bestilling("html"), made)
    return made


@pytest.mark.parametrize(
    "file",
    spredt(
        [
            "avtaler/saltdal.yaml",
            "felles/nordland.yaml",
            "felles/indre-salten.yaml",
            "avtalegen.toml",
            "avtaler/avtalegen.toml",
            "maler/nb/taushetsplikt.md.j2",
            "maler/nb/evaluering.md.j2",
            "maler/nn/ny.md.j2",
            "maler/stil/avtale.css",
            "ord.txt",
            "avtaler/kart.pdf",
        ],
        5,
    ),
)
def test_each_file_that_has_a_say_is_followed_also_one_that_is_not_there_yet(repo: Path, file: str) -> None:
    made = looked_at()
    assert not made.changed()
    write(repo / file, "x")
    assert made.changed()


def test_the_picture_is_followed(repo: Path) -> None:
    write(repo / "avtalegen.toml", "")
    made = looked_at(klar_for_signering=False)
    assert not made.changed()
    write(repo / "avtaler" / "v.png", "x")
    assert made.changed()


def test_a_file_that_has_no_say_is_not_followed(repo: Path) -> None:
    made = looked_at()
    write(repo / "avtaler" / "fauske.yaml", VALID)
    write(repo / "avtaler" / "saltdal.html", "x")
    assert not made.changed()

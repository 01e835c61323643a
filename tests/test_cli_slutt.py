"""How runs end when something around them fails: full disks, closed streams, readers that leave, and Ctrl-C."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from avtalegen import flyt
from avtalegen.funn.diagnostic import AvtalegenError
from tests import cli_support
from tests.cli_support import FAULTY, VALID, Run, command, environment, names, posix_only, process, start, started
from tests.grundig import grundig, noen_raskt, utvalg

cli = cli_support.cli


def test_a_failure_to_run_is_one_message_and_code_3(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_what: object, **_how: object) -> None:
        raise AvtalegenError("Registeret mangler.")

    monkeypatch.setattr(flyt, "check", fail)
    assert cli("valider", "-", data=b"a: 1")[:3] == (3, "", "Feil: Registeret mangler.\n")


def test_a_file_that_click_cannot_open_is_a_failure_to_run(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_what: object, **_how: object) -> None:
        raise click.FileError("a.yaml", "borte")

    monkeypatch.setattr(flyt, "check", fail)
    assert cli("valider", "-", data=b"a: 1")[:3] == (3, "", "Feil: Kunne ikke åpne «a.yaml»: borte\n")


def test_a_fault_of_ours_is_one_line_that_says_so(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_what: object, **_how: object) -> None:
        raise KeyError("noe\x1b[31m\nannet")

    monkeypatch.setattr(flyt, "check", fail)
    code, out, err, _ = cli("valider", "-", data=b"a: 1")
    assert (code, out) == (3, "")
    assert err.startswith("Intern feil i avtalegen (KeyError: ")
    assert "Feilen er vår" in err
    assert "AVTALEGEN_FEILSOK=1" in err
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_a_fault_of_ours_shows_a_traceback_to_who_asks(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_what: object, **_how: object) -> None:
        raise KeyError("noe")

    monkeypatch.setattr(flyt, "check", fail)
    monkeypatch.setenv("AVTALEGEN_FEILSOK", "1")
    assert "Traceback" in cli("valider", "-", data=b"a: 1").err


@grundig  # a Python of its own; the next has a stream that is not
def test_output_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    (tmp_path / "å.yaml").write_text(FAULTY, encoding="utf-8")
    outcome = process("valider", "å.yaml", cwd=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="1")
    assert outcome.code == 1
    assert "å.yaml:7:1: feil[" in outcome.out


def test_a_stream_that_is_not_utf8_is_made_so(monkeypatch: pytest.MonkeyPatch, cli: Run) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="cp1252"))
    cli("--help")
    assert "Fra én YAML-fil".encode() in written.getvalue()


@posix_only
@pytest.mark.parametrize("arguments", utvalg([["lag", "b.yaml", "-o", "-"], ["valider", "a.yaml"], ["--help"]], 1))
def test_a_full_disk_behind_stdout_is_told_without_noise(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(VALID, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = started(*arguments, cwd=tmp_path, stdout=full)
    assert done.code == 3
    assert done.err == "Feil: Kunne ikke skrive ut resultatet: det er ikke plass på disken.\n"


@posix_only
def test_a_full_disk_behind_stderr_leaves_the_exit_code(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = started("valider", "mangler.yaml", cwd=tmp_path, stderr=full)
    assert done.code == 3


@posix_only
@pytest.mark.parametrize(
    ("closed", "arguments"),
    noen_raskt(
        [
            (1, ("lag", "a.yaml", "-o", "-", "--format", "md")),
            (1, ("ny", "1818", "-o", "-")),
            (1, ("valider", "a.yaml")),
            (0, ("valider", "-")),
            (2, ("valider", "nei.yaml")),
        ],
        [(1, ("valider", "a.yaml"))],
    ),
)
def test_closed_standard_streams_give_no_traceback(tmp_path: Path, closed: int, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    redirection = {0: "<&-", 1: ">&-", 2: "2>&-"}[closed]
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirection}', "sh", *command(*arguments)],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    told = done.stderr.decode().partition("\n")[0]  # after it, `lag` sums up what it found
    assert (
        told
        == {
            0: "Feil: Kunne ikke lese standard inn: den er lukket.",
            1: "Feil: Kunne ikke skrive til standard ut: den er lukket.",
            2: "",
        }[closed]
    )


@posix_only
def test_with_all_streams_closed_the_document_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    program = (
        "import sys; from avtalegen.__main__ import main; code = main(sys.argv[1:]); f = open('sagt', 'w'); "
        "print(code, f.fileno(), file=f)"
    )
    subprocess.run(
        ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-c", program, "lag", "a.yaml", "-o", "a.md"],
        cwd=tmp_path,
        env=environment(),
        check=False,
    )
    code, number = (tmp_path / "sagt").read_text(encoding="utf-8").split()
    assert (code, number) == ("3", "3")  # nobody was told what was found
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("# Avtale")


@posix_only
def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number}.yaml").write_text(FAULTY, encoding="utf-8")
    running = start("valider", "--alle", "--velg", "SKJ", cwd=tmp_path)
    assert running.stdout is not None
    assert running.stderr is not None
    assert b"feil[" in running.stdout.readline()
    running.stdout.close()
    with running.stderr:
        assert running.stderr.read() == b""
    assert running.wait() == 141


@posix_only
def test_help_for_nobody_ends_quietly(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = started("--help", cwd=tmp_path, stdout=writer)
    os.close(writer)
    assert (done.code, done.err) == (141, "")


@posix_only
@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        # Without `--alle` it reads every file before it writes what they have in common.
        pytest.param(("valider",), FAULTY, marks=grundig),
        (("valider", "--alle"), FAULTY),
        # `lag` with two processes at work is in test_cli_prosesser.py.
        pytest.param(("lag",), VALID, marks=grundig),
    ],
)
def test_ctrl_c_ends_the_run_quietly_and_leaves_no_half_file(
    tmp_path: Path, arguments: tuple[str, ...], text: str
) -> None:
    long = "avtale" * 20  # so that what is written fills the pipe, and the run can't end before the signal
    for number in range(1000):
        (tmp_path / f"{long}{number}.yaml").write_text(text, encoding="utf-8")
    running = start(*arguments, ".", cwd=tmp_path)
    assert running.stdout is not None
    assert running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate()
    assert running.returncode == 130
    assert err.decode().strip() == "Avbrutt."
    assert not [name for name in names(tmp_path) if ".avtalegen-" in name]


@posix_only
@pytest.mark.parametrize("arguments", [("valider",), ("lag", "FIL", "-o", "x.docx")])
def test_a_working_folder_that_is_gone_is_told(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    gone = tmp_path / "borte"
    gone.mkdir()
    file = str(Path(__file__).parent.parent / "eksempler" / "flakstad.yaml")
    wanted = [file if argument == "FIL" else argument for argument in arguments]
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = cli(*wanted)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "Feil: Mappen du står i, finnes ikke lenger. Gå til en annen mappe, og prøv igjen.\n"

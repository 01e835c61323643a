"""`lag` of many agreements in several processes: as with one, and with nothing lost when one of them stops."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from avtalegen.cli import _jobs, _processes
from avtalegen.cli._jobs import Job, Target, processes
from avtalegen.cli._making import Failed, Making, Step, making
from avtalegen.cli._options import Options
from avtalegen.cli._settings import Settings
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.samling.filer import Found
from tests import cli_support
from tests.cli_support import FAULTY, VALID, Run, environment, names, posix_only, start, started
from tests.grundig import GRUNDIG, grundig, noen_raskt

cli = cli_support.cli

FELLES = "beredskap:\n  kontakter:\n    - navn: Kari Nes\n      telefon: 123\n"
MANGE = {
    "a": VALID,
    "b": FAULTY,
    "c": VALID + "arv: felles/alle.yaml\n",
    "d": VALID + "arv: felles/alle.yaml\n",
    "e": VALID + "arv: felles/finnes_ikke.yaml\n",
    "f": VALID + "politiråd: {møter: {plan: [2027-03-01, 2027-09-01]}}\n",
    "g": VALID.replace("status: utkast", "våpen: {fil: borte.png, alternativ_tekst: Våpenet}"),
}


def write(folder: Path, agreements: dict[str, str]) -> None:
    (folder / "felles").mkdir()
    (folder / "felles" / "alle.yaml").write_text(FELLES, encoding="utf-8")
    (folder / "avtalegen.toml").write_text('utelat = ["felles"]\n', encoding="utf-8")
    for name, text in agreements.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def jobs(folder: Path, *names: str) -> list[Job]:
    """Return jobs that each make one document of a file."""
    targets = (Target(Bestilling("md"), None),)
    return [Job(Found(folder / name, name, Path(name), explicit=True), targets) for name in names]


@pytest.mark.parametrize("way", noen_raskt(["copied", "started"], ["copied"] if hasattr(os, "fork") else ["started"]))
def test_many_make_and_tell_what_one_does(cli: Run, tmp_path: Path, way: str) -> None:
    """Those that work are copies of the one that was asked, but not where that one does something else too, as here."""
    write(tmp_path, MANGE)
    wanted = (
        "--dokument",
        "avtale,møteplan" if GRUNDIG else "avtale",
        "--format",
        "html,pdf" if GRUNDIG else "html,md",
        "--i-dag",
        "2026-11-20",
    )
    one = cli("lag", ".", *wanted, "--til", "en", "--prosesser", "1")
    several = ("lag", ".", *wanted, "--til", "mange", "--prosesser", "2")
    many = started(*several, cwd=tmp_path) if way == "copied" else cli(*several)
    assert (many.code, many.out.replace("mange/", "en/"), many.err) == (one.code, one.out, one.err)
    assert one.out.count("Skrev ") > (8 if GRUNDIG else 4)
    assert one.err.count("Feil:") + one.out.count("feil[") > 2
    assert names(tmp_path / "en") == names(tmp_path / "mange")
    for name in names(tmp_path / "en"):
        assert (tmp_path / "mange" / name).read_bytes() == (tmp_path / "en" / name).read_bytes(), name


def _dies_of_b(pipe: Connection, options: Options, _work: object, _garbage: int) -> None:
    """Work as `_processes._work`, but stop when the file is b.yaml."""
    making = Making(Settings(options))
    while True:
        job = pipe.recv()
        if job.found.name == "b.yaml":
            os._exit(7)
        pipe.send([*making.steps(job)])


def _fails(pipe: Connection, options: Options, _work: object, _garbage: int) -> None:
    class Broken(Making):
        def steps(self, job: Job) -> object:  # type: ignore[override]
            raise KeyError("noe vi ikke har tenkt på")

    pipe.recv()
    pipe.send_bytes(_processes._done(Broken(Settings(options)).steps, jobs(Path(), "a.yaml")[0]))


@grundig
def test_a_process_that_stops_costs_the_agreement_it_worked_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = [f"{letter}.yaml" for letter in "abcd"]
    for name in files:
        (tmp_path / name).write_text(VALID, encoding="utf-8")
    planned = jobs(Path(), *files)
    alone = [[*Making(Settings(Options())).steps(job)] for job in planned]
    monkeypatch.setattr(_processes, "_work", _dies_of_b)
    made = [*_processes.in_processes(planned, Options(), 2, making)]
    (failed,) = made[1]
    assert isinstance(failed, Failed)
    assert "stoppet før den var ferdig (sluttkode 7)" in failed.message
    assert made[:1] + made[2:] == alone[:1] + alone[2:]


@grundig
def test_whoever_waits_for_the_others_may_work_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = [f"{letter}.yaml" for letter in "abcdefgh"]
    for name in files:
        (tmp_path / name).write_text(VALID, encoding="utf-8")
    planned = jobs(Path(), *files)
    done: list[Path] = []

    def here(job: Job) -> Iterator[Step]:
        done.append(job.found.path)
        return Making(Settings(Options())).steps(job)

    made = [*_processes.in_processes(planned, Options(), 2, making, here)]
    assert made == [[*Making(Settings(Options())).steps(job)] for job in planned]
    assert done  # the other process has hardly begun


def test_what_never_should_happen_is_raised_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_processes, "_work", _fails)
    with pytest.raises(RuntimeError, match="KeyError: 'noe vi ikke har tenkt på'") as raised:
        next(_processes.in_processes(jobs(tmp_path, "a.yaml"), Options(), 1, making))
    assert "Traceback" in raised.value.__notes__[0]


@grundig  # `make test` tries the copies
def test_a_process_ends_with_the_one_that_started_it() -> None:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_processes._work, args=(theirs, Options(), making, 700), daemon=True)
    process.start()
    theirs.close()
    ours.close()  # as when whoever has it is killed
    process.join()
    assert process.exitcode == 0


def test_a_process_is_a_copy_only_where_nothing_else_is_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def started(threads: list[str], platform: str = "linux") -> str | None:
        monkeypatch.setattr(_processes.os, "listdir", lambda _path: threads)
        monkeypatch.setattr(_processes.sys, "platform", platform)
        return _processes._context().get_start_method()

    assert [started(["7"]), started(["7", "8"]), started(["7"], "darwin")] == ["fork", "spawn", "spawn"]
    monkeypatch.setattr(_processes.sys, "platform", "linux")
    monkeypatch.setattr(_processes.os, "listdir", _no_such_folder)
    assert _processes._context().get_start_method() == "spawn"


def _no_such_folder(_path: str) -> list[str]:
    raise FileNotFoundError


_TWO_COPIES = """
import time
from avtalegen.cli._processes import in_processes
from avtalegen.cli._options import Options

def doing(_settings=None):
    return lambda job: [job]

made = in_processes(range(9), Options(), 3, doing, doing())
assert [next(made) for _ in range(3)] == [[0], [1], [2]]
print("i gang", flush=True)
time.sleep(60)
"""


@grundig  # a Python of its own
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is a copy")
def test_copies_end_with_the_one_that_made_them() -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", _TWO_COPIES], env=environment(), stdout=subprocess.PIPE, start_new_session=True
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"i gang\n"
    program.kill()
    program.communicate(timeout=60)  # the copies have its standard output: it ends when they do
    _wait_for_the_end_of(program.pid)


@posix_only
@pytest.mark.parametrize(
    ("group", "formats"), noen_raskt([(True, "html"), (True, "pdf,html"), (False, "pdf,html")], [(True, "html")])
)
def test_ctrl_c_leaves_nothing_half_and_nobody_at_work(tmp_path: Path, group: bool, formats: str) -> None:
    long = "avtale" * 20  # so that what is written fills the pipe, and the run can't end before the signal
    write(tmp_path, {f"{long}{number}": VALID for number in range(600)})
    program = start("lag", ".", "--til", "ut", "--format", formats, "--prosesser", "2", cwd=tmp_path, session=True)
    assert program.stdout is not None
    program.stdout.readline()  # the first document is there
    (os.killpg if group else os.kill)(program.pid, signal.SIGINT)
    _, err = program.communicate()
    assert (program.returncode, err.decode().strip()) == (130, "Avbrutt.")
    made = [*(tmp_path / "ut").iterdir()]
    assert 0 < len(made) < 600
    assert {path.suffix for path in made} <= {".pdf", ".html"}
    for path in made:
        assert path.read_bytes().rstrip().endswith((b"%%EOF", b"-->"))
    _wait_for_the_end_of(program.pid)


def _wait_for_the_end_of(session: int) -> None:
    """Wait until no process is left in a session: the pool has ended its own, and they theirs."""
    for _ in range(600):
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("noen arbeider fortsatt")


def test_so_many_processes_as_can_work_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    planned = jobs(Path(), *(f"{number}.yaml" for number in range(100)))
    monkeypatch.setattr(_jobs.os, "sched_getaffinity", lambda _pid: {0, 1, 2}, raising=False)
    assert processes(planned) == 3
    assert processes(planned[:99]) == 1, "to start them takes longer than they save"
    monkeypatch.delattr(_jobs.os, "sched_getaffinity")
    monkeypatch.setattr(_jobs.os, "cpu_count", lambda: 5)
    assert processes(planned) == 5
    monkeypatch.setattr(_jobs.os, "cpu_count", lambda: None)
    assert processes(planned) == 1


def test_standard_input_is_read_here(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    code, out, _, _ = cli("lag", "-", "a.yaml", "--til", "ut", "--prosesser", "2", data=VALID.encode())
    assert code == 0
    assert out.count("Skrev ut") == 2

"""What the tests of the command line share: an agreement, and two ways to run the tool."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from avtalegen.__main__ import main
from tests.varm_avtalegen import PIPE, Program, Stream

VALID = """\
format: 1
avtale:
  status: utkast
parter:
  kommuner: "1859"
  politi: Nordland politidistrikt
"""
FAULTY = VALID + "politrad: {leder: ordfører}\n"

ROOT = Path(__file__).parent.parent
CHANGES_OUTPUT = {"FORCE_COLOR", "NO_COLOR", "COLUMNS", "PYTHONUNBUFFERED"}
"""Variables that change how, or when, output is written; a test that is about one of them sets it."""
posix_only = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and devices of POSIX")


class Outcome(NamedTuple):
    """How a run ended: exit code, stdout and stderr. `raw` is stdout as bytes."""

    code: int
    out: str
    err: str
    raw: bytes = b""


Run = Callable[..., Outcome]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Iterator[Run]:
    """Run the tool in this process, in a folder of its own, with `data` on standard input."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "AVTALEGEN_FEILSOK"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, data: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = main(list(arguments))
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out.decode("utf-8", "replace"), captured.err.decode(), captured.out)

    yield run
    gc.unfreeze()


def environment(**extra: str) -> dict[str, str]:
    """Return the environment for a process of its own: ours, without what would change how output looks."""
    kept = {name: value for name, value in os.environ.items() if name not in CHANGES_OUTPUT}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]), **extra}


def command(*arguments: str) -> list[str]:
    """Return the command line that runs the tool as a process."""
    return [sys.executable, "-m", "avtalegen", *arguments]


def start(
    *arguments: str | bytes,
    cwd: Path,
    stdin: Stream = None,
    stdout: Stream = PIPE,
    stderr: Stream = PIPE,
    session: bool = False,
    **extra: str,
) -> Program | subprocess.Popen[bytes]:
    """Start the tool as a process; `extra` is put in its environment when it has started (`varm_avtalegen`)."""
    if hasattr(os, "fork"):
        return Program(arguments, cwd, environment(**extra), stdin, stdout, stderr, session)
    asked = [*command(), *arguments]
    return subprocess.Popen(
        asked, cwd=cwd, env=environment(**extra), stdin=stdin, stdout=stdout, stderr=stderr, start_new_session=session
    )


def started(*arguments: str | bytes, **how: Any) -> Outcome:
    """Run the tool as `start` does, to its end."""
    with start(*arguments, **how) as running:
        out, err = running.communicate(timeout=120)
    assert running.returncode is not None
    raw = out or b""
    return Outcome(running.returncode, raw.decode("utf-8", "replace"), (err or b"").decode("utf-8", "replace"), raw)


def process(*arguments: str, cwd: Path, data: bytes = b"", **extra: str) -> Outcome:
    """Run the tool in a Python of its own; `extra` is put in its environment before it begins."""
    done = subprocess.run(
        command(*arguments),
        cwd=cwd,
        input=data,
        capture_output=True,
        env=environment(**extra),
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode(), done.stdout)


def write(folder: Path, **texts: str) -> None:
    """Write a YAML file for each text, in a folder that is made if it isn't there."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def codes(out: str) -> list[str]:
    """Return the codes of what `--kort` shows."""
    return [line.partition("[")[2].partition("]")[0] for line in out.splitlines() if "[" in line]


def names(folder: Path) -> set[str]:
    """Return the paths of all files and folders below `folder`, with «/» between the parts."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}

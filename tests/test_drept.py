"""Killed at any moment, `lag` and `--rett` leave nothing half: a file is as it was or as it shall be."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tests.cli_support import environment, posix_only
from tests.grundig import antall, grundig

EKSEMPEL = (Path(__file__).parent.parent / "eksempler" / "flakstad.yaml").read_bytes()
TO_MEND = EKSEMPEL.replace(b"telefon: 75 58 90 00/02800", b"telefon: 75589000/02800")
FORMATS = ("docx", "html", "md")


def run(*arguments: str, folder: Path, seconds: float | None) -> float:
    """Run the program, and kill it after so many seconds; return how long it ran."""
    begun = time.monotonic()
    program = subprocess.Popen(
        [sys.executable, "-m", "avtalegen", *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        program.wait(seconds)
    except subprocess.TimeoutExpired:
        program.send_signal(signal.SIGKILL)
        program.wait()
    return time.monotonic() - begun


@grundig
@posix_only
def test_a_kill_at_any_moment_leaves_nothing_half_and_loses_nothing(tmp_path: Path) -> None:
    r = Random(3)
    lag = ("lag", "a.yaml", "--format", ",".join(FORMATS), "--til", "ut")
    rett = ("valider", "a.yaml", "--rett")
    whole = tmp_path / "hel"
    whole.mkdir()
    (whole / "a.yaml").write_bytes(TO_MEND)
    times = {lag: run(*lag, folder=whole, seconds=None)}
    made = {format: (whole / "ut" / f"a.{format}").read_bytes() for format in FORMATS}
    times[rett] = run(*rett, folder=whole, seconds=None)
    mended = (whole / "a.yaml").read_bytes()
    assert mended != TO_MEND
    for number in range(antall(6, 500)):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        (folder / "a.yaml").write_bytes(TO_MEND)
        command = r.choice((lag, rett))
        run(*command, folder=folder, seconds=r.uniform(0.2, 1.1) * times[command])
        left = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert left.pop("a.yaml") in ({TO_MEND, mended} if command == rett else {TO_MEND})
        unfinished = [name for name in left if name.startswith(".avtalegen-")]
        assert len(unfinished) <= 1
        for name, data in left.items():
            assert name in unfinished or data == made[name.removeprefix("a.")]
        run(*command, folder=folder, seconds=None)  # and the next run does what the one that was killed did not
        if command == lag:
            assert {(folder / "ut" / f"a.{format}").read_bytes() == made[format] for format in FORMATS} == {True}
        else:
            assert (folder / "a.yaml").read_bytes() == mended

"""PDF in a process of its own: Typst is a programming language, and a page can take it minutes.

The process can be stopped: it has `LONGEST` seconds for a document, and no more memory than it is given (on Windows,
time alone is bounded). Ctrl-C stops it too, which the compiler itself doesn't hear. It reads no file but those in its
root, which is an empty folder; it would fetch packages over the network, so it is told to go through a proxy that
isn't there.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.pdf.arbeider import read_frame, write_frame

LONGEST = 15.0
"""Seconds that a document may take. Those of the examples take a tenth of one."""
DEAD_PROXY = "http://127.0.0.1:0"
"""Where everything that the compiler would fetch is sent: nothing can listen there."""
_SCRIPT = Path(__file__).with_name("arbeider.py")


class Compiled(NamedTuple):
    """What the compiler made.

    `error` is (message, the message with its place, hints), `warnings` are (message, the message with its place), and
    `families` the typefaces that there are. `stopped`: it used too much time or memory.
    """

    pdf: bytes
    error: tuple[str, str, list[str]] | None = None
    warnings: tuple[tuple[str, str], ...] = ()
    families: tuple[str, ...] = ()
    stopped: bool = False


class _Worker:
    """The process, with the typefaces in `folder` and those of their own."""

    def __init__(self, folder: Path, own: Sequence[tuple[str, bytes]]) -> None:
        self.key = (folder, own)
        self.used = False
        self._temporary = TemporaryDirectory(prefix="avtalegen-", ignore_cleanup_errors=True)
        empty, fonts = Path(self._temporary.name, "rot"), Path(self._temporary.name, "skrift")
        empty.mkdir()
        fonts.mkdir()
        for number, (name, data) in enumerate(own):
            (fonts / f"{number}{Path(name).suffix}").write_bytes(data)
        environment = dict(os.environ)
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            environment |= {name: DEAD_PROXY, name.lower(): DEAD_PROXY}
        for name in ("NO_PROXY", "no_proxy"):
            environment.pop(name, None)
        # -P: the folder of the script has modules with names that Python itself needs.
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(_SCRIPT), str(empty), str(folder), str(fonts)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def compile(self, asked: bytes) -> Compiled:
        """Return what comes back; when nothing does, that it was stopped, and then the process is gone."""
        self.used = True
        try:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            write_frame(self._process.stdin, asked)
            told, pdf = read_frame(self._process.stdout), read_frame(self._process.stdout)
        except OSError:
            told = pdf = None
        if told is None or pdf is None:
            self.close()
            return Compiled(b"", stopped=True)
        return _read(json.loads(told), pdf)

    @property
    def alive(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the process, and take its files away."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what it never read
                assert stream is not None
                stream.close()
        self._temporary.cleanup()


_running: list[_Worker] = []  # one or none


def compile(
    files: dict[str, bytes], standards: Sequence[str], folder: Path, own: Sequence[tuple[str, bytes]]
) -> Compiled:
    """Compile files with the typefaces in `folder` and `own` (name, content). One caller at a time.

    Raises `AvtalegenError` when the process can't be started.
    """
    texts = {name: data.decode("latin-1") for name, data in files.items()}
    asked = json.dumps({"filer": texts, "standarder": [*standards], "sekunder": LONGEST})
    worker = _worker(folder, tuple(own))
    used_before = worker.used
    made = worker.compile(asked.encode())
    if made.stopped and used_before:  # what it remembered of other documents takes memory too
        made = _worker(folder, tuple(own)).compile(asked.encode())
    return made


def _worker(folder: Path, own: tuple[tuple[str, bytes], ...]) -> _Worker:
    """Return the process that has these typefaces, started when it isn't there."""
    if not (_running and _running[0].key == (folder, own) and _running[0].alive):
        stop()
        try:
            _running.append(_Worker(folder, own))
        except OSError as error:
            raise AvtalegenError(
                f"PDF-en kunne ikke lages: Python kunne ikke startes på nytt ({error.strerror})."
            ) from error
        # What is registered last, is done first: before Python finds the folder of a process that nobody has ended.
        atexit.unregister(stop)
        atexit.register(stop)
    return _running[0]


def stop() -> None:
    """End the process, if there is one."""
    while _running:
        _running.pop().close()


def _read(told: dict[str, Any], pdf: bytes) -> Compiled:
    families = tuple(told["skrifter"])
    if "feil" in told:
        message, diagnostic, hints = told["feil"]
        return Compiled(b"", (message, diagnostic, hints), families=families)
    if told.get("stoppet"):
        return Compiled(b"", stopped=True)
    return Compiled(pdf, warnings=tuple((message, place) for message, place in told["advarsler"]), families=families)

"""The tool as a process of its own, forked from one that has loaded it already.

To start Python and load what `valider` needs takes a third of a second, and a fork a hundredth. What the process does
with its streams, signals, terminal and folder is its own. A test of how it starts, or of what its environment does to
Python (`TZ`, `PYTHONUTF8`), takes `cli_support.command` instead; so do all where there is no fork.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any

PIPE = subprocess.PIPE
SMALLEST = """\
format: 1
avtale: {status: utkast}
parter: {kommuner: "1859", politi: Nordland politidistrikt}
"""
Stream = int | IO[Any] | None


class Program:
    """A run of the tool: the part of `subprocess.Popen` that the tests use. A stream that isn't given, is empty."""

    def __init__(
        self,
        arguments: Sequence[str | bytes],
        cwd: Path,
        env: dict[str, str],
        stdin: Stream = None,
        stdout: Stream = None,
        stderr: Stream = None,
        start_new_session: bool = False,
    ) -> None:
        self.returncode: int | None = None
        self.stdout: IO[bytes] | None = None
        self.stderr: IO[bytes] | None = None
        fds, mine = [], []
        for name, given in (("stdin", stdin), ("stdout", stdout), ("stderr", stderr)):
            if given is None:
                mine.append(os.open(os.devnull, os.O_RDWR))
            elif given == PIPE:
                reads, writes = os.pipe()
                setattr(self, name, os.fdopen(reads, "rb"))
                mine.append(writes)
            fds.append(mine[-1] if given in (None, PIPE) else given if isinstance(given, int) else given.fileno())
        asked = {"argv": [*map(os.fsdecode, arguments)], "cwd": str(cwd), "env": env, "session": start_new_session}
        self.pid = int(_server(os.getpid()).ask(asked, fds))
        for fd in mine:
            os.close(fd)

    def poll(self) -> int | None:
        if self.returncode is None:
            self.returncode = _server(os.getpid()).ask({"pid": self.pid})
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        until = None if timeout is None else time.monotonic() + timeout
        while self.poll() is None:
            if until is not None and time.monotonic() > until:
                raise subprocess.TimeoutExpired("avtalegen", timeout or 0)
            time.sleep(0.002)
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def communicate(self, timeout: float | None = 120) -> tuple[bytes, bytes]:
        """Return what was printed, when the run has ended."""
        told, threads = [b"", b""], []
        for number, stream in enumerate((self.stdout, self.stderr)):
            if stream is not None:
                threads.append(threading.Thread(target=_read, args=(stream, told, number)))
        for thread in threads:
            thread.start()
        self.wait(timeout)
        for thread in threads:
            thread.join()
        return told[0], told[1]

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        for stream in (self.stdout, self.stderr):
            if stream is not None:
                stream.close()
        self.wait()


def _read(stream: IO[bytes], told: list[bytes], number: int) -> None:
    with stream:
        told[number] = stream.read()


class _Server:
    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(theirs.fileno())],
            cwd=Path(__file__).parent.parent,
            env={**os.environ, "PYDANTIC_DISABLE_PLUGINS": "__all__"},
            pass_fds=[theirs.fileno()],
        )
        theirs.close()
        atexit.register(self._close, os.getpid())

    def ask(self, asked: dict[str, object], fds: Sequence[int] = ()) -> Any:
        with self._lock:
            line = json.dumps(asked).encode() + b"\n"
            sent = socket.send_fds(self._socket, [line], fds)
            self._socket.sendall(line[sent:])
            return json.loads(_line(self._socket)[0])

    def _close(self, owner: int) -> None:
        if os.getpid() == owner:
            self._socket.close()
            self._process.wait()


@cache
def _server(_owner: int) -> _Server:
    """Return the process that forks; a fork of whoever started one, has its own."""
    return _Server()


def _line(connection: socket.socket) -> tuple[bytes, list[int]]:
    data, fds = b"", []
    while not data.endswith(b"\n"):
        more, also, _, _ = socket.recv_fds(connection, 65536, 3)
        if not more:
            return b"", fds
        data, fds = data + more, [*fds, *also]
    return data, fds


def _serve(connection: socket.socket) -> int:
    """Fork for each run that is asked for, and tell how they end. Return the exit code of the fork, in the fork."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # at a terminal, Ctrl-C reaches all
    from avtalegen import flyt
    from avtalegen.__main__ import main
    from avtalegen.cli import lag, ny, rediger, valider, vis  # noqa: F401 - what most runs load
    from avtalegen.dokument.bestilling import Bestilling
    from avtalegen.regler import regler
    from tests import malminne

    malminne.remember()  # a folder with an avtalegen.toml has its own environment, also without templates
    regler()
    for format_ in ("docx", "html"):
        flyt.make(flyt.check(SMALLEST, "a.yaml"), Bestilling(format_), lambda *_: b"")
    while True:
        line, fds = _line(connection)
        if not line:
            return 0
        asked = json.loads(line)
        if pid := asked.get("pid"):
            ended, status = os.waitpid(pid, os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if ended else None
        elif not (answer := os.fork()):
            connection.close()
            _become(asked, fds)
            return main(asked["argv"])
        for fd in fds:
            os.close(fd)
        connection.sendall(json.dumps(answer).encode() + b"\n")


def _become(asked: dict[str, Any], fds: list[int]) -> None:
    """Be as a process that has just been started."""
    if asked["session"]:
        os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for to, fd in enumerate(fds):
        os.dup2(fd, to)
        os.close(fd)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    sys.argv = ["avtalegen", *asked["argv"]]
    sys.stdin, sys.stdout = os.fdopen(0, encoding="utf-8"), os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", buffering=1)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as ours:
        code = _serve(ours)
    sys.exit(code)

"""Work done in a process of its own, forked from this one: what is loaded here is loaded there too."""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
from collections.abc import Callable
from time import process_time
from traceback import format_exc
from typing import Any

if os.name == "posix":  # what is drawn from a module can be tried everywhere
    import resource

_SHORTEST_WAIT = 60  # seconds, so that a busy machine isn't taken for a process that waits for nothing
_MOST_MEMORY = 4_000_000_000  # bytes: a fault may well make a list without end


class Forked:
    """A process that does one piece of work.

    `seconds` are those of the processor, so that a busy machine doesn't count. One that only waits is given more than
    ten times as long.
    """

    def __init__(self, work: Callable[[], Any], seconds: float) -> None:
        self._seconds = seconds
        self._reader, writer = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._reader)
            _do(work, seconds, writer)
        os.close(writer)

    def result(self) -> Any:
        """Return what the work returned, which must be picklable; None when it took too long or the process died.

        Raises `RuntimeError` when the work raised anything, with the text of it.
        """
        data = b""
        if select.select([self._reader], [], [], 10 * self._seconds)[0]:
            with os.fdopen(os.dup(self._reader), "rb") as stream:
                data = stream.read()
        os.close(self._reader)
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        told, failed = pickle.loads(data) if data else (None, "")
        if failed:
            raise RuntimeError(failed)
        return told


def allow(seconds: float) -> None:
    """End this process when it has used so many more seconds of the processor, or waited for ten times as long.

    A later call sets another limit.
    """
    until = int(process_time() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
    signal.alarm(_SHORTEST_WAIT + int(10 * seconds))


def in_fork(work: Callable[[], Any], seconds: float) -> Any:
    """Do one piece of work in a process of its own, and return what it returned."""
    return Forked(work, seconds).result()


def _told(work: Callable[[], Any]) -> bytes:
    try:
        return pickle.dumps((work(), ""))
    except Exception:
        return pickle.dumps((None, format_exc()))


def _do(work: Callable[[], Any], seconds: float, writer: int) -> None:
    """Do the work, write what it returns, and end the process, whatever happens."""
    try:
        gc.disable()
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        allow(seconds)
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        with os.fdopen(writer, "wb") as out:
            out.write(_told(work))
    finally:
        os._exit(0)

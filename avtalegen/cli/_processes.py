"""Many files worked on in several processes, and what comes of each taken in the order of the files.

Each process has a pipe of its own: so it is known which agreement it was working on when it stopped, it can be ended at
any time, and it ends by itself when whoever started it is gone. It writes no files.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any

from avtalegen.cli._making import Failed
from avtalegen.cli._options import Options
from avtalegen.cli._settings import Settings
from avtalegen.cli.exit_codes import INTERRUPTED

_QUEUED = 2  # jobs for each process: the next one is there when it has finished one
_AHEAD = 8  # jobs for each process: so many may be finished before those ahead of them are

Work = Callable[[Settings], Callable[[Any], Iterable[Any]]]
"""Returns what does a job and gives its steps. Both the work and the jobs must be such as can be sent."""


class _Worker:
    """A process and the numbers of the jobs that it has been given, the one that it works on first."""

    def __init__(self, options: Options, work: Work, others: Iterable[_Worker]) -> None:
        context = _context()
        self.pipe, theirs = context.Pipe()
        given = (theirs, options, work, gc.get_threshold()[0])
        if isinstance(context, SpawnContext):
            self.process: BaseProcess = context.Process(target=_work, args=given, daemon=True)
        else:
            ours = [self.pipe, *(worker.pipe for worker in others)]
            self.process = context.Process(target=_forked, args=(ours, *given), daemon=True)
        with _deaf():
            self.process.start()
        theirs.close()
        self.numbers: deque[int] = deque()

    def give(self, number: int, job: Any) -> None:
        """Let the process do one more job."""
        self.numbers.append(number)
        with suppress(OSError):  # it has stopped, which `answer` tells
            self.pipe.send(job)

    def answer(self) -> tuple[int, Sequence[Any] | Exception] | None:
        """Return what became of the first job, waiting for it; None when the process has stopped."""
        try:
            return self.numbers[0], self.pipe.recv()
        except (EOFError, OSError):
            return None

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.terminate()
        self.process.join()
        self.pipe.close()


def in_processes(
    jobs: Sequence[Any],
    options: Options,
    count: int,
    work: Work,
    here: Callable[[Any], Iterable[Any]] | None = None,
) -> Generator[Sequence[Any], None, None]:
    """Give the steps of each job, in order, from `count` processes that do some work.

    With `here` this process is one of them: it does so while the others are at work. Those that are copies of it are
    then made when it has done one job that something came of, and so have all that it takes.

    What no job should do, is raised as if it had been done here. A process that stops costs the job it was working on.
    """
    workers: list[_Worker] = []
    waiting, finished = deque(range(len(jobs))), dict[int, Sequence[Any]]()
    if here and isinstance(_context(), ForkContext):
        while waiting and not any(map(any, finished.values())):
            first = waiting.popleft()
            finished[first] = [*here(jobs[first])]
    try:
        for _ in range(count - 1 if here else count):
            workers.append(_Worker(options, work, workers))
        for number in range(len(jobs)):
            end = number + _AHEAD * count
            while True:
                _give(workers, waiting, jobs, end)
                if number in finished:
                    break
                if here and waiting and waiting[0] < end and not connection.wait([one.pipe for one in workers], 0):
                    own = waiting.popleft()
                    finished[own] = [*here(jobs[own])]
                else:
                    _take(workers, waiting, finished, lambda others: _Worker(options, work, others))
            yield finished.pop(number)
    finally:
        for worker in workers:
            worker.stop()


def _give(workers: Sequence[_Worker], waiting: deque[int], jobs: Sequence[Any], end: int) -> None:
    """Let each process have something to do, of the jobs before `end`."""
    for room in range(1, _QUEUED + 1):
        for worker in workers:
            if len(worker.numbers) < room and waiting and waiting[0] < end:
                number = waiting.popleft()
                worker.give(number, jobs[number])


def _take(
    workers: list[_Worker],
    waiting: deque[int],
    finished: dict[int, Sequence[Any]],
    another: Callable[[Iterable[_Worker]], _Worker],
) -> None:
    """Wait until a process has finished a job, and take what it has made. One that has stopped is replaced."""
    busy = {worker.pipe: worker for worker in workers if worker.numbers}
    for pipe in connection.wait(list(busy)):
        worker = busy[pipe]  # type: ignore[index]
        answer = worker.answer()
        number = worker.numbers.popleft()
        if answer is None:
            worker.stop()
            finished[number] = [Failed(_stopped(worker.process.exitcode))]
            waiting.extendleft(reversed(worker.numbers))
            workers.remove(worker)
            workers.append(another(workers))
        elif isinstance(answer[1], Exception):
            raise answer[1]
        else:
            finished[number] = answer[1]


def _stopped(code: int | None) -> str:
    why = f"signal {-code}" if code is not None and code < 0 else f"sluttkode {code}"
    return (
        f"Prosessen som arbeidet med filen, stoppet før den var ferdig ({why}). Kjør kommandoen en gang til, med "
        "«--prosesser 1» om det skjer igjen."
    )


@contextmanager
def _deaf() -> Iterator[None]:
    """Let what is started here not hear Ctrl-C: whoever started it does, and ends it."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # in another thread than the first, which hears nothing
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _context() -> ForkContext | SpawnContext:
    """Return how a process is started: as a copy of this one, with what it has loaded, where that is safe.

    It is where the system can tell that there are no other threads, not even such as Python knows nothing of: what
    they hold, a copy would never be given back. On macOS the system's own libraries won't have it at all.
    """
    try:
        alone = sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208
    except OSError:
        alone = False
    return get_context("fork") if alone else get_context("spawn")


def _forked(ours: Iterable[Connection], pipe: Connection, options: Options, work: Work, garbage: int) -> None:
    """Work as a copy, without the other ends of the pipes: they would be open when whoever started it is gone."""
    for end in ours:
        end.close()
    gc.freeze()  # what came with it is none
    _work(pipe, options, work, garbage)


def _work(pipe: Connection, options: Options, work: Work, garbage: int) -> None:
    """Do the jobs that come through the pipe, until no more can come; look for `garbage` as seldom as is done there."""
    gc.set_threshold(garbage)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    do = work(Settings(options))
    with suppress(EOFError, OSError):  # whoever started us is gone
        while True:
            pipe.send_bytes(_done(do, pipe.recv()))


def _done(do: Callable[[Any], Iterable[Any]], job: Any) -> bytes:
    try:
        return pickle.dumps([*do(job)])
    except Exception as error:
        told = RuntimeError(f"{type(error).__name__}: {error}")
        told.add_note(traceback.format_exc())
        return pickle.dumps(told)


def _end(*_: object) -> None:
    """Leave what is being done, in a way that takes the process that makes PDF along."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(INTERRUPTED)

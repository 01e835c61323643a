"""Compare the speed of this tree of avtalegen with an older one in the same run: `python bench/mot_eldre.py TREE`.

Each has a process of its own, warm and with the same packages, and they work in turn on the examples of the older one.
They are asked by what `avtalegen` promises other programs (`valider`, `lag`), since that is what both have. The time is
that of the processors, also of the process that makes the PDF where it can be seen (Linux); the ratio is taken pair by
pair, and its median is what counts. First this tree against itself, so that the noise is known.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROUNDS = 15
TASKS = {"sjekk med alle reglene": "sjekk", "docx fra fil": "docx", "pdf fra fil": "pdf", "html fra fil": "html"}
WORK = """
import sys
from datetime import date
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import avtalegen
assert Path(avtalegen.__file__).is_relative_to(sys.argv[1]), avtalegen.__file__
files = [Path(name).read_bytes() for name in sys.argv[2:]]
day = date(2026, 11, 20)
times = 0
for task in map(str.strip, sys.stdin):
    for _ in range(5 if task == "sjekk" else 2):
        times += 1
        for file in files:
            # The compiler of PDF remembers what it has laid out: a title that it has not seen.
            new = file.replace(b"  tittel: ", b"  tittel: %d " % times, 1)
            avtalegen.valider(new, i_dag=day) if task == "sjekk" else avtalegen.lag(new, task, i_dag=day)
    print("ferdig", flush=True)
"""


class Tree:
    """A process that works with one tree."""

    def __init__(self, tree: Path, files: list[str]) -> None:
        command = [sys.executable, "-c", WORK, str(tree), *files]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=tree
        )

    def seconds(self, task: str) -> float:
        """Return what a task takes."""
        before, start = self._used(), time.perf_counter()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{task}\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "ferdig\n"
        return (self._used() - before) or (time.perf_counter() - start)

    def _used(self) -> float:
        return sum(nanoseconds(pid) for pid in family(self._process.pid)) / 1e9

    def end(self) -> None:
        self._process.communicate()


def family(pid: int) -> Iterator[int]:
    """Give a process and those that it has started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from family(int(child))


def nanoseconds(pid: int) -> int:
    return sum(int(task.read_text().split()[0]) for task in Path(f"/proc/{pid}/task").glob("*/schedstat"))


def compared(older: Path, newer: Path, files: list[str]) -> Iterator[str]:
    """Give a row of the table for each task."""
    trees = [Tree(older, files), Tree(newer, files)]
    for told, task in TASKS.items():
        for tree in trees:
            tree.seconds(task)
        pairs = [[tree.seconds(task) for tree in trees] for _ in range(ROUNDS)]
        ratio = statistics.median(new / old for old, new in pairs)
        old, new = (statistics.median(side) * 1000 / len(files) for side in zip(*pairs, strict=True))
        runs = 5 if task == "sjekk" else 2
        yield f"| {told} | {old / runs:.1f} ms | {new / runs:.1f} ms | {ratio:.2f} |"
    for tree in trees:
        tree.end()


def main(older: str) -> None:
    this, other = Path(__file__).resolve().parent.parent, Path(older).resolve()
    files = [str(path) for path in sorted((other / "eksempler").glob("*.yaml"))]
    for before, told in ((this, "denne"), (other, "den eldre")):
        print(f"| hva | {told} | denne | forhold |\n|---|---|---|---|")
        for row in compared(before, this, files):
            print(row, flush=True)
        print()


if __name__ == "__main__":
    main(*sys.argv[1:])

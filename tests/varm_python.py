"""A Python that has the libraries loaded, and does what it is asked to in a fork of itself.

To start Python and load pytest and the libraries takes a second each time, and `test_nytt` does it thirty times. Where
there is no fork, each thing is done in a process of its own. Nothing of the project is loaded here: what is asked for,
is about a copy of it.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import runpy
import subprocess
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

LIBRARIES = ("pytest", "hypothesis", "hypothesis.strategies", "click", "docx", "jinja2", "lxml.etree", "markdown_it")
MORE = ("jsonschema", "pydantic", "pypdf", "yaml")


class VarmPython:
    """Runs `python …`; use it as a context manager."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[str] | None = None

    def __enter__(self) -> VarmPython:
        if hasattr(os, "fork"):
            self._server = subprocess.Popen(
                [sys.executable, "-P", __file__],
                env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self._server:
            self._server.communicate()

    def run(self, arguments: Sequence[str], folder: Path, out: Path) -> tuple[int, str]:
        """Return the exit code of `python …` in a folder whose modules go before all others, and all it printed."""
        if self._server is None:
            env = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "", "PYTHONUTF8": "1"}
            with out.open("wb") as file:
                code = subprocess.run(
                    [sys.executable, *arguments], cwd=folder, env=env, stdout=file, stderr=file, check=False
                ).returncode
        else:
            assert self._server.stdin
            assert self._server.stdout
            print(json.dumps([*map(str, (folder, out)), *arguments]), file=self._server.stdin, flush=True)
            code = int(self._server.stdout.readline())
        return code, out.read_text(encoding="utf-8")


def serve() -> None:
    """Do what each line on standard input asks for, and print its exit code."""
    for name in (*LIBRARIES, *MORE):
        importlib.import_module(name)
    for line in sys.stdin:
        folder, out, *arguments = json.loads(line)
        child = os.fork()
        if not child:
            os._exit(_done(arguments, folder, out))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _done(arguments: list[str], folder: str, out: str) -> int:
    target = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for fd, stream in ((nothing, 0), (target, 1), (target, 2)):
        os.dup2(fd, stream)
    os.chdir(folder)
    os.environ["PYTHONPATH"] = folder
    sys.path.insert(0, folder)
    kind, what, *sys.argv[1:] = arguments
    try:
        if kind == "-m":
            runpy.run_module(what, run_name="__main__", alter_sys=True)
        else:
            exec(compile(what, "<string>", "exec"), {"__name__": "__main__"})
        code: object = 0
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
        code = 1
    for stream_ in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream_.flush()
    return code if isinstance(code, int) else 0 if code is None else 1


if __name__ == "__main__":
    serve()

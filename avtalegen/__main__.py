"""Where the program starts and ends: streams, exit codes, and what is said when something breaks."""

from __future__ import annotations

import errno
import gc
import importlib
import io
import os
import sys
import typing
from contextlib import suppress
from types import ModuleType
from typing import Any, TextIO

from avtalegen.cli.exit_codes import CLEAN, CLOSED_PIPE, INTERRUPTED, NOT_RUN, USAGE
from avtalegen.funn.diagnostic import AvtalegenError

_GARBAGE = 150_000
"""So many new objects before Python looks for garbage. Usually 700: it looks a hundred times while modules load."""

_METADATA = "importlib.metadata"
_SECRETS = "secrets"


def main(arguments: list[str] | None = None) -> int:
    """Run the command line `arguments` (default: the process's own) and return the exit code.

    No failure shows a traceback unless the environment has AVTALEGEN_FEILSOK (in ASCII: bash can't set a
    variable with Ø in its name).
    """
    _save_time()
    _take_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BaseException as error:
        code, usage, message = _explain(error, sys.argv[1:] if arguments is None else arguments)
        if code in {INTERRUPTED, CLOSED_PIPE} or isinstance(error, OSError):
            _discard(sys.stdout)
        if os.environ.get("AVTALEGEN_FEILSOK"):
            import traceback

            traceback.print_exc()
        try:
            _say(usage, message)
        except OSError:
            _discard(sys.stderr)
        return code
    finally:
        # Python looks for garbage once more before it ends, which took a tenth of the time of a short run.
        gc.freeze()


def _save_time() -> None:
    """Leave out what a short run has no use for: most looking for garbage, and what others have added to Pydantic."""
    gc.set_threshold(_GARBAGE)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Pydantic describes its schemas with twelve hundred annotations that nobody reads. `typing` compiles each of them,
    # and so does `eval` with the text when somebody does read one.
    typing.compile = _as_it_is  # type: ignore[attr-defined]
    if _METADATA not in sys.modules:
        sys.modules[_METADATA] = importlib.metadata = _Metadata(_METADATA)
    if _SECRETS not in sys.modules:
        sys.modules[_SECRETS] = _Later(_SECRETS)


def _take_closed() -> None:
    """Let no file that is opened later get the number of a standard stream that is closed.

    What we, a library or another process writes to that stream, would go into the file.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _as_it_is(annotation: str, *_: object) -> str:
    return annotation


class _Later(ModuleType):
    """Stands in for a module of Python's own until somebody uses it.

    Pydantic imports `secrets` to compare passwords, and with it come OpenSSL and random numbers.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def _real(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return importlib.import_module(self.__name__)


class _Metadata(_Later):
    """Stands in for importlib's own module on installed packages until somebody uses it.

    Pydantic imports `entry_points` from it to look for plugins, and with it comes all that e-mail and zip files need: a
    thirtieth of the time of a short run. With the plugins off it is never called.
    """

    def __getattr__(self, name: str) -> Any:
        # The import system asks every package for this, and what it is given is used for modules inside it.
        if name == "__path__":
            return [f"{importlib.__path__[0]}/metadata"]
        return super().__getattr__(name)

    def entry_points(self, **params: Any) -> Any:
        """Do what the function of that name does."""
        return self._real().entry_points(**params)


def _run(arguments: list[str] | None) -> int:
    """Run the command and return the code that it asked for."""
    from avtalegen.cli import app
    from avtalegen.cli._terminal import all_told, snakk

    snakk(nynorsk=False)  # whatever an earlier run in this process has said
    code = int(app.main(arguments, prog_name="avtalegen", standalone_mode=False) or CLEAN)
    all_told()
    return code


def _explain(error: BaseException, arguments: list[str]) -> tuple[int, str, str]:
    """Return the exit code for what ended the run, how the command is used, and the message. «» is not shown."""
    import click

    from avtalegen.cli import _norsk
    from avtalegen.funn.begge import likt
    from avtalegen.samling.filer import cause

    match error:
        case click.UsageError():
            return USAGE, _norsk.usage(error), f"Feil: {_norsk.explain(error, arguments)}"
        case KeyboardInterrupt() | click.Abort():
            return INTERRUPTED, "", "Avbrutt."
        case SystemExit():
            # Click's own way out when the pipe is closed, and after it has answered the shell's completion.
            return (CLOSED_PIPE if error.code else CLEAN), "", ""
        case AvtalegenError():
            return NOT_RUN, "", likt("Feil: ") + error.message
        case click.ClickException():
            return NOT_RUN, "", f"Feil: {_norsk.explain(error)}"
        case FileNotFoundError() if not _has_folder():
            return NOT_RUN, "", "Feil: Mappen du står i, finnes ikke lenger. Gå til en annen mappe, og prøv igjen."
        case OSError(errno=errno.EPIPE):
            return CLOSED_PIPE, "", ""
        case OSError(filename=None):
            return NOT_RUN, "", f"Feil: Kunne ikke skrive ut resultatet: {cause(error)}."
        case _:
            what = f"{type(error).__name__}: {error}"[:200]
            message = (
                f"Intern feil i avtalegen ({what}). Feilen er vår, ikke din. Kjør på nytt med AVTALEGEN_FEILSOK=1, "
                "og send det som skrives ut, til dem som vedlikeholder avtalegen."
            )
            return NOT_RUN, "", message


def _has_folder() -> bool:
    """Tell whether the folder that the process stands in is there."""
    try:
        os.getcwd()  # noqa: PTH109 - a Path of it says no more
    except OSError:
        return False
    return True


def _say(usage: str, message: str) -> None:
    from avtalegen.cli._terminal import err, out

    if usage:
        out(usage, err=True)
    if message:
        err(message)


def _discard(stream: TextIO | None) -> None:
    """Let what could not be written go nowhere, so that Python neither waits nor complains when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]


if __name__ == "__main__":
    sys.exit(main())

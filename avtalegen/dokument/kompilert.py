"""What the wheel has compiled of the files in `maler/` when it was built, and where it lies.

Each is a Python module in `maler/kompilert/`. The name of its file has in it what it was made from, so one that is
stale is never found, and what is done is what a checkout does, where there are none. Nothing is
written there later but the bytecode that Python itself keeps beside any module.
"""

from __future__ import annotations

from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import adler32, crc32

from avtalegen.dokument.maler import MALER

MAPPE = "kompilert"
"""The folder of what is compiled, beside those of the languages."""


def sjekksum(*laget_av: str) -> str:
    """Return what tells a module from those that are made from something else.

    It is for files that have been changed by accident: a checksum that nobody can cheat would need OpenSSL, which takes
    a hundredth of the time of a short run to load. Whoever can write here, can write what he likes.
    """
    alt = "\n".join(laget_av).encode()
    return f"{len(alt):x}-{crc32(alt):08x}{adler32(alt):08x}"


def kode(module: Path) -> CodeType | None:
    """Return the code of a module, None when there is none."""
    try:
        return SourceFileLoader(module.stem, str(module)).get_code(module.stem)
    except OSError:
        return None


def data(module: Path, **names: Any) -> Any:
    """Return what a module sets `DATA` to, with these names to say it in; None when there is no such module."""
    if code := kode(module):
        exec(code, names)
        return names["DATA"]
    return None


def data_modul(path: Path, text: str) -> Path:
    """Return the file that the content of one of our YAML files is in when it has been compiled."""
    return MALER / MAPPE / path.parent.name / f"{path.stem}_{sjekksum(path.name, text)}.py"

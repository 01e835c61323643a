"""Which files something was made of, and whether any of them has changed since.

Files are looked at again and again: that works on every system, also for network drives and for editors that put a new
file in the place of the old one.
"""

from __future__ import annotations

import os
import stat
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.samling.filer import ASSET_LIMIT, read

INTERVAL = 0.25
"""Seconds between two looks."""
SETTLING = 0.05
"""Seconds that files must be left alone before they are read: an editor may empty a file before it writes it."""
PATIENCE = 1.0
"""Seconds to wait for files that settle slowly, or are gone."""

_RECENT = 2.0  # seconds, in which the clock of a disk may not tell two changes apart
_DEEPEST, _MOST = 3, 1000  # levels below a folder, and entries of each


class File(NamedTuple):
    """A file as the disk tells of it; of one that has just been changed, also a checksum of its content."""

    changed: int
    size: int
    inode: int
    checksum: int | None


State = dict[str, File]
"""A file (with the name «»), the files in a folder by their way from it, or empty: nothing is there."""


class Seen:
    """The files and folders that something was made of, each as it was when it was first looked at.

    Tell of each by calling this *before* reading it; then a change while it is read is noticed too.
    """

    def __init__(self) -> None:
        self._states: dict[str, State] = {}

    def __call__(self, path: Path) -> None:
        """Note how a file or folder is now, whether it is there or not."""
        name = os.path.abspath(path)  # noqa: PTH100 - links are kept: they may come to lead elsewhere
        if name not in self._states:
            self._states[name] = _state(name)

    def changed(self) -> bool:
        """Tell whether any of them is not as it was."""
        return any(_differ(before, _state(name)) for name, before in self._states.items())

    def settle(self, pause: Callable[[float], None] = time.sleep) -> None:
        """Wait until nobody writes to the files and none of them is gone, but not longer than `PATIENCE`."""
        before = self._now()
        for _ in range(round(PATIENCE / SETTLING)):
            pause(SETTLING)
            now = self._now()
            gone = any(self._states[name] and not now[name] for name in now)
            if not gone and not any(_differ(before[name], now[name]) for name in now):
                return
            before = now

    def _now(self) -> dict[str, State]:
        return {name: _state(name) for name in self._states}


def _state(path: str) -> State:
    return dict(_files(path, ()))


def _files(path: str, way: tuple[str, ...]) -> Iterator[tuple[str, File]]:
    try:
        told = os.stat(path)  # noqa: PTH116 - many times a second
        if stat.S_ISREG(told.st_mode):
            recent = time.time() - told.st_mtime < _RECENT
            checksum = zlib.crc32(read(Path(path), ASSET_LIMIT)) if recent else None
            yield "/".join(way), File(told.st_mtime_ns, told.st_size, told.st_ino, checksum)
        elif stat.S_ISDIR(told.st_mode) and len(way) < _DEEPEST:
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))  # noqa: PTH208 - as above
            for name in names[:_MOST]:
                yield from _files(os.path.join(path, name), (*way, name))  # noqa: PTH118 - as above
    except (AvtalegenError, OSError, ValueError):
        return  # it is not there, or nobody may read it


def _differ(before: State, now: State) -> bool:
    return before.keys() != now.keys() or any(_changed(before[name], now[name]) for name in now)


def _changed(before: File, now: File) -> bool:
    # The checksum counts only where both have one: it is left out when the change is no longer recent.
    checked = before.checksum is not None and now.checksum is not None
    return before[:3] != now[:3] or (checked and before.checksum != now.checksum)

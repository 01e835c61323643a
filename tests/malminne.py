"""Our own templates compiled once for all the tests, whatever templates of others stand beside them, and what they can
say read once.

A collection with one template of its own has an environment of its own, and that compiles our ninety anew: 0.3 seconds
that a user waits once, and hundreds of tests would wait each time. Those of others are never remembered, for what they
cost is counted when they are compiled.

What one process has compiled is in `build/malminne` for the next, under the name of all that it was made from and by.
"""

from __future__ import annotations

import importlib.util
import json
import marshal
import os
import pickle
import re
import shutil
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from time import time
from typing import Any

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from avtalegen.dokument.maler import MALER
from avtalegen.komponering.mal import sandbox
from avtalegen.komponering.mal.sandbox import Environment
from avtalegen.komponering.skjelett import avsnitt as laget
from avtalegen.komponering.skjelett import fil as skjelettfil
from avtalegen.komponering.skjelett.enheter import Avsnittsskjelett
from avtalegen.komponering.skjelett.verdier import Felt

MINNE = MALER.parent / "build" / "malminne"
PROGRAM = Path(sandbox.__file__).parents[2]
START = (Path(sandbox.__file__), Path(skjelettfil.__file__))
"""What makes what is remembered."""
A_DAY = 24 * 60 * 60


class Malminne(BytecodeCache):
    """Code by the template it is made of, and by whether its steps are counted and its values followed."""

    def __init__(self) -> None:
        self._code: dict[str, Any] = {}

    def get_bucket(self, environment: Any, name: str, filename: str | None, source: str) -> Bucket:
        """Return what is remembered of a template, nothing when it isn't ours."""
        ours = filename is not None and filename.startswith(str(MALER))
        key = f"{environment.bounded} {environment.spor} {filename}" if ours else ""
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        if not bucket.key:
            return
        checksum, code = self._code.get(bucket.key, (None, None))
        if checksum != bucket.checksum:
            try:
                code = marshal.loads(_place(bucket).read_bytes())
            except OSError:
                return
            self._code[bucket.key] = (bucket.checksum, code)
        bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key:
            self._code[bucket.key] = (bucket.checksum, bucket.code)
            _put(_place(bucket), marshal.dumps(bucket.code))


def _put(place: Path, data: bytes) -> None:
    """Write a file that nobody sees half of."""
    new = place.with_suffix(f".{os.getpid()}")
    new.write_bytes(data)
    new.replace(place)


def _place(bucket: Bucket) -> Path:
    return _folder() / sha256(f"{bucket.key}\n{bucket.checksum}".encode()).hexdigest()


def built_on(*start: Path) -> set[Path]:
    """Return modules of ours and all of ours that they import, wherever in them."""
    modules = _modules()
    left, found = {*start}, {PROGRAM / "__init__.py"}
    while left:
        found.add(file := left.pop())
        named = {
            name
            for package, names in _IMPORT.findall(file.read_text(encoding="utf-8"))
            for name in (*accumulate(package.split("."), "{}.{}".format), *_in(package, names))
        }
        left |= {modules[name] for name in named if name in modules} - found
    return found


def _in(package: str, names: str) -> Iterator[str]:
    return (f"{package}.{name}" for name in re.findall(r"\w+", names))


@cache
def _modules() -> dict[str, Path]:
    """Return our modules, those that are packages too, by their names."""
    files = {path: path.relative_to(PROGRAM.parent).with_suffix("").parts for path in PROGRAM.rglob("*.py")}
    return {".".join(parts[:-1] if parts[-1] == "__init__" else parts): path for path, parts in files.items()}


_IMPORT = re.compile(r"^[ \t]*from (avtalegen[\w.]*) import (\([^)]*\)|.*)$", re.MULTILINE)


@cache
def _folder() -> Path:
    """Return where that is which is made by this Python, this Jinja, and the sandbox and the skeletons as they are."""
    files = [*sorted(built_on(*START)), *sorted(MALER.rglob("*.yaml"))]
    made_by = [importlib.util.MAGIC_NUMBER, jinja2.__file__.encode(), *(path.read_bytes() for path in files)]
    made_by += [str(path.stat().st_mtime_ns).encode() for path in sorted(Path(jinja2.__file__).parent.glob("*.py"))]
    folder = MINNE / sha256(b"\0".join(made_by)).hexdigest()[:20]
    if not folder.exists():
        for other in MINNE.glob("*"):
            if other.stat().st_mtime < time() - A_DAY:
                shutil.rmtree(other, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
    return folder


class _Pickler(pickle.Pickler):
    """Leaves out the types of the fields, as the wheel does: what reads a skeleton asks for none."""

    def reducer_override(self, thing: Any) -> Any:
        return (Felt, (*thing._replace(type=None),)) if isinstance(thing, Felt) else NotImplemented


def remembered_skeleton(språkkode: str, avsnitt: str) -> Avsnittsskjelett:
    """Return the skeleton of a section: to make those of a language takes half a second."""
    place = _folder() / f"{språkkode}-{avsnitt}-{skjelettfil._sjekksum(språkkode)}.skjelett"
    try:
        known: Avsnittsskjelett = pickle.loads(place.read_bytes())
    except OSError:
        made = laget.skjelett(språkkode, avsnitt)
        _Pickler(data := BytesIO()).dump(made)
        _put(place, data.getvalue())
        return made
    return known


@cache
def remember() -> None:
    """Let every environment from now on have the same memory, also of what our templates ask for.

    Asked again, as when pytest is run once more in a process, it has done so.
    """
    memory, init, names = Malminne(), Environment.__init__, Environment.names
    asked: dict[str, Any] = {}

    def with_memory(self: Environment, *how: Any, **more: Any) -> None:
        init(self, *how, **more)
        self.bytecode_cache = memory

    def remembered(self: Environment, name: str) -> set[str]:
        if name in self._asked:
            return names(self, name)
        assert self.loader is not None
        source, filename, _ = self.loader.get_source(self, name)
        if filename is None or not filename.startswith(str(MALER)):
            return names(self, name)
        place = _folder() / f"{sha256((filename + source).encode()).hexdigest()}.navn"
        if filename not in asked and place.exists():
            own, included = json.loads(place.read_text(encoding="utf-8"))
            asked[filename] = ({*own}, (*included,))
        if filename in asked:
            self._asked[name] = asked[filename]
            return names(self, name)
        found = names(self, name)
        own, included = asked[filename] = self._asked[name]
        _put(place, json.dumps([sorted(own), included]).encode())
        return found

    Environment.__init__ = with_memory  # type: ignore[method-assign]
    Environment.names = remembered  # type: ignore[method-assign]
    skjelettfil._laget = remembered_skeleton

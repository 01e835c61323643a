"""Our own templates compiled once for all the tests of a process, whatever templates of others stand beside them.

A collection with one template of its own has an environment of its own, and that compiles our ninety anew: 0.3 seconds
that a user waits once, and hundreds of tests would wait each time. Those of others are never remembered, for what they
cost is counted when they are compiled.
"""

from __future__ import annotations

from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from avtalegen.dokument.maler import MALER
from avtalegen.komponering.sandbox import Environment


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
        checksum, code = self._code.get(bucket.key, (None, None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key:
            self._code[bucket.key] = (bucket.checksum, bucket.code)


def remember() -> None:
    """Let every environment from now on have the same memory, also of what our templates ask for."""
    memory, init, names = Malminne(), Environment.__init__, Environment.names
    asked: dict[str, Any] = {}

    def with_memory(self: Environment, *how: Any, **more: Any) -> None:
        init(self, *how, **more)
        self.bytecode_cache = memory

    def remembered(self: Environment, name: str) -> set[str]:
        assert self.loader is not None
        _, filename, _ = self.loader.get_source(self, name)
        if not (filename and filename.startswith(str(MALER))):
            return names(self, name)
        if name not in self._asked and filename in asked:
            self._asked[name] = asked[filename]
        found = names(self, name)
        asked[filename] = self._asked[name]
        return found

    Environment.__init__ = with_memory  # type: ignore[method-assign]
    Environment.names = remembered  # type: ignore[method-assign]

"""The files that an agreement is made of, as they are: the bytes read, and the names they get in a document."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from unicodedata import normalize

from avtalegen.arv import Files

if TYPE_CHECKING:
    from avtalegen.document import Attachment

_UNNAMED = "avtale.yaml"  # what comes from standard input
_ENDINGS = (".yaml", ".yml")


class Recorder:
    """`arv.Files` that keep what they have read: name → bytes."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.read_files: dict[str, bytes] = {}

    def resolve(self, written: str, file: str) -> str:
        """Return what the files behind it do."""
        return self._files.resolve(written, file)

    def read(self, name: str) -> bytes:
        """Return what the files behind it do, and keep it."""
        data = self.read_files[name] = self._files.read(name)
        return data


def attachments(files: Mapping[str, bytes]) -> tuple[Attachment, ...]:
    """Return the files under names that hold on any machine: from the innermost folder that has all of them.

    The first of `files` is the agreement. Alone, it keeps nothing but its bare name.
    """
    from avtalegen.document import Attachment  # only `lag` writes documents

    return tuple(Attachment(name, data) for name, data in zip(_names(files), files.values(), strict=True))


def _names(files: Iterable[str]) -> list[str]:
    # Nothing is looked up here. Where the tool stands does not matter: the names are relative to each other.
    paths = [Path(os.path.abspath(_UNNAMED if name == "-" else name)) for name in files]  # noqa: PTH100 - no links
    top = os.path.commonpath([path.parent for path in paths])
    return [_portable(path.relative_to(top)) for path in paths]


def _portable(path: PurePath) -> str:
    name = normalize("NFC", path.as_posix()).encode("utf-8", "replace").decode()
    name = "".join(c if c.isprintable() else "_" for c in name)
    return name if name.lower().endswith(_ENDINGS) else f"{name}.yaml"

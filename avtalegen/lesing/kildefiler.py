"""The files that an agreement is made of, as they are: the bytes read, and the names they get in a document."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import chain, count
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from unicodedata import normalize

from avtalegen.lesing.arv import Files

if TYPE_CHECKING:
    from avtalegen.dokument.innhold import Attachment

_NAME = "avtale{}.yaml"


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

    The first of `files` is the agreement. What its file is called says nothing of what is in it, so it is always
    called the same: a document depends on the content of files, and on where they lie from each other.
    """
    from avtalegen.dokument.innhold import Attachment  # only `lag` writes documents

    return tuple(Attachment(name, data) for name, data in zip(_names([*files]), files.values(), strict=True))


def _names(files: Sequence[str]) -> list[str]:
    # Nothing is looked up here. Where the tool stands does not matter: the names are relative to each other.
    own, *others = (Path(os.path.abspath(name)) for name in files)  # noqa: PTH100 - no links are followed
    top = os.path.commonpath([path.parent for path in (own, *others)])
    names = [_portable(path.relative_to(top)) for path in others]
    taken = {name.casefold() for name in names}
    numbered = chain(("",), count(2))
    candidates = (_portable(own.with_name(_NAME.format(n)).relative_to(top)) for n in numbered)
    return [next(name for name in candidates if name.casefold() not in taken), *names]


def _portable(path: PurePath) -> str:
    name = normalize("NFC", path.as_posix()).encode("utf-8", "replace").decode()
    return "".join(c if c.isprintable() else "_" for c in name)

"""Agreements that inherit, with their files in memory."""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import Any

from avtalegen.flyt import Checked, check
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import parse, to_data
from avtalegen.lesing.arv import Merged, merge

MINST = "format: 1\narv: felles/nordland.yaml\navtale: {status: utkast}\nparter: {kommuner: 1859}\n"
NORDLAND = """\
parter:
  politi:
    distrikt: Nordland politidistrikt
    politimester: {tittel: politimester, navn: Tone Vangen}
"""


class Folder:
    """Files by name, with a count of how often each is read. A name that begins with «..» lies outside."""

    def __init__(self, files: dict[str, str | bytes]) -> None:
        self._files = files
        self.reads: Counter[str] = Counter()

    def resolve(self, written: str, file: str) -> str:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(file), written))
        if name.startswith(".."):
            raise AvtalegenError(f"«{written}» ligger utenfor.")
        return name

    def read(self, name: str) -> bytes:
        self.reads[name] += 1
        if name not in self._files:
            raise AvtalegenError(f"Kunne ikke lese «{name}»: filen finnes ikke.")
        content = self._files[name]
        return content if isinstance(content, bytes) else content.encode()


def merged(text: str, **files: str) -> Merged:
    """Merge an agreement in a.yaml with the files beside it, each under its name without «.yaml»."""
    return merge(parse(text, "a.yaml"), Folder({f"{name}.yaml": content for name, content in files.items()}))


def data(text: str, **files: str) -> Any:
    """Return what an agreement says together with what it inherits, without `arv`."""
    result = merged(text, **files)
    assert (result.diagnostics, result.complete) == ((), True)
    found = to_data(result.root)
    assert isinstance(found, dict)
    del found["arv"]
    return found


def checked(text: str, files: dict[str, str | bytes], **how: Any) -> Checked:
    return check(text, "a.yaml", files=Folder(files), **how)


def places(found: Checked | Merged) -> list[tuple[str, str, int, int, int]]:
    return [(d.code, d.span.file, d.span.line, d.span.column, d.span.end_column) for d in found.diagnostics]

"""Our templates as they were compiled when the wheel was built: to compile them takes half the time of a document.

Each is a module (`dokument.kompilert`) as Jinja writes it. It is made from the template and by a version of Jinja;
where either is another, the template is compiled as in a checkout. What is compiled so is not kept, and the templates
of a repository are never here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from avtalegen.dokument.kompilert import MAPPE, kode, sjekksum

_ENDING = ".md.j2"


class Kompilerte(BytecodeCache):
    """What Jinja asks before it compiles a template in `folder`; `spor` as in `sandbox.environment`."""

    def __init__(self, folder: Path, *, spor: bool) -> None:
        self.folder = folder.parent / MAPPE / (f"{folder.name}-spor" if spor else folder.name)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the place of a template."""
        return filename or name

    def get_source_checksum(self, source: str) -> str:
        """Return what tells a template from what other sources and other versions of Jinja give."""
        return sjekksum(_jinja(), source)

    def module(self, place: str, checksum: str) -> Path:
        """Return the file that a template with this source is in when it has been compiled."""
        return self.folder / f"{Path(place).name.removesuffix(_ENDING)}_{checksum}.py"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket the code of its template, if there is any."""
        code = kode(self.module(bucket.key, bucket.checksum))
        # Jinja takes the place of the template from its code, and what fails in it is told there.
        bucket.code = code and code.replace(co_filename=bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep nothing."""


def moduler(maler: Environment, folder: Path, *, spor: bool) -> Iterator[tuple[Path, str]]:
    """Give each template in `folder` as `maler` compiles it: the file that it is looked for in, and its Python."""
    kompilerte = Kompilerte(folder, spor=spor)
    for file in sorted(folder.glob(f"*{_ENDING}")):
        source = file.read_text(encoding="utf-8")
        code = maler.compile(source, file.name, str(file), raw=True)
        yield kompilerte.module(file.name, kompilerte.get_source_checksum(source)), code


def _jinja() -> str:
    if known := vars(jinja2).get("__version__"):
        return str(known)
    from importlib.metadata import version  # slow, and there as long as the other may be taken away

    return version("jinja2")

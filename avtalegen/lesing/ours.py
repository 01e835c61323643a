"""The YAML files that come with avtalegen: word lists, the structure of documents, sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from avtalegen.dokument.kompilert import data, data_modul
from avtalegen.lesing import parse, to_data


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the content of one of our own YAML files, every scalar as text."""
    made: dict[str, Any] | None = data(data_modul(path, path.read_text(encoding="utf-8")))
    return _read(path) if made is None else made


def compiled(path: Path) -> tuple[Path, str]:
    """Return one of them as a Python module: the file that `read_yaml` looks for it in, and what is in it."""
    return data_modul(path, path.read_text(encoding="utf-8")), f"DATA = {_read(path)!r}\n"


def _read(path: Path) -> dict[str, Any]:
    source = parse(path.read_bytes(), str(path))
    if source.diagnostics:
        raise AssertionError(f"{path} is broken: {source.diagnostics}")
    assert source.root is not None
    read = to_data(source.root)
    assert isinstance(read, dict)
    return read

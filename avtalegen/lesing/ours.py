"""The YAML files that come with avtalegen: word lists, the structure of documents, sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from avtalegen.lesing import parse, to_data


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the content of one of our own YAML files, every scalar as text."""
    source = parse(path.read_bytes(), str(path))
    if source.diagnostics:
        raise AssertionError(f"{path} is broken: {source.diagnostics}")
    assert source.root is not None
    data = to_data(source.root)
    assert isinstance(data, dict)
    return data

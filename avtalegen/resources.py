"""The files that come with avtalegen: templates, styles and word lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from avtalegen.lesing import parse, to_data

_HERE = Path(__file__).parent

MALER = _HERE / "maler" if (_HERE / "maler").is_dir() else _HERE.parent / "maler"
"""The folder of templates: inside the package when it is installed from a wheel, beside it in a checkout."""


def ours(place: str) -> bytes:
    """Return the content of the file at a place below `MALER`, with `/` between folders."""
    return (MALER / place).read_bytes()


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the content of one of our own YAML files, every scalar as text."""
    source = parse(path.read_bytes(), str(path))
    if source.root is None or source.diagnostics:
        raise AssertionError(f"{path} is broken: {source.diagnostics}")
    data = to_data(source.root)
    assert isinstance(data, dict)
    return data

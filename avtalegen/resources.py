"""The templates and styles that come with avtalegen."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent

MALER = _HERE / "maler" if (_HERE / "maler").is_dir() else _HERE.parent / "maler"
"""The folder of templates: inside the package when it is installed from a wheel, beside it in a checkout."""


def ours(place: str) -> bytes:
    """Return the content of the file at a place below `MALER`, with `/` between folders."""
    return (MALER / place).read_bytes()

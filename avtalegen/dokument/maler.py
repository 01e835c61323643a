"""The templates and styles that come with avtalegen."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent

MALER = _PACKAGE / "maler" if (_PACKAGE / "maler").is_dir() else _PACKAGE.parent / "maler"
"""The folder of templates: inside the package when it is installed from a wheel, beside it in a checkout."""


def ours(place: str) -> bytes:
    """Return the content of the file at a place below `MALER`, with `/` between folders."""
    return (MALER / place).read_bytes()

"""Text that somebody wrote as text, as Markdown that says the same."""

from __future__ import annotations

import re

_SPESIELLE = re.compile(r"([\\`*_\[\]<>|#~])")
_FØRST = re.compile(r"^(\d+)([.)])(?=\s)|^([-+])(?=\s)")


def uten_merking(tekst: str) -> str:
    """Return a text as Markdown: what would be markup in it is escaped."""
    tekst = _SPESIELLE.sub(r"\\\1", tekst)
    return _FØRST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", tekst)

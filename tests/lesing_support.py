"""What the tests of avtalegen.lesing share."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from avtalegen.lesing import LIMITS, Limits, builder, parse

FASIT = Path(__file__).parent / "fasit" / "lesing"
PARSERS = [getattr(yaml, name) for name in ("CBaseLoader", "BaseLoader") if hasattr(yaml, name)]


@pytest.fixture(params=PARSERS, ids=lambda loader: loader.__name__)
def parser(request, monkeypatch):
    """Run a test with libyaml, where there is one, and with PyYAML's own parser."""
    monkeypatch.setattr(builder, "PARSER", request.param)


def places(text: str | bytes, limits: Limits = LIMITS) -> list[tuple[str, int, int, int]]:
    """Return code, line, column and end column of all findings."""
    found = parse(text, "a.yaml", limits).diagnostics
    return [(d.code, d.span.line, d.span.column, d.span.end_column) for d in found]


def told(name: str, text: str | bytes, limits: Limits = LIMITS) -> str:
    """Return all that is said of a file, as it is kept in tests/fasit/lesing."""
    lines = [f"## {name}", repr(text) if len(text) < 120 else f"{text[:60]!r} …"]
    for d in parse(text, "a.yaml", limits).diagnostics:
        lines.append(f"{d.span.line}:{d.span.column}–{d.span.end_column} {d.code} {d.message}")
        lines += [f"  {d.hint}"] if d.hint else []
        lines += [f"  {r.span.line}:{r.span.column}–{r.span.end_column} {r.message}" for r in d.related]
    return "\n".join(lines)


def assert_as_told(name: str, said: list[str], write: bool) -> None:
    """Hold what is said against tests/fasit/lesing, or write it there."""
    path = FASIT / name
    text = "\n\n".join(said) + "\n"
    if write:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")

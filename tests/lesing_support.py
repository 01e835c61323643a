"""What the tests of avtalegen.lesing share."""

from __future__ import annotations

import pytest
import yaml

from avtalegen.lesing import LIMITS, Limits, builder, parse

PARSERS = [getattr(yaml, name) for name in ("CBaseLoader", "BaseLoader") if hasattr(yaml, name)]


@pytest.fixture(params=PARSERS, ids=lambda loader: loader.__name__)
def parser(request, monkeypatch):
    """Run a test with libyaml, where there is one, and with PyYAML's own parser."""
    monkeypatch.setattr(builder, "PARSER", request.param)


def places(text: str | bytes, limits: Limits = LIMITS) -> list[tuple[str, int, int, int]]:
    """Return code, line, column and end column of all findings."""
    found = parse(text, "a.yaml", limits).diagnostics
    return [(d.code, d.span.line, d.span.column, d.span.end_column) for d in found]

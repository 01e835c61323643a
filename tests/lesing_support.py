"""What the tests of avtalegen.lesing share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from yaml.scanner import ScannerError

from avtalegen.funn.begge import i_nynorsk
from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.lesing import LIMITS, Limits, builder, parse

FASIT = Path(__file__).parent / "fasit" / "lesing"


class Bounded(yaml.BaseLoader):
    """PyYAML's own parser with the bound on levels that libyaml has since 0.2.6, in the same words."""

    def fetch_flow_collection_start(self, kind: type) -> None:
        if self.flow_level == 1000:
            self._stop("while increasing flow level")
        super().fetch_flow_collection_start(kind)

    def add_indent(self, column: int) -> bool:
        if self.indent < column and len(self.indents) == 1000:
            self._stop("while increasing block level")
        return super().add_indent(column)

    def _stop(self, context: str) -> None:
        mark = self.get_mark()
        raise ScannerError(context, mark, "exceeded maximum nesting depth", mark)


PARSERS = [getattr(yaml, name) for name in ("CBaseLoader", "BaseLoader") if hasattr(yaml, name)] + [Bounded]


@pytest.fixture(params=PARSERS, ids=lambda loader: loader.__name__)
def parser(request, monkeypatch):
    """Run a test with libyaml, where there is one, and with PyYAML's own parser, without a bound on levels and with."""
    monkeypatch.setattr(builder, "PARSER", request.param)


def places(text: str | bytes, limits: Limits = LIMITS) -> list[tuple[str, int, int, int]]:
    """Return code, line, column and end column of all findings."""
    found = parse(text, "a.yaml", limits).diagnostics
    return [(d.code, d.span.line, d.span.column, d.span.end_column) for d in found]


def told(name: str, text: str | bytes, diagnostics: Sequence[Diagnostic] | None = None) -> str:
    """Return all that is said of a file (as YAML, when nothing else is given), as it is kept in tests/fasit/lesing.

    What differs in nynorsk, stands below it in bokmål.
    """
    lines = [f"## {name}", repr(text) if len(text) < 120 else f"{text[:60]!r} …"]
    for d in parse(text, "a.yaml").diagnostics if diagnostics is None else diagnostics:
        lines += _both(f"{d.span.line}:{d.span.column}–{d.span.end_column} {d.code} ", d.message)
        lines += _both("  ", d.hint) if d.hint else []
        lines += [f"  «{d.fix.old}» rettes til «{d.fix.new}»"] if d.fix else []
        for r in d.related:
            lines += _both(f"  {r.span.line}:{r.span.column}–{r.span.end_column} ", r.message)
    return "\n".join(lines)


def _both(front: str, said: str) -> list[str]:
    nn = i_nynorsk(said)
    return [front + said] + ([f"  nn: {nn}"] if nn != said else [])


def assert_as_told(name: str, said: list[str], write: bool) -> None:
    """Hold what is said against tests/fasit/lesing, or write it there."""
    path = FASIT / name
    text = "\n\n".join(said) + "\n"
    if write:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")

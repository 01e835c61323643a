"""SECURITY.md says how each threat is held: by a test that is there, and every hostile test is named."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMED = set(re.findall(r"`(tests/\w+\.py)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8")))


def test_each_threat_is_held_by_a_test_that_is_there() -> None:
    assert {name for name in NAMED if not (ROOT / name).is_file()} == set()


def test_every_test_of_what_is_hostile_is_named() -> None:
    hostile = {f"tests/{path.name}" for path in (ROOT / "tests").glob("test_*fiendtlig.py")}
    assert hostile <= NAMED
    assert len(hostile) >= 5

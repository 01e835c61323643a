"""What nobody would write breaks nothing: a sample of what `tools/fuzz.py` tries any number of."""

from __future__ import annotations

import pytest
from fuzz import batch

from tests.grundig import antall


@pytest.mark.parametrize("part", range(antall(1, 8)))
def test_no_broken_file_breaks_the_check_a_writer_or_a_paper(part: int) -> None:
    size = antall(12, 400)
    cases, _ = batch(range(part * size, (part + 1) * size), seed=7, every=2)
    assert [case for case in cases if case.wrong] == []
    assert {case.reached for case in cases} >= {"lest", "dokument"}

"""Long texts that a pattern could be kept busy with: what is read of them, and that it is soon.

What a pattern spends by itself can't be counted. Each of these would take until the guard in conftest.py stops the
tests.
"""

from __future__ import annotations

import pytest

from avtalegen.modell.periode import Periode


@pytest.mark.parametrize("bit", ["( ", "og ", "i ", "fra "])
def test_a_text_too_long_to_be_a_period_is_words(bit: str) -> None:
    tekst = (bit * 16_000).strip()
    periode = Periode.fra_tekst(tekst)
    assert periode == {"varighet": tekst}

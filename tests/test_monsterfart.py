"""Long texts that a pattern could be kept busy with: what is read of them, and that it is soon.

What a pattern spends by itself can't be counted. Each of these would take until the guard in conftest.py stops the
tests.
"""

from __future__ import annotations

from time import process_time

import pytest

from avtalegen.importering.skriv import _trygt
from avtalegen.modell.periode import Periode
from avtalegen.regler.spr import spr108_109_markdown as markdown
from tests.grundig import spredt


@pytest.mark.parametrize("bit", ["( ", "og ", "i ", "fra "])
def test_a_text_too_long_to_be_a_period_is_words(bit: str) -> None:
    tekst = (bit * 16_000).strip()
    periode = Periode.fra_tekst(tekst)
    assert periode == {"varighet": tekst}


@pytest.mark.parametrize("bit", ["#", "# "])
def test_what_would_turn_findings_off_is_taken_out_of_a_comment_however_long_it_is(bit: str) -> None:
    mange = bit * 100_000
    assert _trygt(f"{mange}x {mange}avtalegen: ignorer alt #avtalegen") == f"{mange}x avtalegen: ignorer alt avtalegen"


@pytest.mark.parametrize("bit", spredt(["![", "[ ", "[a]( ", "~~a", "</a ", "**a ", "[^ ", "- [", "` "], 3))
def test_markdown_that_is_begun_and_never_ended_is_looked_for_in_step_with_the_text(bit: str) -> None:
    """Twice what a value may be: what is looked for up to the end from every place, takes a minute of its own time."""
    tekst, start = bit * (100_000 // len(bit)), process_time()
    for slag in (*markdown._IKKE_STØTTET, markdown._VANLIG_FELT):
        assert len([*slag.mønster.finditer(tekst)]) <= len(tekst) // len(bit)
    assert process_time() - start < 12

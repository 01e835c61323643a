"""Many pairs of editions: rejecting all gives the old one, accepting all the new one, with little marked.

Small documents with every kind of block, and whole agreements from the generator. `tools/sporing.py` tries as many as
somebody has time for.
"""

from __future__ import annotations

import pytest

from avtalegen.utgaver.sporing import spor
from tests import sporingsdokumenter
from tests.grundig import antall, grundig
from tests.sporingprove import DAG, brudd, merkede_ord, minst, par, skrevet


@pytest.mark.parametrize("fra", range(4))
def test_small_documents_are_had_back(fra: int) -> None:
    i_alt, best = 0, 0
    for nummer in range(fra, antall(40, 4_000), 4):
        a, b = map(skrevet, sporingsdokumenter.par(nummer))
        s = spor(a, b, "x", DAG)
        assert (s.bevis.avvik, brudd(s.data)) == ((), []), nummer
        i_alt += sum(merkede_ord(s.data))
        best += minst(a, b)
    assert i_alt <= 1.05 * best


@grundig
@pytest.mark.parametrize("fra", range(10))
def test_agreements_are_had_back(fra: int) -> None:
    for nummer in range(fra, antall(100, 300), 10):
        if en := par(nummer):
            s = spor(*en, "x", DAG)
            assert (s.bevis.avvik, brudd(s.data)) == ((), []), nummer


def test_an_agreement_with_many_changes_is_had_back() -> None:
    en = par(3)
    assert en is not None
    s = spor(*en, "x", DAG)
    assert (s.bevis.avvik, brudd(s.data)) == ((), [])
    assert sum(merkede_ord(s.data)) > 10

"""Many pairs of editions: rejecting all gives the old one, accepting all the new one, with little marked.

Small documents with every kind of block, and whole agreements from the generator. `tools/sporing.py` tries as many as
somebody has time for.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from avtalegen.dokument.innhold import Document, Signatures, Table
from avtalegen.utgaver.sporing import spor
from tests import sporingsdokumenter
from tests.grundig import antall, grundig
from tests.sporingprove import DAG, brudd, merkede_ord, minst, par, skrevet


@pytest.mark.parametrize("fra", range(antall(1, 2)))
def test_small_documents_are_had_back(fra: int) -> None:
    for nummer in range(fra, antall(12, 4_000), 2):
        a, b = map(skrevet, sporingsdokumenter.par(nummer))
        s = spor(a, b, "x", DAG)
        assert (s.bevis.avvik, brudd(s.data)) == ((), []), nummer


@pytest.mark.parametrize("nummer", [247, 480, 3609])
def test_what_has_failed_before(nummer: int) -> None:
    a, b = map(skrevet, sporingsdokumenter.par(nummer))
    s = spor(a, b, "x", DAG)
    assert (s.bevis.avvik, brudd(s.data)) == ((), [])


def test_no_more_is_marked_than_must_be() -> None:
    i_alt, best = 0, 0
    for nummer in range(antall(12, 1_000)):
        # In tables, rows of people who sign and columns that come are marked whole.
        a, b = (skrevet(uten_tabeller(d)) for d in sporingsdokumenter.par(nummer))
        i_alt += sum(merkede_ord(spor(a, b, "x", DAG).data))
        best += minst(a, b)
    assert best > 100
    assert i_alt <= 1.05 * best


def uten_tabeller(d: Document) -> Document:
    return replace(d, blocks=tuple(en for en in d.blocks if not isinstance(en, Table | Signatures)))


@grundig
@pytest.mark.parametrize("fra", range(10))
def test_agreements_are_had_back(fra: int) -> None:
    for nummer in range(fra, antall(30, 300), 10):
        if en := par(nummer):
            s = spor(*en, "x", DAG)
            assert (s.bevis.avvik, brudd(s.data)) == ((), []), nummer

"""Agreements for Hypothesis. What a failure doesn't need is taken out, part by part, when it shrinks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from random import Random

from hypothesis import strategies as st

from tests.generator.blad import Blad, Liste, Node, Ting
from tests.generator.generert import Generert, avtale
from tests.generator.plan import HVA_SOM_HELST, Oppskrift
from tests.generator.ruter import Mønster, Rute, felter, mønster
from tests.generator.yamltekst import PEN, stil

_ALLTID: frozenset[Mønster] = frozenset({("avtale", "status"), ("avtale", "målform"), ("avtale", "dato")})
_HELE_LISTER: frozenset[Mønster] = frozenset({("parter", "kommuner")})
_SIGNERT: frozenset[Mønster] = frozenset({("parter", "andre"), ("signaturer",), ("vedlegg",)})
"""What stands as it is: other parts depend on it, those of the last line when the agreement is signed."""

_avtale = lru_cache(maxsize=64)(avtale)  # shrinking asks for the same one thousands of times


@st.composite
def genererte(draw: st.DrawFn, oppskrift: Oppskrift = HVA_SOM_HELST) -> Generert:
    """Agreements made by `oppskrift`, with some of what may be left out of them left out, in every way of writing."""
    hel = _avtale(draw(st.integers(0, 999)), oppskrift)
    # One choice for each node, whatever becomes of the others: taking one out leaves the rest as they were.
    med = {rute: draw(_MED) for rute in _noder(hel.tre, ())}
    tre = _beskåret(med, hel.tre, (), _ALLTID | (_SIGNERT if hel.signert else frozenset()))
    assert isinstance(tre, Ting)
    return replace(
        hel,
        tre=tre,
        form=draw(st.sampled_from(("lang", "kort", "blandet"))),
        stil=draw(st.just(PEN) | st.integers(0, 9999).map(lambda n: stil(Random(n)))),
        frø=draw(st.integers(0, 9999)),
    )


def ruter(generert: Generert) -> st.SearchStrategy[Rute]:
    """The routes of an agreement."""
    return st.sampled_from(list(generert.verdier))


_MED = st.sampled_from((False, True, True, True))


def _noder(node: Node, rute: Rute) -> Iterator[Rute]:
    yield rute
    under = node.felter.items() if isinstance(node, Ting) else enumerate(node.ting) if isinstance(node, Liste) else ()
    for steg, ett in under:
        yield from _noder(ett, (*rute, steg))


def _beskåret(med: Mapping[Rute, bool], node: Node, rute: Rute, urørt: frozenset[Mønster]) -> Node | None:
    her = mønster(rute)
    if isinstance(node, Blad) or her in urørt:
        return node
    if isinstance(node, Liste):
        igjen = [n for n in range(len(node.ting)) if n == 0 or her in _HELE_LISTER or med[(*rute, n)]]
        ting = [_beskåret(med, node.ting[n], (*rute, n), urørt) for n in igjen]
        return Liste(tuple(ett for ett in ting if ett is not None))
    noder = {
        nøkkel: under
        for nøkkel, ett in node.felter.items()
        if felter(node.part)[nøkkel].påkrevd or (*her, nøkkel) in urørt or med[(*rute, nøkkel)]
        if (under := _beskåret(med, ett, (*rute, nøkkel), urørt)) is not None
    }
    # A part without anything in it is left out; one that must be there, keeps something.
    return replace(node, felter=noder) if noder else None

"""Agreements for Hypothesis. What a failure doesn't need is taken out, part by part, when it shrinks."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from random import Random

from hypothesis import strategies as st

from tests.generator.blad import Blad, Liste, Node, Ting, blad_i
from tests.generator.generert import Generert, avtale
from tests.generator.plan import HVA_SOM_HELST, Oppskrift
from tests.generator.ruter import Mønster, Rute, mønster
from tests.generator.yamltekst import PEN, stil

_ALLTID: frozenset[Mønster] = frozenset({("avtale", "status"), ("avtale", "målform"), ("avtale", "dato")})
_HELE_LISTER: frozenset[Mønster] = frozenset({("parter", "kommuner")})
_SIGNERT: frozenset[Mønster] = frozenset({("parter", "andre"), ("signaturer",), ("vedlegg",)})
"""What stands as it is: other parts depend on it, those of the last line when the agreement is signed."""
_FLEST = 40

_avtale = lru_cache(maxsize=64)(avtale)  # shrinking asks for the same one thousands of times


@st.composite
def genererte(draw: st.DrawFn, oppskrift: Oppskrift = HVA_SOM_HELST) -> Generert:
    """Agreements with up to forty values of one that is made by `oppskrift`, in every way of writing.

    A failure shrinks to the values that it needs. For agreements with everything in them, use `avtaler`.
    """
    hel = _avtale(draw(st.integers(0, 199)), oppskrift)
    med = draw(st.lists(st.sampled_from([rute for rute, _ in blad_i(hel.tre)]), max_size=_FLEST, unique=True))
    tre = _bare(frozenset(med), hel.tre, (), _ALLTID | (_SIGNERT if hel.signert else frozenset()))
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


def _bare(med: frozenset[Rute], node: Node, rute: Rute, urørt: frozenset[Mønster]) -> Node | None:
    """Return what is left of a tree when only some values are wanted: those, and what they can't be without."""
    her = mønster(rute)
    if her in urørt:
        return node
    if isinstance(node, Blad):
        return node if rute in med else None
    if isinstance(node, Liste):
        ting = [_bare(med, ett, (*rute, n), urørt) for n, ett in enumerate(node.ting)]
        if her in _HELE_LISTER:
            ting = [ett or _minst(helt) for ett, helt in zip(ting, node.ting, strict=True)]
        igjen = tuple(ett for ett in ting if ett is not None)
        return Liste(igjen) if igjen else None
    valgt = {
        nøkkel: under
        for nøkkel, ett in node.felter.items()
        if (under := _bare(med, ett, (*rute, nøkkel), urørt)) is not None
    }
    if not valgt and rute:
        return None
    alle = _påkrevd(node) | valgt
    return replace(node, felter={nøkkel: alle[nøkkel] for nøkkel in node.felter if nøkkel in alle})


def _påkrevd(ting: Ting) -> dict[str, Node]:
    return {nøkkel: _minst(ett) for nøkkel, ett in ting.felter.items() if ting.part.felter[nøkkel].påkrevd}


def _minst(node: Node) -> Node:
    """Return the least that can stand in the place of a node."""
    if isinstance(node, Liste):
        return Liste((_minst(node.ting[0]),))
    if isinstance(node, Ting):
        nøkkel, ett = next(iter(node.felter.items()))
        return replace(node, felter=_påkrevd(node) or {nøkkel: _minst(ett)})
    return node


_BITER = (
    "0 1 2 7 12 31 2026 1/2 . , – - / : ; ( ) % kr til fra i og en halv annenhver hver 14. januar mandag år uke dag "
    "ganger kl stengt minst inntil ca. mill stilling løpende minutter første siste høst vår ved behov når det passer"
)
_TRYKT = st.characters(exclude_categories=("C", "Z"), include_characters=" ")


def korte_tekster(*, sifre: bool = True) -> st.SearchStrategy[str]:
    """Return what somebody might write where a value is asked for: words, numbers and signs, never nothing at all."""
    biter = st.lists(st.sampled_from(_BITER.split()), min_size=1, max_size=6)
    tekst = st.text(_TRYKT, min_size=1, max_size=30) | biter.map(" ".join) | biter.map("".join)
    if not sifre:
        tekst = tekst.map(lambda t: "".join(tegn for tegn in t if not tegn.isnumeric()))
    return tekst.filter(lambda t: bool(t.strip()))

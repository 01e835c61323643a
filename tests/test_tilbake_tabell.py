"""Thirty edited documents: each change is in the YAML file at its place, or it is listed; none is lost in silence."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.henting.enheter import enheter
from avtalegen.henting.par import par, på_plass
from avtalegen.henting.word import read
from avtalegen.samling.filer import read_asset
from avtalegen.samling.repository import Repository
from avtalegen.skrivere.word.deler import read_parts
from avtalegen.skrivere.word.tekst import Section
from avtalegen.tilbake.inn import Fil, Innfører, Innført
from avtalegen.tilbake.utgave import Komponist
from tests.grundig import grundig, utvalg
from tests.hentprove import edited, made
from tests.redigerte_dokumenter import DOKUMENTER, Redigert

NOEN = utvalg(DOKUMENTER, 6)
FASIT = Path(__file__).parent / "fasit" / "tilbake.md"


@cache
def svaret(ett: Redigert) -> tuple[bytes, Innført]:
    """An edited document, and what comes of bringing it into the file."""
    data = redigert(ett)
    return data, innført(ett, data)


def innført(ett: Redigert, data: bytes) -> Innført:
    """What comes of bringing an edited document into the file it is made of."""
    fil = Fil(str(ett.fil), ett.fil.read_bytes(), Repository(str(ett.fil)))
    return Innfører(fil, Komponist()).inn([("redigert.docx", data)])


def redigert(ett: Redigert) -> bytes:
    """The document of an agreement as somebody has edited it."""
    data = made(file=ett.fil)
    for endre in ett.endre:
        data = edited(data, endre)
    return data


def teksten(data: bytes) -> tuple[Section, ...]:
    parts = read_parts(data)
    assert parts is not None
    return read(parts).sections


def ulike(ny: tuple[Section, ...], redigert: tuple[Section, ...]) -> Counter[tuple[str | None, str | None]]:
    """Where a new document and an edited one say different things: what the edited says, and what the new one says."""
    a_, b_ = enheter(ny), enheter(redigert)
    alle = (
        (None if b is None else b_[b].tekst, None if a is None else a_[a].tekst)
        for a, b in på_plass(par(ny, redigert), a_, b_)
    )
    return Counter(en for en in alle if en[0] != en[1])


def lag_på_nytt(ett: Redigert, ny: bytes) -> bytes:
    checked = flyt.check(ny, str(ett.fil), files=Repository(str(ett.fil)))
    document = flyt.make(checked, Bestilling(), read_asset).data
    assert document is not None
    return document


def linje(ett: Redigert, svar: Innført) -> str:
    (fra,) = svar.fra
    slag = Counter(sted.slag for sted in fra.svar.rest)
    ført = len(fra.svar.ført) - len(svar.arvet)
    tall = (ett.endringer, ført, slag["ikke ført"] + len(svar.arvet), slag["følge"])
    return f"| {ett.navn} | {ett.fil.stem} | {' | '.join(map(str, tall))} |"


@pytest.mark.parametrize("ett", utvalg(NOEN, 3), ids=lambda ett: ett.navn)
def test_each_change_is_in_the_file_or_listed(ett: Redigert) -> None:
    data, svar = svaret(ett)
    (fra,) = svar.fra
    listet = Counter((sted.nå, sted.blir) for sted in fra.svar.rest)
    if svar.arvet:
        return  # what is in another file is not in this one
    assert ulike(teksten(lag_på_nytt(ett, svar.data)), teksten(data)) - listet == Counter(), "lost in silence"


@pytest.mark.parametrize("noen", [NOEN, pytest.param(DOKUMENTER, marks=grundig)], ids=["noen", "alle"])
def test_the_table_is_what_it_was(noen: list[Redigert], skriv_fasit: bool) -> None:
    if skriv_fasit:
        hode = ["| dokumentet | avtale | endret | ført inn | listet | følger |", "|---|---|---|---|---|---|"]
        linjer = [linje(ett, svaret(ett)[1]) for ett in DOKUMENTER]
        FASIT.write_text("\n".join([*hode, *linjer]) + "\n", encoding="utf-8")
    fasit = FASIT.read_text(encoding="utf-8").splitlines()
    assert len(fasit) == len(DOKUMENTER) + 2
    assert [en for en in (linje(ett, svaret(ett)[1]) for ett in noen) if en not in fasit] == []

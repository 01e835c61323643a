"""A rich agreement, with every field of the format in use, as it reads in bokmål and in nynorsk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Severity
from avtalegen.komponering import compose
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from tests.dokumenttekst import to_text
from tests.test_hvert_felt import parts
from tests.test_komponering import FASIT, shape

DATA = Path(__file__).parent / "data"
RIKE = ("rik", "rik-nynorsk")
# What is not filled in, and why.
UTEN = {
    ("Avtale", "arv"): "nothing of this agreement stands in another file",
    ("Erstatter", "fil"): "the earlier agreements don't lie beside this one",
    ("Periode", "løpende"): "the agreement has a last day",
    ("Koordinator", "antall"): "there is one SLT-koordinator",
    ("Koordinator", "styrke"): "the SLT-koordinator is there, and is no guest",
}


def rik(navn: str) -> Avtale:
    checked = check((DATA / f"{navn}.yaml").read_bytes(), f"{navn}.yaml")
    assert [d for d in checked.diagnostics if d.severity is not Severity.RÅD] == []
    assert checked.avtale is not None
    return checked.avtale


def utfylt(part: Del) -> Iterator[tuple[str, str]]:
    """Give each field that is filled in, in this part and those in it, with the class that has it."""
    for felt in part.felter.values():
        if felt.navn not in part.model_fields_set:
            continue
        yield type(part).__name__, felt.nøkkel
        verdi = getattr(part, felt.navn)
        for en in verdi if isinstance(verdi, tuple) else (verdi,):
            if isinstance(en, Del):
                yield from utfylt(en)


@pytest.mark.parametrize("navn", RIKE)
def test_every_field_of_the_format_is_filled_in(navn: str) -> None:
    alle = {(part.__name__, felt.nøkkel) for _, part in parts() for felt in part.felter.values()}
    assert alle - set(utfylt(rik(navn))) == set(UTEN)


@pytest.mark.parametrize("navn", RIKE)
def test_a_rich_agreement_reads_as_it_did(navn: str, skriv_fasit: bool) -> None:
    composed = compose(rik(navn))
    assert composed.document is not None
    said = to_text(composed.document)
    path = FASIT / f"{navn}.txt"
    if skriv_fasit:
        path.write_text(said, encoding="utf-8", newline="\n")
    assert said == path.read_text(encoding="utf-8")


def test_the_two_say_the_same() -> None:
    bokmål, nynorsk = (compose(rik(navn)).document for navn in RIKE)
    assert bokmål is not None
    assert nynorsk is not None
    assert shape(nynorsk.blocks) == shape(bokmål.blocks)
    assert [block.id for block in nynorsk.blocks] == [block.id for block in bokmål.blocks]

"""How the prose of the agreements reads: no list of one, no echo, few words that nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from avtalegen.dokument.innhold import Block, Document, Heading, Items, Paragraph, Table, characters
from avtalegen.dokument.spor import Sporene
from avtalegen.flyt import check
from avtalegen.komponering import compose
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform
from tests.generator import Oppskrift
from tests.generator.sammensatt import Sammensatt, sammensatt
from tests.grundig import antall
from tests.i_ett import i_ett

FLEST_ORD, FLEST_ORD_FLERE_KOMMUNER = 200, 260
"""Words of ours that no value of the YAML asked for, the section on taushetsplikt left out."""


def genererte(målform: Målform) -> Iterator[Sammensatt]:
    for nummer in range(antall(1, 357)):
        yield sammensatt(nummer, målform)
    for nummer in range(500, 500 + antall(1, 100)):
        yield sammensatt(nummer, målform, Oppskrift(0.05))


def avtale_i(path: Path) -> Avtale:
    avtale = check(path.read_bytes(), path.name).avtale
    assert avtale is not None
    return avtale


def i_blokker(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Items):
            for item in block.items:
                yield from i_blokker(item)


def lister_med_ett(document: Document) -> list[str]:
    """Lists of one that are ours; those in a text of the parties' own have an id with a number more."""
    return [
        characters(block.items[0][0].content)
        for block in i_blokker(document.blocks)
        if isinstance(block, Items)
        and len(block.items) == 1
        and block.id.count("-") == 1
        and isinstance(block.items[0][0], Paragraph)
    ]


SIER_INGENTING = {"er", "gjelder", "gjeld", "disse", "desse", "dette", "følgende", "følgjande"}


def ekko(document: Document) -> list[str]:
    """Headings whose words the lead-in right under them says again, with nothing that they don't say.

    «Politikontakten har som mål:» under «Politikontakt» says something; «Politikontaktene er:» doesn't.
    """
    return [
        characters(under.content)
        for over, under in zip(document.blocks, document.blocks[1:], strict=False)
        if isinstance(over, Heading) and isinstance(under, Paragraph) and under.lead
        if sier_det_samme(characters(over.content).casefold(), characters(under.content).casefold())
    ]


def sier_det_samme(over: str, under: str) -> bool:
    return under.startswith(over) and {*under.rstrip(":").split()[len(over.split()) :]} <= SIER_INGENTING


@i_ett(
    ("over", "under", "samme"),
    [
        ("Mål", "Mål:", True),
        ("Satsningsområde", "Satsningsområdene er disse:", True),
        ("Lokale mål", "Lokale mål:", True),
        ("Politikontakt", "Politikontakten har som mål:", False),
        ("Mål", "Partene skal:", False),
    ],
)
def test_an_echo_is_found(over: str, under: str, samme: bool) -> None:
    assert sier_det_samme(over.casefold(), under.casefold()) is samme


def uspurte_ord(document: Document, spor: Sporene) -> list[str]:
    """The paragraphs and points in which nothing leads to the YAML."""
    return [
        characters(block.content)
        for block in i_blokker(document.blocks)
        if isinstance(block, Paragraph)
        and not block.lead
        and not block.id.startswith("taushetsplikt")
        and not spor.ved(block.id)
    ]


@pytest.mark.parametrize("målform", list(Målform))
def test_no_list_has_one_point_and_no_lead_in_says_the_heading_again(målform: Målform) -> None:
    for _, _, document, _ in genererte(målform):
        assert lister_med_ett(document) == []
        assert ekko(document) == []


@pytest.mark.parametrize("målform", list(Målform))
def test_few_words_come_that_nobody_asked_for(målform: Målform) -> None:
    for _, avtale, document, spor in genererte(målform):
        flest = FLEST_ORD_FLERE_KOMMUNER if len(avtale.parter.kommuner) > 1 else FLEST_ORD
        told = uspurte_ord(document, spor)
        assert sum(len(text.split()) for text in told) <= flest, told


@pytest.mark.parametrize("målform", list(Målform))
def test_the_examples_read_well_too(eksempel: Path, målform: Målform) -> None:
    composed = compose(avtale_i(eksempel), målform=målform, spor=True)
    assert composed.document is not None
    assert composed.steder is not None
    document, spor = composed.document, composed.steder.spor
    assert lister_med_ett(document) == []
    assert ekko(document) == []
    assert sum(len(text.split()) for text in uspurte_ord(document, spor)) <= FLEST_ORD


@pytest.mark.parametrize("målform", list(Målform))
def test_no_heading_stands_alone_on_its_level_or_over_nothing(målform: Målform) -> None:
    for _, _, document, _ in genererte(målform):
        ours = [block for block in document.blocks if not isinstance(block, Heading) or block.numbered]
        for over, under in zip(ours, [*ours[1:], None], strict=True):
            if isinstance(over, Heading):
                assert under is not None
                assert not isinstance(under, Heading) or under.level > over.level


@pytest.mark.parametrize("målform", list(Målform))
def test_no_table_has_a_column_of_dashes(målform: Målform) -> None:
    for _, _, document, _ in genererte(målform):
        for table in document.blocks:
            if isinstance(table, Table):
                columns = list(zip(*(map(characters, row) for row in table.rows), strict=True))
                assert all(set(column) - {"", "–"} for column in columns), table.caption

"""How much of the four examples leads somewhere: to the value that it shows, or to a word of our own templates."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from avtalegen.flyt import check
from avtalegen.lesing import Mapping, Node, Sequence, parse
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform
from tests import maltekst
from tests.conftest import EKSEMPLER
from tests.grundig import noen_raskt
from tests.i_ett import i_ett
from tests.test_spor import laget, tekster


def lest(path: Path) -> Avtale:
    avtale = check(path.read_bytes(), path.name).avtale
    assert avtale is not None
    return avtale


def våre_ord(målform: Målform) -> set[str]:
    språk = "nb" if målform is Målform.BOKMÅL else "nn"
    texts = [text for path in maltekst.templates(språk) for text in maltekst.texts(path)]
    texts += maltekst.texts_in_words(språk)
    return {word.casefold() for text in texts for word in re.findall(r"\w+", text)}


@pytest.mark.parametrize(
    ("path", "målform"), noen_raskt(product(EKSEMPLER, Målform), [(EKSEMPLER[0], Målform.NYNORSK)])
)
def test_at_least_95_per_cent_of_what_is_printed_leads_to_one_value_or_is_a_word_of_ours(
    path: Path, målform: Målform
) -> None:
    ours = våre_ord(målform)
    printed = without = 0
    for text, spans in tekster(*laget(lest(path), målform=målform)):
        printed += len(text)
        shown = {n for span in spans for n in range(span.fra, span.til)}
        for word in re.finditer(r"\w+", text):
            if word.start() not in shown and word[0].casefold() not in ours:
                without += len(word[0])
    assert without <= 0.05 * printed


@i_ett("path", EKSEMPLER, ids=lambda path: path.stem)
def test_what_is_shown_is_one_value_and_no_part_of_the_agreement(path: Path) -> None:
    root = parse(path.read_bytes(), path.name).root
    assert root is not None
    routes = {span.rute for _, spans in tekster(*laget(lest(path))) for span in spans if not span.valgt}
    assert len(routes) > 50
    assert [route for route in routes if isinstance(at(root, route), Mapping)] == []


def at(node: Node, route: tuple[str | int, ...]) -> Node:
    """Return what stands at a route in a file: an index is left out where the file has one thing and no list."""
    for step in route:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)].value
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return node

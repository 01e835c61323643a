"""Every fact of the four agreements that the examples are made from stands in the document that is made of them."""

from __future__ import annotations

import re
from pathlib import Path

from avtalegen.lesing.ours import read_yaml
from tests.dokumenttekst import to_text
from tests.i_ett import i_ett
from tests.test_malform import document

EKSEMPLER = Path(__file__).parent.parent / "eksempler"
FAKTA: dict[str, dict[str, str]] = read_yaml(Path(__file__).parent / "data" / "fakta.yaml")


@i_ett("avtale", FAKTA)
def test_every_fact_of_the_source_stands_in_the_document(avtale: str) -> None:
    text = to_text(document((EKSEMPLER / f"{avtale}.yaml").read_text(encoding="utf-8"), "bokmål"))
    text = text.replace("\u00a0", " ")
    assert [fact for fact, words in FAKTA[avtale].items() if not re.search(words, text, re.IGNORECASE)] == []


def test_all_are_there() -> None:
    assert sum(map(len, FAKTA.values())) >= 195

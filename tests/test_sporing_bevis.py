"""A document with tracked changes is proved to be both editions, and one from anybody is held against them."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

import pytest
from lxml import etree

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.utgaver.sporing import Avvik, kontroller, spor
from tests import sporingsdokumenter
from tests.hentprove import part, replaced
from tests.i_ett import i_ett
from tests.sporingprove import DAG, deler, skrevet
from tests.test_sporing import TABELL, dokument

BESKADIGET = {
    "et ord er borte": ("<w:t>To</w:t>", "<w:t></w:t>", "ny"),
    "en slutt er ikke merket": ("<w:rPr><w:ins ", "<w:rPr><w:bidi ", "gammel"),
    "det som er strøket, er et annet": ("<w:delText>Tre", "<w:delText>Fire", "gammel"),
    "en stil er en annen": ('<w:pStyle w:val="ListBullet"/>', '<w:pStyle w:val="BodyText"/>', "ny"),
    "en rad er ikke merket": ("<w:cantSplit/><w:ins ", "<w:cantSplit/><w:hidden ", "gammel"),
    "et tomt avsnitt er kommet til": ("<w:tbl>", "<w:p/><w:tbl>", "ny"),
}


@i_ett(("var", "er", "utgave"), BESKADIGET.values(), ids=BESKADIGET)
def test_a_result_that_is_not_both_is_found(var: str, er: str, utgave: str) -> None:
    a, b, data = to_utgaver()
    avvik = kontroller(a, b, replaced(data, var, er))
    assert utgave in {en.utgave for en in avvik}


@cache
def to_utgaver() -> tuple[Any, Any, bytes]:
    """Return two editions, and the document that is both."""
    a = skrevet(dokument(f"En.\n\nTre stykker.\n\n- x\n\n{TABELL}\n\nSlutt."))
    b = skrevet(dokument(f"En.\n\n- x\n\n- To\n- Y\n\n{TABELL}\n| Ny | rad |\n\nSlutt."))
    data = spor(a, b, "x", DAG).data
    assert kontroller(a, b, data) == ()
    return a, b, data


def test_the_proof_names_the_files_and_how_much_was_compared() -> None:
    a, b = skrevet(dokument("En to.")), skrevet(dokument("En tre."))
    s = spor(a, b, "x", DAG)
    bevis = s.bevis.som_json()
    assert bevis["alt_avvist_er_den_gamle"]
    assert bevis["alt_godtatt_er_den_nye"]
    assert bevis["gammel"]["ord"] >= 3
    assert len({bevis[hva]["sha256"] for hva in ("gammel", "ny", "resultat")}) == 3
    feil = s.bevis._replace(avvik=(Avvik("ny", "", "en", "to"),)).som_json()
    assert (feil["alt_avvist_er_den_gamle"], feil["alt_godtatt_er_den_nye"]) == (True, False)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"format: 1\n"])
def test_what_is_no_word_file_is_said(data: bytes) -> None:
    god = skrevet(dokument("En."))
    with pytest.raises(AvtalegenError, match="Den gamle utgaven er ikke et Word-dokument"):
        spor(data, god, "x", DAG)
    with pytest.raises(AvtalegenError, match="Resultatet er ikke et Word-dokument"):
        kontroller(god, god, data)


def test_a_result_from_anybody_is_read_or_refused() -> None:
    a, b = map(skrevet, sporingsdokumenter.par(5))
    data = spor(a, b, "x", DAG).data
    r = Random(1)
    for _ in range(6):
        root = deler(data)["word/document.xml"]
        for _ in range(4):
            alle = [en for en in root.iter() if en is not root]
            if not alle:
                break
            en, to = r.choice(alle), r.choice(alle)
            if r.random() < 0.4:
                to.append(deepcopy(en))
            elif r.random() < 0.5:
                en.tag = to.tag
            else:
                en.getparent().remove(en)  # type: ignore[union-attr]
        kontroller(a, b, replaced(data, part(data, "word/document.xml"), etree.tostring(root).decode()))
    with pytest.raises(AvtalegenError, match="Resultatet er skadet"):
        kontroller(a, b, replaced(data, "</w:document>", "</w:document"))
    with pytest.raises(AvtalegenError, match="Resultatet er skadet"):
        kontroller(a, b, replaced(data, "<w:hdr", "<w:", name="word/topptekst.xml"))

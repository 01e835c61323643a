"""Signed is signed: what stands at the places to sign, in every format, when all have signed and when nobody has."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from avtalegen import skrivere
from avtalegen.dokument.innhold import Document, Signature, Signatures
from avtalegen.komponering import compose
from tests.i_ett import i_ett
from tests.skriveprove import Page
from tests.test_komponering import avtale
from tests.wordprove import BARE, Skrevet

PEOPLE = (
    Signature("s", "Fjelldal kommune", "Ingrid Sæther", "ordfører", date="november 2026"),
    Signature("t", "", None, None),
    Signature("u", "Midtre politidistrikt", "Håkon Bjørnstad", None),
)
UNSIGNED = Signatures("u", PEOPLE, "Sted", "Dato", "Underskrift", "Navn", "Tittel", "For")
SIGNED = replace(UNSIGNED, signed="Signert")
DOTS = "…" * 20


def document(block: Signatures) -> Document:
    return replace(BARE, blocks=(block,))


def read(block: Signatures, format: str) -> str:
    """Return what a document with these places to sign says, without spaces."""
    data = skrivere.write(document(block), format)
    if format == "docx":
        written = Skrevet(document(block))
        lines = ["".join(p.itertext()) for p in written.find("//w:tbl//w:p")]
        return re.sub(r"\s", "", "".join(lines))
    if format == "pdf":
        return re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))
    if format == "html":
        return re.sub(r"\s", "", "".join(Page(data).texts["p"]))
    return re.sub(r"\s", "", data.decode().replace("\\\n", "").partition("<!--")[0])


@i_ett("format", skrivere.FORMATS)
def test_whoever_has_signed_has_a_day_and_no_lines(format: str) -> None:
    said = read(SIGNED, format)
    assert re.search(r"Fjelldalkommune\W*Signertnovember2026IngridSætherordfører", said)
    assert said.count("Signert") == len(PEOPLE)
    assert not re.search("Sted|Dato|Underskrift|Navn|Tittel|For|…", said)


@pytest.mark.parametrize("format", ["docx", "pdf", "md"])
def test_whoever_is_not_known_has_a_line_for_each_thing(format: str) -> None:
    said = read(UNSIGNED, format)
    assert [said.count(label) for label in ("For", "Navn", "Tittel", "Sted", "Underskrift")] == [1, 1, 1, 3, 3]
    assert "Signert" not in said
    assert re.search("For.*Sted.*Dato.*Underskrift.*Navn.*Tittel", said)
    without = replace(UNSIGNED, name_label="", title_label="", party_label="")
    assert not re.search("For|Navn|Tittel", read(without, format))


@i_ett("format", skrivere.FORMATS)
def test_what_is_signed_electronically_has_no_lines_to_write_on(format: str) -> None:
    said = read(replace(UNSIGNED, electronic="Signeres elektronisk"), format)
    assert re.search(r"Fjelldalkommune\W*Dato:?november2026IngridSætherordfører", said)
    assert re.search(r"Midtrepolitidistrikt\W*SignereselektroniskHåkonBjørnstad", said)
    assert not re.search("Sted|Underskrift|Navn|Tittel|For|…", said)
    assert read(replace(SIGNED, electronic="Signeres elektronisk"), format) == read(SIGNED, format)


@i_ett(
    ("status", "hvordan", "electronic"),
    [
        ("vedtatt", "elektronisk_signering: ja", "Signeres elektronisk"),
        ("signert", "elektronisk_signering: ja", None),
        ("vedtatt", "eksemplarer: 2", None),
    ],
)
def test_the_agreement_says_how_it_is_signed(status: str, hvordan: str, electronic: str | None) -> None:
    made = compose(
        avtale(f"format: 1\navtale: {{status: {status}, {hvordan}}}\nparter: {{kommuner: '1859', politi: Nordland}}\n")
    ).document
    assert made
    assert [block.electronic for block in made.blocks if isinstance(block, Signatures)] == [electronic]


def test_a_page_has_no_lines_to_write_on() -> None:
    said = read(UNSIGNED, "html")
    assert "FjelldalkommuneDato:november2026IngridSætherordførerMidtrepolitidistriktHåkonBjørnstad" in said
    assert not re.search("For|Navn|Tittel|Sted|Underskrift", said)


@i_ett(
    ("status", "day", "own", "told"),
    [
        ("signert", "dato: 12.11.2026", "", ["12.\u00a0november 2026"] * 2),
        ("signert", "dato: 12.11.2026", "dato: 1.2.2027", ["1.\u00a0februar 2027", None]),
        ("signert", "", "", [None, None]),
        ("vedtatt", "dato: 12.11.2026", "dato: 1.2.2027", ["01.02.2027", None]),
    ],
)
def test_a_signed_agreement_says_when_each_signed(status: str, day: str, own: str, told: list[str | None]) -> None:
    """A signer's own day counts; the agreement's is everybody's only when nobody has one."""
    made = compose(
        avtale(
            f"format: 1\navtale: {{status: {status}, {day}}}\nparter: {{kommuner: '1859', politi: Nordland}}\n"
            f"signaturer: [{{tittel: ordfører, part: kommunen, {own}}}, {{tittel: sjef, part: politiet}}]\n"
        )
    ).document
    assert made
    (block,) = (block for block in made.blocks if isinstance(block, Signatures))
    assert block.signed == ("Signert" if status == "signert" else None)
    assert [s.date for s in block.signatures] == told
    assert (block.name_label, block.title_label, block.party_label) == ("Navn", "Tittel", "For")

"""Letters, numbers and quotations that people write are the same in each format."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from pypdf import PdfReader

from avtalegen.dokument.innhold import Block, Items, Marks, Paragraph, Text
from avtalegen.skrivere import write
from avtalegen.skrivere.disposisjon import letters
from avtalegen.skrivere.prove import PRØVE
from avtalegen.skrivere.word.xml import NAMESPACES
from tests.i_ett import i_ett


def skrevet(format: str, *blocks: Block) -> bytes:
    return write(replace(PRØVE, blocks=blocks), format)


def punkter(marks: Marks | None, *under: Block) -> Items:
    one, two = (Paragraph(text, (Text(text),)) for text in ("Først", "Sist"))
    return Items("i", ((one, *under), (two,)), ordered=True, marks=marks)


def i_word(data: bytes) -> list[tuple[str | None, str | None]]:
    """The kind and the text of each number in a Word file, level by level of its own lists."""
    with ZipFile(BytesIO(data)) as archive:
        numbering = etree.fromstring(archive.read("word/numbering.xml"))
    found = []
    val = f"{{{NAMESPACES['w']}}}val"
    for level in numbering.iterfind("w:num/w:lvlOverride/w:lvl", NAMESPACES):
        kind, text = level.find("w:numFmt", NAMESPACES), level.find("w:lvlText", NAMESPACES)
        assert kind is not None
        assert text is not None
        found.append((kind.get(val), text.get(val)))
    return found


def test_letters_are_letters() -> None:
    block = punkter("a)")
    assert i_word(skrevet("docx", block)) == [("lowerLetter", "%1)")]
    assert '<ol type="a">\n<li>Først</li>' in skrevet("html", block).decode()
    assert "* a) Først\n* b) Sist" in skrevet("md", block).decode()
    assert "b)" in PdfReader(BytesIO(skrevet("pdf", block))).pages[0].extract_text()


def test_numbers_below_numbers_are_numbers() -> None:
    block = punkter("1.", punkter("1."))
    assert i_word(skrevet("docx", block)) == [("decimal", "%2.")]
    assert skrevet("html", block).decode().count('<ol type="1">') == 2
    text = PdfReader(BytesIO(skrevet("pdf", block))).pages[0].extract_text()
    assert text.count("2.") == 2
    assert "b)" not in text


def test_a_list_of_ours_is_numbered_as_the_format_does_it() -> None:
    block = punkter(None, punkter(None))
    assert i_word(skrevet("docx", block)) == []
    assert " type=" not in skrevet("html", block).decode().split("<main")[1]
    assert "b)" in PdfReader(BytesIO(skrevet("pdf", block))).pages[0].extract_text()


def test_a_quotation_is_one() -> None:
    block = Paragraph("q", (Text("Sagt av noen"),), quote=True)
    assert "<blockquote><p>Sagt av noen</p></blockquote>" in skrevet("html", block).decode()
    assert "\n> Sagt av noen\n" in skrevet("md", block).decode()
    with ZipFile(BytesIO(skrevet("docx", block))) as archive:
        assert b"<w:ind " in archive.read("word/document.xml")
    assert "Sagt av noen" in PdfReader(BytesIO(skrevet("pdf", block))).pages[0].extract_text()


@i_ett(("number", "name"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")])
def test_the_letters_go_on_after_z(number: int, name: str) -> None:
    assert letters(number) == name

"""The table of contents of a document of ten pages or more, in every format that has one."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from avtalegen.dokument.innhold import Block, Document, Heading, Paragraph, Text
from avtalegen.flyt import check
from avtalegen.komponering import compose
from avtalegen.skrivere import html, innholdsliste, write
from avtalegen.skrivere.innholdsliste import contents, pages
from avtalegen.skrivere.pdf import innhold as pdf_innhold
from avtalegen.skrivere.word import skriver as word
from avtalegen.skrivere.word.overskrift import heading_levels
from avtalegen.skrivere.word.tekst import told
from tests.generator import Oppskrift, avtaler, lest
from tests.grundig import antall, grundig, utvalg
from tests.pdfprove import BARE
from tests.wordprove import Skrevet, text, w

ROOT = Path(__file__).parent.parent
EKSEMPLER = sorted((ROOT / "eksempler").glob("*.yaml"))


def lang(deler: int, underdeler: int = 1, språk: str = "nb") -> Document:
    """A document of about as many pages as it has sections, each with some sections below it."""
    blocks: list[Block] = []
    for n in range(deler):
        blocks.append(Heading(f"del-{n}", 1, (Text(f"Del nummer {n}"),)))
        for m in range(underdeler):
            blocks.append(Heading(f"del-{n}-{m}", 2, (Text(f"Om sak {n} og {m}"),)))
            tekst = "Slik er det her. " * (240 // underdeler)
            blocks.append(Paragraph(f"p-{n}-{m}", (Text(tekst),)))
    return replace(BARE, language=språk, blocks=tuple(blocks))  # type: ignore[arg-type]


def pdf(document: Document) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(write(document, "pdf"))).pages]


def satt_sammen(path: Path) -> Document:
    avtale = check(path.read_text(encoding="utf-8"), path.name).avtale
    assert avtale is not None
    made = compose(avtale).document
    assert made is not None
    return made


@grundig
def test_the_reckoned_number_of_pages_is_that_of_the_pdf() -> None:
    generated = [lest(g).avtale for g in avtaler(0, antall(1, 40), Oppskrift(fylde=0.6))]
    documents = [compose(avtale).document for avtale in generated if avtale] + [*map(satt_sammen, EKSEMPLER)]
    for document in documents:
        assert document is not None
        assert abs(len(pdf(replace(document, picture=None))) - pages(document)) <= 1


@pytest.mark.parametrize("path", utvalg(EKSEMPLER, 2), ids=lambda path: path.stem)
def test_a_short_document_has_none_and_is_the_same_as_without_a_word_about_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = satt_sammen(path)
    assert contents(document) is None
    made = [write(document, format) for format in ("docx", "pdf", "html", "md")]
    for module in (word, pdf_innhold, html):
        monkeypatch.setattr(module, "contents", lambda _: None)
    assert made == [write(document, format) for format in ("docx", "pdf", "html", "md")]


@grundig
def test_it_begins_at_ten_pages_in_all_formats_at_once() -> None:
    has = {}
    for deler in range(6, 14):
        document = lang(deler)
        in_word = bool(Skrevet(document).find("//w:sdt"))
        in_pdf = "Innhold" in pdf(document)[0]
        assert in_word is in_pdf is (contents(document) is not None)
        has[pages(document)] = in_word
    assert (has[9], has[10]) == (False, True)
    assert innholdsliste.FROM_PAGES == 10


def test_the_pdf_names_the_page_of_each_heading() -> None:
    document = lang(antall(9, 11))
    table = contents(document)
    assert table is not None
    assert (table.depth, len(table.entries)) == (2, antall(18, 22))
    read = pdf(document)
    listed = dict(re.findall(r"^([\d.]+) .*?(?: \.)+ (\d+)$", read[0], re.MULTILINE))
    assert [*listed] == [entry.number for entry in table.entries]
    for entry in table.entries:
        page = read[int(listed[entry.number]) - 1]
        assert re.search(rf"^{re.escape(entry.number)}\s+{entry.text}$", page, re.MULTILINE), entry


def test_word_has_a_field_with_its_content_in_it_and_links_that_lead_to_the_headings() -> None:
    written = Skrevet(lang(11, språk="nn"))
    (sdt,) = written.find("//w:sdt")
    title, *lines = sdt.findall(f".//{w('p')}")
    assert text(title) == "Innhald"
    assert [text(line) for line in lines[:3]] == ["1\tDel nummer 0", "1.1\tOm sak 0 og 0", "2\tDel nummer 1"]
    assert ["".join(one.itertext()) for one in sdt.iter(w("instrText"))] == ['TOC \\o "1-2" \\n \\h \\z']
    assert [one.get(w("fldCharType")) for one in sdt.iter(w("fldChar"))] == ["begin", "separate", "end"]
    bookmarks = {one.get(w("name")) for one in written.find("//w:bookmarkStart")}
    anchors = [one.get(w("anchor")) for one in sdt.iter(w("hyperlink"))]
    assert len(anchors) == len(set(anchors)) == 22
    assert set(anchors) <= bookmarks
    assert b"updateFields" not in written.parts["word/settings.xml"]
    assert "dirty" not in etree.tostring(sdt).decode()
    styles = {one.get(w("styleId")): one for one in written.part("word/styles.xml").findall(w("style"))}
    names = [styles[p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val"))].find(w("name")) for p in (title, *lines[:2])]
    assert [name.get(w("val")) for name in names] == ["TOC Heading", "toc 1", "toc 2"]


def test_what_word_makes_of_the_field_is_no_change_of_the_document() -> None:
    written = Skrevet(lang(11))
    root = written.part("word/document.xml")
    levels = heading_levels(written.parts["word/styles.xml"])
    before = told(root, levels)
    for line in root.findall(f".//{w('sdt')}//{w('hyperlink')}//{w('t')}"):
        line.text = "Noe annet, side 3"
    assert told(root, levels) == before
    assert "Innhold" in before.sections[0].items


def test_the_page_has_the_same_headings_as_the_paper() -> None:
    for underdeler, lines in ((1, 22), (2, 11)):
        document = lang(11, underdeler)
        table = contents(document)
        assert table is not None
        page = write(document, "html").decode()
        nav = page[page.index("<nav") : page.index("</nav>")]
        links = re.findall(r'<li[^>]*><a href="#([^"]+)"><span class="nr">([\d.]+)</span> ([^<]+)</a>', nav)
        assert [(number, said) for _, number, said in links] == [(e.number, e.text) for e in table.entries]
        assert len(links) == lines
        assert all(f'id="{id}"' in page for id, _, _ in links)


def test_a_heading_that_says_nothing_is_not_listed() -> None:
    document = lang(11)
    empty = Heading("tom", 1, (Text(" "),))
    table = contents(replace(document, blocks=(empty, *document.blocks)))
    assert table is not None
    assert all(entry.text for entry in table.entries)
    assert "tom" not in [entry.id for entry in table.entries]

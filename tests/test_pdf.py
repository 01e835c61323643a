"""The PDF writer: what a reader, a screen reader and an archive find in the file."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from avtalegen.dokument.innhold import (
    Items,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
    Text,
)
from avtalegen.skrivere.pdf.innhold import content
from avtalegen.skrivere.pdf.skriver import write
from tests.dokumenteksempel import blokker, eksempel, våpen
from tests.grundig import antall, grundig
from tests.pdfprove import BARE, SAMISK, STIL, attributes, kinds, med, pages, structure, text

# ── What it says ──


def test_every_heading_item_cell_and_signer_is_on_a_page_in_the_order_of_the_document() -> None:
    said = text(eksempel())
    at = -1
    for words in (
        "Avtaleomkommune-og",
        "Partene",
        "Čoahkkáigeassu",
        "1Innledning",
        "Formål",
        "11Signaturer",
        "Vedlegg",
    ):
        at = said.index(words, at + 1)
    for name in ("IngridSæther", "HåkonBjørnstad", "kommunedirektøretterfullmakt", "JonErikMyhre"):
        assert name in said


def test_each_page_has_the_parties_its_number_and_the_mark() -> None:
    read = pages(eksempel())
    assert len(read) > 4
    for number, page in enumerate(read, 1):
        assert f"Side {number} av {len(read)}" in page
        assert "Kommunene i Fjell og fjord" in page
        assert "UTKAST" in page


def test_without_a_mark_nothing_says_that_it_is_a_draft() -> None:
    assert "UTKAST" not in "".join(pages(eksempel(mark=None)))


def test_sámi_letters_are_shown_by_the_typeface_that_comes_with_it() -> None:
    document = med(Paragraph("p", (Text(SAMISK), Text(SAMISK, bold=True), Text(SAMISK, italic=True))))
    assert text(document).count(SAMISK.replace(" ", "")) == 3
    fonts = set(re.findall(rb"/BaseFont/\w+\+([\w-]+)", write(document, STIL)))
    assert fonts == {b"Carlito", b"Carlito-Bold", b"Carlito-Italic"}


def test_a_heading_is_numbered_by_its_level_and_one_without_number_does_not_count() -> None:
    document = med(*blokker("# En\n## En en\n#! Uten\n# To\n### Dypt"))
    outline = PdfReader(BytesIO(write(document, STIL))).outline

    def titles(items: list[object]) -> list[str]:
        return [t for i in items for t in (titles(i) if isinstance(i, list) else [str(i.title)])]  # type: ignore[attr-defined]

    assert titles(outline) == ["1 En", "1.1 En en", "Uten", "2 To", "2.0.1 Dypt"]


# ── What a screen reader finds ──


def test_title_headings_lists_tables_and_links_are_what_they_look_like() -> None:
    found = kinds(eksempel())
    assert found.count("Title") == 1
    assert {"H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Link", "Figure"} <= set(found)


def test_no_level_of_headings_is_skipped() -> None:
    found = kinds(med(*blokker("### Dypt først\n# En\n#### Dypest\n## To")))
    assert [kind for kind in found if re.fullmatch(r"H\d", kind)] == ["H1", "H1", "H2", "H2"]


def test_each_header_cell_says_what_it_heads() -> None:
    table = Table("t", "Møter", ((Text("Dato"),), (Text("Sted"),)), (((Text("1. mai"),), (Text("Her"),)),) * 2)
    for heads in (True, False):
        found = [*structure(med(replace(table, row_headers=heads)))]
        scopes = [attributes(e).get("/Scope") for e in found if e["/S"] == "/TH"]
        assert scopes == ["/Column", "/Column", *["/Row"] * (2 if heads else 0)]
        assert [e["/S"] for e in found].count("/TD") == (2 if heads else 4)
        (summary,) = [attributes(e)["/Summary"] for e in found if e["/S"] == "/Table"]
        assert summary == "Møter"


def test_tables_in_lists_are_tagged_in_the_order_they_come() -> None:
    def table(name: str) -> Table:
        return Table(name, name, ((Text("A"),),), (((Text("B"),),),), row_headers=name == "to")

    document = med(table("en"), Items("i", ((Paragraph("p", (Text("P"),)), table("to")),)), table("tre"))
    found = [(attributes(e).get("/Summary"), e["/S"]) for e in structure(document) if e["/S"] in {"/Table", "/TD"}]
    assert found == [("en", "/Table"), (None, "/TD"), ("to", "/Table"), ("tre", "/Table"), (None, "/TD")]


def test_the_header_row_is_on_every_page_of_a_long_table() -> None:
    rows = tuple(((Text(f"rad {n}"),), (Text("x"),)) for n in range(100))
    read = pages(med(Table("t", "Lang", ((Text("Overskrift"),), (Text("B"),)), rows)))
    assert len(read) > 2
    assert all("Overskrift" in page for page in read)


@grundig  # what else is kept on one page is tried below, and in test_samlet.py
def test_the_last_two_rows_of_a_long_table_share_a_page() -> None:
    """The last one alone, or empty, would stand under a header of its own. High rows would leave a hole before them."""

    def on_the_last(rows: int, of_lines: int = 1) -> tuple[int, list[str]]:
        filled = tuple(((Text(f"rad {n}."), *(LineBreak(), Text("x")) * (of_lines - 1)),) for n in range(rows))
        *before, last = pages(med(Table("t", "Lang", ((Text("Overskrift"),),), filled)))
        return len(before), re.findall(r"rad \d+", last)

    low = [on_the_last(rows) for rows in range(26, 34)]
    assert {before for before, _ in low} == {0, 1}
    assert min(len(told) for before, told in low if before) == 2
    assert 1 in {len(on_the_last(rows, 8)[1]) for rows in range(5, 8)}


def test_an_address_is_parted_after_a_full_stop_or_the_at_sign() -> None:
    address = "post.leknes.lensmannskontor.og.forvaltning@nordlandpoliti.example"
    cells = (Link(address, f"mailto:{address}"),), (Text("politistasjonsdistriktet " * 5),)
    table = Table("t", "Tabell", ((Text("Kontakt"),), *(((Text("B"),),) * 2)), ((*cells, cells[1]),))
    (link,) = content(med(table), ())["blokker"][0]["rader"][0][0]
    told = "".join(piece if isinstance(piece, str) else "|" for piece in link["innhold"])
    assert told == "post.|leknes.|lensmannskontor.|og.|forvaltning@|nordlandpoliti.|example"


@grundig
def test_a_table_of_two_low_rows_is_not_split_though_it_is_high() -> None:
    """What stands in Word between rows, no header is left behind by."""
    header = ((Text("A"), *(LineBreak(), Text("x")) * 5),)
    table = Table("t", "Tabell", header, (((Text("rad 0."),),), ((Text("rad 1."),),)))
    for lines in range(15, 26):
        before = tuple(Paragraph(f"p{n}", (Text("Fyll."),)) for n in range(lines))
        told = [page for page in pages(med(*before, table)) if "rad 0" in page]
        assert "rad 1" in told[0], lines


@pytest.mark.parametrize("rader", [pytest.param(3, marks=grundig), 14])
def test_a_table_begins_with_two_rows_and_what_leads_in_to_it(rader: int) -> None:
    rows = tuple(((Text(f"rad {n}."),), (Text("x " * 40),)) for n in range(rader))
    table = Table("t", "Tabell", ((Text("Overskrift"),), (Text("B"),)), rows)
    leads = Paragraph("l", (Text("Møteplan:"),), lead=True)
    for lines in range(17, 27):
        before = tuple(Paragraph(f"p{n}", (Text("Fyll."),)) for n in range(lines))
        made = pages(med(*before, leads, table, *before))
        (page,) = [page for page in made if "Møteplan:" in page]
        assert all(f"rad {n}." in page for n in range(3 if rader == 3 else 2)), lines


def test_the_rows_that_share_a_page_are_rows_of_the_table_to_a_screen_reader() -> None:
    rows = tuple(((Text(f"rad {n}"),), (Text("x"),)) for n in range(30))
    found = [*structure(med(Table("t", "Lang", ((Text("Overskrift"),), (Text("B"),)), rows)))]
    assert not any(e["/S"] == "/TFoot" for e in found)
    assert [attributes(e).get("/Scope") for e in found if e["/S"] == "/TH"] == ["/Column"] * 2 + ["/Row"] * 30


def test_a_picture_is_described_and_one_without_description_is_decoration() -> None:
    described = [e.get("/Alt") for e in structure(eksempel()) if e["/S"] == "/Figure"]
    assert described == ["Kommunevåpenet til Fjelldal"]
    assert "Figure" not in kinds(med(picture=Picture(våpen(), "")))


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO")])
def test_the_file_says_which_language_it_is_in(language: str, tag: str) -> None:
    reader = PdfReader(BytesIO(write(med(language=language), STIL)))
    assert reader.root_object["/Lang"] == tag


def test_text_in_another_language_says_so() -> None:
    document = med(Paragraph("p", (Text("Gielddat ja politiija"),), language="se"))
    assert [e.get("/Lang") for e in structure(document) if e["/S"] == "/P"] == ["se-NO"]


def test_title_author_subject_and_date_are_those_of_the_document() -> None:
    info = PdfReader(BytesIO(write(BARE, STIL))).metadata
    assert info is not None
    assert (info.title, info.author, info.subject) == (BARE.title, BARE.author, BARE.subject)
    assert info.creation_date is not None
    assert info.creation_date.date().isoformat() == "2025-01-15"


def test_only_addresses_that_lead_somewhere_become_links() -> None:
    links = (Link("politiet", "https://politiet.no/æ"), Link("ring", "tel:02800"), Link("nei", "javascript:alert(1)"))
    page = PdfReader(BytesIO(write(med(Paragraph("p", links)), STIL))).pages[0]
    targets = [a.get_object()["/A"]["/URI"] for a in page["/Annots"]]
    assert targets == ["https://politiet.no/%C3%A6", "tel:02800"]
    assert "nei" in page.extract_text()


# ── What stands together ──


def test_a_heading_and_a_lead_are_never_alone_at_the_foot_of_a_page() -> None:
    for lines in range(24, 44, antall(2, 1)):
        filler = (Paragraph("f", (Text("x"), *(LineBreak(), Text("x")) * lines)),)
        document = med(*filler, *blokker("# Overskriften\n> Slik er det:\n- første punkt\n- andre punkt"))
        (page,) = [page for page in pages(document) if "Overskriften" in page]
        assert "Slik er det" in page
        assert "første punkt" in page


@grundig
def test_an_item_that_leads_to_a_short_list_is_on_its_page() -> None:
    inner = Items("i", ((Paragraph("a", (Text("Vold"),)),), (Paragraph("b", (Text("Rus"),)),)))
    # So long a list is not kept on one page itself.
    long = tuple((Paragraph(f"n{n}", (Text("langt " * 60),)),) for n in range(9))
    outer = Items("o", ((Paragraph("p", (Text("Områdene er:"),)), inner), *long))
    for lines in range(36, 40):
        filler = Paragraph("f", (Text("x"), *(LineBreak(), Text("x")) * lines))
        (page,) = [page for page in pages(med(filler, outer)) if "Områdene er" in page]
        assert "Vold" in page


@grundig  # that those who sign share a page, is tried in test_samlet.py
def test_a_place_to_sign_is_never_split_and_nobody_signs_alone_on_the_last_page() -> None:
    for lines in range(4, 40, 3):
        filler = Paragraph("f", (Text("x"), *(LineBreak(), Text("x")) * lines))
        people = tuple(Signature(f"s{n}", f"Part{n}.", f"Navn{n}.", f"Tittel{n}.") for n in range(5))
        read = pages(med(filler, Signatures("s", people, "Sted", "Dato", "Underskrift")))
        for n in range(5):
            (page,) = [page for page in read if f"Part{n}." in page]
            assert f"Navn{n}." in page
            assert f"Tittel{n}." in page
        last = read[-1]
        assert "Part4." not in last or "Part3." in last


def test_the_day_of_signing_stands_in_place_of_the_line() -> None:
    signed = Signature("s", "Fjelldal", "Ada", None, date="3. mars 2025")
    assert "Dato3.mars2025" in text(med(Signatures("s", (signed,), "Sted", "Dato", "Underskrift")))

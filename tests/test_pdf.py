"""The PDF writer: what a reader, a screen reader and an archive find in the file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
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
from avtalegen.dokument.skrift import showable
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere import write as write_format
from avtalegen.skrivere.pdf.skriver import fingerprint_state, write
from avtalegen.skrivere.stil import Style
from tests.dokumenteksempel import AVTALE, blokker, eksempel, våpen
from tests.grundig import antall

ROOT = Path(__file__).parent.parent
STIL = Style((ROOT / "maler" / "stil" / "avtale.typ").read_bytes())
BARE = replace(eksempel(mark=None, picture=False), subtitle=None, facts=(), blocks=())
HOSTILE = (
    '"#set page(width: 1cm)" \\" \\',
    "$x$ @ref <a> `kode` *fet* _kursiv_ = tittel // */ /*",
    "#panic()",
    "{{ kommune }} {page} \\u{0}",
    "</rdf:li> ) ( /Keywords(x)",
)
SAMISK = "čđŋšŧž á ČĐŊŠŦŽ Á ï ö"


def med(*blocks: Block, **fields: object) -> Document:
    """A document with these blocks and nothing on the front page but the title."""
    return replace(BARE, blocks=blocks, **fields)


def pages(document: Document) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(write(document, STIL))).pages]


def text(document: Document) -> str:
    """The text of all pages without any space: lines may break anywhere."""
    return re.sub(r"\s", "", "".join(pages(document)))


def structure(document: Document) -> Iterator[DictionaryObject]:
    """Give the elements that a screen reader walks through, in order."""

    def walk(element: DictionaryObject) -> Iterator[DictionaryObject]:
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(resolved := kid.get_object(), DictionaryObject) and resolved.get("/Type") != "/MCR":
                yield from walk(resolved)

    # The nodes are read lazily from the bytes, so the reader has to live on.
    reader = PdfReader(BytesIO(write(document, STIL)))
    yield from [*walk(reader.root_object["/StructTreeRoot"].get_object())]


def attributes(element: DictionaryObject) -> dict[str, object]:
    return {str(k): v for a in element.get("/A", []) for k, v in a.get_object().items() if k != "/O"}


def kinds(document: Document) -> list[str]:
    return [str(element["/S"]).lstrip("/") for element in structure(document)]


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
    for lines in range(24, 44):
        filler = (Paragraph("f", (Text("x"), *(LineBreak(), Text("x")) * lines)),)
        document = med(*filler, *blokker("# Overskriften\n> Slik er det:\n- første punkt\n- andre punkt"))
        (page,) = [page for page in pages(document) if "Overskriften" in page]
        assert "Slik er det" in page
        assert "første punkt" in page


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


# ── Hostile text ──


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_looks_like_markup_is_shown_as_it_is_in_every_place(hostile: str) -> None:
    t = (Text(hostile),)
    document = med(
        Heading(hostile, 1, t),
        Paragraph(hostile, (*t, Link(hostile, "https://a.no"))),
        Items(hostile, ((Paragraph(hostile, t),),), ordered=True),
        Table(hostile, hostile, (t,), ((t,),)),
        Signatures(hostile, (Signature(hostile, hostile, hostile, hostile, hostile),), hostile, hostile, hostile),
        title=hostile,
        subtitle=hostile,
        facts=((hostile, hostile),),
        picture=Picture(våpen(4, 5), hostile),
    )
    assert text(document).count(re.sub(r"\s", "", hostile)) >= 14
    reader = PdfReader(BytesIO(write(document, STIL)))
    assert reader.metadata is not None
    assert reader.metadata.title == hostile
    assert reader.pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)


def test_a_sign_without_glyph_is_a_box_and_an_invisible_one_is_left_out() -> None:
    assert showable("a😀b\u202ec\x00d\ufeff\u200be") == "a□bcde"
    assert showable("a\u030a") == "å"
    assert "a□b" in text(med(Paragraph("p", (Text("a😀b"),))))


def test_a_word_that_no_line_has_room_for_is_broken_inside_the_margins() -> None:
    cells = tuple((Text("z" * 90),) for _ in range(6))
    most = antall(2_000, 10_000)
    long = (Text("x" * most), Link("y" * 500, f"https://a.no/{'v' * 500}"))
    document = med(Paragraph("p", long), Table("t", "", cells, (cells,)), title="w" * 200)
    said = text(document)
    assert [said.count(letter) >= n for letter, n in (("x", most), ("y", 500), ("z", 1080), ("w", 200))] == [True] * 4
    rightmost = 0.0

    def shown(run: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        nonlocal rightmost
        rightmost = max(rightmost, float(tm[4])) if run.strip() else rightmost

    for page in PdfReader(BytesIO(write(document, STIL))).pages:
        page.extract_text(visitor_text=shown)
    assert 0 < rightmost < 595 - 76


any_text = st.text(st.characters(exclude_categories=()), max_size=60) | st.sampled_from(HOSTILE)


@settings(max_examples=antall(8, 300), deadline=None)
@given(any_text, any_text, any_text)
def test_any_text_in_any_place_gives_a_file_that_is_ours(first: str, second: str, third: str) -> None:
    t = (Text(first), Link(second, f"https://a.no/{third}"), Text(third, bold=True, italic=True))
    document = med(
        Heading(first, 2, t, language="se"),
        Paragraph(second, t, lead=True, language="nn"),
        Items(third, ((Paragraph(first, t, language="en"), Items("i", ((Paragraph("p", t),),), ordered=True)), ())),
        Table(first, second, (t, ()), ((t,), ())),
        Signatures(first, (Signature(first, second, third, None, first),) * 3, first, second, third),
        **{"title": first, "subtitle": second, "author": third, "subject": first, "date": second},
        **{"header": third, "page_label": second, "facts": ((first, second),), "mark": third},
    )
    data = write(document, STIL)
    assert fingerprint_state(data) == "urørt"
    assert len(PdfReader(BytesIO(data)).pages) > 0


# ── Who made a PDF ──


def test_the_creator_of_a_pdf_is_avtalegen_and_no_version_of_anything() -> None:
    data = write_format(eksempel(), "pdf")
    reader = PdfReader(BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.creator == "avtalegen"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.xmp_creator_tool == "avtalegen"
    assert b"Typst" not in data


def test_a_title_that_looks_like_the_creator_stays_as_it_is() -> None:
    title = "/Creator(Typst 9) </xmp:CreatorTool>"
    reader = PdfReader(BytesIO(write_format(replace(eksempel(), title=title), "pdf")))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.creator) == (title, "avtalegen")


def test_a_pdf_has_an_identity_of_its_own() -> None:
    one, other = (write_format(replace(eksempel(), subject=subject), "pdf") for subject in ("a", "b"))
    (mine, yours) = (PdfReader(BytesIO(data)).xmp_metadata for data in (one, other))
    assert mine is not None
    assert yours is not None
    assert mine.xmpmm_instance_id != yours.xmpmm_instance_id
    assert mine.xmpmm_instance_id.encode() in one[one.rindex(b"/ID[") :]


# ── The bytes ──


def test_equal_documents_are_equal_bytes_in_every_process_and_time_zone() -> None:
    program = (
        "import hashlib; from avtalegen.skrivere import write; from tests.dokumenteksempel import eksempel;"
        "print(hashlib.sha256(write(eksempel(), 'pdf')).hexdigest())"
    )
    digests = set()
    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/Los_Angeles")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", program]
        ran = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
        digests.add(ran.stdout)
    assert len(digests) == 1
    assert write_format(eksempel(), "pdf") == write_format(eksempel(), "pdf")


def test_a_day_that_is_not_given_is_not_today() -> None:
    info = PdfReader(BytesIO(write(med(date=None), STIL))).metadata
    assert info is not None
    assert info.creation_date is not None
    assert info.creation_date.year == 2000


def test_a_file_is_untouched_until_any_byte_of_it_is_changed() -> None:
    data = write(eksempel(), STIL)
    assert fingerprint_state(data) == "urørt"
    assert fingerprint_state(data + b"\n") == "endret"
    for at in range(10, len(data), len(data) // 40):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert fingerprint_state(changed) != "urørt"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"PK\x03\x04", b"avtalegen-fingeravtrykk:" + b"0" * 64])
def test_what_avtalegen_never_wrote_is_foreign(data: bytes) -> None:
    assert fingerprint_state(data) == "fremmed"


def test_a_style_that_cannot_be_used_is_one_message_in_norwegian() -> None:
    with pytest.raises(AvtalegenError, match=r"stilen avtale\.typ") as caught:
        write(BARE, Style(b"#let dokument = 1 +"))
    assert "Rett stilen" in str(caught.value)


def test_a_broken_picture_is_one_message_in_norwegian() -> None:
    with pytest.raises(AvtalegenError, match="Bildet kan ikke brukes"):
        write(med(picture=Picture(våpen()[:60], "Våpen")), STIL)


def test_a_style_can_change_the_look_without_changing_what_is_said() -> None:
    document = med(*blokker(AVTALE))
    larger = PdfReader(BytesIO(write(document, Style(STIL.content.replace(b"size: 11pt", b"size: 14pt")))))
    assert len(larger.pages) > len(pages(document))
    assert "Rus og utenforskap blant unge" in "".join(page.extract_text() for page in larger.pages)

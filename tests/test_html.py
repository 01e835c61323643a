"""The HTML page: complete, readable for everyone, and safe whatever the values are."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import avtalegen
from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Items,
    Link,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
    Text,
)
from avtalegen.dokument.maler import MALER
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.disposisjon import signing
from avtalegen.skrivere.html import fingerprint_state, write
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.tegn import writable
from tests.dokumenteksempel import blokker, eksempel, våpen
from tests.grundig import antall, utvalg
from tests.i_ett import i_ett
from tests.skriveprove import Event, Page, said, simple
from tests.test_word_fiendtlig import NASTY, documents
from tests.wordprove import BARE

FASIT = Path(__file__).parent / "fasit"
EKSEMPLER = Path(__file__).parent.parent / "eksempler"
STIL = Style((MALER / "stil" / "avtale.css").read_bytes())
CSS = Style(b"p { color: black }\n")
ATTACKS = ("<script>alert(1)</script>", '" onload="x', "</title><b>", "</style><b>", "--><b>", "&lt;b&gt;", "]]>")


def signed(block: Signatures) -> Iterator[Event]:
    for s in block.signatures:
        day = f"{block.date_label}: {s.date}" if s.date else None
        texts = (s.on_behalf_of, signing(s, block).instead or day, s.name, s.title)
        if text := [c for t in texts for c in simple(t or "")]:
            yield "sig", text


def page(*blocks: Block, **fields: object) -> Page:
    return Page(write(replace(BARE, blocks=blocks, **fields), CSS))  # type: ignore[arg-type]


def attributes(read: Page, tag: str) -> list[dict[str, str]]:
    return [attrs for name, attrs in read.tags if name == tag]


def assert_reads_back(document: Document) -> None:
    data = write(document, CSS)
    read = Page(data)
    assert read.events == said(document, signed)
    assert "".join(read.texts["title"][0].split()) == ("".join(writable(document.title).split()) or "Avtale")
    ids = [attrs["id"] for _, attrs in read.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"][1:] for attrs in attributes(read, "a") if attrs["href"].startswith("#")} <= set(ids)
    assert fingerprint_state(data) == "urørt"


def test_an_example_is_written_as_it_was(skriv_fasit: bool) -> None:
    made = avtalegen.lag(EKSEMPLER / "flakstad.yaml", "html")
    path = FASIT / "flakstad.html"
    # The style sheet and the YAML have their own files; a change of them should not change this one.
    apart = rb"<style>.*</style>|'sha256-[^']+'|fingeravtrykk: \w+|<!-- avtalegen-kilde: \S+ \S+ -->\n"
    without_style = re.sub(apart, b"", made, flags=re.DOTALL)
    if skriv_fasit:
        path.write_bytes(without_style)
    assert without_style == path.read_bytes().replace(b"\r\n", b"\n")


@settings(max_examples=antall(10, 3000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_any_document_reads_back_as_it_is(document: Document) -> None:
    assert_reads_back(document)


def test_a_browser_may_part_a_long_address_where_people_would() -> None:
    """Otherwise it pushes the other columns of a table out of the page."""
    for address, told in (
        ("post.leknes.lensmannskontor@politi.no", "post.<wbr>leknes.<wbr>lensmannskontor@<wbr>politi.<wbr>no"),
        ("post@politi.no", "post@politi.no"),
    ):
        made = write(replace(BARE, blocks=(Paragraph("p", (Link(address, f"mailto:{address}"),)),)), STIL).decode()
        assert f'<a href="mailto:{address}">{told}</a>' in made
    assert "td a { overflow-wrap: anywhere; }" in made


@i_ett("nasty", utvalg([*NASTY, *ATTACKS], 4))
def test_nasty_text_is_text_in_every_place(nasty: str) -> None:
    t = (Text(nasty), Text(nasty, bold=True, italic=True), Link(nasty, f"https://a.no/{nasty}"), Link("x", nasty))
    document = Document(
        language="nb",
        title=nasty,
        subtitle=nasty,
        author=nasty,
        subject=nasty,
        date=nasty,
        header=nasty,
        page_label=nasty,
        facts=((nasty, nasty),),
        blocks=(
            *(Heading(nasty, 1, t) for _ in range(5)),
            Paragraph(nasty, t),
            Items(nasty, ((Paragraph(nasty, t),),)),
            Table(nasty, nasty, (t, t), ((t, t),)),
            Signatures(nasty, (Signature(nasty, nasty, nasty, nasty, nasty),), nasty, nasty, nasty),
        ),
        mark=nasty,
        picture=Picture(våpen(4, 5), nasty),
    )
    assert_reads_back(document)


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    for document in (eksempel(), replace(eksempel(), header=ATTACKS[3], page_label=ATTACKS[1], mark="å\n\\")):
        data = write(document, STIL)
        read = Page(data)
        (style,) = read.texts["style"]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        (policy,) = (m["content"] for m in attributes(read, "meta") if m.get("http-equiv"))
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
        )
        assert "url(" not in style
        assert "@import" not in style


def test_a_style_sheet_can_not_end_the_element_it_stands_in() -> None:
    read = Page(write(BARE, Style("a::after { content: '</style><b>' }\r\n".encode("utf-8-sig"))))
    assert r"'<\/style><b>' }" in read.texts["style"][0]
    with pytest.raises(AvtalegenError, match="ikke lagret som UTF-8"):
        write(BARE, Style(b"\xff\xfe"))


def test_landmarks_come_in_order_and_the_skip_link_leads_to_the_text() -> None:
    read = Page(write(eksempel(), CSS))
    landmarks = [tag for tag, _ in read.tags if tag in ("header", "nav", "main", "footer")]
    assert landmarks == ["header", "nav", "main", "footer"]
    assert attributes(read, "a")[0] == {"class": "hopp", "href": "#innhold"}
    assert attributes(read, "main") == [{"id": "innhold", "tabindex": "-1"}]
    assert read.texts["title"] == [eksempel().title]


@pytest.mark.parametrize(("language", "text"), [("nb", "Hopp til innholdet"), ("nn", "Hopp til innhaldet")])
def test_the_page_is_in_the_language_of_the_document(language: str, text: str) -> None:
    read = page(Paragraph("p", (Text("x"),)), language=language)
    assert attributes(read, "html") == [{"lang": language}]
    assert read.texts["a"] == [text]


def test_text_in_another_language_says_so_also_within_lists() -> None:
    one, other = Paragraph("a", (Text("Buorre"),)), Paragraph("b", (Text("God"),), language="nb")
    read = page(
        Heading("h", 1, (Text("Title"),), language="en"),
        Items("i", ((one, other), (other,)), language="se"),
        Paragraph("c", (Text("Norsk"),), language="nb"),
    )
    assert [(tag, a["lang"]) for tag, a in read.tags if "lang" in a] == [
        ("html", "nb"),
        ("h2", "en"),
        ("ul", "se"),
        ("p", "nb"),
        ("span", "nb"),
    ]


def test_no_level_of_headings_is_skipped_though_the_numbers_keep_theirs() -> None:
    read = page(*blokker("# A\n### B\n### C\n## D\n#### E\n# F"))
    headings = [(kind, "".join(c for c, *_ in text)) for kind, text in read.events]
    assert headings == [
        ("h2", "1A"),
        ("h3", "1.0.1B"),
        ("h3", "1.0.2C"),
        ("h3", "1.1D"),
        ("h4", "1.1.0.1E"),
        ("h2", "2F"),
    ]


def test_contents_lead_to_the_topmost_headings_when_there_are_some() -> None:
    assert "nav" not in page(*blokker("# A\n# B\n# C")).texts
    read = page(*blokker("# A\n## B\n# C\n# D\n#! E"))
    links = [a["href"] for a in attributes(read, "a")][1:]
    assert links == [f"#{attrs['id']}" for attrs in attributes(read, "h2")]
    assert [read.texts["span"][n] for n in range(3)] == ["1", "2", "3"]


def test_header_cells_say_what_they_head_and_an_empty_one_heads_nothing() -> None:
    a = (Text("a"),)
    read = page(Table("t", "Tittel", ((), a), ((a, a), ((), a))))
    assert [(tag, attrs.get("scope")) for tag, attrs in read.tags if tag in ("th", "td")] == [
        ("td", None), ("th", "col"),
        ("th", "row"), ("td", None),
        ("td", None), ("td", None),
    ]  # fmt: skip
    assert read.texts["caption"] == ["Tittel"]
    (box,) = attributes(read, "div")
    assert box == {"class": "tabell", "role": "group", "aria-labelledby": "t", "tabindex": "0"}
    plain = page(Table("t", "", (a,), ((a,),), row_headers=False))
    assert attributes(plain, "th") == [{"scope": "col"}]
    assert "caption" not in plain.texts


def test_a_place_to_fill_in_is_marked_also_in_front_and_a_cell_without_anything_to_say_can_be_left_out() -> None:
    table = Table("t", "T", ((Text("A"),), (Text("B"),)), (((Text("x"),), (Text("–"),)), ((Text("y"),), ())))
    page = write(replace(BARE, facts=(("Sak", "[Fyll inn: nummer]"),), blocks=(table,)), STIL).decode()
    assert "<dd><mark>[Fyll inn: nummer]</mark></dd>" in page
    assert page.count('<td class="intet" data-navn="B">–</td>') == 1
    assert '<td data-navn="B"></td>' in page


def test_the_picture_is_in_the_page_and_says_what_it_shows() -> None:
    read = page(picture=Picture(våpen(), 'Våpenet til "Fjelldal"'))
    (img,) = attributes(read, "img")
    assert base64.b64decode(img["src"].removeprefix("data:image/png;base64,")) == våpen()
    assert (img["alt"], img["width"], img["height"]) == ('Våpenet til "Fjelldal"', "96", "120")
    with pytest.raises(AvtalegenError, match="Bildet kan ikke brukes"):
        page(picture=Picture(b"GIF89a", ""))


def test_the_mark_is_on_top_and_on_every_printed_page() -> None:
    read = Page(write(eksempel(), CSS))
    assert read.texts["p"][0] == "UTKAST"
    assert '@top-right{content:"UTKAST"}' in read.texts["style"][0]
    assert 'content:"Side " counter(page) " av " counter(pages)' in read.texts["style"][0]
    assert "UTKAST" not in write(eksempel(mark=None), CSS).decode().replace("Utkast", "")


def test_equal_documents_are_equal_bytes_and_a_change_is_seen() -> None:
    data = write(eksempel(), STIL)
    assert data == write(eksempel(), STIL)
    assert fingerprint_state(data) == "urørt"
    assert fingerprint_state(data.replace(b"\n", b"\r\n")) == "urørt"
    assert fingerprint_state(data.replace("ordfører".encode(), b"rektor")) == "endret"
    assert fingerprint_state(data + b"<p>mer\n") == "endret"
    assert {fingerprint_state(b) for b in (b"", b"<!DOCTYPE html>\n<p>x", b"PK\x03\x04")} == {"fremmed"}

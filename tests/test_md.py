"""Markdown: it reads back as the document it was made from, whatever the values, and git can compare it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings

import avtalegen
from avtalegen.dokument.innhold import (
    Document,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Text,
)
from avtalegen.skrivere.disposisjon import signing
from avtalegen.skrivere.md import fingerprint_state, write
from avtalegen.skrivere.stil import Style
from tests.dokumenteksempel import blokker, eksempel, signaturer
from tests.grundig import antall
from tests.i_ett import i_ett
from tests.skriveprove import Event, read_markdown, said, simple
from tests.test_word_fiendtlig import NASTY, documents
from tests.wordprove import BARE

FASIT = Path(__file__).parent / "fasit"
EKSEMPLER = Path(__file__).parent.parent / "eksempler"
DOTS = "…" * 20


def signed(block: Signatures) -> Iterator[Event]:
    for s in block.signatures:
        made = signing(s, block)
        place = simple(f"{block.place_label}:{DOTS}{block.date_label}:{(s.date or '').strip() or DOTS}")
        if not simple(s.date or ""):
            place = simple(f"{block.place_label}:{DOTS}{block.date_label}:{DOTS}")
        sign = simple(f"{block.signature_label}:{DOTS}{DOTS}")
        names = simple(s.name or "") + simple(s.title or "")
        lines = [simple(f"{label}:{DOTS}{DOTS}") if label else [] for label in (made.party, made.name, made.title)]
        told = simple(made.instead) if made.instead else lines[0] + place + sign + lines[1] + lines[2]
        yield "p", simple(s.on_behalf_of, bold=True) + told + names


def front(document: Document) -> Iterator[Event]:
    yield "h1", simple(document.title) or simple("Avtale")
    for text in (document.mark, document.subtitle):
        if simple(text or ""):
            yield "p", simple(text or "", bold=True)
    if document.facts:
        yield ("ul",)
        for label, value in document.facts:
            yield ("li",)
            yield "p", simple(f"{label}:", bold=True) + simple(value)
        yield ("/ul",)


def md(*blocks: object) -> str:
    """Write the blocks, and return what stands between the title and the fingerprint."""
    text = write(replace(BARE, blocks=blocks), Style(b"")).decode()
    head, _, rest = text.partition("\n\n")
    assert head == f"# {BARE.title}"
    return rest.rpartition("<!-- avtalegen")[0].removesuffix("\n\n")


def p(*content: Inline) -> str:
    return md(Paragraph("p", content))


def test_an_example_reads_as_it_did(skriv_fasit: bool) -> None:
    made = avtalegen.lag(EKSEMPLER / "flakstad.yaml", "md")
    path = FASIT / "flakstad.md"
    if skriv_fasit:
        path.write_bytes(made)
    assert made == path.read_bytes().replace(b"\r\n", b"\n")


@settings(max_examples=antall(12, 4000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_any_document_reads_back_as_it_is(document: Document) -> None:
    data = write(document, Style(b""))
    assert read_markdown(data) == [*front(document), *said(document, signed)]
    assert fingerprint_state(data) == "urørt"


@i_ett("nasty", NASTY, ids=range(len(NASTY)))
def test_nasty_text_is_text_in_every_place(nasty: str) -> None:
    t = (Text(f"a{nasty}b"), Text(nasty, bold=True), Text(nasty, italic=True), Link(f"x{nasty}", "https://a.no/_(*"))
    document = replace(
        eksempel(2, mark=nasty),
        title=f"T{nasty}",
        subtitle=nasty,
        facts=((nasty, nasty),),
        blocks=(
            Heading(nasty, 1, t),
            Paragraph(nasty, t),
            Items(nasty, ((Paragraph(nasty, t),),), ordered=True),
            Table(nasty, nasty, (t,), ((t,),)),
            Signatures("s", (Signature("s", nasty, nasty, nasty, nasty),), nasty, nasty, nasty),
        ),
    )
    assert read_markdown(write(document, Style(b""))) == [*front(document), *said(document, signed)]


@i_ett(
    "text",
    [
        *("# a", "- a", "+ a", "* a", "1. a", "12) a", "> a", "=====", "---", "***", "___", "    kode", "\ta", "|a|b|"),
        *("```\nkode\n```", "~~~", "a\n---", "a\n===", "a | b\n--- | ---", "a|b\n:-|-:", "[a]: https://b.no", "[a](b)"),
        *("![a](b)", "<b>a</b>", "<!-- a", "<https://a.no>", "&amp;", "&#35;", "a\\", "\\# a", "a  \nb", "`a`", "*a*"),
        *("_a_", "__a__", "~~a~~", "$a$", "a #", "1.", "-", "#", "<!-- avtalegen-fingeravtrykk: x -->", "\n\na\n\n\nb"),
        *("+\n+", "a\n1. b", "a\n- b", "\\", "\\\\", "a\\|b", "|", "\\|"),
    ],
)
def test_no_text_becomes_markup(text: str) -> None:
    t = (Text(text),)
    document = replace(
        BARE,
        title=text,
        blocks=(Paragraph("p", t), Heading("h", 1, t), Heading("h", 1, t, numbered=False), *blokker("- x"),
                Items("i", ((Paragraph("p", t), Paragraph("p", t)),)), Table("t", "", (t, t), ((t, t),))),
    )  # fmt: skip
    assert read_markdown(write(document, Style(b""))) == [("h1", simple(text)), *said(document, signed)]


@i_ett(
    ("content", "written"),
    [
        ((Text("a "), Text(" b ", bold=True), Text("c")), "a  **b** c"),
        ((Text("a", bold=True), Text("b", italic=True)), "**a**<!-- -->*b*"),
        ((Text("a"), Text("«b»", bold=True), Text("c")), "a<!-- -->**«b»**<!-- -->c"),
        ((Text("a", bold=True), Text("b", bold=True)), "**ab**"),
        ((Text("a", bold=True, italic=True), Text(".")), "***a***."),
        ((Text(" ", bold=True),), ""),
        ((Text("a"), LineBreak(), Text("b")), "a\\\nb"),
        ((Text("a\nb"), LineBreak()), "a\\\nb"),
        ((Text("Se!"), Link("her", "https://a.no/(b)")), "Se\\![her](https://a.no/\\(b\\))"),
        ((Link("her", "javascript:alert(1)"),), "her"),
        ((Text("§§ 10-1 og 15-1, kl. 09.00–14.30 (02800) & mer!"),), "§§ 10-1 og 15-1, kl. 09.00–14.30 (02800) & mer!"),
    ],
)
def test_how_text_is_written(content: tuple[Inline, ...], written: str) -> None:
    assert p(*content) == written


def test_a_paragraph_an_item_and_a_row_is_a_line() -> None:
    assert md(*blokker("To. Setninger.\n\n- a\n- b\n  1. c\n  2. d\n\n|! T\n| A | B |\n| 1 | 2 |")) == (
        "To. Setninger.\n\n- a\n- b\n  1. c\n  2. d\n\n| A | B |\n| --- | --- |\n| 1 | 2 |"
    )


def test_numbers_of_headings_are_text() -> None:
    written = md(*blokker("# A\n## B\n## C\n### D\n#! Uten\n# E\n## F"))
    assert written.split("\n\n") == [
        "## 1 A",
        "### 1.1 B",
        "### 1.2 C",
        "#### 1.2.1 D",
        "## Uten",
        "## 2 E",
        "### 2.1 F",
    ]


def test_two_lists_in_a_row_stay_two() -> None:
    one = Items("i", ((Paragraph("p", (Text("a"),)),),))
    assert md(one, one, one) == "- a\n\n* a\n\n- a"


def test_a_row_keeps_its_cells_and_its_lines() -> None:
    table = Table("t", "Tittel", ((Text("A|B"),), (Text("C"),)), (((Text("a"), LineBreak(), Text("b")),),))
    assert md(table) == "| A\\|B | C |\n| --- | --- |\n| a<br>b |  |"


def test_the_places_to_sign_are_lines_to_fill_in() -> None:
    block = replace(signaturer(1), signatures=(replace(signaturer(1).signatures[0], date="1. mai 2025"),))
    assert md(block) == (
        f"**Fjelldal kommune**\\\nSted: {DOTS} Dato: 1. mai 2025\\\n"
        f"Underskrift: {DOTS}{DOTS}\\\nIngrid Sæther\\\nordfører"
    )


def test_the_front_is_title_mark_subtitle_and_facts() -> None:
    lines = write(eksempel(), Style(b"")).decode().split("\n")
    assert lines[:6:2] == [f"# {eksempel().title}", "**UTKAST**", f"**{eksempel().subtitle}**"]
    assert lines[7] == "- **Gjelder:** 1. januar 2025 – 31. desember 2027"


def test_equal_documents_are_equal_bytes_and_a_change_is_seen() -> None:
    data = write(eksempel(), Style(b""))
    assert data == write(eksempel(), Style(b""))
    assert fingerprint_state(data) == "urørt"
    assert fingerprint_state(data.replace(b"\n", b"\r\n")) == "urørt"
    assert fingerprint_state(data.replace("ordfører".encode(), b"rektor")) == "endret"
    assert fingerprint_state(data + b"mer\n") == "endret"
    assert fingerprint_state(data[:-1]) == "endret"
    assert {fingerprint_state(b) for b in (b"", b"# Notat\n", b"\xff\xfe\x00")} == {"fremmed"}

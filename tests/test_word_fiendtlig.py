"""Any text in any place gives a document that opens and holds the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Inline,
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
from avtalegen.skrivere.disposisjon import top_of_page
from avtalegen.skrivere.lenke import safe_target
from avtalegen.skrivere.linjer import kept_together
from tests.dokumenteksempel import våpen
from tests.grundig import antall
from tests.i_ett import i_ett
from tests.wordprove import BARE, Skrevet, med, text, w

NASTY = (
    "& <w:p> ]]> &amp; \"'",
    "{{ kommune }} {% raise %} ${x} %s \\x41",
    "👮🏽‍♀️ 🏔️ 𝔽 \U0010ffff",
    "שלום عربى \u202egnitset\u202c \u200f",
    "a\ud800b\udfffc",
    "\x00\x01\x08\x0b\x0c\x1f\x7f\x85",
    "\ufffe\uffff\ufffd\ufeff",
    "linje\nlinje\r\nlinje\rlinje\ttab",
    "  rom foran og bak  ",
    "\N{NO-BREAK SPACE}\u2028\u2029",
    "x" * antall(2_000, 10_000),
    "et ord " * antall(300, 1_500),
    "",
)
# By number: hypothesis prints a strategy with all its values.
anything = st.text(st.characters(exclude_categories=())) | st.integers(0, len(NASTY) - 1).map(lambda n: NASTY[n])
languages = st.none() | st.sampled_from(("nb", "nn", "en", "se"))
inlines: st.SearchStrategy[Inline] = (
    st.builds(Text, anything, st.booleans(), st.booleans())
    | st.builds(Link, anything, anything | st.sampled_from(("https://a.no/ø?q=<&>", "tel:02800", "javascript:1")))
    | st.builds(LineBreak)
)
content = st.lists(inlines, max_size=3).map(tuple)
rows = st.lists(content, max_size=3).map(tuple)
leaves: st.SearchStrategy[Block] = (
    st.builds(Heading, anything, st.integers(-1, 9), content, st.booleans(), languages)
    | st.builds(Paragraph, anything, content, st.booleans(), languages)
    | st.builds(Table, anything, anything, rows, st.lists(rows, max_size=2).map(tuple), st.booleans(), languages)
    | st.builds(
        Signatures,
        anything,
        st.lists(st.builds(Signature, anything, anything, anything, anything), max_size=3).map(tuple),
        anything,
        anything,
        anything,
    )
)
blocks = st.recursive(
    leaves,
    lambda inner: st.builds(
        Items,
        anything,
        st.lists(st.lists(inner, max_size=2).map(tuple), max_size=2).map(tuple),
        st.booleans(),
        languages,
    ),
    max_leaves=6,
)
documents = st.builds(
    Document,
    language=st.sampled_from(("nb", "nn")),
    title=anything,
    subtitle=st.none() | anything,
    author=anything,
    subject=anything,
    date=st.none() | anything,
    header=anything,
    page_label=anything | st.just("Side {page} av {pages}"),
    facts=st.lists(st.tuples(anything, anything), max_size=2).map(tuple),
    blocks=st.lists(blocks, max_size=4).map(tuple),
    mark=st.none() | anything,
    picture=st.none() | st.builds(Picture, st.just(våpen(4, 5)), anything),
)


def cleaned(string: str) -> str:
    """What XML 1.0 can hold of a text, with line breaks as Word has them."""
    legal = (
        c for c in string if c in "\t\n\r" or 0x20 <= ord(c) < 0xD800 or 0xE000 <= ord(c) < 0xFFFE or ord(c) > 0xFFFF
    )
    return re.sub("\r\n|\r", "\n", "".join(legal))


def shown(content: tuple[Inline, ...]) -> str:
    return "".join("\n" if isinstance(c, LineBreak) else cleaned(c.text) for c in content)


def told(block: Block) -> Iterator[str]:
    """The texts of a block, paragraph by paragraph, in the order they are read."""
    if isinstance(block, Heading | Paragraph):
        yield shown(block.content)
    elif isinstance(block, Items):
        for item in block.items:
            for inner in item:
                yield from told(inner)
    elif isinstance(block, Table):
        for row in (block.header, *block.rows):
            yield from map(shown, row)
    else:
        for s in block.signatures:
            lines = (
                f"{block.place_label} \t\t{block.date_label} \t",
                f"{block.signature_label} \t",
            )
            yield from map(cleaned, (s.on_behalf_of, *lines, s.name or "", s.title or ""))


@settings(max_examples=antall(12, 1500), deadline=None)
@given(documents)
def test_any_document_opens_and_tells_all_its_text_in_order(document: Document) -> None:
    skrevet = Skrevet(document)
    opened = docx.Document(BytesIO(skrevet.data))
    front = [cleaned(s or "") for s in (document.mark, document.title, document.subtitle)]
    facts = [f"{cleaned(label)}\t{cleaned(value)}" for label, value in document.facts]
    expected = [*front, *facts, *(line for block in document.blocks for line in told(block))]
    expected = [line.replace("\u00a0", " ") for line in expected]
    got = [text(p).replace("\u00a0", " ") for p in opened.element.iter(w("p"))]
    assert [line for line in got if line] == [line for line in expected if line]
    assert opened.core_properties.title == cleaned(document.title.replace("\r", " "))
    assert text(skrevet.part("word/topptekst.xml")).startswith(kept_together(cleaned(top_of_page(document))))


@i_ett("nasty", NASTY, ids=range(len(NASTY)))
def test_nasty_text_is_told_by_python_docx_in_every_place(nasty: str) -> None:
    t = (Text(f"|{nasty}|"),)
    skrevet = med(
        Heading(nasty, 1, t),
        Paragraph(nasty, (*t, Link(f"|{nasty}|", "https://politiet.no"))),
        Items(nasty, ((Paragraph(nasty, t),),), ordered=True),
        Table(nasty, nasty, (t,), ((t,),)),
        title=f"|{nasty}|",
        mark=nasty,
        picture=Picture(våpen(4, 5), nasty),
    )
    opened = docx.Document(BytesIO(skrevet.data))
    by_style = {p.style.name: p.text for p in opened.paragraphs if p.style}
    expected = f"|{cleaned(nasty)}|"
    assert by_style["List Number"] == expected
    for style in ("Title", "Heading 1"):
        # The last word of a title stays with the one before it.
        assert by_style[style].replace("\u00a0", " ") == expected.replace("\u00a0", " ")
    assert by_style["Body Text"] == expected * 2
    assert [row.cells[0].text for row in opened.tables[0].rows] == [expected] * 2
    one_line = re.sub("[\t\n]", " ", cleaned(nasty))
    assert set(skrevet.values("//*[local-name()='docPr']/@descr")) == {one_line}


def test_spaces_at_the_ends_of_a_run_are_kept_by_word() -> None:
    skrevet = med(Paragraph("p", (Text("Se "), Text("her", bold=True), Text(" nå"))))
    kept = {t.text: t.get("{http://www.w3.org/XML/1998/namespace}space") for t in skrevet.find("//w:t")}
    assert kept == {BARE.title: None, "Se ": "preserve", "her": None, " nå": "preserve"}


def test_braces_in_the_page_label_are_text_unless_they_are_the_two_we_know() -> None:
    footer = med(page_label="{side} {page}{{pages}} {pages}").part("word/bunntekst.xml")
    assert text(footer) == "{side} 1{1} 1"


@i_ett(
    ("url", "target"),
    [
        ("https://politiet.no", "https://politiet.no"),
        ("HTTPS://politiet.no:8443/a?b=c#d", "https://politiet.no:8443/a?b=c#d"),
        (
            "https://www.bærum.kommune.no/språk?q=å ø",
            "https://www.xn--brum-voa.kommune.no/spr%C3%A5k?q=%C3%A5%20%C3%B8",
        ),
        ("https://a.no/100%", "https://a.no/100%25"),
        ("https://a.no/%C3%A6", "https://a.no/%C3%A6"),
        ("https://a.no/#a#b", "https://a.no/#a%23b"),
        ("mailto:slt@fjelldal.example?subject=Møte", "mailto:slt@fjelldal.example?subject=M%C3%B8te"),
        ("tel:+47 75 00 00 00", "tel:+4775000000"),
        ("tel:02800", "tel:02800"),
    ],
)
def test_an_address_that_leads_somewhere_becomes_a_real_link(url: str, target: str) -> None:
    skrevet = med(Paragraph("p", (Text("Se "), Link("her", url), Text("."))))
    (id,) = skrevet.values("//w:hyperlink/@r:id")
    assert skrevet.relations("hyperlink") == {id: target}
    assert skrevet.texts("BodyText") == ["Se her."]
    assert skrevet.values("//w:hyperlink/w:r/w:rPr/w:rStyle/@w:val") == ["Hyperlink"]


@i_ett(
    "url",
    [
        *("", "politiet.no", "//politiet.no", "https://", "https:///sti", "https://a b.no", "https://-a.no"),
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:text/html,x", "\\\\tjener\\del"),
        *("https://a.no:99999", "https://bruker:passord@a.no", "https://[::1]/", "https://a..no", "https://æ\ud800.no"),
        *("mailto:", "mailto:a", "mailto:a b@c.no", "tel:", "tel:ring meg", "https://a.no/" + "x" * 3000),
    ],
)
def test_any_other_address_is_left_as_text(url: str) -> None:
    skrevet = med(Paragraph("p", (Link("her", url),)))
    assert skrevet.relations("hyperlink") == {}
    assert skrevet.texts("BodyText") == ["her"]


@given(anything | st.builds("{}{}".format, st.sampled_from(("https://", "mailto:", "tel:", "https://a.no/")), anything))
def test_a_target_is_plain_ascii_of_one_of_four_kinds(url: str) -> None:
    target = safe_target(url)
    assert target is None or re.fullmatch(r"(?:https?://|mailto:|tel:)[!#-;=?-Z_a-z~]+", target)


def test_one_address_is_one_relationship_however_often_it_is_used() -> None:
    link = Paragraph("p", (Link("a", "https://a.no"), Link("b", "https://b.no"), Link("c", "https://a.no")))
    assert sorted(med(link, link).relations("hyperlink").values()) == ["https://a.no", "https://b.no"]


def test_a_link_without_text_is_left_out() -> None:
    assert med(Paragraph("p", (Link("\x00", "https://a.no"),))).find("//w:hyperlink") == []


def test_a_document_of_nothing_at_all_still_opens() -> None:
    empty = replace(BARE, title="", author="", subject="", header="", page_label="", date=None)
    assert docx.Document(BytesIO(Skrevet(empty).data)).paragraphs == []

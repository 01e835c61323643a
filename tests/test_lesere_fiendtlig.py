"""Sources made to harm: bombs, rings and what is built to be slow. A message in Norwegian, or the text, soon."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from itertools import product

import pytest
from pypdf.errors import LimitReachedError

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.blokker import Tabell, blokkene
from avtalegen.importering.gjenkjenning import medlemslinjer
from avtalegen.importering.lesere import KildeFeil, les
from avtalegen.skrivere.pdf.vedlegg import attached
from tests.grundig import noen_raskt
from tests.hentprove import W, repacked
from tests.leserprove import GAMLE
from tests.skritt import steps
from tests.test_henting_fiendtlig import LOL, PDFS, ROW, XXE, archive, lying, pdf, stream, text

MOST_STEPS = 40_000_000
_ODT = "".join(
    f' xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{navn}:1.0"'
    for kort, navn in {"office": "office", "text": "text", "table": "table"}.items()
)
_MELLOMROM = '<text:s text:c="99999999"/>'
_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
_ORD = b"BT /F1 10 Tf 50 700 Td (Hei der) Tj ET\n"


def docx() -> bytes:
    return (GAMLE / "02-kvam-2019.docx").read_bytes()


def document(kropp: str, foran: str = "") -> bytes:
    rot = f'{foran}<w:document xmlns:w="{W}"><w:body>{kropp}</w:body></w:document>'
    return repacked(docx(), **{"word/document.xml": rot})


def odt(kropp: str, foran: str = "") -> bytes:
    rot = f"<office:document-content{_ODT}><office:body><office:text>{kropp}</office:text></office:body>"
    innhold = f"{foran}{rot}</office:document-content>".encode()
    return archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": innhold})


def side(innhold: bytes, figur: bytes = b"", *flere: bytes) -> bytes:
    """A PDF with one page; with `figur`, X is the sixth object."""
    ressurser = b"<</Font<</F1 5 0 R>>%b>>" % (b"/XObject<</X 6 0 R>>" if figur else b"")
    return pdf(
        b"<</Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources%b>>" % ressurser,
        stream(innhold),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *([figur] if figur else []),
        *flere,
    )


def figur(innhold: bytes, neste: int) -> bytes:
    return stream(innhold, _FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % neste)


def rutenett() -> bytes:
    streker = [b"%d 0 m %d 800 l S " % (n % 600, n % 600) for n in range(5_000)]
    streker += [b"0 %d m 600 %d l S " % (n % 800, n % 800) for n in range(5_000)]
    return _ORD + b"".join(streker)


# What is said of each; None where it is read.
FELT = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
KILDER: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "docx: line breaks in one run": (lambda: document(f"<w:p><w:r>{'<w:br/>' * 60_000}</w:r></w:p>"), None),
    "docx: fields in fields": (lambda: document("<w:p>" + FELT * 15_000 + "</w:p>"), None),
    "docx: entities that grow": (lambda: document(text("&j;"), LOL + "]>"), "skadet"),
    "docx: an entity that is a file": (lambda: document(text("&j;"), XXE + "]>"), "skadet"),
    "docx: a million elements inside each other": (lambda: document("<w:p>" * 1_000_000), "skadet"),
    "docx: too many paragraphs, all empty": (lambda: document("<w:p/>" * 500_000), "mer i seg"),
    "docx: many rows": (lambda: document("<w:tbl>" + ROW * 9_000 + "</w:tbl>"), None),
    "docx: cells that cover a million columns": (
        lambda: document(
            "<w:tbl><w:tr>"
            + f'<w:tc><w:tcPr><w:gridSpan w:val="999999"/><w:vMerge/></w:tcPr>{text("x")}</w:tc>' * 3_000
            + "</w:tr></w:tbl>"
        ),
        None,
    ),
    "docx: tables in tables": (
        lambda: document("<w:tbl><w:tr><w:tc>" * 60 + text("x") * 3_000 + "</w:tc></w:tr></w:tbl>" * 60),
        None,
    ),
    "docx: many small changes": (
        lambda: document(f"<w:p>{'<w:del><w:r><w:delText>x</w:delText></w:r></w:del>' * 50_000}</w:p>"),
        None,
    ),
    "docx: a list style that is its own": (
        lambda: repacked(
            docx(),
            **{
                "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="a">'
                '<w:basedOn w:val="a"/></w:style></w:styles>'
            },
        ),
        None,
    ),
    "docx: a bomb": (lambda: repacked(docx(), **{"word/media/x.png": b"\0" * 300_000_000}), "mer i seg"),
    "docx: a size that is a lie": (lying, "skadet"),
    "odt: entities that grow": (lambda: odt("<text:p>&j;</text:p>", LOL + "]>"), "skadet"),
    "odt: lists inside each other": (lambda: odt("<text:list><text:list-item>" * 200_000), "skadet|mer i seg"),
    "odt: rows that are repeated": (
        lambda: odt(
            "<table:table>" + '<table:table-row table:number-rows-repeated="99999999"><table:table-cell'
            ' table:number-columns-repeated="99999999"><text:p>x</text:p></table:table-cell></table:table-row>'
            * 500
            + "</table:table>"
        ),
        None,
    ),
    "odt: a billion spaces": (lambda: odt(f"<text:p>a{_MELLOMROM * 5_000}b</text:p>"), "mer i seg"),
    "odt: no content": (lambda: archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "skadet"),
    "html: elements inside each other": (lambda: b"<!doctype html><body>" + b"<div>" * 1_000_000 + b"x", "mer i seg"),
    "html: a million paragraphs": (lambda: b"<!doctype html><body>" + b"<p>x" * 1_000_000, "mer i seg"),
    "html: cells that cover many": (
        lambda: b"<!doctype html><body><table>" + b"<tr><td rowspan=200 colspan=200>x" * 5_000,
        None,
    ),
    "html: a million small elements": (lambda: b"<!doctype html><body>" + b"<b>x</b>" * 500_000, "mer i seg"),
    "html: comments that don't end": (lambda: b"<!--" * 50_000 + b"<html>", None),
    "txt: comments before nothing": (lambda: b"<!---->" * 400 + b"x", None),
    "txt: nothing but dots": (lambda: b"." * 400_000, None),
    "txt: one long word": (lambda: b"a" * 300_000 + b"-\n" + b"b" * 300_000, None),
    "txt: one long line": (lambda: b"ord " * 450_000, None),
    "txt: divided words": (lambda: b"ord-\n" * 9_000, None),
    "txt: columns that slide": (lambda: b"".join(b" " * (n % 300) + b"a  b\n" for n in range(4_000)), None),
    "txt: one long table": (lambda: b"a   b\n" * 9_000, "mer i seg"),
    "txt: too many lines": (lambda: b"\n" * 1_900_000 + b"x", "mer i seg"),
    "md: brackets": (lambda: b"[" * 19_000, None),
    "md: stars": (lambda: b"*a_ " * 4_900, None),
    "md: too many paragraphs": (lambda: b"a\n\n" * 90_000, "mer i seg"),
    "pdf: a figure that draws itself": (lambda: side(b"/X Do", figur(b"/X Do " * 10, 6)), "mer i seg"),
    "pdf: figures that draw many of the next": (
        lambda: side(_ORD + b"/X Do", *(figur(b"/X Do " * 20, n) for n in range(7, 13)), stream(_ORD, _FORM)),
        "mer i seg",
    ),
    "pdf: a bomb": (
        lambda: side(b"").replace(stream(b""), stream(zlib.compress(b" " * 200_000_000, 9), b"/Filter/FlateDecode")),
        "skadet",
    ),
    "pdf: objects that no table knows": (lambda: side(_ORD) + b"9 0 obj null endobj " * 60_000, "mer i seg"),
    "pdf: numbers without end": (lambda: side(_ORD + b"1 " * 900_000), "skadet|mer i seg"),
    "pdf: words without end": (lambda: side(_ORD * 45_000), "mer i seg"),
    "pdf: arrays inside each other": (lambda: side(_ORD + b"[" * 100_000), "skadet"),
    "pdf: lines without end": (lambda: side(rutenett()), None),
    "pdf: pages in a ring": (
        lambda: pdf(b"<</Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
        "skadet",
    ),
    "pdf: tags in a ring": (
        lambda: side(_ORD).replace(b"/Pages", b"/StructTreeRoot 1 0 R/S/P/K[1 0 R 1 0 R 1 0 R]/Pages", 1),
        None,
    ),
    "pdf: enormous numbers": (lambda: side(b"1e30 0 0 1e30 0 0 cm BT /F1 1e30 Tf (a) Tj ET " + _ORD), None),
    **{f"pdf: {navn}": (lag, "") for navn, lag in PDFS.items()},
}
TRAGE = {
    *("docx: too many paragraphs, all empty", "docx: many rows", "docx: cells that cover a million columns"),
    *("docx: tables in tables", "docx: many small changes", "docx: a bomb", "docx: a size that is a lie"),
    *("html: a million paragraphs", "html: cells that cover many", "html: a million small elements"),
    *("txt: too many lines", "odt: a billion spaces"),
    *("txt: divided words", "txt: columns that slide", "txt: one long table", "txt: one long line", "md: brackets"),
    *("md: stars", "md: too many paragraphs", "pdf: figures that draw many of the next", "pdf: a bomb"),
    *("pdf: numbers without end", "pdf: words without end", "pdf: lines without end", "pdf: tags in a ring"),
    *("docx: line breaks in one run", "docx: fields in fields"),
    *(f"pdf: {navn}" for navn in PDFS),
}


@pytest.mark.parametrize("navn", noen_raskt(KILDER, [navn for navn in KILDER if navn not in TRAGE]))
def test_a_hostile_source_is_read_or_told_soon(navn: str, capfd: pytest.CaptureFixture[str]) -> None:
    lag, ventet = KILDER[navn]
    data = lag()
    sagt = ""
    with steps(MOST_STEPS):
        try:
            kilde = les(data, "avtale.md" if navn.startswith("md") else "avtale")
        except KildeFeil as feil:
            sagt = str(feil)
        else:
            assert ventet is None
            assert "root:" not in "".join(linje.tekst for linje in kilde.linjer)
    assert "\n" not in sagt
    if ventet is not None:
        assert any(del_ in sagt for del_ in ventet.split("|"))
        assert sagt
    assert capfd.readouterr() == ("", "")


def test_a_table_that_covers_more_than_there_is_is_lines() -> None:
    celle = '<w:tc><w:tcPr><w:gridSpan w:val="100"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'
    bred = les(document(f"<w:tbl>{f'<w:tr>{celle}</w:tr>' * 400}</w:tbl>"), "avtale")
    with steps(MOST_STEPS // 4):
        assert not any(isinstance(blokk, Tabell) for blokk in blokkene(bred))
    smal = les(document(f"<w:tbl>{f'<w:tr>{celle}</w:tr>' * 40}</w:tbl>"), "avtale")
    assert any(isinstance(blokk, Tabell) for blokk in blokkene(smal))


def test_nor_is_a_pdf_with_more_objects_than_any_has_looked_through_for_its_yaml() -> None:
    with steps(1_000), pytest.raises(LimitReachedError):
        attached(side(_ORD) + b"9 0 obj null endobj " * 60_000)


STYKKER, LANGE_ORD = ("TITTEL", "TITTELORD", "ROLLE"), ("a" * 3_000, "a-" * 1_500, "Aa" * 1_500)


@pytest.mark.parametrize(
    ("stykke", "ord_"), noen_raskt(product(STYKKER, LANGE_ORD), zip(STYKKER, LANGE_ORD, strict=True))
)
def test_a_word_of_thousands_of_letters_is_looked_through_once(stykke: str, ord_: str) -> None:
    """A title may begin in any way, and without a bound on how, this takes until the guard stops the tests."""
    assert re.search(rf"{getattr(uttrykk, stykke)}\s=", f"{ord_} leder møtene.") is None


@pytest.mark.parametrize("mønster", [ledd._SAMME_TITTEL, ledd._VED_SIDEN, medlemslinjer._I_KOMMUNEN])
def test_nor_are_the_patterns_that_begin_with_a_title_slow(mønster: re.Pattern[str]) -> None:
    assert mønster.search(f"{'a-' * 1_500} leder møtene.") is None

"""The pages, as LibreOffice and a PDF have them: full, with whole rows and whole words."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

import pytest

import avtalegen
from avtalegen.dokument.innhold import Document, Heading, Paragraph, Table, Text
from avtalegen.skrivere.kolonner import column_widths, table_height
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.word.skriver import write
from tests.konformitet.verktoy import converted, converted_all, tool
from tests.test_samlet import KORT, VEDTAK, avtale, saksframlegg, signaturer
from tests.test_titler import TITLER, lines_of
from tests.wordprove import BARE, STIL

pytestmark = pytest.mark.konformitet

MANGE = Path(__file__).parent.parent / "mange_signaturer.yaml"
# Points: where the text of a page begins and ends.
TOP, BOTTOM = 82.2, 751.2


class Word(NamedTuple):
    """A word on a page: its left and right edge, its top and bottom, in points."""

    left: float
    right: float
    top: float
    bottom: float
    text: str


def words(pdf: Path) -> list[list[Word]]:
    """Return the words of each page, without what stands above and below the text."""
    told = subprocess.run([tool("pdftotext"), "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    found = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
    pages = []
    for page in told.split("<page ")[1:]:
        all_of_it = [Word(*map(float, (a, c, b, d)), text) for a, b, c, d, text in found.findall(page)]
        pages.append([word for word in all_of_it if word.top > TOP - 3 and word.bottom < BOTTOM + 6])
    return pages


@pytest.fixture(scope="module", params=["docx", "pdf", "lengre.pdf", "kortere.pdf"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[list[Word]]:
    """What begins a page is another thing when there is more or less ahead of it."""
    which, _, format = request.param.rpartition(".")
    file = tmp_path_factory.mktemp("sider") / f"avtale.{format}"
    source = file.with_suffix(".yaml")
    text = MANGE.read_text(encoding="utf-8")
    if which == "lengre":
        text = text.replace("avtale:\n", f"avtale:\n  bakgrunn: [{'Slik er det. ' * 40}]\n", 1)
    elif which == "kortere":
        text = re.sub(r"  undertittel: .*\n", "", text, count=1)
    source.write_text(text, encoding="utf-8")
    file.write_bytes(avtalegen.lag(source, format))
    return words(converted(file, "pdf") if format == "docx" else file)


def test_no_page_has_a_hole_at_its_foot(pages: list[list[Word]]) -> None:
    """But the last one, the ones that people sign on, and the one before those."""
    filled = [(max(word.bottom for word in page) - TOP) / (BOTTOM - TOP) for page in pages]
    signing = next(n for n, page in enumerate(pages) if any(word.text == "Underskrift" for word in page))
    told = [f"{share:.0%}" for share in filled]
    assert signing > 8
    assert min(filled[: signing - 1]) >= 0.85, told


def test_no_word_is_broken_without_a_hyphen(pages: list[list[Word]]) -> None:
    """An address alone may be: no line has room for it. The Markdown has every word in one piece."""
    told = avtalegen.lag(MANGE, "md").decode().replace("\u00a0", " ")
    pieces = set(re.findall(r"[^\W_]+", told))
    addresses = "".join(re.findall(r"\S+@\S+", told))
    shown = {piece for page in pages for word in page for piece in re.findall(r"[^\W_]+", word.text)}
    assert len(shown) > 200
    assert {piece for piece in shown - pieces if not piece.isdigit() and piece not in addresses} <= {
        *("Innhold", "Slik"),  # the table of contents, and what is said more
        "Side",
        "av",
        "amp",
    }


def test_no_row_is_split_over_two_pages(pages: list[list[Word]]) -> None:
    """A row that goes on over the page begins a page without what its first column says."""
    for page in pages:
        top = min(word.top for word in page)
        assert min(word.left for word in page if word.top < top + 3) < 85


def test_a_table_is_about_as_high_in_libreoffice_as_it_is_reckoned(tmp_path: Path) -> None:
    texts = ("Felles rutine for varsling og oppfølging av saker som gjelder barne- og ungdomskriminalitet. ", "Kort. ")
    rows = tuple(
        tuple((Text(f"{mark}{n}" + texts[n % 2] * (n % 5 + 1)),) for mark in ("x", "", "")) for n in range(1, 12)
    )
    table = Table("t", "Tabell", tuple((Text(name),) for name in ("Tiltak", "Ansvarlig", "Frist")), rows)
    file = tmp_path / "avtale.docx"
    file.write_bytes(write(replace(BARE, blocks=(table,)), Style(STIL)))
    page = words(converted(file, "pdf"))[0]
    tops = [word.top for word in sorted(page, key=lambda word: word.top) if re.match(r"x\d", word.text)]
    reckoned = table_height(table, column_widths((table.header, *rows), 3, 8844, labels=False), labels=False)[1:]
    real = [(b - a) * 20 for a, b in pairwise(tops)]
    assert len(real) > 5
    assert all(abs(one - other) < 60 or one < other <= one + 270 for one, other in zip(real, reckoned, strict=False))
    assert sum(real) == pytest.approx(sum(reckoned[: len(real)]), rel=0.1)


def laid_out(documents: dict[str, Document], folder: Path) -> dict[str, list[list[str]]]:
    """Return the lines of each page of the Word files, without the top and the foot, as LibreOffice has them."""
    files = []
    for name, document in documents.items():
        file = folder / f"{name}.docx"
        file.write_bytes(write(document, Style(STIL)))
        files.append(file)
    made = {}
    for file, pdf in zip(files, converted_all(files, "pdf"), strict=True):
        told = subprocess.run([tool("pdftotext"), "-layout", str(pdf), "-"], check=True, capture_output=True)
        pages = told.stdout.decode().split("\f")[:-1]
        made[file.stem] = [[line.strip() for line in page.split("\n") if line.strip()][1:-1] for page in pages]
    return made


THREE_LINES = "Et avsnitt på tre linjer, som må flyttes helt til neste side fordi det ikke kan deles. " * 3


def with_headings(levels: str, lines: int, wide: int) -> Document:
    """Headings of some levels with so many lines ahead, the first of them so wide."""
    headings = tuple(Heading(f"h{level}", int(level), (Text(f"Overskrift {level}"),)) for level in levels)
    before = tuple(Paragraph(f"p{n}", (Text("Fyll " * (wide if n == 0 else 1)),)) for n in range(lines))
    after = tuple(Paragraph(f"x{n}", (Text(THREE_LINES),)) for n in range(9))
    return replace(BARE, blocks=(*before, *headings, *after))


def test_libreoffice_leaves_no_heading_at_the_foot_of_a_page(tmp_path: Path) -> None:
    """It did when the page had more paragraphs than it had guessed, and the next one had to move whole."""
    asked = product(("1", "2", "12", "3"), range(21, 28), (1, 30))
    documents = {f"{levels}-{lines}-{wide}": with_headings(levels, lines, wide) for levels, lines, wide in asked}
    for name, pages in laid_out(documents, tmp_path).items():
        last = [page[-1] for page in pages[:-1]]
        assert not any("Overskrift" in line for line in last), (name, last)


def test_the_short_section_before_them_stands_on_the_page_where_people_sign(tmp_path: Path) -> None:
    asked = product((2, 4, 7), (8, 12, 16, 20, 24, 27))
    documents = {f"{signers}-{lines}": avtale(lines, KORT, signaturer(signers)) for signers, lines in asked}
    for name, pages in laid_out(documents, tmp_path).items():
        signers = int(name.split("-")[0])
        (signing,) = ("\n".join(page) for page in pages if any("Underskrift" in line for line in page))
        assert signing.count("Underskrift") == signers, name
        for said in ("Gyldighet", "Avtalen gjelder i to", "tre måneders varsel", "Signaturer"):
            assert said in signing, name
        assert all(any("Fyll" in line for line in page) for page in pages[:-1]), name


def test_libreoffice_gives_a_title_as_few_lines_as_the_pdf_and_leaves_no_short_word_alone(tmp_path: Path) -> None:
    made = laid_out({f"t{n}": replace(BARE, title=title) for n, title in enumerate(TITLER)}, tmp_path)
    for title, (lines,) in zip(TITLER, made.values(), strict=True):
        assert " ".join(" ".join(lines).split()).replace("- ", "-") == title.replace("- ", "-")
        assert len(lines) <= len(lines_of(title)), lines
        if len(lines) > 1:
            assert len(lines[-1]) > 12 or len(lines[-1].split()) > 1, lines


def test_what_a_case_proposes_stands_on_one_page_in_libreoffice(tmp_path: Path) -> None:
    for name, pages in laid_out({str(n): saksframlegg(n) for n in range(18, 28)}, tmp_path).items():
        (proposal,) = ("\n".join(page) for page in pages if any(VEDTAK[0] in line for line in page))
        assert all(said in proposal for said in VEDTAK), name

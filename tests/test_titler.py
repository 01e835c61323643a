"""Titles whose lines are about as long, and never one short word alone on the last of them."""

from __future__ import annotations

import re
from dataclasses import replace

from avtalegen.dokument.innhold import Document, Heading, Text
from avtalegen.skrivere.titler import balanced, content_kept_from_end, kept_from_end
from tests import pdfprove, wordprove
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.wordprove import Skrevet, text, w

FASTE = (
    "Samarbeidsavtale mellom Flakstad kommune og Nordland politidistrikt",
    "Avtale mellom Malvik kommune, Trøndelag politidistrikt og politiet i Værnesregionen",
    "Avtale om forebyggende samarbeid i Fjell",
    "Avtale om kommune- og politisamarbeid for 2027",
    "Avtale om kommune- og politisamarbeid mellom kommunene i Indre Østfold- og Follo-regionen og Øst politidistrikt",
)
ORD = tuple(re.findall(r"\w+", "Avtale om samarbeid mellom kommunene på Helgeland og Nordland politidistrikt i Bø"))
TITLER = (*FASTE, *(" ".join(ORD[(n * 5 + m * m) % len(ORD)] for m in range(6 + n % 9)) for n in range(24)))


def lines_of(title: str) -> list[str]:
    """The lines that a title has in the PDF."""
    (page,) = pdfprove.pages(replace(pdfprove.BARE, title=title, header="", page_label=""))
    return [line.replace("\u00a0", " ").strip() for line in page.split("\n") if line.strip()]


@i_ett("title", utvalg(TITLER, 12))
def test_no_short_word_stands_alone_on_the_last_line_of_a_title(title: str) -> None:
    lines = lines_of(title)
    assert " ".join(lines).replace("- ", "-") == title.replace("- ", "-")
    if len(lines) > 1:
        assert len(lines[-1]) > 12 or " " in lines[-1], lines
    # No line is much shorter than the one after it could have made it.
    assert len(lines) < 2 or max(map(len, lines)) - min(map(len, lines)) <= 26, lines


def test_the_lines_are_about_as_long() -> None:
    first, last = lines_of("Avtale om kommune- og politisamarbeid for to år")
    assert abs(len(first) - len(last)) < 14
    assert lines_of(FASTE[0]) == ["Samarbeidsavtale mellom Flakstad", "kommune og Nordland politidistrikt"]


def test_what_fits_on_a_line_is_as_it_is() -> None:
    assert kept_from_end("Avtale om politiråd i Bø", 1700) == "Avtale om politiråd i Bø"
    assert balanced("Avtale om politiråd i Bø", 1700) is None
    assert balanced("Avtale\nom politiråd " * 9, 1700) is None


def test_a_long_pair_of_words_may_part() -> None:
    long = "Avtale om samarbeid mellom kommunen og politistasjonsdistriktsledelsen Bø"
    assert kept_from_end(long, 1700) == long
    assert kept_from_end(long.replace("politistasjonsdistriktsledelsen", "politiet"), 1700).endswith("politiet\u00a0Bø")


@i_ett("title", TITLER)
def test_a_balanced_title_has_no_more_lines_than_it_needs(title: str) -> None:
    whole, narrow = 1700, balanced(title, 1700)
    if narrow is not None:
        assert whole // 4 < narrow <= whole
        assert balanced(title, narrow) == narrow


def test_in_word_the_title_is_as_wide_as_its_lines_need() -> None:
    def right(document: Document) -> int:
        (p,) = (p for p in Skrevet(document).find("//w:body/w:p") if "Title" in (p[0][0].get(w("val")) or ""))
        indent = p.find(f"{w('pPr')}/{w('ind')}")
        return 0 if indent is None else int(indent.get(w("right")))

    assert right(replace(wordprove.BARE, title="Avtale om politiråd")) == 0
    # Two lines of 4,900 of the 8,844 twips.
    assert 1500 < right(replace(wordprove.BARE, title="Avtale om kommune- og politisamarbeid for 2027")) < 4400


def test_a_heading_of_two_lines_has_no_short_word_alone_on_the_last() -> None:
    said = "Felles rutiner for varsling og oppfølging av bekymring for barn og unge i Bø"
    for heading in (Heading("h", 1, (Text(said),)), Heading("h", 1, (Text(said[:30], bold=True), Text(said[30:])))):
        written = wordprove.med(heading)
        assert any(text(p) == said.replace("i Bø", "i\u00a0Bø") for p in written.find("//w:body/w:p"))
        (page,) = pdfprove.pages(replace(pdfprove.BARE, blocks=(heading,)))
        assert "\ni Bø" in page.replace("\u00a0", " ") or "Bø" not in page.split("\n")
    assert content_kept_from_end(heading.content, 9000) == heading.content

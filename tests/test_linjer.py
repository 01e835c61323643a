"""What no line ends inside, and what is left to fill in, in every format."""

from __future__ import annotations

from dataclasses import replace

from avtalegen.dokument.innhold import Document, Paragraph, Text
from avtalegen.skrivere import write
from avtalegen.skrivere.linjer import kept_together, pieces
from avtalegen.skrivere.word.tekst import comparable
from tests.i_ett import i_ett
from tests.wordprove import BARE, med, text, w


def _with(content: tuple[Text, ...]) -> Document:
    return replace(BARE, blocks=(Paragraph("p", content),))


@i_ett(
    "whole",
    [
        "§ 13",
        "§§ 13",
        "1 250 000 kroner",
        "80 prosent",
        "80 %",
        "kl. 08.00",
        "12. november",
        "nr. 4",
        "PS 12/2026",
        "jf. kapittel",
        "A. B. Hansen",
        "dr. Hansen",
        "2 år",
        "12 000",
    ],
)
def test_what_belongs_together_is_on_one_line(whole: str) -> None:
    made = kept_together(f"og {whole} da")
    assert whole.replace(" ", "\u00a0") in made
    assert made.startswith("og ")
    assert comparable(made) == comparable(f"og {whole} da")


@i_ett("free", ["76 05 43 01", "800 40 008", "2027 200", "del 3 og", "Å være", "år 2027 i", "km 4a"])
def test_what_does_not_belong_together_may_be_parted(free: str) -> None:
    assert kept_together(free) == free


def test_a_place_to_fill_in_stands_out_in_every_format() -> None:
    content = (Text("Møtet er [Fyll inn: dag] i [Fyll inn]."),)
    assert [piece for piece, gap in pieces(content[0].text) if gap] == ["[Fyll inn: dag]", "[Fyll inn]"]
    skrevet = med(Paragraph("p", content))
    marked = [text(run) for run in skrevet.find("//w:r[w:rPr/w:highlight]")]
    assert marked == ["[Fyll inn: dag]", "[Fyll inn]"]
    assert len(skrevet.find("//w:r[w:rPr/w:highlight]/w:rPr/w:b")) == 2
    assert [child.tag for child in skrevet.find("//w:r/w:rPr[w:highlight]")[0]] == [w("b"), w("bCs"), w("highlight")]
    page = write(_with(content), "html").decode()
    assert page.count("<mark>[Fyll inn") == 2
    assert "[Fyll inn: dag]" in write(_with(content), "md").decode().replace("\\", "")


def test_no_line_of_a_page_ends_inside_a_time() -> None:
    page = write(_with((Text("Åpent kl. 08.00–15.00."),)), "html").decode()
    assert 'kl.\u00a0<span class="hel">08.00–15.00</span>.' in page

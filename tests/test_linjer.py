"""What no line ends inside, and what is left to fill in, in every format."""

from __future__ import annotations

from dataclasses import replace

from avtalegen.dokument.innhold import Document, Paragraph, Text
from avtalegen.skrivere import write
from avtalegen.skrivere.linjer import JOINER, joined_strokes, kept_together, pieces, whole
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
        "kr 250 000",
        "kl 9",
        "uke 28–31",
        "veke 28",
        "§ 13 g",
        "76 05 43 01",
        "800 40 008",
        "+47 76 05 43 01",
        "vedlegg 2",
    ],
)
def test_what_belongs_together_is_on_one_line(whole: str) -> None:
    made = kept_together(f"og {whole} da")
    assert whole.replace(" ", "\u00a0") in made
    assert made.startswith("og ")
    assert comparable(made) == comparable(f"og {whole} da")


def test_a_place_stands_with_its_postal_code() -> None:
    assert kept_together("Storgata 73, 8370 Leknes") == "Storgata 73, 8370\u00a0Leknes"
    assert kept_together("i 2027, 2028 og 2029") == "i 2027, 2028 og 2029"


@i_ett("free", ["2027 200", "del 3 og", "Å være", "år 2027 i", "km 4a", "12 34 5", "§\u00a013 i loven"])
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


RANGES = [
    *("28–31", "2024–2027", "08.00–15.00", "1.–3. mai", "mai–3. juni", "80–90\u00a0%", "20%–30", "10-1", "a–2"),
    "2026-11-20",
]
NO_RANGES = ["mandag–fredag", "– 5 ting", "e-post", "https://a.no/2024/25", "1 – 2", "f-2"]


@i_ett("range_", RANGES)
def test_no_line_ends_inside_a_range(range_: str) -> None:
    skrevet = med(Paragraph("p", (Text(f"Det er ({range_}), uke {range_}."),)))
    said = "".join(skrevet.find("//w:p[last()]//w:t/text()"))
    assert said.count(f"–{JOINER}") == 2 * range_.count("–")
    assert comparable("".join(text(p) for p in skrevet.find("//w:p"))).count(comparable(range_)) == 2
    page = write(_with((Text(f"Det er ({range_})."),)), "html").decode()
    assert '<span class="hel">' in page
    held = [piece for piece, is_whole in whole(f"Det er ({range_}), uke {range_}.") if is_whole]
    assert len(held) == 2
    assert all(range_.split(" ", maxsplit=1)[0] in piece for piece in held)


@i_ett("free", NO_RANGES)
def test_other_strokes_may_end_a_line(free: str) -> None:
    assert joined_strokes(free) == free
    assert [*whole(free)] == [(free, False)]

"""What is told of two versions of a text, small enough to judge by eye in tests/fasit/henting/forskjeller.txt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from avtalegen.henting.forskjell import Endring, differences, words
from avtalegen.henting.samstilling import Work
from avtalegen.skrivere.word.tekst import Item, Section

FASIT = Path(__file__).parent / "fasit" / "henting" / "forskjeller.txt"

# «#» begins a heading, «|» a row, anything else is a paragraph.
PAIRS = {
    "the first section is removed and the next is changed": (
        "# Formål / Trygghet / # Møter / Rådet møtes to ganger.",
        "# Møter / Rådet møtes fire ganger.",
    ),
    "the only section is another": ("# Formål / Trygghet", "# Oppsigelse / Ett år"),
    "a section is added between two": ("# A / en / # C / tre", "# A / en / # B / to / # C / tre"),
    "the last section is removed": ("# A / en / # B / to", "# A / en"),
    "two of the same name change places": (
        "# A / # Møter / mandag / # B / # Møter / fredag kveld",
        "# B / # Møter / fredag kveld / # A / # Møter / mandag",
    ),
    "one of two of the same name is removed": ("# C / slutt / # A / en / # A / to", "# A / tre / # C / slutt"),
    "a section is moved and changed": (
        "# A / en / # B / Rådet møtes ofte / # C / tre",
        "# C / tre / # A / en / # B / Rådet møtes sjelden",
    ),
    "a section gets another level": ("# A / ## B / to", "# A / # B / to"),
    "a heading is another": ("# Formål / Vi vil det samme.", "# Mål / Vi vil det samme."),
    "a heading is another and so is the text": (
        "# Møter / Rådet møtes to ganger / Leder kaller inn",
        "# Rådets møter / Rådet møtes fire ganger / Leder kaller inn",
    ),
    "a heading is gone and its text stands under the one above": ("# A / en / # B / to", "# A / en / to"),
    "sections below sections": (
        "# A / ## B / ### C / x / ## D / # E / ## F / y",
        "# A / ## B / ### C / z / ## D / # E / ## F / w",
    ),
    "a paragraph in capitals is the same one": ("# A / Rådet møtes i Oslo", "# A / RÅDET MØTES I BERGEN"),
    "half of the words are the same": ("# A / en to tre fire", "# A / en to fem seks"),
    "fewer than half of the words are the same": ("# A / en to tre fire fem", "# A / en to seks sju åtte"),
    "of several the one that is most alike is the same": (
        "# A / Rådet møtes i mars og juni",
        "# A / Rådet møtes sjelden / Rådet møtes i mars og mai / Noe annet",
    ),
    "of two that are as alike the first is the same": ("# A / en to", "# A / en tre / en fire"),
    "paragraphs that have changed places": ("# A / en to tre / fire fem seks", "# A / fire fem seks / en to tre"),
    "words alone decide and not the signs": ("# A / Hva nå?", "# A / Hva, nå!"),
    "nothing but signs": ("# A / – / –", "# A / …"),
    "a paragraph has become a row": ("# A / leder", "# A / | leder"),
    "a row has become a paragraph among others": (
        "# A / innledning / | leder | Kari / slutt",
        "# A / innledning / leder Kari / slutt",
    ),
    "a row in the middle is changed": (
        "# A / | leder | Kari / | sekretær | Ola / | nestleder | Per",
        "# A / | leder | Kari / | sekretær | Siri / | nestleder | Per",
    ),
    "rows that begin alike are the same": (
        "# A / | 1 | mandag i mars / | 2 | tirsdag / | 3 | onsdag",
        "# A / | 1 | fredag / | 3 | torsdag / | 4 | søndag",
    ),
    "rows that begin otherwise but are alike": (
        "# A / | x | y / | leder i rådet | Kari Nordmann / | p | q",
        "# A / | x | z / | lederen i rådet | Kari Nordmann / | p | r",
    ),
    "several rows after one that begins alike are others but alike": (
        "# A / | x | 1 / | leder | en to tre / | leder | fire fem seks",
        "# A / | x | 2 / | lederen | en to sju / | lederen | fire fem åtte",
    ),
    "rows are added at the end": ("# A / | x | 1", "# A / | x | 2 / | y | 3 / | z | 4"),
    "a row gets a cell": ("# A / | x | y", "# A / | x | y | z"),
    "rows with paragraphs between": (
        "# A / | x | 1 / tekst en to / | y | 1",
        "# A / | x | 2 / tekst en tre / | y | 2",
    ),
    "a long heading is cut in the path of those below": (f"# {'A' * 400} / ## B / en", f"# {'A' * 400} / ## B / to"),
    "a heading that just has room": (f"# {'A' * 300} / ## B / en", f"# {'A' * 300} / ## B / to"),
}


def text(written: str) -> list[Section]:
    sections: list[Section] = []
    for part in written.split(" / "):
        if part.startswith("#"):
            signs, heading = part.split(" ", 1)
            sections.append(Section(heading, len(signs), ()))
        else:
            item = tuple(cell.strip() for cell in part.split("|")[1:]) if part.startswith("|") else part
            sections[-1] = sections[-1]._replace(items=(*sections[-1].items, item))
    return sections


def told(name: str, old: str, new: str) -> Iterator[str]:
    yield f"## {name}"
    for section in differences(text(old), text(new)):
        before = f", het «{section.tidligere}»" if section.tidligere is not None else ""
        yield f"{' › '.join(section.sti)} ({section.slag}{before})"
        for change in section.endringer:
            yield from (f"  {line}" for line in sides(change))


def sides(change: Endring) -> Iterator[str]:
    if change.før is None or change.nå is None:
        assert change.slag == ("nytt" if change.før is None else "fjernet")
        yield f"nytt: {shown(change.nå)}" if change.nå is not None else f"fjernet: {shown(change.før)}"
        return
    assert change.slag == "endret"
    for label, stretches in zip(("før", "nå"), words(shown(change.før), shown(change.nå), Work()), strict=True):
        yield f"{label}: {' '.join(f'[{one.tekst}]' if one.endret else one.tekst for one in stretches)}"


def shown(item: Item | None) -> str:
    return " | ".join(("", *item)).strip() if isinstance(item, tuple) else str(item)


def test_what_differs_is_what_we_have_read(skriv_fasit: bool) -> None:
    said = "\n\n".join("\n".join(told(name, *pair)) for name, pair in PAIRS.items()) + "\n"
    if skriv_fasit:
        FASIT.write_text(said, encoding="utf-8")
    assert said == FASIT.read_text(encoding="utf-8")


def test_the_same_text_has_no_differences() -> None:
    for old, new in PAIRS.values():
        assert differences(text(old), text(old)) == ()
        assert differences(text(old), text(new)) != ()

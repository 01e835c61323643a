"""Notes in a Word file: comments that hang on the headings they are about."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from lxml import etree

from avtalegen.dokument.innhold import (
    Block,
    Heading,
    Items,
    Language,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Tekststed,
    Text,
)
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.word.skriver import fingerprint_state, write
from tests.dokumenteksempel import eksempel
from tests.i_ett import i_ett
from tests.test_word_fiendtlig import NASTY
from tests.test_word_pakke import rezip
from tests.wordprove import BARE, NS, STIL, Skrevet, med, text, w

PART = "word/comments.xml"
BLOCKS: tuple[Block, ...] = (
    Heading("en", 1, (Text("Første"),)),
    Paragraph("p", (Text("Tekst."),)),
    Heading("to", 1, (Text("Andre "), Text("del", bold=True))),
    Heading("tre", 2, (Text("Tredje"),)),
)
NOTES = (
    Note(None, "A1 · advarsel", "Hele avtalen."),
    Note("to", "B1 · råd · veilederen 3", "Noe mangler.", "Legg det til."),
    Note("to", "B2 · råd", "Mer mangler."),
    Note("tre", "C1 · råd", "Enda mer."),
)


def kommentert(*notes: Note, blocks: tuple[Block, ...] = BLOCKS, language: Language = "nb") -> Skrevet:
    return med(*blocks, notes=notes, language=language)


def hung(skrevet: Skrevet) -> dict[str, list[str]]:
    """The ids of the comments by the text that they hang on, after a look at how they hang there."""
    found: dict[str, list[str]] = {}
    for p in skrevet.find("//w:p[.//w:commentReference]"):
        starts, ends, references = (
            [e.get(w("id")) for e in p.iter(w(tag))]
            for tag in ("commentRangeStart", "commentRangeEnd", "commentReference")
        )
        assert starts == ends == references
        said = [child for child in p if child.tag == w("r") and child.find(w("t")) is not None]
        places = [p.index(e) for e in p.iter(w("commentRangeStart"))]
        assert p.index(p.find(w("pPr"))) < min(places)
        assert all(max(places) < p.index(r) < p.index(p.find(w("commentRangeEnd"))) for r in said)
        found[text(p)] = starts
    assert len(skrevet.find("//w:commentRangeStart")) == sum(map(len, found.values()))
    return found


def test_comments_hang_on_the_headings_they_are_about_and_on_the_title() -> None:
    assert hung(kommentert(*NOTES)) == {BARE.title: ["0"], "Andre del": ["1", "2"], "Tredje": ["3"]}


SAID = (
    Text("Først noe. "),
    Text("Så  4 år\tog\u2011", bold=True),
    Text("mer", italic=True),
    LineBreak(),
    Link("en lenke.", "https://a.no"),
    Text(" Til slutt."),
)
SIGNED = Signatures("s", (Signature("s1", "Kommunen", "Eli Vik", "ordfører", "1. mai 2026"),), "Sted", "Dato", "Navn")
# Longer than its column: Word gets places where it may be parted.
URL = f"https://a.no/{'/'.join(['langt'] * 12)}"
ADDRESS = (Text("Se "), Link(URL, URL), Text(" Eller ring."))
TEXTS: tuple[Block, ...] = (
    *BLOCKS,
    Paragraph("lang", SAID),
    Items("liste", ((Paragraph("punkt", (Text("Et punkt."),)),),)),
    Paragraph("uker", (Text("I uke 28–31 i § 10-1."),)),
    Table("tabell", "Tabell", ((Text("Hvem"),),), (((Text("Kari. Ola."),),),)),
    Table("adresse", "Adresse", ((Text("Hva"),), (Text("Hvor"),)), (((Text("Ord " * 60),), ADDRESS),)),
    SIGNED,
    replace(SIGNED, id="t", signatures=(replace(SIGNED.signatures[0], id="t1"),), signed="Signert"),
)


def on(id: str, fra: int, til: int, del_: str = "", at: str = "to") -> Note:
    return Note(at, "A1", "Noe.", sted=Tekststed(id, del_, fra, til))


def ranges(skrevet: Skrevet) -> dict[str, str]:
    """The text between the beginning and the end of each comment, by its id."""
    found: dict[str, str] = {}
    hanging: dict[str, str] = {}
    for element in skrevet.part("word/document.xml").iter():
        if element.tag == w("commentRangeStart"):
            hanging[str(element.get(w("id")))] = ""
        elif element.tag == w("commentRangeEnd"):
            id = str(element.get(w("id")))
            found[id] = hanging.pop(id)
            reference = element.getnext().find(w("commentReference"))
            assert reference is not None
            assert reference.get(w("id")) == id
        said = {w("t"): element.text or "", w("tab"): "\t", w("br"): "\n", w("noBreakHyphen"): "\u2011"}
        for id in hanging:
            hanging[id] += said.get(element.tag, "")
    assert not hanging
    return found


@i_ett(
    ("note", "words"),
    [
        (on("lang", 0, 10), "Først noe."),
        (on("lang", 11, 22), "Så  4\xa0år\tog"),
        (on("lang", 13, 26), "  4\xa0år\tog\u2011mer"),
        (on("lang", 25, 28), "r\nen lenke."),  # a link is one piece
        (on("lang", 36, 47), " Til slutt."),
        (on("lang", 0, 47), "Først noe. Så  4\xa0år\tog\u2011mer\nen lenke. Til slutt."),
        (on("punkt", 3, 9), "punkt."),
        (on("uker", 6, 13), "28–\ufeff31 i"),
        (on("uker", 12, 13), "i"),
        (on("uker", 14, 21), "§\xa010-1."),
        (on("tabell", 6, 10, "1/0"), "Ola."),
        (on("adresse", len(URL) + 4, len(URL) + 9, "1/1"), "Eller"),
        (on("s1", 0, 8, "for"), "Kommunen"),
        (on("s1", 0, 11, "dato"), "1.\xa0mai 2026"),
        (on("s1", 0, 7, "navn"), "Eli Vik"),
        (on("t1", 0, 11, "dato"), "1.\xa0mai 2026"),
        (on("borte", 0, 3), "Andre del"),  # what is written nowhere stands at its heading
        (on("borte", 0, 3, at="borte"), "TITTEL"),
    ],
)
def test_a_comment_hangs_on_the_words_it_is_about(note: Note, words: str) -> None:
    skrevet = kommentert(note, blocks=TEXTS)
    assert ranges(skrevet) == {"0": words if words != "TITTEL" else BARE.title}
    without = kommentert(blocks=TEXTS)
    assert [text(p) for p in skrevet.find("//w:p")] == [text(p) for p in without.find("//w:p")]
    looks = [
        {
            (letter, etree.tostring(look[0]) if (look := r.xpath("w:rPr", namespaces=NS)) else b"")
            for r in one.find("//w:r[w:t or w:noBreakHyphen]")
            for letter in text(r)
        }
        for one in (skrevet, without)
    ]
    assert looks[0] == looks[1]


def test_comments_in_one_paragraph_do_not_disturb_each_other() -> None:
    notes = (on("lang", 37, 47), on("lang", 0, 10), on("lang", 11, 36), on("lang", 0, 10), Note("en", "B1", "Noe."))
    assert ranges(kommentert(*notes, blocks=TEXTS)) == {
        "0": "Til slutt.",
        "1": "Først noe.",
        "2": "Så  4\xa0år\tog\u2011mer\nen lenke.",
        "3": "Først noe.",
        "4": "Første",
    }


def test_word_s_own_reader_finds_author_and_text() -> None:
    opened = docx.Document(BytesIO(kommentert(*NOTES).data))
    assert [(c.comment_id, c.author, c.initials, c.timestamp, c.text) for c in opened.comments] == [
        (0, "avtalegen", "av", None, "A1 · advarsel\nHele avtalen."),
        (1, "avtalegen", "av", None, "B1 · råd · veilederen 3\nNoe mangler.\nLegg det til."),
        (2, "avtalegen", "av", None, "B2 · råd\nMer mangler."),
        (3, "avtalegen", "av", None, "C1 · råd\nEnda mer."),
    ]


def test_the_text_and_its_look_are_the_same_with_comments_as_without() -> None:
    without = Skrevet(eksempel())
    headings = [block for block in eksempel().blocks if isinstance(block, Heading)]
    commented = Skrevet(replace(eksempel(), notes=tuple(Note(h.id, "R1", "Noe.") for h in headings)))
    assert len(hung(commented)) == len(headings)
    body = commented.part("word/document.xml")
    for element in list(body.iter(w("commentRangeStart"), w("commentRangeEnd"))):
        element.getparent().remove(element)
    for reference in list(body.iter(w("commentReference"))):
        reference.getparent().getparent().remove(reference.getparent())
    assert [(e.tag, dict(e.attrib), e.text) for e in body.iter()] == [
        (e.tag, dict(e.attrib), e.text) for e in without.part("word/document.xml").iter()
    ]
    for name in ("word/styles.xml", "word/numbering.xml", "word/settings.xml", "docProps/core.xml"):
        assert commented.parts[name] == without.parts[name]


def test_without_notes_nothing_in_the_file_speaks_of_comments() -> None:
    assert [name for name, part in Skrevet(eksempel()).parts.items() if b"omment" in name.encode() + part] == []


def test_the_part_is_declared_and_related() -> None:
    skrevet = kommentert(*NOTES)
    assert list(skrevet.relations("comments").values()) == ["comments.xml"]
    types = skrevet.values(f"//*[@PartName='/{PART}']/@ContentType", "[Content_Types].xml")
    assert types == ["application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"]


@pytest.mark.parametrize(("language", "tags"), [("nb", []), ("nn", ["nb-NO"])])
def test_a_comment_in_another_language_than_the_document_says_so(language: Language, tags: list[str]) -> None:
    skrevet = kommentert(Note("en", "A1", "Noe.", "Gjør noe.", "nb"), language=language)
    assert skrevet.values("//w:lang/@w:val", PART) == tags * 3


def test_a_note_at_something_that_is_not_there_hangs_on_the_title() -> None:
    skrevet = kommentert(*(Note(at, "A1", "Noe.") for at in ("borte", "p", "en", *["borte"] * 8, "p")))
    assert hung(skrevet) == {BARE.title: ["0", "1", *map(str, range(3, 12))], "Første": ["2"]}


@pytest.mark.parametrize("blocks", [BLOCKS, ()], ids=["tekst", "tomt"])
def test_a_document_without_a_title_still_shows_what_is_about_all_of_it(blocks: tuple[Block, ...]) -> None:
    skrevet = Skrevet(replace(BARE, title="", blocks=blocks, notes=(Note(None, "A1", "Noe."),)))
    assert hung(skrevet) == {"": ["0"]}
    assert skrevet.find("/w:document/w:body/*")[0].find(w("commentRangeStart")) is not None


def test_a_document_without_title_and_notes_gets_no_empty_title() -> None:
    assert Skrevet(replace(BARE, title="", blocks=BLOCKS[:1])).texts("Title") == []


def test_a_heading_within_a_list_can_have_a_comment() -> None:
    inside = Items("i", ((Paragraph("a", (Text("Punkt"),)), Heading("h", 3, (Text("Inni"),))),))
    assert hung(kommentert(Note("h", "A1", "Noe."), blocks=(inside,))) == {"Inni": ["0"]}


def test_of_two_headings_with_the_same_id_the_first_has_the_comment() -> None:
    twice = (Heading("h", 1, (Text("En"),)), Heading("h", 1, (Text("To"),)))
    assert hung(kommentert(Note("h", "A1", "Noe."), blocks=twice)) == {"En": ["0"]}


@i_ett("nasty", NASTY)
def test_whatever_a_note_says_the_file_opens_and_holds_it(nasty: str) -> None:
    skrevet = kommentert(Note(nasty, nasty, nasty, nasty))
    comment = next(iter(docx.Document(BytesIO(skrevet.data)).comments))
    assert len(comment.paragraphs) == (3 if nasty else 1)
    assert hung(skrevet) == {BARE.title: ["0"]}


def test_the_fingerprint_covers_the_comments() -> None:
    data = kommentert(*NOTES).data
    assert fingerprint_state(data) == "urørt"

    def answer(parts: dict[str, bytes]) -> None:
        parts[PART] = parts[PART].replace(b"Noe mangler.", b"Avklart.")

    assert fingerprint_state(rezip(data, answer)) == "endret"
    assert fingerprint_state(rezip(data, lambda parts: parts.pop(PART) and None)) == "endret"


def test_the_same_notes_give_the_same_bytes_and_other_notes_do_not() -> None:
    first, second = (write(replace(eksempel(), notes=notes), Style(STIL)) for notes in (NOTES, NOTES[::-1]))
    assert write(replace(eksempel(), notes=NOTES), Style(STIL)) == first
    assert first != second
    assert write(eksempel(), Style(STIL)) == write(replace(eksempel(), notes=()), Style(STIL))
